#pragma once

#include "tests/bench/BenchRow.h"

namespace sipenduduk {

/// The rows of signing and verifying one 190 KB PDF, in milliseconds of computing time:
/// sign_batch_rsa_vs_limit (also as sign_batch_vs_limit) and sign_batch_ec_vs_limit (one of a batch
/// of 200 with QR look),
/// sign_one_vs_limit (the first one, which draws the text of the look), all ÷ (SHA-256 of the bytes
/// and one operation of the key by OpenSSL), verify_ms (÷ the same without the private key),
/// sign_vs_pdfsig (÷ a run of pdfsig, by the clock on the wall). Soft keys; without self-check,
/// fsync and upload; an address of its own in each QR. Needs a QGuiApplication. Ends the program
/// when something fails.
[[nodiscard]] QList<BenchRow> measureSigning();

} // namespace sipenduduk
