#pragma once

namespace sipenduduk {

/// Extended key usage of the certificate that seals exports: an arc of our own below 2.25 (UUID
/// 7d3f1c52-9a64-4a0e-8b57-2f6c1e90a4d8), so nobody had to assign it.
inline constexpr char SealPurposeOid[] = "2.25.166481188627162340487884155919851889880";

inline constexpr char SealAlgorithm[] = "ecdsa-p256-sha256";

} // namespace sipenduduk
