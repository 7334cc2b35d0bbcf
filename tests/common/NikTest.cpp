#include "common/Nik.h"
#include "tests/common/FindingHelp.h"
#include "tests/common/Printers.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

using namespace sipenduduk;
using namespace Qt::StringLiterals;

namespace {

const QDate NikToday(2026, 11, 22);

QString nikOf(const QDate &birth, Sex sex, int sequence = 1)
{
    const int day = birth.day() + (sex == Sex::Female ? 40 : 0);
    return u"147108%1%2%3%4"_s.arg(day, 2, 10, QChar(u'0'))
        .arg(birth.month(), 2, 10, QChar(u'0'))
        .arg(birth.year() % 100, 2, 10, QChar(u'0'))
        .arg(sequence, 4, 10, QChar(u'0'));
}

NikContext contextOf(std::optional<QDate> birth = {}, std::optional<Sex> sex = {})
{
    return {NikToday, birth, sex, u"anak_nik"_s, u"anak_tgl_lahir"_s};
}

} // namespace

TEST_CASE("Every birth date from 1930 to 2030 comes back out of the NIK of a man and a woman",
          "[nik]")
{
    const QDate endOfTime(2099, 12, 31);
    int wrong = 0;
    int days = 0;
    for (QDate date(1930, 1, 1); date <= QDate(2030, 12, 31); date = date.addDays(1)) {
        for (const Sex sex : {Sex::Male, Sex::Female}) {
            const auto nik = Nik::parse(nikOf(date, sex, 1 + days % 9999));
            const bool isRight = nik && nik->sex() == sex && nik->day() == date.day()
                && nik->month() == date.month() && nik->matches(date)
                && nik->birthDates(endOfTime).contains(date) && nik->sequence() == 1 + days % 9999
                && checkNik(nik->toString(), contextOf(date, sex)).isEmpty();
            wrong += isRight ? 0 : 1;
        }
        ++days;
    }
    CHECK(days == 36890);
    CHECK(wrong == 0);
}

TEST_CASE("A NIK that differs in one day from the typed date never matches", "[nik]")
{
    int matching = 0;
    for (QDate date(1999, 1, 1); date <= QDate(2001, 12, 31); date = date.addDays(1))
        matching += Nik::parse(nikOf(date, Sex::Female))->matches(date.addDays(1)) ? 1 : 0;
    CHECK(matching == 0);
}

TEST_CASE("What is no NIK blocks, and the detail never quotes it", "[nik]")
{
    struct Row
    {
        QString text;
        FindingCode code;
    };
    const Row row = GENERATE(values<Row>({
        {u""_s, FindingCode::NikLength},
        {u"147108170890000"_s, FindingCode::NikLength},
        {u"14710817089000011"_s, FindingCode::NikLength},
        {u"147108170890000A"_s, FindingCode::NikNotDigits},
        {u" 14710817089001 "_s, FindingCode::NikNotDigits},
        {u"1471-0817089-001"_s, FindingCode::NikNotDigits},
        {u"١٤٧١٠٨١٧٠٨٩٠٠٠٠١"_s, FindingCode::NikNotDigits}, // digits, but not ours
        {u"1471080008900001"_s, FindingCode::NikDay},
        {u"1471083208900001"_s, FindingCode::NikDay},
        {u"1471084008900001"_s, FindingCode::NikDay},
        {u"1471087208900001"_s, FindingCode::NikDay},
        {u"1471089908900001"_s, FindingCode::NikDay},
        {u"1471081700900001"_s, FindingCode::NikMonth},
        {u"1471081713900001"_s, FindingCode::NikMonth},
        {u"1471083104900001"_s, FindingCode::NikImpossibleDate},
        {u"1471087106900001"_s, FindingCode::NikImpossibleDate},
        {u"1471083002960001"_s, FindingCode::NikImpossibleDate},
        {u"1471082902990001"_s, FindingCode::NikImpossibleDate},
        {u"1471086902010001"_s, FindingCode::NikImpossibleDate},
        {u"1471081708900000"_s, FindingCode::NikSequenceZero},
    }));
    CAPTURE(row.text);
    const QList<Finding> findings = checkNik(row.text, contextOf());
    REQUIRE(findings.size() == 1);
    CHECK(findings.first().code == row.code);
    CHECK(findings.first().level == FindingLevel::Error);
    CHECK(findings.first().field == u"anak_nik");
    CHECK(hasError(findings));
    const auto nik = Nik::parse(row.text);
    REQUIRE_FALSE(nik);
    CHECK(nik.error().code == ErrorCode::InvalidArgument);
    CHECK_FALSE((row.text.size() > 1 && nik.error().detail.contains(row.text)));
}

TEST_CASE("29 February is allowed when one century has it", "[nik]")
{
    CHECK(Nik::parse(u"1471082902000001")); // 2000 is a leap year, 1900 is not
    CHECK(Nik::parse(u"1471086902240001"));
    const auto nik = Nik::parse(u"1471082902000001");
    CHECK(nik->birthDates(NikToday) == QList<QDate>{QDate(2000, 2, 29)});
    CHECK(nik->birthDate(NikToday)->isCertain);
}

