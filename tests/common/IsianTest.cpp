#include "common/IsianPermohonan.h"
#include "common/TabelIsian.h"
#include "tests/common/FindingHelp.h"
#include "tests/common/KatalogHelp.h"
#include "tests/common/Printers.h"
#include "tests/common/SampleIsian.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

using namespace sipenduduk;
using namespace Qt::StringLiterals;

namespace {

const QDate IsianToday(2026, 11, 22);

QList<Finding> birthFindings(const QString &field, const QString &value)
{
    IsianPermohonan data = soundBirth();
    data.insert(field, value);
    return checkIsian(shippedLayanan(u"akta-kelahiran"), data, IsianToday);
}

QList<Finding> familyFindings(const QString &rows)
{
    IsianPermohonan data = soundFamily();
    data.insert(u"anggota"_s, rows);
    return checkIsian(shippedLayanan(u"kk-baru"), data, IsianToday);
}

} // namespace

TEST_CASE("Sound data have no findings", "[isian]")
{
    CHECK(checkIsian(shippedLayanan(u"akta-kelahiran"), soundBirth(), IsianToday).isEmpty());
    CHECK(checkIsian(shippedLayanan(u"kk-baru"), soundFamily(), IsianToday).isEmpty());
}

TEST_CASE("An empty form names exactly the required fields, for every service", "[isian]")
{
    for (const Layanan &layanan : shippedKatalog().layananList()) {
        CAPTURE(layanan.code);
        QStringList required;
        for (const Isian &field : layanan.fields)
            if (field.isRequired)
                required << field.code;
        QStringList named;
        for (const Finding &finding : checkIsian(layanan, {}, IsianToday)) {
            CHECK(finding.code == FindingCode::FieldMissing);
            CHECK(finding.level == FindingLevel::Error);
            named << finding.field;
        }
        CHECK(named == required);
    }
}

TEST_CASE("Each required field of a birth is missed when it is blank", "[isian]")
{
    for (const Isian &field : shippedLayanan(u"akta-kelahiran").fields)
        if (field.isRequired)
            CHECK(hasFinding(birthFindings(field.code, u" \n "_s), FindingCode::FieldMissing,
                             field.code));
}

TEST_CASE("A value that does not fit its type blocks", "[isian]")
{
    struct Row
    {
        QString field;
        QString value;
        FindingCode code;
    };
    const Row row = GENERATE(values<Row>({
        {u"tgl_lahir"_s, u"21-11-2026"_s, FindingCode::DateMalformed},
        {u"tgl_lahir"_s, u"2026-11-1"_s, FindingCode::DateMalformed},
        {u"tgl_lahir"_s, u"2026-02-30"_s, FindingCode::DateMalformed},
        {u"tgl_lahir"_s, u"2026-11-01T00:00"_s, FindingCode::DateMalformed},
        {u"tgl_lahir"_s, u"2026-11-23"_s, FindingCode::BirthDateInFuture},
        {u"pukul"_s, u"7:30"_s, FindingCode::TimeMalformed},
        {u"pukul"_s, u"24:00"_s, FindingCode::TimeMalformed},
        {u"pukul"_s, u"07.30"_s, FindingCode::TimeMalformed},
        {u"kelahiran_ke"_s, u"satu"_s, FindingCode::NumberMalformed},
        {u"kelahiran_ke"_s, u"-1"_s, FindingCode::NumberMalformed},
        {u"kelahiran_ke"_s, u"1e3"_s, FindingCode::NumberMalformed},
        {u"berat_kg"_s, u"3,"_s, FindingCode::NumberMalformed},
        {u"berat_kg"_s, u"3.1.2"_s, FindingCode::NumberMalformed},
        {u"berat_kg"_s, u"3.1234"_s, FindingCode::NumberMalformed},
        {u"kelahiran_ke"_s, u"1234567890"_s, FindingCode::NumberMalformed},
        {u"penolong"_s, u"9"_s, FindingCode::ChoiceUnknown},
        {u"penolong"_s, u"Dokter"_s, FindingCode::ChoiceUnknown},
        {u"tempat_kelahiran"_s, QString(201, u'x'), FindingCode::FieldTooLong},
        {u"bukti_kawin_nomor"_s, QString(201, u'x'), FindingCode::FieldTooLong},
        {u"bukti_kawin_nomor"_s, u"12\n34"_s, FindingCode::FieldControlCharacter},
        {u"bukti_kawin_nomor"_s, u"12\0034"_s, FindingCode::FieldControlCharacter},
        {u"bukti_kawin_nomor"_s, u"12\u202E34"_s, FindingCode::FieldControlCharacter},
        {u"ayah_nik"_s, u"147108"_s, FindingCode::NikLength},
        {u"anak_nokk"_s, u"147108"_s, FindingCode::KkLength},
        {u"anak_nama"_s, u"Budi"_s, FindingCode::NameOneWord},
    }));
    CAPTURE(row.field, row.value);
    const Finding finding = findingOf(birthFindings(row.field, row.value), row.code, row.field);
    CHECK(finding.code == row.code);
    CHECK(finding.level == FindingLevel::Error);
}

