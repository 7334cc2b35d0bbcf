#pragma once

#include "common/Permohonan.h"
#include "server/db/Connection.h"

namespace sipenduduk {

/// The row that every step of the workflow reads and rewrites.
struct PermohonanHead
{
    PermohonanId id{};
    QString number;
    QString layanan;
    QString seksi;
    QString bidang;
    PemohonId pemohon{};
    QString applicant;
    QString email;
    QString phone;
    Status status = Status::Diajukan;
    Role holder = Role::Fo;
    QString queueScope;            ///< what, besides the holder, the queue is split by
    UserId receivedBy{};           ///< 0: not yet acknowledged by the present holder
    Role handedBy = Role::Pemohon; ///< who handed it to the present holder
    int version = 1;
    bool isReturned = false;
    QDateTime submittedAt;
    QDateTime queueAt; ///< place in the queue, kept through revisions
    QDateTime stepSince;
    qint64 chainSeq = 0;
    QByteArray chainHead;
};

/// What was entered. `dataVersion` grows with every change that a draft could show.
struct EnteredData
{
    QMap<QString, QString> data;
    QMap<QString, bool> answers;
    bool isAnswersConfirmed = false;
    QString siakNumber;
    QString warningReason;
    int dataVersion = 1;
};

/// What the list for signing knows of one permohonan.
struct SignableRecord
{
    PermohonanRow row;
    UserId receivedBy{}; ///< 0: nobody yet
    int dokumenCount = 0;
    int pageCount = 0;
    int seenPages = 0;        ///< of the present drafts, by the asked user
    bool isCorrected = false; ///< a draft was made anew, or a later step returned it
    QDateTime makerSince;     ///< UTC; first draft ever of the newest of those who drafted it
    QStringList outputs;      ///< codes of its dokumen
    QStringList verifyTokens; ///< of its dokumen; secret until they are issued
};

/// Queues of a duty that are not those of another: scopes of permohonan after the TTE.
inline constexpr QLatin1StringView CounterScope{"#loket"};

class PermohonanRepository
{
public:
    explicit PermohonanRepository(Connection &connection)
        : m_db(connection)
    {
    }

    Result<PermohonanId> insert(const PermohonanHead &head, const EnteredData &entered);
    Result<PermohonanHead> load(PermohonanId id);
    /// Writes what a step changes, with the next version; Conflict when the stored version is
    /// not `head.version`. `head` has the new version afterwards.
    Result<> update(PermohonanHead &head);

    Result<EnteredData> entered(PermohonanId id);
    /// Only the version of what was entered: cheap enough for every step.
    Result<int> dataVersion(PermohonanId id);
    Result<> saveEntered(PermohonanId id, const EnteredData &entered);
    /// The NIKs by which it can be found.
    Result<> setNiks(PermohonanId id, const QStringList &niks);
    Result<> setAddress(PermohonanId id, const QString &email);

    /// Oldest first; `scopes` empty: all of the holder but the counter.
    Result<QList<PermohonanRow>> queue(Role holder, const QStringList &scopes, bool onlyReturned,
                                       const QDateTime &afterAt, PermohonanId after, int limit);
    /// What others hold or what has ended, newest first, of these sections; empty: all.
    Result<QList<PermohonanRow>> sent(Role holder, const QStringList &seksi,
                                      const QStringList &bidang, PermohonanId before, int limit);
    Result<QList<PermohonanRow>> search(const QString &text, const QStringList &seksi,
                                        const QStringList &bidang, int limit);
    Result<PermohonanRow> row(PermohonanId id);
    /// In di_kadin, oldest first; `only` 0: all.
    Result<QList<SignableRecord>> signable(UserId user, PermohonanId only, int limit);

    Result<QList<PermohonanId>> ofPemohon(PemohonId pemohon);
    Result<PermohonanId> byNumber(const QString &number);
    /// An open request of the same service with one of these NIKs, other than `except`; none: 0.
    Result<PermohonanId> openDuplicate(const QString &layanan, const QStringList &niks,
                                       PermohonanId except);

private:
    Connection &m_db;
};

} // namespace sipenduduk
