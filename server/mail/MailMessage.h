#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QList>
#include <QString>

namespace sipenduduk {

/// A file to go with a mail: its bytes, or where they lie. They arrive byte for byte.
struct MailAttachment
{
    QString name{}; ///< as the recipient sees it
    QByteArray mediaType = "application/pdf";
    QByteArray bytes{};
    QString filePath{}; ///< used when not empty, read while the mail is sent
    bool operator==(const MailAttachment &) const = default;
};

/// One mail to one recipient. No address, subject or id may hold a line break: refused when sent.
struct MailMessage
{
    QString messageId{}; ///< without <>: "uuid@domain"; the same for every try of one logical mail
    QString from{};      ///< address
    QString fromName{};  ///< shown beside it; may be empty
    QString to{};        ///< address
    QString subject{};   ///< at most 200 characters
    QString textBody{};
    QString htmlBody{}; ///< optional alternative
    QDateTime date{};   ///< when the letter was written, not when it was tried
    QList<MailAttachment> attachments{};
    bool operator==(const MailMessage &) const = default;
};

} // namespace sipenduduk
