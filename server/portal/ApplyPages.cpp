#include "server/portal/ApplyPages.h"

#include "common/IsianPermohonan.h"
#include "common/OfficeCalendar.h"
#include "common/SyaratPermohonan.h"
#include "server/portal/Applying.h"
#include "server/portal/BerkasForm.h"
#include "server/portal/IsianForm.h"
#include "server/portal/IsianReader.h"
#include "server/portal/PageRouter.h"
#include "server/portal/SubmitPages.h"
#include "server/portal/Visit.h"
#include "server/services/OfficeParts.h"

using namespace Qt::StringLiterals;

namespace sipenduduk {

namespace {

constexpr QLatin1StringView AddRowPrefix("tambah.");

QString answerName(const QString &conditionKey)
{
    return u"jawab."_s + conditionKey;
}

/// Was a check of the whole form asked for? So comes one back from the last step.
bool isChecking(const Visit &visit)
{
    return !visit.request().query(u"periksa").isEmpty();
}

template <typename Item>
void appendQuestions(QJsonArray &questions, const QList<Item> &items, const ApplicationDraft &draft,
                     const FormErrors &errors)
{
    for (const Item &item : items) {
        if (item.question.isEmpty())
            continue;
        const QString key = conditionKey(item);
        const bool isAnswered = draft.answers.contains(key);
        questions.append(QJsonObject{{u"nama"_s, answerName(key)},
                                     {u"tanya"_s, item.question},
                                     {u"ya"_s, isAnswered && draft.answers.value(key)},
                                     {u"tidak"_s, isAnswered && !draft.answers.value(key)},
                                     {u"galat"_s, errors.message(answerName(key))}});
    }
}

HttpResponse questionsForm(Visit &visit, const Applying &applying, const FormErrors &errors)
{
    QJsonArray questions;
    appendQuestions(questions, applying.layanan.requirements, applying.draft, errors);
    appendQuestions(questions, applying.layanan.outputs, applying.draft, errors);
    QJsonObject values = applying.view(ApplyStep::Questions);
    values.insert(u"pertanyaan"_s, questions);
    values.insert(u"galatForm"_s, errors.summary({}));
    values.insert(u"adaGalat"_s, !errors.isEmpty());
    values.insert(u"csrf"_s, visit.csrf());
    return visit.page(u"ajukan-pertanyaan"_s, applying.layanan.name, values,
                      errors.isEmpty() ? 200 : 422);
}

HttpResponse questionsPage(Visit &visit)
{
    const auto applying = Applying::begin(visit);
    if (!applying)
        return HttpResponse::error(404);
    if (!applying->hasQuestions())
        return HttpResponse::redirect(applying->path(ApplyStep::Data));
    return questionsForm(visit, *applying, {});
}

QString questionOf(const Layanan &layanan, const QString &key)
{
    for (const Syarat &syarat : layanan.requirements) {
        if (conditionKey(syarat) == key)
            return syarat.question;
    }
    for (const Keluaran &output : layanan.outputs) {
        if (conditionKey(output) == key)
            return output.question;
    }
    return {};
}

HttpResponse questionsSent(Visit &visit)
{
    auto applying = Applying::begin(visit);
    if (!applying)
        return HttpResponse::error(404);
    for (const QString &key : unansweredConditions(applying->layanan, {})) {
        const QString answer = visit.request().field(answerName(key));
        if (answer == u"ya" || answer == u"tidak")
            applying->draft.answers.insert(key, answer == u"ya");
    }
    auto saved = visit.parts().drafts.save(visit.pemohonId(), applying->draft, visit.now());
    if (!saved)
        return Visit::failure(saved.error());
    FormErrors errors;
    for (const QString &key : unansweredConditions(applying->layanan, applying->draft.answers))
        errors.add(answerName(key), u"Jawab ya atau tidak."_s, questionOf(applying->layanan, key));
    return errors.isEmpty() ? HttpResponse::redirect(applying->path(ApplyStep::Data))
                            : questionsForm(visit, *applying, errors);
}

/// The account's holder is nearly always the one who reports or applies: what is known of them
/// need not be typed again.
void prefill(const Visit &visit, const Layanan &layanan, ApplicationDraft &draft)
{
    for (const QString &person : {u"pelapor_"_s, u"pemohon_"_s}) {
        for (const QString &item : {u"nama"_s, u"nik"_s, u"nokk"_s}) {
            const QString known = visit.account().data.value(item);
            if (layanan.field(QString(person + item)) && !known.isEmpty())
                draft.data.insert(person + item, known);
        }
    }
}

HttpResponse dataForm(Visit &visit, const Applying &applying, const FormErrors &errors,
                      const QMap<QString, int> &rowsToShow = {})
{
    const Layanan &layanan = applying.layanan;
    QJsonObject values = applying.view(ApplyStep::Data);
    values.insert(u"bagian"_s,
                  isianSections({.fields = layanan.fields,
                                 .data = applying.draft.data,
                                 .errors = errors,
                                 .rowsToShow = rowsToShow,
                                 .generalHeading = applying.generalHeading()}));
    values.insert(u"tempat"_s, placeLists(layanan.fields, *visit.parts().office.katalog));
    values.insert(u"galatForm"_s, errors.summary(layanan.fields));
    values.insert(u"adaGalat"_s, !errors.isEmpty());
    values.insert(u"csrf"_s, visit.csrf());
    return visit.page(u"ajukan-isian"_s, layanan.name, values, errors.isEmpty() ? 200 : 422);
}

FormErrors dataErrors(const Visit &visit, const Applying &applying)
{
    FormErrors errors;
    errors.add(checkIsian(applying.layanan,
                          normalizedIsian(applying.layanan.fields, applying.draft.data),
                          officeDate(visit.now())),
               &applying.layanan);
    return errors;
}

HttpResponse dataPage(Visit &visit)
{
    auto applying = Applying::begin(visit);
    if (!applying)
        return HttpResponse::error(404);
    if (!unansweredConditions(applying->layanan, applying->draft.answers).isEmpty())
        return HttpResponse::redirect(applying->path(ApplyStep::Questions));
    if (applying->draft.data.isEmpty())
        prefill(visit, applying->layanan, applying->draft);
    return dataForm(visit, *applying,
                    isChecking(visit) ? dataErrors(visit, *applying) : FormErrors());
}

/// Rows that the form showed of `field`: one more than the highest that came back.
int rowsPosted(const HttpRequest &request, const QString &field)
{
    int rows = 0;
    const QString prefix = isianName(field) + u'.';
    for (const NameValue &item : request.fields) {
        if (item.name.startsWith(prefix))
            rows = qMax(rows, item.name.sliced(prefix.size()).section(u'.', 0, 0).toInt() + 1);
    }
    return qMin(rows, MaxTableRows);
}

HttpResponse dataSent(Visit &visit)
{
    auto applying = Applying::begin(visit);
    if (!applying)
        return HttpResponse::error(404);
    applying->draft.data = readIsian(applying->layanan.fields, visit.request());
    auto saved = visit.parts().drafts.save(visit.pemohonId(), applying->draft, visit.now());
    if (!saved)
        return Visit::failure(saved.error());
    const QString action = visit.request().field(u"aksi");
    if (action.startsWith(AddRowPrefix)) {
        const QString field = action.sliced(AddRowPrefix.size());
        return dataForm(visit, *applying, {}, {{field, rowsPosted(visit.request(), field) + 1}});
    }
    if (action == u"simpan")
        return HttpResponse::redirect(u"/permohonan"_s);
    const FormErrors errors = dataErrors(visit, *applying);
    return errors.isEmpty() ? HttpResponse::redirect(applying->path(ApplyStep::Berkas))
                            : dataForm(visit, *applying, errors);
}

QList<WantedSyarat> wantedBerkas(const Applying &applying)
{
    return requiredRequirements(applying.layanan, applying.draft.answers);
}

HttpResponse berkasForm(Visit &visit, const Applying &applying, const FormErrors &errors)
{
    QJsonObject values = applying.view(ApplyStep::Berkas);
    const QJsonArray entries =
        berkasSlots(applying.layanan, wantedBerkas(applying), applying.draft, errors);
    values.insert(u"syarat"_s, entries);
    values.insert(u"adaSyarat"_s, !entries.isEmpty());
    values.insert(u"galatForm"_s, errors.summary({}));
    values.insert(u"adaGalat"_s, !errors.isEmpty());
    values.insert(u"csrf"_s, visit.csrf());
    return visit.page(u"ajukan-berkas"_s, applying.layanan.name, values,
                      errors.isEmpty() ? 200 : 422, Visit::Script::With);
}

void addMissing(const Applying &applying, FormErrors &errors)
{
    for (const WantedSyarat &missing : missingRequirements(applying.layanan, applying.draft.answers,
                                                           uploadedCodes(applying.draft))) {
        const QString &code = missing.codes.first();
        errors.add(berkasName(code),
                   missing.codes.size() > 1 ? u"Unggah sedikitnya satu dari pilihan berkas ini."_s
                                            : u"Berkas ini belum diunggah."_s,
                   applying.layanan.requirement(code)->name);
    }
}

HttpResponse berkasPage(Visit &visit)
{
    const auto applying = Applying::begin(visit);
    if (!applying)
        return HttpResponse::error(404);
    if (!unansweredConditions(applying->layanan, applying->draft.answers).isEmpty())
        return HttpResponse::redirect(applying->path(ApplyStep::Questions));
    FormErrors errors;
    if (isChecking(visit))
        addMissing(*applying, errors);
    return berkasForm(visit, *applying, errors);
}

HttpResponse berkasSent(Visit &visit)
{
    auto applying = Applying::begin(visit);
    if (!applying)
        return HttpResponse::error(404);
    const QString here = applying->path(ApplyStep::Berkas);
    if (dropBerkasIfAsked(visit, applying->draft))
        return HttpResponse::redirect(here);
    FormErrors errors;
    takeBerkas(visit, applying->layanan, codesOf(wantedBerkas(*applying)), applying->draft, errors);
    const bool goesOn = visit.request().field(u"aksi") == u"lanjut";
    if (goesOn && errors.isEmpty())
        addMissing(*applying, errors);
    if (!errors.isEmpty())
        return berkasForm(visit, *applying, errors);
    return HttpResponse::redirect(goesOn ? applying->path(ApplyStep::Review) : here);
}

} // namespace

void addApplyPages(PageRouter &pages)
{
    pages.getOwn(u"/ajukan/{kode}"_s, questionsPage);
    pages.postOwn(u"/ajukan/{kode}"_s, questionsSent);
    pages.getOwn(u"/ajukan/{kode}/isian"_s, dataPage);
    pages.postOwn(u"/ajukan/{kode}/isian"_s, dataSent);
    pages.getOwn(u"/ajukan/{kode}/berkas"_s, berkasPage);
    pages.postOwn(u"/ajukan/{kode}/berkas"_s, berkasSent, Router::Body::Files);
    addSubmitPages(pages);
}

} // namespace sipenduduk
