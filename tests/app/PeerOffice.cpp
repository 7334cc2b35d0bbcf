#include "tests/app/PeerOffice.h"

#include "common/tte/seal/OfficeCa.h"

#include <QCryptographicHash>
#include <QFile>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslKey>
#include <QSslSocket>
#include <QTimeZone>

using namespace Qt::StringLiterals;

namespace sipenduduk::test {

namespace {

void writeCa(const QString &path, const QByteArray &pem)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(pem) != pem.size())
        qFatal("the CA file cannot be written");
}

} // namespace

PeerOffice::PeerOffice()
    : m_reader(protocol::MaxFrameSize)
{
    const QDateTime now = QDateTime::currentDateTimeUtc();
    const auto ca = OfficeCa::create(u"Peer office"_s, now);
    const auto server = ca->issueTlsServerCertificate({u"127.0.0.1"_s, u"localhost"_s}, now);
    writeCa(caFile(), ca->pem()->certificatePem);
    QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
    configuration.setProtocol(QSsl::TlsV1_3);
    configuration.setPeerVerifyMode(QSslSocket::QueryPeer);
    configuration.setLocalCertificate(QSslCertificate(server->certificatePem));
    configuration.setPrivateKey(QSslKey(server->keyPem, QSsl::Ec));
    m_server.setSslConfiguration(configuration);
    connect(&m_server, &QTcpServer::pendingConnectionAvailable, this, &PeerOffice::accept);
    if (!m_server.listen(QHostAddress::LocalHost))
        qFatal("the peer office cannot listen");
    addDefaultAnswers();
    addBlobAnswers();
}

PeerOffice::~PeerOffice()
{
    hangUp();
}

QString PeerOffice::address() const
{
    return u"127.0.0.1:%1"_s.arg(m_server.serverPort());
}

QString PeerOffice::caFile() const
{
    return m_folder.filePath(u"ca.pem"_s);
}

QByteArray PeerOffice::addBlob(const QByteArray &bytes)
{
    const QByteArray sha256 = QCryptographicHash::hash(bytes, QCryptographicHash::Sha256);
    blobs.insert(sha256, bytes);
    return sha256;
}

Result<protocol::ActReply> PeerOffice::changed(int version)
{
    if (version != permohonan.row.version)
        return fail(ErrorCode::Conflict, u"version"_s);
    ++permohonan.row.version;
    return protocol::ActReply {permohonan.row.version, permohonan.row.status, permohonan.row.holder};
}

Result<protocol::ActReply> PeerOffice::act(const protocol::Act &message)
{
    PermohonanRow &row = permohonan.row;
    if (message.version != row.version)
        return fail(ErrorCode::Conflict, u"version"_s);
    const auto transition = Alur::find(row.status, row.holder, message.action, message.duty);
    if (!transition)
        return fail(ErrorCode::NotAllowed, u"act"_s);
    const Role before = row.holder;
    row.status = transition->to;
    row.holder = transition->holder;
    if (message.action == Action::Register || message.action == Action::Receive)
        permohonan.isReceivedByMe = true;
    else if (row.holder != before)
        permohonan.isReceivedByMe = false;
    if (!message.defects.isEmpty())
        permohonan.defects = message.defects;
    return changed(row.version);
}

