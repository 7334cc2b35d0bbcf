#include "app/signing/SigningJob.h"

#include "app/net/BlobTransfer.h"
#include "app/net/Session.h"
#include "app/net/WhenDone.h"
#include "common/tte/DraftSigner.h"
#include "common/tte/SignatureFonts.h"
#include "common/tte/verify/TrustAnchors.h"

#include <QtConcurrentRun>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace sipenduduk {

namespace {

/// A token that refused once refuses all that follows.
bool isKeyGone(const Error &error, bool isToken)
{
    switch (error.code) {
    case ErrorCode::NotFound:
    case ErrorCode::Locked:
    case ErrorCode::WrongPin: return true;
    case ErrorCode::Internal:
    case ErrorCode::Busy: return isToken;
    default: return false;
    }
}

} // namespace

SigningJob::SigningJob(Session &session, QList<SigningItem> items, QObject *parent)
    : QObject(parent)
    , m_session(session)
    , m_count(items.size())
    , m_waiting(std::move(items))
    , m_look(std::make_unique<SignatureLook>(signatureFontFamily()))
{
    Q_ASSERT(!m_waiting.isEmpty());
    m_pool.setMaxThreadCount(1);
    m_pinTimer.setSingleShot(true);
    connect(&m_pinTimer, &QTimer::timeout, this, [this] {
        if (m_isHeld)
            closeKey();
    });
    m_watch.signedDrafts = [this](int done) {
        QMetaObject::invokeMethod(this, [this, done] {
            if (m_count == 1)
                Q_EMIT progressed(done, int(m_set.drafts.size()), tr("Signing …"));
        });
    };
}

SigningJob::~SigningJob()
{
    m_watch.isCancelled = true;
    m_pool.clear();
    m_pool.waitForDone(); // one signature at most: some milliseconds
}

void SigningJob::prepare()
{
    whenDone(m_session.call(protocol::OfferSigning{m_waiting.first().id}), this,
             [this](const Result<protocol::SigningOffer> &offer) {
                 if (offer && !m_isRunning)
                     m_offer = *offer;
                 if (offer)
                     Q_EMIT prepared(*offer);
                 else
                     Q_EMIT refused(problem(SigningStage::Offer, offer.error()));
             });
}

void SigningJob::start(const KeySource &source, Pin pin)
{
    if (m_waiting.isEmpty())
        m_waiting = std::exchange(m_failed, {});
    if (m_waiting.isEmpty() || m_isRunning)
        return;
    m_isRunning = true;
    m_isPaused = false;
    m_source = source;
    m_watch.isCancelled = false;
    report(tr("Opening the key …"));
    auto shared = std::make_shared<Pin>(std::move(pin));
    whenDone(QtConcurrent::run(&m_pool,
                               [source, shared] {
                                   return openKey(source, std::move(*shared),
                                                  QDateTime::currentDateTimeUtc());
                               }),
             this, [this](const auto &key) { takeKey(key); });
}

void SigningJob::takeKey(const Result<std::shared_ptr<SigningKey>> &key)
{
    if (!key || m_watch.isCancelled) {
        m_isRunning = false;
        Q_EMIT refused(key ? problem(SigningStage::Signing, {ErrorCode::Busy, u"cancelled"_s})
                           : problem(SigningStage::Key, key.error()));
        return;
    }
    m_key = *key;
    m_sincePin.start();
    m_pinTimer.start(std::chrono::minutes(std::max(1, m_offer.pinMinutes)));
    m_signedWithPin = 0;
    nextItem();
}

void SigningJob::cancel()
{
    m_watch.isCancelled = true;
    if (m_isHeld)
        end();
}

bool SigningJob::mayBeLeft() const
{
    return m_watch.isCancelled && !m_session.isOnline();
}

void SigningJob::setPaused(bool isPaused)
{
    if (!m_isRunning || m_isPaused == isPaused)
        return;
    m_isPaused = isPaused;
    if (!isPaused && std::exchange(m_isHeld, false))
        nextItem();
}

bool SigningJob::isWaiting(PermohonanId id) const
{
    const auto first = m_waiting.cbegin() + (m_isInHand ? 1 : 0);
    return std::ranges::find(first, m_waiting.cend(), id, &SigningItem::id) != m_waiting.cend();
}

bool SigningJob::remove(PermohonanId id)
{
    if (!isWaiting(id))
        return false;
    m_waiting.removeIf([id](const SigningItem &item) { return item.id == id; });
    return true;
}

void SigningJob::nextItem()
{
    if (m_waiting.isEmpty() || m_watch.isCancelled)
        return end();
    if (m_isPaused) {
        m_isHeld = true;
        Q_EMIT paused();
        return;
    }
    if (!m_key || isPinSpent(1))
        return wantPin();
    m_isInHand = true;
    Q_EMIT itemStarted(m_waiting.first().id);
    report(tr("Asking the office …"));
    whenDone(m_session.call(protocol::OfferSigning{m_waiting.first().id}), this,
             [this](const Result<protocol::SigningOffer> &offer) { takeOffer(offer); });
}

void SigningJob::closeKey()
{
    m_signer.reset();
    m_key.reset();
    m_pinTimer.stop();
}

void SigningJob::end()
{
    closeKey();
    m_isRunning = false;
    m_isPaused = false;
    m_isHeld = false;
    Q_EMIT finished();
}

void SigningJob::wantPin()
{
    closeKey();
    m_isInHand = false;
    m_isRunning = false;
    Q_EMIT pinWanted();
}

