#include "app/net/Session.h"
#include "app/permohonan/PermohonanPage.h"
#include "tests/app/PermohonanOffice.h"
#include "tests/app/SampleFiles.h"
#include "tests/app/SamplePermohonan.h"
#include "tests/support/Wait.h"

#include <catch2/catch_test_macros.hpp>

#include <QAccessible>
#include <QApplication>
#include <QComboBox>
#include <QDialog>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTabWidget>
#include <QTest>
#include <QTreeView>

using namespace Qt::StringLiterals;
using namespace sipenduduk;
using namespace sipenduduk::test;

namespace {

SessionTimes quickTimes()
{
    SessionTimes times;
    times.firstRetry = std::chrono::milliseconds(20);
    times.longestRetry = std::chrono::milliseconds(100);
    return times;
}

/// An officer before the page of one permohonan.
class Officer
{
public:
    Officer(Role duty, Status status, Role holder)
        : office(duty)
        , session(quickTimes())
        , page(session, katalog())
        , m_duty(duty)
    {
        office.permohonan = birth(office, status, holder);
        office.logIn(session);
        page.resize(1366, 640);
        page.show();
    }

    void open()
    {
        page.openPermohonan(office.permohonan.row.id, m_duty);
        REQUIRE(waitFor([&] { return page.findChild<QTabWidget *>(u"tabs"_s)->isEnabled(); }));
    }

    QPushButton *button(const QString &name) { return page.findChild<QPushButton *>(name); }
    bool canPress(const QString &name)
    {
        return waitFor([&] { return button(name) && button(name)->isEnabled(); });
    }
    void press(const QString &name)
    {
        REQUIRE(canPress(name));
        button(name)->click();
    }
    QString notice()
    {
        return page.findChild<QWidget *>(u"notice"_s)
            ->findChild<QLabel *>(u"messageLabel"_s)
            ->text();
    }
    QDialog *dialog(const QString &name)
    {
        QDialog *found = nullptr;
        REQUIRE(waitFor([&] {
            found = page.findChild<QDialog *>(name);
            return found && found->isVisible();
        }));
        return found;
    }
    void type(const QString &code, const QString &text)
    {
        auto *edit = page.findChild<QLineEdit *>(u"field_"_s + code);
        edit->setFocus();
        edit->selectAll();
        QTest::keyClicks(edit, text);
    }

    PermohonanOffice office;
    Session session;
    PermohonanPage page;

private:
    Role m_duty;
};

QList<Action> actionsOf(const PermohonanOffice &office)
{
    QList<Action> actions;
    for (const protocol::Act &act : office.requests<protocol::Act>())
        actions.append(act.action);
    return actions;
}

} // namespace