TEST_CASE("The bounds of the day field are 01, 31, 41 and 71", "[nik]")
{
    CHECK(Nik::parse(u"1471080101900001")->sex() == Sex::Male);
    CHECK(Nik::parse(u"1471083101900001")->day() == 31);
    CHECK(Nik::parse(u"1471084101900001")->sex() == Sex::Female);
    CHECK(Nik::parse(u"1471084101900001")->day() == 1);
    CHECK(Nik::parse(u"1471087101909999")->day() == 31);
    CHECK(Nik::parse(u"1471087101909999")->sequence() == 9999);
}

TEST_CASE("The century is ambiguous without a typed birth date", "[nik]")
{
    const auto young = Nik::parse(u"1471080503180001");
    CHECK(young->birthDates(NikToday) == QList<QDate>{QDate(1918, 3, 5), QDate(2018, 3, 5)});
    CHECK(*young->birthDate(NikToday) == BirthDateReading{QDate(2018, 3, 5), false});
    const auto old = Nik::parse(u"1471080503800001");
    CHECK(*old->birthDate(NikToday) == BirthDateReading{QDate(1980, 3, 5), true});
    CHECK_FALSE(Nik::parse(u"1471080503180001")->birthDate(QDate(1900, 1, 1)));
    const auto bornToday = Nik::parse(u"1471082211260001");
    CHECK(bornToday->birthDate(NikToday)->date == NikToday);
    CHECK(bornToday->birthDate(NikToday.addDays(-1))->date == QDate(1926, 11, 22));

    const auto findings = checkNik(u"1471080503180001", contextOf());
    CHECK(codesOf(findings) == QList{FindingCode::NikCenturyUnknown});
    CHECK(findings.first().level == FindingLevel::Info);
    CHECK(findings.first().parameters == QStringList{u"2018"_s});
    CHECK(checkNik(u"1471080503180001", contextOf(QDate(1918, 3, 5))).isEmpty());
    CHECK(checkNik(u"1471080503800001", contextOf()).isEmpty());
}

TEST_CASE("A NIK that differs from the typed date or sex warns and does not block", "[nik]")
{
    const auto date = checkNik(u"1471080503800001", contextOf(QDate(1980, 3, 6), Sex::Male));
    CHECK(codesOf(date) == QList{FindingCode::NikBirthDateMismatch});
    CHECK(date.first().level == FindingLevel::Warning);
    CHECK(date.first().parameters == QStringList{u"anak_tgl_lahir"_s});

    const auto sex = checkNik(u"1471084503800001", contextOf(QDate(1980, 3, 5), Sex::Male));
    CHECK(codesOf(sex) == QList{FindingCode::NikSexMismatch});
    CHECK(sex.first().level == FindingLevel::Warning);
    CHECK_FALSE(hasError(date + sex));
}

TEST_CASE("A placeholder date of the register is pointed out beside the mismatch", "[nik]")
{
    const QList both{FindingCode::NikBirthDateMismatch, FindingCode::NikPlaceholderDate};
    CHECK(codesOf(checkNik(u"1471080107500001", contextOf(QDate(1950, 11, 20)))) == both);
    CHECK(codesOf(checkNik(u"1471081511500001", contextOf(QDate(1950, 11, 20)))) == both);
    const QList one{FindingCode::NikBirthDateMismatch};
    CHECK(codesOf(checkNik(u"1471081512500001", contextOf(QDate(1950, 11, 20)))) == one);
    CHECK(codesOf(checkNik(u"1471080107510001", contextOf(QDate(1950, 11, 20)))) == one);
}

TEST_CASE("Area codes only warn", "[nik]")
{
    const auto outside = checkNik(u"3171080503800001", contextOf());
    CHECK(codesOf(outside) == QList{FindingCode::NikOutsideCity});
    CHECK(outside.first().parameters == QStringList{u"3171"_s});
    CHECK(outside.first().level == FindingLevel::Warning);
    for (const QStringView area : {u"147100", u"147116", u"147199"}) {
        const auto unknown = checkNik(area.toString() + u"0503800001"_s, contextOf());
        CHECK(codesOf(unknown) == QList{FindingCode::NikUnknownKecamatan});
        CHECK(unknown.first().parameters == QStringList{area.last(2).toString()});
    }
    CHECK(checkNik(u"1471010503800001", contextOf()).isEmpty());
    CHECK(checkNik(u"1471150503800001", contextOf()).isEmpty());
}

TEST_CASE("A masked NIK shows the first and last four digits only", "[nik]")
{
    CHECK(Nik::parse(u"1471080503800001")->masked() == u"1471••••••••0001");
    CHECK(maskedNumber(u"123456") == u"••••••");
    CHECK(maskedNumber(u"") == u"");
}

TEST_CASE("Age is counted in full years", "[nik]")
{
    CHECK(ageInYears(QDate(2009, 11, 22), NikToday) == 17);
    CHECK(ageInYears(QDate(2009, 11, 23), NikToday) == 16);
    CHECK(ageInYears(QDate(2026, 11, 22), NikToday) == 0);
    CHECK(ageInYears(QDate(2008, 2, 29), QDate(2025, 2, 28)) == 16);
    CHECK(ageInYears(QDate(2008, 2, 29), QDate(2025, 3, 1)) == 17);
}

TEST_CASE("Sex codes of the forms are L and P", "[nik]")
{
    CHECK(sexFromCode(u"L") == Sex::Male);
    CHECK(sexFromCode(u"P") == Sex::Female);
    CHECK_FALSE(sexFromCode(u"l"));
    CHECK_FALSE(sexFromCode(u""));
}
