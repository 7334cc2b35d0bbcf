// What may not become a draft is refused at upload, each with its own reason.

#include "tests/tte/AttackSupport.h"
#include "tests/tte/RawPdf.h"

#include <catch2/catch_test_macros.hpp>

using namespace Qt::StringLiterals;
using namespace sipenduduk;
using namespace sipenduduk::test;

namespace {

struct Refused
{
    const char *name;
    QByteArray draft;
    ErrorCode code;
    std::string reason;
};

void checkRefused(const QList<Refused> &list)
{
    for (const Refused &refused : list) {
        INFO(refused.name);
        REQUIRE_FALSE(refused.draft.isEmpty());
        const auto outcome = checkDraftSignable(refused.draft);
        CHECK_FALSE(outcome);
        if (outcome)
            continue;
        CHECK(outcome.error().code == refused.code);
        CHECK(outcome.error().detail.toStdString() == refused.reason);
    }
}

/// A table that hides an object which a cross-reference stream beside it lists.
QByteArray hybridPdf()
{
    QByteArray draft = plainPdf({}, {}, "null");
    const qsizetype hidden = draft.indexOf("5 0 obj");
    const qsizetype table = draft.lastIndexOf("xref\n0 ");
    QByteArray rows("\1\0\0\0", 4);
    rows[1] = char(hidden / 256);
    rows[2] = char(hidden % 256);
    const QByteArray stream = "6 0 obj\n<< /Type /XRef /Size 7 /W [ 1 2 1 ] /Index [ 5 1 ] /Length "
                              "4 >>\nstream\n"
        + rows + "\nendstream\nendobj\n";
    draft.insert(table, stream);
    draft.replace("/Size 6", "/Size 6 /XRefStm " + QByteArray::number(table));
    const qsizetype end = draft.lastIndexOf("startxref\n") + 10;
    return draft.first(end) + QByteArray::number(table + stream.size()) + "\n%%EOF\n";
}

/// An annotation on the page with this action.
QByteArray withAction(const QByteArray &action)
{
    return plainPdf("/Annots [ 5 0 R ]", {},
                    "<< /Type /Annot /Subtype /Link /Rect [ 0 0 9 9 ] /A << " + action + " >> >>");
}

QByteArray withPageAnnotation(const QByteArray &members)
{
    return plainPdf("/Annots [ 5 0 R ]", {},
                    "<< /Type /Annot /Rect [ 0 0 9 9 ] " + members + " >>");
}

QByteArray withField(const QByteArray &members)
{
    return plainPdf("/Annots [ 5 0 R ]", "/AcroForm << /Fields [ 5 0 R ] >>",
                    "<< /Type /Annot /Subtype /Widget /T (a) /Rect [ 0 0 9 9 ] " + members + " >>");
}

} // namespace

TEST_CASE("A file that is damaged, encrypted or hybrid is refused at upload", "[tte][input]")
{
    constexpr auto Malformed = ErrorCode::Malformed;
    constexpr auto Unsupported = ErrorCode::Unsupported;
    QByteArray misplaced = plainPdf();
    misplaced.replace("0000000015 00000 n", "0000000016 00000 n");
    checkRefused({
        {"no PDF", "GIF89a", Malformed, "no PDF header at the start"},
        {"something in front", "\n" + plainPdf(), Malformed, "no PDF header at the start"},
        {"cut off", qtPdf().chopped(40), Malformed, "PDF is damaged"},
        {"table that leads beside an object", misplaced, Malformed, "PDF is damaged"},
        {"opened with a password",
         throughQpdf(qtPdf(), {u"--encrypt"_s, u"a"_s, u"b"_s, u"256"_s, u"--"_s}), Unsupported,
         "encrypted PDF"},
        {"encrypted, opened by everybody",
         throughQpdf(qtPdf(), {u"--encrypt"_s, u""_s, u"b"_s, u"256"_s, u"--"_s}), Unsupported,
         "encrypted PDF"},
        {"hybrid", hybridPdf(), Unsupported, "hybrid-reference PDF"},
        {"hybrid, updated since", withUpdate(hybridPdf(), {.objects = {{4, OtherContent}}}),
         Unsupported, "hybrid-reference PDF"},
        {"no page",
         withUpdate(plainPdf(),
                    {.objects = {{2, "<< /Type /Pages /Kids [ ] /Count 0 >>"}, {3, "null"}}}),
         Malformed, "no usable page"},
        {"page of no size",
         withUpdate(plainPdf(),
                    {.objects = {{3,
                                  "<< /Type /Page /Parent 2 0 R /MediaBox [ 0 0 595 842 ] /CropBox "
                                  "[ 900 900 999 999 ] >>"}}}),
         Malformed, "no usable page"},
        {"bytes behind the end", plainPdf() + QByteArray(80, 'x'), Malformed, "PDF needs repair"},
        {"certified, nothing may change", signedRaw(plainPdf(), {.certification = 1}), Unsupported,
         "certified against changes"},
        {"certified, signatures may be added", signedRaw(plainPdf(), {.certification = 2}),
         Unsupported, "certified against changes"},
    });
}