SCENARIO("The front office takes a birth from registration to the Kasi", "[page]")
{
    Officer fo(Role::Fo, Status::Diajukan, Role::Fo);
    QSignalSpy next(&fo.page, &PermohonanPage::openNext);
    fo.open();
    fo.press(u"registerButton"_s);
    REQUIRE(fo.canPress(u"verdict1Button"_s));
    CHECK_FALSE(fo.button(u"receiveButton"_s)->isEnabled()); // registering was receiving

    // Judged one by one; nothing is sent before it is needed.
    for (int i = 0; i < 3; ++i)
        fo.page.findChild<QPushButton *>(u"verdict1Button"_s)->click();
    fo.page.findChild<QAbstractButton *>(u"answersConfirmedBox"_s)->click();
    CHECK(fo.office.requests<protocol::JudgeBerkas>().isEmpty());
    CHECK(fo.page.hasUnsavedWork());
    fo.press(u"verifyButton"_s);
    REQUIRE(waitFor([&] { return fo.office.permohonan.row.status == Status::Diverifikasi; }));
    REQUIRE(fo.office.requests<protocol::JudgeBerkas>().size() == 1);
    CHECK(fo.office.requests<protocol::JudgeBerkas>().first().verdicts.size() == 3);

    // The warning needs a reason before the entry is done; typing and entering is one press.
    fo.page.findChild<QLineEdit *>(u"siakLineEdit"_s)->setFocus();
    QTest::keyClicks(fo.page.findChild<QLineEdit *>(u"siakLineEdit"_s), u"SIAK-77"_s);
    QTest::keyClicks(fo.page.findChild<QLineEdit *>(u"reasonLineEdit"_s), u"Pindahan"_s);
    fo.press(u"enterButton"_s);
    REQUIRE(waitFor([&] { return fo.office.permohonan.row.status == Status::Dientri; }));
    CHECK(fo.office.permohonan.siakNumber == u"SIAK-77"_s);
    CHECK(fo.office.permohonan.warningReason == u"Pindahan"_s);

    // Without drafts nothing goes on.
    REQUIRE(waitFor([&] { return fo.button(u"handToKasiButton"_s) != nullptr; }));
    CHECK_FALSE(fo.button(u"handToKasiButton"_s)->isEnabled());
    fo.office.on<protocol::MakeDrafts>(
        [&](const protocol::MakeDrafts &) -> Result<protocol::ActReply> {
            const Permohonan drafted = birth(fo.office, Status::Dientri, Role::Fo);
            fo.office.permohonan.dokumenList = drafted.dokumenList;
            PermohonanRow &row = fo.office.permohonan.row;
            return protocol::ActReply{++row.version, row.status, row.holder};
        });
    REQUIRE(
        waitFor([&] { return fo.page.findChild<QPushButton *>(u"makeButton"_s)->isEnabled(); }));
    fo.page.findChild<QPushButton *>(u"makeButton"_s)->click();
    fo.press(u"handToKasiButton"_s);
    REQUIRE(waitFor([&] { return fo.notice().startsWith("Done."_L1); }));
    auto *go =
        fo.page.findChild<QWidget *>(u"notice"_s)->findChild<QPushButton *>(u"messageButton"_s);
    CHECK(waitFor([&] { return go->hasFocus(); })); // Enter takes the next one
    go->click();
    CHECK(next.count() == 1);
    CHECK(waitFor([&] { return !fo.office.requests<protocol::ReleaseClaim>().isEmpty(); }));
    CHECK(actionsOf(fo.office)
          == QList{Action::Register, Action::Verify, Action::Enter, Action::HandToKasi});
}

SCENARIO("A change by another officer loses nothing that was typed", "[page]")
{
    Officer fo(Role::Fo, Status::Diverifikasi, Role::Fo);
    fo.open();
    fo.type(u"anak_nama"_s, u"Putri Ayu Pratiwi"_s);

    WHEN("the event arrives")
    {
        fo.office.permohonan.data[u"ibu_nama"_s] = u"Siti Aminah Ali"_s;
        fo.office.changeByAnother();
        THEN("the rest is taken over and the typed text stays")
        {
            auto *mother = fo.page.findChild<QLineEdit *>(u"field_ibu_nama"_s);
            CHECK(waitFor([&] { return mother->text() == u"Siti Aminah Ali"_s; }));
            CHECK(fo.page.findChild<QLineEdit *>(u"field_anak_nama"_s)->text()
                  == u"Putri Ayu Pratiwi"_s);
            CHECK(fo.page.hasUnsavedWork());
        }
    }
    WHEN("it was missed and the save meets a newer version")
    {
        ++fo.office.permohonan.row.version;
        fo.press(u"saveButton"_s);
        THEN("the officer is told, and the second save goes through")
        {
            REQUIRE(waitFor([&] { return fo.notice().contains("Another officer"_L1); }));
            CHECK(fo.page.findChild<QLineEdit *>(u"field_anak_nama"_s)->text()
                  == u"Putri Ayu Pratiwi"_s);
            REQUIRE(waitFor([&] {
                fo.button(u"saveButton"_s)->click();
                return fo.office.permohonan.data.value(u"anak_nama"_s) == u"Putri Ayu Pratiwi"_s;
            }));
        }
    }
}

