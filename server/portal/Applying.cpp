#include "server/portal/Applying.h"

#include "common/IsianPermohonan.h"
#include "common/KatalogLayanan.h"
#include "common/SyaratPermohonan.h"
#include "server/portal/BerkasForm.h"
#include "server/portal/PortalText.h"
#include "server/portal/Visit.h"
#include "server/services/OfficeParts.h"

using namespace Qt::StringLiterals;

namespace sipenduduk {

namespace {

struct StepName
{
    ApplyStep step;
    QStringView path;
    QStringView name;
};

constexpr std::array StepNames{
    StepName{ApplyStep::Questions, u"", u"Pertanyaan"},
    StepName{ApplyStep::Data, u"/isian", u"Isian data"},
    StepName{ApplyStep::Berkas, u"/berkas", u"Unggah berkas"},
    StepName{ApplyStep::Review, u"/periksa", u"Periksa dan kirim"},
};

} // namespace

std::optional<Applying> Applying::begin(Visit &visit)
{
    const Layanan *layanan =
        visit.parts().office.katalog->layanan(visit.request().parameter(u"kode"));
    if (!layanan)
        return std::nullopt;
    auto lock = visit.parts().drafts.lock(visit.pemohonId());
    ApplicationDraft draft =
        visit.parts().drafts.load(visit.pemohonId(), layanan->code, visit.now());
    return Applying{*layanan, std::move(lock), std::move(draft)};
}

QString Applying::path(ApplyStep step) const
{
    return u"/ajukan/%1%2"_s.arg(layanan.code, StepNames[size_t(step)].path);
}

bool Applying::hasQuestions() const
{
    return !unansweredConditions(layanan, {}).isEmpty();
}

ApplyStep Applying::firstOpenStep(const QDate &today) const
{
    if (!unansweredConditions(layanan, draft.answers).isEmpty())
        return ApplyStep::Questions;
    if (hasError(checkIsian(layanan, normalizedIsian(layanan.fields, draft.data), today)))
        return ApplyStep::Data;
    if (!missingRequirements(layanan, draft.answers, uploadedCodes(draft)).isEmpty())
        return ApplyStep::Berkas;
    return ApplyStep::Review;
}

QJsonObject Applying::view(ApplyStep step) const
{
    QJsonArray steps;
    int shown = 0;
    int present = 0;
    for (const StepName &name : StepNames) {
        if (name.step == ApplyStep::Questions && !hasQuestions())
            continue;
        ++shown;
        if (name.step == step)
            present = shown;
        steps.append(QJsonObject{{u"nomorTahap"_s, shown},
                                 {u"namaTahap"_s, name.name.toString()},
                                 {u"jalur"_s, path(name.step)},
                                 {u"lewat"_s, name.step < step},
                                 {u"kini"_s, name.step == step}});
    }
    return {{u"kode"_s, layanan.code},
            {u"namaLayanan"_s, layanan.name},
            {u"tahap"_s, steps},
            {u"tahapKini"_s, present},
            {u"tahapSemua"_s, shown},
            {u"jalurPertanyaan"_s, hasQuestions() ? path(ApplyStep::Questions) : QString()},
            {u"jalurIsian"_s, path(ApplyStep::Data)},
            {u"jalurBerkas"_s, path(ApplyStep::Berkas)},
            {u"jalurPeriksa"_s, path(ApplyStep::Review)},
            {u"formulir"_s, draft.formId},
            {u"tersimpan"_s, longTime(draft.savedAt)}};
}

QString Applying::generalHeading() const
{
    return layanan.bidang == u"capil" ? u"Keterangan peristiwa dan dokumen"_s
                                      : u"Data permohonan"_s;
}

} // namespace sipenduduk
