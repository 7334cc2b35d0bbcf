#include "server/mail/SmtpSession.h"

#include "server/mail/MailHeaders.h"
#include "server/mail/MailMessage.h"

#include <QByteArrayList>
#include <QFile>
#include <QRegularExpression>
#include <QSysInfo>

#include <algorithm>
#include <mutex>

namespace sipenduduk {

using namespace Qt::StringLiterals;

namespace {

constexpr std::chrono::seconds StopGrace{10};
constexpr qsizetype MaxReply = 300;
constexpr qsizetype VerbLength = 4;
const QByteArrayList Verbs{"EHLO", "HELO", "STAR", "AUTH", "MAIL", "RCPT", "DATA"};
constexpr int ShuttingDown = 421;
constexpr int TooBigForServer = 552;

int onDebug(CURL *, curl_infotype kind, char *data, size_t size, void *session)
{
    static_cast<SmtpSession *>(session)->heard(kind, QByteArrayView(data, qsizetype(size)));
    return 0;
}

int onProgress(void *session, curl_off_t, curl_off_t, curl_off_t, curl_off_t)
{
    return static_cast<SmtpSession *>(session)->isToStop() ? 1 : 0;
}

QString helloNameOf(const SmtpSettings &settings)
{
    const QString name =
        settings.helloName.isEmpty() ? QSysInfo::machineHostName() : settings.helloName;
    const bool isHostName = !name.isEmpty() && std::ranges::all_of(name, [](QChar c) {
        return c.unicode() < 0x7f && (c.isLetterOrNumber() || c == u'-' || c == u'.');
    });
    return isHostName ? name : u"localhost"_s;
}

/// A header parameter in plain ASCII: what it cannot hold becomes "_".
QByteArray attachmentName(const QString &name)
{
    QByteArray plain;
    for (const QChar c : name) {
        const bool isPlain =
            c.unicode() < 0x7f && (c.isLetterOrNumber() || u"-._ ()"_s.contains(c));
        plain.append(isPlain ? char(c.unicode()) : '_');
    }
    return plain;
}

/// SMTP lines end in CRLF; the quoted-printable encoder keeps those.
QByteArray textBytes(QString text)
{
    text.replace("\r\n"_L1, "\n"_L1).replace(u'\r', u'\n').replace("\n"_L1, "\r\n"_L1);
    return text.toUtf8();
}

bool addText(curl_mime *parts, const QString &text, const char *mediaType)
{
    const QByteArray bytes = textBytes(text);
    curl_mimepart *part = curl_mime_addpart(parts);
    return curl_mime_data(part, bytes.constData(), size_t(bytes.size())) == CURLE_OK
        && curl_mime_type(part, mediaType) == CURLE_OK
        && curl_mime_encoder(part, "quoted-printable") == CURLE_OK;
}

/// Plain text, then the richer alternative: readers show the last one they understand.
bool addBodies(CURL *handle, curl_mime *parts, const MailMessage &message)
{
    constexpr const char *TextType = "text/plain; charset=utf-8";
    if (message.htmlBody.isEmpty())
        return addText(parts, message.textBody, TextType);
    curl_mime *alternatives = curl_mime_init(handle);
    curl_mimepart *part = curl_mime_addpart(parts);
    return addText(alternatives, message.textBody, TextType)
        && addText(alternatives, message.htmlBody, "text/html; charset=utf-8")
        && curl_mime_subparts(part, alternatives) == CURLE_OK // which now owns them
        && curl_mime_type(part, "multipart/alternative") == CURLE_OK;
}

QString withoutAddresses(const QString &text)
{
    static const QRegularExpression address(u"\\S*@\\S*"_s);
    return QString(text).replace(address, u"…"_s).left(MaxReply);
}

} // namespace

SmtpSession::SmtpSession(const SmtpSettings &settings, const std::stop_token &stop)
    : m_settings(settings)
    , m_stop(stop)
{
    static std::once_flag started;
    std::call_once(started, [] { curl_global_init(CURL_GLOBAL_DEFAULT); });
    m_handle.reset(curl_easy_init());
}

SmtpDelivery SmtpSession::send(const MailMessage &message)
{
    for (const QByteArray &line : headerLines(message)) {
        if (!addHeader(line))
            return {SmtpDelivery::Outcome::Temporary, 0, u"out of memory"_s};
    }
    if (!addParts(message))
        return {SmtpDelivery::Outcome::Temporary, 0, u"an attachment cannot be read"_s};
    if (!setUrl())
        return {SmtpDelivery::Outcome::Unreachable, 0, u"the mail server's name cannot be used"_s};
    setTransport();
    CURL *handle = m_handle.get();
    m_recipients.reset(curl_slist_append(nullptr, message.to.toLatin1().constData()));
    curl_easy_setopt(handle, CURLOPT_MAIL_FROM, message.from.toLatin1().constData());
    curl_easy_setopt(handle, CURLOPT_MAIL_RCPT, m_recipients.get());
    curl_easy_setopt(handle, CURLOPT_HTTPHEADER, m_headers.get());
    curl_easy_setopt(handle, CURLOPT_MIMEPOST, m_parts.get());
    return judge(curl_easy_perform(handle));
}

bool SmtpSession::addHeader(const QByteArray &line)
{
    curl_slist *longer = curl_slist_append(m_headers.get(), line.constData());
    if (!longer)
        return false;
    (void)m_headers.release(); // the longer list begins with it
    m_headers.reset(longer);
    return true;
}

bool SmtpSession::addParts(const MailMessage &message)
{
    m_parts.reset(curl_mime_init(m_handle.get()));
    return addBodies(m_handle.get(), m_parts.get(), message) && addAttachments(message);
}

bool SmtpSession::addAttachments(const MailMessage &message)
{
    for (const MailAttachment &attachment : message.attachments) {
        curl_mimepart *part = curl_mime_addpart(m_parts.get());
        const QByteArray &bytes = attachment.bytes;
        const CURLcode filled = attachment.filePath.isEmpty()
            ? curl_mime_data(part, bytes.constData(), size_t(bytes.size()))
            : curl_mime_filedata(part, QFile::encodeName(attachment.filePath).constData());
        if (filled != CURLE_OK
            || curl_mime_filename(part, attachmentName(attachment.name).constData()) != CURLE_OK
            || curl_mime_type(part, attachment.mediaType.constData()) != CURLE_OK
            || curl_mime_encoder(part, "base64") != CURLE_OK)
            return false;
    }
    return true;
}

bool SmtpSession::setUrl()
{
    // By parts: nothing in a host name can become another part of the address.
    m_url.reset(curl_url());
    CURLU *url = m_url.get();
    const bool isImplicit = m_settings.security == SmtpSettings::Security::ImplicitTls;
    const QByteArray host = m_settings.host.contains(u':') ? '[' + m_settings.host.toLatin1() + ']'
                                                           : m_settings.host.toLatin1();
    const QByteArray port = QByteArray::number(m_settings.port);
    const QByteArray path = '/' + helloNameOf(m_settings).toLatin1();
    return curl_url_set(url, CURLUPART_SCHEME, isImplicit ? "smtps" : "smtp", 0) == CURLUE_OK
        && curl_url_set(url, CURLUPART_HOST, host.constData(), 0) == CURLUE_OK
        && curl_url_set(url, CURLUPART_PORT, port.constData(), 0) == CURLUE_OK
        && curl_url_set(url, CURLUPART_PATH, path.constData(), 0) == CURLUE_OK
        && curl_easy_setopt(m_handle.get(), CURLOPT_CURLU, url) == CURLE_OK;
}

void SmtpSession::setTransport()
{
    CURL *handle = m_handle.get();
    curl_easy_setopt(handle, CURLOPT_PROTOCOLS_STR, "smtp,smtps");
    curl_easy_setopt(handle, CURLOPT_PROXY, ""); // whatever the environment says
    curl_easy_setopt(handle, CURLOPT_NOSIGNAL, 1L);
    if (m_settings.security != SmtpSettings::Security::PlainLoopback)
        curl_easy_setopt(handle, CURLOPT_USE_SSL, long(CURLUSESSL_ALL));
    curl_easy_setopt(handle, CURLOPT_SSLVERSION, long(CURL_SSLVERSION_TLSv1_2));
    if (!m_settings.caFile.isEmpty()) {
        curl_easy_setopt(handle, CURLOPT_CAINFO, QFile::encodeName(m_settings.caFile).constData());
        curl_easy_setopt(handle, CURLOPT_CAPATH, nullptr);
    }
    if (!m_settings.user.isEmpty()) {
        curl_easy_setopt(handle, CURLOPT_USERNAME, m_settings.user.toUtf8().constData());
        curl_easy_setopt(handle, CURLOPT_PASSWORD, m_settings.password.toUtf8().constData());
    }
    curl_easy_setopt(handle, CURLOPT_CONNECTTIMEOUT_MS, long(m_settings.connectTimeout.count()));
    curl_easy_setopt(handle, CURLOPT_SERVER_RESPONSE_TIMEOUT_MS,
                     long(m_settings.replyTimeout.count()));
    curl_easy_setopt(handle, CURLOPT_TIMEOUT_MS, long(m_settings.totalTimeout.count()));
    // The only way to learn what the server said, and to what.
    curl_easy_setopt(handle, CURLOPT_VERBOSE, 1L);
    curl_easy_setopt(handle, CURLOPT_DEBUGFUNCTION, &onDebug);
    curl_easy_setopt(handle, CURLOPT_DEBUGDATA, this);
    curl_easy_setopt(handle, CURLOPT_NOPROGRESS, 0L);
    curl_easy_setopt(handle, CURLOPT_XFERINFOFUNCTION, &onProgress);
    curl_easy_setopt(handle, CURLOPT_XFERINFODATA, this);
}

void SmtpSession::heard(curl_infotype kind, QByteArrayView data)
{
    if (m_isOver)
        return;
    if (kind == CURLINFO_HEADER_OUT) {
        // The verb alone: what follows it, or stands alone in a later line, may be a password.
        const QByteArray verb = data.first(qMin(data.size(), VerbLength)).toByteArray().toUpper();
        m_isOver = verb == "QUIT";
        if (!m_isOver && Verbs.contains(verb))
            m_command = verb;
    } else if (kind == CURLINFO_HEADER_IN) {
        m_replyLine = data.first(qMin(data.size(), MaxReply)).toByteArray().trimmed();
    }
}

bool SmtpSession::isToStop()
{
    if (!m_stop.stop_requested())
        return false;
    if (m_command != "DATA")
        return true;
    // The server may be about to accept: breaking off now would send the mail twice.
    const auto now = std::chrono::steady_clock::now();
    return now - m_stopSeen.emplace(m_stopSeen.value_or(now)) > StopGrace;
}

SmtpDelivery SmtpSession::judge(CURLcode code) const
{
    const QString said = withoutAddresses(QString::fromUtf8(m_replyLine));
    const int reply = m_replyLine.first(qMin(m_replyLine.size(), 3)).toInt(); // 0 when none came
    if (code == CURLE_OK)
        return {SmtpDelivery::Outcome::Accepted, reply, said};
    if (reply >= 400)
        return {outcomeFor(reply), reply, said};
    if (code == CURLE_READ_ERROR)
        return {SmtpDelivery::Outcome::Temporary, 0, u"an attachment cannot be read"_s};
    const QString reason = QString::fromUtf8(curl_easy_strerror(code));
    // The server was fine until this mail: another one may pass.
    const bool isAboutThisMail = m_command == "RCPT" || m_command == "DATA";
    return {isAboutThisMail ? SmtpDelivery::Outcome::Temporary : SmtpDelivery::Outcome::Unreachable,
            0, reason};
}

SmtpDelivery::Outcome SmtpSession::outcomeFor(int reply) const
{
    const bool isAboutThisMail = m_command == "RCPT" || m_command == "DATA"
        || (m_command == "MAIL" && reply == TooBigForServer);
    if (!isAboutThisMail || reply == ShuttingDown)
        return SmtpDelivery::Outcome::Unreachable;
    return reply >= 500 ? SmtpDelivery::Outcome::Permanent : SmtpDelivery::Outcome::Temporary;
}

} // namespace sipenduduk
