// The published attacks on PDF signatures, family by family and variant by variant, built from
// their descriptions (pdf-insecurity.org): each is found, and found for what it is. The base files
// are signed well, so that nothing but the attack can be what the verifier finds.

#include "common/tte/PdfRevision.h"
#include "common/tte/verify/PdfFile.h"
#include "common/tte/verify/ReportText.h"
#include "tests/tte/AttackSupport.h"
#include "tests/tte/RawPdf.h"

#include <catch2/catch_test_macros.hpp>

#include <qpdf/QPDF.hh>

#include <algorithm>
#include <cstdio>

using namespace Qt::StringLiterals;
using namespace sipenduduk;
using namespace sipenduduk::test;

namespace {

struct Attack
{
    AttackPattern family;
    const char *variant;
    QByteArray file;
};

QByteArray base()
{
    static const QByteArray file = signedRaw(plainPdf());
    return file;
}

QByteArray streamOf(const QByteArray &content, const QByteArray &members = {})
{
    return "<< " + members + " /Length " + QByteArray::number(content.size()) + " >>\nstream\n"
        + content + "\nendstream";
}

/// `text` in place of what stands after `key` in the last signature, blanks up to its end.
QByteArray withValue(const QByteArray &key, char endChar, const QByteArray &text)
{
    QByteArray file = base();
    const qsizetype start = file.lastIndexOf(key) + key.size();
    const qsizetype size = file.indexOf(endChar, start) + 1 - start;
    return file.replace(start, size, text.leftJustified(size, ' '));
}

QByteArray withRangeText(const QByteArray &text)
{
    return withValue("/ByteRange ", ']', text);
}

QByteArray withContentsText(const QByteArray &text)
{
    return withValue("/Contents ", '>', text);
}

QByteArray renamed(QByteArray file, const QByteArray &from, const QByteArray &to)
{
    const qsizetype at = file.lastIndexOf(from);
    return at < 0 ? QByteArray() : file.replace(at, from.size(), to);
}

/// What every update of an attacker who wants another content would append.
const QByteArray EvilObject = "4 0 obj\n"_ba + OtherContent + "\nendobj\n";

QList<Attack> incrementalSaving()
{
    constexpr auto Isa = AttackPattern::IncrementalSaving;
    const QByteArray file = base();
    const QByteArray tail =
        "startxref\n" + QByteArray::number(PdfFile::lastStartXref(file)) + "\n%%EOF\n";
    const QByteArray value = file.sliced(file.lastIndexOf("\n51 0 obj\n") + 10);
    const QByteArray trailer = "trailer\n<< /Size 52 /Root 1 0 R >>\n";
    const QByteArray withStreams =
        signedFile(throughQpdf(plainPdf(), {u"--object-streams=generate"_s}));
    return {
        {Isa, "another content", withUpdate(file, {.objects = {{4, OtherContent}}})},
        {Isa, "another content, cross-reference stream",
         updated(withStreams,
                 [](PdfRevision &r) {
                     QPDFObjectHandle page = r.qpdf().getAllPages().at(0);
                     r.append(page.getKey("/Contents").getObjectID(), 0, OtherContent);
                 })},
        {Isa, "another page tree",
         withUpdate(file,
                    {.objects = {{2, "<< /Type /Pages /Kids [ 61 0 R ] /Count 1 >>"},
                                 {60, OtherContent},
                                 {61,
                                  "<< /Type /Page /Parent 2 0 R /MediaBox [ 0 0 595 842 ] "
                                  "/Contents 60 0 R >>"}}})},
        {Isa, "another catalog",
         withUpdate(file,
                    {.objects = {{60, "<< /Type /Catalog /Pages 2 0 R /Lang (xx) >>"}},
                     .root = "60 0 R"})},
        {Isa, "no cross-reference table", file + EvilObject + trailer + tail},
        {Isa, "no trailer",
         withUpdate(file, {.objects = {{4, OtherContent}}, .hasTrailer = false})},
        {Isa, "body only", file + EvilObject},
        {Isa, "body only, longer than readers look back",
         file + EvilObject + "%" + QByteArray(2000, 'x') + "\n"},
        {Isa, "no startxref", withUpdate(file, {.objects = {{4, OtherContent}}, .hasEnd = false})},
        {Isa, "in a comment that ends at a carriage return",
         withUpdate(file, {.objects = {{4, OtherContent}}, .before = "%%EOF\n% \r"})},
        {Isa, "all of it in a comment", file + "%" + QByteArray(EvilObject).replace('\n', ' ')},
        {Isa, "the signature copied into the update",
         withUpdate(
             file, {.objects = {{4, OtherContent}, {51, value.first(value.indexOf("\nendobj"))}}})},
        {Isa, "under a second signature",
         signedFile(withUpdate(file, {.objects = {{4, OtherContent}}}))},
        {Isa, "blank bytes", file + "\n"},
    };
}

QList<Attack> signatureWrapping()
{
    constexpr auto Swa = AttackPattern::SignatureWrapping;
    const QByteArray file = base();
    const auto [start, end] = gapOf(file);
    const QByteArray second = file.sliced(end);
    const auto moved = [&, first = start](const QByteArray &wrapped) {
        return withRange(wrapped, {0, first, wrapped.lastIndexOf(second), second.size()});
    };
    QByteArray filled = signedRaw(plainPdf(), {.hole = 300});
    const qsizetype hole = gapOf(filled).second;
    const QByteArray claim = "/Name (Kepala Dinas)";
    filled.replace(hole, claim.size(), claim);
    // The end of the file says where the table is: his own lies there now, the signed one behind.
    const qsizetype table = second.indexOf("xref\n");
    const qsizetype trailer = second.lastIndexOf("trailer");
    const QByteArray ownTrailer = second.sliced(trailer, second.lastIndexOf("startxref") - trailer);
    const qsizetype evil =
        end + trailer + qsizetype(qstrlen("4 1\n0000000000 00000 n \n")) + ownTrailer.size();
    const QByteArray front = file.first(end) + second.first(table) + "xref\n4 1\n"
        + QByteArray::number(evil).rightJustified(10, '0') + " 00000 n \n"
        + second.sliced(table + 5, trailer - table - 5) + ownTrailer + EvilObject;
    return {
        {Swa, "second range moved into a stream",
         moved(withUpdate(file, {.objects = {{4, OtherContent}, {60, streamOf(second)}}}))},
        {Swa, "second range moved, no object around it", moved(front + second)},
        {Swa, "padding between value and second range, filled later", filled},
        {Swa, "padding between value and second range", signedRaw(plainPdf(), {.hole = 1})},
        {Swa, "range that begins after the header", signedRaw(plainPdf(), {.skippedFront = 9})},
        {Swa, "range that ends before the file does", signedRaw(plainPdf(), {.skippedEnd = 7})},
        {Swa, "a fake range in front of the true one",
         signedRaw(plainPdf(), {.valueMembers = "/ByteRange [ 0 1 2 3 ]"})},
        {Swa, "second range over the first one",
         withRange(file, {0, start, start, file.size() - start})},
        {Swa, "gap elsewhere", withRange(file, {0, 100, end, file.size() - end})},
    };
}

QList<Attack> universalForgery()
{
    constexpr auto Usf = AttackPattern::UniversalForgery;
    const QByteArray file = base();
    QList<Attack> attacks{
        {Usf, "ByteRange missing", renamed(file, "/ByteRange", "/ByteRanga")},
        {Usf, "Contents missing", renamed(file, "/Contents", "/Contenta")},
        {Usf, "both missing",
         renamed(renamed(file, "/ByteRange", "/ByteRanga"), "/Contents", "/Contenta")},
        {Usf, "ByteRange null", withRangeText("null")},
        {Usf, "ByteRange empty", withRangeText("[ ]")},
        {Usf, "ByteRange of one number", withRangeText("[ 0 ]")},
        {Usf, "ByteRange of three numbers", withRangeText("[ 0 10 20 ]")},
        {Usf, "ByteRange of zeros", withRangeText("[ 0 0 0 0 ]")},
        {Usf, "ByteRange negative", withRangeText("[ -1 -1 -1 -1 ]")},
        {Usf, "ByteRange with a negative length", withRangeText("[ 0 10 20 -5 ]")},
        {Usf, "ByteRange oversized", withRangeText("[ 0 999999 999999 999999 ]")},
        {Usf, "ByteRange beyond 32 bits", withRangeText("[ 0 4294967297 1 1 ]")},
        {Usf, "ByteRange beyond 64 bits", withRangeText("[ 0 99999999999999999999 1 1 ]")},
        {Usf, "ByteRange of strings", withRangeText("[ (0) (1) (2) (3) ]")},
        {Usf, "ByteRange of real numbers", withRangeText("[ 0.0 1.0 2.0 3.0 ]")},
        {Usf, "ByteRange elsewhere", withRangeText("3 0 R")},
        {Usf, "ByteRange is a name", withRangeText("/Null")},
        {Usf, "Contents null", withContentsText("null")},
        {Usf, "Contents 0x00", withContentsText("<00>")},
        {Usf, "Contents empty", withContentsText("<>")},
        {Usf, "Contents an empty literal", withContentsText("()")},
        {Usf, "Contents a number", withContentsText("0")},
        {Usf, "Contents elsewhere", withContentsText("4 0 R")},
        {Usf, "Contents all zero", withCms(file, {})},
        {Usf, "SubFilter missing", renamed(file, "/SubFilter", "/SubFilta_")},
    };
    attacks.append({Usf, "ByteRange and Contents null",
                    renamed(withContentsText("null"), "/ByteRange", "/ByteRanga")});
    return attacks;
}

/// A draft that an attacker prepared before it was signed, and how it was signed.
struct Prepared
{
    QByteArray draft;
    RawSigning how;

