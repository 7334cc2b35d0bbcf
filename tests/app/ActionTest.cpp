#include "app/permohonan/ActionBar.h"
#include "app/permohonan/ActionGate.h"
#include "app/permohonan/AskDialogs.h"
#include "app/permohonan/ReturnDialog.h"
#include "common/protocol/WorkMessages.h"
#include "tests/app/PermohonanOffice.h"
#include "tests/app/SamplePermohonan.h"

#include <catch2/catch_test_macros.hpp>

#include <QComboBox>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRegularExpression>
#include <QSet>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;
using namespace sipenduduk;
using namespace sipenduduk::test;

namespace {

constexpr std::array Officers{Role::Fo,    Role::Editor, Role::Kasi,
                              Role::Kabid, Role::Kadin,  Role::Admin};

/// One dokumen by mail and one card, both in the state of the set.
Permohonan inState(Status status, Role holder)
{
    Permohonan permohonan;
    permohonan.row.status = status;
    permohonan.row.holder = holder;
    permohonan.isReceivedByMe = true;
    permohonan.dokumenList.resize(2);
    permohonan.dokumenList[0].output = u"akta-kelahiran"_s;
    permohonan.dokumenList[0].delivery = Delivery::Mail;
    permohonan.dokumenList[1].output = u"kia"_s;
    permohonan.dokumenList[1].delivery = Delivery::Pickup;
    for (int i = 0; i < 2; ++i) {
        permohonan.dokumenList[i].id = DokumenId(i + 1);
        permohonan.dokumenList[i].status = status;
    }
    return permohonan;
}

QList<ActionButton> buttonsFor(const Permohonan &permohonan, Role duty)
{
    QList<ActionButton> buttons;
    for (const OfferedAction &offered : offeredActions(permohonan, duty)) {
        if (isButton(offered.action))
            buttons.append({offered, {}, {}});
    }
    return buttons;
}

QSet<Action> shownBy(const ActionBar &bar)
{
    QSet<Action> shown;
    for (const ActionButton &button : bar.buttons()) {
        const auto *widget = bar.findChild<QPushButton *>(actionButtonName(button.offered));
        REQUIRE(widget);
        CHECK_FALSE(widget->accessibleName().isEmpty());
        shown.insert(button.offered.action);
    }
    CHECK(bar.findChildren<QPushButton *>(QRegularExpression(u".+"_s)).size()
          == bar.buttons().size());
    return shown;
}

Permohonan sample(Status status, Role holder)
{
    static PermohonanOffice office;
    return birth(office, status, holder);
}

} // namespace

TEST_CASE("The action bar shows what Alur allows, for every state, holder and duty", "[action]")
{
    ActionBar bar;
    int buttons = 0;
    for (int s = 0; s < StatusCount; ++s) {
        for (const Role holder : {Role::None, Role::Pemohon, Role::Fo, Role::Editor, Role::Kasi,
                                  Role::Kabid, Role::Kadin, Role::Sistem}) {
            for (const Role duty : Officers) {
                const Permohonan permohonan = inState(Status(s), holder);
                QSet<Action> allowed;
                for (const Action action : Alur::actions(Status(s), holder, duty)) {
                    if (action != Action::EditData && action != Action::JudgeBerkas
                        && action != Action::MakeDraft)
                        allowed.insert(action);
                }
                bar.setButtons(buttonsFor(permohonan, duty));
                INFO(word(Status(s)).toStdString()
                     << " " << word(holder).toStdString() << " " << word(duty).toStdString());
                CHECK(shownBy(bar) == allowed);
                buttons += int(bar.buttons().size());
            }
        }
    }
    CHECK(buttons > 30); // the walk met real buttons
}

TEST_CASE("A dokumen moves by its own state and delivery", "[action]")
{
    Permohonan permohonan = inState(Status::Ditandatangani, Role::Fo);
    auto offered = offeredActions(permohonan, Role::Fo);
    REQUIRE(offered.size() == 1);
    CHECK(offered.first().action == Action::MakeReady);
    CHECK(offered.first().dokumen == DokumenId(2)); // the card, not the mail

    permohonan.dokumenList[0].status = Status::GagalKirim;
    permohonan.row.status = Status::GagalKirim;
    QSet<std::pair<Action, DokumenId>> found;
    for (const OfferedAction &one : offeredActions(permohonan, Role::Fo))
        found.insert({one.action, one.dokumen});
    CHECK(found
          == QSet<std::pair<Action, DokumenId>>{{Action::CorrectAddress, DokumenId(1)},
                                                {Action::PrintAtCounter, DokumenId(1)},
                                                {Action::MakeReady, DokumenId(2)}});
}

