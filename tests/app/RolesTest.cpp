#include "tests/app/OfficerAtPage.h"
#include "tests/app/SamplePermohonan.h"
#include "tests/app/ScreenTexts.h"
#include "tests/support/Wait.h"

#include <catch2/catch_test_macros.hpp>

#include <QDialog>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace sipenduduk;
using namespace sipenduduk::test;

namespace {

QList<Action> stepsOf(const PermohonanOffice &office)
{
    QList<Action> actions;
    for (const protocol::Act &act : office.requests<protocol::Act>())
        actions.append(act.action);
    return actions;
}

/// A birth that came back to the Editor: one defect, and drafts that show the faulty data.
void returnToEditor(PermohonanOffice &office)
{
    office.permohonan.isReceivedByMe = false;
    office.permohonan.defects = {{.target = DefectTarget::Field,
                                  .code = u"anak_nama"_s,
                                  .verdict = Verdict::NotMatching,
                                  .solution = u"Tulis sesuai surat lahir"_s}};
    office.on<protocol::SaveData>(
        [&office](const protocol::SaveData &message) -> Result<protocol::ActReply> {
            Permohonan &permohonan = office.permohonan;
            permohonan.data = message.data;
            permohonan.siakNumber = message.siakNumber;
            permohonan.warningReason = message.warningReason;
            for (Dokumen &dokumen : permohonan.dokumenList)
                dokumen.draftSha256.clear(); // the old drafts show other data
            PermohonanRow &row = permohonan.row;
            return protocol::ActReply{++row.version, row.status, row.holder};
        });
    office.on<protocol::MakeDrafts>(
        [&office](const protocol::MakeDrafts &) -> Result<protocol::ActReply> {
            const Permohonan drafted = birth(office, Status::DiEditor, Role::Editor);
            office.permohonan.dokumenList = drafted.dokumenList;
            PermohonanRow &row = office.permohonan.row;
            return protocol::ActReply{++row.version, row.status, row.holder};
        });
}

} // namespace

SCENARIO("The Editor mends a field, makes new drafts and hands it to the Kasi", "[roles]")
{
    const Indonesian indonesian;
    OfficerAtPage editor(Role::Editor, Status::DiEditor, Role::Editor);
    returnToEditor(editor.office);
    editor.open();
    auto *name = editor.page.findChild<QLineEdit *>(u"field_anak_nama"_s);
    REQUIRE(name);
    const auto *defects = editor.page.findChild<QWidget *>(u"defectStrip"_s);
    CHECK(defects->findChild<QLabel *>(u"messageLabel"_s)
              ->text()
              .contains(u"Tulis sesuai surat lahir"_s));
    CHECK(name->isReadOnly()); // nothing before the receipt
    CHECK_FALSE(editor.button(u"handToKasiButton"_s)->isEnabled());
    CHECK_FALSE(editor.page.findChild<QPushButton *>(u"verdict1Button"_s)->isEnabled());

    editor.press(u"receiveButton"_s);
    REQUIRE(waitFor([&] { return !name->isReadOnly(); }));
    editor.type(u"anak_nama"_s, u"Putri Ayu Kirana"_s);
    CHECK_FALSE(editor.button(u"handToKasiButton"_s)->isEnabled()); // the drafts show other data
    editor.press(u"saveButton"_s);
    REQUIRE(waitFor(
        [&] { return editor.office.permohonan.data[u"anak_nama"_s] == u"Putri Ayu Kirana"_s; }));
    REQUIRE(editor.office.requests<protocol::SaveData>().size() == 1);
    CHECK(editor.office.requests<protocol::SaveData>().first().duty == Role::Editor);
    REQUIRE(waitFor([&] { return !editor.page.hasUnsavedWork(); }));

    editor.press(u"makeButton"_s);
    REQUIRE(waitFor([&] { return !editor.office.requests<protocol::MakeDrafts>().isEmpty(); }));
    editor.press(u"handToKasiButton"_s);
    REQUIRE(waitFor([&] { return editor.office.permohonan.row.status == Status::DiKasi; }));
    CHECK(editor.office.permohonan.row.holder == Role::Kasi);
    CHECK(stepsOf(editor.office) == QList{Action::Receive, Action::HandToKasi});
    CHECK(waitFor([&] { return editor.notice().startsWith(u"Selesai."_s); }));
    CHECK(waitFor([&] { return !editor.office.requests<protocol::ReleaseClaim>().isEmpty(); }));
}