    [[nodiscard]] QByteArray file() const { return signedRaw(draft, how); }
};

Prepared preparedOverlay()
{
    const QByteArray members = "/Resources << /XObject << /Im 5 0 R /Fm 6 0 R >> >>";
    return {plainPdf(members, {},
                     streamOf("\xff",
                              "/Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace "
                              "/DeviceGray /BitsPerComponent 8")
                         + '|'
                         + streamOf("1 g 0 0 9 9 re f",
                                    "/Type /XObject /Subtype /Form /BBox [ 0 0 9 9 ]")),
            {.pageMembers = members}};
}

Prepared preparedLayer()
{
    const QByteArray members = "/OCProperties << /OCGs [ 5 0 R ] /D 6 0 R >>";
    return {plainPdf("/Resources << /Properties << /MC0 5 0 R >> >>", members,
                     "<< /Type /OCG /Name (x) >>|<< /ON [ 5 0 R ] /OCGs [ 5 0 R ] >>"),
            {.catalogMembers = members,
             .pageMembers = "/Resources << /Properties << /MC0 5 0 R >> >>"}};
}

Prepared preparedFont()
{
    const QByteArray members = "/Resources << /Font << /F1 5 0 R >> >>";
    return {plainPdf(members, {},
                     "<< /Type /Font /Subtype /TrueType /BaseFont /Abc /FirstChar 48 /LastChar 49 "
                     "/Widths [ 500 500 ] /FontDescriptor 6 0 R >>|<< /Type /FontDescriptor "
                     "/FontName /Abc /Flags 4 /FontFile2 7 0 R >>|"
                         + streamOf("glyphs")),
            {.pageMembers = members}};
}

const QByteArray TextField = "<< /Type /Annot /Subtype /Widget /FT /Tx /T (amount) /Rect [ 90 700 "
                             "200 720 ] /P 3 0 R /F %F /V (%V) /AP << /N 6 0 R >> >>";

QByteArray textField(const char *flags, const char *value)
{
    return QByteArray(TextField).replace("%F", flags).replace("%V", value);
}

Prepared preparedField(const char *flags = "4")
{
    return {plainPdf("/Annots [ 5 0 R ]", "/AcroForm << /Fields [ 5 0 R ] >>",
                     textField(flags, "100") + '|'
                         + streamOf("(100) Tj", "/Subtype /Form /BBox [ 0 0 9 9 ]")),
            {.annots = {"5 0 R"}, .fields = {"5 0 R"}}};
}

/// A second definition of the content, which no table lists.
Prepared preparedTwin()
{
    return {plainPdf({}, {}, "null\nendobj\n4 0 obj\n"_ba + OtherContent), {}};
}

Prepared preparedCatalog()
{
    return {plainPdf({}, {},
                     "<< /Type /Catalog /Pages 6 0 R >>|<< /Type /Pages /Kids [ 7 0 R ] /Count 1 "
                     ">>|<< /Type /Page /Parent 6 0 R /MediaBox [ 0 0 595 842 ] /Contents 8 0 R "
                     ">>|"_ba
                         + OtherContent),
            {}};
}

Prepared preparedInStream()
{
    return {plainPdf({}, {}, streamOf("\n4 0 obj\n"_ba + OtherContent + "\nendobj\n")), {}};
}

QList<Attack> shadowAttacks()
{
    constexpr auto Hide = AttackPattern::ShadowHide;
    constexpr auto Replace = AttackPattern::ShadowReplace;
    constexpr auto Both = AttackPattern::ShadowHideAndReplace;
    const QByteArray overlay = preparedOverlay().file();
    const QByteArray layer = preparedLayer().file();
    const QByteArray font = preparedFont().file();
    const QByteArray field = preparedField().file();
    const QByteArray twin = preparedTwin().file();
    const QByteArray inStream = preparedInStream().file();
    const QByteArray look = streamOf("(900) Tj", "/Subtype /Form /BBox [ 0 0 9 9 ]");
    return {
        {Hide, "overlapping picture freed", withUpdate(overlay, {.freed = {5}})},
        {Hide, "overlapping form emptied",
         withUpdate(overlay,
                    {.objects = {{6, streamOf(" ", "/Subtype /Form /BBox [ 0 0 9 9 ]")}}})},
        {Hide, "overlapping picture replaced by none",
         withUpdate(overlay, {.objects = {{5, "null"}}})},
        {Hide, "layer switched off",
         withUpdate(layer, {.objects = {{6, "<< /OFF [ 5 0 R ] /OCGs [ 5 0 R ] >>"}}})},
        {Hide, "layers removed from the catalog",
         withUpdate(layer,
                    {.objects = {{1,
                                  "<< /Type /Catalog /Pages 2 0 R /AcroForm << /SigFlags 3 /Fields "
                                  "[ 50 0 R ] >> >>"}}})},
        {Replace, "font redefined",
         withUpdate(font,
                    {.objects = {{5,
                                  "<< /Type /Font /Subtype /TrueType /BaseFont /Abc /FirstChar 49 "
                                  "/LastChar 50 /Widths [ 500 500 ] /FontDescriptor 6 0 R >>"}}})},
        {Replace, "font file replaced", withUpdate(font, {.objects = {{7, streamOf("shapes")}}})},
        {Replace, "value of a field changed, look kept",
         withUpdate(field, {.objects = {{5, textField("4", "900")}}})},
        {Replace, "value and look of a field changed",
         withUpdate(field, {.objects = {{5, textField("4", "900")}, {6, look}}})},
        {Replace, "overlay widget shown",
         withUpdate(preparedField("2").file(), {.objects = {{5, textField("4", "100")}}})},
        {Both, "table leads to the second definition",
         withUpdate(twin, {.offsets = {{4, twin.indexOf("\n4 0 obj\n"_ba + OtherContent) + 1}}})},
        {Both, "trailer leads to the second catalog",
         withUpdate(preparedCatalog().file(), {.root = "5 0 R"})},
        {Both, "table leads into a stream",
         withUpdate(inStream,
                    {.offsets = {{4, inStream.indexOf("\n4 0 obj\n"_ba + OtherContent) + 1}}})},
    };
}

QByteArray signatureWidget(const QByteArray &rect, const QByteArray &more)
{
    return "<< /Type /Annot /Subtype /Widget /FT /Sig /T (Evil) /F 132 /P 3 0 R /Rect [ " + rect
        + " ] " + more + " >>";
}

/// The page and the catalog with one more annotation or field behind the signature's own.
RawUpdate addition(const QByteArray &annotation, bool isField, int level)
{
    const QByteArray perms = level > 0 ? "/Perms << /DocMDP 51 0 R >> "_ba : QByteArray();
    RawUpdate update{
        .objects = {{3,
                     "<< /Type /Page /Parent 2 0 R /MediaBox [ 0 0 595 842 ] /Contents 4 0 R "
                     "/Resources << >> /Annots [ 50 0 R 60 0 R ] >>"},
                    {60, annotation}}};
    if (isField)
        update.objects[1] = "<< /Type /Catalog /Pages 2 0 R " + perms
            + "/AcroForm << /SigFlags 3 /Fields [ 50 0 R 60 0 R ] >> >>";
    return update;
}

QByteArray certified(int level)
{
    static std::map<int, QByteArray> made;
    QByteArray &file = made[level];
    if (file.isEmpty())
        file = signedRaw(plainPdf(), {.certification = level});
    return file;
}

QByteArray withAnnotation(int level, const QByteArray &annotation)
{
    return withUpdate(certified(level), addition(annotation, false, level));
}

/// A further signature, good in itself, by `identity`.
QByteArray withFurtherSignature(int level, const QByteArray &rect, const PracticeIdentity &identity)
{
    const QByteArray look = rect.startsWith("0 0 0 0") ? QByteArray() : " /AP << /N 61 0 R >>"_ba;
    RawUpdate update = addition(signatureWidget(rect, "/V 62 0 R" + look), true, level);
    if (!look.isEmpty())
        update.objects[61] =
            streamOf("1 g 0 0 9 9 re f", "/Type /XObject /Subtype /Form /BBox [ 0 0 9 9 ]");
    update.objects[62] = rawSignatureValue();
    return signLast(withUpdate(certified(level), update), identity);
}

/// A document with an empty field that is signed elsewhere first.
Prepared withEmptyField(int level, const QByteArray &rect)
{
    return {plainPdf("/Annots [ 5 0 R ]", "/AcroForm << /Fields [ 5 0 R ] >>",
                     signatureWidget(rect, {})),
            {.annots = {"5 0 R"}, .fields = {"5 0 R"}, .certification = level}};
}

/// The empty field signed by somebody else.
QByteArray filled(int level, const QByteArray &rect, const QByteArray &otherRect = {})
{
    const QByteArray now = otherRect.isEmpty() ? rect : otherRect;
    const RawUpdate update{
        .objects = {
            {5, signatureWidget(now, "/V 62 0 R /AP << /N 61 0 R >>")},
            {61, streamOf("1 g 0 0 9 9 re f", "/Type /XObject /Subtype /Form /BBox [ 0 0 9 9 ]")},
            {62, rawSignatureValue()}}};
    return signLast(withUpdate(withEmptyField(level, rect).file(), update), kadin());
}

QList<Attack> certifiedDocuments()
{
    constexpr auto Evil = AttackPattern::EvilAnnotation;
    constexpr auto Sneaky = AttackPattern::SneakySignature;
    const QByteArray freeText =
        "<< /Type /Annot /Subtype /FreeText /Rect [ 90 690 300 730 ] /Contents (900) >>";
    const QByteArray stamp = "<< /Type /Annot /Subtype /Stamp /Rect [ 0 0 595 842 ] >>";
    RawUpdate unsignedLook =
        addition(signatureWidget("90 690 300 730", "/AP << /N 61 0 R >>"), true, 2);
    unsignedLook.objects[61] =
        streamOf("1 g 0 0 9 9 re f", "/Type /XObject /Subtype /Form /BBox [ 0 0 9 9 ]");
    PracticeOfficer stranger = goodOfficer();
    stranger.commonName = u"Orang Lain"_s;
    const PracticeIdentity other = identityFor(stranger);
    return {
        {Evil, "text, level 2", withAnnotation(2, freeText)},
        {Evil, "text, level 3", withAnnotation(3, freeText)},
        {Evil, "stamp over the page, level 3", withAnnotation(3, stamp)},
        {Evil, "redaction, level 3",
         withAnnotation(3, "<< /Type /Annot /Subtype /Redact /Rect [ 0 0 595 842 ] >>")},
        {Sneaky, "look without a signature, level 2", withUpdate(certified(2), unsignedLook)},
        {Sneaky, "look over the text, signed by another, level 2",
         withFurtherSignature(2, "90 690 300 730", other)},
        {Sneaky, "look over the text, signed by another, level 3",
         withFurtherSignature(3, "90 690 300 730", other)},
        {Sneaky, "empty field over the page, signed since, level 2", filled(2, "0 0 595 842")},
        {Sneaky, "empty field signed since, level 1", filled(1, "90 90 200 200")},
        {AttackPattern::ShadowReplace, "empty field moved and signed since",
         filled(0, "90 90 200 200", "90 690 300 730")},
        {Sneaky, "invisible, signed by another, level 1",
         withFurtherSignature(1, "0 0 0 0", other)},
        {Sneaky, "look over the page of a document that is not certified",
         withFurtherSignature(0, "0 0 595 842", other)},
    };
}

QString attackFindings(const PdfVerification &report)
{
    QStringList texts;
    const auto add = [&](const QList<SignatureFinding> &findings) {
        for (const SignatureFinding &finding : findings) {
            const QString name = attackName(finding.pattern);
            texts += (name.isEmpty() ? QString() : u"["_s + name + u"] "_s) + finding.detail;
        }
    };
    add(report.findings);
    for (const VerifiedSignature &signature : report.signatures)
        add(signature.findings);
    return texts.join(u"; "_s);
}

bool isNamed(const PdfVerification &report, AttackPattern family)
{
    const auto isIt = [family](const SignatureFinding &finding) {
        return finding.pattern == family;
    };
    return std::ranges::any_of(report.findings, isIt)
        || std::ranges::any_of(report.signatures, [&](const VerifiedSignature &signature) {
               return std::ranges::any_of(signature.findings, isIt);
           });
}

void checkFound(const QList<Attack> &attacks)
{
    for (const Attack &attack : attacks) {
        REQUIRE_FALSE(attack.file.isEmpty());
        const PdfVerification report = judge(attack.file);
        const QString line = u"%1 | %2 | %3"_s.arg(
            attackName(attack.family), QString::fromLatin1(attack.variant), attackFindings(report));
        std::printf("%s\n", qPrintable(line));
        INFO(line.toStdString());
        CHECK(report.verdict == SignatureVerdict::TidakSah);
        CHECK(isNamed(report, attack.family));
    }
}

} // namespace

