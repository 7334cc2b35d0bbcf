// The value of a signature: strict DER, the CMS in it, its certificates and what they sign; time
// stamps, OCSP answers and revocation lists, which travel in the same file; and the small formats
// that stand beside it.

#include "common/tte/ParafChain.h"
#include "common/tte/verify/CertificateList.h"
#include "common/tte/verify/CmsCheck.h"
#include "common/tte/verify/CmsMessage.h"
#include "common/tte/verify/Der.h"
#include "common/tte/verify/OcspAnswer.h"
#include "common/tte/verify/PdfDate.h"
#include "common/tte/verify/RevocationEvidence.h"
#include "common/tte/verify/TimestampCheck.h"
#include "tests/fuzz/Fuzz.h"

#include <cstdlib>

using namespace sipenduduk;

namespace {

bool isGoodTimestamp(const QByteArray &bytes)
{
    static const TrustAnchors anchors = fuzzAnchors();
    const QList<QByteArray> certificates;
    const RevocationEvidence evidence({{}, {bytes}, {bytes}}, anchors);
    const TimestampContext context{anchors, certificates, fuzzTime(), fuzzTime(), evidence};
    return checkTimestamp(bytes, "first range", "second range", context).isGood();
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArray bytes(reinterpret_cast<const char *>(data), qsizetype(size));
    const bool isStrict = isStrictDer(bytes);
    if (parseCms(bytes) && !isStrict)
        std::abort(); // a CMS that is read is strict DER
    if (checkCms(bytes, "first range", "second range").findings.isEmpty())
        std::abort(); // nobody signed these ranges
    if (isGoodTimestamp(bytes))
        std::abort(); // no authority under this root stamped them
    (void)OcspAnswer::read(bytes);
    (void)CertificateList::read(bytes);
    const auto chain = ParafChain::fromBytes(bytes);
    if (chain && chain->toBytes() != bytes)
        std::abort(); // there is one spelling of a chain
    (void)pdfDate(bytes);
    return 0;
}
