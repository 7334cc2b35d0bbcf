#pragma once

#include "common/Result.h"

#include <QByteArray>
#include <QString>

class QDateTime;

namespace sipenduduk {

struct MailMessage;

/// True for an address that an SMTP command and a header can carry: ASCII, one "@", nothing that
/// could end the command or begin another. Whether it exists only its server knows.
[[nodiscard]] bool isTransportSafeAddress(const QString &address);

/// Text for a header: as it is when plain ASCII, else RFC 2047 encoded words.
[[nodiscard]] QByteArray encodedHeaderText(const QString &text);

/// RFC 5322 date in UTC.
[[nodiscard]] QByteArray mailDate(const QDateTime &time);

/// What a mail must be before a server sees it; InvalidArgument names the field, never its value.
[[nodiscard]] Result<> checkMessage(const MailMessage &message);

/// The header lines of `message`, without line ends, but for what MIME adds. Call after
/// checkMessage().
[[nodiscard]] QList<QByteArray> headerLines(const MailMessage &message);

} // namespace sipenduduk
