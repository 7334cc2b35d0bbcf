#include "app/permohonan/PermohonanWork.h"

#include "app/net/BlobTransfer.h"
#include "app/net/Session.h"
#include "app/net/WhenDone.h"
#include "app/permohonan/ActionGate.h"

#include <QFuture>

#include <algorithm>
#include <utility>

namespace sipenduduk {

namespace {

// The lease is renewed well before its end. The clock of this computer may differ from the
// office's, so that the time left is only believed within these bounds.
constexpr std::chrono::milliseconds ShortestRenewal{10'000};
constexpr std::chrono::milliseconds LongestRenewal{60'000};

std::chrono::milliseconds renewalAfter(const QDateTime &until)
{
    const std::chrono::milliseconds left(QDateTime::currentDateTimeUtc().msecsTo(until));
    return std::clamp(left / 3, ShortestRenewal, LongestRenewal);
}

} // namespace

PermohonanWork::PermohonanWork(Session &session, QObject *parent)
    : QObject(parent)
    , m_session(session)
{
    m_leaseTimer.setSingleShot(true);
    connect(&m_leaseTimer, &QTimer::timeout, this, &PermohonanWork::claim);
}

PermohonanWork::~PermohonanWork() = default;

void PermohonanWork::open(PermohonanId id, Role duty)
{
    close();
    m_id = id;
    m_duty = duty;
    load();
}

void PermohonanWork::reload()
{
    if (m_id != PermohonanId{})
        load();
}

void PermohonanWork::close()
{
    giveLeaseBack();
    ++m_generation;
    m_waiting.clear();
    m_permohonan = {};
    m_id = {};
    m_isLoaded = m_isChanging = m_isSettling = m_isOutdated = false;
    m_isHeldByOther = false;
}

bool PermohonanWork::isMine() const
{
    return !offeredActions(m_permohonan, m_duty).isEmpty();
}

void PermohonanWork::load()
{
    whenDone(m_session.call(protocol::OpenPermohonan{m_id, m_duty}), this,
             [this, generation = m_generation](const Result<protocol::PermohonanReply> &reply) {
                 if (generation != m_generation)
                     return;
                 if (!reply) {
                     m_isSettling = m_isOutdated = false;
                     Q_EMIT busyChanged();
                     return loadingFailed(reply.error());
                 }
                 // What was read before a change must not hide what the change has left.
                 if (m_isChanging) {
                     m_isOutdated = true;
                     return;
                 }
                 if (reply->permohonan.row.version < m_permohonan.row.version)
                     return load();
                 m_isSettling = m_isOutdated = false;
                 m_permohonan = reply->permohonan;
                 m_isLoaded = true;
                 if (!isMine())
                     giveLeaseBack(); // handed on: the next officer must not find it held
                 else if (!m_hasLease && !m_leaseTimer.isActive())
                     claim();
                 Q_EMIT loaded();
                 sendNext();
             });
}

void PermohonanWork::claim()
{
    whenDone(
        m_session.call(protocol::Claim{m_id, m_duty}), this,
        [this, id = m_id, generation = m_generation](const Result<protocol::ClaimReply> &reply) {
            if (generation != m_generation) {
                // Left before the lease came: nobody here would give it back.
                if (reply && id != m_id && m_session.isOnline())
                    std::ignore = m_session.call(protocol::ReleaseClaim{id});
                return;
            }
            m_hasLease = reply.has_value();
            if (!isMine())
                return giveLeaseBack(); // it was handed on meanwhile
            m_leaseTimer.start(reply ? renewalAfter(reply->until) : ShortestRenewal);
            const bool isHeld = !reply && reply.error().code == ErrorCode::Held;
            if (isHeld == std::exchange(m_isHeldByOther, isHeld))
                return;
            // Who holds it, or what he did before he gave it back, stands in the rows.
            load();
            Q_EMIT leaseChanged();
        });
}

void PermohonanWork::giveLeaseBack()
{
    m_leaseTimer.stop();
    if (std::exchange(m_hasLease, false) && m_session.isOnline())
        std::ignore = m_session.call(protocol::ReleaseClaim{m_id});
}

template <typename Message>
PermohonanWork::Reply PermohonanWork::send(Message message, int version)
{
    message.id = m_id;
    message.duty = m_duty;
    message.version = version;
    return m_session.change(message);
}

void PermohonanWork::saveData(const protocol::SaveData &message)
{
    enqueue({Step::SaveData, Action::EditData,
             [this, message](int version) { return send(message, version); },
             [this, message] { Q_EMIT dataSaved(message); }});
}

void PermohonanWork::judge(const protocol::JudgeBerkas &message)
{
    enqueue({Step::Judge, Action::JudgeBerkas,
             [this, message](int version) { return send(message, version); },
             [this, message] { Q_EMIT berkasJudged(message); }});
}

void PermohonanWork::makeDrafts()
{
    enqueue({Step::MakeDrafts,
             Action::MakeDraft,
             [this](int version) { return send(protocol::MakeDrafts{}, version); },
             {}});
}

void PermohonanWork::uploadDraft(DokumenId dokumen, const QByteArray &pdf)
{
    enqueue({Step::UploadDraft,
             Action::MakeDraft,
             [=, this](int version) { return sendDraft(dokumen, pdf, version); },
             {}});
}

void PermohonanWork::act(const protocol::Act &message)
{
    enqueue({Step::Act,
             message.action,
             [this, message](int version) { return send(message, version); },
             {}});
}

PermohonanWork::Reply PermohonanWork::sendDraft(DokumenId dokumen, const QByteArray &pdf,
                                                int version)
{
    auto promise = std::make_shared<QPromise<Result<protocol::ActReply>>>();
    promise->start();
    const auto end = [promise](const Result<protocol::ActReply> &reply) {
        promise->addResult(reply);
        promise->finish();
    };
    whenDone(uploadBlob(m_session, pdf), this,
             [this, end, dokumen, version](const Result<QByteArray> &sha256) {
                 if (!sha256)
                     return end(std::unexpected(sha256.error()));
                 protocol::UploadDraft message;
                 message.dokumen = dokumen;
                 message.sha256 = *sha256;
                 whenDone(send(message, version), this, end);
             });
    return promise->future();
}

void PermohonanWork::enqueue(Change change)
{
    m_waiting.append(std::move(change));
    sendNext();
    Q_EMIT busyChanged();
}

void PermohonanWork::sendNext()
{
    if (m_isChanging || m_isOutdated || m_waiting.isEmpty())
        return;
    m_isChanging = true;
    const Change change = m_waiting.takeFirst();
    whenDone(change.send(m_permohonan.row.version), this,
             [this, change, generation = m_generation](const Result<protocol::ActReply> &reply) {
                 if (generation == m_generation)
                     finish(change, reply);
             });
}

void PermohonanWork::finish(const Change &change, const Result<protocol::ActReply> &reply)
{
    m_isChanging = false;
    if (!reply) {
        m_waiting.clear(); // what stood behind was meant for the state that did not come about
        m_isOutdated = m_isOutdated || reply.error().code == ErrorCode::Conflict;
        m_isSettling = m_isOutdated;
        if (m_isOutdated)
            load();
        Q_EMIT busyChanged();
        Q_EMIT stepFailed(change.step, change.action, reply.error());
        return;
    }
    m_isOutdated = false;
    m_permohonan.row.version = reply->version;
    m_permohonan.row.status = reply->status;
    m_permohonan.row.holder = reply->holder;
    m_isSettling = m_waiting.isEmpty();
    if (change.done)
        change.done();
    Q_EMIT stepDone(change.step, change.action);
    if (m_isSettling)
        load();
    sendNext();
    Q_EMIT busyChanged();
}

void PermohonanWork::recordView(DokumenId dokumen, const QByteArray &draftSha256,
                                const QList<int> &pages, qint64 milliseconds)
{
    const protocol::RecordView message{m_id, dokumen, draftSha256, pages, milliseconds};
    whenDone(m_session.change(message), this,
             [this, message, generation = m_generation](const Result<protocol::Done> &reply) {
                 if (generation != m_generation)
                     return;
                 if (!reply)
                     return viewsFailed(reply.error());
                 for (Dokumen &shown : m_permohonan.dokumenList) {
                     if (shown.id != message.dokumen || shown.draftSha256 != message.draftSha256)
                         continue;
                     for (const int page : message.pages) {
                         if (!shown.seenPages.contains(page))
                             shown.seenPages.append(page);
                     }
                 }
                 Q_EMIT viewsRecorded();
             });
}

} // namespace sipenduduk
