#pragma once

#include "app/signing/SetSigner.h"
#include "app/signing/SigningItem.h"
#include "app/signing/SigningWords.h"
#include "common/protocol/SigningMessages.h"
#include "common/tte/KeySource.h"
#include "common/tte/TimestampClient.h"

#include <QElapsedTimer>
#include <QFuture>
#include <QObject>
#include <QThreadPool>

#include <memory>

namespace sipenduduk {

class Session;
class SignatureLook;

/// Signs the sets of one permohonan after another with one key, opened once: offer, drafts,
/// hashes, signatures, self-check, upload (architecture.md 8). A set that fails stays unsigned
/// and does not stop the others.
class SigningJob : public QObject
{
    Q_OBJECT

public:
    /// `session` must outlive the job.
    SigningJob(Session &session, QList<SigningItem> items, QObject *parent = nullptr);
    ~SigningJob() override;

    /// Asks for the first offer, so that the registered signer can be shown before the PIN.
    void prepare();
    /// Opens the key, then signs. The PIN is wiped when the key is open.
    void start(const KeySource &source, Pin pin);
    /// Stops after what cannot be taken back: a set that was sent is awaited.
    void cancel();
    [[nodiscard]] bool isRunning() const { return m_isRunning; }

Q_SIGNALS:
    void prepared(const sipenduduk::protocol::SigningOffer &offer);
    /// Before anything was signed: the offer or the key; the officer may try again.
    void refused(const QString &text);
    void progressed(int drafts, int ofDrafts, const QString &text);
    void itemSigned(sipenduduk::PermohonanId id);
    void itemFailed(sipenduduk::PermohonanId id, const QString &text);
    void finished();

private:
    void takeKey(const Result<std::shared_ptr<SigningKey>> &key);
    void nextItem();
    void takeOffer(const Result<protocol::SigningOffer> &offer);
    void prepareStamps();
    void fetchNextDraft();
    void takeDraft(const Result<QByteArray> &bytes);
    void signItem();
    void sendItem(const Result<QList<SignedDraft>> &drafts);
    void failItem(SigningStage stage, const Error &error);
    [[nodiscard]] QString problem(SigningStage stage, const Error &error) const;
    void report(const QString &text);

    Session &m_session;
    QList<SigningItem> m_items;
    qsizetype m_current = 0;
    protocol::SigningOffer m_offer;
    QElapsedTimer m_sinceOffer;
    SetToSign m_set;
    KeySource m_source;
    std::shared_ptr<SigningKey> m_key;
    std::unique_ptr<SignatureLook> m_look;
    std::unique_ptr<TimestampClient> m_stamps; ///< none where the office uses no time stamps
    SigningWatch m_watch;
    QThreadPool m_pool; ///< one thread: a key serves one thread at a time
    bool m_isRunning = false;
};

} // namespace sipenduduk
