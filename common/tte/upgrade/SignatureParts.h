#pragma once

#include "common/Result.h"
#include "common/tte/upgrade/ValidationMaterial.h"

#include <QDateTime>

#include <optional>

namespace sipenduduk {

class PdfRevision;

/// Who made a CMS, by its own account: nothing of it is checked.
struct SignerParts
{
    QByteArray certificate;         ///< DER
    QList<QByteArray> certificates; ///< DER, all that are in the CMS
};

struct TimestampParts
{
    SignerParts authority;
    QDateTime at; ///< UTC, genTime
};

/// One signature or document time stamp of a file.
struct SignatureParts
{
    qint64 end = 0;                   ///< bytes of the file that it covers
    bool isDocumentTimestamp = false; ///< then `timestamp` is it, and there is no signer
    SignerParts signer;
    std::optional<TimestampParts> timestamp;
};

/// Most signatures and document time stamps that are read of one file.
inline constexpr qsizetype MaxSignatureParts = 64;

/// All of a file, in the order in which they were made. Malformed (a field, a CMS or a token that
/// cannot be read), TooLarge (too many), NotFound (no signature of a person).
[[nodiscard]] Result<QList<SignatureParts>> signaturePartsOf(const PdfRevision &file);

/// What /DSS of the file holds. Malformed, or TooLarge above 64 items of a kind or 32 MiB in all.
[[nodiscard]] Result<ValidationMaterial> validationMaterialOf(const PdfRevision &file);

} // namespace sipenduduk
