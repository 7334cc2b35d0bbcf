#include "app/net/BlobFetcher.h"

#include "app/net/Session.h"
#include "app/net/WhenDone.h"

#include <QCryptographicHash>
#include <QPromise>
#include <QtConcurrentRun>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace sipenduduk {

struct BlobFetcher::Job
{
    PermohonanId id{};
    QByteArray sha256;
    QPromise<Result<QByteArray>> promise;
    QByteArray bytes;
    QList<qint64> underWay; ///< offsets
    QList<qint64> again;    ///< offsets whose part was lost
    qint64 size = -1;       ///< known with the first part
    qint64 next = 0;        ///< offset not asked for yet
    qint64 received = 0;
    int failures = 0;
    bool isWaiting = false; ///< for the line to come back

    /// The next offset to ask for; -1 when there is none now. The first part tells the size, so
    /// nothing is asked beside it.
    [[nodiscard]] qint64 wanted() const
    {
        if (isWaiting)
            return -1;
        if (!again.isEmpty())
            return again.first();
        if (size < 0)
            return underWay.isEmpty() ? 0 : -1;
        return next < size ? next : -1;
    }

    [[nodiscard]] bool accepts(const protocol::BlobPart &part, qint64 offset) const
    {
        const qint64 length = std::min(protocol::ChunkSize, part.size - offset);
        return part.offset == offset && (size < 0 || part.size == size) && part.size > 0
            && part.bytes.size() == length;
    }
};

BlobFetcher::BlobFetcher(Session &session, QObject *parent)
    : QObject(parent)
    , m_session(session)
    , m_cache(CacheBytes)
{
    connect(&session, &Session::stateChanged, this, &BlobFetcher::onStateChanged);
}

BlobFetcher::~BlobFetcher()
{
    const QList<JobPointer> jobs = m_jobs;
    for (const JobPointer &job : jobs)
        finish(job, fail(ErrorCode::Network, u"the program ends"_s));
}

QFuture<Result<QByteArray>> BlobFetcher::fetch(PermohonanId id, const QByteArray &sha256)
{
    if (const QByteArray *known = m_cache.object(sha256))
        return QtFuture::makeReadyValueFuture(Result<QByteArray>(*known));
    for (const JobPointer &job : std::as_const(m_jobs)) {
        if (job->id == id && job->sha256 == sha256)
            return job->promise.future(); // two views of one document share the fetch
    }
    const auto job = std::make_shared<Job>();
    job->id = id;
    job->sha256 = sha256;
    job->promise.start();
    m_jobs.append(job);
    const auto future = job->promise.future();
    askMore();
    return future;
}

void BlobFetcher::onStateChanged(ConnectionState state)
{
    if (state == ConnectionState::LoggedIn) {
        for (const JobPointer &job : std::as_const(m_jobs))
            job->isWaiting = false;
        askMore();
    } else if (state == ConnectionState::Offline) { // logged out: what was seen is forgotten
        m_cache.clear();
        const QList<JobPointer> jobs = m_jobs;
        for (const JobPointer &job : jobs)
            finish(job, fail(ErrorCode::Network, u"logged out"_s));
    }
}

void BlobFetcher::askMore()
{
    const QList<JobPointer> jobs = m_jobs;
    for (const JobPointer &job : jobs) {
        while (m_underWay < MaxUnderWay && job->wanted() >= 0)
            ask(job, job->wanted());
    }
}

void BlobFetcher::ask(const JobPointer &job, qint64 offset)
{
    if (!job->again.removeOne(offset))
        job->next = offset + protocol::ChunkSize;
    job->underWay.append(offset);
    ++m_underWay;
    whenDone(m_session.call(protocol::FetchBlob{job->id, job->sha256, offset}), this,
             [this, job, offset](const Result<protocol::BlobPart> &part) {
                 --m_underWay;
                 job->underWay.removeOne(offset);
                 if (m_jobs.contains(job))
                     onPart(job, offset, part);
                 askMore();
             });
}

void BlobFetcher::onPart(const JobPointer &job, qint64 offset,
                         const Result<protocol::BlobPart> &part)
{
    if (!part) {
        job->again.append(offset);
        return onFailure(job, part.error());
    }
    if (part->size > protocol::MaxBlobSize)
        return finish(job, fail(ErrorCode::TooLarge, u"blob"_s));
    if (!job->accepts(*part, offset))
        return finish(job, fail(ErrorCode::Malformed, u"blob: part of a wrong size or place"_s));
    if (job->size < 0) {
        job->size = part->size;
        job->bytes.resize(job->size);
    }
    std::ranges::copy(part->bytes, job->bytes.begin() + offset);
    job->received += part->bytes.size();
    if (job->received == job->size)
        check(job);
}

void BlobFetcher::onFailure(const JobPointer &job, const Error &error)
{
    if (error.code != ErrorCode::Network)
        return finish(job, std::unexpected(error));
    job->isWaiting = !m_session.isOnline();
    const bool isLost = m_session.state() == ConnectionState::Offline;
    if (isLost || (!job->isWaiting && ++job->failures >= MaxFailures))
        finish(job, std::unexpected(error));
}

void BlobFetcher::check(const JobPointer &job)
{
    const auto hashing = QtConcurrent::run([bytes = job->bytes] {
        return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256);
    });
    whenDone(hashing, this, [this, job](const QByteArray &sha256) {
        if (!m_jobs.contains(job))
            return;
        if (sha256 != job->sha256)
            return finish(job, fail(ErrorCode::Tampered, u"blob: another hash"_s));
        if (m_session.isOnline())
            m_cache.insert(sha256, new QByteArray(job->bytes), job->bytes.size());
        finish(job, job->bytes);
    });
}

void BlobFetcher::finish(const JobPointer &job, const Result<QByteArray> &result)
{
    m_jobs.removeOne(job);
    job->promise.addResult(result);
    job->promise.finish();
}

} // namespace sipenduduk