TEST_CASE("What was read before a change does not hide what the change left", "[page]")
{
    Officer fo(Role::Fo, Status::Diverifikasi, Role::Fo);
    fo.open();
    QTest::keyClicks(fo.page.findChild<QLineEdit *>(u"siakLineEdit"_s), u"SIAK-77"_s);
    QTest::keyClicks(fo.page.findChild<QLineEdit *>(u"reasonLineEdit"_s), u"Pindahan"_s);
    const auto openings = [&] { return fo.office.requests<protocol::OpenPermohonan>().size(); };
    const auto before = openings();
    fo.office.hold(protocol::OpenPermohonan::Type);
    fo.press(u"reloadButton"_s);
    REQUIRE(waitFor([&] { return openings() == before + 1; }));
    fo.press(u"saveButton"_s);
    REQUIRE(waitFor([&] { return openings() == before + 2; }));
    fo.office.releaseOldest();
    // The line keeps its order: what was released is there when this is answered.
    REQUIRE(resultOf(fo.session.call(protocol::ReleaseClaim{})));
    CHECK_FALSE(fo.button(u"enterButton"_s)->isEnabled());
    fo.office.release();
    fo.press(u"enterButton"_s);
    CHECK(waitFor([&] { return fo.office.permohonan.row.status == Status::Dientri; }));
}

TEST_CASE("A permohonan that another officer has open can only be read", "[page]")
{
    Officer fo(Role::Fo, Status::Diregistrasi, Role::Fo);
    fo.office.permohonan.row.heldBy = u"Andi Wijaya"_s;
    fo.office.refuse<protocol::Claim>(ErrorCode::Held);
    fo.open();
    REQUIRE(waitFor([&] {
        return fo.button(u"rejectButton"_s)
            && fo.button(u"rejectButton"_s)->toolTip().contains("Andi Wijaya"_L1);
    }));
    CHECK_FALSE(fo.button(u"rejectButton"_s)->isEnabled());
    CHECK(fo.page.findChild<QLineEdit *>(u"field_anak_nama"_s)->isReadOnly());
    CHECK_FALSE(fo.page.findChild<QPushButton *>(u"verdict1Button"_s)->isEnabled());
}

SCENARIO("The Kasi gives paraf after confirming the password", "[page]")
{
    Officer kasi(Role::Kasi, Status::DiKasi, Role::Kasi);
    bool isOpenWindow = false;
    kasi.office.on<protocol::ConfirmPassword>(
        [&](const protocol::ConfirmPassword &message) -> Result<protocol::ConfirmPasswordReply> {
            isOpenWindow = message.password == FakeOffice::Password;
            if (!isOpenWindow)
                return fail(ErrorCode::Unauthenticated, u"password"_s);
            return protocol::ConfirmPasswordReply{QDateTime::currentDateTimeUtc().addSecs(900)};
        });
    kasi.office.on<protocol::Act>([&](const protocol::Act &) -> Result<protocol::ActReply> {
        if (!isOpenWindow)
            return fail(ErrorCode::PasswordRequired, u"window"_s);
        PermohonanRow &row = kasi.office.permohonan.row;
        row.status = Status::DiKabid;
        row.holder = Role::Kabid;
        return protocol::ActReply{++row.version, row.status, row.holder};
    });
    kasi.open();
    kasi.press(u"giveParafButton"_s);
    QDialog *dialog = kasi.dialog(u"PasswordDialog"_s);
    auto *password = dialog->findChild<QLineEdit *>(u"passwordLineEdit"_s);

    WHEN("the password is wrong")
    {
        QTest::keyClicks(password, u"salah"_s);
        dialog->findChild<QPushButton *>(u"submitButton"_s)->click();
        THEN("the dialog says so and stays")
        {
            auto *problem = dialog->findChild<QLabel *>(u"problemLabel"_s);
            CHECK(waitFor([&] { return problem->text().contains("not your password"_L1); }));
            CHECK(dialog->isVisible());
            CHECK(kasi.office.permohonan.row.status == Status::DiKasi);
        }
    }
    WHEN("it is right")
    {
        QTest::keyClicks(password, QString(FakeOffice::Password));
        QTest::keyClick(password, Qt::Key_Return);
        THEN("the paraf is given without another press")
        {
            CHECK(waitFor([&] { return kasi.office.permohonan.row.status == Status::DiKabid; }));
            CHECK(waitFor([&] { return kasi.notice().startsWith("Done."_L1); }));
        }
        THEN("the Kabid does not find it held by the one who handed it on")
        {
            CHECK(
                waitFor([&] { return !kasi.office.requests<protocol::ReleaseClaim>().isEmpty(); }));
        }
    }
}