TEST_CASE("The files under attack are good before it", "[tte][attack]")
{
    CHECK(judge(base()).verdict == SignatureVerdict::Sah);
    for (int level = 0; level <= 3; ++level)
        CHECK(judge(certified(level)).verdict == SignatureVerdict::Sah);
    for (const Prepared &prepared :
         {preparedOverlay(), preparedLayer(), preparedFont(), preparedField(), preparedTwin(),
          preparedCatalog(), preparedInStream()}) {
        const auto report = judge(prepared.file());
        INFO(attackFindings(report).toStdString());
        CHECK(report.verdict == SignatureVerdict::Sah);
    }
}

TEST_CASE("Incremental saving (ISA) is found and named in every variant", "[tte][attack]")
{
    checkFound(incrementalSaving());
}

TEST_CASE("Signature wrapping (SWA) is found and named in every variant", "[tte][attack]")
{
    checkFound(signatureWrapping());
}

TEST_CASE("Universal signature forgery (USF) is found and named in every variant", "[tte][attack]")
{
    checkFound(universalForgery());
}

TEST_CASE("Shadow attacks are found and named when what was prepared is used", "[tte][attack]")
{
    checkFound(shadowAttacks());
}

TEST_CASE("Evil annotations and sneaky signatures on certified documents are found and named",
          "[tte][attack]")
{
    checkFound(certifiedDocuments());
}

