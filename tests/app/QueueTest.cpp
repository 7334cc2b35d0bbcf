#include "app/queue/QueueFeed.h"
#include "app/queue/QueuePage.h"
#include "app/queue/QueueScope.h"
#include "app/queue/QueueTable.h"
#include "app/queue/SearchFeed.h"
#include "app/widgets/MessageStrip.h"
#include "tests/support/TestDesk.h"
#include "tests/support/Wait.h"

#include <catch2/catch_test_macros.hpp>

#include <QAbstractItemModelTester>
#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>

using namespace Qt::StringLiterals;
using namespace sipenduduk;
using namespace sipenduduk::test;

namespace {

QString cell(const QueueModel &model, PermohonanId id, QueueColumn column)
{
    return model.indexOf(id).siblingAtColumn(int(column)).data().toString();
}

protocol::QueueChanged eventOf(const PermohonanRow &row, qint64 seq, Role previous = Role::Fo)
{
    protocol::QueueChanged event;
    event.seq = seq;
    event.row = row;
    event.previousHolder = previous;
    return event;
}

/// The FO's work page over an office that gives `rows`.
struct QueueDesk : TestDesk
{
    explicit QueueDesk(const QList<PermohonanRow> &rows, bool isLast = true)
    {
        office.answer<protocol::ListQueue>(testPage(rows, isLast));
        logIn();
        feed = std::make_unique<QueueFeed>(session, testKatalog(), Role::Fo,
                                           protocol::QueueView::Work, nullptr);
        tester = std::make_unique<QAbstractItemModelTester>(
            &feed->model(), QAbstractItemModelTester::FailureReportingMode::Fatal);
        page = std::make_unique<QueuePage>(
            session, *feed, settings,
            QueuePageTexts{u"Pekerjaan"_s, u"Kosong"_s, u"Tunggu saja."_s, u"fo_work"_s, false});
        page->resize(1100, 560);
        page->show();
        feed->reload();
        REQUIRE(waitFor([&] { return feed->state() == RowSource::State::Ready; }));
    }
    QueueTable &table() { return *page->findChild<QueueTable *>(u"table"_s); }
    template <typename T>
    T &part(const QString &name)
    {
        return *page->findChild<T *>(name);
    }

    std::unique_ptr<QueueFeed> feed;
    std::unique_ptr<QAbstractItemModelTester> tester;
    std::unique_ptr<QueuePage> page;
};

} // namespace

TEST_CASE("A queue shows what an officer chooses by", "[queue]")
{
    TestDesk dressed;
    QueueModel model(testKatalog());
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    const QDateTime now(QDate(2026, 11, 23), QTime(3, 0),
                        QTimeZone::UTC); // Monday 10.00 in the office
    model.setNow(now);
    PermohonanRow row = testRows(1).first();
    row.layanan = u"akta-kelahiran"_s;
    row.submittedAt = now.addSecs(-3600);
    row.stepSince = now.addSecs(-30);
    row.status = Status::DiKasi;
    row.isReturned = true;
    model.merge({row});
    CHECK(cell(model, row.id, QueueColumn::Number) == row.number);
    CHECK(cell(model, row.id, QueueColumn::Service)
          == testKatalog().layanan(u"akta-kelahiran")->name);
    CHECK(cell(model, row.id, QueueColumn::Submitted) == u"23 Nov 2026 09.00"_s); // office time
    CHECK(cell(model, row.id, QueueColumn::Waiting) == u"kurang dari semenit"_s);
    CHECK(cell(model, row.id, QueueColumn::Due) == u"4 menit lagi"_s); // five minutes of the SOP
    CHECK(cell(model, row.id, QueueColumn::Status) == u"Di Kasi (dikembalikan)"_s);
    CHECK_FALSE(model.indexOf(row.id).data(QueueModel::LateRole).toBool());

    model.setNow(now.addSecs(3600));
    CHECK(cell(model, row.id, QueueColumn::Due)
          == u"Terlambat 55 menit"_s); // never by colour alone
    const QModelIndex due = model.indexOf(row.id).siblingAtColumn(int(QueueColumn::Due));
    CHECK(due.data(Qt::ForegroundRole).isValid());
    CHECK(due.data(Qt::DecorationRole).isValid());
    CHECK(model.indexOf(row.id).data(QueueModel::LateRole).toBool());
}

TEST_CASE("What a citizen typed is text in a tool tip, not markup", "[queue]")
{
    TestDesk dressed;
    QueueModel model(testKatalog());
    PermohonanRow row = testRows(1).first();
    row.applicant = u"<img src='x'>Budi"_s;
    model.upsert(row);
    const QModelIndex cellOfApplicant =
        model.indexOf(row.id).siblingAtColumn(int(QueueColumn::Applicant));
    CHECK(cellOfApplicant.data().toString() == row.applicant);
    CHECK_FALSE(cellOfApplicant.data(Qt::ToolTipRole).toString().contains(u"<img"_s));
}

