#include "server/documents/Terbilang.h"

#include <catch2/catch_test_macros.hpp>

#include <QDate>
#include <QString>

using namespace Qt::StringLiterals;
using namespace sipenduduk;

namespace {

struct InWords
{
    qint64 number;
    QString indonesian;
    QString english;
};

} // namespace

TEST_CASE("Numbers are written in Indonesian and English words", "[terbilang]")
{
    const QList<InWords> cases{
        {0, u"nol"_s, u"zero"_s},
        {1, u"satu"_s, u"one"_s},
        {10, u"sepuluh"_s, u"ten"_s},
        {11, u"sebelas"_s, u"eleven"_s},
        {12, u"dua belas"_s, u"twelve"_s},
        {19, u"sembilan belas"_s, u"nineteen"_s},
        {20, u"dua puluh"_s, u"twenty"_s},
        {31, u"tiga puluh satu"_s, u"thirty-one"_s},
        {100, u"seratus"_s, u"one hundred"_s},
        {111, u"seratus sebelas"_s, u"one hundred and eleven"_s},
        {205, u"dua ratus lima"_s, u"two hundred and five"_s},
        {999, u"sembilan ratus sembilan puluh sembilan"_s, u"nine hundred and ninety-nine"_s},
        {1000, u"seribu"_s, u"one thousand"_s},
        {1001, u"seribu satu"_s, u"one thousand and one"_s},
        {1985, u"seribu sembilan ratus delapan puluh lima"_s,
         u"one thousand nine hundred and eighty-five"_s},
        {2000, u"dua ribu"_s, u"two thousand"_s},
        {2026, u"dua ribu dua puluh enam"_s, u"two thousand and twenty-six"_s},
        {11'000, u"sebelas ribu"_s, u"eleven thousand"_s},
        {101'000, u"seratus satu ribu"_s, u"one hundred and one thousand"_s},
        {1'000'000, u"satu juta"_s, u"one million"_s},
        {2'001'100, u"dua juta seribu seratus"_s, u"two million one thousand one hundred"_s},
        {1'000'000'001, u"satu miliar satu"_s, u"one billion and one"_s},
    };
    for (const InWords &expected : cases) {
        CAPTURE(expected.number);
        CHECK(Terbilang::indonesian(expected.number) == expected.indonesian);
        CHECK(Terbilang::english(expected.number) == expected.english);
    }
}

TEST_CASE("Numbers outside the range have no words", "[terbilang]")
{
    CHECK(Terbilang::indonesian(-1).isEmpty());
    CHECK(Terbilang::english(1'000'000'000'000).isEmpty());
    CHECK(Terbilang::englishOrdinal(0).isEmpty());
    CHECK_FALSE(Terbilang::indonesian(999'999'999'999).isEmpty());
}

TEST_CASE("English ordinals follow their irregular forms", "[terbilang]")
{
    const QList<std::pair<qint64, QString>> cases{
        {1, u"first"_s},           {2, u"second"_s},
        {3, u"third"_s},           {4, u"fourth"_s},
        {5, u"fifth"_s},           {8, u"eighth"_s},
        {9, u"ninth"_s},           {12, u"twelfth"_s},
        {13, u"thirteenth"_s},     {20, u"twentieth"_s},
        {21, u"twenty-first"_s},   {22, u"twenty-second"_s},
        {30, u"thirtieth"_s},      {31, u"thirty-first"_s},
        {100, u"one hundredth"_s}, {101, u"one hundred and first"_s}};
    for (const auto &[number, word] : cases) {
        CAPTURE(number);
        CHECK(Terbilang::englishOrdinal(number) == word);
    }
}

TEST_CASE("Dates are written in words", "[terbilang]")
{
    const QDate date(2026, 11, 22);
    CHECK(Terbilang::indonesianDayMonth(date) == u"dua puluh dua November"_s);
    CHECK(Terbilang::englishDayMonth(date) == u"twenty-second of November"_s);
    CHECK(Terbilang::indonesianDate(date) == u"22 November 2026"_s);
    CHECK(Terbilang::indonesianDate(QDate(1985, 8, 1)) == u"1 Agustus 1985"_s);
    CHECK(Terbilang::englishDayMonth(QDate(2024, 2, 29)) == u"twenty-ninth of February"_s);
    CHECK(Terbilang::indonesianDate(QDate()).isEmpty());
    CHECK(Terbilang::indonesianDayMonth(QDate()).isEmpty());
}

TEST_CASE("Every month has its two names", "[terbilang]")
{
    CHECK(Terbilang::indonesianMonth(5) == u"Mei"_s);
    CHECK(Terbilang::englishMonth(5) == u"May"_s);
    CHECK(Terbilang::indonesianMonth(12) == u"Desember"_s);
    CHECK(Terbilang::indonesianMonth(0).isEmpty());
    CHECK(Terbilang::englishMonth(13).isEmpty());
}
