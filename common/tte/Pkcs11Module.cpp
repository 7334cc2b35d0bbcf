#include "common/tte/Pkcs11Module.h"

#include "common/tte/Pkcs11Session_p.h"

#include <QFile>
#include <QFileInfo>
#include <QHash>

#include <dlfcn.h>

#include <array>
#include <condition_variable>
#include <mutex>
#include <optional>

using namespace Qt::StringLiterals;

namespace sipenduduk {

namespace {

constexpr CK_ULONG MaxSlots = 64;

PinTries pinTries(CK_FLAGS flags)
{
    if (flags & CKF_USER_PIN_LOCKED)
        return PinTries::Locked;
    if (flags & CKF_USER_PIN_FINAL_TRY)
        return PinTries::LastOne;
    return flags & CKF_USER_PIN_COUNT_LOW ? PinTries::Low : PinTries::Enough;
}

} // namespace

Pkcs11Module::Pkcs11Module(void *library, _CK_FUNCTION_LIST *functions)
    : m_library(library)
    , m_functions(functions)
{
}

Pkcs11Module::~Pkcs11Module()
{
    m_functions->C_Finalize(nullptr);
    ::dlclose(m_library);
}

/// The modules of this program. One that nobody holds any more is not gone before its end was told:
/// until then it cannot be started again.
struct Pkcs11Module::Registry
{
    std::mutex mutex;
    std::condition_variable ended;
    QHash<QString, std::weak_ptr<Pkcs11Module>> loaded; ///< by canonical path; there: not ended yet
};

Pkcs11Module::Registry &Pkcs11Module::registry()
{
    static Registry registry;
    return registry;
}

Result<std::shared_ptr<Pkcs11Module>> Pkcs11Module::load(const QString &path)
{
    const QString canonical = QFileInfo(path).canonicalFilePath();
    if (canonical.isEmpty())
        return fail(ErrorCode::NotFound, u"module"_s);
    Registry &known = registry();
    std::unique_lock lock(known.mutex);
    std::shared_ptr<Pkcs11Module> present;
    known.ended.wait(lock, [&] {
        present = known.loaded.value(canonical).lock();
        return present || !known.loaded.contains(canonical);
    });
    if (present)
        return present;
    auto started = start(canonical);
    if (started)
        known.loaded.insert(canonical, *started);
    return started;
}

void Pkcs11Module::end(const QString &path, Pkcs11Module *module)
{
    delete module;
    Registry &known = registry();
    const std::lock_guard lock(known.mutex);
    known.loaded.remove(path);
    known.ended.notify_all();
}

Result<std::shared_ptr<Pkcs11Module>> Pkcs11Module::start(const QString &path)
{
    void *library = ::dlopen(QFile::encodeName(path).constData(), RTLD_NOW | RTLD_LOCAL);
    if (!library)
        return fail(ErrorCode::Unsupported, u"the module does not load"_s);
    const auto list = reinterpret_cast<CK_C_GetFunctionList>(::dlsym(library, "C_GetFunctionList"));
    CK_FUNCTION_LIST *functions = nullptr;
    if (!list || list(&functions) != CKR_OK || !functions) {
        ::dlclose(library);
        return fail(ErrorCode::Unsupported, u"not a PKCS#11 module"_s);
    }
    CK_C_INITIALIZE_ARGS arguments{};
    arguments.flags = CKF_OS_LOCKING_OK;
    if (const CK_RV code = functions->C_Initialize(&arguments); code != CKR_OK) {
        ::dlclose(library);
        return fail(ErrorCode::Unsupported,
                    u"the module does not start: 0x%1"_s.arg(quint64(code), 0, 16));
    }
    return std::shared_ptr<Pkcs11Module>(new Pkcs11Module(library, functions),
                                         [path](Pkcs11Module *module) { end(path, module); });
}

Result<QList<unsigned long>> Pkcs11Module::slotsWithToken() const
{
    // Readers that came since are noticed by this call alone, in which no list is asked for.
    CK_ULONG count = 0;
    CK_RV code = m_functions->C_GetSlotList(CK_TRUE, nullptr, &count);
    std::array<CK_SLOT_ID, MaxSlots> slots{};
    count = slots.size();
    if (code == CKR_OK)
        code = m_functions->C_GetSlotList(CK_TRUE, slots.data(), &count);
    if (code != CKR_OK)
        return pkcs11Failure(code);
    return QList<unsigned long>(slots.cbegin(), slots.cbegin() + count);
}

QByteArray Pkcs11Module::presence() const
{
    const auto slots = slotsWithToken();
    QByteArray seen;
    for (const CK_SLOT_ID slot : slots.value_or(QList<unsigned long>())) {
        CK_TOKEN_INFO info{};
        if (m_functions->C_GetTokenInfo(slot, &info) != CKR_OK)
            continue;
        seen += QByteArray::number(quint64(slot)) + ' ' + QByteArray::number(quint64(info.flags))
            + QByteArray(reinterpret_cast<const char *>(info.serialNumber),
                         sizeof info.serialNumber);
    }
    return seen;
}

Result<Token> Pkcs11Module::tokenIn(unsigned long slot) const
{
    CK_TOKEN_INFO info{};
    if (const CK_RV code = m_functions->C_GetTokenInfo(slot, &info); code != CKR_OK)
        return pkcs11Failure(code);
    if (!(info.flags & CKF_TOKEN_INITIALIZED))
        return fail(ErrorCode::Incomplete, u"token not initialised"_s);
    Token token{.slot = slot,
                .label = paddedText(info.label, sizeof info.label),
                .serial = paddedText(info.serialNumber, sizeof info.serialNumber),
                .manufacturer = paddedText(info.manufacturerID, sizeof info.manufacturerID),
                .pinTries = pinTries(info.flags),
                .hasPinPad = (info.flags & CKF_PROTECTED_AUTHENTICATION_PATH) != 0,
                .identities = {}};
    const auto session = Pkcs11Session::open(*m_functions, slot);
    if (!session)
        return std::unexpected(session.error());
    auto identities = identitiesOn(*session);
    if (!identities)
        return std::unexpected(identities.error());
    token.identities = std::move(*identities);
    return token;
}

Result<QList<Token>> Pkcs11Module::tokens() const
{
    const auto slots = slotsWithToken();
    if (!slots)
        return std::unexpected(slots.error());
    QList<Token> found;
    std::optional<Error> failure;
    for (const unsigned long slot : *slots) {
        auto token = tokenIn(slot);
        if (token)
            found.append(std::move(*token));
        else if (token.error().code != ErrorCode::Incomplete)
            failure = token.error(); // a bank card in the other reader hides no token
    }
    if (const auto &error = failure; error && found.isEmpty())
        return std::unexpected(*error);
    return found;
}

} // namespace sipenduduk
