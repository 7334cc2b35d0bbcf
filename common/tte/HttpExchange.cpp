#include "common/tte/HttpExchange.h"

#include <QEventLoop>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QNetworkRequest>
#include <QTimer>

using namespace Qt::StringLiterals;

namespace sipenduduk {

namespace {

constexpr int MaxRedirects = 3;

QNetworkRequest requestFor(const HttpQuestion &question)
{
    QNetworkRequest request(question.url);
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute,
                         QNetworkRequest::NoLessSafeRedirectPolicy);
    request.setMaximumRedirectsAllowed(MaxRedirects);
    request.setDecompressedSafetyCheckThreshold(question.maxAnswer);
    if (!question.contentType.isEmpty())
        request.setHeader(QNetworkRequest::ContentTypeHeader, question.contentType);
    return request;
}

QByteArray mediaTypeOf(const QNetworkReply &reply)
{
    const QByteArray type = reply.header(QNetworkRequest::ContentTypeHeader).toByteArray();
    return type.split(';').first().trimmed().toLower();
}

/// Reads as it comes, so that an endless answer ends at the limit and not in memory.
class BoundedAnswer
{
public:
    BoundedAnswer(QNetworkReply &reply, const HttpQuestion &question)
        : m_reply(reply)
        , m_question(question)
    {
        m_reply.setReadBufferSize(question.maxAnswer);
        m_timer.setSingleShot(true);
        QObject::connect(&m_timer, &QTimer::timeout, &m_loop, [this] { m_reply.abort(); });
        QObject::connect(&m_reply, &QNetworkReply::readyRead, &m_loop, [this] { read(); });
        QObject::connect(&m_reply, &QNetworkReply::finished, &m_loop, &QEventLoop::quit);
    }

    Result<QByteArray> wait()
    {
        m_timer.start(m_question.timeout);
        if (!m_reply.isFinished())
            m_loop.exec();
        if (!m_isTooLarge && m_reply.isOpen())
            read();
        if (m_isTooLarge)
            return fail(ErrorCode::TooLarge, u"answer"_s);
        const int status = m_reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
        if (m_reply.error() != QNetworkReply::NoError || status != 200)
            return fail(ErrorCode::Network,
                        u"no answer: status %1, error %2"_s.arg(status).arg(int(m_reply.error())));
        if (!m_question.answerType.isEmpty() && mediaTypeOf(m_reply) != m_question.answerType)
            return fail(ErrorCode::Network, u"answer of another kind"_s);
        return std::move(m_bytes);
    }

private:
    void read()
    {
        m_bytes += m_reply.read(m_question.maxAnswer + 1 - m_bytes.size());
        if (m_bytes.size() <= m_question.maxAnswer)
            return;
        m_isTooLarge = true;
        m_reply.abort();
    }

    QNetworkReply &m_reply;
    const HttpQuestion &m_question;
    QByteArray m_bytes;
    QEventLoop m_loop; // of this worker
    QTimer m_timer;
    bool m_isTooLarge = false;
};

} // namespace

Result<QByteArray> askOverHttp(const HttpQuestion &question)
{
    const QString scheme = question.url.scheme();
    if (!question.url.isValid() || question.url.host().isEmpty()
        || (scheme != "http"_L1 && scheme != "https"_L1))
        return fail(ErrorCode::InvalidArgument, u"address of a server"_s);
    QNetworkAccessManager manager; // belongs to this thread alone
    const std::unique_ptr<QNetworkReply> reply(
        question.body.isEmpty() ? manager.get(requestFor(question))
                                : manager.post(requestFor(question), question.body));
    return BoundedAnswer(*reply, question).wait();
}

} // namespace sipenduduk