TEST_CASE("Values at the bounds pass", "[isian]")
{
    struct Row
    {
        QString field;
        QString value;
    };
    const Row row = GENERATE(values<Row>({
        {u"tgl_lahir"_s, u"2026-11-22"_s},
        {u"pukul"_s, u"00:00"_s},
        {u"pukul"_s, u"23:59"_s},
        {u"berat_kg"_s, u"3,125"_s},
        {u"berat_kg"_s, u"3.1"_s},
        {u"kelahiran_ke"_s, u"003"_s},
        {u"kelahiran_ke"_s, u"999999999"_s},
        {u"bukti_kawin_nomor"_s, QString(200, u'x')},
        {u"tempat_kelahiran"_s, u"Rumbai Pesisir"_s}, // old names stay valid
    }));
    CAPTURE(row.field, row.value);
    CHECK(birthFindings(row.field, row.value).isEmpty());
}

TEST_CASE("A field that the service does not have is refused", "[isian]")
{
    const auto findings = birthFindings(u"biaya"_s, u"50000"_s);
    CHECK(codesOf(findings) == QList{FindingCode::FieldUnknown});
    CHECK(findings.first().field == u"biaya");
    CHECK(birthFindings(QString(5000, u'z'), u"1"_s).first().field.size() == 64);
}

TEST_CASE("A one-word name blocks a newborn and only warns for the registered", "[isian]")
{
    CHECK(findingOf(birthFindings(u"ayah_nama"_s, u"Suharto"_s), FindingCode::NameOneWord).level
          == FindingLevel::Warning);
    CHECK(findingOf(birthFindings(u"anak_nama"_s, u"Suharti"_s), FindingCode::NameOneWord).level
          == FindingLevel::Error);

    IsianPermohonan adult = soundBirth(); // a late report of somebody who has a NIK already
    adult.insert(u"anak_nama"_s, u"Suharti"_s);
    adult.insert(u"anak_nik"_s, u"1471084105900002"_s);
    adult.insert(u"tgl_lahir"_s, u"1990-05-01"_s);
    const auto findings = checkIsian(shippedLayanan(u"akta-kelahiran"), adult, IsianToday);
    CHECK(findingOf(findings, FindingCode::NameOneWord).level == FindingLevel::Warning);
    CHECK_FALSE(hasError(findings));
}

TEST_CASE("A table is checked cell by cell, with row and column", "[isian]")
{
    const auto findings = familyFindings(writeTabel({
        {{u"nama"_s, u"Budi Santoso"_s}, {u"nik"_s, u"1471080105900001"_s}, {u"shdk"_s, u"1"_s}},
        {{u"nik"_s, u"12"_s}, {u"shdk"_s, u"99"_s}, {u"gaji"_s, u"5"_s}},
    }));
    CHECK(codesOf(findings)
          == QList{FindingCode::ColumnUnknown, FindingCode::NikLength, FindingCode::ChoiceUnknown,
                   FindingCode::FieldMissing});
    for (const Finding &finding : findings) {
        CHECK(finding.field == u"anggota");
        CHECK(finding.row == 1);
        CHECK(finding.level == FindingLevel::Error);
    }
    CHECK(findings.at(1).column == u"nik");
    CHECK(findings.at(3).column == u"nama");
}

TEST_CASE("Birth date and sex of a row are held against its NIK", "[isian]")
{
    const auto findings = familyFindings(writeTabel({{{u"nama"_s, u"Siti Aminah"_s},
                                                      {u"nik"_s, u"1471080105900001"_s},
                                                      {u"jk"_s, u"P"_s},
                                                      {u"tgl_lahir"_s, u"1990-05-02"_s}}}));
    CHECK(codesOf(findings)
          == QList{FindingCode::NikBirthDateMismatch, FindingCode::NikSexMismatch});
    CHECK(findings.first().column == u"nik");
    CHECK(findings.first().row == 0);
}

