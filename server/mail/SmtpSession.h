#pragma once

#include "server/mail/SmtpClient.h"

#include <QByteArray>

#include <curl/curl.h>

#include <memory>
#include <optional>

namespace sipenduduk {

struct MailMessage;

/// One connection that carries one mail, with what the server said on the way.
class SmtpSession
{
public:
    SmtpSession(const SmtpSettings &settings, const std::stop_token &stop);
    Q_DISABLE_COPY_MOVE(SmtpSession)

    [[nodiscard]] SmtpDelivery send(const MailMessage &message);

    // Called by libcurl.
    void heard(curl_infotype kind, QByteArrayView data);
    [[nodiscard]] bool isToStop();

private:
    bool addHeader(const QByteArray &line);
    bool addParts(const MailMessage &message);
    bool addAttachments(const MailMessage &message);
    bool setUrl();
    void setTransport();
    [[nodiscard]] SmtpDelivery judge(CURLcode code) const;
    [[nodiscard]] SmtpDelivery::Outcome outcomeFor(int reply) const;

    struct Deleter
    {
        void operator()(CURL *handle) const { curl_easy_cleanup(handle); }
        void operator()(curl_slist *list) const { curl_slist_free_all(list); }
        void operator()(CURLU *url) const { curl_url_cleanup(url); }
        void operator()(curl_mime *mime) const { curl_mime_free(mime); }
    };
    const SmtpSettings &m_settings;
    const std::stop_token &m_stop;
    // What the callbacks use outlives the handle, which says QUIT while it goes.
    QByteArray m_command;   ///< verb of the last command: it says who is refused
    QByteArray m_replyLine; ///< the server's last line
    bool m_isOver = false;  ///< QUIT was sent: what comes now is about nothing of ours
    std::optional<std::chrono::steady_clock::time_point> m_stopSeen;
    std::unique_ptr<CURLU, Deleter> m_url;   // the handle keeps only a pointer to it
    std::unique_ptr<CURL, Deleter> m_handle; // before the others: they belong to it
    std::unique_ptr<curl_slist, Deleter> m_headers;
    std::unique_ptr<curl_slist, Deleter> m_recipients;
    std::unique_ptr<curl_mime, Deleter> m_parts;
};

} // namespace sipenduduk
