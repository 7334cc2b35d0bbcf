#include "server/portal/OwnPages.h"

#include "common/KatalogLayanan.h"
#include "server/portal/IsianForm.h"
#include "server/portal/OwnView.h"
#include "server/portal/PageRouter.h"
#include "server/portal/PortalText.h"
#include "server/portal/RevisionPages.h"
#include "server/portal/StatusWords.h"
#include "server/portal/Visit.h"
#include "server/services/OfficeParts.h"

using namespace Qt::StringLiterals;

namespace sipenduduk {

namespace {

QString serviceName(const Visit &visit, const QString &code)
{
    const Layanan *layanan = visit.parts().office.katalog->layanan(code);
    return layanan ? layanan->name : code;
}

QJsonArray ownListView(const Visit &visit, const QList<PublicStatus> &list)
{
    QJsonArray rows;
    for (const PublicStatus &status : list) {
        const StatusWords words = wordStatus(status.status);
        rows.append(
            QJsonObject{{u"nomor"_s, status.number},
                        {u"namaLayanan"_s, serviceName(visit, status.layanan)},
                        {u"judulStatus"_s, words.title},
                        {u"nada"_s, toneClass(words.tone)},
                        {u"diajukan"_s, longDate(status.submittedAt.date())},
                        {u"perluDiperbaiki"_s, status.status == Status::DikembalikanKePemohon}});
    }
    return rows;
}

/// Applications begun; what is typed for a revision is found at its permohonan.
QJsonArray draftListView(const Visit &visit)
{
    QJsonArray rows;
    for (const ApplicationDraft &draft :
         visit.parts().drafts.list(visit.pemohonId(), visit.now())) {
        if (!visit.parts().office.katalog->layanan(draft.name))
            continue;
        rows.append(
            QJsonObject{{u"kode"_s, draft.name},
                        {u"namaLayanan"_s, serviceName(visit, draft.name)},
                        {u"tersimpan"_s, longTime(draft.savedAt)},
                        {u"sampai"_s, longDate(draft.savedAt.addDuration(DraftLife).date())}});
    }
    return rows;
}

HttpResponse ownListPage(Visit &visit)
{
    const auto list = visit.parts().citizens.list(visit.pemohonId()).result();
    if (!list)
        return Visit::failure(list.error());
    const QJsonArray drafts = draftListView(visit);
    return visit.page(u"permohonan-saya"_s, u"Permohonan saya"_s,
                      {{u"permohonan"_s, ownListView(visit, *list)},
                       {u"adaPermohonan"_s, !list->isEmpty()},
                       {u"draf"_s, drafts},
                       {u"adaDraf"_s, !drafts.isEmpty()},
                       {u"csrf"_s, visit.csrf()}});
}

HttpResponse ownDetail(Visit &visit, const OwnPermohonan &own, const QString &error)
{
    QJsonObject values = ownView(*visit.parts().office.katalog, own);
    values.insert(u"galat"_s, error);
    values.insert(u"baruDikirim"_s, !visit.request().query(u"terkirim").isEmpty());
    values.insert(u"csrf"_s, visit.csrf());
    return visit.page(u"permohonan"_s, u"Permohonan %1"_s.arg(own.status.number), values,
                      error.isEmpty() ? 200 : 422);
}

HttpResponse ownPage(Visit &visit)
{
    const auto own = askOwn(visit);
    return own ? ownDetail(visit, *own, {}) : Visit::failure(own.error());
}

HttpResponse cancelSent(Visit &visit)
{
    const auto own = askOwn(visit);
    if (!own)
        return Visit::failure(own.error());
    if (visit.request().field(u"yakin") != u"ya")
        return ownDetail(visit, *own, u"Centang kotak “Saya yakin” untuk membatalkan."_s);
    const auto done = visit.parts().citizens.cancel(visit.pemohonId(), own->id).result();
    const QString path = u"/permohonan/"_s + own->status.number;
    if (done || own->status.status == Status::DibatalkanPemohon)
        return HttpResponse::redirect(path);
    if (done.error().code == ErrorCode::NotAllowed)
        return ownDetail(
            visit, *own,
            u"Permohonan ini sudah diproses petugas sehingga tidak dapat dibatalkan lagi."_s);
    return Visit::failure(done.error());
}

HttpResponse receiptPage(Visit &visit)
{
    const auto own = askOwn(visit);
    if (!own)
        return Visit::failure(own.error());
    QJsonObject values = ownView(*visit.parts().office.katalog, *own);
    values.insert(u"pemohon"_s, visit.account().name);
    values.insert(u"nik"_s, maskedNumber(visit.account().nik));
    values.insert(u"email"_s, visit.account().email);
    values.insert(u"resi"_s, false);
    return visit.page(u"tanda-terima"_s, u"Tanda terima pengajuan"_s, values, 200,
                      Visit::Script::With);
}

HttpResponse resiPage(Visit &visit)
{
    const auto own = askOwn(visit);
    if (!own)
        return Visit::failure(own.error());
    QJsonObject values = ownView(*visit.parts().office.katalog, *own);
    if (!values[u"adaResi"].toBool())
        return HttpResponse::error(404); // the data are not entered yet: SOP step 2
    values.insert(u"pemohon"_s, visit.account().name);
    values.insert(u"nik"_s, maskedNumber(visit.account().nik));
    values.insert(u"email"_s, visit.account().email);
    values.insert(u"resi"_s, true);
    return visit.page(u"tanda-terima"_s, u"Resi permohonan"_s, values, 200, Visit::Script::With);
}

} // namespace

void addOwnPages(PageRouter &pages)
{
    pages.getOwn(u"/permohonan"_s, ownListPage);
    pages.getOwn(u"/permohonan/{nomor}"_s, ownPage);
    pages.postOwn(u"/permohonan/{nomor}/batal"_s, cancelSent);
    pages.getOwn(u"/permohonan/{nomor}/tanda-terima"_s, receiptPage);
    pages.getOwn(u"/permohonan/{nomor}/resi"_s, resiPage);
    addRevisionPages(pages);
}

} // namespace sipenduduk
