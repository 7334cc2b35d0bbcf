// What must hold for the bytes of every draft: repeatable, fonts inside, place of the signature
// empty.

#include "common/SignaturePlace.h"
#include "server/documents/DraftRenderer.h"
#include "tests/documents/Samples.h"
#include "tests/documents/Tools.h"

#include <catch2/catch_test_macros.hpp>

#include <QFile>
#include <QRegularExpression>
#include <QTemporaryDir>

#include <cmath>
#include <thread>
#include <vector>

using namespace Qt::StringLiterals;
using namespace sipenduduk;

namespace {

/// A sample as another process makes it under another clock, hash seed, time zone and font set.
QByteArray fromOtherProcess(const QStringList &sample, const QString &clock, const QString &seed,
                            const QString &zone, bool hasSystemFonts)
{
    const QTemporaryDir directory;
    const QString target = directory.filePath(u"out.pdf"_s);
    QFile fonts(directory.filePath(u"fonts.conf"_s));
    REQUIRE(fonts.open(QIODevice::WriteOnly));
    fonts.write("<?xml version=\"1.0\"?><!DOCTYPE fontconfig SYSTEM \"urn:fontconfig:fonts.dtd\">"
                "<fontconfig></fontconfig>");
    fonts.close();
    QMap<QString, QString> environment{{u"QT_HASH_SEED"_s, seed}, {u"TZ"_s, zone}};
    if (!hasSystemFonts)
        environment.insert(u"FONTCONFIG_FILE"_s, fonts.fileName());
    QStringList arguments{u"-f"_s, clock, QStringLiteral(DOCUMENTS_SAMPLE), sample.first(), target};
    arguments += sample.sliced(1);
    (void)tools::run(u"faketime"_s, arguments, environment);
    QFile file(target);
    REQUIRE(file.open(QIODevice::ReadOnly));
    return file.readAll();
}

bool isBlank(const QByteArray &pdf)
{
    constexpr int dpi = 144;
    constexpr double pixels = dpi / 72.0;
    const QImage page = tools::pageImage(pdf, tools::pageCount(pdf), dpi);
    const QSizeF points(page.width() / pixels, page.height() / pixels);
    const QRectF place = defaultSignaturePlace(points).rect;
    const QRect area(int(std::floor(place.left() * pixels)),
                     int(std::floor((points.height() - place.bottom()) * pixels)),
                     int(std::ceil(place.width() * pixels)),
                     int(std::ceil(place.height() * pixels)));
    REQUIRE(page.rect().contains(area));
    for (int y = area.top(); y <= area.bottom(); ++y) {
        for (int x = area.left(); x <= area.right(); ++x) {
            if (page.pixel(x, y) != qRgb(255, 255, 255))
                return false;
        }
    }
    return true;
}

QList<DraftInput> manySamples()
{
    QList<DraftInput> samples;
    for (const QString &output : DraftRenderer::outputs())
        samples.append(samples::forOutput(output));
    samples.append(samples::family(14));
    return samples;
}

} // namespace

TEST_CASE("Two processes make the same draft bytes under other clocks, seeds, zones and fonts",
          "[draft]")
{
    const QList<QStringList> documents{{u"akta-kelahiran"_s},
                                       {u"kk"_s, u"produksi"_s, u"14"_s},
                                       {u"skpwni"_s, u"latihan"_s},
                                       {u"kia"_s},
                                       {u"sk-lahir-mati"_s}};
    for (const QStringList &sample : documents) {
        CAPTURE(sample.join(u' ').toStdString());
        const QByteArray one =
            fromOtherProcess(sample, u"2026-11-22 08:00:00"_s, u"0"_s, u"Asia/Jakarta"_s, true);
        const QByteArray two =
            fromOtherProcess(sample, u"2031-05-06 23:59:58"_s, u"4711"_s, u"America/Lima"_s, false);
        const QByteArray three =
            fromOtherProcess(sample, u"1999-12-31 23:59:59"_s, u"random"_s, u"UTC"_s, true);
        CHECK(one.startsWith("%PDF-1.4"));
        CHECK((one == two));
        CHECK((one == three));
    }
}

