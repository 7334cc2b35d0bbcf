#pragma once

#include "server/admin/AdminResult.h"

#include <QByteArray>
#include <QString>

#include <memory>

namespace sipenduduk {

/// Where an office keeps what: one directory, mode 0700, that holds everything. Moving or copying
/// it (while the server stands still) moves the office.
class OfficeDirectory
{
public:
    static constexpr QLatin1StringView ConfigName{"sipenduduk.conf"};

    explicit OfficeDirectory(const QString &path);

    [[nodiscard]] QString path() const { return m_path; }
    /// `name` below the directory; an absolute one stays as it is.
    [[nodiscard]] QString file(const QString &name) const;

    [[nodiscard]] QString config() const { return file(ConfigName); }
    [[nodiscard]] QString database() const { return file(QStringLiteral("office.db")); }
    [[nodiscard]] QString blobs() const { return file(QStringLiteral("blobs")); }
    [[nodiscard]] QString officeCaCertificate()
        const; ///< what clients trust, and the anchor of exports
    [[nodiscard]] QString officeCaKey() const;
    [[nodiscard]] QString serverCertificate() const;
    [[nodiscard]] QString serverKey() const;
    [[nodiscard]] QString sealCertificate() const;
    [[nodiscard]] QString sealKey() const;
    [[nodiscard]] QString portalSecret() const;
    [[nodiscard]] QString runFolder() const { return file(QStringLiteral("run")); }
    [[nodiscard]] QString portFile() const { return file(QStringLiteral("run/office.port")); }

    /// Since when `run` cannot use the mail server (see MailOutage); absent while it can.
    [[nodiscard]] QString mailOutageFile() const { return file(QStringLiteral("run/mail.outage")); }

    /// There, and an office was set up in it.
    [[nodiscard]] AdminResult<> checkIsOffice() const;

private:
    QString m_path;
};

/// Small files of the office. The sentences name the file.
namespace OfficeFile {

/// At most 1 MiB.
[[nodiscard]] AdminResult<QByteArray> read(const QString &path);
/// Mode 0600, on the disk when it returns; takes the place of an older one as a whole.
[[nodiscard]] AdminResult<> write(const QString &path, const QByteArray &bytes);
/// Mode 0700; nothing to do when it is there.
[[nodiscard]] AdminResult<> makeFolder(const QString &path);

} // namespace OfficeFile

/// Holds an office for one process; the kernel lets go when the process ends, however it ends.
class OfficeLock
{
public:
    /// The sentence says that another process has it.
    [[nodiscard]] static AdminResult<std::unique_ptr<OfficeLock>> take(
        const OfficeDirectory &directory);
    ~OfficeLock();
    OfficeLock(const OfficeLock &) = delete;
    OfficeLock &operator=(const OfficeLock &) = delete;

private:
    explicit OfficeLock(int descriptor);
    int m_descriptor;
};

} // namespace sipenduduk
