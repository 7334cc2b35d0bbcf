#include "app/kartukendali/KartuKendaliModel.h"
#include "app/kartukendali/KartuKendaliView.h"
#include "app/kartukendali/NotesModel.h"
#include "app/kartukendali/NotesView.h"
#include "app/widgets/MessageStrip.h"
#include "common/protocol/WorkMessages.h"
#include "tests/support/TestDesk.h"
#include "tests/support/Wait.h"

#include <catch2/catch_test_macros.hpp>

#include <QAbstractItemModelTester>
#include <QFile>
#include <QFileDialog>
#include <QLineEdit>
#include <QListView>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>

using namespace Qt::StringLiterals;
using namespace sipenduduk;
using namespace sipenduduk::test;

namespace {

QString cardCell(const QAbstractItemModel &model, int row, KartuKendaliModel::Column column)
{
    return model.index(row, int(column)).data().toString();
}

} // namespace

TEST_CASE("The card says who did what when, to whom it went, and on which draft", "[card]")
{
    TestDesk desk;
    using enum KartuKendaliModel::Column;
    KartuKendaliModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    const Permohonan permohonan = testPermohonan();
    model.showLines(permohonan.kartuKendali.first(3), testKatalog());
    QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
    model.showLines(permohonan.kartuKendali, testKatalog());
    CHECK(resets.isEmpty()); // the same card grew
    REQUIRE(model.rowCount() == 5);
    CHECK(cardCell(model, 0, Officer) == u"Pemohon"_s);
    CHECK(cardCell(model, 1, Time) == u"23 Nov 2026 09.01.07"_s); // office time, to the second
    CHECK(cardCell(model, 2, Step) == u"Draf dibuat"_s);
    CHECK(cardCell(model, 2, Draft)
          == QString::fromLatin1(permohonan.kartuKendali[2].draftSha256.toHex().first(8)));
    CHECK(cardCell(model, 2, Dokumen) == testKatalog().dokumen(u"akta-kelahiran")->name);
    CHECK(cardCell(model, 3, Kind) == u"Penyerahan"_s);
    CHECK(cardCell(model, 3, Counterpart) == u"Kepala Seksi (Kasi)"_s);
    CHECK(cardCell(model, 3, Note) == u"Mohon diperiksa ejaan nama ibu."_s);
    CHECK(cardCell(model, 4, Kind) == u"Penerimaan"_s);
    CHECK(cardCell(model, 4, Duty) == u"Kepala Seksi (Kasi)"_s);
    Permohonan other = permohonan;
    other.kartuKendali[0].note = u"lain"_s;
    model.showLines(other.kartuKendali, testKatalog());
    CHECK(resets.count() == 1);
}

SCENARIO("An officer takes a card out of the office", "[card]")
{
    TestDesk desk;
    desk.logIn();
    KartuKendaliView view(desk.session);
    view.resize(1100, 420);
    view.show();
    auto *saveJson = view.findChild<QPushButton *>(u"saveJsonButton"_s);
    auto *strip = view.findChild<MessageStrip *>(u"messageStrip"_s);
    CHECK_FALSE(saveJson->isEnabled());
    view.showPermohonan(testPermohonan(), testKatalog());
    CHECK(saveJson->isEnabled());
    shoot(view, u"kartu-kendali"_s);
    desk.office.answer<protocol::ExportKartuKendali>({"{\"seal\":1}"});
    const QString fileName = desk.folder.filePath(u"card.json"_s);

    const auto saveTo = [&](const QString &name) {
        QTest::mouseClick(saveJson, Qt::LeftButton);
        auto *dialog = view.findChild<QFileDialog *>(u"exportFileDialog"_s);
        REQUIRE(dialog);
        CHECK(
            dialog->selectedFiles().first().endsWith(u"kartu-kendali-1471-20261123-00001.json"_s));
        dialog->selectFile(name);
        QMetaObject::invokeMethod(dialog, "accept");
        REQUIRE(waitFor([&] { return saveJson->isEnabled(); }));
    };
    WHEN("the file can be written")
    {
        saveTo(fileName);
        THEN("it holds exactly what the office sealed")
        {
            QFile file(fileName);
            REQUIRE(file.open(QIODevice::ReadOnly));
            CHECK(file.readAll() == "{\"seal\":1}");
            CHECK(strip->text().startsWith(u"Disimpan sebagai"_s));
        }
    }
    WHEN("the office refuses")
    {
        desk.office.refuse<protocol::ExportKartuKendali>(ErrorCode::Forbidden);
        saveTo(fileName);
        THEN("nothing is written and the officer is told")
        {
            CHECK_FALSE(QFile::exists(fileName));
            CHECK(strip->text() == u"Permohonan ini tidak termasuk tugas Anda."_s);
        }
    }
    WHEN("the line is lost")
    {
        desk.office.stopListening();
        desk.office.dropConnections();
        REQUIRE(waitFor([&] { return !desk.session.isOnline(); }));
        THEN("the buttons are grey and the card stays")
        {
            CHECK_FALSE(saveJson->isEnabled());
            CHECK(view.findChild<QTableView *>(u"cardTable"_s)->model()->rowCount() == 5);
        }
    }
}

