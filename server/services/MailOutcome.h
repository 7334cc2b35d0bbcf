#pragma once

#include "server/services/Workflow.h"

namespace sipenduduk {

/// What the mail worker tells: the office's side of step 6.
namespace MailOutcome {

/// The server took the mail: every mailed dokumen of the permohonan that waited is `terkirim`.
/// Records nothing but the outbox for letters without documents.
[[nodiscard]] Result<std::optional<StepOutcome>> accepted(Connection &connection,
                                                          const OfficeParts &parts, qint64 mail,
                                                          const QDateTime &now);

/// Refused for good: `gagal_kirim`, back to the FO, with an Indonesian sentence in the kartu
/// kendali. `error` is what the mail worker says: the server's reply, or a reason without a code.
[[nodiscard]] Result<std::optional<StepOutcome>> bounced(Connection &connection,
                                                         const OfficeParts &parts, qint64 mail,
                                                         const QString &error,
                                                         const QDateTime &now);

} // namespace MailOutcome

} // namespace sipenduduk
