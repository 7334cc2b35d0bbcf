#include "common/AturanSilang.h"
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

const QDate Today(2026, 11, 22);

QList<Finding> crossFindings(QStringView layanan, const IsianPermohonan &data)
{
    return checkAcrossFields(shippedLayanan(layanan), data, Today);
}

/// Findings of a KTP-el or KIA service for a person born on `birth`.
QList<Finding> ageFindings(QStringView layanan, const QString &person, const QDate &birth,
                           const IsianPermohonan &more = {})
{
    IsianPermohonan data = more;
    data.insert(person + u"_nik"_s,
                u"147108%1%2%3"_s.arg(birth.day(), 2, 10, QChar(u'0'))
                        .arg(birth.month(), 2, 10, QChar(u'0'))
                        .arg(birth.year() % 100, 2, 10, QChar(u'0'))
                    + u"0001"_s);
    return crossFindings(layanan, data);
}

} // namespace

TEST_CASE("Two persons of one request cannot have one NIK", "[silang]")
{
    struct Row
    {
        QString layanan;
        QString first;
        QString second;
    };
    const Row row = GENERATE(values<Row>({
        {u"akta-kelahiran"_s, u"ayah_nik"_s, u"anak_nik"_s},
        {u"akta-kelahiran"_s, u"ibu_nik"_s, u"anak_nik"_s},
        {u"akta-kelahiran"_s, u"ayah_nik"_s, u"ibu_nik"_s},
        {u"akta-kelahiran"_s, u"saksi1_nik"_s, u"saksi2_nik"_s},
        {u"akta-perkawinan"_s, u"suami_nik"_s, u"istri_nik"_s},
        {u"akta-perkawinan"_s, u"suami_nik"_s, u"suami_ayah_nik"_s},
        {u"akta-perkawinan"_s, u"istri_ayah_nik"_s, u"istri_ibu_nik"_s},
        {u"akta-kematian"_s, u"almarhum_nik"_s, u"pelapor_nik"_s},
        {u"akta-kematian"_s, u"almarhum_nik"_s, u"saksi2_nik"_s},
        {u"pengangkatan-anak"_s, u"ibu_angkat_nik"_s, u"anak_nik"_s},
        {u"pengangkatan-anak"_s, u"ayah_kandung_nik"_s, u"anak_nik"_s},
        {u"kk-ganti-kepala"_s, u"kepala_lama_nik"_s, u"kepala_baru_nik"_s},
        {u"perubahan-kewarganegaraan"_s, u"subjek_nik"_s, u"pasangan_nik"_s},
    }));
    CAPTURE(row.layanan, row.first, row.second);
    REQUIRE(shippedLayanan(row.layanan).field(row.first));
    REQUIRE(shippedLayanan(row.layanan).field(row.second));
    const QString nik = u"1471080105900001"_s;
    const auto findings = crossFindings(row.layanan, {{row.first, nik}, {row.second, nik}});
    const Finding finding = findingOf(findings, FindingCode::NikDuplicate, row.second);
    CHECK(finding.level == FindingLevel::Error);
    CHECK(finding.parameters == QStringList{row.first});
    CHECK_FALSE(hasFinding(
        crossFindings(row.layanan, {{row.first, nik}, {row.second, u"1471080105900002"_s}}),
        FindingCode::NikDuplicate));
}

TEST_CASE("Who reports may be a parent or the head of the family", "[silang]")
{
    const QString nik = u"1471080105900001"_s;
    CHECK(crossFindings(u"akta-kelahiran", {{u"pelapor_nik"_s, nik}, {u"ayah_nik"_s, nik}})
              .isEmpty());
    CHECK(crossFindings(u"kk-baru",
                        {{u"pemohon_nik"_s, nik},
                         {u"kepala_nik"_s, nik},
                         {u"anggota"_s, writeTabel({{{u"nik"_s, nik}}})}})
              .isEmpty());
}

