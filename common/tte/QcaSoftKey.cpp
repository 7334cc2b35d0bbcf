#include "common/tte/QcaSoftKey.h"

#include "common/tte/Pin_p.h"
#include "common/tte/Pkcs12File.h"

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

Result<std::unique_ptr<SigningKey>> QcaSoftKey::open(const QByteArray &file, const Pin &pin,
                                                     Pkcs12Content content)
{
    content.key.reset(); // QCA reads its own
    QCA::ConvertResult outcome = QCA::ErrorDecode;
    const QCA::KeyBundle bundle = QCA::KeyBundle::fromArray(file, PinSecret::of(pin), &outcome);
    if (outcome != QCA::ConvertGood || !bundle.privateKey().canSign())
        return fail(ErrorCode::Unsupported, u"QCA cannot use this PKCS#12"_s);
    return std::unique_ptr<SigningKey>(
        new QcaSoftKey(std::make_unique<Private>(std::move(content), bundle.privateKey())));
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