TEST_CASE("A draft that acts, plays, sends or opens is refused at upload", "[tte][input]")
{
    constexpr auto Unsupported = ErrorCode::Unsupported;
    checkRefused({
        {"JavaScript on opening", plainPdf({}, "/OpenAction << /S /JavaScript /JS (x) >>"),
         Unsupported, "JavaScript"},
        {"JavaScript by name",
         plainPdf({}, "/Names << /JavaScript << /Names [ (a) 5 0 R ] >> >>", "<< >>"), Unsupported,
         "JavaScript"},
        {"JavaScript on a link", withAction("/S /JavaScript"), Unsupported, "JavaScript"},
        {"program", withAction("/S /Launch /F (x)"), Unsupported, "action that starts a program"},
        {"another file", withAction("/S /GoToR /F (x) /D [ 0 /Fit ]"), Unsupported,
         "action that opens another file"},
        {"embedded target", withAction("/S /GoToE /D [ 0 /Fit ]"), Unsupported,
         "action that opens another file"},
        {"sent form", withAction("/S /SubmitForm /F (x)"), Unsupported, "action that sends data"},
        {"imported data", withAction("/S /ImportData /F (x)"), Unsupported,
         "action that reads data"},
        {"reset form", withAction("/S /ResetForm"), Unsupported, "action that changes fields"},
        {"shown layer", withAction("/S /SetOCGState /State [ ]"), Unsupported,
         "layers that can be hidden"},
        {"rendition", withAction("/S /Rendition"), Unsupported, "sound or film"},
        {"film", withPageAnnotation("/Subtype /Movie"), Unsupported, "sound or film"},
        {"sound", withAction("/S /Sound"), Unsupported, "sound or film"},
        {"screen", withPageAnnotation("/Subtype /Screen"), Unsupported, "sound or film"},
        {"rich media", withPageAnnotation("/Subtype /RichMedia"), Unsupported, "rich media"},
        {"actions of the page", plainPdf("/AA << /O << /S /Named /N /Print >> >>"), Unsupported,
         "actions that start by themselves"},
        {"a second action behind the first",
         withAction("/S /URI /URI (x) /Next << /S /Launch /F (x) >>"), Unsupported,
         "action that starts a program"},
    });
    CHECK(checkDraftSignable(withAction("/S /URI /URI (https://dukcapil.example.id/)")));
    CHECK(checkDraftSignable(withAction("/S /GoTo /D [ 3 0 R /Fit ]")));
}

TEST_CASE("A draft with other files, layers or open fields is refused at upload", "[tte][input]")
{
    constexpr auto Unsupported = ErrorCode::Unsupported;
    checkRefused({
        {"embedded by name",
         plainPdf({}, "/Names << /EmbeddedFiles << /Names [ (a) 5 0 R ] >> >>",
                  "<< /Type /Filespec /EF << /F 4 0 R >> >>"),
         Unsupported, "embedded file"},
        {"embedded, associated",
         plainPdf({}, "/AF [ 5 0 R ]", "<< /Type /Filespec /EF << /F 4 0 R >> >>"), Unsupported,
         "embedded file"},
        {"attached", withPageAnnotation("/Subtype /FileAttachment"), Unsupported, "embedded file"},
        {"stream in another file", plainPdf({}, {}, "<< /Length 0 /F (x) >>\nstream\n\nendstream"),
         Unsupported, "content of another file"},
        {"page of another file",
         plainPdf({}, {},
                  "<< /Type /XObject /Subtype /Form /BBox [ 0 0 9 9 ] /Ref << /F (x) /Page 0 >> "
                  "/Length 0 >>\nstream\n\nendstream"),
         Unsupported, "content of another file"},
        {"XFA", plainPdf({}, "/AcroForm << /Fields [ ] /XFA (x) >>"), Unsupported, "XFA form"},
        {"usage rights", plainPdf({}, "/Perms << /UR3 5 0 R >>", "<< /Type /Sig >>"), Unsupported,
         "usage rights"},
        {"layers", plainPdf({}, "/OCProperties << /OCGs [ ] /D << >> >>"), Unsupported,
         "layers that can be hidden"},
        {"text field", withField("/FT /Tx"), Unsupported, "form field that can be filled in"},
        {"button", withField("/FT /Btn"), Unsupported, "form field that can be filled in"},
        {"choice", withField("/FT /Ch"), Unsupported, "form field that can be filled in"},
        {"look by the viewer", plainPdf({}, "/AcroForm << /Fields [ ] /NeedAppearances true >>"),
         Unsupported, "form whose look is made by the viewer"},
    });
    CHECK(checkDraftSignable(withField("/FT /Sig"))); // an empty place for a signature
}

TEST_CASE("A file that cannot be read here is not called invalid", "[tte]")
{
    for (const QByteArray &file :
         {hybridPdf(),
          throughQpdf(signedFile(qtPdf()), {u"--encrypt"_s, u"a"_s, u"b"_s, u"256"_s, u"--"_s})}) {
        const auto report = judge(file);
        CHECK(report.verdict == SignatureVerdict::BelumDapatDipastikan);
        CHECK(hasFault(report, SignatureFault::UnsupportedPdf));
    }
}
