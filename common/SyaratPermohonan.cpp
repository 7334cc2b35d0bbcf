#include "common/SyaratPermohonan.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sipenduduk {

namespace {

bool isWanted(const Syarat &syarat, const JawabanSyarat &answers)
{
    return syarat.isMandatory || answers.value(conditionKey(syarat), false);
}

/// Puts an alternative to the others of its group, which keeps the place of its first member.
void addToGroup(QList<WantedSyarat> &wanted, const Syarat &syarat)
{
    const auto known = std::ranges::find(wanted, syarat.group, &WantedSyarat::group);
    if (known == wanted.end())
        wanted << WantedSyarat{syarat.group, {syarat.code}};
    else
        known->codes << syarat.code;
}

} // namespace

QString conditionKey(const Syarat &syarat)
{
    return u"syarat."_s + syarat.code;
}

QString conditionKey(const Keluaran &keluaran)
{
    return u"keluaran."_s + keluaran.dokumen;
}

QStringList unansweredConditions(const Layanan &layanan, const JawabanSyarat &answers)
{
    QStringList open;
    const auto ask = [&](const auto &item) {
        if (!item.question.isEmpty() && !answers.contains(conditionKey(item)))
            open << conditionKey(item);
    };
    std::ranges::for_each(layanan.requirements, ask);
    std::ranges::for_each(layanan.outputs, ask);
    return open;
}

QList<WantedSyarat> requiredRequirements(const Layanan &layanan, const JawabanSyarat &answers)
{
    QList<WantedSyarat> wanted;
    for (const Syarat &syarat : layanan.requirements) {
        if (!syarat.isUploaded)
            continue;
        if (!syarat.group.isEmpty())
            addToGroup(wanted, syarat);
        else if (isWanted(syarat, answers))
            wanted << WantedSyarat{{}, {syarat.code}};
    }
    return wanted;
}

QList<WantedSyarat> missingRequirements(const Layanan &layanan, const JawabanSyarat &answers,
                                        const QSet<QString> &uploadedCodes)
{
    QList<WantedSyarat> missing = requiredRequirements(layanan, answers);
    missing.removeIf([&](const WantedSyarat &wanted) {
        return std::ranges::any_of(
            wanted.codes, [&](const QString &code) { return uploadedCodes.contains(code); });
    });
    return missing;
}

QList<Keluaran> wantedOutputs(const Layanan &layanan, const JawabanSyarat &answers)
{
    QList<Keluaran> wanted;
    for (const Keluaran &keluaran : layanan.outputs)
        if (keluaran.question.isEmpty() || answers.value(conditionKey(keluaran), false))
            wanted << keluaran;
    return wanted;
}

} // namespace sipenduduk
