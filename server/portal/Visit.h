#pragma once

#include "server/db/PemohonRepository.h"
#include "server/portal/PortalParts.h"
#include "server/portal/http/HttpRequest.h"
#include "server/portal/http/HttpResponse.h"

#include <QJsonObject>

#include <optional>

namespace sipenduduk {

/// Fields and cookies that every form and page shares.
namespace PortalField {
inline constexpr QStringView Csrf = u"csrf";
inline constexpr char SessionCookie[] = "__Host-sesi";
inline constexpr char GuestCookie[] = "__Host-tamu";
} // namespace PortalField

/// One request of a citizen: what was asked, who asks, and how to answer. Lives on one handler
/// thread, which may wait for the services.
class Visit
{
public:
    enum class Script { Without, With };

    /// Looks up whose session the cookie names.
    Visit(PortalParts &parts, HttpRequest &request);

    [[nodiscard]] PortalParts &parts() const { return m_parts; }
    [[nodiscard]] HttpRequest &request() const { return m_request; }
    [[nodiscard]] const std::optional<PemohonRecord> &pemohon() const { return m_pemohon; }
    /// Of a page that only a logged-in citizen reaches.
    [[nodiscard]] const PemohonRecord &account() const;
    [[nodiscard]] PemohonId pemohonId() const { return account().id; }
    [[nodiscard]] QDateTime now() const;
    [[nodiscard]] QString sessionToken() const { return m_sessionToken; }
    /// Cookie of a visitor without a session; empty when there is none yet.
    [[nodiscard]] QByteArray guestId() const { return m_guestId; }

    /// Token for a form on the page that is being made; a visitor without a session gets a cookie
    /// with it.
    [[nodiscard]] QString csrf();
    [[nodiscard]] bool isFormGenuine() const;

    /// The page of that template. 500 when it cannot be made.
    [[nodiscard]] HttpResponse page(const QString &name, const QString &title, QJsonObject values,
                                    int status = 200, Script script = Script::Without);
    /// Leads to the log-in and back; 503 when it cannot be told at present whose session it is.
    [[nodiscard]] HttpResponse toLogin() const;
    /// What is shown when a service failed: 404, 503 or 500.
    [[nodiscard]] static HttpResponse failure(const Error &error);

private:
    PortalParts &m_parts;
    HttpRequest &m_request;
    std::optional<PemohonRecord> m_pemohon;
    QString m_sessionToken; ///< of a live session, else empty
    QByteArray m_guestId;
    bool m_isUnsure = false; ///< the session could not be looked up
    bool m_isNewGuest = false;
};

/// `path` when it leads to a page of ours that a log-in may go on to, else empty.
[[nodiscard]] QString onwardPath(const QString &path);

} // namespace sipenduduk
