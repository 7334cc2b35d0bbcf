#include "common/tte/QcaSoftKey.h"

#include "common/tte/Pin_p.h"
#include "common/tte/Pkcs12File.h"
#include "common/tte/TteRuntime.h"

#include <QtCrypto>

using namespace Qt::StringLiterals;

namespace sipenduduk {

struct QcaSoftKey::Private
{
    Pkcs12Content content;
    QCA::PrivateKey key;
};

QcaSoftKey::QcaSoftKey(std::unique_ptr<Private> d)
    : m_d(std::move(d))
{
}

QcaSoftKey::~QcaSoftKey() = default;

Result<std::unique_ptr<QcaSoftKey>> QcaSoftKey::openPkcs12(const QByteArray &file, const Pin &pin,
                                                           const QDateTime &now)
{
    if (file.size() > MaxFileSize)
        return fail(ErrorCode::TooLarge, u"PKCS#12 file"_s);
    if (const auto runtime = TteRuntime::check(); !runtime)
        return std::unexpected(runtime.error());
    const QCA::SecureArray &secret = pin.m_d->secret;
    // OpenSSL wants a terminated string; SecureArray keeps no terminator.
    QCA::SecureArray terminated = secret;
    terminated.append(QCA::SecureArray(1, '\0'));
    auto content = readPkcs12(file, terminated.constData(), secret.size());
    if (!content)
        return std::unexpected(content.error());
    if (const auto fit = checkFitForTte(content->certificate, now); !fit)
        return std::unexpected(fit.error());
    if (content->certificate.keyKind != KeyKind::Rsa)
        return fail(ErrorCode::Unsupported, u"EC keys are not opened by QCA"_s);
    QCA::ConvertResult outcome = QCA::ErrorDecode;
    const QCA::KeyBundle bundle = QCA::KeyBundle::fromArray(file, secret, &outcome);
    if (outcome != QCA::ConvertGood || !bundle.privateKey().canSign())
        return fail(ErrorCode::Unsupported, u"QCA cannot use this PKCS#12"_s);
    return std::unique_ptr<QcaSoftKey>(
        new QcaSoftKey(std::make_unique<Private>(std::move(*content), bundle.privateKey())));
}

const CertificateInfo &QcaSoftKey::certificate() const
{
    return m_d->content.certificate;
}

const QList<QByteArray> &QcaSoftKey::chain() const
{
    return m_d->content.chain;
}

Result<QByteArray> QcaSoftKey::sign(const QByteArray &tbs)
{
    QByteArray signature = m_d->key.signMessage(tbs, QCA::EMSA3_SHA256);
    if (signature.isEmpty())
        return fail(ErrorCode::Internal, u"QCA gave no signature"_s);
    return signature;
}

} // namespace sipenduduk