TEST_CASE("What is known to be missing greys the button", "[action]")
{
    const auto missing = [](const Permohonan &permohonan, Action action, const LocalState &local) {
        const auto offered = offeredActions(permohonan, permohonan.row.holder);
        const auto found = std::ranges::find(offered, action, &OfferedAction::action);
        REQUIRE(found != offered.end());
        return missingGuards(*found, permohonan, local);
    };
    const LocalState good{true, true, false};
    Permohonan entry = sample(Status::Dientri, Role::Fo);
    CHECK(missing(entry, Action::HandToKasi, good) == Guards());
    CHECK(missing(entry, Action::HandToKasi, {true, false, false}) == Guards(Guard::DataValid));
    CHECK(missing(entry, Action::HandToKasi, {true, true, true}) == Guards(Guard::DraftsMade));
    entry.dokumenList[1].draftSha256.clear();
    CHECK(missing(entry, Action::HandToKasi, good) == Guards(Guard::DraftsMade));
    entry.isReceivedByMe = false;
    CHECK(missing(entry, Action::HandToKasi, good).testFlag(Guard::Received));
    CHECK(missing(sample(Status::Diregistrasi, Role::Fo), Action::Verify, {false, true, false})
          == Guards(Guard::VerdictsOk));

    Permohonan last = sample(Status::DiKadin, Role::Kadin);
    CHECK(missing(last, Action::Sign, good) == Guards());
    CHECK(unseenPages(last) == 4);
    last.dokumenList[1].seenPages = {2, 1};
    CHECK(unseenPages(last) == 2);
    last.dokumenList[0].parafList.removeLast();
    CHECK(missing(last, Action::Sign, good) == Guards(Guard::BothParafs));
}

TEST_CASE("A grey button says why, and keys press the others", "[action]")
{
    ActionBar bar;
    bar.show();
    QSignalSpy triggered(&bar, &ActionBar::triggered);
    QList<ActionButton> buttons = buttonsFor(sample(Status::DiKasi, Role::Kasi), Role::Kasi);
    for (ActionButton &button : buttons) {
        if (button.offered.action == Action::GiveParaf)
            button.obstacle = u"Receive it first."_s;
    }
    bar.setButtons(buttons);
    auto *paraf = bar.findChild<QPushButton *>(u"giveParafButton"_s);
    CHECK_FALSE(paraf->isEnabled());
    CHECK(paraf->toolTip().contains(u"Receive it first."_s));
    CHECK(bar.findChild<QWidget *>(u"obstacleLabel"_s)->property("text").toString()
          == u"Receive it first."_s);
    CHECK(bar.findChild<QPushButton *>(u"receiveButton"_s)->shortcut() == QKeySequence(u"F2"_s));
    CHECK(paraf->shortcut() == QKeySequence(u"Ctrl+Return"_s));
    bar.findChild<QPushButton *>(u"receiveButton"_s)->click();
    REQUIRE(triggered.count() == 1);
    CHECK(triggered.first().first().value<OfferedAction>().action == Action::Receive);
}