TEST_CASE("A row is never replaced by an older one", "[queue]")
{
    TestDesk dressed;
    QueueModel model(testKatalog());
    PermohonanRow row = testRows(1).first();
    row.version = 5;
    row.applicant = u"Nama Baru"_s;
    model.upsert(row);
    row.version = 4;
    row.applicant = u"Nama Lama"_s;
    model.upsert(row);
    CHECK(model.find(row.id)->applicant == u"Nama Baru"_s);
}

SCENARIO("The office changes what an officer is looking at", "[queue]")
{
    QList<PermohonanRow> rows = testRows(5);
    QueueDesk desk(rows);
    desk.table().selectId(PermohonanId(3));
    QSignalSpy resets(&desk.feed->model(), &QAbstractItemModel::modelReset);

    WHEN("a new permohonan comes")
    {
        PermohonanRow fresh = testRows(6).last();
        desk.office.sendEvent(eventOf(fresh, 10, Role::Pemohon));
        REQUIRE(waitFor([&] { return desk.feed->model().rowCount() == 6; }));
        THEN("it is there and the selection stays")
        {
            CHECK(desk.table().selectedId() == PermohonanId(3));
            CHECK(resets.isEmpty());
            CHECK(desk.feed->countText() == u"6"_s);
        }
    }
    WHEN("one before the selected one goes on to the Kasi")
    {
        rows[0].holder = Role::Kasi;
        rows[0].status = Status::DiKasi;
        rows[0].version = 2;
        desk.office.sendEvent(eventOf(rows[0], 11));
        REQUIRE(waitFor([&] { return desk.feed->model().rowCount() == 4; }));
        THEN("it leaves the list and the selection stays")
        {
            CHECK(desk.table().selectedId() == PermohonanId(3));
        }
    }
    WHEN("a colleague opens one")
    {
        rows[1].heldBy = u"Rina Wati"_s;
        desk.office.sendEvent(eventOf(rows[1], 0));
        REQUIRE(
            waitFor([&] { return !desk.feed->model().find(PermohonanId(2))->heldBy.isEmpty(); }));
        THEN("everybody sees who has it")
        {
            CHECK(cell(desk.feed->model(), PermohonanId(2), QueueColumn::HeldBy) == u"Rina Wati"_s);
        }
    }
    WHEN("a permohonan comes that another duty holds")
    {
        PermohonanRow other = testRows(7).last();
        other.holder = Role::Kabid;
        desk.office.sendEvent(eventOf(other, 12, Role::Kasi));
        rows[4].applicant = u"Berubah"_s; // a sign that the first event was seen
        rows[4].version = 2;
        desk.office.sendEvent(eventOf(rows[4], 13));
        REQUIRE(waitFor([&] { return desk.feed->model().find(PermohonanId(5))->version == 2; }));
        THEN("it does not appear here")
        {
            CHECK(desk.feed->model().rowCount() == 5);
        }
    }
}

TEST_CASE("The queues of a duty take in what belongs to them", "[queue]")
{
    using protocol::QueueView;
    PermohonanRow row = testRows(1).first();
    row.layanan = u"akta-kelahiran"_s;
    CHECK(belongsTo(QueueView::Work, Role::Fo, row, false));
    CHECK_FALSE(belongsTo(QueueView::Returned, Role::Fo, row, false));
    row.isReturned = true;
    CHECK(belongsTo(QueueView::Returned, Role::Fo, row, false));
    row.status = Status::SiapDiambil; // after the TTE the FO works at the counter
    CHECK_FALSE(belongsTo(QueueView::Work, Role::Fo, row, false));
    CHECK(belongsTo(QueueView::Pickup, Role::Fo, row, false));
    row.holder = Role::Pemohon;
    CHECK(belongsTo(QueueView::Sent, Role::Fo, row, true));
    CHECK_FALSE(belongsTo(QueueView::Sent, Role::Fo, row, false));

    const Layanan &layanan = *testKatalog().layanan(u"akta-kelahiran");
    row.holder = Role::Kasi;
    const QList<protocol::DutyScope> ofSection{{Role::Kasi, layanan.seksi}};
    const QList<protocol::DutyScope> ofAnother{{Role::Kasi, u"another"_s},
                                               {Role::Kabid, layanan.bidang}};
    CHECK(coversRow(ofSection, Role::Kasi, row, testKatalog()));
    CHECK_FALSE(coversRow(ofAnother, Role::Kasi, row, testKatalog()));
    CHECK(dutyFor(ofSection, row, testKatalog()) == Role::Kasi);
    CHECK(dutyFor(ofAnother, row, testKatalog()) == Role::Kabid);
    CHECK(dutyFor({{Role::Admin, {}}}, row, testKatalog()) == Role::None);
}

