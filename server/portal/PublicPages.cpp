#include "server/portal/PublicPages.h"

#include "common/KatalogLayanan.h"
#include "server/portal/LayananView.h"
#include "server/portal/PageRouter.h"
#include "server/portal/PortalText.h"
#include "server/portal/StatusWords.h"
#include "server/portal/Visit.h"
#include "server/services/CitizenDesk.h"
#include "server/services/OfficeParts.h"

#include <QFile>
#include <QRegularExpression>

#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace sipenduduk {

namespace {

struct Asset
{
    QStringView name;
    const char *mediaType;
};

constexpr std::array Assets{
    Asset{u"portal.css", "text/css; charset=utf-8"},
    Asset{u"portal.js", "text/javascript; charset=utf-8"},
    Asset{u"lambang.svg", "image/svg+xml"},
};

bool isToken(const QString &text)
{
    static const QRegularExpression Token(u"\\A[A-Za-z0-9_-]{16,64}\\z"_s);
    return Token.match(text).hasMatch();
}

/// As people type it: blanks, small letters.
QString numberFrom(const QString &typed)
{
    static const QRegularExpression Number(u"\\A[A-Z0-9]{1,12}-\\d{8}-\\d{1,12}\\z"_s);
    const QString number = typed.left(100).simplified().remove(u' ').toUpper();
    return Number.match(number).hasMatch() ? number : QString();
}

HttpResponse homePage(Visit &visit)
{
    const KatalogLayanan &katalog = *visit.parts().office.katalog;
    return visit.page(u"beranda"_s, u"Layanan kependudukan dan pencatatan sipil"_s,
                      {{u"jumlahLayanan"_s, katalog.layananList().size()}});
}

HttpResponse layananListPage(Visit &visit)
{
    const QString search = visit.request().query(u"cari").trimmed();
    const QJsonArray groups = layananGroups(*visit.parts().office.katalog, search);
    return visit.page(u"daftar-layanan"_s,
                      search.isEmpty() ? u"Daftar layanan"_s : u"Hasil pencarian"_s,
                      {{u"cari"_s, search.left(100)},
                       {u"adaHasil"_s, !groups.isEmpty()},
                       {u"kelompokLayanan"_s, groups}});
}

HttpResponse layananPage(Visit &visit)
{
    const KatalogLayanan &katalog = *visit.parts().office.katalog;
    const Layanan *layanan = katalog.layanan(visit.request().parameter(u"kode"));
    if (!layanan)
        return HttpResponse::error(404);
    return visit.page(u"layanan"_s, layanan->name, layananView(katalog, *layanan));
}

HttpResponse statusForm(Visit &visit, const QString &typed, bool isUnknown)
{
    return visit.page(
        u"status"_s, u"Cek status permohonan"_s,
        {{u"nomorDiketik"_s, typed.left(60)}, {u"tidakDitemukan"_s, isUnknown}, {u"ada"_s, false}},
        isUnknown ? 404 : 200);
}

HttpResponse statusAskedPage(Visit &visit)
{
    const QString typed = visit.request().query(u"nomor");
    if (typed.trimmed().isEmpty())
        return statusForm(visit, {}, false);
    const QString number = numberFrom(typed);
    return number.isEmpty() ? statusForm(visit, typed, true)
                            : HttpResponse::redirect(u"/status/"_s + number);
}

HttpResponse statusPage(Visit &visit)
{
    const QString typed = visit.request().parameter(u"nomor");
    const QString number = numberFrom(typed);
    if (number.isEmpty())
        return statusForm(visit, typed, true);
    const auto status = visit.parts().citizens.status(number).result();
    if (!status && status.error().code == ErrorCode::NotFound)
        return statusForm(visit, number, true);
    if (!status)
        return Visit::failure(status.error());
    const StatusWords words = wordStatus(status->status);
    return visit.page(u"status"_s, u"Status permohonan"_s,
                      {{u"nomorDiketik"_s, number},
                       {u"tidakDitemukan"_s, false},
                       {u"ada"_s, true},
                       {u"nomor"_s, status->number},
                       {u"judulStatus"_s, words.title},
                       {u"teksStatus"_s, words.text},
                       {u"nada"_s, toneClass(words.tone)},
                       {u"diajukan"_s, longTime(status->submittedAt)},
                       {u"berubah"_s, longTime(status->changedAt)},
                       {u"langkah"_s, statusSteps(status->status)}});
}

HttpResponse checkPage(Visit &visit)
{
    const QString token = visit.request().parameter(u"token");
    const auto found = isToken(token)
        ? visit.parts().citizens.check(token).result()
        : Result<CheckedDokumen>(fail(ErrorCode::NotFound, u"token"_s));
    if (!found && found.error().code != ErrorCode::NotFound)
        return Visit::failure(found.error());
    const bool isIssued = found && found->signedAt.isValid();
    QJsonObject values{
        {u"asli"_s, isIssued}, {u"belumTerbit"_s, found && !isIssued}, {u"tidakDikenal"_s, !found}};
    if (isIssued) {
        const JenisDokumen *kind = visit.parts().office.katalog->dokumen(found->output);
        values.insert(u"jenisDokumen"_s, kind ? kind->name : found->output);
        values.insert(u"nomorDokumen"_s, found->number);
        values.insert(u"tanggalTerbit"_s, longDate(found->issueDate));
        values.insert(u"waktuTte"_s, longTime(found->signedAt));
    }
    return visit.page(u"cek"_s, u"Pemeriksaan keaslian dokumen"_s, values, found ? 200 : 404);
}

HttpResponse downloadPage(Visit &visit)
{
    const QString token = visit.request().parameter(u"token");
    if (!isToken(token))
        return HttpResponse::error(404);
    using Receipt = CitizenDesk::Receipt;
    const Receipt receipt = visit.request().isHead ? Receipt::None : Receipt::Confirmed;
    const auto found = visit.parts().citizens.download(token, receipt).result();
    if (!found)
        return Visit::failure(found.error());
    HttpResponse response = HttpResponse::file(found->path, "application/pdf");
    response.downloadAs(found->fileName);
    return response;
}

HttpResponse helpPage(Visit &visit)
{
    return visit.page(u"bantuan"_s, u"Bantuan dan pengaduan"_s, {});
}

HttpResponse privacyPage(Visit &visit)
{
    return visit.page(u"privasi"_s, u"Perlindungan data pribadi"_s, {});
}

/// nginx answers these from its own folder; this is for a site without it.
HttpResponse assetPage(Visit &visit)
{
    const QString name = visit.request().parameter(u"nama");
    const auto *asset = std::ranges::find(Assets, name, &Asset::name);
    if (asset == Assets.end())
        return HttpResponse::error(404);
    QFile file(u":/sipenduduk/portal/statis/"_s + name);
    if (!file.open(QIODevice::ReadOnly))
        return HttpResponse::error(500);
    HttpResponse response = HttpResponse::bytes(file.readAll(), asset->mediaType);
    response.setHeader("Cache-Control"_ba, "public, max-age=3600"_ba);
    return response;
}

} // namespace

void addPublicPages(PageRouter &pages)
{
    pages.get(u"/"_s, homePage);
    pages.get(u"/layanan"_s, layananListPage);
    pages.get(u"/layanan/{kode}"_s, layananPage);
    pages.get(u"/status"_s, statusAskedPage);
    pages.get(u"/status/{nomor}"_s, statusPage);
    pages.get(u"/cek/{token}"_s, checkPage);
    pages.get(u"/unduh/{token}"_s, downloadPage);
    pages.get(u"/bantuan"_s, helpPage);
    pages.get(u"/privasi"_s, privacyPage);
    pages.get(u"/statis/{nama}"_s, assetPage);
}

} // namespace sipenduduk
