#pragma once

#include "server/admin/AdminResult.h"
#include "server/admin/ConfigFile.h"

#include <QDateTime>
#include <QString>
#include <QStringList>

namespace sipenduduk {

class OfficeDirectory;
class PasswordHasher;

/// What a new office is made of.
struct SetupRequest
{
    ConfigFile config = ConfigFile::defaults();
    QStringList hosts; ///< names and addresses under which clients reach the server
    QString adminPassword;
    bool isPractice = false; ///< with a practice office: users, TTE authority, Kadin's key
};

/// Makes an office in a directory that has none: authority, certificates, database, first admin.
/// Everything is made in DIR/.setup first; the configuration file, by which an office is known,
/// is moved into place last. A set-up that was interrupted leaves no office, and what it left is
/// removed by the next one.
class OfficeSetup
{
public:
    static constexpr QLatin1StringView AdminName{"admin"};

    explicit OfficeSetup(const OfficeDirectory &target);

    /// Refuses a directory that is an office or holds anything else.
    [[nodiscard]] AdminResult<> make(const SetupRequest &request, const QDateTime &now);

private:
    AdminResult<> checkEmpty() const;
    AdminResult<> removeLeftOver() const;
    AdminResult<> build(const OfficeDirectory &staging, SetupRequest request,
                        const QDateTime &now) const;
    AdminResult<> moveIntoPlace(const OfficeDirectory &staging) const;

    const OfficeDirectory &m_target;
};

/// The certificates and keys of a new office, written into `staging`.
[[nodiscard]] AdminResult<> makeOfficeKeys(const OfficeDirectory &staging,
                                           const QString &officeName, const QStringList &hosts,
                                           const QDateTime &now);

} // namespace sipenduduk
