#include "server/mail/MailHeaders.h"

#include "server/mail/MailMessage.h"

#include <QDateTime>
#include <QFileInfo>
#include <QLocale>

#include <algorithm>

namespace sipenduduk {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype MaxAddressLength = 254; ///< RFC 5321 4.5.3.1
constexpr qsizetype MaxHeaderText = 200;
constexpr qsizetype WordBytes = 42; ///< base64 of them and the frame stay below the 75 of RFC 2047

bool isPrintable(const QString &text)
{
    return std::ranges::none_of(text, [](QChar c) {
        return c.category() == QChar::Other_Control || c == QChar::LineSeparator
            || c == QChar::ParagraphSeparator;
    });
}

bool isPlainAscii(const QString &text)
{
    return std::ranges::all_of(text,
                               [](QChar c) { return c.unicode() >= 0x20 && c.unicode() < 0x7f; });
}

bool isLocalPart(QStringView text)
{
    return !text.isEmpty() && std::ranges::all_of(text, [](QChar c) {
        return c.unicode() < 0x7f
            && (c.isLetterOrNumber() || u"!#$%&'*+-/=?^_`{|}~."_s.contains(c));
    });
}

bool isDomain(QStringView text)
{
    return !text.isEmpty() && !text.startsWith(u'.') && std::ranges::all_of(text, [](QChar c) {
        return c.unicode() < 0x7f && (c.isLetterOrNumber() || c == u'-' || c == u'.');
    });
}

/// The longest beginning of `text` whose UTF-8 fits an encoded word; never half a character.
qsizetype wordLength(QStringView text)
{
    qsizetype length = 0;
    qsizetype bytes = 0;
    while (length < text.size()) {
        const qsizetype step = text[length].isHighSurrogate() && length + 1 < text.size() ? 2 : 1;
        bytes += text.sliced(length, step).toUtf8().size();
        if (bytes > WordBytes)
            break;
        length += step;
    }
    return length;
}

QByteArray mailbox(const QString &name, const QString &address)
{
    if (name.isEmpty())
        return address.toLatin1();
    const QByteArray words = encodedHeaderText(name);
    if (words.startsWith("=?"))
        return words + " <" + address.toLatin1() + '>';
    QByteArray quoted = words;
    quoted.replace('\\', "\\\\").replace('"', "\\\"");
    return '"' + quoted + "\" <" + address.toLatin1() + '>';
}

Result<> invalid(const QString &what)
{
    return fail(ErrorCode::InvalidArgument, u"mail: %1 cannot be sent"_s.arg(what));
}

} // namespace

bool isTransportSafeAddress(const QString &address)
{
    const qsizetype at = address.lastIndexOf(u'@');
    return address.size() <= MaxAddressLength && at > 0
        && isLocalPart(QStringView(address).first(at))
        && isDomain(QStringView(address).sliced(at + 1));
}

QByteArray encodedHeaderText(const QString &text)
{
    // "=?" would be read as the start of an encoded word.
    if (isPlainAscii(text) && !text.contains("=?"_L1))
        return text.toLatin1();
    QByteArray words;
    for (QStringView rest = text; !rest.isEmpty();) {
        const qsizetype length = wordLength(rest);
        if (!words.isEmpty())
            words += "\r\n ";
        words += "=?UTF-8?B?" + rest.first(length).toUtf8().toBase64() + "?=";
        rest = rest.sliced(length);
    }
    return words;
}

QByteArray mailDate(const QDateTime &time)
{
    return QLocale::c().toString(time.toUTC(), "ddd, dd MMM yyyy HH:mm:ss"_L1).toLatin1()
        + " +0000";
}

Result<> checkMessage(const MailMessage &message)
{
    if (!isTransportSafeAddress(message.from))
        return invalid(u"the sender's address"_s);
    if (!isTransportSafeAddress(message.to))
        return invalid(u"the recipient's address"_s);
    if (!isTransportSafeAddress(message.messageId)) // an id has the shape of an address
        return invalid(u"the message id"_s);
    if (!isPrintable(message.fromName) || message.fromName.size() > MaxHeaderText)
        return invalid(u"the sender's name"_s);
    if (message.subject.isEmpty() || !isPrintable(message.subject)
        || message.subject.size() > MaxHeaderText)
        return invalid(u"the subject"_s);
    if (!message.date.isValid())
        return invalid(u"the date"_s);
    for (const MailAttachment &attachment : message.attachments) {
        if (attachment.name.isEmpty() || !isPrintable(attachment.name)
            || !isPlainAscii(QString::fromLatin1(attachment.mediaType)))
            return invalid(u"an attachment's name or type"_s);
    }
    return {};
}

QList<QByteArray> headerLines(const MailMessage &message)
{
    return {
        "Date: " + mailDate(message.date),
        "From: " + mailbox(message.fromName, message.from),
        "To: " + message.to.toLatin1(),
        "Subject: " + encodedHeaderText(message.subject),
        "Message-ID: <" + message.messageId.toLatin1() + '>',
        "Auto-Submitted: auto-generated", // keeps holiday answers away (RFC 3834)
    };
}

} // namespace sipenduduk
