#include "server/admin/AdminTexts.h"
#include "server/admin/CommandLine.h"
#include "server/admin/Commands.h"
#include "server/admin/Terminal.h"
#include "server/db/BlobStore.h"
#include "server/db/DatabaseCheck.h"
#include "server/db/Migrations.h"

#include <QDir>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace sipenduduk {

namespace {

/// Keys, certificates, configuration: small files, taken as they are.
AdminResult<> copySmallFiles(const OfficeDirectory &office, const OfficeDirectory &target)
{
    QStringList names{QString(OfficeDirectory::ConfigName)};
    for (const QString &folder : {u"keys"_s, u"certificates"_s, u"latihan"_s}) {
        const QDir source(office.file(folder));
        if (!source.exists())
            continue;
        if (auto made = OfficeFile::makeFolder(target.file(folder)); !made)
            return made;
        for (const QString &name : source.entryList(QDir::Files))
            names.append(folder + u'/' + name);
    }
    for (const QString &name : std::as_const(names)) {
        const auto bytes = OfficeFile::read(office.file(name));
        if (!bytes)
            return refuse(bytes.error());
        if (auto written = OfficeFile::write(target.file(name), *bytes); !written)
            return written;
    }
    return {};
}

/// Every blob that the copied database refers to, checked against its hash on the way.
AdminResult<int> copyBlobs(const OfficeDirectory &office, const OfficeDirectory &target)
{
    const auto source = BlobStore::open(office.blobs());
    const auto copy = BlobStore::open(target.blobs());
    if (!source || !copy)
        return refuse(AdminTexts::tr("The documents cannot be opened."));
    int count = 0;
    const auto done = DatabaseCheck::eachBlob(
        target.database(), [&](const QByteArray &sha256, qint64) -> Result<> {
            const auto bytes = (*source)->getNow(sha256);
            if (!bytes)
                return std::unexpected(bytes.error());
            const auto put = (*copy)->putNow(*bytes);
            count += put ? 1 : 0;
            return put ? Result<>() : std::unexpected(put.error());
        });
    if (!done)
        return refuse(
            AdminTexts::tr("A document cannot be copied (%1). The backup is not complete.")
                .arg(done.error().detail));
    return count;
}

} // namespace

AdminResult<> commands::backup(const QStringList &arguments)
{
    CommandLine line(u"backup TARGET --dir DIR"_s,
                     AdminTexts::tr("Copies the office into the new directory TARGET, while the"
                                    " server goes on. TARGET holds the keys: keep it as safe."));
    if (auto parsed = line.parse(arguments, 1); !parsed)
        return parsed;
    if (line.wantsHelp()) {
        Terminal::say(line.help());
        return {};
    }
    const OfficeDirectory office = line.directory();
    if (auto there = office.checkIsOffice(); !there)
        return there;
    const OfficeDirectory target(line.argument(0));
    if (QFileInfo::exists(target.path()))
        return refuse(AdminTexts::tr("%1 is there already; a backup needs a new directory.")
                          .arg(target.path()));
    if (auto made = OfficeFile::makeFolder(target.path()); !made)
        return made;
    // The database first: what it refers to was on the disk before, so no copy can lack a blob.
    if (auto copied = Migrations::copy(office.database(), target.database()); !copied)
        return refuse(
            AdminTexts::tr("The database cannot be copied (%1).").arg(copied.error().detail));
    const auto blobs = copyBlobs(office, target);
    if (!blobs)
        return refuse(blobs.error());
    if (auto files = copySmallFiles(office, target); !files)
        return files;
    Terminal::say(AdminTexts::tr("The backup in %1 is complete: the database and %n document(s).",
                                 nullptr, *blobs)
                      .arg(target.path()));
    return {};
}

} // namespace sipenduduk
