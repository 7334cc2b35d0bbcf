#include "common/tte/Pkcs11Key.h"

#include "common/tte/CertificateChain.h"
#include "common/tte/Pin_p.h"
#include "common/tte/Pkcs11Session_p.h"
#include "common/tte/x509/OpenSsl.h"

#include <QCryptographicHash>

#include <openssl/ecdsa.h>

#include <array>
#include <optional>

using namespace Qt::StringLiterals;

namespace sipenduduk {

namespace {

constexpr CK_ULONG MaxSignature = 1024; ///< bytes; RSA-8192
/// DigestInfo of SHA-256 before the hash itself (RFC 8017, 9.2).
const QByteArray DigestInfoSha256 = QByteArray::fromHex("3031300d060960864801650304020105000420");

/// `r ‖ s` as PKCS#11 gives it, in the DER that everybody else wants.
QByteArray derOfEcdsa(const QByteArray &raw)
{
    using Signature = std::unique_ptr<ECDSA_SIG, ossl::Free<ECDSA_SIG_free>>;
    const Signature signature(ECDSA_SIG_new());
    const auto *bytes = reinterpret_cast<const unsigned char *>(raw.constData());
    const int half = int(raw.size() / 2);
    BIGNUM *r = BN_bin2bn(bytes, half, nullptr);
    BIGNUM *s = BN_bin2bn(bytes + half, half, nullptr);
    if (!signature || !r || !s || raw.size() % 2 != 0
        || ECDSA_SIG_set0(signature.get(), r, s) != 1) {
        BN_free(r);
        BN_free(s);
        return {};
    }
    unsigned char *der = nullptr;
    const int size = i2d_ECDSA_SIG(signature.get(), &der);
    const ossl::Bytes owner(der);
    return size > 0 ? QByteArray(reinterpret_cast<const char *>(der), size) : QByteArray();
}

/// The PIN of `secret`, or none where it is typed on the reader.
CK_RV logIn(const Pkcs11Session &session, CK_USER_TYPE user, const Token &token, const Pin &pin)
{
    if (token.hasPinPad)
        return session.functions().C_Login(session.handle(), user, nullptr, 0);
    const QCA::SecureArray &secret = PinSecret::of(pin);
    auto *characters = reinterpret_cast<CK_UTF8CHAR *>(
        const_cast<char *>(secret.constData())); // C API: not written
    return session.functions().C_Login(session.handle(), user, characters, CK_ULONG(secret.size()));
}

Result<CK_OBJECT_HANDLE> privateKeyOf(const Pkcs11Session &session, QByteArray id)
{
    CK_OBJECT_CLASS kind = CKO_PRIVATE_KEY;
    std::array wanted{CK_ATTRIBUTE{CKA_CLASS, &kind, sizeof kind},
                      CK_ATTRIBUTE{CKA_ID, id.data(), CK_ULONG(id.size())}};
    const auto keys = session.find(wanted);
    if (!keys)
        return std::unexpected(keys.error());
    if (keys->isEmpty())
        return fail(ErrorCode::Incomplete, u"no private key for the certificate"_s);
    return keys->first();
}

} // namespace

struct Pkcs11Key::Private
{
    std::shared_ptr<const Pkcs11Module> module; ///< outlives the session
    Token token;
    TokenIdentity identity;
    QList<QByteArray> chain;
    Pkcs11Session session;
    CK_OBJECT_HANDLE key = 0;
    std::optional<Pin> pinOfEach; ///< for a key that wants it before every signature
    std::optional<Error> dead;    ///< the token has refused: nothing more is tried

