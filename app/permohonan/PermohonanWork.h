#pragma once

#include "common/Permohonan.h"
#include "common/protocol/WorkMessages.h"

#include <QFuture>
#include <QObject>
#include <QTimer>

#include <functional>
#include <optional>

namespace sipenduduk {

class Session;

/// The open permohonan as the office has it, and the line to change it.
///
/// Changes go one after another, each with the version that the one before has left; a failure
/// drops those behind it. After a change everything is loaded anew. The lease is taken for the
/// duty that holds the permohonan, renewed, and given back.
class PermohonanWork : public QObject
{
    Q_OBJECT

public:
    /// What a change was about, for whoever hears of its end.
    enum class Step { SaveData, Judge, MakeDrafts, UploadDraft, Act };

    /// `session` must outlive this.
    explicit PermohonanWork(Session &session, QObject *parent = nullptr);
    ~PermohonanWork() override;

    void open(PermohonanId id, Role duty);
    void reload();
    /// Gives the lease back; nothing more is heard of this permohonan.
    void close();

    [[nodiscard]] bool isLoaded() const { return m_isLoaded; }
    [[nodiscard]] const Permohonan &permohonan() const { return m_permohonan; }
    [[nodiscard]] Role duty() const { return m_duty; }
    /// A change is under way, or done and not yet loaded.
    [[nodiscard]] bool isBusy() const
    {
        return m_isChanging || m_isSettling || !m_waiting.isEmpty();
    }
    /// The lease is with another officer: looking is all that can be done.
    [[nodiscard]] bool isHeldByOther() const { return m_isHeldByOther; }

    // Each fills in id, duty and version when its turn has come.
    void saveData(const protocol::SaveData &message);
    void judge(const protocol::JudgeBerkas &message);
    void makeDrafts();
    /// Hands the PDF over and makes it the draft of the dokumen.
    void uploadDraft(DokumenId dokumen, const QByteArray &pdf);
    void act(const protocol::Act &message);

    /// Records that pages were shown; goes beside the queue of changes, for it changes no version.
    void recordView(DokumenId dokumen, const QByteArray &draftSha256, const QList<int> &pages,
                    qint64 milliseconds);

Q_SIGNALS:
    void loaded();
    void loadingFailed(const sipenduduk::Error &error);
    void leaseChanged();
    void busyChanged();
    void viewsRecorded();
    void viewsFailed(const sipenduduk::Error &error);
    void dataSaved(const sipenduduk::protocol::SaveData &message);
    void berkasJudged(const sipenduduk::protocol::JudgeBerkas &message);
    /// One change is done; `action` says which when it was an Act.
    void stepDone(sipenduduk::PermohonanWork::Step step, sipenduduk::Action action);
    void stepFailed(sipenduduk::PermohonanWork::Step step, sipenduduk::Action action,
                    const sipenduduk::Error &error);

private:
    using Reply = QFuture<Result<protocol::ActReply>>;

    struct Change
    {
        Step step = Step::Act;
        Action action = Action::Receive;
        std::function<Reply(int version)> send;
        std::function<void()> done;
    };

    void enqueue(Change change);
    void sendNext();
    void finish(const Change &change, const Result<protocol::ActReply> &reply);
    void load();
    void claim();
    void giveLeaseBack();
    template <typename Message>
    Reply send(Message message, int version);
    Reply sendDraft(DokumenId dokumen, const QByteArray &pdf, int version);
    [[nodiscard]] bool isMine() const; ///< the open duty can do something

    Session &m_session;
    Permohonan m_permohonan;
    PermohonanId m_id{};
    Role m_duty = Role::None;
    QList<Change> m_waiting;
    QTimer m_leaseTimer;
    quint64 m_generation = 0; ///< of what is open: later answers to something else are dropped
    bool m_isLoaded = false;
    bool m_isChanging = false;
    bool m_isSettling = false; ///< changed, and what it looks like now is on its way
    bool m_isOutdated = false; ///< the office has something newer, which is on its way
    bool m_isHeldByOther = false;
    bool m_hasLease = false;
};

} // namespace sipenduduk
