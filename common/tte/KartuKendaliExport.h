#pragma once

#include "common/KartuKendali.h"

#include <QJsonObject>

namespace sipenduduk {

/// What the export of one permohonan's kartu kendali says besides its lines.
struct KartuKendaliHeader
{
    QString number;       ///< number of the permohonan; starts the chain
    QString layanan;      ///< code of the service; starts the chain
    QString layananTitle; ///< for people
    QString office;       ///< name of the office
    QDateTime exportedAt; ///< UTC
    bool operator==(const KartuKendaliHeader &) const = default;
};

/// The exported kartu kendali: canonical JSON (RFC 8785), sealed with OfficeSeal::sealJson().
///
///     {"exportedAt":"2026-11-22T01:02:03.456Z",
///      "format":"sipenduduk-kartu-kendali","head":"<hex hash of the last line>",
///      "layanan":"…","layananTitle":"…",
///      "lines":[<KartuKendali::toJson(line)>, …],
///      "number":"…","office":"…",
///      "signature":{"algorithm","certificate","digest","value"},"version":1}
///
/// (without the line breaks). "head" of an export without lines is chainStart(number, layanan).
/// Integers and strings only. The signature covers everything but its own member; its certificate
/// carries SealPurposeOid and is issued by the office's authority.
namespace KartuKendaliExport {

inline constexpr char Format[] = "sipenduduk-kartu-kendali";
inline constexpr int Version = 1;
/// Largest export, in bytes.
inline constexpr qsizetype MaxSize = 32 * 1024 * 1024;

/// The object to be sealed. The chain is taken as it is: the verifier judges it.
[[nodiscard]] QJsonObject toJson(const KartuKendaliHeader &header,
                                 const QList<KartuKendaliLine> &lines);

} // namespace KartuKendaliExport

} // namespace sipenduduk
