#include "server/portal/OwnView.h"

#include "common/KatalogLayanan.h"
#include "server/portal/PortalText.h"
#include "server/portal/StatusWords.h"
#include "server/portal/Visit.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace sipenduduk {

namespace {

constexpr qsizetype MaxNumber = 60; ///< characters of a permohonan's number

QString requirementName(const Layanan *layanan, const QString &code)
{
    const Syarat *syarat = layanan ? layanan->requirement(code) : nullptr;
    return syarat ? syarat->name : code;
}

QString defectName(const Layanan *layanan, const Defect &defect)
{
    if (defect.target == DefectTarget::Requirement)
        return requirementName(layanan, defect.code);
    const Isian *field =
        layanan && defect.target == DefectTarget::Field ? layanan->field(defect.code) : nullptr;
    return field ? field->label : u"Catatan petugas"_s;
}

QJsonArray berkasListView(const Layanan *layanan, const QList<Berkas> &list)
{
    QJsonArray rows;
    for (const Berkas &berkas : list) {
        if (berkas.isSuperseded)
            continue;
        const bool isRefused = berkas.verdict != Verdict::Ok && berkas.verdict != Verdict::Pending;
        rows.append(QJsonObject{{u"namaSyarat"_s, requirementName(layanan, berkas.requirement)},
                                {u"namaBerkas"_s, berkas.fileName},
                                {u"ukuran"_s, fileSize(berkas.size)},
                                {u"putusan"_s, wordVerdict(berkas.verdict)},
                                {u"diterima"_s, berkas.verdict == Verdict::Ok},
                                {u"ditolak"_s, isRefused},
                                {u"solusi"_s, isRefused ? berkas.solution : QString()}});
    }
    return rows;
}

QJsonArray dokumenListView(const KatalogLayanan &katalog, const OwnPermohonan &own)
{
    QJsonArray rows;
    for (const Dokumen &dokumen : own.dokumenList) {
        const JenisDokumen *kind = katalog.dokumen(dokumen.output);
        const QString token = own.downloadTokens.value(dokumen.id);
        rows.append(QJsonObject{{u"namaDokumen"_s, kind ? kind->name : dokumen.output},
                                {u"nomorDokumen"_s, token.isEmpty() ? QString() : dokumen.number},
                                {u"penyerahan"_s, wordDelivery(dokumen)},
                                {u"unduh"_s, token.isEmpty() ? QString() : u"/unduh/"_s + token}});
    }
    return rows;
}

} // namespace

Result<OwnPermohonan> askOwn(Visit &visit)
{
    const QString number = visit.request().parameter(u"nomor");
    if (number.size() > MaxNumber)
        return fail(ErrorCode::NotFound, u"number"_s);
    return visit.parts().citizens.own(visit.pemohonId(), number).result();
}

QJsonArray defectsView(const Layanan *layanan, const QList<Defect> &defects)
{
    QJsonArray rows;
    for (const Defect &defect : defects)
        rows.append(QJsonObject{{u"pokok"_s, defectName(layanan, defect)},
                                {u"alasan"_s, wordVerdict(defect.verdict)},
                                {u"solusi"_s, defect.solution}});
    return rows;
}

QJsonObject ownView(const KatalogLayanan &katalog, const OwnPermohonan &own)
{
    const Layanan *layanan = katalog.layanan(own.status.layanan);
    const StatusWords words = wordStatus(own.status.status);
    const QJsonArray steps = statusSteps(own.status.status);
    return {{u"nomor"_s, own.status.number},
            {u"namaLayanan"_s, layanan ? layanan->name : own.status.layanan},
            {u"judulStatus"_s, words.title},
            {u"teksStatus"_s, words.text},
            {u"nada"_s, toneClass(words.tone)},
            {u"diajukan"_s, longTime(own.status.submittedAt)},
            {u"berubah"_s, longTime(own.status.changedAt)},
            {u"langkah"_s, steps},
            {u"adaLangkah"_s, !steps.isEmpty()},
            {u"alasanPenolakan"_s, own.rejection},
            {u"cacat"_s, defectsView(layanan, own.defects)},
            {u"bolehPerbaiki"_s, own.mayResubmit},
            {u"bolehBatal"_s, own.mayCancel},
            {u"berkas"_s, berkasListView(layanan, own.berkasList)},
            {u"adaBerkas"_s, !own.berkasList.isEmpty()},
            {u"dokumen"_s, dokumenListView(katalog, own)},
            {u"adaDokumen"_s, !own.dokumenList.isEmpty()},
            // Dokumen come into being when the data are entered: SOP step 2, the resi.
            {u"adaResi"_s, !own.dokumenList.isEmpty()}};
}

} // namespace sipenduduk
