#include "tests/tte/AuthorityWeb.h"

using namespace Qt::StringLiterals;

namespace sipenduduk::test {

AuthorityWeb::AuthorityWeb()
    : responder(std::make_unique<HttpPeer>([this](const QByteArray &q) { return onQuestion(q); }))
    , lists(std::make_unique<HttpPeer>([this](const QByteArray &q) { return onList(q); }))
    , issuers(std::make_unique<HttpPeer>([this](const QByteArray &q) { return onIssuer(q); }))
{
}

QList<std::pair<int, QByteArray>> AuthorityWeb::responderNamed() const
{
    return {{NID_info_access, "OCSP;URI:" + responder->url().toEncoded()}};
}

QList<std::pair<int, QByteArray>> AuthorityWeb::listNamed() const
{
    return {{NID_crl_distribution_points, "URI:" + lists->url().toEncoded()}};
}

QList<std::pair<int, QByteArray>> AuthorityWeb::allNamed() const
{
    return {{NID_info_access,
             "OCSP;URI:" + responder->url().toEncoded()
                 + ",caIssuers;URI:" + issuers->url().toEncoded()},
            listNamed().first()};
}

void AuthorityWeb::record(const QList<RecordedCertificate> &records,
                          const ResponderOptions &options)
{
    m_records = std::make_shared<TestResponder>(records, options);
    onQuestion = [this](const QByteArray &question) {
        return question.isEmpty() // a GET: the one who asks comes again with POST
            ? trouble(question)
            : HttpPeer::ok("application/ocsp-response", m_records->reply(question));
    };
    onList = [this](const QByteArray &) {
        return HttpPeer::ok("application/pkix-crl", m_records->list());
    };
    onIssuer = [](const QByteArray &) {
        return HttpPeer::ok("application/pkix-cert", derOf(authority().issuer().certificate.get()));
    };
}

QByteArray AuthorityWeb::trouble(const QByteArray &)
{
    return "HTTP/1.1 503 Busy\r\nConnection: close\r\n\r\n"_ba;
}

} // namespace sipenduduk::test
