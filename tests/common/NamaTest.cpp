#include "common/Nama.h"
#include "common/NomorKk.h"
#include "tests/common/FindingHelp.h"
#include "tests/common/Printers.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

using namespace sipenduduk;
using namespace Qt::StringLiterals;

TEST_CASE("Names follow Permendagri 73/2022, softly where they are registered already", "[nama]")
{
    constexpr FindingLevel None{};
    struct Row
    {
        QString name;
        FindingCode code;
        FindingLevel asNew;
        FindingLevel asRegistered;
    };
    const Row row = GENERATE_COPY(values<Row>({
        {u""_s, FindingCode::NameMissing, FindingLevel::Error, FindingLevel::Error},
        {u" \t "_s, FindingCode::NameMissing, FindingLevel::Error, FindingLevel::Error},
        {QString(31, u'A') + u' ' + QString(29, u'B'), FindingCode::NameTooLong,
         FindingLevel::Error, FindingLevel::Error},
        {QString(30, u'A') + u' ' + QString(29, u'B'), FindingCode::NameTooLong, None, None},
        {u"SUHARTO"_s, FindingCode::NameOneWord, FindingLevel::Error, FindingLevel::Warning},
        {u"АННА ПЕТРОВА"_s, FindingCode::NameNotLatin, FindingLevel::Error, FindingLevel::Error},
        {u"محمد علي"_s, FindingCode::NameNotLatin, FindingLevel::Error, FindingLevel::Error},
        {u"BUDI SANTOSO 2"_s, FindingCode::NameDigit, FindingLevel::Error, FindingLevel::Error},
        {u"BUDI @ SANTOSO"_s, FindingCode::NameSymbol, FindingLevel::Error, FindingLevel::Error},
        {u"NUR'AINI PUTRI"_s, FindingCode::NameSymbol, FindingLevel::Error, FindingLevel::Warning},
        {u"AL-FATIH PUTRA"_s, FindingCode::NameSymbol, FindingLevel::Error, FindingLevel::Warning},
        {u"M ALI"_s, FindingCode::NameAbbreviation, FindingLevel::Warning, FindingLevel::Warning},
        {u"MOH. ALI"_s, FindingCode::NameAbbreviation, FindingLevel::Warning,
         FindingLevel::Warning},
        {u"BUDI SANTOSO S.H."_s, FindingCode::NameTitle, FindingLevel::Warning,
         FindingLevel::Warning},
        {u"Dr. BUDI SANTOSO"_s, FindingCode::NameTitle, FindingLevel::Warning,
         FindingLevel::Warning},
    }));
    CAPTURE(row.name);
    const QString field = u"anak_nama"_s;
    CHECK(findingOf(checkNama(row.name, NameUse::New, field), row.code).level == row.asNew);
    CHECK(findingOf(checkNama(row.name, NameUse::Registered, field), row.code).level
          == row.asRegistered);
}

TEST_CASE("An ordinary name has no findings", "[nama]")
{
    for (const QString &name :
         {u"Siti Rahmawati"_s, u"ANDI PUTRA PRATAMA"_s, u"José Mourinho"_s, u"  Dewi   Lestari "_s})
        CHECK(checkNama(name, NameUse::New, u"nama"_s).isEmpty());
}

TEST_CASE("Findings about a name carry its field and never the name", "[nama]")
{
    for (const Finding &finding : checkNama(u"X ÆA-12", NameUse::New, u"nama_baru"_s)) {
        CHECK(finding.field == u"nama_baru");
        CHECK_FALSE(finding.parameters.join(u' ').contains(u"ÆA"));
    }
}

TEST_CASE("A name is stored composed and with single blanks", "[nama]")
{
    CHECK(normalizedName(u"  Siti \t Rahma ") == u"Siti Rahma");
    CHECK(normalizedName(u"José") == QString(u"José"));
    CHECK(checkNama(u"José Silva", NameUse::New).isEmpty());
}

TEST_CASE("A No. KK has 16 digits; its area and date only warn", "[nokk]")
{
    const QDate today(2026, 11, 22);
    CHECK(checkNomorKk(u"1471082101150007", today).isEmpty());
    CHECK(checkNomorKk(u"1471082211260007", today).isEmpty());   // registered today
    CHECK(checkNomorKk(u"1471080000000000", today).size() == 1); // no date, no fault of form
    struct Row
    {
        QString text;
        FindingCode code;
        FindingLevel level;
    };
    const Row row = GENERATE(values<Row>({
        {u"147108210115000"_s, FindingCode::KkLength, FindingLevel::Error},
        {u"14710821011500070"_s, FindingCode::KkLength, FindingLevel::Error},
        {u"14710821O1150007"_s, FindingCode::KkNotDigits, FindingLevel::Error},
        {u"3171082101150007"_s, FindingCode::KkOutsideCity, FindingLevel::Warning},
        {u"1471162101150007"_s, FindingCode::KkUnknownKecamatan, FindingLevel::Warning},
        {u"1471086101150007"_s, FindingCode::KkImpossibleDate,
         FindingLevel::Warning}, // no day + 40
        {u"1471082311260007"_s, FindingCode::KkFutureDate, FindingLevel::Warning},
    }));
    CAPTURE(row.text);
    const auto findings = checkNomorKk(row.text, today, u"nokk"_s);
    REQUIRE(findings.size() == 1);
    CHECK(findings.first().code == row.code);
    CHECK(findings.first().level == row.level);
    CHECK(findings.first().field == u"nokk");
    CHECK(NomorKk::parse(row.text).has_value() == (row.level == FindingLevel::Warning));
}

TEST_CASE("A No. KK tells its area, date and serial", "[nokk]")
{
    const auto number = NomorKk::parse(u"1471082101150007");
    REQUIRE(number);
    CHECK(number->areaCode() == u"147108");
    CHECK(number->registeredOn() == QDate(2015, 1, 21));
    CHECK(number->serial() == 7);
    CHECK(number->masked() == u"1471••••••••0007");
    CHECK_FALSE(NomorKk::parse(u"1471083102150007")->registeredOn());
    CHECK_FALSE(NomorKk::parse(u"147108210115000"));
}
