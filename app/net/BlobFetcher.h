#pragma once

#include "app/net/ConnectionState.h"
#include "common/protocol/BlobMessages.h"

#include <QCache>
#include <QFuture>
#include <QList>
#include <QObject>

#include <memory>

namespace sipenduduk {

class Session;

/// Fetches blobs part by part for the whole session, at most two parts under way, so that a
/// queue page never waits behind a document. Remembers the latest in memory until the log-out.
class BlobFetcher : public QObject
{
    Q_OBJECT
public:
    static constexpr int MaxUnderWay = 2;
    static constexpr qsizetype CacheBytes = 64 * 1024 * 1024;
    static constexpr int MaxFailures = 3; ///< time-outs of one blob while the line stands

    explicit BlobFetcher(Session &session, QObject *parent);
    ~BlobFetcher() override;

    [[nodiscard]] QFuture<Result<QByteArray>> fetch(PermohonanId id, const QByteArray &sha256);

private:
    struct Job;
    using JobPointer = std::shared_ptr<Job>;

    void onStateChanged(ConnectionState state);
    void askMore();
    void ask(const JobPointer &job, qint64 offset);
    void onPart(const JobPointer &job, qint64 offset, const Result<protocol::BlobPart> &part);
    void onFailure(const JobPointer &job, const Error &error);
    void check(const JobPointer &job);
    void finish(const JobPointer &job, const Result<QByteArray> &result);

    Session &m_session;
    QList<JobPointer> m_jobs; ///< oldest first
    QCache<QByteArray, QByteArray> m_cache;
    int m_underWay = 0;
};

} // namespace sipenduduk
