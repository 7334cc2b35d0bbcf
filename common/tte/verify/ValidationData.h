#pragma once

#include "common/tte/verify/PdfFile.h"

#include <QByteArray>
#include <QList>

namespace sipenduduk {

/// What a file carries so that it can be checked without a network; nothing of it is checked yet.
struct ValidationData
{
    QList<QByteArray> certificates; ///< DER
    QList<QByteArray> ocsps;        ///< OCSPResponse, DER
    QList<QByteArray> crls;         ///< DER

    [[nodiscard]] bool isEmpty() const
    {
        return certificates.isEmpty() && ocsps.isEmpty() && crls.isEmpty();
    }

    bool operator==(const ValidationData &) const = default;
};

/// /DSS of the catalog (ETSI EN 319 142-1): /Certs, /OCSPs and /CRLs. /VRI only sorts the same
/// streams by signature and is not read.
///
/// Empty without a /DSS. Malformed when it is not made of arrays of streams, TooLarge beyond 64
/// items of one kind, 64 KiB for a certificate or answer, 8 MiB for a list and 32 MiB for all,
/// each counted after decompression.
[[nodiscard]] Result<ValidationData> validationDataOf(const PdfFile &file);

} // namespace sipenduduk
