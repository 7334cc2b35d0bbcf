#include "app/main/MainWindow.h"
#include "app/login/LoginWindow.h"
#include "app/main/Desk.h"
#include "app/main/IdleWatcher.h"
#include "app/queue/QueueTable.h"
#include "app/widgets/MessageStrip.h"
#include "tests/support/TestCertificates.h"
#include "tests/support/TestDesk.h"
#include "tests/support/Wait.h"

#include <catch2/catch_test_macros.hpp>

#include <QAccessible>
#include <QAction>
#include <QDialog>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QStackedWidget>

using namespace Qt::StringLiterals;
using namespace sipenduduk;
using namespace sipenduduk::test;

namespace {

/// The whole program over a fake office, logged in.
struct ProgramDesk : TestDesk
{
    std::unique_ptr<Desk> desk;

    void start(const QList<protocol::DutyScope> &duties = {{Role::Fo, {}}})
    {
        office.setDuties(duties);
        office.answer<protocol::ListQueue>(testPage(testRows(8)));
        Options options;
        options.server = u"127.0.0.1:%1"_s.arg(office.port());
        options.caFile = testCertificates().caFile();
        options.user = QString(FakeOffice::UserName);
        options.settingsFile = folder.filePath(u"desk.ini"_s);
        desk = std::make_unique<Desk>(options, testKatalog());
        desk->start();
        logInByHand();
    }
    void logInByHand()
    {
        LoginWindow &login = desk->loginWindow();
        QTest::keyClicks(login.findChild<QLineEdit *>(u"passwordLineEdit"_s),
                         QString(FakeOffice::Password));
        QTest::keyClick(login.findChild<QLineEdit *>(u"passwordLineEdit"_s), Qt::Key_Return);
        REQUIRE(waitFor([&] { return desk->session().isOnline() && desk->mainWindow(); }));
    }
    MainWindow &window() { return *desk->mainWindow(); }
    template <typename T>
    T &part(const QString &name)
    {
        auto *found = window().findChild<T *>(name);
        INFO(name.toStdString());
        REQUIRE(found);
        return *found;
    }
    QueueTable &currentTable()
    {
        return *part<QStackedWidget>(u"pages"_s).currentWidget()->findChild<QueueTable *>();
    }
};

} // namespace

SCENARIO("An officer comes to his desk", "[main]")
{
    ProgramDesk desk;
    desk.office.setPractice(true);
    desk.start();
    REQUIRE(waitFor([&] { return desk.currentTable().model()->rowCount() == 8; }));
    desk.window().resize(1366, 720);

    THEN("he sees his duty, its lists with counts, and that the office practises")
    {
        CHECK(desk.window().isVisible());
        CHECK_FALSE(desk.desk->loginWindow().isVisible());
        CHECK(desk.part<QLabel>(u"practiceBanner"_s).isVisible());
        CHECK(desk.part<QLabel>(u"practiceLabel"_s).text() == u"MODE LATIHAN"_s);
        REQUIRE(
            waitFor([&] { return desk.part<QLabel>(u"queueCount_fo_work"_s).text() == u"8"_s; }));
        CHECK(desk.part<QPushButton>(u"queueButton_fo_work"_s).isChecked());
        CHECK(desk.part<QPushButton>(u"queueButton_fo_work"_s).accessibleName()
              == u"Front Office: Pekerjaan"_s);
        shoot(desk.window(), u"antrean"_s);
    }
    THEN("the title holds no personal data")
    {
        CHECK(desk.window().windowTitle() == u"SIPENDUDUK – Pekerjaan – Front Office"_s);
    }
    WHEN("he chooses another list by key")
    {
        QTest::mouseClick(&desk.part<QPushButton>(u"queueButton_fo_sent"_s), Qt::LeftButton);
        THEN("it is loaded and shown")
        {
            CHECK(desk.window().windowTitle() == u"SIPENDUDUK – Diteruskan – Front Office"_s);
        }
    }
    WHEN("he searches")
    {
        desk.office.answer<protocol::Search>({testRows(2)});
        auto &field = desk.part<QLineEdit>(u"searchLineEdit"_s);
        QTest::keyClicks(&field, u"1471010101010001"_s);
        QTest::keyClick(&field, Qt::Key_Return);
        REQUIRE(waitFor([&] { return desk.currentTable().model()->rowCount() == 2; }));
        THEN("the title does not say for what")
        {
            CHECK(desk.window().windowTitle() == u"SIPENDUDUK – Cari"_s);
            shoot(desk.window(), u"cari"_s);
        }
    }
    WHEN("the line is lost")
    {
        desk.office.stopListening();
        desk.office.dropConnections();
        auto &strip = desk.part<MessageStrip>(u"connectionStrip"_s);
        REQUIRE(waitFor([&] { return strip.isVisible(); }));
        THEN("a banner says so, what needs the server is grey, and the list stays")
        {
            CHECK(strip.text().contains(u"terputus"_s));
            CHECK_FALSE(desk.part<QLineEdit>(u"searchLineEdit"_s).isEnabled());
            CHECK_FALSE(desk.part<QAction>(u"refreshAction"_s).isEnabled());
            CHECK(desk.currentTable().model()->rowCount() == 8);
            shoot(desk.window(), u"antrean-terputus"_s);
            desk.office.listenAgain();
            REQUIRE(waitFor([&] { return desk.desk->session().isOnline(); }));
            CHECK_FALSE(strip.isVisible());
            CHECK(desk.part<QLineEdit>(u"searchLineEdit"_s).isEnabled());
        }
    }
}

