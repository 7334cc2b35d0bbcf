#pragma once

#include "common/Permohonan.h"
#include "server/db/Connection.h"

namespace sipenduduk {

/// A dokumen as the services work with it.
struct DokumenRecord
{
    DokumenId id{};
    PermohonanId permohonan{};
    int position = 0;
    QString output;
    Delivery delivery = Delivery::Mail;
    Status status = Status::Dientri;
    QString number;
    QDate issueDate;
    int draftVersion = 0;
    QByteArray draftSha256;
    int draftData = 0; ///< dataVersion that the draft shows
    int pageCount = 0;
    bool isFromSiak = false;
    QByteArray signedSha256;
    QDateTime signedAt;
    QString verifyToken;   ///< in the QR
    QString downloadToken; ///< in the mail
};

struct ParafRecord
{
    DokumenId dokumen{};
    QByteArray draftSha256;
    Role duty = Role::None;
    UserId user{};
    QString officer;
    QDateTime at;
};

class DokumenRepository
{
public:
    explicit DokumenRepository(Connection &connection)
        : m_db(connection)
    {
    }

    Result<DokumenId> insert(const DokumenRecord &record);
    /// Those from `position` on, with their drafts, parafs and views: a revision changed the set.
    /// What was approved stays in the kartu kendali.
    Result<> removeFrom(PermohonanId permohonan, int position);
    Result<QList<DokumenRecord>> list(PermohonanId permohonan);
    Result<DokumenRecord> byDownloadToken(const QString &token);
    Result<DokumenRecord> byVerifyToken(const QString &token);

    Result<> setNumber(DokumenId id, const QString &number, const QDate &issueDate);
    /// A new draft version with its bytes; the version counts up, number and date stay once set.
    Result<> setDraft(const DokumenRecord &record, UserId by, const QDateTime &at);
    Result<> setSigned(const DokumenRecord &record);
    Result<> setStatus(DokumenId id, Status status);
    /// All of a set at once, as before the TTE they move together.
    Result<> setStatusOfSet(PermohonanId permohonan, Status status);

    /// Parafs on the present drafts of the set.
    Result<QList<ParafRecord>> parafs(PermohonanId permohonan);
    /// Takes the place of an earlier one on the same draft by the same duty.
    Result<> putParaf(const ParafRecord &paraf);
    Result<> removeParafs(PermohonanId permohonan, Role duty);

    Result<> recordView(DokumenId dokumen, const QByteArray &draftSha256, UserId user, int page,
                        qint64 milliseconds, const QDateTime &at);
    /// Pages of the present draft that this officer was shown, ascending.
    Result<QList<int>> seenPages(DokumenId dokumen, const QByteArray &draftSha256, UserId user);
    /// How many dokumen of this kind were signed since; not more than `limit` are counted.
    Result<int> countSigned(const QString &output, const QDateTime &since, int limit);

private:
    Connection &m_db;
};

} // namespace sipenduduk
