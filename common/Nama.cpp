#include "common/Nama.h"

#include <QStringList>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace sipenduduk {

namespace {

/// Titles as they are met in front of and behind names, full stops and commas taken out.
/// Only those that are no name of a person themselves: "Ali", "Ida" or "Ra" are not here.
constexpr std::array TitleWords{u"DR",  u"DRA", u"DRS", u"DRG", u"IR",   u"PROF", u"HJ",  u"SH",
                                u"SE",  u"ST",  u"SPD", u"SAG", u"SKOM", u"SSOS", u"SIP", u"MSI",
                                u"MPD", u"MM",  u"MH",  u"MT",  u"MAG",  u"MKOM", u"MSC", u"PHD",
                                u"AMD", u"LC",  u"MBA", u"SKM", u"SKEP", u"SFARM"};

/// Marks that stand in names of old registers and do no harm there.
bool isMarkOfOldNames(QChar character)
{
    return character == u'.' || character == u'\'' || character == u'-' || character == u','
        || character == QChar(0x2019);
}

bool isTitle(const QString &word)
{
    QString bare = word.toUpper();
    bare.removeIf([](QChar character) { return character == u'.' || character == u','; });
    return std::ranges::any_of(TitleWords,
                               [&bare](const char16_t *title) { return bare == title; });
}

bool isAbbreviation(const QString &word)
{
    return word.size() == 1 || word.endsWith(u'.');
}

void addCharacterFindings(QList<Finding> &findings, const QString &name, NameUse use,
                          const QString &field)
{
    bool hasDigit = false;
    bool hasForeignLetter = false;
    QString firstSymbol;
    QString firstMark;
    for (const QChar character : name) {
        if (character.isDigit())
            hasDigit = true;
        else if (character.isLetter())
            hasForeignLetter |= character.script() != QChar::Script_Latin;
        else if (isMarkOfOldNames(character) && firstMark.isEmpty())
            firstMark = character;
        else if (character != u' ' && !isMarkOfOldNames(character) && firstSymbol.isEmpty())
            firstSymbol = character;
    }
    if (hasForeignLetter)
        findings << Finding{FindingLevel::Error, FindingCode::NameNotLatin, field};
    if (hasDigit)
        findings << Finding{FindingLevel::Error, FindingCode::NameDigit, field};
    if (!firstSymbol.isEmpty())
        findings << Finding{FindingLevel::Error, FindingCode::NameSymbol, field, {firstSymbol}};
    else if (!firstMark.isEmpty())
        findings << Finding{use == NameUse::New ? FindingLevel::Error : FindingLevel::Warning,
                            FindingCode::NameSymbol,
                            field,
                            {firstMark}};
}

void addWordFindings(QList<Finding> &findings, const QStringList &words, NameUse use,
                     const QString &field)
{
    if (words.size() < 2)
        findings << Finding{use == NameUse::New ? FindingLevel::Error : FindingLevel::Warning,
                            FindingCode::NameOneWord, field};
    if (words.size() > 1 && std::ranges::any_of(words, isTitle))
        findings << Finding{FindingLevel::Warning, FindingCode::NameTitle, field};
    else if (std::ranges::any_of(words, isAbbreviation))
        findings << Finding{FindingLevel::Warning, FindingCode::NameAbbreviation, field};
}

} // namespace

QString normalizedName(QStringView name)
{
    return name.toString().normalized(QString::NormalizationForm_C).simplified();
}

QList<Finding> checkNama(QStringView name, NameUse use, const QString &field)
{
    const QString normal = normalizedName(name);
    if (normal.isEmpty())
        return {{FindingLevel::Error, FindingCode::NameMissing, field}};
    QList<Finding> findings;
    if (normal.size() > MaxNameLength)
        findings << Finding{
            FindingLevel::Error, FindingCode::NameTooLong, field, {QString::number(MaxNameLength)}};
    addCharacterFindings(findings, normal, use, field);
    addWordFindings(findings, normal.split(u' '), use, field);
    return findings;
}

} // namespace sipenduduk