/// Whether this PIN has served long enough to serve for so many dokumen more.
bool SigningJob::isPinSpent(qsizetype dokumen) const
{
    if (m_offer.pinMinutes == 0)
        return false; // the first offer will tell
    return (m_signedWithPin > 0 && m_signedWithPin + dokumen > m_offer.pinDokumen)
        || m_sincePin.durationElapsed() >= std::chrono::minutes(m_offer.pinMinutes);
}

void SigningJob::takeOffer(const Result<protocol::SigningOffer> &offer)
{
    if (!offer)
        return failItem(SigningStage::Offer, offer.error());
    if (isPinSpent(offer->dokumenList.size()))
        return wantPin();
    m_offer = *offer;
    m_sinceOffer.start();
    m_set = {.drafts = {},
             .text = {m_offer.titleLines, m_offer.name, m_offer.nip, m_session.isPractice()},
             .registeredCertificate = m_offer.certificate,
             .at = {}};
    // A key that is not the registered one need not fetch anything.
    const auto fit = checkSigner(*m_key, m_offer.certificate, m_offer.at);
    if (!fit)
        return failItem(SigningStage::Key, fit.error());
    prepareSigner();
    fetchNextDraft();
}

/// One for all sets: it knows which authority does not answer, and how much room a signature needs.
void SigningJob::prepareSigner()
{
    if (!m_stamps && !m_offer.timestampUrls.isEmpty()) {
        TimestampSettings settings;
        settings.roots = TrustAnchors::fromBytes(m_offer.rootsPem).value_or(TrustAnchors{}).roots;
        for (const QString &url : std::as_const(m_offer.timestampUrls))
            settings.authorities.append({QUrl(url), m_offer.timestampPolicy});
        m_stamps = std::make_unique<TimestampClient>(std::move(settings));
    }
    if (!m_signer)
        m_signer = std::make_shared<DraftSigner>(*m_key, *m_look, m_stamps.get());
}

void SigningJob::fetchNextDraft()
{
    if (m_watch.isCancelled)
        return failItem(SigningStage::Drafts, {ErrorCode::Busy, u"cancelled"_s});
    if (m_set.drafts.size() == m_offer.dokumenList.size())
        return signItem();
    report(tr("Fetching the drafts …"));
    const protocol::DokumenToSign &wanted = m_offer.dokumenList.at(m_set.drafts.size());
    whenDone(fetchBlob(m_session, m_waiting.first().id, wanted.draftSha256), this,
             [this](const Result<QByteArray> &bytes) { takeDraft(bytes); });
}

void SigningJob::takeDraft(const Result<QByteArray> &bytes)
{
    if (!bytes)
        return failItem(SigningStage::Drafts, bytes.error());
    const protocol::DokumenToSign &wanted = m_offer.dokumenList.at(m_set.drafts.size());
    m_set.drafts.append(
        {wanted.dokumen, *bytes, wanted.draftSha256, wanted.parafChain, wanted.verifyUrl});
    fetchNextDraft();
}

void SigningJob::signItem()
{
    report(tr("Signing …"));
    // The office's clock, not that of this computer: the parafs were dated by it.
    m_set.at = m_offer.at.addMSecs(m_sinceOffer.elapsed());
    m_signedWithPin += m_set.drafts.size();
    // Key, look and stamps are used by this one thread alone; the set is handed over as a copy.
    whenDone(QtConcurrent::run(&m_pool,
                               [this, key = m_key, signer = m_signer, set = m_set] {
                                   return signSet(*signer, *key, set, m_watch);
                               }),
             this, [this](const auto &drafts) { sendItem(drafts); });
}

void SigningJob::sendItem(const Result<QList<SignedDraft>> &drafts)
{
    if (!drafts)
        return failItem(SigningStage::Signing, drafts.error());
    if (m_watch.isCancelled)
        return failItem(SigningStage::Signing, {ErrorCode::Busy, u"cancelled"_s});
    report(tr("Handing the signatures to the office …"));
    protocol::SignSet message{m_waiting.first().id, m_offer.version, {}};
    for (const SignedDraft &draft : *drafts)
        message.signatures.append({draft.dokumen, draft.draftSha256, draft.appendix});
    whenDone(m_session.change(message), this, [this](const Result<protocol::ActReply> &reply) {
        if (!reply)
            return failItem(SigningStage::Sending, reply.error());
        Q_EMIT itemSigned(m_waiting.first().id);
        m_waiting.removeFirst();
        endItem();
    });
}

void SigningJob::failItem(SigningStage stage, const Error &error)
{
    Q_EMIT itemFailed(m_waiting.first().id, problem(stage, error));
    const SigningItem item = m_waiting.takeFirst();
    // Without the key no other can follow: this one waits as before, and so do they.
    if (stage == SigningStage::Key
        || (stage == SigningStage::Signing
            && isKeyGone(error, std::holds_alternative<TokenKey>(m_source))))
        m_watch.isCancelled = true;
    if (m_watch.isCancelled)
        m_waiting.prepend(item);
    else
        m_failed.append(item);
    endItem();
}

void SigningJob::endItem()
{
    m_isInHand = false;
    nextItem();
}

QString SigningJob::problem(SigningStage stage, const Error &error) const
{
    return signingProblem(stage, error, std::holds_alternative<TokenKey>(m_source));
}

void SigningJob::report(const QString &text)
{
    if (m_count == 1)
        return Q_EMIT progressed(0, std::max(1, int(m_offer.dokumenList.size())), text);
    const int done = int(m_count - m_waiting.size());
    Q_EMIT progressed(done, int(m_count), tr("%1 of %2: %3").arg(done).arg(m_count).arg(text));
}

} // namespace sipenduduk