TEST_CASE("The same NIK twice in a table blocks at the second row", "[silang]")
{
    const BarisIsian row{{u"nik"_s, u"1471080105900001"_s}};
    const auto findings = crossFindings(u"kk-baru", {{u"anggota"_s, writeTabel({row, {}, row})}});
    CHECK(findings
          == QList<Finding>{{FindingLevel::Error,
                             FindingCode::NikDuplicate,
                             u"anggota"_s,
                             {u"anggota"_s},
                             2,
                             u"nik"_s}});
}

TEST_CASE("A No. KK that is also typed as a NIK blocks", "[silang]")
{
    const QString number = u"1471080105900001"_s;
    const auto typed =
        crossFindings(u"akta-kelahiran", {{u"ibu_nik"_s, number}, {u"anak_nokk"_s, number}});
    CHECK(
        findingOf(typed, FindingCode::KkSameAsNik, u"anak_nokk"_s)
        == Finding{FindingLevel::Error, FindingCode::KkSameAsNik, u"anak_nokk"_s, {u"ibu_nik"_s}});
    const auto inTable = crossFindings(
        u"kk-pisah",
        {{u"kk_asal_nomor"_s, number}, {u"anggota_pisah"_s, writeTabel({{{u"nik"_s, number}}})}});
    CHECK(findingOf(inTable, FindingCode::KkSameAsNik).field == u"kk_asal_nomor");
    CHECK(crossFindings(u"kk-pisah",
                        {{u"kk_asal_nomor"_s, u"1471080105900002"_s}, {u"pemohon_nik"_s, number}})
              .isEmpty());
}

TEST_CASE("A NIK is held against the birth date and sex of its own person", "[silang]")
{
    const NikContext father = nikContext(u"ayah_nik"_s, soundBirth(), Today);
    CHECK(father.birthDate == QDate(1990, 5, 1));
    CHECK(father.sex == Sex::Male);
    CHECK(father.birthDateField == u"ayah_tgl_lahir");
    const NikContext child = nikContext(u"anak_nik"_s, soundBirth(), Today);
    CHECK(child.birthDate == QDate(2026, 11, 1)); // F-2.01A: the child's date has no prefix
    CHECK(child.sex == Sex::Female);
    CHECK(child.birthDateField == u"tgl_lahir");
    CHECK_FALSE(nikContext(u"saksi1_nik"_s, soundBirth(), Today).birthDate);
    CHECK_FALSE(nikContext(u"pelapor_nik"_s, soundBirth(), Today).sex);
    const NikContext own =
        nikContext(u"nik"_s, {{u"jk"_s, u"L"_s}, {u"tgl_lahir"_s, u"1999-12-31"_s}}, Today);
    CHECK(own.birthDate == QDate(1999, 12, 31));
    CHECK(own.sex == Sex::Male);

    struct Row
    {
        QString field;
        Sex sex;
    };
    for (const auto &[field, sex] :
         {Row{u"suami_nik"_s, Sex::Male}, Row{u"istri_nik"_s, Sex::Female},
          Row{u"suami_ibu_nik"_s, Sex::Female}, Row{u"istri_ayah_nik"_s, Sex::Male},
          Row{u"ibu_kandung_nik"_s, Sex::Female}})
        CHECK(nikContext(field, {}, Today).sex == sex);
}

TEST_CASE("A father's NIK in the mother's field warns about the sex", "[silang]")
{
    IsianPermohonan data = soundBirth();
    data.insert(u"ibu_nik"_s, u"1471080106920001"_s);
    const auto findings = checkIsian(shippedLayanan(u"akta-kelahiran"), data, Today);
    CHECK(codesOf(findings) == QList{FindingCode::NikSexMismatch});
    CHECK_FALSE(hasError(findings));
}

