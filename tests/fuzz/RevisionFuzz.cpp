// A draft and what was appended to it: the PDF reader, the comparison of revisions, the account of
// the appended bytes, and the checks at the upload of a draft. The draft ends at the first %%EOF.

#include "common/tte/verify/AppendixScan.h"
#include "common/tte/verify/Certification.h"
#include "common/tte/verify/PatternReader.h"
#include "common/tte/verify/RevisionDiff.h"
#include "common/tte/verify/SignedDraftCheck.h"
#include "tests/fuzz/Fuzz.h"

#include <cstdlib>

using namespace sipenduduk;

namespace {

/// End of the first revision, with its line end.
qsizetype draftEnd(QByteArrayView bytes)
{
    constexpr QByteArrayView Mark("%%EOF");
    const qsizetype at = bytes.indexOf(Mark);
    if (at < 0)
        return bytes.size();
    const qsizetype end = at + Mark.size();
    return end < bytes.size() && bytes[end] == '\n' ? end + 1 : end;
}

void compare(const PdfFile &draft, const PdfFile &whole)
{
    const bool isAccounted = scanAppendix(draft, whole).has_value();
    RevisionDiff strict(draft, whole, RevisionDiff::Rule::Strict);
    const bool isStrict = !strict.firstViolation();
    RevisionDiff lenient(draft, whole, RevisionDiff::Rule::Lenient);
    const bool isLenient = !lenient.firstViolation();
    if (isStrict && isAccounted && !isLenient)
        std::abort(); // what our own signer may do, any signer may do
    if (isLenient)
        (void)addedFieldsViolation(draft, whole, lenient.addedFields(), lenient.filledFields());
    (void)patternOfChange(draft, whole);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArray bytes(reinterpret_cast<const char *>(data), qsizetype(size));
    (void)checkDraftSignable(bytes);
    const auto whole = PdfFile::open(bytes);
    const qsizetype end = draftEnd(bytes);
    if (!whole || end == bytes.size())
        return 0;
    for (int page = 0; page < 2; ++page)
        (void)pageGeometryOf(*whole, page);
    const auto draft = PdfFile::open(QByteArrayView(bytes).first(end));
    if (draft)
        compare(*draft, *whole);
    return 0;
}