SCENARIO("Officers write to each other about a permohonan", "[card]")
{
    TestDesk desk;
    desk.logIn();
    desk.office.answer<protocol::AddNote>({});
    NotesView view(desk.session);
    view.resize(700, 420);
    view.show();
    QSignalSpy added(&view, &NotesView::noteAdded);
    auto *edit = view.findChild<QPlainTextEdit *>(u"noteTextEdit"_s);
    auto *button = view.findChild<QPushButton *>(u"addNoteButton"_s);
    view.showPermohonan(testPermohonan(), Role::Kasi);
    const auto *list = view.findChild<QListView *>(u"noteList"_s);
    QAbstractItemModelTester tester(list->model(),
                                    QAbstractItemModelTester::FailureReportingMode::Fatal);
    REQUIRE(list->model()->rowCount() == 2);
    CHECK(list->model()->index(0, 0).data().toString().contains(u"Siti Aminah, Front Office"_s));
    CHECK_FALSE(button->isEnabled());

    edit->setFocus();
    REQUIRE(QTest::qWaitForWindowActive(&view));
    QTest::keyClicks(edit, u"Sudah dicek."_s);
    CHECK(view.hasUnsentText());
    shoot(view, u"catatan"_s);
    WHEN("a note is sent")
    {
        QTest::keyClick(edit, Qt::Key_Return, Qt::ControlModifier);
        REQUIRE(waitFor([&] { return added.count() == 1; }));
        THEN("the office has it, from this duty, with a key")
        {
            const auto sent = desk.office.received(protocol::MessageType::AddNote);
            REQUIRE(sent.size() == 1);
            const auto note = protocol::fromCbor<protocol::AddNote>(sent.first().body);
            CHECK(note->text == u"Sudah dicek."_s);
            CHECK(note->duty == Role::Kasi);
            CHECK(sent.first().key.size() == 16);
            CHECK_FALSE(view.hasUnsentText());
        }
    }
    WHEN("the office refuses it")
    {
        desk.office.refuse<protocol::AddNote>(ErrorCode::Storage);
        QTest::mouseClick(button, Qt::LeftButton);
        auto *strip = view.findChild<MessageStrip *>(u"messageStrip"_s);
        REQUIRE(waitFor([&] { return strip->isVisible(); }));
        THEN("what was typed stays")
        {
            CHECK(edit->toPlainText() == u"Sudah dicek."_s);
            CHECK(button->isEnabled());
        }
    }
    WHEN("it is longer than a note may be")
    {
        edit->setPlainText(QString(2001, u'x'));
        THEN("it cannot be sent")
        {
            CHECK_FALSE(button->isEnabled());
        }
    }
    WHEN("the same permohonan is shown again")
    {
        view.showPermohonan(testPermohonan(), Role::Kasi);
        THEN("what is being typed stays")
        {
            CHECK(view.hasUnsentText());
        }
    }
}
