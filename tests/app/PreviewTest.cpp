#include "app/preview/BerkasViewer.h"
#include "app/preview/DraftPreview.h"
#include "app/preview/PageSource.h"
#include "app/preview/PageView.h"
#include "tests/app/SampleFiles.h"
#include "tests/support/Wait.h"

#include <catch2/catch_test_macros.hpp>

#include <QCryptographicHash>
#include <QElapsedTimer>
#include <QFile>
#include <QLabel>
#include <QPrinter>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace sipenduduk;
using namespace sipenduduk::test;

namespace {

QByteArray digestOf(const QByteArray &bytes)
{
    return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256);
}

QString messageOf(const QWidget &viewer)
{
    return viewer.findChild<QLabel *>(u"messageLabel"_s)->text();
}

/// Red of the painted DRAF: paper and ink of the samples have none.
bool hasRed(const QImage &image)
{
    for (int y = 0; y < image.height(); y += 2) {
        for (int x = 0; x < image.width(); x += 2) {
            const QColor color = image.pixelColor(x, y);
            if (color.red() - color.green() > 20 && color.red() - color.blue() > 20)
                return true;
        }
    }
    return false;
}

ErrorCode openingError(const QByteArray &bytes)
{
    const auto source = openPages(bytes, digestOf(bytes));
    REQUIRE_FALSE(source);
    return source.error().code;
}

void showIn(DraftPreview &preview, const QByteArray &bytes, bool isSigned = false)
{
    preview.resize(700, 500);
    preview.show();
    preview.showDraft(bytes, digestOf(bytes), isSigned);
    REQUIRE(waitFor([&] { return preview.isShowing() && preview.view().isSharp(); }));
}

} // namespace

TEST_CASE("Only bytes with the recorded hash are opened", "[preview]")
{
    const QByteArray pdf = samplePdf(u"Akta"_s, {}, 2);
    const auto good = openPages(pdf, digestOf(pdf));
    REQUIRE(good);
    CHECK((*good)->pageSizes().size() == 2);
    const auto wrong = openPages(pdf, digestOf(pdf + ' '));
    REQUIRE_FALSE(wrong);
    CHECK(wrong.error().code == ErrorCode::Tampered);

    DraftPreview preview;
    preview.showDraft(pdf, digestOf("something else"), false);
    REQUIRE(waitFor([&] { return messageOf(preview).contains("fingerprint"_L1); }));
    CHECK_FALSE(preview.isShowing());
}

TEST_CASE("Files that cannot be shown are refused with their reason", "[preview]")
{
    CHECK(openingError(lockedPdf()) == ErrorCode::Unsupported);
    CHECK(openingError(samplePdf(u"Akta"_s, {}).first(400)) == ErrorCode::Malformed);
    CHECK(openingError("%PDF-1.7 and nothing more") == ErrorCode::Malformed);
    CHECK(openingError("GIF89a") == ErrorCode::Unsupported);
    CHECK(openingError({}) == ErrorCode::Unsupported);
    CHECK(openingError(sampleJpeg(u"KK"_s).first(300)) == ErrorCode::Malformed);
    CHECK(openingError(pngHeader(30'000, 30'000)) == ErrorCode::TooLarge);
    CHECK(openingError(pngHeader(10'000, 6'001)) == ErrorCode::TooLarge);

    BerkasViewer viewer;
    const QByteArray bomb = pngHeader(30'000, 30'000);
    viewer.showBerkas(bomb, digestOf(bomb));
    CHECK(waitFor([&] { return messageOf(viewer).contains("too large"_L1); }));
}

