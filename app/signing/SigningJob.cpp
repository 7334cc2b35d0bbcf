#include "app/signing/SigningJob.h"

#include "app/net/BlobTransfer.h"
#include "app/net/Session.h"
#include "app/net/WhenDone.h"
#include "common/tte/SignatureFonts.h"
#include "common/tte/verify/TrustAnchors.h"

#include <QtConcurrentRun>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sipenduduk {

SigningJob::SigningJob(Session &session, QList<SigningItem> items, QObject *parent)
    : QObject(parent)
    , m_session(session)
    , m_items(std::move(items))
    , m_look(std::make_unique<SignatureLook>(signatureFontFamily()))
{
    Q_ASSERT(!m_items.isEmpty());
    m_pool.setMaxThreadCount(1);
    m_watch.signedDrafts = [this](int done) {
        QMetaObject::invokeMethod(this, [this, done] {
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
    whenDone(m_session.call(protocol::OfferSigning{m_items.first().id}), this,
             [this](const Result<protocol::SigningOffer> &offer) {
                 if (offer)
                     Q_EMIT prepared(*offer);
                 else
                     Q_EMIT refused(problem(SigningStage::Offer, offer.error()));
             });
}

void SigningJob::start(const KeySource &source, Pin pin)
{
    m_isRunning = true;
    m_source = source;
    m_watch.isCancelled = false;
    m_current = 0;
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
    nextItem();
}

void SigningJob::cancel()
{
    m_watch.isCancelled = true;
}

void SigningJob::nextItem()
{
    if (m_current >= m_items.size() || m_watch.isCancelled) {
        m_key.reset();
        m_isRunning = false;
        Q_EMIT finished();
        return;
    }
    report(tr("Asking the office …"));
    whenDone(m_session.call(protocol::OfferSigning{m_items.at(m_current).id}), this,
             [this](const Result<protocol::SigningOffer> &offer) { takeOffer(offer); });
}

void SigningJob::takeOffer(const Result<protocol::SigningOffer> &offer)
{
    if (!offer)
        return failItem(SigningStage::Offer, offer.error());
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
    prepareStamps();
    fetchNextDraft();
}

/// One client for all sets of a job: it knows which authority does not answer.
void SigningJob::prepareStamps()
{
    if (m_stamps || m_offer.timestampUrls.isEmpty())
        return;
    TimestampSettings settings;
    settings.roots = TrustAnchors::fromBytes(m_offer.rootsPem).value_or(TrustAnchors{}).roots;
    for (const QString &url : std::as_const(m_offer.timestampUrls))
        settings.authorities.append({QUrl(url), m_offer.timestampPolicy});
    m_stamps = std::make_unique<TimestampClient>(std::move(settings));
}

void SigningJob::fetchNextDraft()
{
    if (m_watch.isCancelled)
        return failItem(SigningStage::Drafts, {ErrorCode::Busy, u"cancelled"_s});
    if (m_set.drafts.size() == m_offer.dokumenList.size())
        return signItem();
    report(tr("Fetching the drafts …"));
    const protocol::DokumenToSign &wanted = m_offer.dokumenList.at(m_set.drafts.size());
    whenDone(fetchBlob(m_session, m_items.at(m_current).id, wanted.draftSha256), this,
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
    // Key, look and stamps are used by this one thread alone; the set is handed over as a copy.
    whenDone(QtConcurrent::run(&m_pool,
                               [this, key = m_key, set = m_set] {
                                   return signSet(*key, *m_look, m_stamps.get(), set, m_watch);
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
    protocol::SignSet message{m_items.at(m_current).id, m_offer.version, {}};
    for (const SignedDraft &draft : *drafts)
        message.signatures.append({draft.dokumen, draft.draftSha256, draft.appendix});
    whenDone(m_session.change(message), this, [this](const Result<protocol::ActReply> &reply) {
        if (!reply)
            return failItem(SigningStage::Sending, reply.error());
        Q_EMIT itemSigned(m_items.at(m_current).id);
        ++m_current;
        nextItem();
    });
}

void SigningJob::failItem(SigningStage stage, const Error &error)
{
    Q_EMIT itemFailed(m_items.at(m_current).id, problem(stage, error));
    ++m_current;
    nextItem();
}

QString SigningJob::problem(SigningStage stage, const Error &error) const
{
    return signingProblem(stage, error, std::holds_alternative<TokenKey>(m_source));
}

void SigningJob::report(const QString &text)
{
    Q_EMIT progressed(0, std::max(1, int(m_offer.dokumenList.size())), text);
}

} // namespace sipenduduk
