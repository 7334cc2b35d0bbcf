#pragma once

#include "common/tte/verify/AttackPattern.h"
#include "common/tte/verify/SignatureFields.h"

namespace sipenduduk {

/// The pattern that a range or value which is not as it should be looks like.
[[nodiscard]] AttackPattern patternOfRange(const SignatureField &field, qint64 fileSize);

/// The same of a decoded value that is no DER with zeros behind it.
[[nodiscard]] AttackPattern patternOfContents(const QByteArray &contents);

/// The pattern that a forbidden change after a signature looks like: a guess at the purpose, made
/// from what was changed. `before` must be a prefix of `after`.
[[nodiscard]] AttackPattern patternOfChange(const PdfFile &before, const PdfFile &after);

/// The pattern of a file in which no signature can be found: a signed file may stand in front, or
/// a range that no reader agrees on. `file` is null when the file cannot be read.
[[nodiscard]] AttackPattern patternOfLostSignature(QByteArrayView bytes, const PdfFile *file);

} // namespace sipenduduk