TEST_CASE("A field that was there empty may be signed after another signature", "[tte][attack]")
{
    for (const int level : {0, 2, 3}) {
        CHECK(judge(withEmptyField(level, "90 90 200 200").file()).verdict
              == SignatureVerdict::Sah);
        const auto report = judge(filled(level, "90 90 200 200"));
        INFO(level << ' ' << attackFindings(report).toStdString());
        CHECK(report.verdict == SignatureVerdict::Sah);
        CHECK(report.signatures.size() == 2);
    }
}

TEST_CASE("What a certification allows is not called an attack", "[tte][attack]")
{
    for (const int level : {0, 2, 3}) {
        const auto report = judge(withFurtherSignature(level, "0 0 0 0", kadin()));
        INFO(level << ' ' << attackFindings(report).toStdString());
        CHECK(report.verdict == SignatureVerdict::Sah);
        CHECK(report.signatures.size() == 2);
    }
    CHECK(judge(withFurtherSignature(0, "90 90 300 200", kadin())).verdict
          == SignatureVerdict::Sah);
}

TEST_CASE("A shadow attack that can be seen before the signature is refused at upload",
          "[tte][attack]")
{
    const auto reason = [](const QByteArray &draft) {
        const auto outcome = checkDraftSignable(draft);
        return outcome ? std::string() : outcome.error().detail.toStdString();
    };
    CHECK(reason(preparedLayer().draft) == "layers that can be hidden");
    CHECK(reason(preparedField().draft) == "form field that can be filled in");
    CHECK(reason(preparedTwin().draft).starts_with("an object that no table lists"));
    CHECK(reason(preparedCatalog().draft) == "object 5 is a page or catalog that nothing leads to");
    CHECK(reason(plainPdf({}, "/AcroForm << /Fields [ ] /NeedAppearances true >>"))
          == "form whose look is made by the viewer");
    // A picture over a text, a font, bytes inside of a stream: nothing tells them from honest ones.
    CHECK(reason(preparedOverlay().draft) == std::string());
    CHECK(reason(preparedFont().draft) == std::string());
    CHECK(reason(preparedInStream().draft) == std::string());
    // The same number twice is honest when an update replaced the object.
    CHECK(reason(withUpdate(plainPdf(), {.objects = {{4, OtherContent}}})) == std::string());
}
