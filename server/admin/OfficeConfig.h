#pragma once

#include "common/OfficeCalendar.h"
#include "server/admin/AdminResult.h"
#include "server/admin/ConfigFile.h"
#include "server/admin/OfficeDirectory.h"
#include "server/mail/SmtpClient.h"
#include "server/net/NetLimits.h"
#include "server/services/Accounts.h"
#include "server/services/OfficeParts.h"
#include "server/services/PasswordHasher.h"

#include <QHostAddress>

namespace sipenduduk {

/// The configuration as values, checked: what is wrong is found before anything is started.
struct OfficeConfig
{
    OfficeProfile profile;
    OfficeCalendar calendar;
    QHostAddress listenAddress;
    quint16 listenPort = 0;
    int networkThreads = 2;
    NetLimits netLimits;
    QString portalSocket; ///< absolute
    SmtpSettings smtp;    ///< host empty: mail waits in the outbox
    QString mailFrom;
    AccountPolicy accounts;
    PasswordCost passwordCost;

    /// Reads DIR/sipenduduk.conf and the files that it names. The sentence names file, line and
    /// key of the first fault.
    [[nodiscard]] static AdminResult<OfficeConfig> load(const OfficeDirectory &directory);
    [[nodiscard]] static AdminResult<OfficeConfig> from(const ConfigFile &file,
                                                        const OfficeDirectory &directory);
};

} // namespace sipenduduk
