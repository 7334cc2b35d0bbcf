#include "server/portal/Visit.h"

#include "server/portal/PageFrame.h"
#include "server/portal/PortalLog.h"
#include "server/services/OfficeParts.h"
#include "server/services/PortalAccounts.h"

#include <QRegularExpression>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace sipenduduk {

namespace {

constexpr qsizetype MaxCookie = 200;

QByteArray cookieOf(const HttpRequest &request, const char *name)
{
    const QByteArray value = request.cookie(QString::fromLatin1(name)).toLatin1();
    return value.size() <= MaxCookie ? value : QByteArray();
}

} // namespace

Visit::Visit(PortalParts &parts, HttpRequest &request)
    : m_parts(parts)
    , m_request(request)
    , m_guestId(cookieOf(request, PortalField::GuestCookie))
{
    const QString token = QString::fromLatin1(cookieOf(request, PortalField::SessionCookie));
    if (token.isEmpty())
        return;
    auto known = parts.accounts.lookup(token).result();
    if (!known) {
        m_isUnsure = known.error().code != ErrorCode::Unauthenticated;
        return;
    }
    m_pemohon = std::move(*known);
    m_sessionToken = token;
}

const PemohonRecord &Visit::account() const
{
    Q_ASSERT(m_pemohon);
    return *m_pemohon;
}

QDateTime Visit::now() const
{
    return m_parts.office.now();
}

QString Visit::csrf()
{
    if (m_pemohon)
        return m_parts.csrf.tokenFor(m_sessionToken.toLatin1());
    if (m_guestId.isEmpty()) {
        m_guestId = randomToken(24);
        m_isNewGuest = true;
    }
    return m_parts.csrf.tokenFor(m_guestId);
}

bool Visit::isFormGenuine() const
{
    const QByteArray owner = m_pemohon ? m_sessionToken.toLatin1() : m_guestId;
    return !owner.isEmpty() && m_parts.csrf.accepts(owner, m_request.field(PortalField::Csrf));
}

HttpResponse Visit::page(const QString &name, const QString &title, QJsonObject values, int status,
                         Script script)
{
    addFrame(values, title, m_parts);
    if (m_pemohon) {
        values.insert(u"akun"_s, QJsonObject{{u"nama"_s, m_pemohon->name}, {u"csrf"_s, csrf()}});
    }
    values.insert(u"skrip"_s, script == Script::With);
    const auto html = m_parts.templates.page(name, values);
    if (!html) {
        qCCritical(lcPortal, "a page cannot be made: %s", qPrintable(html.error().detail));
        return HttpResponse::error(500);
    }
    HttpResponse response = HttpResponse::html(*html, status);
    if (script == Script::With)
        response.setHeader("Content-Security-Policy"_ba,
                           "default-src 'none'; style-src 'self'; img-src 'self'; script-src "
                           "'self'; connect-src 'self'; form-action 'self'; frame-ancestors "
                           "'none'; base-uri 'none'"_ba);
    if (m_isNewGuest)
        response.setCookie({.name = PortalField::GuestCookie, .value = m_guestId});
    return response;
}

HttpResponse Visit::toLogin() const
{
    if (m_isUnsure)
        return HttpResponse::error(503);
    const QString onward = onwardPath(m_request.path);
    return HttpResponse::redirect(onward.isEmpty() ? u"/masuk"_s : u"/masuk?lanjut="_s + onward);
}

HttpResponse Visit::failure(const Error &error)
{
    switch (error.code) {
    case ErrorCode::NotFound:
    case ErrorCode::Forbidden: return HttpResponse::error(404);
    case ErrorCode::Storage:
    case ErrorCode::Busy: return HttpResponse::error(503);
    default: break;
    }
    qCCritical(lcPortal, "a service failed: code %d", int(error.code));
    return HttpResponse::error(500);
}

QString onwardPath(const QString &path)
{
    static const QRegularExpression Own(
        u"\\A/(?:ajukan|permohonan)(?:/[A-Za-z0-9-]{1,60}){0,2}\\z"_s);
    return path.size() <= 200 && Own.match(path).hasMatch() ? path : QString();
}

} // namespace sipenduduk