void PeerOffice::addDefaultAnswers()
{
    answer<protocol::Hello>([this](const protocol::Hello &) -> Result<protocol::HelloReply> {
        return protocol::HelloReply {protocol::ProtocolVersion, u"Disdukcapil Kota Pekanbaru"_s,
                                     isPractice, QDateTime::currentDateTimeUtc()};
    });
    answer<protocol::Login>(
        [this](const protocol::Login &) -> Result<protocol::LoginReply> { return officer; });
    answer<protocol::Ping>([](const protocol::Ping &) -> Result<protocol::Done> {
        return protocol::Done {};
    });
    answer<protocol::Subscribe>([](const protocol::Subscribe &) -> Result<protocol::SubscribeReply> {
        return protocol::SubscribeReply {};
    });
    answer<protocol::OpenPermohonan>([this](const auto &) -> Result<protocol::PermohonanReply> {
        return protocol::PermohonanReply {permohonan};
    });
    answer<protocol::Claim>([](const auto &) -> Result<protocol::ClaimReply> {
        return protocol::ClaimReply {QDateTime::currentDateTimeUtc().addSecs(90)};
    });
    answer<protocol::ReleaseClaim>(
        [](const auto &) -> Result<protocol::Done> { return protocol::Done {}; });
    answer<protocol::Act>([this](const protocol::Act &message) { return act(message); });
    answer<protocol::SaveData>([this](const protocol::SaveData &message) {
        permohonan.data = message.data;
        permohonan.siakNumber = message.siakNumber;
        permohonan.warningReason = message.warningReason;
        return changed(message.version);
    });
    answer<protocol::JudgeBerkas>([this](const protocol::JudgeBerkas &message) {
        for (const protocol::BerkasVerdict &verdict : message.verdicts) {
            for (Berkas &berkas : permohonan.berkasList) {
                if (berkas.id == verdict.berkas) {
                    berkas.verdict = verdict.verdict;
                    berkas.solution = verdict.solution;
                }
            }
        }
        permohonan.answers = message.answers;
        permohonan.isAnswersConfirmed = message.isAnswersConfirmed;
        return changed(message.version);
    });
    answer<protocol::MakeDrafts>(
        [this](const protocol::MakeDrafts &message) { return changed(message.version); });
    answer<protocol::UploadDraft>(
        [this](const protocol::UploadDraft &message) { return changed(message.version); });
    answer<protocol::RecordView>([](const auto &) -> Result<protocol::Done> {
        return protocol::Done {};
    });
    answer<protocol::ConfirmPassword>(
        [](const protocol::ConfirmPassword &message) -> Result<protocol::ConfirmPasswordReply> {
            if (message.password != QLatin1StringView(Password))
                return fail(ErrorCode::Unauthenticated, u"password"_s);
            return protocol::ConfirmPasswordReply {QDateTime::currentDateTimeUtc().addSecs(900)};
        });
}

void PeerOffice::addBlobAnswers()
{
    answer<protocol::FetchBlob>([this](const protocol::FetchBlob &message) -> Result<protocol::BlobPart> {
        if (!blobs.contains(message.sha256))
            return fail(ErrorCode::NotFound, u"blob"_s);
        const QByteArray bytes = blobs.value(message.sha256);
        return protocol::BlobPart {bytes.size(), message.offset,
                                   bytes.mid(message.offset, protocol::ChunkSize)};
    });
    answer<protocol::BeginUpload>([this](const auto &) -> Result<protocol::BeginUploadReply> {
        m_upload.clear();
        return protocol::BeginUploadReply {1, false};
    });
    answer<protocol::UploadChunk>(
        [this](const protocol::UploadChunk &message) -> Result<protocol::UploadChunkReply> {
            m_upload += message.bytes;
            addBlob(m_upload);
            return protocol::UploadChunkReply {m_upload.size()};
        });
}

void PeerOffice::accept()
{
    hangUp();
    m_line = qobject_cast<QSslSocket *>(m_server.nextPendingConnection());
    m_reader = protocol::FrameReader(protocol::MaxFrameSize);
    connect(m_line, &QIODevice::readyRead, this, &PeerOffice::read);
    read();
}

void PeerOffice::read()
{
    m_reader.append(m_line->readAll());
    for (auto content = m_reader.next(); content && *content; content = m_reader.next()) {
        const auto envelope = protocol::envelopeFromCbor(**content);
        if (!envelope)
            qFatal("the client sent no message");
        m_received.append(*envelope);
        reply(*envelope);
    }
}

void PeerOffice::reply(const protocol::Envelope &request)
{
    const auto handler = m_handlers.constFind(int(request.type));
    const Result<QCborMap> body = handler == m_handlers.cend()
        ? Result<QCborMap>(fail(ErrorCode::Unsupported, u"no answer in this test"_s))
        : (*handler)(request.body);
    protocol::Envelope envelope {request.type, request.id, {}, body.value_or(QCborMap())};
    if (!body) {
        envelope.type = protocol::MessageType::Error;
        envelope.body = protocol::toCbor(protocol::ErrorReply {body.error().code, body.error().detail});
    }
    m_line->write(protocol::frame(envelope));
}

void PeerOffice::announceChange()
{
    const protocol::QueueChanged event {permohonan.row.version, permohonan.row, Role::None};
    m_line->write(protocol::frame({protocol::MessageType::QueueChanged, 0, {}, protocol::toCbor(event)}));
}

void PeerOffice::hangUp()
{
    if (!m_line)
        return;
    m_line->disconnect(this);
    m_line->abort();
    m_line->deleteLater();
    m_line = nullptr;
}

} // namespace sipenduduk::test