TEST_CASE("A page of any size is rendered within the bounds", "[preview]")
{
    std::atomic_bool cancelled = false;
    for (const int points : {1, 72, 14'400, 1'000'000}) {
        const QByteArray pdf = squarePdf(points);
        const auto source = openPages(pdf, digestOf(pdf));
        REQUIRE(source);
        CHECK((*source)->pageSizes().first().width() <= MaxPageSide);
        const auto image = (*source)->render({0, 300.0 / 72, 0}, cancelled);
        REQUIRE(image);
        CHECK(qint64(image->width()) * image->height() <= MaxRenderedPixels * 11 / 10);
        CHECK(image->width() >= points * 0.9 * std::min(300.0 / 72, 2000.0 / points));
    }
    cancelled = true;
    const QByteArray pdf = samplePdf(u"Akta"_s, {});
    CHECK((*openPages(pdf, digestOf(pdf)))->render({0, 1, 0}, cancelled).error().code
          == ErrorCode::Busy);
}

TEST_CASE("DRAF stands over an unsigned draft on screen and on paper", "[preview]")
{
    const QByteArray pdf = samplePdf(u"Akta"_s, {u"isi"_s});
    for (const bool isSigned : {false, true}) {
        DraftPreview preview;
        showIn(preview, pdf, isSigned);
        CHECK(hasRed(preview.view().grab().toImage()) == !isSigned);

        QTemporaryDir folder;
        const QString path = folder.filePath(u"paper.pdf"_s);
        const auto printer = std::make_shared<QPrinter>();
        printer->setOutputFormat(QPrinter::PdfFormat);
        printer->setOutputFileName(path);
        QSignalSpy printed(&preview, &DraftPreview::printed);
        preview.printTo(printer);
        REQUIRE(waitFor([&] { return printed.count() == 1; }));
        CHECK(printed.first().first().toBool());
        QFile file(path);
        REQUIRE(file.open(QIODevice::ReadOnly));
        const QByteArray paper = file.readAll();
        const auto read = openPages(paper, digestOf(paper));
        REQUIRE(read);
        const std::atomic_bool cancelled = false;
        CHECK(hasRed(*(*read)->render({0, 1, 0}, cancelled)) == !isSigned);
    }
}

TEST_CASE("A page counts as seen when all of it was on the screen", "[preview]")
{
    PageViewTracker tracker;
    tracker.reset(2);
    CHECK(tracker.add(5000, {{0, 0, 0.6}}).isEmpty());
    CHECK(tracker.add(100, {{0, 0.55, 1}, {1, 0, 0.1}}).isEmpty()); // too short a look
    CHECK(tracker.add(200, {{0, 0.55, 1}, {1, 0, 0.1}}) == QList<int>{0});
    CHECK_FALSE(tracker.isComplete());
    CHECK(tracker.takeMilliseconds() == 5300);
    CHECK(tracker.add(300, {{1, 0, 1}}) == QList<int>{1});
    CHECK(tracker.add(300, {{1, 0, 1}}).isEmpty());
    CHECK(tracker.isComplete());
}

SCENARIO("An officer looks through a draft by keyboard", "[preview]")
{
    DraftPreview preview;
    QSignalSpy viewed(&preview, &DraftPreview::viewed);
    QSignalSpy ended(&preview, &DraftPreview::endPassed);
    showIn(preview, samplePdf(u"Akta"_s, {}, 2));
    PageView &view = preview.view();
    const auto seen = [&] {
        QList<int> pages;
        for (const QList<QVariant> &signal : viewed)
            pages += signal.first().value<QList<int>>();
        return pages;
    };

    WHEN("he only opens it")
    {
        THEN("the page that does not fit is not seen")
        {
            CHECK(view.verticalScrollBar()->maximum() > 0);
            QElapsedTimer passed;
            passed.start();
            CHECK(waitFor([&] { return passed.elapsed() > 600; }));
            CHECK(seen().isEmpty());
        }
    }
    WHEN("he goes on with Space to the end")
    {
        THEN("each page is reported once, counted from 1")
        {
            QElapsedTimer reading; // somebody who reads for half a second
            reading.start();
            REQUIRE(waitFor([&] {
                if (view.isSharp() && reading.hasExpired(500)) {
                    QTest::keyClick(&view, Qt::Key_Space);
                    reading.start();
                }
                return ended.count() > 0;
            }));
            CHECK(seen() == QList<int>{1, 2});
        }
    }
    WHEN("he shows whole pages")
    {
        view.setFit(Fit::Page);
        THEN("the first is seen as it stands there, the second after turning to it")
        {
            REQUIRE(waitFor([&] { return seen().contains(1); }));
            CHECK_FALSE(seen().contains(2));
            view.goToPage(1);
            CHECK(waitFor([&] { return seen().contains(2); }));
            CHECK(viewed.first().at(1).toLongLong() > 0);
        }
    }
    WHEN("he zooms")
    {
        const int before = view.zoomPercent();
        QTest::keyClick(&view, Qt::Key_Plus);
        THEN("the pages grow and become sharp again")
        {
            CHECK(view.zoomPercent() > before);
            CHECK(waitFor([&] { return view.isSharp(); }));
            QTest::keyClick(&view, Qt::Key_0);
            CHECK(view.fit() == Fit::Width);
            CHECK(view.zoomPercent() == before);
        }
    }
}

TEST_CASE("The zoom stays from one berkas to the next, and a picture turns", "[preview]")
{
    BerkasViewer viewer;
    viewer.resize(500, 500);
    viewer.show();
    const QByteArray tall = sampleJpeg(u"SURAT"_s, 600, 900);
    viewer.showBerkas(tall, digestOf(tall));
    REQUIRE(waitFor([&] { return viewer.isShowing() && viewer.view().isSharp(); }));
    viewer.view().zoomBy(1.5);
    const int zoom = viewer.view().zoomPercent();
    viewer.view().turn(1);
    CHECK(waitFor([&] { return viewer.view().isSharp(); }));

    const QByteArray pdf = samplePdf(u"KK"_s, {});
    viewer.showBerkas(pdf, digestOf(pdf));
    REQUIRE(waitFor([&] { return viewer.isShowing() && viewer.view().isSharp(); }));
    CHECK(viewer.view().zoomPercent() == zoom);
}

TEST_CASE("A preview that is closed while it works ends cleanly", "[preview]")
{
    const QByteArray pdf = samplePdf(u"Akta"_s, {}, 40);
    for (int i = 0; i < 10; ++i) {
        DraftPreview preview;
        preview.resize(900, 900);
        preview.show();
        preview.showDraft(pdf, digestOf(pdf), false);
        if (i % 2 == 0)
            REQUIRE(waitFor([&] { return preview.isShowing(); }));
        preview.showDraft(samplePdf(u"Lain"_s, {}), digestOf(pdf),
                          false); // Tampered comes too late
    }
}
