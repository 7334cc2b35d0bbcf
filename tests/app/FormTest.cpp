#include "app/permohonan/DataPanel.h"
#include "app/permohonan/FieldText.h"
#include "app/permohonan/IsianForm.h"
#include "app/permohonan/RowsModel.h"
#include "tests/app/SamplePermohonan.h"

#include <catch2/catch_test_macros.hpp>

#include <QAbstractItemModelTester>
#include <QAccessible>
#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace Qt::StringLiterals;
using namespace sipenduduk;
using namespace sipenduduk::test;

namespace {

QString plausible(IsianType type, const QList<Pilihan> &choices)
{
    switch (type) {
    case IsianType::Nik: return u"1471010101800001"_s;
    case IsianType::NomorKk: return u"1471010101100001"_s;
    case IsianType::Date: return u"2026-02-03"_s;
    case IsianType::Time: return u"07:15"_s;
    case IsianType::Number: return u"3"_s;
    case IsianType::Choice: return choices.last().code;
    case IsianType::LongText: return u"dua\nbaris"_s;
    case IsianType::Place: return u"Sukajadi"_s;
    case IsianType::Text: return u"Contoh isian"_s;
    }
    return {};
}

QString plausibleTable(const QList<Kolom> &columns)
{
    QJsonObject row;
    for (const Kolom &column : columns)
        row.insert(column.code, plausible(column.type, column.choices));
    return QString::fromUtf8(QJsonDocument(QJsonArray{row, row}).toJson(QJsonDocument::Compact));
}

IsianPermohonan filled(const Layanan &layanan)
{
    IsianPermohonan values;
    for (const Isian &field : layanan.fields) {
        values.insert(field.code,
                      field.columns.isEmpty() ? plausible(field.type, field.choices)
                                              : plausibleTable(field.columns));
    }
    return values;
}

Permohonan withData(const IsianPermohonan &data)
{
    Permohonan permohonan;
    permohonan.row.id = PermohonanId(1);
    permohonan.row.layanan = u"akta-kelahiran"_s;
    permohonan.data = data;
    return permohonan;
}

/// The panel with the birth form, editable.
class BirthForm
{
public:
    explicit BirthForm(const IsianPermohonan &data = birthData())
    {
        m_panel.setReadOnly(false);
        m_panel.showPermohonan(*katalog().layanan(u"akta-kelahiran"), katalog(), withData(data));
        m_panel.resize(470, 560);
        m_panel.show();
        m_panel.activateWindow();
        REQUIRE(QTest::qWaitForWindowActive(&m_panel));
    }

    DataPanel &panel() { return m_panel; }
    QLineEdit &line(const QString &code)
    {
        auto *edit = m_panel.findChild<QLineEdit *>(u"field_"_s + code);
        REQUIRE(edit);
        return *edit;
    }
    void type(const QString &code, const QString &text)
    {
        line(code).setFocus();
        line(code).selectAll();
        QTest::keyClicks(&line(code), text);
    }
    QLabel &finding(const QString &code)
    {
        return *m_panel.findChild<QLabel *>(u"finding_"_s + code);
    }

private:
    DataPanel m_panel;
};

} // namespace

TEST_CASE("The form of every service builds and gives back what it was given", "[form]")
{
    REQUIRE(katalog().layananList().size() == 41);
    for (const Layanan &layanan : katalog().layananList()) {
        INFO(layanan.code.toStdString());
        IsianForm form;
        form.setFields(layanan.fields, katalog());
        const IsianPermohonan values = filled(layanan);
        form.setValues(values);
        CHECK(form.values() == values);
        form.setReadOnly(true);
        CHECK(form.values() == values);
        form.setValues({});
        CHECK(form.values().isEmpty());
        for (const Isian &field : layanan.fields) {
            const auto *widget = form.findChild<QWidget *>(u"field_"_s + field.code);
            REQUIRE(widget);
            CHECK(widget->accessibleName() == field.label);
            CHECK(
                form.findChild<QLabel *>(u"label_"_s + field.code)->text().startsWith(field.label));
        }
    }
}

TEST_CASE("What is typed is understood in the ways people write it", "[form]")
{
    for (const QString &typed : {u"3-2-2026"_s, u"03/02/2026"_s, u"3.2.2026"_s, u" 03022026 "_s})
        CHECK(storedText(IsianType::Date, typed) == u"2026-02-03"_s);
    for (const QString &typed : {u"31-02-2026"_s, u"2026"_s, u"besok"_s})
        CHECK(storedText(IsianType::Date, typed) == typed);
    CHECK(shownText(IsianType::Date, u"2026-02-03"_s) == u"03-02-2026"_s);
    CHECK(storedText(IsianType::Time, u"7.15"_s) == u"07:15"_s);
    CHECK(storedText(IsianType::Time, u"2515"_s) == u"2515"_s);
    CHECK(storedText(IsianType::Nik, u"1471 0101 0180 0001"_s) == u"1471010101800001"_s);
}

