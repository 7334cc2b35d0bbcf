#include "common/tte/Pkcs11Session_p.h"

#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace sipenduduk {

namespace {

constexpr CK_ULONG MaxObjects = 64;
constexpr CK_ULONG MaxAttribute = 64 * 1024;

} // namespace

std::unexpected<Error> pkcs11Failure(CK_RV code)
{
    switch (code) {
    case CKR_PIN_INCORRECT:
    case CKR_PIN_INVALID:
    case CKR_PIN_LEN_RANGE: return fail(ErrorCode::WrongPin, u"token"_s);
    case CKR_PIN_LOCKED:
    case CKR_PIN_EXPIRED: return fail(ErrorCode::Locked, u"token"_s);
    case CKR_TOKEN_NOT_PRESENT:
    case CKR_TOKEN_NOT_RECOGNIZED:
    case CKR_DEVICE_REMOVED:
    case CKR_DEVICE_ERROR:
    case CKR_SLOT_ID_INVALID:
    case CKR_SESSION_CLOSED:
    case CKR_SESSION_HANDLE_INVALID:
    case CKR_USER_NOT_LOGGED_IN: return fail(ErrorCode::NotFound, u"token removed"_s);
    case CKR_FUNCTION_CANCELED:
    case CKR_CANCEL: return fail(ErrorCode::Busy, u"cancelled at the reader"_s);
    default: return fail(ErrorCode::Internal, u"PKCS#11 0x%1"_s.arg(quint64(code), 0, 16));
    }
}

QString paddedText(const CK_UTF8CHAR *text, qsizetype size)
{
    return QString::fromUtf8(reinterpret_cast<const char *>(text), size)
        .section(QChar(u'\0'), 0, 0) // some modules end it instead
        .trimmed();
}

Pkcs11Session::Pkcs11Session(const CK_FUNCTION_LIST &functions, CK_SESSION_HANDLE handle)
    : m_functions(&functions)
    , m_handle(handle)
{
}

Pkcs11Session::Pkcs11Session(Pkcs11Session &&other) noexcept
    : m_functions(std::exchange(other.m_functions, nullptr))
    , m_handle(other.m_handle)
{
}

Pkcs11Session::~Pkcs11Session()
{
    if (m_functions)
        m_functions->C_CloseSession(m_handle);
}

Result<Pkcs11Session> Pkcs11Session::open(const CK_FUNCTION_LIST &functions, CK_SLOT_ID slot)
{
    CK_SESSION_HANDLE handle = 0;
    if (const CK_RV code =
            functions.C_OpenSession(slot, CKF_SERIAL_SESSION, nullptr, nullptr, &handle);
        code != CKR_OK)
        return pkcs11Failure(code);
    return Pkcs11Session(functions, handle);
}

Result<QList<CK_OBJECT_HANDLE>> Pkcs11Session::find(std::span<CK_ATTRIBUTE> wanted) const
{
    if (const CK_RV code =
            m_functions->C_FindObjectsInit(m_handle, wanted.data(), CK_ULONG(wanted.size()));
        code != CKR_OK)
        return pkcs11Failure(code);
    std::array<CK_OBJECT_HANDLE, MaxObjects> objects{};
    CK_ULONG count = 0;
    const CK_RV code = m_functions->C_FindObjects(m_handle, objects.data(), MaxObjects, &count);
    m_functions->C_FindObjectsFinal(m_handle);
    if (code != CKR_OK)
        return pkcs11Failure(code);
    return QList<CK_OBJECT_HANDLE>(objects.begin(), objects.begin() + qMin(count, MaxObjects));
}

QByteArray Pkcs11Session::attribute(CK_OBJECT_HANDLE object, CK_ATTRIBUTE_TYPE type) const
{
    CK_ATTRIBUTE wanted{type, nullptr, 0};
    if (m_functions->C_GetAttributeValue(m_handle, object, &wanted, 1) != CKR_OK
        || wanted.ulValueLen == CK_UNAVAILABLE_INFORMATION || wanted.ulValueLen > MaxAttribute)
        return {};
    QByteArray value(qsizetype(wanted.ulValueLen), Qt::Uninitialized);
    wanted.pValue = value.data();
    if (m_functions->C_GetAttributeValue(m_handle, object, &wanted, 1) != CKR_OK
        || wanted.ulValueLen > CK_ULONG(value.size()))
        return {};
    value.truncate(qsizetype(wanted.ulValueLen));
    return value;
}

Result<QList<TokenCertificate>> certificatesOn(const Pkcs11Session &session)
{
    CK_OBJECT_CLASS kind = CKO_CERTIFICATE;
    CK_CERTIFICATE_TYPE format = CKC_X_509;
    std::array wanted{CK_ATTRIBUTE{CKA_CLASS, &kind, sizeof kind},
                      CK_ATTRIBUTE{CKA_CERTIFICATE_TYPE, &format, sizeof format}};
    const auto objects = session.find(wanted);
    if (!objects)
        return std::unexpected(objects.error());
    QList<TokenCertificate> found;
    for (const CK_OBJECT_HANDLE object : *objects) {
        const QByteArray label = session.attribute(object, CKA_LABEL);
        found.append({.id = session.attribute(object, CKA_ID),
                      .label = paddedText(reinterpret_cast<const CK_UTF8CHAR *>(label.constData()),
                                          label.size()),
                      .der = session.attribute(object, CKA_VALUE)});
    }
    return found;
}

Result<QList<TokenIdentity>> identitiesOn(const Pkcs11Session &session)
{
    const auto certificates = certificatesOn(session);
    if (!certificates)
        return std::unexpected(certificates.error());
    QList<TokenIdentity> found;
    for (const TokenCertificate &certificate : *certificates) {
        auto info = readCertificate(certificate.der);
        if (!info || certificate.id.isEmpty() || info->isAuthority)
            continue;
        found.append({certificate.id, certificate.label, std::move(*info)});
    }
    return found;
}

} // namespace sipenduduk