SCENARIO("A long queue is loaded as one scrolls", "[queue]")
{
    const QList<PermohonanRow> all = testRows(120);
    QueueDesk desk(all.first(50), false);
    desk.office.on<protocol::ListQueue>([&](const protocol::ListQueue &ask) {
        const auto from = qsizetype(ask.after.id); // the rows are numbered from 1
        const auto count = std::min<qsizetype>(ask.limit, all.size() - from);
        return Result<protocol::QueuePage>(
            testPage(all.sliced(from, count), from + count == all.size()));
    });
    CHECK(desk.feed->countText() == u"50+"_s);
    desk.table().selectId(PermohonanId(4));
    while (desk.feed->hasMore()) {
        const int before = desk.feed->model().rowCount();
        desk.table().scrollToBottom();
        desk.feed->model().fetchMore({});
        REQUIRE(waitFor([&] { return desk.feed->model().rowCount() > before; }));
        REQUIRE(waitFor([&] { return desk.feed->state() == RowSource::State::Ready; }));
    }
    CHECK(desk.feed->model().rowCount() == 120);
    CHECK(desk.table().selectedId() == PermohonanId(4));
    CHECK(desk.feed->countText() == u"120"_s);
}

TEST_CASE("Columns are sorted by what they mean and remembered", "[queue]")
{
    QueueDesk desk(testRows(5));
    CHECK(desk.table().idAtViewRow(0) == PermohonanId(1)); // waits longest
    desk.table().sortByColumn(int(QueueColumn::Waiting), Qt::DescendingOrder);
    CHECK(desk.table().idAtViewRow(0) == PermohonanId(5));
    desk.table().setColumnWidth(int(QueueColumn::Service), 321);
    QueuePage again(desk.session, *desk.feed, desk.settings,
                    QueuePageTexts{u"Pekerjaan"_s, {}, {}, u"fo_work"_s, false});
    const auto *table = again.findChild<QueueTable *>(u"table"_s);
    CHECK(table->columnWidth(int(QueueColumn::Service)) == 321);
    CHECK(table->horizontalHeader()->sortIndicatorOrder() == Qt::DescendingOrder);
}

SCENARIO("An officer works a queue by keyboard", "[queue]")
{
    QueueDesk desk(testRows(3));
    QSignalSpy opened(desk.page.get(), &QueuePage::openRequested);
    desk.page->focusTable();
    QTest::keyClick(&desk.table(), Qt::Key_Down);
    QTest::keyClick(&desk.table(), Qt::Key_Return);
    REQUIRE(opened.count() == 1);
    CHECK(opened.first().first().value<PermohonanId>() == PermohonanId(2));
    QTest::mouseClick(&desk.part<QPushButton>(u"copyButton"_s), Qt::LeftButton);
    CHECK(QGuiApplication::clipboard()->text() == testRows(2).last().number);

    WHEN("the opened one has gone on")
    {
        desk.feed->model().remove(PermohonanId(2));
        THEN("the next is the one that took its place")
        {
            CHECK(desk.page->selectNext() == PermohonanId(3));
            CHECK(desk.page->selectNext() == PermohonanId{});
        }
    }
    WHEN("it is still there")
    {
        THEN("the next is the one below")
        {
            CHECK(desk.page->selectNext() == PermohonanId(3));
        }
    }
}

SCENARIO("A queue is empty or cannot be loaded", "[queue]")
{
    QueueDesk desk({});
    THEN("an empty one says what that means")
    {
        CHECK(desk.part<QLabel>(u"emptyTitleLabel"_s).isVisible());
        CHECK_FALSE(desk.table().isVisible());
    }
    WHEN("the office refuses")
    {
        desk.office.refuse<protocol::ListQueue>(ErrorCode::Busy);
        desk.feed->reload();
        auto &strip = desk.part<MessageStrip>(u"messageStrip"_s);
        REQUIRE(waitFor([&] { return strip.isVisible(); }));
        THEN("it says so, and loads when asked again")
        {
            CHECK(strip.text() == u"Server dinas sedang sibuk. Coba lagi sebentar."_s);
            desk.office.answer<protocol::ListQueue>(testPage(testRows(2)));
            QTest::mouseClick(strip.findChild<QPushButton *>(u"messageButton"_s), Qt::LeftButton);
            REQUIRE(waitFor([&] { return desk.feed->model().rowCount() == 2; }));
            CHECK_FALSE(strip.isVisible());
        }
    }
}

TEST_CASE("A search shows what the office finds and sends nothing too short", "[queue]")
{
    TestDesk desk;
    desk.logIn();
    desk.office.answer<protocol::Search>({testRows(2)});
    SearchFeed feed(desk.session, testKatalog(), nullptr);
    feed.search(u"  ab "_s);
    CHECK(feed.state() == RowSource::State::Idle);
    feed.search(u"00042"_s);
    REQUIRE(waitFor([&] { return feed.state() == RowSource::State::Ready; }));
    CHECK(feed.model().rowCount() == 2);
    CHECK(desk.office.received(protocol::MessageType::Search).size() == 1);
}
