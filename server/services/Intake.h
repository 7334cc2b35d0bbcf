#pragma once

#include "server/services/Workflow.h"

namespace sipenduduk {

/// A file that the applicant uploaded: stored durably already, its kind found in its bytes.
struct Upload
{
    QString requirement; ///< code
    QString fileName;
    QString mediaType;
    qint64 size = 0;
    QByteArray sha256;
};

/// What the applicant fills in.
struct Application
{
    QString layanan;
    QMap<QString, QString> data;
    QMap<QString, bool> answers;
    QList<Upload> uploads;
};

struct Acknowledged
{
    PermohonanId id{};
    QString number;
    Change change;
    bool hasMail = true;
};

/// Step 1 from the applicant's side.
class Intake
{
public:
    Intake(Connection &connection, const OfficeParts &parts, PemohonId pemohon,
           const QDateTime &now);

    /// A new permohonan in `diajukan`. NotFound: no such service; Incomplete (detail `data`,
    /// `answers`, `requirements`); Conflict (an open request for the same person and service;
    /// detail: its number when it is the applicant's own).
    [[nodiscard]] Result<Acknowledged> submit(const Application &application);

    /// Answers a revision: every requirement and field that was refused must be renewed, and
    /// nothing else is changed. Incomplete (detail `defects`), NotAllowed, NotFound.
    [[nodiscard]] Result<StepOutcome> resubmit(PermohonanId id, const QMap<QString, QString> &data,
                                               const QList<Upload> &uploads);

    [[nodiscard]] Result<StepOutcome> cancel(PermohonanId id);

    /// The applicant opened the download link of a dokumen: `diterima`. Nothing when it was so
    /// already.
    [[nodiscard]] static Result<std::optional<StepOutcome>> confirmReceipt(
        Connection &connection, const OfficeParts &parts, const QString &downloadToken,
        const QDateTime &now);

private:
    Result<PermohonanHead> newHead(const Layanan &layanan);
    Result<> checkDuplicate(const Layanan &layanan, const QStringList &niks);
    Result<> addUploads(PermohonanId id, const QList<Upload> &uploads);

    Connection &m_db;
    const OfficeParts &m_parts;
    PemohonId m_pemohon;
    QDateTime m_now;
};

/// NIKs of the persons whom a permohonan is about: not of witnesses and reporters, who may stand
/// in several at once.
[[nodiscard]] QStringList subjectNiks(const Layanan &layanan, const QMap<QString, QString> &data);

/// All NIKs in the data, by which a permohonan is found.
[[nodiscard]] QStringList allNiks(const Layanan &layanan, const QMap<QString, QString> &data);

} // namespace sipenduduk
