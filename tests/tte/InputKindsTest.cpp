// Every shape of a PDF that may become a draft: each is taken at upload, signed, and found good by
// the server's check; the look stands upright and inside of what is displayed.

#include "tests/tte/AttackSupport.h"
#include "tests/tte/RawPdf.h"

#include <catch2/catch_test_macros.hpp>

#include <QRegularExpression>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace sipenduduk;
using namespace sipenduduk::test;

namespace {

struct InputKind
{
    QString name;
    QByteArray draft;
};

QList<InputKind> versions()
{
    QList<InputKind> kinds;
    for (const char *version : {"1.4", "1.5", "1.6", "1.7", "2.0"}) {
        QByteArray draft = plainPdf();
        draft.replace("%PDF-1.4", "%PDF-"_ba + version);
        kinds.append({u"version "_s + QString::fromLatin1(version), draft});
    }
    return kinds;
}

QList<InputKind> crossReferences()
{
    const QByteArray once = withUpdate(plainPdf(), {.objects = {{4, OtherContent}}});
    return {
        {u"table"_s, plainPdf() + "\n"},
        {u"table, no line end at the end"_s, plainPdf()},
        {u"table, carriage returns at the end"_s, plainPdf() + "\r\n"},
        {u"stream"_s, throughQpdf(plainPdf(), {u"--object-streams=generate"_s})},
        {u"linearised"_s, throughQpdf(plainPdf(), {u"--linearize"_s})},
        {u"linearised, object streams"_s,
         throughQpdf(plainPdf(), {u"--linearize"_s, u"--object-streams=generate"_s})},
        {u"updated once"_s, once},
        {u"updated twice"_s, withUpdate(once, {.objects = {{4, OtherContent}}})},
        {u"updated, an object freed"_s,
         withUpdate(plainPdf({}, {}, "null"), {.objects = {{4, OtherContent}}, .freed = {5}})},
        {u"signed by us"_s, signedFile(plainPdf())},
        {u"signed by us, streams"_s,
         signedFile(throughQpdf(plainPdf(), {u"--object-streams=generate"_s}))},
        {u"signed by another program"_s, signedRaw(plainPdf())},
    };
}

/// /Annots of the page, /AcroForm of the catalog and its /Fields, each direct or indirect.
QList<InputKind> formShapes()
{
    QList<InputKind> kinds;
    const QByteArray link = "<< /Type /Annot /Subtype /Link /Rect [ 9 9 99 99 ] /A << /S /URI /URI "
                            "(https://dukcapil.example.id/) >> >>";
    for (int shape = 0; shape < 8; ++shape) {
        const bool isAnnotsIndirect = (shape & 1) != 0;
        const bool isFormIndirect = (shape & 2) != 0;
        const bool isFieldsIndirect = (shape & 4) != 0;
        const QByteArray fields = isFieldsIndirect ? "6 0 R" : "[ ]";
        const QByteArray form = "<< /Fields " + fields + " >>";
        const QByteArray more = "[ 8 0 R ]|[ ]|" + form + '|' + link;
        const QByteArray draft =
            plainPdf(isAnnotsIndirect ? "/Annots 5 0 R" : "/Annots [ 8 0 R ]",
                     "/AcroForm "_ba + (isFormIndirect ? "7 0 R"_ba : form), more);
        kinds.append({u"form shape %1"_s.arg(shape), draft});
        kinds.append({u"form shape %1, object streams"_s.arg(shape),
                      throughQpdf(draft, {u"--object-streams=generate"_s})});
        kinds.append({u"form shape %1, signed already"_s.arg(shape), signedFile(draft)});
    }
    return kinds;
}

QList<InputKind> pageTrees()
{
    QByteArray inherited = plainPdf();
    inherited.replace("/MediaBox [ 0 0 595 842 ]", "                         ");
    return {
        {u"two pages"_s,
         withUpdate(plainPdf(),
                    {.objects = {{2, "<< /Type /Pages /Kids [ 3 0 R 5 0 R ] /Count 2 >>"},
                                 {5,
                                  "<< /Type /Page /Parent 2 0 R /MediaBox [ 0 0 842 595 ] "
                                  "/Contents 4 0 R /Resources << >> >>"}}})},
        {u"box and rotation inherited"_s,
         withUpdate(inherited,
                    {.objects = {{2,
                                  "<< /Type /Pages /Kids [ 3 0 R ] /Count 1 /Rotate 90 /MediaBox [ "
                                  "0 0 595 842 ] >>"}}})},
    };
}

void checkSigns(const QList<InputKind> &kinds)
{
    for (const InputKind &kind : kinds) {
        INFO(kind.name.toStdString());
        REQUIRE_FALSE(kind.draft.isEmpty());
        const auto signable = checkDraftSignable(kind.draft);
        INFO((signable ? QString() : signable.error().detail).toStdString());
        CHECK(signable);
        const auto appendix = Signer().sign(kind.draft);
        REQUIRE(appendix);
        const auto info =
            checkSignedDraft(kind.draft, appendix->appendix, expectationFor(kind.draft));
        INFO((info ? QString() : info.error().detail).toStdString());
        CHECK(info);
        CHECK(judge(kind.draft + appendix->appendix).verdict == SignatureVerdict::Sah);
    }
}

struct PageShape
{
    const char *boxes;
    QSizeF size; ///< of what is displayed, before it is turned
};

constexpr PageShape PageShapes[] = {
    {"/MediaBox [ 0 0 595 842 ]", {595, 842}},
    {"/MediaBox [ 100 200 695 1042 ]", {595, 842}},
    {"/MediaBox [ -300 -400 295 442 ]", {595, 842}},
    {"/MediaBox [ 695 1042 100 200 ]", {595, 842}}, // corners in the other order
    {"/MediaBox [ 0 0 700 900 ] /CropBox [ 30 20 625 862 ]", {595, 842}},
    {"/MediaBox [ 0 0 595 842 ] /CropBox [ -50 -50 900 900 ]", {595, 842}},
    {"/MediaBox [ -10 -20 900 900 ] /CropBox [ 5 15 605 865 ] /UserUnit 1", {600, 850}},
};

/// Boxes of the words on the displayed page as Poppler finds them, y downwards.
QList<std::pair<QString, QRectF>> wordsOf(const QByteArray &file)
{
    QTemporaryDir dir;
    writeFile(dir.filePath(u"signed.pdf"_s), file);
    const auto output =
        runTool(u"pdftotext"_s, {u"-cropbox"_s, u"-bbox"_s, dir.filePath(u"signed.pdf"_s), u"-"_s});
    REQUIRE(output.exitCode == 0);
    static const QRegularExpression word(
        u"<word xMin=\"([^\"]+)\" yMin=\"([^\"]+)\" xMax=\"([^\"]+)\" yMax=\"([^\"]+)\">([^<]+)<"_s);
    QList<std::pair<QString, QRectF>> words;
    for (auto it = word.globalMatch(output.text); it.hasNext();) {
        const auto match = it.next();
        const QPointF topLeft(match.captured(1).toDouble(), match.captured(2).toDouble());
        const QPointF bottomRight(match.captured(3).toDouble(), match.captured(4).toDouble());
        words.append({match.captured(5), QRectF(topLeft, bottomRight)});
    }
    return words;
}

} // namespace

