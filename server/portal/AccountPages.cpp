#include "server/portal/AccountPages.h"

#include "common/KatalogLayanan.h"
#include "common/OfficeCalendar.h"
#include "server/portal/IsianForm.h"
#include "server/portal/IsianReader.h"
#include "server/portal/PageRouter.h"
#include "server/portal/Visit.h"
#include "server/services/OfficeParts.h"
#include "server/services/PortalAccounts.h"

using namespace Qt::StringLiterals;

namespace sipenduduk {

namespace {

constexpr qsizetype MaxTyped = 254; ///< of an address (RFC 5321) or a code
const QString OwnList = u"/permohonan"_s;
const QString CodePath = u"/kode"_s;

QString onwardOf(const Visit &visit)
{
    const HttpRequest &request = visit.request();
    return onwardPath(request.method == HttpMethod::Post ? request.field(u"lanjut")
                                                         : request.query(u"lanjut"));
}

/// "b•••@contoh.com": to see which address it was, without showing it to who looks over a shoulder.
QString maskedEmail(const QString &email)
{
    const qsizetype at = email.indexOf(u'@');
    return at < 1 ? QString() : email.first(1) + u"•••"_s + email.sliced(at);
}

/// Goes on to the page of the code, which must know the address.
HttpResponse askForCode(Visit &visit, const QString &email, bool isTooSoon)
{
    // A guest has a cookie by now: without one the form would not have been genuine.
    visit.parts().guests.remember(visit.guestId(), email, onwardOf(visit), visit.now());
    return HttpResponse::redirect(isTooSoon ? CodePath + u"?tunggu=1"_s : CodePath);
}

HttpResponse registrationForm(Visit &visit, const IsianPermohonan &data, const FormErrors &errors)
{
    const KatalogLayanan &katalog = *visit.parts().office.katalog;
    const QList<Isian> &fields = katalog.registrationFields();
    const QJsonArray sections = isianSections(
        {.fields = fields, .data = data, .errors = errors, .generalHeading = u"Data Anda"_s});
    return visit.page(u"daftar"_s, u"Buat akun"_s,
                      {{u"bagian"_s, sections},
                       {u"tempat"_s, placeLists(fields, katalog)},
                       {u"galatForm"_s, errors.summary(fields)},
                       {u"adaGalat"_s, !errors.isEmpty()},
                       {u"lanjut"_s, onwardOf(visit)},
                       {u"csrf"_s, visit.csrf()}},
                      errors.isEmpty() ? 200 : 422);
}

HttpResponse registrationPage(Visit &visit)
{
    return visit.pemohon() ? HttpResponse::redirect(OwnList) : registrationForm(visit, {}, {});
}

HttpResponse registrationRefused(Visit &visit, const IsianPermohonan &data,
                                 const QList<Finding> &findings)
{
    FormErrors errors;
    const QString emailName = isianName(PortalAccounts::EmailField);
    const QString email = data.value(PortalAccounts::EmailField).trimmed();
    for (const Finding &finding : findings) {
        if (finding.field == PortalAccounts::EmailField && !email.isEmpty())
            errors.add(emailName, u"Alamat email ini belum benar. Contoh: nama@contoh.com"_s);
        else
            errors.add({finding}, nullptr);
    }
    return registrationForm(visit, data, errors);
}

HttpResponse registrationSent(Visit &visit)
{
    if (visit.pemohon())
        return HttpResponse::redirect(OwnList);
    const auto &fields = visit.parts().office.katalog->registrationFields();
    const IsianPermohonan data = readIsian(fields, visit.request());
    const auto registered = visit.parts().accounts.registerPemohon(data).result();
    if (!registered && registered.error().code == ErrorCode::Busy) {
        const auto email = PortalAccounts::normalizedEmail(data.value(PortalAccounts::EmailField));
        return askForCode(visit, email.value_or(QString()), true);
    }
    if (!registered)
        return Visit::failure(registered.error());
    if (hasError(registered->findings))
        return registrationRefused(visit, data, registered->findings);
    return askForCode(visit, registered->email, false);
}

HttpResponse loginForm(Visit &visit, const QString &email, const QString &error)
{
    return visit.page(u"masuk"_s, u"Masuk"_s,
                      {{u"email"_s, email},
                       {u"galat"_s, error},
                       {u"lanjut"_s, onwardOf(visit)},
                       {u"csrf"_s, visit.csrf()}},
                      error.isEmpty() ? 200 : 422);
}

HttpResponse loginPage(Visit &visit)
{
    return visit.pemohon() ? HttpResponse::redirect(OwnList) : loginForm(visit, {}, {});
}

HttpResponse loginSent(Visit &visit)
{
    if (visit.pemohon())
        return HttpResponse::redirect(OwnList);
    const QString typed = visit.request().field(u"email").left(MaxTyped);
    const auto asked = visit.parts().accounts.requestCode(typed).result();
    if (!asked && asked.error().code == ErrorCode::InvalidArgument)
        return loginForm(visit, typed, u"Alamat email ini belum benar. Contoh: nama@contoh.com"_s);
    const bool isTooSoon = !asked && asked.error().code == ErrorCode::Busy;
    if (!asked && !isTooSoon)
        return Visit::failure(asked.error());
    return askForCode(visit, typed.trimmed(), isTooSoon);
}

HttpResponse codeForm(Visit &visit, const QString &email, const QString &error)
{
    const auto guest = visit.parts().guests.recall(visit.guestId(), visit.now());
    const QString known = email.isEmpty() && guest ? guest->email : email;
    return visit.page(u"kode"_s, u"Masukkan kode"_s,
                      {{u"email"_s, known},
                       {u"emailSamar"_s, maskedEmail(known)},
                       {u"galat"_s, error},
                       {u"tunggu"_s, !visit.request().query(u"tunggu").isEmpty()},
                       {u"lanjut"_s, guest ? guest->onward : QString()},
                       {u"csrf"_s, visit.csrf()}},
                      error.isEmpty() ? 200 : 422);
}

HttpResponse codePage(Visit &visit)
{
    return visit.pemohon() ? HttpResponse::redirect(OwnList) : codeForm(visit, {}, {});
}

QString wordCodeError(const Error &error)
{
    switch (error.code) {
    case ErrorCode::Expired: return u"Kode ini sudah kedaluwarsa. Minta kode baru di bawah."_s;
    case ErrorCode::Locked:
        return u"Terlalu banyak percobaan. Minta kode baru di bawah, lalu coba lagi."_s;
    default: break;
    }
    return u"Kode atau alamat email tidak cocok. Periksa enam angka pada email terakhir dari kami."_s;
}

HttpResponse codeSent(Visit &visit)
{
    if (visit.pemohon())
        return HttpResponse::redirect(OwnList);
    const QString email = visit.request().field(u"email").left(MaxTyped);
    QString code = visit.request().field(u"kode").left(MaxTyped);
    code.removeIf([](QChar c) { return c.isSpace(); });
    const auto admission = visit.parts().accounts.verify(email, code).result();
    if (!admission) {
        const ErrorCode why = admission.error().code;
        const bool isOurFault =
            why == ErrorCode::Storage || why == ErrorCode::Busy || why == ErrorCode::Internal;
        return isOurFault ? Visit::failure(admission.error())
                          : codeForm(visit, email, wordCodeError(admission.error()));
    }
    const auto guest = visit.parts().guests.recall(visit.guestId(), visit.now());
    visit.parts().guests.forget(visit.guestId());
    const QString onward = guest ? guest->onward : QString();
    HttpResponse response = HttpResponse::redirect(onward.isEmpty() ? OwnList : onward);
    response.setCookie({.name = PortalField::SessionCookie,
                        .value = admission->token.toLatin1(),
                        .maxAge = PortalAccountPolicy().sessionLife});
    return response;
}

HttpResponse loggedOut(Visit &visit)
{
    if (visit.pemohon()) {
        if (auto done = visit.parts().accounts.logout(visit.sessionToken()).result(); !done)
            return Visit::failure(done.error());
    }
    HttpResponse response = HttpResponse::redirect(u"/"_s);
    response.setCookie(
        {.name = PortalField::SessionCookie, .value = {}, .maxAge = std::chrono::seconds(0)});
    response.setCookie(
        {.name = PortalField::GuestCookie, .value = {}, .maxAge = std::chrono::seconds(0)});
    return response;
}

} // namespace

void addAccountPages(PageRouter &pages)
{
    pages.get(u"/daftar"_s, registrationPage);
    pages.post(u"/daftar"_s, registrationSent);
    pages.get(u"/masuk"_s, loginPage);
    pages.post(u"/masuk"_s, loginSent);
    pages.get(CodePath, codePage);
    pages.post(CodePath, codeSent);
    pages.post(u"/keluar"_s, loggedOut);
}

} // namespace sipenduduk
