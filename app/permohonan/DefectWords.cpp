#include "app/permohonan/DefectWords.h"

#include "app/words/Words.h"
#include "common/KatalogLayanan.h"
#include "common/Permohonan.h"

#include <QCoreApplication>

namespace sipenduduk {

namespace {

struct DefectTr
{
    Q_DECLARE_TR_FUNCTIONS(DefectWords)
};

QString placeOf(const Defect &defect, const Layanan *layanan, const KatalogLayanan &katalog)
{
    const Isian *field = layanan ? layanan->field(defect.code) : nullptr;
    const Syarat *syarat = layanan ? layanan->requirement(defect.code) : nullptr;
    const JenisDokumen *kind = katalog.dokumen(defect.code);
    if (defect.target == DefectTarget::Field && field)
        return field->label;
    if (defect.target == DefectTarget::Requirement && syarat)
        return syarat->name;
    if (defect.target == DefectTarget::Draft && kind)
        return kind->name;
    return defect.code.isEmpty() ? DefectTr::tr("Something else") : defect.code;
}

} // namespace

QString defectLines(const Permohonan &permohonan, const KatalogLayanan &katalog)
{
    if (permohonan.defects.isEmpty())
        return {};
    const Layanan *layanan = katalog.layanan(permohonan.row.layanan);
    QStringList lines{DefectTr::tr("To be mended:")};
    for (const Defect &defect : permohonan.defects) {
        //: What, its defect, and how to mend it.
        lines.append(DefectTr::tr("• %1: %2. %3")
                         .arg(placeOf(defect, layanan, katalog), words::ofVerdict(defect.verdict),
                              defect.solution));
    }
    return lines.join(QChar::LineFeed);
}

} // namespace sipenduduk
