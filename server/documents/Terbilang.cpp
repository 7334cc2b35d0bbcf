#include "server/documents/Terbilang.h"

#include <QDate>
#include <QStringList>

#include <array>

using namespace Qt::StringLiterals;

namespace sipenduduk::Terbilang {

namespace {

constexpr qint64 LargestInWords = 999'999'999'999;

constexpr std::array<QStringView, 12> IndonesianSmall{
    u"nol",  u"satu",  u"dua",     u"tiga",     u"empat",   u"lima",
    u"enam", u"tujuh", u"delapan", u"sembilan", u"sepuluh", u"sebelas"};

constexpr std::array<QStringView, 20> EnglishSmall{
    u"zero",     u"one",     u"two",     u"three",     u"four",     u"five",    u"six",
    u"seven",    u"eight",   u"nine",    u"ten",       u"eleven",   u"twelve",  u"thirteen",
    u"fourteen", u"fifteen", u"sixteen", u"seventeen", u"eighteen", u"nineteen"};

constexpr std::array<QStringView, 10> EnglishTens{
    u"", u"", u"twenty", u"thirty", u"forty", u"fifty", u"sixty", u"seventy", u"eighty", u"ninety"};

constexpr std::array<QStringView, 12> IndonesianMonths{
    u"Januari", u"Februari", u"Maret",     u"April",   u"Mei",      u"Juni",
    u"Juli",    u"Agustus",  u"September", u"Oktober", u"November", u"Desember"};

constexpr std::array<QStringView, 12> EnglishMonths{
    u"January", u"February", u"March",     u"April",   u"May",      u"June",
    u"July",    u"August",   u"September", u"October", u"November", u"December"};

template <size_t Size>
QString wordAt(const std::array<QStringView, Size> &words, int index)
{
    return words.at(size_t(index)).toString();
}

struct Scale
{
    qint64 value;
    QStringView indonesian;
    QStringView english;
};

constexpr std::array<Scale, 3> Scales{{{1'000'000'000, u"miliar", u"billion"},
                                       {1'000'000, u"juta", u"million"},
                                       {1'000, u"ribu", u"thousand"}}};

struct OrdinalWord
{
    QStringView cardinal;
    QStringView ordinal;
};

constexpr std::array<OrdinalWord, 7> IrregularOrdinals{{{u"one", u"first"},
                                                        {u"two", u"second"},
                                                        {u"three", u"third"},
                                                        {u"five", u"fifth"},
                                                        {u"eight", u"eighth"},
                                                        {u"nine", u"ninth"},
                                                        {u"twelve", u"twelfth"}}};

/// 1..999; "se" stands for one hundred.
QString indonesianBelowThousand(int number)
{
    QStringList words;
    if (number >= 100) {
        words << (number < 200 ? u"seratus"_s
                               : wordAt(IndonesianSmall, number / 100) + u" ratus"_s);
        number %= 100;
    }
    if (number >= 20) {
        words << wordAt(IndonesianSmall, number / 10) + u" puluh"_s;
        number %= 10;
    } else if (number >= 12) {
        words << wordAt(IndonesianSmall, number - 10) + u" belas"_s;
        number = 0;
    }
    if (number > 0)
        words << wordAt(IndonesianSmall, number);
    return words.join(u' ');
}

QString englishBelowHundred(int number)
{
    if (number < 20)
        return wordAt(EnglishSmall, number);
    const QString tens = wordAt(EnglishTens, number / 10);
    return number % 10 == 0 ? tens : tens + u'-' + wordAt(EnglishSmall, number % 10);
}

/// 1..999, British style: "one hundred and five".
QString englishBelowThousand(int number)
{
    if (number < 100)
        return englishBelowHundred(number);
    const QString hundreds = wordAt(EnglishSmall, number / 100) + u" hundred"_s;
    return number % 100 == 0 ? hundreds : hundreds + u" and "_s + englishBelowHundred(number % 100);
}

} // namespace

QString indonesian(qint64 number)
{
    if (number < 0 || number > LargestInWords)
        return {};
    if (number == 0)
        return IndonesianSmall[0].toString();
    QStringList words;
    for (const Scale &scale : Scales) {
        const int count = int(number / scale.value);
        number %= scale.value;
        if (count == 1 && scale.value == 1'000)
            words << u"seribu"_s;
        else if (count > 0)
            words << indonesianBelowThousand(count) + u' ' + scale.indonesian.toString();
    }
    if (number > 0)
        words << indonesianBelowThousand(int(number));
    return words.join(u' ');
}

QString english(qint64 number)
{
    if (number < 0 || number > LargestInWords)
        return {};
    if (number == 0)
        return EnglishSmall[0].toString();
    QStringList words;
    for (const Scale &scale : Scales) {
        const int count = int(number / scale.value);
        number %= scale.value;
        if (count > 0)
            words << englishBelowThousand(count) + u' ' + scale.english.toString();
    }
    if (number > 0 && number < 100 && !words.isEmpty())
        words << u"and"_s;
    if (number > 0)
        words << englishBelowThousand(int(number));
    return words.join(u' ');
}

QString englishOrdinal(qint64 number)
{
    if (number < 1)
        return {};
    QString words = english(number);
    if (words.isEmpty())
        return {};
    const qsizetype start = std::max(words.lastIndexOf(u' '), words.lastIndexOf(u'-')) + 1;
    const QString last = words.sliced(start);
    words.truncate(start);
    for (const OrdinalWord &irregular : IrregularOrdinals) {
        if (irregular.cardinal == last)
            return words + irregular.ordinal.toString();
    }
    return last.endsWith(u'y') ? words + last.chopped(1) + u"ieth"_s : words + last + u"th"_s;
}

QString indonesianMonth(int month)
{
    return month >= 1 && month <= 12 ? wordAt(IndonesianMonths, month - 1) : QString();
}

QString englishMonth(int month)
{
    return month >= 1 && month <= 12 ? wordAt(EnglishMonths, month - 1) : QString();
}

QString indonesianDayMonth(const QDate &date)
{
    return date.isValid() ? indonesian(date.day()) + u' ' + indonesianMonth(date.month())
                          : QString();
}

QString englishDayMonth(const QDate &date)
{
    return date.isValid() ? englishOrdinal(date.day()) + u" of "_s + englishMonth(date.month())
                          : QString();
}

QString indonesianDate(const QDate &date)
{
    return date.isValid() ? QString::number(date.day()) + u' ' + indonesianMonth(date.month())
            + u' ' + QString::number(date.year())
                          : QString();
}

} // namespace sipenduduk::Terbilang
