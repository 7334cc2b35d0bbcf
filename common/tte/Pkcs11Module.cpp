#include "common/tte/Pkcs11Module.h"

#include "common/tte/Pkcs11Session_p.h"

#include <QFile>
#include <QFileInfo>
#include <QHash>

#include <dlfcn.h>

#include <array>
#include <mutex>
#include <span>

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

Result<std::shared_ptr<Pkcs11Module>> Pkcs11Module::load(const QString &path)
{
    static std::mutex mutex;
    static QHash<QString, std::weak_ptr<Pkcs11Module>> loaded;
    const QString canonical = QFileInfo(path).canonicalFilePath();
    if (canonical.isEmpty())
        return fail(ErrorCode::NotFound, u"module"_s);
    const std::lock_guard lock(mutex);
    if (auto present = loaded.value(canonical).lock())
        return present;
    auto started = start(canonical);
    if (started)
        loaded.insert(canonical, *started);
    return started;
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
    return std::shared_ptr<Pkcs11Module>(new Pkcs11Module(library, functions));
}

QByteArray Pkcs11Module::presence() const
{
    std::array<CK_SLOT_ID, MaxSlots> slots{};
    CK_ULONG count = slots.size();
    if (m_functions->C_GetSlotList(CK_TRUE, slots.data(), &count) != CKR_OK)
        return {};
    QByteArray seen;
    for (const CK_SLOT_ID slot : std::span(slots).first(count)) {
        CK_TOKEN_INFO info{};
        if (m_functions->C_GetTokenInfo(slot, &info) != CKR_OK)
            continue;
        seen += QByteArray::number(quint64(slot)) + ' ' + QByteArray::number(quint64(info.flags))
            + QByteArray(reinterpret_cast<const char *>(info.serialNumber),
                         sizeof info.serialNumber);
    }
    return seen;
}

Result<QList<Token>> Pkcs11Module::tokens() const
{
    std::array<CK_SLOT_ID, MaxSlots> slots{};
    CK_ULONG count = slots.size();
    if (const CK_RV code = m_functions->C_GetSlotList(CK_TRUE, slots.data(), &count);
        code != CKR_OK)
        return pkcs11Failure(code);
    QList<Token> found;
    for (const CK_SLOT_ID slot : std::span(slots).first(count)) {
        CK_TOKEN_INFO info{};
        if (const CK_RV code = m_functions->C_GetTokenInfo(slot, &info); code != CKR_OK)
            return pkcs11Failure(code);
        if (!(info.flags & CKF_TOKEN_INITIALIZED))
            continue;
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
        found.append(std::move(token));
    }
    return found;
}

} // namespace sipenduduk
