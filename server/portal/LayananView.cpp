#include "server/portal/LayananView.h"

#include "common/KatalogLayanan.h"
#include "common/Sla.h"

#include <algorithm>
#include <optional>

using namespace Qt::StringLiterals;

namespace sipenduduk {

namespace {

constexpr qsizetype MaxSearch = 100; ///< characters

QString documentName(const KatalogLayanan &katalog, const QString &code)
{
    const JenisDokumen *kind = katalog.dokumen(code);
    return kind ? kind->name : code;
}

/// What a citizen might look for.
QString searchTextOf(const KatalogLayanan &katalog, const Layanan &layanan)
{
    QStringList texts{layanan.name, layanan.nameEn, layanan.output, layanan.code, layanan.form};
    for (const Keluaran &output : layanan.outputs)
        texts.append(documentName(katalog, output.dokumen));
    return texts.join(u' ').toCaseFolded();
}

QString groupNameOf(const KatalogLayanan &katalog, const QString &seksiCode)
{
    const Seksi *seksi = katalog.seksi(seksiCode);
    const QString name = seksi ? seksi->name : seksiCode;
    return name.startsWith(u"Seksi ") ? name.sliced(6) : name;
}

QJsonObject requirementView(const Syarat &syarat)
{
    return {{u"namaSyarat"_s, syarat.name},
            {u"bila"_s, syarat.condition},
            {u"dibawa"_s, !syarat.isUploaded}};
}

/// Alternatives as one entry, at the place of the first.
QJsonArray requirementsView(const Layanan &layanan)
{
    QJsonArray entries;
    QStringList groups;
    for (const Syarat &syarat : layanan.requirements) {
        if (syarat.group.isEmpty()) {
            entries.append(QJsonObject{{u"salahSatu"_s, false},
                                       {u"pilihan"_s, QJsonArray{requirementView(syarat)}}});
            continue;
        }
        if (groups.contains(syarat.group))
            continue;
        groups.append(syarat.group);
        QJsonArray alternatives;
        for (const Syarat &other : layanan.requirements) {
            if (other.group == syarat.group)
                alternatives.append(requirementView(other));
        }
        entries.append(
            QJsonObject{{u"salahSatu"_s, alternatives.size() > 1}, {u"pilihan"_s, alternatives}});
    }
    return entries;
}

QJsonArray outputsView(const KatalogLayanan &katalog, const Layanan &layanan)
{
    QJsonArray outputs;
    for (const Keluaran &output : layanan.outputs)
        outputs.append(QJsonObject{{u"namaDokumen"_s, documentName(katalog, output.dokumen)},
                                   {u"bila"_s, output.condition},
                                   {u"diambil"_s, output.delivery == Delivery::Pickup}});
    return outputs;
}

QJsonArray notesView(const Layanan &layanan)
{
    QJsonArray notes;
    for (const Catatan &note : layanan.notes) {
        if (note.audience == Audience::Everyone)
            notes.append(note.text);
    }
    return notes;
}

QString deadlineText(const std::optional<BatasLapor> &limit)
{
    if (!limit)
        return {};
    const QString text =
        u"Sebaiknya dilaporkan paling lambat %1 hari sejak peristiwa. Bila lewat, permohonan tetap "
        "diproses dan tetap gratis."_s.arg(limit->days);
    return limit->isSourced ? u"%1 (%2)"_s.arg(text, limit->basis) : text;
}

} // namespace

QJsonArray layananGroups(const KatalogLayanan &katalog, const QString &search)
{
    const QStringList words = search.left(MaxSearch).toCaseFolded().split(u' ', Qt::SkipEmptyParts);
    QJsonArray groups;
    for (const Seksi &seksi : katalog.seksiList()) {
        QJsonArray services;
        for (const Layanan &layanan : katalog.layananList()) {
            const QString text = searchTextOf(katalog, layanan);
            const bool isWanted = layanan.seksi == seksi.code
                && std::ranges::all_of(words,
                                       [&](const QString &word) { return text.contains(word); });
            if (isWanted)
                services.append(QJsonObject{{u"kode"_s, layanan.code},
                                            {u"nama"_s, layanan.name},
                                            {u"hasil"_s, layanan.output}});
        }
        if (!services.isEmpty())
            groups.append(QJsonObject{{u"kelompok"_s, groupNameOf(katalog, seksi.code)},
                                      {u"layanan"_s, services}});
    }
    return groups;
}

QJsonObject layananView(const KatalogLayanan &katalog, const Layanan &layanan)
{
    const auto minutes = std::chrono::duration_cast<std::chrono::minutes>(SlaLimits().total());
    return {{u"kode"_s, layanan.code},
            {u"nama"_s, layanan.name},
            {u"hasil"_s, layanan.output},
            {u"formulir"_s, layanan.form},
            {u"syarat"_s, requirementsView(layanan)},
            {u"keluaran"_s, outputsView(katalog, layanan)},
            {u"catatan"_s, notesView(layanan)},
            {u"dasarHukum"_s, layanan.legalText()},
            {u"batasLapor"_s, deadlineText(layanan.reportingDeadline)},
            {u"menit"_s, int(minutes.count())}};
}

} // namespace sipenduduk