SCENARIO("A return keeps what was written until the office has it", "[page]")
{
    Officer kabid(Role::Kabid, Status::DiKabid, Role::Kabid);
    kabid.open();
    kabid.press(u"returnToKasiButton"_s);
    QDialog *dialog = kabid.dialog(u"ReturnDialog"_s);
    dialog->findChild<QPlainTextEdit *>(u"solutionEdit"_s)->setPlainText(u"Nama ibu keliru"_s);

    WHEN("the office refuses")
    {
        kabid.office.refuse<protocol::Act>(ErrorCode::Storage);
        dialog->findChild<QPushButton *>(u"submitButton"_s)->click();
        THEN("the dialog shows why and still holds the text")
        {
            auto *problem = dialog->findChild<QLabel *>(u"problemLabel"_s);
            CHECK(waitFor([&] { return problem->isVisible(); }));
            CHECK(dialog->findChild<QPlainTextEdit *>(u"solutionEdit"_s)->toPlainText()
                  == u"Nama ibu keliru"_s);
        }
    }
    WHEN("the office accepts")
    {
        dialog->findChild<QPushButton *>(u"submitButton"_s)->click();
        THEN("the defect has arrived")
        {
            REQUIRE(waitFor([&] { return kabid.office.permohonan.row.holder == Role::Kasi; }));
            REQUIRE(kabid.office.permohonan.defects.size() == 1);
            CHECK(kabid.office.permohonan.defects.first().target == DefectTarget::Draft);
            CHECK(kabid.office.permohonan.defects.first().solution == u"Nama ibu keliru"_s);
        }
    }
}

SCENARIO("Pages that an approver saw are recorded, with the very bytes", "[page]")
{
    Officer kadin(Role::Kadin, Status::DiKadin, Role::Kadin);
    kadin.open();
    REQUIRE(waitFor([&] { return kadin.button(u"signButton"_s) != nullptr; }));
    CHECK_FALSE(kadin.button(u"signButton"_s)->isEnabled());
    auto *fitPage = kadin.page.findChild<QWidget *>(u"draftsPanel"_s)
                        ->findChild<QAbstractButton *>(u"fitPageButton"_s);
    REQUIRE(waitFor([&] { return fitPage->isEnabled(); }));
    fitPage->click();
    auto *list = kadin.page.findChild<QTreeView *>(u"dokumenView"_s);
    auto *view = kadin.page.findChild<QWidget *>(u"draftPageView"_s);
    const auto recorded = [&] { return kadin.office.requests<protocol::RecordView>(); };

    REQUIRE(waitFor([&] { return recorded().size() == 1; }));
    CHECK(recorded().first().draftSha256
          == kadin.office.permohonan.dokumenList.first().draftSha256);
    CHECK(recorded().first().pages == QList<int>{1});
    CHECK(recorded().first().milliseconds > 0);

    list->setCurrentIndex(list->model()->index(1, 0));
    REQUIRE(waitFor([&] { return recorded().size() == 2; }));
    QTest::keyClick(view, Qt::Key_Space); // the second page of the KK
    REQUIRE(waitFor([&] { return recorded().size() == 3; }));
    CHECK(recorded().last().pages == QList<int>{2});
    QTest::keyClick(view, Qt::Key_End);
    QTest::keyClick(view, Qt::Key_Space); // beyond the end: the next dokumen
    CHECK(list->currentIndex().row() == 2);
    REQUIRE(waitFor([&] { return recorded().size() == 4; }));
    CHECK(kadin.canPress(u"signButton"_s));
}