SCENARIO("The Editor hands over to the front office what only the applicant can mend", "[roles]")
{
    const Indonesian indonesian;
    OfficerAtPage editor(Role::Editor, Status::DiEditor, Role::Editor);
    editor.open();
    editor.press(u"handToFoButton"_s);
    QDialog *dialog = editor.dialog(u"ReasonDialog"_s);
    auto *submit = dialog->findChild<QPushButton *>(u"submitButton"_s);
    CHECK_FALSE(submit->isEnabled());
    dialog->findChild<QPlainTextEdit *>(u"reasonEdit"_s)->setPlainText(u"Surat tidak terbaca"_s);
    submit->click();
    REQUIRE(waitFor([&] { return editor.office.permohonan.row.holder == Role::Fo; }));
    CHECK(editor.office.requests<protocol::Act>().first().note == u"Surat tidak terbaca"_s);
}

SCENARIO("The Kabid gives paraf after the Kasi, or nothing goes on", "[roles]")
{
    const Indonesian indonesian;
    OfficerAtPage kabid(Role::Kabid, Status::DiKabid, Role::Kabid);
    WHEN("the password is fresh")
    {
        kabid.open();
        CHECK_FALSE(kabid.button(u"makeButton"_s)->isVisible());
        CHECK(kabid.page.findChild<QLineEdit *>(u"field_anak_nama"_s)->isReadOnly());
        CHECK(kabid.button(u"returnToKasiButton"_s));
        CHECK_FALSE(kabid.button(u"signButton"_s));
        kabid.press(u"giveParafButton"_s);
        THEN("it goes to the Kadin")
        {
            REQUIRE(waitFor([&] { return kabid.office.permohonan.row.status == Status::DiKadin; }));
            CHECK(kabid.office.permohonan.row.holder == Role::Kadin);
            CHECK(stepsOf(kabid.office) == QList{Action::GiveParaf});
            CHECK(kabid.office.requests<protocol::Act>().first().duty == Role::Kabid);
            CHECK(waitFor([&] { return kabid.notice().startsWith(u"Selesai."_s); }));
        }
    }
    WHEN("he gave the paraf of the Kasi himself")
    {
        kabid.office.refuse<protocol::Act>(ErrorCode::FourEyes);
        kabid.open();
        kabid.press(u"giveParafButton"_s);
        THEN("he reads that another officer must do it")
        {
            CHECK(waitFor([&] {
                return kabid.notice().endsWith(u"Petugas lain harus melakukan langkah ini."_s);
            }));
            CHECK(kabid.canPress(u"giveParafButton"_s));
        }
    }
    WHEN("he has not received it")
    {
        kabid.office.permohonan.isReceivedByMe = false;
        kabid.open();
        THEN("the paraf waits for the receipt")
        {
            CHECK_FALSE(kabid.button(u"giveParafButton"_s)->isEnabled());
            kabid.press(u"receiveButton"_s);
            CHECK(kabid.canPress(u"giveParafButton"_s));
        }
    }
}

TEST_CASE("A stale version is told in Indonesian, and what was typed stays", "[roles]")
{
    const Indonesian indonesian;
    OfficerAtPage fo(Role::Fo, Status::Diverifikasi, Role::Fo);
    fo.open();
    fo.type(u"anak_nama"_s, u"Putri Ayu Pratiwi"_s);
    ++fo.office.permohonan.row.version;
    fo.press(u"saveButton"_s);
    REQUIRE(waitFor(
        [&] { return fo.notice().startsWith(u"Petugas lain sudah mengubah permohonan ini."_s); }));
    CHECK(fo.page.findChild<QLineEdit *>(u"field_anak_nama"_s)->text() == u"Putri Ayu Pratiwi"_s);
}
