#pragma once

#include "server/mail/OutboxWorker.h"

#include <QDateTime>
#include <QString>

#include <optional>

namespace sipenduduk {

class OfficeDirectory;

/// That no letter gets out, as `run` notes it in the office's directory and `doctor` reads it: two
/// processes, and a database write more would only say that the mail server is down.
struct MailOutage
{
    QDateTime since; ///< UTC
    int reply = 0;   ///< SMTP code; 0 when no server answered

    /// None while mail flows, and after a start until the first letter has been tried.
    [[nodiscard]] static std::optional<MailOutage> load(const OfficeDirectory &office);
    /// Writes down what the worker says, or takes the note away, and tells the administrator in
    /// the log of `run`.
    static void note(const OfficeDirectory &office, const OutboxWorker::Health &health);
    static void forget(const OfficeDirectory &office);

    /// For the administrator; names no address and no person.
    [[nodiscard]] QString sentence() const;
};

/// "22-11-2026 08.15 WIB"
[[nodiscard]] QString officeTimeText(const QDateTime &utc);

} // namespace sipenduduk