TEST_CASE("A draft with other bytes than the recorded ones is not shown", "[page]")
{
    Officer kasi(Role::Kasi, Status::DiKasi, Role::Kasi);
    const QByteArray sha256 = kasi.office.permohonan.dokumenList.first().draftSha256;
    kasi.office.blobs[sha256] += ' ';
    kasi.open();
    auto *label =
        kasi.page.findChild<QWidget *>(u"preview"_s)->findChild<QLabel *>(u"messageLabel"_s);
    CHECK(waitFor([&] { return label->text().contains("fingerprint"_L1); }));
    CHECK(kasi.office.requests<protocol::RecordView>().isEmpty());
}

SCENARIO("Going back with unsaved work asks first", "[page]")
{
    Officer fo(Role::Fo, Status::Diverifikasi, Role::Fo);
    QSignalSpy closed(&fo.page, &PermohonanPage::closed);
    fo.open();
    fo.type(u"anak_nama"_s, u"Putri Ayu Pratiwi"_s);
    fo.page.closePermohonan();
    QDialog *question = fo.dialog(u"unsavedDialog"_s);

    WHEN("he saves")
    {
        question->findChild<QPushButton *>(u"saveButton"_s)->click();
        THEN("the office has it and the page is closed")
        {
            CHECK(waitFor([&] { return closed.count() == 1; }));
            CHECK(fo.office.permohonan.data.value(u"anak_nama"_s) == u"Putri Ayu Pratiwi"_s);
        }
    }
    WHEN("he stays")
    {
        question->findChild<QPushButton *>(u"stayButton"_s)->click();
        THEN("everything is as it was")
        {
            CHECK(closed.count() == 0);
            CHECK(fo.page.hasUnsavedWork());
        }
    }
}

TEST_CASE("A lost line greys the actions and keeps what is typed", "[page]")
{
    Officer fo(Role::Fo, Status::Diverifikasi, Role::Fo);
    fo.open();
    fo.type(u"anak_nama"_s, u"Putri Ayu Pratiwi"_s);
    REQUIRE(fo.canPress(u"rejectButton"_s));
    fo.office.stopListening();
    fo.office.dropConnections();
    CHECK(waitFor([&] { return !fo.button(u"rejectButton"_s)->isEnabled(); }));
    fo.office.listenAgain();
    CHECK(fo.canPress(u"rejectButton"_s));
    CHECK(fo.page.findChild<QLineEdit *>(u"field_anak_nama"_s)->text() == u"Putri Ayu Pratiwi"_s);
    fo.press(u"saveButton"_s);
    CHECK(waitFor([&] { return !fo.page.hasUnsavedWork(); }));
}

TEST_CASE("Every control that takes the focus has a name for those who listen", "[page]")
{
    Officer fo(Role::Fo, Status::Diregistrasi, Role::Fo);
    fo.open();
    for (const QWidget *widget : fo.page.findChildren<QWidget *>()) {
        if (widget->focusPolicy() == Qt::NoFocus || !widget->isVisible()
            || qobject_cast<const QTabBar *>(widget) || widget->objectName().startsWith("qt_"_L1))
            continue;
        const auto *reader = QAccessible::queryAccessibleInterface(const_cast<QWidget *>(widget));
        INFO(widget->metaObject()->className() << " " << widget->objectName().toStdString());
        CHECK_FALSE(widget->objectName().isEmpty());
        CHECK((qobject_cast<const QComboBox *>(widget)
               || !reader->text(QAccessible::Name).isEmpty()));
    }
    CHECK(fo.page.minimumSizeHint().width() <= 1200); // leaves room for the side bar at 1366
    CHECK(fo.page.minimumSizeHint().height() <= 640);
}
