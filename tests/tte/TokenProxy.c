/* A PKCS#11 module in front of SoftHSM that behaves like devices which are not here: a card that is
 * pulled out, one whose PIN is locked, a reader with a PIN pad, a key that wants its PIN every time.
 * TOKEN_PROXY_MODULE names SoftHSM; the other variables are read at every call. */
#include <p11-kit/pkcs11.h>

#include <dlfcn.h>
#include <stdlib.h>
#include <string.h>

static CK_FUNCTION_LIST list;
static CK_FUNCTION_LIST *real;
static int logins;
static int signatures;
static int fresh; /* the PIN was given for the signature that comes */

int token_proxy_logins(void)
{
    return logins;
}

void token_proxy_reset(void)
{
    logins = signatures = fresh = 0;
}

static long number(const char *name, long otherwise)
{
    const char *text = getenv(name);
    return text && *text ? strtol(text, NULL, 0) : otherwise;
}

static CK_RV token_info(CK_SLOT_ID slot, CK_TOKEN_INFO *info)
{
    const CK_RV code = real->C_GetTokenInfo(slot, info);
    info->flags |= (CK_FLAGS)number("TOKEN_PROXY_FLAGS", 0);
    return code;
}

static CK_RV log_in(CK_SESSION_HANDLE session, CK_USER_TYPE user, unsigned char *pin, CK_ULONG size)
{
    const char *pad = getenv("TOKEN_PROXY_PIN_PAD");
    const long answer = number("TOKEN_PROXY_LOGIN", -1);
    ++logins;
    if (answer >= 0)
        return (CK_RV)answer;
    if (pad && *pad) {
        if (pin)
            return CKR_ARGUMENTS_BAD; /* must be typed on the reader */
        pin = (unsigned char *)pad;
        size = strlen(pad);
    }
    if (user == CKU_CONTEXT_SPECIFIC) {
        fresh = size == 6 && memcmp(pin, "123456", 6) == 0;
        return fresh ? CKR_OK : CKR_PIN_INCORRECT;
    }
    return real->C_Login(session, user, pin, size);
}

static CK_RV attribute(CK_SESSION_HANDLE session, CK_OBJECT_HANDLE object, CK_ATTRIBUTE *wanted,
                       CK_ULONG count)
{
    if (count == 1 && wanted->type == CKA_ALWAYS_AUTHENTICATE && number("TOKEN_PROXY_ALWAYS", 0)) {
        wanted->ulValueLen = 1;
        if (wanted->pValue)
            *(unsigned char *)wanted->pValue = 1;
        return CKR_OK;
    }
    return real->C_GetAttributeValue(session, object, wanted, count);
}

static CK_RV sign(CK_SESSION_HANDLE session, unsigned char *data, CK_ULONG size,
                  unsigned char *signature, CK_ULONG *signature_size)
{
    if (signatures >= number("TOKEN_PROXY_SIGNATURES", 1000000))
        return CKR_DEVICE_REMOVED;
    if (number("TOKEN_PROXY_ALWAYS", 0) && !fresh)
        return CKR_USER_NOT_LOGGED_IN;
    fresh = 0;
    ++signatures;
    return real->C_Sign(session, data, size, signature, signature_size);
}

CK_RV C_GetFunctionList(CK_FUNCTION_LIST **functions)
{
    void *library = dlopen(getenv("TOKEN_PROXY_MODULE"), RTLD_NOW | RTLD_LOCAL);
    CK_RV (*get)(CK_FUNCTION_LIST **) =
        library ? (CK_RV(*)(CK_FUNCTION_LIST **))dlsym(library, "C_GetFunctionList") : NULL;
    if (!get || get(&real) != CKR_OK)
        return CKR_GENERAL_ERROR;
    list = *real;
    list.C_GetTokenInfo = token_info;
    list.C_Login = log_in;
    list.C_GetAttributeValue = attribute;
    list.C_Sign = sign;
    *functions = &list;
    return CKR_OK;
}
