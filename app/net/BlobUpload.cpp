#include "app/net/BlobUpload.h"

#include "app/net/Session.h"
#include "app/net/WhenDone.h"

#include <QCryptographicHash>
#include <QtConcurrentRun>

using namespace Qt::StringLiterals;

namespace sipenduduk {

BlobUpload::BlobUpload(Session &session, const QByteArray &bytes)
    : QObject(&session)
    , m_session(session)
    , m_bytes(bytes)
{
    connect(&session, &Session::stateChanged, this, [this](ConnectionState state) {
        if (state == ConnectionState::LoggedIn && std::exchange(m_isWaiting, false))
            begin();
        else if (state == ConnectionState::Offline)
            finish(fail(ErrorCode::Network, u"logged out"_s));
    });
}

BlobUpload::~BlobUpload()
{
    finish(fail(ErrorCode::Network, u"the program ends"_s));
}

QFuture<Result<QByteArray>> BlobUpload::start()
{
    m_promise.start();
    const auto hashing = QtConcurrent::run(
        [bytes = m_bytes] { return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256); });
    whenDone(hashing, this, [this](const QByteArray &sha256) {
        m_sha256 = sha256;
        begin();
    });
    return m_promise.future();
}

void BlobUpload::begin()
{
    if (m_isDone)
        return;
    ++m_round;
    m_sent = 0;
    m_underWay = 0;
    whenDone(m_session.call(protocol::BeginUpload{m_bytes.size(), m_sha256}), this,
             [this](const Result<protocol::BeginUploadReply> &reply) { onBegun(reply); });
}

void BlobUpload::onBegun(const Result<protocol::BeginUploadReply> &reply)
{
    if (!reply)
        return onFailure(reply.error());
    if (reply->isKnown)
        return finish(m_sha256);
    m_upload = reply->upload;
    sendMore();
}

void BlobUpload::sendMore()
{
    while (!m_isDone && m_underWay < MaxUnderWay && m_sent < m_bytes.size()) {
        const QByteArray chunk = m_bytes.mid(m_sent, protocol::ChunkSize);
        const auto answer = m_session.call(protocol::UploadChunk{m_upload, m_sent, chunk});
        m_sent += chunk.size();
        ++m_underWay;
        whenDone(answer, this,
                 [this, round = m_round](const auto &reply) { onChunk(round, reply); });
    }
}

void BlobUpload::onChunk(int round, const Result<protocol::UploadChunkReply> &reply)
{
    if (round != m_round || m_isDone)
        return;
    --m_underWay;
    if (!reply)
        return onFailure(reply.error());
    if (reply->received >= m_bytes.size())
        return finish(m_sha256);
    sendMore();
}

void BlobUpload::onFailure(const Error &error)
{
    if (m_isDone)
        return;
    ++m_round; // the other chunk under way belongs to the past
    const bool isLineGone = error.code == ErrorCode::Network;
    if (isLineGone && m_session.state() == ConnectionState::Reconnecting)
        m_isWaiting = true;
    else if (isLineGone && m_session.isOnline() && ++m_failures < MaxFailures)
        begin();
    else
        finish(std::unexpected(error));
}

void BlobUpload::finish(const Result<QByteArray> &result)
{
    if (std::exchange(m_isDone, true))
        return;
    m_promise.addResult(result);
    m_promise.finish();
    deleteLater();
}

} // namespace sipenduduk
