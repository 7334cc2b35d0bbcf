#pragma once

#include "common/protocol/BlobMessages.h"

#include <QFuture>
#include <QObject>
#include <QPromise>

namespace sipenduduk {

class Session;

/// Hands one blob to the office and then deletes itself. Two chunks are under way at a time;
/// after a broken line it begins again, since an upload belongs to its connection.
class BlobUpload : public QObject
{
    Q_OBJECT
public:
    static constexpr int MaxUnderWay = 2;
    static constexpr int MaxFailures = 3; ///< time-outs while the line stands

    explicit BlobUpload(Session &session, const QByteArray &bytes);
    ~BlobUpload() override;

    [[nodiscard]] QFuture<Result<QByteArray>> start();

private:
    void begin();
    void onBegun(const Result<protocol::BeginUploadReply> &reply);
    void sendMore();
    void onChunk(int round, const Result<protocol::UploadChunkReply> &reply);
    void onFailure(const Error &error);
    void finish(const Result<QByteArray> &result);

    Session &m_session;
    QByteArray m_bytes;
    QByteArray m_sha256;
    QPromise<Result<QByteArray>> m_promise;
    qint64 m_upload = 0;
    qint64 m_sent = 0;
    int m_underWay = 0;
    int m_round = 0; ///< answers of an earlier attempt are passed over
    int m_failures = 0;
    bool m_isWaiting = false;
    bool m_isDone = false;
};

} // namespace sipenduduk
