#include "server/portal/Portal.h"

#include "server/portal/AccountPages.h"
#include "server/portal/ApplyPages.h"
#include "server/portal/OwnPages.h"
#include "server/portal/PageFrame.h"
#include "server/portal/PageRouter.h"
#include "server/portal/PortalParts.h"
#include "server/portal/PublicPages.h"
#include "server/portal/http/HttpServer.h"
#include "server/services/OfficeParts.h"
#include "server/services/PortalAccounts.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QMessageAuthenticationCode>

#include <utility>

using namespace Qt::StringLiterals;

namespace sipenduduk {

namespace {

constexpr qsizetype LeastSecret = 32;
constexpr std::chrono::hours HousekeepingPause{1};

QByteArray derivedKey(const QByteArray &secret, const QByteArray &purpose)
{
    return QMessageAuthenticationCode::hash("portal/" + purpose, secret,
                                            QCryptographicHash::Sha256);
}

/// Changes with the files: a browser keeps them until then.
QString assetVersion()
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    for (const QString &name : {u"portal.css"_s, u"portal.js"_s}) {
        QFile file(u":/sipenduduk/portal/statis/"_s + name);
        if (file.open(QIODevice::ReadOnly))
            hash.addData(&file);
    }
    return QString::fromLatin1(hash.result().toHex().first(12));
}

Result<> makeFolder(const QString &path)
{
    constexpr auto OwnerOnly = QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner;
    if (QDir(path).exists() || QDir().mkdir(path, OwnerOnly))
        return {};
    return fail(ErrorCode::InvalidArgument, u"the portal's data directory cannot be made"_s);
}

} // namespace

struct Portal::Private
{
    Private(const PortalOptions &given, const OfficeParts &office, CitizenDesk &citizens,
            PortalAccounts &accounts)
        : options(given)
        , parts{.office = office,
                .citizens = citizens,
                .accounts = accounts,
                .templates = {},
                .csrf = CsrfTokens(derivedKey(given.secret, "csrf")),
                .guests = {},
                .drafts = DraftStore(draftFolder(), derivedKey(given.secret, "draft")),
                .assetVersion = assetVersion()}
    {
    }

    [[nodiscard]] QString draftFolder() const { return options.dataDirectory + u"/draf"_s; }
    [[nodiscard]] QString uploadFolder() const { return options.dataDirectory + u"/unggah"_s; }
    [[nodiscard]] HttpServerOptions serverOptions();
    [[nodiscard]] Router router();
    Result<> makeFolders() const;
    void keepHouse();

    const PortalOptions options;
    PortalParts parts;
    QMutex houseMutex;
    QDateTime houseKeptAt;
    std::unique_ptr<HttpServer> server;
};

Result<> Portal::Private::makeFolders() const
{
    for (const QString &folder : {options.dataDirectory, draftFolder(), uploadFolder()}) {
        if (auto made = makeFolder(folder); !made)
            return made;
    }
    return {};
}

HttpServerOptions Portal::Private::serverOptions()
{
    HttpServerOptions made;
    made.socketPath = options.socketPath;
    made.uploadDirectory = uploadFolder();
    made.handlerThreads = options.handlerThreads;
    // A file up to the bound of the whole body is judged by the page, which can tell what to do.
    made.maxFile = made.maxBody;
    made.errorPage = [this](int status) { return errorPage(status, parts); };
    return made;
}

/// Drops what has expired, once in a while, on the thread of the request that finds it is time.
void Portal::Private::keepHouse()
{
    const QDateTime now = parts.office.now();
    {
        const QMutexLocker lock(&houseMutex);
        if (houseKeptAt.isValid() && now < houseKeptAt.addDuration(HousekeepingPause))
            return;
        houseKeptAt = now;
    }
    parts.drafts.removeExpired(now);
    std::ignore = parts.accounts.removeExpired();
}

Router Portal::Private::router()
{
    PageRouter pages(parts, [this] { keepHouse(); });
    addPublicPages(pages);
    addAccountPages(pages);
    addApplyPages(pages);
    addOwnPages(pages);
    return pages.take();
}

Portal::Portal(const PortalOptions &options, const OfficeParts &office, CitizenDesk &citizens,
               PortalAccounts &accounts)
    : d(std::make_unique<Private>(options, office, citizens, accounts))
{
}

Portal::~Portal()
{
    stop();
}

Result<> Portal::start()
{
    if (d->options.secret.size() < LeastSecret)
        return fail(ErrorCode::InvalidArgument, u"the portal's secret is too short"_s);
    if (auto made = d->makeFolders(); !made)
        return made;
    auto starting = std::make_unique<HttpServer>(d->serverOptions(), d->router());
    if (auto started = starting->start(); !started)
        return started;
    d->server = std::move(starting);
    return {};
}

void Portal::stop()
{
    d->server.reset();
}

} // namespace sipenduduk
