#pragma once

#include "common/Result.h"
#include "common/Status.h"

#include <QByteArray>
#include <QDateTime>
#include <QJsonObject>
#include <QList>

namespace sipenduduk {

/// What a line of the kartu kendali records. Append only.
enum class LineKind {
    Pengajuan = 1,  ///< applicant sent or re-sent it
    Penyerahan = 2, ///< handed on to the counterpart
    Penerimaan = 3, ///< taken over
    Pekerjaan = 4,  ///< a step done without handing on: register, verify, enter, draft
    Paraf = 5,      ///< approval of one draft
    Tte = 6,        ///< signature on one draft
    Pengiriman = 7, ///< mail accepted or refused, card ready, collected, received
    Selesai = 8,    ///< rejected or cancelled
};

/// One line: who did what, when, to whom it went. Lines are only ever appended, and each
/// carries the hash of the one before, so that none can be changed or taken out unseen.
struct KartuKendaliLine
{
    qint64 seq = 0; ///< 1, 2, 3 … within the permohonan
    LineKind kind = LineKind::Pekerjaan;
    int action = 0;                   ///< Action that wrote it
    Status status = Status::Diajukan; ///< state after it
    Role duty = Role::None;
    qint64 officerId = 0;          ///< 0 for the applicant and the system
    QString officer;               ///< name as it was then; empty for the applicant and the system
    Role counterpart = Role::None; ///< penyerahan: to whom; penerimaan: from whom
    QDateTime at;                  ///< UTC, milliseconds, set by the server
    QString note;
    QString dokumen;         ///< output code when one is concerned
    QByteArray draftSha256;  ///< 32 bytes when a draft is concerned, else empty
    QByteArray previousHash; ///< 32 bytes; of the first line: chainStart()
    QByteArray hash;         ///< 32 bytes: lineHash() of this line
    bool operator==(const KartuKendaliLine &) const = default;
};

namespace KartuKendali {

/// Where the chain of one permohonan begins: binds it to its number and service.
[[nodiscard]] QByteArray chainStart(const QString &number, const QString &layanan);

/// SHA-256 over the canonical CBOR (RFC 8949 4.2) of all fields but `hash`.
[[nodiscard]] QByteArray lineHash(const KartuKendaliLine &line);

/// Gives `line` its seq, previousHash and hash as the successor of (`lastSeq`, `head`).
void chain(KartuKendaliLine &line, qint64 lastSeq, const QByteArray &head);

/// Index (0-based) of the first line whose seq, link or hash is wrong; -1 when intact.
[[nodiscard]] qsizetype firstBroken(const QList<KartuKendaliLine> &lines, const QByteArray &start);

/// Export form of one line: integers, strings and lower-case hex only, so that RFC 8785 has
/// nothing to decide but the order of keys.
[[nodiscard]] QJsonObject toJson(const KartuKendaliLine &line);

/// Inverse of toJson; Malformed for a missing, additional or ill-typed member.
[[nodiscard]] Result<KartuKendaliLine> fromJson(const QJsonObject &object);

} // namespace KartuKendali

} // namespace sipenduduk
