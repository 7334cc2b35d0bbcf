#pragma once

#include "tests/tte/HttpPeer.h"
#include "tests/tte/TestResponder.h"

#include <memory>

namespace sipenduduk::test {

/// Where the certificates of an authority say that its services are: a responder, a revocation
/// list and the issuer's certificate, each a server on loopback that answers as a test wants.
class AuthorityWeb
{
public:
    AuthorityWeb();
    AuthorityWeb(const AuthorityWeb &) = delete;
    AuthorityWeb &operator=(const AuthorityWeb &) = delete;

    /// Extensions of a certificate that names these.
    [[nodiscard]] QList<std::pair<int, QByteArray>> responderNamed() const;
    [[nodiscard]] QList<std::pair<int, QByteArray>> listNamed() const;
    [[nodiscard]] QList<std::pair<int, QByteArray>> allNamed() const;

    /// All services answer by these records from now on.
    void record(const QList<RecordedCertificate> &records, const ResponderOptions &options = {});

    /// The response of a server that has trouble.
    [[nodiscard]] static QByteArray trouble(const QByteArray &question);

    HttpPeer::Handler onQuestion = trouble;
    HttpPeer::Handler onList = trouble;
    HttpPeer::Handler onIssuer = trouble;
    std::unique_ptr<HttpPeer> responder;
    std::unique_ptr<HttpPeer> lists;
    std::unique_ptr<HttpPeer> issuers;

private:
    std::shared_ptr<TestResponder> m_records;
};

} // namespace sipenduduk::test