TEST_CASE("Drafts made at once in several threads equal those made alone", "[draft]")
{
    const DraftRenderer renderer;
    const QList<DraftInput> inputs{samples::birth(), samples::family(14), samples::moving()};
    QList<QByteArray> alone;
    for (const DraftInput &input : inputs)
        alone.append(renderer.render(input).value());
    std::vector<QByteArray> together(12);
    {
        std::vector<std::jthread> threads;
        for (size_t i = 0; i < together.size(); ++i)
            threads.emplace_back([&, i] {
                together[i] = renderer.render(inputs.at(qsizetype(i) % inputs.size())).value();
            });
    }
    for (size_t i = 0; i < together.size(); ++i)
        CHECK((together[i] == alone.at(qsizetype(i) % inputs.size())));
}

TEST_CASE("Another number, date, key, field or mode gives other bytes", "[draft]")
{
    const DraftRenderer renderer;
    const DraftInput original = samples::birth();
    const QByteArray bytes = renderer.render(original).value();
    QList<DraftInput> others(5, original);
    others[0].documentNumber += u'X';
    others[1].issueDate = original.issueDate.addDays(1);
    others[2].documentKey += u'X';
    others[3].fields[u"anak_nama"_s] += u'X';
    others[4].mode = DraftMode::Latihan;
    for (const DraftInput &other : std::as_const(others))
        CHECK((renderer.render(other).value() != bytes));
    CHECK((renderer.render(original).value() == bytes));
}

TEST_CASE("Every output renders: our fonts embedded, the signature's place blank", "[draft]")
{
    const DraftRenderer renderer;
    CHECK(DraftRenderer::outputs().size() == 21);
    static const QRegularExpression embedded(
        u"^[A-Z]{6}\\+Sipenduduk(Serif|Sans)-\\w+ +CID TrueType +Identity-H +yes yes yes"_s);
    for (const DraftInput &input : manySamples()) {
        CAPTURE(input.output.toStdString());
        const auto pdf = renderer.render(input);
        REQUIRE(pdf);
        const QStringList fonts = tools::pdfFonts(*pdf).split(u'\n', Qt::SkipEmptyParts).sliced(2);
        CHECK(fonts.size() >= 2);
        for (const QString &font : fonts) {
            CAPTURE(font.toStdString());
            CHECK(embedded.match(font).hasMatch());
        }
        CHECK(isBlank(*pdf));
        CHECK_FALSE(tools::pdfText(*pdf).contains(u"DRAF"_s, Qt::CaseInsensitive));
        CHECK_FALSE(pdf->contains("/Subtype /Image")); // a stamp or a scan would be one
    }
}

TEST_CASE("In practice mode every page says that it is a specimen, in production none", "[draft]")
{
    const DraftRenderer renderer;
    const QString words = u"SPESIMEN – TIDAK BERLAKU"_s;
    for (DraftInput input : manySamples()) {
        CAPTURE(input.output.toStdString());
        CHECK_FALSE(tools::pdfText(renderer.render(input).value()).contains(u"SPESIMEN"_s));
        input.mode = DraftMode::Latihan;
        const QByteArray pdf = renderer.render(input).value();
        const QStringList pages =
            tools::pdfText(pdf, {u"-layout"_s}).split(u'\f', Qt::SkipEmptyParts);
        CHECK(pages.size() == tools::pageCount(pdf));
        for (const QString &page : pages)
            CHECK(page.contains(words));
        CHECK(isBlank(pdf));
    }
}

TEST_CASE("A draft passes qpdf's own check and names no clock of the machine", "[draft]")
{
    const QTemporaryDir directory;
    const QString path = directory.filePath(u"draft.pdf"_s);
    QFile file(path);
    REQUIRE(file.open(QIODevice::WriteOnly));
    file.write(DraftRenderer().render(samples::birth()).value());
    file.close();
    CHECK(tools::run(u"qpdf"_s, {u"--check"_s, path})
              .contains("No syntax or stream encoding errors"));
    const QByteArray info = tools::run(u"pdfinfo"_s, {u"-isodates"_s, path});
    CHECK(info.contains("2026-11-22T00:00:00Z"));
    CHECK_FALSE(info.contains("ModDate"));
    CHECK(info.contains("Producer:        SIPENDUDUK"));
}