SCENARIO("A return needs a defect and a way to mend it", "[action]")
{
    const Permohonan permohonan = sample(Status::DiKasi, Role::Kasi);
    const Layanan &layanan = *katalog().layanan(u"akta-kelahiran");

    GIVEN("a Kasi who returns to the Editor")
    {
        ReturnDialog dialog(Action::ReturnToEditor, layanan, katalog(), permohonan, {}, nullptr);
        QSignalSpy submitted(&dialog, &ActDialog::submitted);
        auto *submit = dialog.findChild<QPushButton *>(u"submitButton"_s);
        auto *solution = dialog.findChild<QPlainTextEdit *>(u"solutionEdit"_s);
        auto *place = dialog.findChild<QComboBox *>(u"placeBox"_s);
        CHECK_FALSE(submit->isEnabled());
        solution->setPlainText(u"   "_s);
        CHECK_FALSE(submit->isEnabled());
        solution->setPlainText(u"Tulis nama anak sesuai surat lahir"_s);
        place->setCurrentIndex(place->findText(u"Data: "_s, Qt::MatchStartsWith) - 1);
        QTest::keyClick(place, Qt::Key_Down);
        CHECK(submit->isEnabled());
        submit->click();
        REQUIRE(submitted.count() == 1);
        protocol::Act act;
        dialog.fill(act);
        REQUIRE(act.defects.size() == 1);
        CHECK(act.defects.first().target == DefectTarget::Field);
        CHECK(layanan.field(act.defects.first().code));
        CHECK(act.defects.first().solution == u"Tulis nama anak sesuai surat lahir"_s);

        WHEN("a second one is added without a text")
        {
            dialog.findChild<QPushButton *>(u"addButton"_s)->click();
            THEN("the return waits for it")
            {
                CHECK_FALSE(submit->isEnabled());
                dialog.findChild<QPushButton *>(u"removeButton"_s)->click();
                CHECK(submit->isEnabled());
            }
        }
        WHEN("the last defect is removed")
        {
            dialog.findChild<QPushButton *>(u"removeButton"_s)->click();
            THEN("nothing can be returned")
            {
                CHECK_FALSE(submit->isEnabled());
            }
        }
    }
    GIVEN("a front office that asks for a revision")
    {
        const Defect known{DefectTarget::Requirement, u"kk"_s, Verdict::Unreadable,
                           u"Pindai ulang KK"_s};
        ReturnDialog dialog(Action::AskRevision, layanan, katalog(), permohonan, {known}, nullptr);
        CHECK(dialog.findChild<QPushButton *>(u"submitButton"_s)->isEnabled());
        CHECK(dialog.defects() == QList<Defect>{known});
        auto *place = dialog.findChild<QComboBox *>(u"placeBox"_s);
        CHECK(place->findText(u"Draft: "_s, Qt::MatchStartsWith) == -1);
        WHEN("the defect is changed by hand")
        {
            dialog.findChild<QComboBox *>(u"verdictBox"_s)->setFocus();
            QTest::keyClick(dialog.findChild<QComboBox *>(u"verdictBox"_s), Qt::Key_Down);
            THEN("words that somebody wrote stay")
            {
                CHECK(dialog.defects().first().verdict != Verdict::Unreadable);
                CHECK(dialog.defects().first().solution == u"Pindai ulang KK"_s);
            }
        }
    }
}

TEST_CASE("Reasons, takers, addresses and passwords must be there", "[action]")
{
    protocol::Act act;
    ReasonDialog reason(Action::Reject, nullptr);
    auto *text = reason.findChild<QPlainTextEdit *>(u"reasonEdit"_s);
    CHECK_FALSE(reason.findChild<QPushButton *>(u"submitButton"_s)->isEnabled());
    text->setPlainText(u" \n "_s);
    CHECK_FALSE(reason.findChild<QPushButton *>(u"submitButton"_s)->isEnabled());
    text->setPlainText(u"Bukan penduduk kota ini"_s);
    CHECK(reason.findChild<QPushButton *>(u"submitButton"_s)->isEnabled());
    reason.fill(act);
    CHECK(act.note == u"Bukan penduduk kota ini"_s);

    TakerDialog taker(u"Budi Santoso"_s, u"KIA"_s, nullptr);
    taker.findChild<QLineEdit *>(u"nameLineEdit"_s)->setText(u"Siti Aminah"_s);
    taker.findChild<QComboBox *>(u"relationBox"_s)->setEditText(u"Ibu"_s);
    taker.fill(act);
    CHECK(act.note == u"Siti Aminah (Ibu)"_s);
    taker.findChild<QLineEdit *>(u"nameLineEdit"_s)->clear();
    CHECK_FALSE(taker.findChild<QPushButton *>(u"submitButton"_s)->isEnabled());

    AddressDialog address(u"salah@contoh.test"_s, nullptr);
    auto *line = address.findChild<QLineEdit *>(u"addressLineEdit"_s);
    auto *send = address.findChild<QPushButton *>(u"submitButton"_s);
    CHECK_FALSE(send->isEnabled()); // the same again would come back again
    for (const QString &wrong :
         {u"budi"_s, u"budi@"_s, u"a b@c.id"_s, u"x@y"_s, u"a@b.id, c@d.id"_s}) {
        line->setText(wrong);
        CHECK_FALSE(send->isEnabled());
    }
    line->setText(u"benar@contoh.test"_s);
    CHECK(send->isEnabled());
    address.fill(act);
    CHECK(act.address == u"benar@contoh.test"_s);

    PasswordDialog password(nullptr);
    auto *secret = password.findChild<QLineEdit *>(u"passwordLineEdit"_s);
    CHECK(secret->echoMode() == QLineEdit::Password);
    secret->setText(u"rahasia"_s);
    CHECK(password.takePassword() == u"rahasia"_s);
    CHECK(secret->text().isEmpty());
}