TEST_CASE("A table that is none, too long or empty is refused", "[isian]")
{
    const QString rowText = u"{\"nama\":\"Siti Aminah\"}"_s;
    CHECK(codesOf(familyFindings(u"Siti, Budi"_s)) == QList{FindingCode::TableMalformed});
    CHECK(codesOf(familyFindings(u"{\"nama\":\"A\"}"_s)) == QList{FindingCode::TableMalformed});
    CHECK(codesOf(familyFindings(u"[1]"_s)) == QList{FindingCode::TableMalformed});
    CHECK(codesOf(familyFindings(u"[{\"nama\":1}]"_s)) == QList{FindingCode::TableMalformed});
    CHECK(codesOf(familyFindings(u"[{\"nama\":{}}]"_s)) == QList{FindingCode::TableMalformed});
    CHECK(codesOf(familyFindings(u"[]"_s)) == QList{FindingCode::FieldMissing});
    CHECK(codesOf(familyFindings(u"[{},{\"nama\":\" \"}]"_s)) == QList{FindingCode::FieldMissing});
    CHECK(codesOf(familyFindings(QString(20001, u'['))) == QList{FindingCode::FieldTooLong});
    CHECK(codesOf(familyFindings(QString(19999, u'['))) == QList{FindingCode::TableMalformed});
    const QString most = u'[' + QStringList(MaxTableRows, rowText).join(u',') + u']';
    CHECK(familyFindings(most).isEmpty());
    const QString more = u'[' + QStringList(MaxTableRows + 1, rowText).join(u',') + u']';
    CHECK(codesOf(familyFindings(more)) == QList{FindingCode::TableTooManyRows});
}

TEST_CASE("Rows of a table survive writing and reading", "[isian]")
{
    const QList<BarisIsian> rows{{{u"nama"_s, u"Nur \"Aini\" \\ é"_s}, {u"nik"_s, {}}}, {}};
    CHECK(*parseTabel(writeTabel(rows)) == rows);
    CHECK(parseTabel(u"  "_s)->isEmpty());
    CHECK(writeTabel({}).isEmpty());
}

TEST_CASE("Data are stored in one form", "[isian]")
{
    const Layanan &layanan = shippedLayanan(u"kk-baru");
    IsianPermohonan raw = soundFamily();
    raw.insert(u"pemohon_nik"_s, u" 1471 0801 0590 0001 "_s);
    raw.insert(u"pemohon_nama"_s, u"  Budi   Santoso "_s);
    raw.insert(u"kk_alamat"_s, u" Jl. Sudirman  1 "_s);
    raw.insert(u"bukti_nomor"_s, u"   "_s);
    raw.insert(u"hobi"_s, u"memancing"_s);
    raw.insert(u"anggota"_s,
               u"[{\"nama\":\" Siti  Aminah \",\"nik\":\"1471.0841.0590.0002\",\"jk\":\"\"},{}]"_s);
    const IsianPermohonan stored = normalizedIsian(layanan.fields, raw);
    CHECK(stored.value(u"pemohon_nik"_s) == u"1471080105900001");
    CHECK(stored.value(u"pemohon_nama"_s) == u"Budi Santoso");
    CHECK(stored.value(u"kk_alamat"_s) == u"Jl. Sudirman  1");
    CHECK_FALSE(stored.contains(u"bukti_nomor"_s));
    CHECK_FALSE(stored.contains(u"hobi"_s));
    CHECK(*parseTabel(stored.value(u"anggota"_s))
          == QList<BarisIsian>{{{u"nama"_s, u"Siti Aminah"_s}, {u"nik"_s, u"1471084105900002"_s}}});
    CHECK(normalizedIsian(layanan.fields, stored) == stored);
    raw.insert(u"anggota"_s, u"no table"_s);
    CHECK(normalizedIsian(layanan.fields, raw).value(u"anggota"_s) == u"no table");
}

TEST_CASE("The fields of registration are checked the same way", "[isian]")
{
    const auto &fields = shippedKatalog().registrationFields();
    IsianPermohonan data{{u"nama"_s, u"Budi Santoso"_s},     {u"nik"_s, u"1471080105900001"_s},
                         {u"nokk"_s, u"1471082101150007"_s}, {u"email"_s, u"budi@example.org"_s},
                         {u"hp"_s, u"081234567890"_s},       {u"kecamatan"_s, u"Sukajadi"_s},
                         {u"kelurahan"_s, u"Jadirejo"_s}};
    CHECK(checkFields(fields, data, IsianToday).isEmpty());
    data.remove(u"email"_s);
    data.insert(u"nik"_s, u"0"_s);
    const auto findings = checkFields(fields, data, IsianToday);
    CHECK(findings.size() == 2);
    CHECK(hasFinding(findings, FindingCode::FieldMissing, u"email"_s));
    CHECK(hasFinding(findings, FindingCode::NikLength, u"nik"_s));
}
