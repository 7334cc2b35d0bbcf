#pragma once

#include "common/Alur.h"
#include "common/Result.h"

#include <QJsonObject>
#include <QString>

namespace sipenduduk {

/// A letter in words: subject and plain text.
struct MailText
{
    QString subject;
    QString body;
    bool operator==(const MailText &) const = default;
};

/// The Indonesian letters to applicants, from resources/mail/ (README there: keys of each event).
namespace MailTemplates {

/// InvalidArgument when a key that the letter needs is missing or empty: no letter goes out with
/// holes. A NIK or No. KK inside any value (sixteen digits) is masked but for its ends, as
/// domain/rules.md 7 wants it in mails; line breaks in one-line values become blanks.
[[nodiscard]] Result<MailText> render(MailEvent event, const QJsonObject &payload);

} // namespace MailTemplates

} // namespace sipenduduk
