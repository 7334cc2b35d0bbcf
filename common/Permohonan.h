#pragma once

#include "common/Alur.h"
#include "common/Delivery.h"
#include "common/Ids.h"
#include "common/KartuKendali.h"

#include <QDateTime>
#include <QList>
#include <QMap>
#include <QString>

namespace sipenduduk {

/// Verdict of the FO on one upload, and the reason for asking for another. Append only.
enum class Verdict {
    Pending = 0,
    Ok = 1,
    Unreadable = 2,  ///< tidak terbaca
    OtherPerson = 3, ///< milik orang lain
    OutOfDate = 4,   ///< kedaluwarsa
    Incomplete = 5,  ///< kurang
    NotMatching = 6, ///< tidak sesuai dengan data
    Missing = 7,     ///< belum diunggah
};

/// Where a defect sits. Append only.
enum class DefectTarget { Requirement = 1, Field = 2, Draft = 3, Other = 4 };

/// One thing to be mended before the permohonan goes on: what, why, and how to mend it.
struct Defect
{
    DefectTarget target = DefectTarget::Other;
    QString code; ///< requirement, field or output code; empty for Other
    Verdict verdict = Verdict::NotMatching;
    QString solution; ///< what to do, in the words that the reader will see
    bool operator==(const Defect &) const = default;
};

/// An upload that answers one requirement of the service.
struct Berkas
{
    BerkasId id{};
    QString requirement; ///< code in the catalogue
    QString fileName;    ///< as the applicant named it, for show only
    QString mediaType;   ///< found by looking at the bytes: application/pdf, image/jpeg, image/png
    qint64 size = 0;     ///< bytes
    QByteArray sha256;   ///< 32 bytes, address of the blob
    QDateTime uploadedAt;
    Verdict verdict = Verdict::Pending;
    QString solution; ///< what the FO asks for when the verdict is not Ok
    bool isSuperseded = false;
    bool operator==(const Berkas &) const = default;
};

/// An approval of one draft, by its bytes.
struct Paraf
{
    Role duty = Role::None;
    QString officer;        ///< name as shown
    QByteArray draftSha256; ///< 32 bytes
    QDateTime at;           ///< UTC, set by the server
    bool operator==(const Paraf &) const = default;
};

/// One paper of the set that a permohonan brings.
struct Dokumen
{
    DokumenId id{};
    QString output; ///< code of the kind of document in the catalogue
    Delivery delivery = Delivery::Mail;
    Status status = Status::Dientri; ///< from the TTE on; before it, that of the permohonan
    QString number;                  ///< fixed at the first draft
    QDate issueDate;                 ///< fixed at the first draft, office-local
    int draftVersion = 0;            ///< 0: no draft yet
    QByteArray draftSha256;          ///< 32 bytes, empty without a draft
    int pageCount = 0;
    bool isFromSiak = false; ///< the draft is the PDF that SIAK made
    QByteArray signedSha256; ///< 32 bytes once signed
    QDateTime signedAt;
    QList<Paraf> parafList; ///< on the current draft
    QList<int> seenPages;   ///< pages of the current draft that the asking officer was shown, 1…n
    bool operator==(const Dokumen &) const = default;
};

/// A remark between officers; part of the file, not of the chain.
struct Note
{
    QString officer;
    Role duty = Role::None;
    QDateTime at;
    QString text;
    bool operator==(const Note &) const = default;
};

/// A row of a queue: enough to choose by, no more personal data than the work needs.
struct PermohonanRow
{
    PermohonanId id{};
    QString number;
    QString layanan; ///< code
    QString applicant;
    Status status = Status::Diajukan;
    Role holder = Role::None;
    QDateTime submittedAt;
    QDateTime stepSince; ///< when it came to the present holder
    QString heldBy;      ///< officer with a running lease, else empty
    int version = 0;
    bool isReturned = false; ///< came back from a later step
    bool operator==(const PermohonanRow &) const = default;
};

/// Everything about one permohonan that its holder works with.
struct Permohonan
{
    PermohonanRow row;
    QString email;
    QString phone;
    QString siakNumber;
    QMap<QString, QString> data;     ///< by field code; see IsianPermohonan
    QMap<QString, bool> answers;     ///< to the questions, by conditionKey()
    bool isAnswersConfirmed = false; ///< FO agrees with the applicant's answers
    bool isReceivedByMe = false;
    QString warningReason; ///< why findings of level warning were accepted
    QList<Berkas> berkasList;
    QList<Dokumen> dokumenList;
    QList<Defect> defects; ///< open ones
    QList<Note> notes;
    QList<KartuKendaliLine> kartuKendali;
    bool operator==(const Permohonan &) const = default;
};

} // namespace sipenduduk