    Result<QByteArray> signInput(QByteArray input, CK_MECHANISM_TYPE type);
};

Pkcs11Key::Pkcs11Key(std::unique_ptr<Private> d)
    : m_d(std::move(d))
{
}

Pkcs11Key::~Pkcs11Key()
{
    if (m_d)
        m_d->session.functions().C_Logout(m_d->session.handle());
}

Result<std::unique_ptr<SigningKey>> Pkcs11Key::open(std::shared_ptr<const Pkcs11Module> module,
                                                    const Token &token,
                                                    const TokenIdentity &identity, Pin pin,
                                                    const QDateTime &now)
{
    if (const auto fit = checkFitForTte(identity.certificate, now); !fit)
        return std::unexpected(fit.error());
    auto session = Pkcs11Session::open(module->functions(), token.slot);
    if (!session)
        return std::unexpected(session.error());
    const CK_RV loggedIn = logIn(*session, CKU_USER, token, pin);
    // A log-in that somebody else of this program has open would make any PIN look right.
    if (loggedIn == CKR_USER_ALREADY_LOGGED_IN)
        return fail(ErrorCode::Busy, u"token in use"_s);
    if (loggedIn != CKR_OK)
        return pkcs11Failure(loggedIn);
    const auto certificates = certificatesOn(*session);
    if (!certificates)
        return std::unexpected(certificates.error());
    const auto key = privateKeyOf(*session, identity.id);
    if (!key)
        return std::unexpected(key.error());
    QList<QByteArray> others;
    for (const TokenCertificate &certificate : *certificates)
        others.append(certificate.der);
    const QByteArray wantsPinAlways = session->attribute(*key, CKA_ALWAYS_AUTHENTICATE);
    auto d =
        std::make_unique<Private>(Private{.module = std::move(module),
                                          .token = token,
                                          .identity = identity,
                                          .chain = orderedChain(identity.certificate.der, others),
                                          .session = std::move(*session),
                                          .key = *key,
                                          .pinOfEach = {},
                                          .dead = {}});
    if (!wantsPinAlways.isEmpty() && wantsPinAlways.front() != 0)
        d->pinOfEach.emplace(std::move(pin));
    return std::unique_ptr<SigningKey>(new Pkcs11Key(std::move(d)));
}

const CertificateInfo &Pkcs11Key::certificate() const
{
    return m_d->identity.certificate;
}

const QList<QByteArray> &Pkcs11Key::chain() const
{
    return m_d->chain;
}

Result<QByteArray> Pkcs11Key::Private::signInput(QByteArray input, CK_MECHANISM_TYPE type)
{
    const CK_FUNCTION_LIST &functions = session.functions();
    CK_MECHANISM mechanism{type, nullptr, 0};
    CK_RV code = functions.C_SignInit(session.handle(), &mechanism, key);
    if (code == CKR_OK && pinOfEach)
        code = logIn(session, CKU_CONTEXT_SPECIFIC, token, *pinOfEach);
    QByteArray signature(MaxSignature, Qt::Uninitialized);
    CK_ULONG size = MaxSignature;
    if (code == CKR_OK)
        code = functions.C_Sign(session.handle(), reinterpret_cast<CK_BYTE *>(input.data()),
                                CK_ULONG(input.size()),
                                reinterpret_cast<CK_BYTE *>(signature.data()), &size);
    if (code != CKR_OK)
        return pkcs11Failure(code);
    signature.truncate(qsizetype(size));
    return signature;
}

Result<QByteArray> Pkcs11Key::sign(const QByteArray &tbs)
{
    if (const auto &dead = m_d->dead; dead)
        return std::unexpected(*dead);
    // The hash is made here: not every token knows the mechanisms that hash, all know these two.
    const QByteArray hash = QCryptographicHash::hash(tbs, QCryptographicHash::Sha256);
    const bool isRsa = m_d->identity.certificate.keyKind == KeyKind::Rsa;
    auto signature = isRsa ? m_d->signInput(DigestInfoSha256 + hash, CKM_RSA_PKCS)
                           : m_d->signInput(hash, CKM_ECDSA);
    if (!signature) {
        m_d->dead = signature.error();
        m_d->pinOfEach.reset();
        return signature;
    }
    if (isRsa)
        return signature;
    const QByteArray der = derOfEcdsa(*signature);
    if (der.isEmpty())
        return fail(ErrorCode::Internal, u"the token gave no ECDSA signature"_s);
    return der;
}

} // namespace sipenduduk
