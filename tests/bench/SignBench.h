#pragma once

#include "common/Result.h"
#include "tests/bench/BenchRow.h"

#include <QString>

namespace sipenduduk {

/// One signature against what it cannot do without.
struct SignBenchResult
{
    int batch = 0;
    qsizetype draftSize = 0; ///< bytes
    double oursMs = 0;       ///< one signature with QR look: prepare, hash, CMS, key, assembly
    double limitMs = 0;      ///< SHA-256 of the draft and one RSA-2048 operation, by OpenSSL
    double ratio = 0;        ///< oursMs / limitMs
    double firstMs = 0;      ///< the first signature alone, which draws the text of the look
    qsizetype addedSize = 0; ///< bytes that one signature adds
};

/// Signs one 190 KB PDF `batch` times with an RSA soft key through QCA, taking turns with the limit
/// in the same thread, and compares the totals of computing time. Each signature has an address of
/// its own in its QR. Without self-check, fsync and upload. Needs a QGuiApplication; `fontFamily`
/// empty means its font.
[[nodiscard]] Result<SignBenchResult> runSignBench(int batch = 200, const QString &fontFamily = {});

/// The row sign_batch_vs_limit: milliseconds per signature in a batch of 200. Ends the program when
/// signing fails.
[[nodiscard]] QList<BenchRow> measureSigning();

} // namespace sipenduduk
