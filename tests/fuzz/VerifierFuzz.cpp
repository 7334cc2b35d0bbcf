// Any file that a citizen may hand to the verifier: it ends, says something, and calls nothing
// good but the very files of the corpus that were signed. Whatever a mutation touches is covered
// by a signature or refused, so no other file can be good.

#include "common/tte/verify/PdfSignatureVerifier.h"
#include "common/tte/verify/ReportText.h"
#include "tests/fuzz/Fuzz.h"

#include <cstdlib>

using namespace sipenduduk;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const PdfSignatureVerifier verifier(fuzzAnchors());
    const QByteArray file(reinterpret_cast<const char *>(data), qsizetype(size));
    const PdfVerification report = verifier.verify(file, fuzzTime());
    if (report.verdict == SignatureVerdict::Sah && !isSignedSeed(file))
        std::abort();
    if (reportText(report).isEmpty())
        std::abort();
    return 0;
}
