#include "common/Wilayah.h"

#include <algorithm>

namespace sipenduduk {

namespace {

QString searchForm(QStringView name)
{
    QString form = name.toString().toCaseFolded();
    form.removeIf([](QChar character) { return !character.isLetterOrNumber(); });
    return form;
}

bool contains(const QString &name, const QString &wanted)
{
    return searchForm(name).contains(wanted);
}

bool anyContains(const QStringList &names, const QString &wanted)
{
    return std::ranges::any_of(names, [&](const QString &name) { return contains(name, wanted); });
}

/// Adds a match to the list of its kind, if `name` or one of `oldNames` holds the wanted text.
void addMatch(QList<WilayahMatch> &present, QList<WilayahMatch> &old, WilayahMatch match,
              bool inName, bool inOldName)
{
    if (inName) {
        present << match;
    } else if (inOldName) {
        match.byOldName = true;
        old << match;
    }
}

} // namespace

QList<WilayahMatch> findWilayah(const QList<Kecamatan> &kecamatanList, QStringView text)
{
    const QString wanted = searchForm(text);
    if (wanted.isEmpty())
        return {};
    QList<WilayahMatch> present;
    QList<WilayahMatch> old;
    for (const Kecamatan &kecamatan : kecamatanList) {
        addMatch(present, old, {kecamatan.code, {}}, contains(kecamatan.name, wanted),
                 anyContains(kecamatan.oldNames, wanted));
        for (const Kelurahan &kelurahan : kecamatan.kelurahanList)
            addMatch(present, old, {kecamatan.code, kelurahan.code},
                     contains(kelurahan.name, wanted), anyContains(kelurahan.oldNames, wanted));
    }
    return present + old;
}

} // namespace sipenduduk