SCENARIO("An officer goes away", "[main]")
{
    ProgramDesk desk;
    desk.start();
    QPointer<MainWindow> before = desk.desk->mainWindow();

    WHEN("the clock logs him out while a dialog is open")
    {
        desk.part<QAction>(u"shortcutsAction"_s).trigger();
        const auto &dialog = desk.part<QDialog>(u"shortcutsMessageBox"_s);
        REQUIRE(dialog.isVisible());
        desk.desk->session().logout(LogoutReason::Idle);
        THEN("his data are off the screen and his window waits for him")
        {
            CHECK_FALSE(before->isVisible());
            CHECK_FALSE(dialog.isVisible());
            CHECK(desk.desk->loginWindow().isVisible());
            auto *strip = desk.desk->loginWindow().findChild<MessageStrip *>(u"messageStrip"_s);
            CHECK(strip->text().startsWith(u"Anda dikeluarkan karena komputer"_s));
            desk.logInByHand();
            CHECK(desk.desk->mainWindow() == before);
            CHECK(before->isVisible());
            CHECK(dialog.isVisible());
            CHECK(dialog.isModal());
        }
    }
    WHEN("he logs out himself")
    {
        desk.part<QAction>(u"logoutAction"_s).trigger();
        THEN("nothing of his is left")
        {
            CHECK(desk.desk->mainWindow() == nullptr);
            CHECK(waitFor([&] { return before.isNull(); }));
            CHECK(desk.desk->loginWindow().isVisible());
        }
    }
}

TEST_CASE("Nobody at the keyboard ends the session", "[main]")
{
    TestDesk desk;
    desk.logIn();
    QSignalSpy loggedOut(&desk.session, &Session::loggedOut);
    IdleWatcher watcher(desk.session, std::chrono::milliseconds(150));
    QWidget somewhere;
    QTest::keyClick(&somewhere, Qt::Key_A);
    CHECK(desk.session.lastActivity().msecsTo(QDateTime::currentDateTimeUtc()) < 150);
    REQUIRE(waitFor([&] { return loggedOut.count() == 1; }));
    CHECK(loggedOut.first().first().value<LogoutReason>() == LogoutReason::Idle);
}

TEST_CASE("Each duty of an officer has its lists, an admin has none", "[main]")
{
    ProgramDesk desk;
    desk.start({{Role::Kasi, u"kelahiran"_s}, {Role::Fo, {}}, {Role::Kasi, u"perkawinan"_s}});
    CHECK(desk.part<QPushButton>(u"queueButton_kasi_work"_s).isVisible());
    CHECK(desk.window().findChildren<QPushButton *>(u"queueButton_kasi_work"_s).size() == 1);
    CHECK_FALSE(desk.window().findChild<QPushButton *>(u"queueButton_kasi_pickup"_s));
    CHECK(desk.part<QPushButton>(u"queueButton_fo_pickup"_s).isVisible());

    ProgramDesk admin;
    admin.start({{Role::Admin, {}}});
    CHECK(admin.part<QLabel>(u"noDutyLabel"_s).isVisible());
}

TEST_CASE("Everything that can be used has a name to be read and to be found by", "[main]")
{
    ProgramDesk desk;
    desk.start();
    const QList<QWidget *> roots{&desk.window(), &desk.desk->loginWindow()};
    for (QWidget *root : roots) {
        for (const QWidget *widget : root->findChildren<QWidget *>()) {
            const bool isUsable = widget->focusPolicy() != Qt::NoFocus && widget->isVisibleTo(root)
                && !widget->objectName().startsWith(u"qt_"_s);
            if (!isUsable)
                continue;
            INFO(widget->metaObject()->className() << " " << widget->objectName().toStdString());
            CHECK_FALSE(widget->objectName().isEmpty());
            QAccessibleInterface *face =
                QAccessible::queryAccessibleInterface(const_cast<QWidget *>(widget));
            REQUIRE(face);
            CHECK_FALSE(face->text(QAccessible::Name).isEmpty());
        }
    }
}
