#include "server/portal/RevisionPages.h"

#include "common/IsianPermohonan.h"
#include "common/KatalogLayanan.h"
#include "common/OfficeCalendar.h"
#include "common/SyaratPermohonan.h"
#include "server/portal/BerkasForm.h"
#include "server/portal/IsianForm.h"
#include "server/portal/IsianReader.h"
#include "server/portal/OwnView.h"
#include "server/portal/PageRouter.h"
#include "server/portal/PortalText.h"
#include "server/portal/StatusWords.h"
#include "server/portal/Visit.h"
#include "server/services/OfficeParts.h"

using namespace Qt::StringLiterals;

namespace sipenduduk {

namespace {

/// One request on the page of a revision. Holds the account's lock.
struct Revising
{
    const Layanan &layanan;
    OwnPermohonan own;
    QList<Isian> fields;        ///< those refused, with the officer's words as their hint
    QList<WantedSyarat> wanted; ///< papers refused, each by itself
    QMutexLocker<QMutex> lock;
    ApplicationDraft draft;

    [[nodiscard]] QString path() const { return u"/permohonan/"_s + own.status.number; }
    /// What is stored, with what was typed laid over it.
    [[nodiscard]] IsianPermohonan merged() const;
};

IsianPermohonan Revising::merged() const
{
    IsianPermohonan data = own.data;
    for (const auto &[code, value] : normalizedIsian(fields, draft.data).asKeyValueRange())
        data.insert(code, value);
    return data;
}

void addDefect(Revising &revising, const Defect &defect)
{
    if (defect.target == DefectTarget::Requirement && revising.layanan.requirement(defect.code)) {
        const WantedSyarat wanted{{}, {defect.code}};
        if (!revising.wanted.contains(wanted))
            revising.wanted.append(wanted);
    }
    const Isian *field =
        defect.target == DefectTarget::Field ? revising.layanan.field(defect.code) : nullptr;
    const bool isKnown = field && std::ranges::contains(revising.fields, field->code, &Isian::code);
    if (field && !isKnown) {
        Isian shown = *field;
        shown.hint = u"Catatan petugas: %1. %2"_s.arg(wordVerdict(defect.verdict), defect.solution);
        revising.fields.append(shown);
    }
}

/// NotFound; NotAllowed when no revision is asked for (any more).
Result<Revising> beginRevising(Visit &visit)
{
    auto lock = visit.parts().drafts.lock(visit.pemohonId());
    auto own = askOwn(visit);
    if (!own)
        return std::unexpected(own.error());
    const Layanan *layanan = visit.parts().office.katalog->layanan(own->status.layanan);
    if (!layanan || !own->mayResubmit)
        return fail(ErrorCode::NotAllowed, u"revision"_s);
    Revising revising{.layanan = *layanan,
                      .own = std::move(*own),
                      .fields = {},
                      .wanted = {},
                      .lock = std::move(lock),
                      .draft = {}};
    for (const Defect &defect : std::as_const(revising.own.defects))
        addDefect(revising, defect);
    revising.draft =
        visit.parts().drafts.load(visit.pemohonId(), revising.own.status.number, visit.now());
    if (revising.draft.isEmpty()) {
        for (const Isian &field : std::as_const(revising.fields))
            revising.draft.data.insert(field.code, revising.own.data.value(field.code));
    }
    return revising;
}

HttpResponse notRevisable(const Visit &visit, const Error &error)
{
    if (error.code == ErrorCode::NotAllowed)
        return HttpResponse::redirect(u"/permohonan/"_s + visit.request().parameter(u"nomor"));
    return Visit::failure(error);
}

HttpResponse revisionForm(Visit &visit, const Revising &revising, const FormErrors &errors,
                          const QMap<QString, int> &rowsToShow = {})
{
    QJsonObject values = ownView(*visit.parts().office.katalog, revising.own);
    values.insert(u"bagian"_s,
                  isianSections({.fields = revising.fields,
                                 .data = revising.draft.data,
                                 .errors = errors,
                                 .rowsToShow = rowsToShow,
                                 .generalHeading = u"Isian yang perlu diperbaiki"_s}));
    values.insert(u"tempat"_s, placeLists(revising.fields, *visit.parts().office.katalog));
    const QJsonArray entries =
        berkasSlots(revising.layanan, revising.wanted, revising.draft, errors);
    values.insert(u"syarat"_s, entries);
    values.insert(u"adaSyarat"_s, !entries.isEmpty());
    values.insert(u"galatForm"_s, errors.summary(revising.fields));
    values.insert(u"adaGalat"_s, !errors.isEmpty());
    values.insert(u"csrf"_s, visit.csrf());
    return visit.page(u"perbaiki"_s, u"Perbaiki permohonan"_s, values, errors.isEmpty() ? 200 : 422,
                      Visit::Script::With);
}

HttpResponse revisionPage(Visit &visit)
{
    const auto revising = beginRevising(visit);
    return revising ? revisionForm(visit, *revising, {}) : notRevisable(visit, revising.error());
}

/// What still keeps the answer from being taken.
void addOpenPoints(const Visit &visit, const Revising &revising, FormErrors &errors)
{
    const IsianPermohonan after = revising.merged();
    for (const Isian &field : revising.fields) {
        if (after.value(field.code) == revising.own.data.value(field.code))
            errors.add(isianName(field.code), u"Isian ini belum diubah."_s);
    }
    errors.add(checkIsian(revising.layanan, after, officeDate(visit.now())), &revising.layanan);
    const QSet<QString> uploaded = uploadedCodes(revising.draft);
    for (const WantedSyarat &wanted : revising.wanted) {
        if (!uploaded.contains(wanted.codes.first()))
            errors.add(berkasName(wanted.codes.first()), u"Unggah berkas penggantinya."_s,
                       revising.layanan.requirement(wanted.codes.first())->name);
    }
}

HttpResponse resubmit(Visit &visit, const Revising &revising)
{
    const auto uploads = rawUploads(visit, revising.draft, codesOf(revising.wanted));
    if (!uploads)
        return Visit::failure(uploads.error());
    const IsianPermohonan data = normalizedIsian(revising.fields, revising.draft.data);
    const auto done = visit.parts()
                          .citizens.resubmit(visit.pemohonId(), revising.own.id, data, *uploads)
                          .result();
    if (!done && done.error().code == ErrorCode::NotAllowed)
        return HttpResponse::redirect(revising.path());
    if (!done)
        return Visit::failure(done.error());
    visit.parts().drafts.discard(visit.pemohonId(), revising.draft.name);
    return HttpResponse::redirect(revising.path() + u"?terkirim=1"_s);
}

/// Rows of a refused table that the form showed, and one more when that was asked for.
QMap<QString, int> rowsAsked(const HttpRequest &request, const Revising &revising)
{
    const QString action = request.field(u"aksi");
    for (const Isian &field : revising.fields) {
        if (action == u"tambah."_s + field.code)
            return {{field.code, filledRows(field, revising.draft.data) + 1}};
    }
    return {};
}

HttpResponse revisionSent(Visit &visit)
{
    auto revising = beginRevising(visit);
    if (!revising)
        return notRevisable(visit, revising.error());
    revising->draft.data = readIsian(revising->fields, visit.request());
    auto saved = visit.parts().drafts.save(visit.pemohonId(), revising->draft, visit.now());
    if (!saved)
        return Visit::failure(saved.error());
    const QString here = revising->path() + u"/perbaiki"_s;
    if (dropBerkasIfAsked(visit, revising->draft))
        return HttpResponse::redirect(here);
    FormErrors errors;
    takeBerkas(visit, revising->layanan, codesOf(revising->wanted), revising->draft, errors);
    const auto rows = rowsAsked(visit.request(), *revising);
    if (!rows.isEmpty())
        return revisionForm(visit, *revising, errors, rows);
    const bool isSent = visit.request().field(u"aksi") == u"kirim";
    if (isSent)
        addOpenPoints(visit, *revising, errors);
    if (!errors.isEmpty())
        return revisionForm(visit, *revising, errors);
    return isSent ? resubmit(visit, *revising) : HttpResponse::redirect(here);
}

} // namespace

void addRevisionPages(PageRouter &pages)
{
    pages.getOwn(u"/permohonan/{nomor}/perbaiki"_s, revisionPage);
    pages.postOwn(u"/permohonan/{nomor}/perbaiki"_s, revisionSent, Router::Body::Files);
}

} // namespace sipenduduk