TEST_CASE("A draft of every PDF version signs well", "[tte][input]")
{
    checkSigns(versions());
}

TEST_CASE("A draft with every kind of cross-reference signs well", "[tte][input]")
{
    checkSigns(crossReferences());
}

TEST_CASE("Annotations and fields of the draft may be direct or indirect", "[tte][input]")
{
    checkSigns(formShapes());
}

TEST_CASE("Pages may inherit what they do not say", "[tte][input]")
{
    checkSigns(pageTrees());
}

TEST_CASE("The look stands upright and inside on every page, turned or cropped", "[tte][input]")
{
    for (const PageShape &shape : PageShapes) {
        for (const int turn : {0, 90, 180, 270, -90, 450}) {
            QByteArray draft = plainPdf("/Rotate "_ba + QByteArray::number(turn));
            const QByteArray page = "<< /Type /Page /Parent 2 0 R /Contents 4 0 R /Resources << >> "
                                    "/Rotate "
                + QByteArray::number(turn) + ' ' + shape.boxes + " >>";
            draft = withUpdate(draft, {.objects = {{3, page}}});
            INFO(page.toStdString());
            checkSigns({{u"page"_s, draft}});

            const bool isTurned = turn % 180 != 0;
            const QSizeF size = isTurned ? shape.size.transposed() : shape.size;
            const QRectF place = defaultSignaturePlace(size).rect;
            const QRectF inside(place.x(), size.height() - place.y() - place.height(),
                                place.width(), place.height());
            const auto words = wordsOf(signedFile(draft));
            CHECK(words.size() > 10);
            for (const auto &[text, box] : words) {
                INFO(text.toStdString() << ' ' << box.x() << ' ' << box.y() << ' ' << box.width()
                                        << ' ' << box.height());
                CHECK(inside.adjusted(-1, -1, 1, 1).contains(box));
                if (text.size() > 6) // a long word lies only when it is upright
                    CHECK(box.width() > 2 * box.height());
            }
        }
    }
}
