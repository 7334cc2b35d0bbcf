#pragma once

#include "server/portal/Portal.h"
#include "server/services/PortalAccounts.h"
#include "tests/support/HttpClient.h"
#include "tests/support/TestOffice.h"

#include <QTemporaryDir>

namespace sipenduduk {

/// The portal over a whole office, on a socket in a temporary folder.
class PortalFixture
{
public:
    /// Everything that it keeps is below `parent`.
    explicit PortalFixture(const QString &parent = QDir::tempPath());
    ~PortalFixture();

    void start(); ///< also again, after stop(): with the same folder, as after a crash
    void stop();

    [[nodiscard]] QString socketPath() const
    {
        return folder.filePath(QStringLiteral("portal.sock"));
    }
    [[nodiscard]] HttpClient client() const;
    /// The code in the newest mail to that address; empty without one.
    [[nodiscard]] QString mailedCode(const QString &email);
    [[nodiscard]] int mailCount(MailEvent event);
    [[nodiscard]] PermohonanId idOf(const QString &number);
    /// How many permohonan the office has.
    [[nodiscard]] int permohonanCount();

    /// The officers' steps, as clients do them.
    void registerIt(PermohonanId id);
    void enter(PermohonanId id); ///< from `diajukan` to `dientri`
    void issue(PermohonanId id); ///< from `dientri`, signed and accepted by the mail server

    TestOffice office;
    PortalAccounts accounts;
    QTemporaryDir folder;
    std::unique_ptr<Portal> portal;
};

/// A citizen's browser without JavaScript: keeps cookies, sends forms with the token that stood on
/// the page, and looks for personal data where none may be.
class Citizen
{
public:
    explicit Citizen(HttpClient client);

    HttpAnswer open(const QByteArray &path);
    /// The page where redirects end.
    HttpAnswer openFollowing(const QByteArray &path);
    HttpAnswer send(const QByteArray &path, FormFields fields);
    HttpAnswer upload(const QByteArray &path, FormFields fields, const QList<FormFile> &files);
    /// The answer to a form, or the page to which it leads.
    HttpAnswer follow(const HttpAnswer &answer);

    /// Opens an account and gives the mailed code.
    void registerAt(PortalFixture &fixture, const QString &email);
    [[nodiscard]] static FormFields registration(const QString &email);

    QByteArray csrf;      ///< of the page seen last
    QByteArrayList leaks; ///< addresses and cookies that held a NIK or an e-mail address
    HttpClient client;

private:
    HttpAnswer seen(HttpAnswer answer);
};

/// The value of the first attribute `name="…"` that follows `after` in the page; empty without.
[[nodiscard]] QByteArray attributeAfter(const QByteArray &page, const QByteArray &after,
                                        const QByteArray &name);

/// Fields of a form in the catalogue's codes, with the names that the portal gives them.
[[nodiscard]] FormFields isianFields(const QMap<QString, QString> &data);

namespace TestFile {
[[nodiscard]] QByteArray pdf();
[[nodiscard]] QByteArray lockedPdf();
[[nodiscard]] QByteArray jpeg();
[[nodiscard]] QByteArray pictureBomb(); ///< small file, 48 megapixels
} // namespace TestFile

/// A birth that has passed questions and data, with all papers uploaded but for the last look.
void fillBirth(Citizen &citizen);
/// Sends it; the number of the permohonan.
[[nodiscard]] QString sendBirth(Citizen &citizen);

} // namespace sipenduduk
