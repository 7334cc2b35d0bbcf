#pragma once

#include "server/mail/MailMessage.h"
#include "server/mail/SmtpClient.h"
#include "tests/support/Launched.h"

#include <QJsonArray>
#include <QTemporaryDir>

#include <optional>

namespace sipenduduk {

/// A real SMTP server with its mailbox.
class MailServerUnderTest
{
public:
    /// Fails on request (smtp_server.py), or is the best one that this machine can run.
    enum class Kind {
        WithFaults,
        Real,
    };
    explicit MailServerUnderTest(Kind kind = Kind::WithFaults);

    [[nodiscard]] SmtpSettings settings() const;
    [[nodiscard]] QString program() const { return m_program; }
    void stop() { m_server.reset(); }
    /// On the port that it had before.
    void startAgain();

    /// What has been delivered, oldest first (read_mail.py).
    [[nodiscard]] QJsonArray mails() const;
    /// Waits until `count` mails lie in the mailbox, or fails the test.
    [[nodiscard]] QJsonArray waitForMails(qsizetype count) const;

private:
    void start(const QString &port);

    QTemporaryDir m_directory;
    Kind m_kind;
    std::optional<Launched> m_server;
    QString m_program;
    QString m_mailbox;
    SmtpSettings m_settings;
};

/// A complete mail to `recipient`.
[[nodiscard]] MailMessage letterTo(const QString &recipient);

/// `size` bytes that look like nothing in particular.
[[nodiscard]] QByteArray pdfLikeBytes(qsizetype size);

} // namespace sipenduduk
