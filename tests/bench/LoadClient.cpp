#include "tests/bench/LoadClient.h"

#include "common/protocol/WorkMessages.h"
#include "tests/bench/BenchOffice.h"

#include <QCryptographicHash>
#include <QSslConfiguration>

using namespace Qt::StringLiterals;

namespace sipenduduk {

QByteArray stepKey(PermohonanId id)
{
    return QCryptographicHash::hash(QByteArray::number(qint64(id)), QCryptographicHash::Sha256)
        .first(16);
}

LoadClient::LoadClient(quint16 port, const QSslCertificate &ca, int version,
                       std::function<PermohonanId()> next)
    : m_version(version)
    , m_next(std::move(next))
{
    QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
    configuration.setProtocol(QSsl::TlsV1_3OrLater);
    configuration.setCaCertificates({ca});
    m_socket.setSslConfiguration(configuration);
    connect(&m_socket, &QSslSocket::encrypted, this, [this] {
        m_socket.setSocketOption(QAbstractSocket::LowDelayOption, 1);
        send(protocol::Hello{.version = protocol::ProtocolVersion, .client = u"bench"_s});
    });
    connect(&m_socket, &QSslSocket::readyRead, this, &LoadClient::read);
    connect(&m_socket, &QSslSocket::errorOccurred, this,
            [this] { qFatal("bench client: %s", qPrintable(m_socket.errorString())); });
    m_socket.connectToHostEncrypted(u"localhost"_s, port, u"localhost"_s);
}

template <typename Request>
void LoadClient::send(const Request &request, const QByteArray &key)
{
    m_socket.write(protocol::frame({Request::Type, ++m_id, key, protocol::toCbor(request)}));
}

void LoadClient::read()
{
    m_reader.append(m_socket.readAll());
    for (;;) {
        auto content = m_reader.next();
        if (!content || !*content)
            return;
        const auto envelope = protocol::envelopeFromCbor(**content);
        if (!envelope)
            qFatal("bench client: malformed answer");
        answer(*envelope);
    }
}

void LoadClient::answer(const protocol::Envelope &envelope)
{
    switch (envelope.type) {
    case protocol::MessageType::Hello:
        send(protocol::Login{.username = QString::fromLatin1(BenchOffice::Username),
                             .password = QString::fromLatin1(BenchOffice::Password)});
        break;
    case protocol::MessageType::Login:
        send(protocol::ConfirmPassword{.password = QString::fromLatin1(BenchOffice::Password)});
        break;
    case protocol::MessageType::ConfirmPassword: Q_EMIT ready(); break;
    case protocol::MessageType::Act: act(); break;
    case protocol::MessageType::Error: {
        const auto error = protocol::fromCbor<protocol::ErrorReply>(envelope.body);
        qFatal("bench client: refused, code %d %s", error ? int(error->code) : 0,
               error ? qPrintable(error->detail) : "");
    }
    default: break;
    }
}

void LoadClient::start()
{
    act();
}

void LoadClient::act()
{
    const PermohonanId id = m_next();
    if (id == PermohonanId{}) {
        Q_EMIT finished();
        return;
    }
    send(protocol::Act{.id = id,
                       .duty = Role::Kasi,
                       .version = m_version,
                       .action = Action::GiveParaf,
                       .note = {},
                       .defects = {},
                       .dokumen = {},
                       .address = {}},
         stepKey(id));
}

} // namespace sipenduduk
