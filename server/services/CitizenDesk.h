#pragma once

#include "common/Permohonan.h"
#include "server/db/Answer.h"
#include "server/services/Intake.h"

#include <QThreadPool>

namespace sipenduduk {

class Office;
struct OfficeParts;

/// A file as it arrived: to be judged by its bytes.
struct RawUpload
{
    QString requirement;
    QString fileName;
    QByteArray bytes;
};

/// What anybody may know who has a number: the state, and nothing about the person.
struct PublicStatus
{
    QString number;
    QString layanan; ///< code
    Status status = Status::Diajukan;
    QDateTime submittedAt;
    QDateTime changedAt;
};

/// A permohonan as its own applicant sees it.
struct OwnPermohonan
{
    PublicStatus status;
    PermohonanId id{};
    QMap<QString, QString> data;
    QList<Berkas> berkasList;
    QList<Defect> defects; ///< what is to be renewed
    QList<Dokumen> dokumenList;
    QMap<DokumenId, QString> downloadTokens; ///< of signed PDFs
    QString rejection;                       ///< why it was rejected
    bool mayCancel = false;
    bool mayResubmit = false;
};

struct Download
{
    QString path; ///< of the signed PDF in the blob store
    QString fileName;
};

/// What the QR of a document says: kind, number, date and whether it is valid; no person.
struct CheckedDokumen
{
    QString output; ///< code
    QString number;
    QDate issueDate;
    QDateTime signedAt; ///< invalid: not (yet) issued
};

/// What citizens may ask of the server, for the portal's door. Thread-safe; answers come from
/// threads of the store or of a pool.
class CitizenDesk
{
public:
    CitizenDesk(OfficeParts &parts, Office &office);
    ~CitizenDesk();

    /// Judges and stores the uploads, then Intake::submit(). An upload that is refused names its
    /// requirement: detail `CODE: reason`.
    Answer<Acknowledged> submit(PemohonId pemohon, const Application &application,
                                const QList<RawUpload> &uploads);
    Answer<protocol::ActReply> resubmit(PemohonId pemohon, PermohonanId id,
                                        const QMap<QString, QString> &data,
                                        const QList<RawUpload> &uploads);
    Answer<protocol::ActReply> cancel(PemohonId pemohon, PermohonanId id);

    Answer<PublicStatus> status(const QString &number);
    Answer<QList<PublicStatus>> list(PemohonId pemohon);
    /// NotFound when it is not this applicant's.
    Answer<OwnPermohonan> own(PemohonId pemohon, const QString &number);

    enum class Receipt { Confirmed, None };
    /// The signed PDF behind an unguessable link; records `diterima` unless nobody reads it (a
    /// mail program that only looks whether the link is alive). NotFound.
    Answer<Download> download(const QString &token, Receipt receipt = Receipt::Confirmed);
    Answer<CheckedDokumen> check(const QString &verifyToken);

private:
    Result<QList<Upload>> keep(const QList<RawUpload> &uploads) const;

    OfficeParts &m_parts;
    Office &m_office;
    QThreadPool m_pool; ///< pictures are decoded there, two at a time
};

} // namespace sipenduduk