SCENARIO("The clerk sees what is wrong beside the field", "[form]")
{
    BirthForm form;
    QSignalSpy edited(&form.panel(), &DataPanel::edited);

    GIVEN("data with a warning only")
    {
        CHECK(form.finding(u"pelapor_nik"_s).isVisibleTo(&form.panel()));
        CHECK_FALSE(form.panel().isValid()); // no reason yet
        form.panel().findChild<QLineEdit *>(u"reasonLineEdit"_s)->setFocus();
        QTest::keyClicks(form.panel().findChild<QLineEdit *>(u"reasonLineEdit"_s), u"Pindahan"_s);
        CHECK(form.panel().isValid());
    }
    WHEN("a NIK becomes too short")
    {
        form.type(u"ibu_nik"_s, u"147101"_s);
        THEN("the error stands below it, is heard with it, and blocks")
        {
            CHECK(edited.count() > 0);
            const QString text = form.finding(u"ibu_nik"_s).text();
            CHECK(text.startsWith("Error: "_L1));
            CHECK(QAccessible::queryAccessibleInterface(&form.line(u"ibu_nik"_s))
                      ->text(QAccessible::Description)
                  == text);
            CHECK(hasError(form.panel().findings()));
            CHECK_FALSE(form.panel().isValid());
            CHECK(form.panel().hasUnsaved());
        }
    }
    WHEN("a date is no date")
    {
        form.type(u"tgl_lahir"_s, u"31-02-2026"_s);
        THEN("it stays as typed and is called wrong")
        {
            CHECK(form.line(u"tgl_lahir"_s).text() == u"31-02-2026"_s);
            CHECK(form.panel().message().data.value(u"tgl_lahir"_s) == u"31-02-2026"_s);
            CHECK(form.finding(u"tgl_lahir"_s).text().startsWith("Error: "_L1));
        }
    }
    WHEN("a required field is emptied")
    {
        form.line(u"anak_nama"_s).setFocus();
        form.line(u"anak_nama"_s).selectAll();
        QTest::keyClick(&form.line(u"anak_nama"_s), Qt::Key_Delete);
        THEN("the button leads to it")
        {
            form.line(u"ibu_nik"_s).setFocus();
            form.panel().findChild<QPushButton *>(u"showFindingButton"_s)->click();
            CHECK(QApplication::focusWidget() == &form.line(u"anak_nama"_s));
        }
    }
}

SCENARIO("Somebody else changes the data while the clerk types", "[form]")
{
    BirthForm form;
    form.type(u"anak_nama"_s, u"Putri Ayu Pratiwi"_s);
    IsianPermohonan theirs = birthData();
    theirs[u"anak_nama"_s] = u"Putri Ayu"_s;
    theirs[u"ibu_nama"_s] = u"Siti Aminah Binti Ali"_s;
    Permohonan fresh = withData(theirs);
    fresh.siakNumber = u"SIAK-9"_s;
    form.panel().refresh(fresh);
    CHECK(form.line(u"anak_nama"_s).text() == u"Putri Ayu Pratiwi"_s); // typed here: stays
    CHECK(form.line(u"ibu_nama"_s).text() == u"Siti Aminah Binti Ali"_s);
    CHECK(form.panel().findChild<QLineEdit *>(u"siakLineEdit"_s)->text() == u"SIAK-9"_s);
    CHECK(form.panel().hasUnsaved());
    form.panel().markSaved(form.panel().message());
    CHECK_FALSE(form.panel().hasUnsaved());
}

TEST_CASE("Values are copied as SIAK wants to see them", "[form]")
{
    BirthForm form;
    form.panel().findChild<QToolButton *>(u"copy_tgl_lahir"_s)->click();
    CHECK(QApplication::clipboard()->text() == u"01-11-2026"_s);
    form.panel().findChild<QToolButton *>(u"copy_anak_jk"_s)->click();
    CHECK(QApplication::clipboard()->text() == u"Perempuan"_s);
    form.panel().findChild<QPushButton *>(u"copyAllButton"_s)->click();
    const QString all = QApplication::clipboard()->text();
    CHECK(all.count(u'\n') + 1 == birthData().size());
    CHECK(all.indexOf(u"Budi Santoso"_s) < all.indexOf(u"Siti Aminah"_s));
}

TEST_CASE("Tab goes through the fields in their order", "[form]")
{
    BirthForm form;
    form.line(u"pelapor_nama"_s).setFocus();
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    CHECK(QApplication::focusWidget()->objectName() == u"field_pelapor_nik"_s);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    CHECK(QApplication::focusWidget()->objectName() == u"field_pelapor_kewarganegaraan"_s);
}

TEST_CASE("A table grows by typing into its empty row", "[form]")
{
    const Pilihan yes{u"1"_s, u"Kepala keluarga"_s, {}};
    const QList<Kolom> columns{
        Kolom{u"nama"_s, u"Nama"_s, IsianType::Text, IsianRule::None},
        Kolom{u"shdk"_s, u"Hubungan"_s, IsianType::Choice, IsianRule::None, {yes}},
        Kolom{u"lahir"_s, u"Lahir"_s, IsianType::Date, IsianRule::None}};
    RowsModel model(columns);
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    CHECK(model.rowCount() == 1);
    CHECK(model.toJson().isEmpty());
    REQUIRE(model.setData(model.index(0, 0), u"Budi"_s, Qt::EditRole));
    CHECK(model.rowCount() == 2);
    REQUIRE(model.setData(model.index(0, 1), u"1"_s, Qt::EditRole));
    REQUIRE(model.setData(model.index(0, 2), u"1-2-1980"_s, Qt::EditRole));
    CHECK(model.index(0, 1).data().toString() == u"Kepala keluarga"_s);
    CHECK(model.index(0, 2).data().toString() == u"01-02-1980"_s);
    CHECK(model.toJson() == uR"([{"lahir":"1980-02-01","nama":"Budi","shdk":"1"}])"_s);
    for (int row = 1; row < MaxTableRows; ++row)
        REQUIRE(model.setData(model.index(row, 0), u"Orang"_s, Qt::EditRole));
    CHECK(model.rowCount() == MaxTableRows); // full: no empty row any more
    model.removeRowAt(0);
    CHECK(model.rowCount() == MaxTableRows);
    model.setReadOnly(true);
    CHECK(model.rowCount() == MaxTableRows - 1);
    CHECK_FALSE(model.setData(model.index(0, 0), u"x"_s, Qt::EditRole));
}
