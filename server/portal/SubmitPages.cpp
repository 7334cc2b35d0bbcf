#include "server/portal/SubmitPages.h"

#include "common/IsianPermohonan.h"
#include "common/KatalogLayanan.h"
#include "common/OfficeCalendar.h"
#include "common/SyaratPermohonan.h"
#include "server/portal/Applying.h"
#include "server/portal/BerkasForm.h"
#include "server/portal/FindingWords.h"
#include "server/portal/IsianForm.h"
#include "server/portal/PageRouter.h"
#include "server/portal/PortalLog.h"
#include "server/portal/PortalText.h"
#include "server/portal/Visit.h"
#include "server/services/OfficeParts.h"

using namespace Qt::StringLiterals;

namespace sipenduduk {

namespace {

QString receiptPath(const QString &number)
{
    return u"/permohonan/%1/tanda-terima"_s.arg(number);
}

QString labelOfField(const Layanan &layanan, const QString &code)
{
    const Isian *field = layanan.field(code);
    return field ? field->label : QString();
}

/// What an officer will ask about: better mended now than after a return.
QJsonArray remarksOn(const Applying &applying, const QDate &today)
{
    const Layanan &layanan = applying.layanan;
    QJsonArray remarks;
    for (const Finding &finding :
         checkIsian(layanan, normalizedIsian(layanan.fields, applying.draft.data), today)) {
        if (!isBlocking(finding))
            remarks.append(QJsonObject{{u"pokok"_s, labelOfField(layanan, finding.field)},
                                       {u"pesan"_s, wordFinding(finding, &layanan)}});
    }
    return remarks;
}

template <typename Item>
void appendAnswers(QJsonArray &lines, const QList<Item> &items, const ApplicationDraft &draft)
{
    for (const Item &item : items) {
        if (!item.question.isEmpty())
            lines.append(QJsonObject{
                {u"label"_s, item.question},
                {u"nilai"_s, draft.answers.value(conditionKey(item)) ? u"Ya"_s : u"Tidak"_s}});
    }
}

QJsonArray answersView(const Applying &applying)
{
    QJsonArray lines;
    appendAnswers(lines, applying.layanan.requirements, applying.draft);
    appendAnswers(lines, applying.layanan.outputs, applying.draft);
    return lines;
}

QJsonArray keptBerkasLines(const Applying &applying)
{
    const QSet<QString> wanted =
        codesOf(requiredRequirements(applying.layanan, applying.draft.answers));
    QJsonArray lines;
    for (const PendingBerkas &berkas : applying.draft.berkasList) {
        const Syarat *syarat = applying.layanan.requirement(berkas.requirement);
        if (syarat && wanted.contains(berkas.requirement))
            lines.append(QJsonObject{
                {u"label"_s, syarat->name},
                {u"nilai"_s, u"%1 (%2)"_s.arg(berkas.fileName, fileSize(berkas.size))}});
    }
    return lines;
}

QJsonArray expectedOutputs(const Visit &visit, const Applying &applying)
{
    QJsonArray lines;
    for (const Keluaran &output : wantedOutputs(applying.layanan, applying.draft.answers)) {
        const JenisDokumen *kind = visit.parts().office.katalog->dokumen(output.dokumen);
        lines.append(QJsonObject{{u"namaDokumen"_s, kind ? kind->name : output.dokumen},
                                 {u"diambil"_s, output.delivery == Delivery::Pickup}});
    }
    return lines;
}

HttpResponse reviewForm(Visit &visit, const Applying &applying, const QString &error,
                        const QString &openNumber = {})
{
    QJsonObject values = applying.view(ApplyStep::Review);
    values.insert(u"galat"_s, error);
    values.insert(u"nomorTerbuka"_s, openNumber);
    values.insert(u"email"_s, visit.account().email);
    values.insert(u"jawaban"_s, answersView(applying));
    values.insert(u"adaJawaban"_s, applying.hasQuestions());
    values.insert(
        u"bagian"_s,
        isianSummary(applying.layanan.fields, applying.draft.data, applying.generalHeading()));
    values.insert(u"berkas"_s, keptBerkasLines(applying));
    values.insert(u"keluaran"_s, expectedOutputs(visit, applying));
    const QJsonArray remarks = remarksOn(applying, officeDate(visit.now()));
    values.insert(u"catatan"_s, remarks);
    values.insert(u"adaCatatan"_s, !remarks.isEmpty());
    values.insert(u"csrf"_s, visit.csrf());
    return visit.page(u"ajukan-periksa"_s, applying.layanan.name, values,
                      error.isEmpty() ? 200 : 422);
}

/// To the step at which something is wanting, which then says what.
HttpResponse toOpenStep(const Applying &applying, ApplyStep step)
{
    const QString path = applying.path(step);
    return HttpResponse::redirect(step == ApplyStep::Questions ? path : path + u"?periksa=1"_s);
}

HttpResponse reviewPage(Visit &visit)
{
    const auto applying = Applying::begin(visit);
    if (!applying)
        return HttpResponse::error(404);
    const ApplyStep open = applying->firstOpenStep(officeDate(visit.now()));
    return open == ApplyStep::Review ? reviewForm(visit, *applying, {})
                                     : toOpenStep(*applying, open);
}

/// The permohonan that this draft has become already, when the server stopped between its commit
/// and the note of it; empty when there is none.
QString numberAfterCrash(const Visit &visit, const Applying &applying)
{
    const ApplicationDraft &draft = applying.draft;
    if (!draft.sendingSince.isValid())
        return {};
    CitizenDesk &citizens = visit.parts().citizens;
    const auto list = citizens.list(visit.pemohonId()).result();
    if (!list)
        return {};
    const IsianPermohonan sent = normalizedIsian(applying.layanan.fields, draft.data);
    for (const PublicStatus &status : *list) {
        if (status.layanan != draft.name || status.submittedAt < draft.sendingSince)
            continue;
        const auto own = citizens.own(visit.pemohonId(), status.number).result();
        if (own && own->data == sent)
            return status.number;
    }
    return {};
}

HttpResponse sendAway(Visit &visit, const Applying &applying, const QString &number)
{
    // The permohonan exists, whatever happens to the note of it: numberAfterCrash() finds it.
    const auto noted =
        visit.parts().drafts.markSent(visit.pemohonId(), applying.draft, number, visit.now());
    if (!noted)
        qCWarning(lcPortal, "an application was sent, but its draft cannot be closed");
    return HttpResponse::redirect(receiptPath(number));
}

/// Words of a refusal by the service; the draft stays as it is.
HttpResponse submitRefused(Visit &visit, Applying &applying, const Error &error)
{
    applying.draft.sendingSince = {};
    if (auto saved = visit.parts().drafts.save(visit.pemohonId(), applying.draft, visit.now());
        !saved)
        return Visit::failure(saved.error());
    switch (error.code) {
    case ErrorCode::Conflict:
        return reviewForm(visit, applying,
                          u"Untuk orang yang sama masih ada permohonan layanan ini yang belum "
                          "selesai. Tunggu permohonan itu selesai, atau batalkan lebih dahulu."_s,
                          error.detail);
    case ErrorCode::TooLarge:
    case ErrorCode::Malformed:
    case ErrorCode::Unsupported: {
        const Syarat *syarat = applying.layanan.requirement(error.detail.section(u':', 0, 0));
        return reviewForm(visit, applying,
                          u"Berkas “%1” tidak dapat dibaca. Hapus, lalu unggah kembali."_s.arg(
                              syarat ? syarat->name : u"unggahan"_s));
    }
    case ErrorCode::Incomplete:
        return reviewForm(visit, applying,
                          u"Masih ada yang belum lengkap. Periksa kembali setiap tahap."_s);
    default: break;
    }
    return Visit::failure(error);
}

Result<Acknowledged> submitDraft(Visit &visit, Applying &applying)
{
    const QSet<QString> wanted =
        codesOf(requiredRequirements(applying.layanan, applying.draft.answers));
    const auto uploads = rawUploads(visit, applying.draft, wanted);
    if (!uploads)
        return std::unexpected(uploads.error());
    applying.draft.sendingSince = visit.now();
    if (auto saved = visit.parts().drafts.save(visit.pemohonId(), applying.draft, visit.now());
        !saved)
        return std::unexpected(saved.error());
    const Application application{.layanan = applying.layanan.code,
                                  .data = applying.draft.data,
                                  .answers = applying.draft.answers,
                                  .uploads = {}};
    return visit.parts().citizens.submit(visit.pemohonId(), application, *uploads).result();
}

HttpResponse submitSent(Visit &visit)
{
    auto applying = Applying::begin(visit);
    if (!applying)
        return HttpResponse::error(404);
    const QString formId = visit.request().field(u"formulir");
    if (const QString number = visit.parts().drafts.sentAs(visit.pemohonId(), formId);
        !number.isEmpty())
        return HttpResponse::redirect(receiptPath(number));
    if (formId != applying->draft.formId)
        return HttpResponse::redirect(applying->path(ApplyStep::Review));
    if (const QString number = numberAfterCrash(visit, *applying); !number.isEmpty())
        return sendAway(visit, *applying, number);
    const ApplyStep open = applying->firstOpenStep(officeDate(visit.now()));
    if (open != ApplyStep::Review)
        return toOpenStep(*applying, open);
    const auto sent = submitDraft(visit, *applying);
    return sent ? sendAway(visit, *applying, sent->number)
                : submitRefused(visit, *applying, sent.error());
}

HttpResponse discardSent(Visit &visit)
{
    const auto applying = Applying::begin(visit);
    if (!applying)
        return HttpResponse::error(404);
    visit.parts().drafts.discard(visit.pemohonId(), applying->draft.name);
    return HttpResponse::redirect(u"/permohonan"_s);
}

} // namespace

void addSubmitPages(PageRouter &pages)
{
    pages.getOwn(u"/ajukan/{kode}/periksa"_s, reviewPage);
    pages.postOwn(u"/ajukan/{kode}/kirim"_s, submitSent);
    pages.postOwn(u"/ajukan/{kode}/hapus"_s, discardSent);
}

} // namespace sipenduduk
