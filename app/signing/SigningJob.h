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
#include <QTimer>

#include <memory>

namespace sipenduduk {

class DraftSigner;
class Session;
class SignatureLook;

/// Signs the sets of one permohonan after another: offer, drafts, hashes, signatures, self-check,
/// upload (architecture.md 8). The key is opened once for as many dokumen and minutes as the office
/// allows; then the PIN is wanted anew. A set that fails stays unsigned and does not stop the
/// others.
class SigningJob : public QObject
{
    Q_OBJECT

public:
    /// `session` must outlive the job.
    SigningJob(Session &session, QList<SigningItem> items, QObject *parent = nullptr);
    ~SigningJob() override;

    /// Asks for the first offer, so that the registered signer can be shown before the PIN.
    void prepare();
    /// Opens the key, then signs what waits; after the end, what failed. The PIN is wiped when the
    /// key is open.
    void start(const KeySource &source, Pin pin);
    /// Holds before the next set, with the key still open.
    void setPaused(bool isPaused);
    /// Stops after what cannot be taken back: a set that was sent is awaited. What waits stays as
    /// it is.
    void cancel();
    /// Takes one out of what waits; false when its signature has started or it is not there.
    bool remove(PermohonanId id);

    [[nodiscard]] bool isRunning() const { return m_isRunning; } ///< also while paused
    [[nodiscard]] bool isPaused() const { return m_isPaused; }
    /// Whether a stopped job waits for nothing but the line: what was sent arrives later, once, or
    /// not at all.
    [[nodiscard]] bool mayBeLeft() const;
    [[nodiscard]] bool isWaiting(PermohonanId id) const;
    [[nodiscard]] qsizetype waitingCount() const { return m_waiting.size(); }

Q_SIGNALS:
    void prepared(const sipenduduk::protocol::SigningOffer &offer);
    /// Before anything was signed: the offer or the key; the officer may try again.
    void refused(const QString &text);
    void progressed(int done, int of, const QString &text);
    void itemStarted(sipenduduk::PermohonanId id);
    void itemSigned(sipenduduk::PermohonanId id);
    void itemFailed(sipenduduk::PermohonanId id, const QString &text);
    /// The key was closed: so many dokumen, or so many minutes, were enough for one PIN.
    void pinWanted();
    void paused();
    void finished();

private:
    void takeKey(const Result<std::shared_ptr<SigningKey>> &key);
    void nextItem();
    void closeKey();
    void end();
    void wantPin();
    [[nodiscard]] bool isPinSpent(qsizetype dokumen) const;
    void takeOffer(const Result<protocol::SigningOffer> &offer);
    void prepareSigner();
    void fetchNextDraft();
    void takeDraft(const Result<QByteArray> &bytes);
    void signItem();
    void sendItem(const Result<QList<SignedDraft>> &drafts);
    void failItem(SigningStage stage, const Error &error);
    [[nodiscard]] QString problem(SigningStage stage, const Error &error) const;
    void endItem();
    void report(const QString &text);

    Session &m_session;
    const qsizetype m_count;      ///< of all items
    QList<SigningItem> m_waiting; ///< the first one is in hand while a job runs
    QList<SigningItem> m_failed;
    bool m_isInHand = false;        ///< the signature of the first one has started
    protocol::SigningOffer m_offer; ///< the last one; the first tells the limits of a PIN
    QElapsedTimer m_sinceOffer;
    SetToSign m_set;
    KeySource m_source;
    std::shared_ptr<SigningKey> m_key;
    QElapsedTimer m_sincePin;
    QTimer m_pinTimer;             ///< closes the key while nothing is signed
    qsizetype m_signedWithPin = 0; ///< dokumen that this PIN was used for
    std::unique_ptr<SignatureLook> m_look;
    std::unique_ptr<TimestampClient> m_stamps; ///< none where the office uses no time stamps
    std::shared_ptr<DraftSigner> m_signer;     ///< of the key in hand
    SigningWatch m_watch;
    QThreadPool m_pool; ///< one thread: a key serves one thread at a time
    bool m_isRunning = false;
    bool m_isPaused = false;
    bool m_isHeld = false; ///< stopped between two sets, because of the pause
};

} // namespace sipenduduk
