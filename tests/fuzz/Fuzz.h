#pragma once

#include "common/tte/verify/TrustAnchors.h"

#include <QByteArray>
#include <QDateTime>

#include <cstddef>
#include <cstdint>

namespace sipenduduk {

/// The root under which the signed files of the corpus were made.
[[nodiscard]] TrustAnchors fuzzAnchors();
/// A moment at which their certificates are valid.
[[nodiscard]] QDateTime fuzzTime();
/// Whether these are the bytes of a file that make_fuzz_corpus signed.
[[nodiscard]] bool isSignedSeed(const QByteArray &file);

} // namespace sipenduduk

/// What libFuzzer calls with every input; 0 always.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);