TEST_CASE("Ages outside the service warn", "[silang]")
{
    const QDate turning17(2009, 11, 22);
    CHECK(ageFindings(u"ktp-hilang-rusak", u"pemohon"_s, turning17).isEmpty());
    const auto young = ageFindings(u"ktp-hilang-rusak", u"pemohon"_s, turning17.addDays(1));
    CHECK(
        young
        == QList<Finding>{
            {FindingLevel::Warning, FindingCode::AgeTooLow, u"pemohon_nik"_s, {u"16"_s, u"17"_s}}});
    const IsianPermohonan married{{u"dasar"_s, u"kawin"_s}};
    CHECK(ageFindings(u"ktp-baru", u"pemohon"_s, turning17.addDays(1), married).isEmpty());
    CHECK(codesOf(ageFindings(u"ktp-baru", u"pemohon"_s, turning17.addDays(1),
                              {{u"dasar"_s, u"usia17"_s}}))
          == QList{FindingCode::AgeTooLow});

    CHECK(ageFindings(u"kia-5-17", u"anak"_s, turning17.addDays(1)).isEmpty());
    CHECK(codesOf(ageFindings(u"kia-5-17", u"anak"_s, turning17))
          == QList{FindingCode::AgeTooHigh});
    CHECK(codesOf(ageFindings(u"kia-5-17", u"anak"_s, QDate(2021, 11, 23)))
          == QList{FindingCode::AgeTooLow});
    CHECK(codesOf(ageFindings(u"kia-0-5", u"anak"_s, QDate(2021, 11, 22)))
          == QList{FindingCode::AgeTooHigh});
    CHECK(ageFindings(u"kia-0-5", u"anak"_s, QDate(2021, 11, 23)).isEmpty());
}

TEST_CASE("A typed birth date counts for the age before the NIK", "[silang]")
{
    const IsianPermohonan typed{{u"anak_tgl_lahir"_s, u"2000-01-01"_s}};
    const auto findings = ageFindings(u"kia-0-5", u"anak"_s, QDate(2024, 1, 1), typed);
    CHECK(findingOf(findings, FindingCode::AgeTooHigh).field == u"anak_tgl_lahir");
}

TEST_CASE("A reporter under 17 warns, except where the service itself is about that age",
          "[silang]")
{
    const QDate sixteen(2009, 11, 23);
    const auto findings = ageFindings(u"akta-kelahiran", u"pelapor"_s, sixteen);
    CHECK(findings
          == QList<Finding>{
              {FindingLevel::Warning, FindingCode::ReporterTooYoung, u"pelapor_nik"_s, {u"16"_s}}});
    CHECK(codesOf(ageFindings(u"kia-0-5", u"pemohon"_s, sixteen))
          == QList{FindingCode::ReporterTooYoung});
    CHECK(ageFindings(u"akta-kelahiran", u"pelapor"_s, sixteen.addDays(-1)).isEmpty());
    CHECK_FALSE(
        hasFinding(ageFindings(u"ktp-baru", u"pemohon"_s, sixteen), FindingCode::ReporterTooYoung));
}

TEST_CASE("A late report is told and never blocks", "[silang]")
{
    const auto birthOn = [](const QDate &date) {
        return crossFindings(u"akta-kelahiran", {{u"tgl_lahir"_s, date.toString(Qt::ISODate)}});
    };
    CHECK(birthOn(Today.addDays(-60)).isEmpty());
    CHECK(birthOn(Today.addDays(-61))
          == QList<Finding>{
              {FindingLevel::Info, FindingCode::ReportedLate, u"tgl_lahir"_s, {u"61"_s, u"60"_s}}});
    CHECK(birthOn(Today.addDays(1)).isEmpty()); // BirthDateInFuture says it already
    const auto death = crossFindings(u"akta-kematian", {{u"tgl_kematian"_s, u"2026-11-23"_s}});
    CHECK(
        death
        == QList<Finding>{{FindingLevel::Warning, FindingCode::EventInFuture, u"tgl_kematian"_s}});
}

TEST_CASE("A date is yyyy-MM-dd and nothing else", "[silang]")
{
    CHECK(isoDate(u"2024-02-29") == QDate(2024, 2, 29));
    for (const QStringView text : {u"2023-02-29", u"2024-2-29", u"29-02-2024", u"", u"2024-02-29 "})
        CHECK_FALSE(isoDate(text).isValid());
}
