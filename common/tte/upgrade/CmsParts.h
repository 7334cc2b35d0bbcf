#pragma once

#include "common/tte/upgrade/SignatureParts.h"

namespace sipenduduk {

/// Who signed a CMS, and its signature time stamp when it has one.
struct CmsParts
{
    SignerParts signer;
    std::optional<TimestampParts> timestamp;
};

/// Reads the CMS at the start of `bytes` (zeros may follow). Malformed unless it has exactly one
/// signer whose certificate is in it, and at most one time stamp.
[[nodiscard]] Result<CmsParts> cmsPartsOf(const QByteArray &bytes);

/// The same for a TimeStampToken (RFC 3161).
[[nodiscard]] Result<TimestampParts> timestampPartsOf(const QByteArray &bytes);

} // namespace sipenduduk
