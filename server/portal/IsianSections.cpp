#include "server/portal/IsianSections.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace sipenduduk {

namespace {

struct SectionName
{
    QStringView prefix; ///< of field codes, with the line that ends it
    QStringView heading;
};

/// Longer prefixes before those that they begin with.
constexpr std::array SectionNames{
    SectionName{u"suami_ayah_", u"Orang tua suami"},
    SectionName{u"suami_ibu_", u"Orang tua suami"},
    SectionName{u"istri_ayah_", u"Orang tua istri"},
    SectionName{u"istri_ibu_", u"Orang tua istri"},
    SectionName{u"ayah_kandung_", u"Orang tua kandung"},
    SectionName{u"ibu_kandung_", u"Orang tua kandung"},
    SectionName{u"ayah_angkat_", u"Orang tua angkat"},
    SectionName{u"ibu_angkat_", u"Orang tua angkat"},
    SectionName{u"kepala_lama_", u"Kepala keluarga lama"},
    SectionName{u"kepala_baru_", u"Kepala keluarga baru"},
    SectionName{u"akta_kelahiran_", u"Akta kelahiran"},
    SectionName{u"akta_perkawinan_", u"Akta perkawinan"},
    SectionName{u"akta_perceraian_", u"Akta perceraian"},
    SectionName{u"surat_hilang_", u"Surat keterangan hilang"},
    SectionName{u"pelapor_", u"Pelapor"},
    SectionName{u"pemohon_", u"Pemohon"},
    SectionName{u"suami_", u"Suami"},
    SectionName{u"istri_", u"Istri"},
    SectionName{u"ayah_", u"Ayah"},
    SectionName{u"ibu_", u"Ibu"},
    SectionName{u"saksi1_", u"Saksi I"},
    SectionName{u"saksi2_", u"Saksi II"},
    SectionName{u"anak_", u"Anak"},
    SectionName{u"almarhum_", u"Almarhum/almarhumah"},
    SectionName{u"subjek_", u"Orang yang dicatat pada akta"},
    SectionName{u"wali_", u"Wali"},
    SectionName{u"pasangan_", u"Pasangan"},
    SectionName{u"kepala_", u"Kepala keluarga"},
    SectionName{u"asal_", u"Alamat asal"},
    SectionName{u"tujuan_", u"Alamat tujuan"},
    SectionName{u"dom_", u"Alamat domisili"},
    SectionName{u"kk_", u"Alamat pada KK"},
    SectionName{u"baru_", u"Alamat baru"},
    SectionName{u"sponsor_", u"Sponsor"},
    SectionName{u"penetapan_", u"Penetapan pengadilan"},
    SectionName{u"putusan_", u"Putusan pengadilan"},
};

constexpr qsizetype LeastFields = 2; ///< fewer are not worth a heading

QString sectionHeadingOf(const Isian &field)
{
    const auto *found = std::ranges::find_if(
        SectionNames, [&](const SectionName &name) { return field.code.startsWith(name.prefix); });
    return found == SectionNames.end() ? QString() : found->heading.toString();
}

void appendTo(QList<IsianSection> &sections, const IsianSection &section)
{
    if (!sections.isEmpty() && sections.last().heading == section.heading)
        sections.last().fields.append(section.fields);
    else
        sections.append(section);
}

} // namespace

QList<IsianSection> isianSectionsOf(const QList<Isian> &fields, const QString &generalHeading)
{
    QList<IsianSection> runs;
    for (const Isian &field : fields)
        appendTo(runs, {sectionHeadingOf(field), {&field}});
    QList<IsianSection> sections;
    for (IsianSection run : runs) {
        if (run.heading.isEmpty() || run.fields.size() < LeastFields)
            run.heading = generalHeading;
        appendTo(sections, run);
    }
    return sections;
}

} // namespace sipenduduk
