#include "server/mail/SmtpClient.h"

#include "server/mail/MailHeaders.h"
#include "server/mail/MailMessage.h"
#include "server/mail/SmtpSession.h"

#include <QFileInfo>

#include <utility>

namespace sipenduduk {

using namespace Qt::StringLiterals;

namespace {

bool isLoopback(const QString &host)
{
    // libcurl resolves "localhost" itself, to the loopback addresses alone.
    return host == "127.0.0.1"_L1 || host == "::1"_L1 || host == "localhost"_L1;
}

} // namespace

SmtpClient::SmtpClient(SmtpSettings settings)
    : m_settings(std::move(settings))
{
}

Result<> SmtpClient::check(const SmtpSettings &settings)
{
    if (settings.host.isEmpty() || settings.port == 0)
        return fail(ErrorCode::InvalidArgument, u"smtp: host or port is missing"_s);
    if (settings.security == SmtpSettings::Security::PlainLoopback && !isLoopback(settings.host))
        return fail(ErrorCode::InvalidArgument,
                    u"smtp: without TLS only 127.0.0.1, ::1 or localhost"_s);
    if (!settings.caFile.isEmpty() && !QFileInfo(settings.caFile).isReadable())
        return fail(ErrorCode::InvalidArgument, u"smtp: the CA file cannot be read"_s);
    return {};
}

SmtpDelivery SmtpClient::send(const MailMessage &message, const std::stop_token &stop) const
{
    if (const auto usable = check(m_settings); !usable)
        return {SmtpDelivery::Outcome::Unreachable, 0, usable.error().detail};
    if (const auto sendable = checkMessage(message); !sendable)
        return {SmtpDelivery::Outcome::Permanent, 0, sendable.error().detail};
    return SmtpSession(m_settings, stop).send(message);
}

} // namespace sipenduduk
