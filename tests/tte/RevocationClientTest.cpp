// Getting revocation data and issuers from a real responder over HTTP, and from peers that are
// none.

#include "common/tte/upgrade/RevocationClient.h"
#include "tests/tte/AuthorityWeb.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include <QElapsedTimer>

using namespace Qt::StringLiterals;
using namespace sipenduduk;
using namespace sipenduduk::test;

namespace {

using namespace std::chrono_literals;

constexpr char OcspType[] = "application/ocsp-response";

QDateTime askedAt()
{
    return testNow().addSecs(180); // the responder's clock stands a minute before
}

QByteArray derOfRoot()
{
    return derOf(authority().root().certificate.get());
}

QByteArray derOfIssuer()
{
    return derOf(authority().issuer().certificate.get());
}

QByteArray issued(const QList<std::pair<int, QByteArray>> &extensions)
{
    return derOf(authority().issue({.name = u"Pejabat"_s, .more = extensions}).certificate.get());
}

RevocationClient newClient(std::chrono::milliseconds timeout = 5s)
{
    return RevocationClient({.roots = {derOfRoot()}, .intermediates = {}, .timeout = timeout});
}

QList<QByteArray> chainFrom(const QByteArray &leaf)
{
    return {leaf, derOfIssuer(), derOfRoot()};
}

Result<RevocationProof> checked(const QByteArray &leaf, const QDateTime &at = askedAt())
{
    RevocationClient client = newClient();
    return client.check(chainFrom(leaf), at, askedAt());
}

/// What the client says of a certificate about which its responder says this.
Error refusalBy(const AuthorityWeb &web, const QByteArray &leaf)
{
    const int before = web.responder->requests() + web.lists->requests();
    const auto proof = checked(leaf);
    REQUIRE_FALSE(proof);
    CHECK(web.responder->requests() + web.lists->requests() == before + 1);
    return proof.error();
}

/// The body of a response.
QByteArray bodyOf(const QByteArray &response)
{
    return response.sliced(response.indexOf("\r\n\r\n") + 4);
}

} // namespace

TEST_CASE("A responder is asked and its answer kept for the batch", "[tte][revocation-client]")
{
    AuthorityWeb web;
    const QByteArray leaf = issued(web.allNamed());
    web.record({{leaf}});
    RevocationClient client = newClient();
    const auto proof = client.check(chainFrom(leaf), testNow(), askedAt());
    REQUIRE(proof);
    CHECK(proof->status == RevocationStatus::Good);
    CHECK(proof->asOf == testNow().addSecs(120));
    CHECK(proof->until > proof->asOf);
    CHECK(proof->material.ocsps.size() == 1);
    CHECK(proof->material.crls.isEmpty());
    CHECK(client.check(chainFrom(leaf), testNow(), askedAt().addSecs(600)));
    CHECK(web.responder->requests() == 1);
    CHECK(web.lists->requests() == 0);
    // A signature that was made after the answer was got, and an answer that is an hour old.
    CHECK(client.check(chainFrom(leaf), askedAt().addSecs(601), askedAt().addSecs(601)));
    CHECK(web.responder->requests() == 2);
    CHECK(client.check(chainFrom(leaf), testNow(), askedAt().addSecs(601 + 3601)));
    CHECK(web.responder->requests() == 3);
}

TEST_CASE("That a certificate was revoked or is unknown is an answer", "[tte][revocation-client]")
{
    AuthorityWeb web;
    SECTION("revoked, by the responder")
    {
        const QByteArray leaf = issued(web.responderNamed());
        web.record({{leaf, testNow().addSecs(-60), "superseded"}});
        const auto proof = checked(leaf);
        REQUIRE(proof);
        CHECK(proof->status == RevocationStatus::Revoked);
        CHECK(proof->revokedAt == testNow().addSecs(-60));
        CHECK(proof->reason == CRL_REASON_SUPERSEDED);
    }
    SECTION("revoked, by the list")
    {
        const QByteArray leaf = issued(web.listNamed());
        web.record({{leaf, testNow().addSecs(-60), "keyCompromise"}});
        const auto proof = checked(leaf);
        REQUIRE(proof);
        CHECK(proof->status == RevocationStatus::Revoked);
        CHECK(proof->revokedAt == testNow().addSecs(-60));
        CHECK(proof->reason == CRL_REASON_KEY_COMPROMISE);
    }
    SECTION("unknown")
    {
        const QByteArray leaf = issued(web.responderNamed());
        web.record({});
        const auto proof = checked(leaf);
        REQUIRE(proof);
        CHECK(proof->status == RevocationStatus::Unknown);
    }
}

TEST_CASE("The list serves where the responder does not", "[tte][revocation-client]")
{
    AuthorityWeb web;
    const QByteArray leaf = issued(web.allNamed());
    const QByteArray other = issued(web.allNamed());
    web.record({{leaf}, {other}});
    web.onQuestion = AuthorityWeb::trouble;
    RevocationClient client = newClient();
    const auto proof = client.check(chainFrom(leaf), testNow(), askedAt());
    REQUIRE(proof);
    CHECK(proof->status == RevocationStatus::Good);
    CHECK(proof->material.ocsps.isEmpty());
    CHECK(proof->material.crls.size() == 1);
    // The next certificate does not wait for the responder that failed.
    CHECK(client.check(chainFrom(other), testNow(), askedAt()));
    CHECK(web.responder->requests() == 1);
    CHECK(web.lists->requests() == 2);
    web.onList = AuthorityWeb::trouble;
    CHECK(checked(leaf).error().code == ErrorCode::Network);
}

TEST_CASE("An answer by who may not give it is refused", "[tte][revocation-client][attack]")
{
    AuthorityWeb web;
    const QByteArray leaf = issued(web.responderNamed());
    const TestAuthority stranger(u"Akar Uji"_s); // of the same name
    const KeyedCertificate plain = authority().issue({.name = u"Bukan Penjawab"_s});
    const KeyedCertificate foreign =
        stranger.issue({.name = u"Penjawab"_s, .purpose = "OCSPSigning"});
    const KeyedCertificate old = authority().issue(
        {.name = u"Penjawab"_s, .purpose = "OCSPSigning", .notAfter = testNow().addSecs(-3600)});
    const KeyedCertificate &root = authority().root();
    for (const KeyedCertificate *responder : {&plain, &foreign, &old, &root}) {
        ResponderOptions options;
        options.responder = responder;
        web.record({{leaf}}, options);
        CHECK(refusalBy(web, leaf).code == ErrorCode::Untrusted);
    }
    const QByteArray listed = issued(web.listNamed());
    ResponderOptions options;
    options.issuer = &stranger.issuer();
    web.record({{listed}}, options);
    CHECK(refusalBy(web, listed).code == ErrorCode::Untrusted);
}

TEST_CASE("A responder of its own is looked at as well", "[tte][revocation-client]")
{
    AuthorityWeb web;
    const QByteArray leaf = issued(web.responderNamed());
    const auto delegate = [](const QList<std::pair<int, QByteArray>> &more) {
        return authority().issue({.name = u"Penjawab"_s, .purpose = "OCSPSigning", .more = more});
    };
    ResponderOptions options;
    SECTION("its authority says that it is never revoked")
    {
        const KeyedCertificate responder = delegate({{NID_id_pkix_OCSP_noCheck, ""}});
        options.responder = &responder;
        web.record({{leaf}}, options);
        const auto proof = checked(leaf);
        REQUIRE(proof);
        CHECK(proof->responder == derOf(responder.certificate.get()));
        CHECK(proof->material.certificates == QList{proof->responder});
        CHECK(web.lists->requests() == 0);
    }
    const KeyedCertificate responder = delegate(web.listNamed());
    const QByteArray der = derOf(responder.certificate.get());
    options.responder = &responder;
    SECTION("it names a list, which goes into the file, too")
    {
        web.record({{leaf}, {der}}, options);
        const auto proof = checked(leaf);
        REQUIRE(proof);
        CHECK(proof->material.crls.size() == 1);
    }
    SECTION("it was revoked")
    {
        web.record({{leaf}, {der, testNow()}}, options);
        CHECK(checked(leaf).error().code == ErrorCode::Untrusted);
    }
    SECTION("nobody knows")
    {
        web.record({{leaf}, {der}}, options);
        web.onList = AuthorityWeb::trouble;
        CHECK(checked(leaf).error().code == ErrorCode::Network);
    }
}

TEST_CASE("An answer to another question is refused", "[tte][revocation-client][attack]")
{
    AuthorityWeb web;
    const QByteArray leaf = issued(web.responderNamed());
    web.record({{leaf}});
    SECTION("the answer to an earlier one: another nonce")
    {
        const HttpPeer::Handler honest = web.onQuestion;
        QByteArray first;
        web.onQuestion = [&](const QByteArray &question) {
            if (first.isEmpty())
                first = honest(question);
            return first;
        };
        CHECK(checked(leaf));
        CHECK(refusalBy(web, leaf)
              == Error{ErrorCode::Untrusted, u"OCSP answer to another question"_s});
    }
    SECTION("a responder that has no nonces is none that lies")
    {
        const QByteArray answer = TestResponder({{leaf}}).answerAbout(leaf);
        web.onQuestion = [&](const QByteArray &) { return HttpPeer::ok(OcspType, answer); };
        CHECK(checked(leaf));
    }
    SECTION("about another certificate")
    {
        const QByteArray other = issued({});
        const QByteArray answer = TestResponder({{other}}).answerAbout(other);
        web.onQuestion = [&](const QByteArray &) { return HttpPeer::ok(OcspType, answer); };
        CHECK(refusalBy(web, leaf).code == ErrorCode::NotFound);
    }
}

TEST_CASE("An answer of another time is refused", "[tte][revocation-client]")
{
    AuthorityWeb web;
    const bool isList = GENERATE(false, true);
    CAPTURE(isList);
    const QByteArray leaf = issued(isList ? web.listNamed() : web.responderNamed());
    ResponderOptions options;
    SECTION("over")
    {
        options.at = testNow().addSecs(-7200);
        options.hours = 1;
        web.record({{leaf}}, options);
        CHECK(refusalBy(web, leaf).code == ErrorCode::Expired);
    }
    SECTION("from the future")
    {
        options.at = testNow().addSecs(3600);
        web.record({{leaf}}, options);
        CHECK(refusalBy(web, leaf).code == ErrorCode::Untrusted);
    }
    SECTION("it promises nothing for the time of the signature")
    {
        web.record({{leaf}}, options);
        const auto proof = checked(leaf, testNow().addDays(30));
        REQUIRE_FALSE(proof);
        CHECK(proof.error().code == ErrorCode::Expired);
    }
}

TEST_CASE("A list outside of its scope is refused", "[tte][revocation-client]")
{
    AuthorityWeb web;
    const QByteArray leaf = issued(web.listNamed());
    ResponderOptions options;
    SECTION("kinds that are not supported")
    {
        options.listExtensions =
            GENERATE("issuingDistributionPoint=critical,@p\n[p]\nindirectCRL=TRUE"_ba,
                     "issuingDistributionPoint=critical,@p\n[p]\nonlysomereasons=keyCompromise"_ba,
                     "2.5.29.27=critical,ASN1:INTEGER:1"_ba, "1.2.3.4=critical,ASN1:NULL"_ba);
        web.record({{leaf}}, options);
        CHECK(refusalBy(web, leaf).code == ErrorCode::Unsupported);
    }
    SECTION("about others")
    {
        options.listExtensions = GENERATE(
            "issuingDistributionPoint=critical,@p\n[p]\nonlyCA=TRUE"_ba,
            "issuingDistributionPoint=critical,@p\n[p]\nfullname=URI:http://x.example/"_ba);
        web.record({{leaf}}, options);
        CHECK(refusalBy(web, leaf).code == ErrorCode::NotFound);
    }
    SECTION("of another issuer")
    {
        options.issuer = &authority().root();
        web.record({{leaf}}, options);
        CHECK(refusalBy(web, leaf).code == ErrorCode::NotFound);
    }
    SECTION("for users only, which he is")
    {
        options.listExtensions = "issuingDistributionPoint=critical,@p\n[p]\nonlyuser=TRUE";
        web.record({{leaf}}, options);
        CHECK(checked(leaf));
    }
}

TEST_CASE("What is no answer is refused, and within the time", "[tte][revocation-client]")
{
    AuthorityWeb web;
    const QByteArray leaf = issued(web.responderNamed());
    web.record({{leaf}});
    const HttpPeer::Handler honest = web.onQuestion;
    const auto refusalOf = [&](const HttpPeer::Handler &handler) {
        web.onQuestion = handler;
        return refusalBy(web, leaf).code;
    };
    CHECK(refusalOf([](const QByteArray &) { return HttpPeer::ok(OcspType, "rubbish"); })
          == ErrorCode::Malformed);
    CHECK(refusalOf([&](const QByteArray &question) {
              return HttpPeer::ok(OcspType, bodyOf(honest(question)) + '\0');
          })
          == ErrorCode::Malformed);
    CHECK(refusalOf([&](const QByteArray &question) {
              return HttpPeer::ok("text/html", bodyOf(honest(question)));
          })
          == ErrorCode::Network);
    CHECK(refusalOf([](const QByteArray &) {
              return HttpPeer::ok(OcspType, QByteArray(1024 * 1024, 'x'));
          })
          == ErrorCode::TooLarge);
    // OCSPResponse { responseStatus tryLater (3) }
    CHECK(refusalOf([](const QByteArray &) {
              return HttpPeer::ok(OcspType, QByteArray::fromHex("30030a0103"));
          })
          == ErrorCode::NotAllowed);
    web.onQuestion = [](const QByteArray &) { return QByteArray(); }; // silence
    RevocationClient client = newClient(200ms);
    QElapsedTimer clock;
    clock.start();
    CHECK(client.check(chainFrom(leaf), testNow(), askedAt()).error().code == ErrorCode::Network);
    CHECK(clock.durationElapsed() < 5s);
}

TEST_CASE("Only web addresses in certificates are asked", "[tte][revocation-client][attack]")
{
    const QByteArray access = GENERATE("OCSP;URI:file:///etc/passwd"_ba, "OCSP;URI:ldap://x/y"_ba,
                                       "OCSP;URI:http://user:word@127.0.0.1:1/"_ba,
                                       "OCSP;URI:http:///"_ba, "OCSP;email:a@b.example"_ba);
    CAPTURE(access.toStdString());
    CHECK(checked(issued({{NID_info_access, access}})).error().code == ErrorCode::NotFound);
    CHECK(checked(issued({})).error().code == ErrorCode::NotFound);
    CHECK(checked(issued({{NID_crl_distribution_points, "URI:ldap://x/y"}})).error().code
          == ErrorCode::NotFound);
}

TEST_CASE("A missing issuer is fetched", "[tte][revocation-client]")
{
    AuthorityWeb web;
    const QByteArray leaf = issued(web.allNamed());
    web.record({});
    RevocationClient client = newClient();
    SECTION("as one certificate")
    {
        const auto chain = client.chains().chainOf(leaf, {}, testNow());
        REQUIRE(chain);
        CHECK(*chain == chainFrom(leaf));
        CHECK(client.chains().chainOf(leaf, {}, testNow()));
        CHECK(web.issuers->requests() == 1);
    }
    SECTION("out of a bundle or a PEM text")
    {
        const QTemporaryDir dir;
        writeFile(dir.filePath(u"pem"_s), pemOf(authority().issuer().certificate.get()));
        const auto bundle =
            runTool(u"openssl"_s,
                    {u"crl2pkcs7"_s, u"-nocrl"_s, u"-certfile"_s, dir.filePath(u"pem"_s),
                     u"-outform"_s, u"DER"_s, u"-out"_s, dir.filePath(u"p7c"_s)});
        REQUIRE(bundle.exitCode == 0);
        const QByteArray file = readFile(dir.filePath(GENERATE(u"p7c"_s, u"pem"_s)));
        web.onIssuer = [&](const QByteArray &) {
            return HttpPeer::ok("application/octet-stream", file);
        };
        CHECK(client.chains().chainOf(leaf, {}, testNow()) == chainFrom(leaf));
    }
    SECTION("not when it is there already")
    {
        CHECK(client.chains().chainOf(leaf, {derOfIssuer()}, testNow()));
        CHECK(web.issuers->requests() == 0);
    }
    SECTION("something else stands there")
    {
        const QByteArray other = issued({});
        const QByteArray file = GENERATE_COPY(other, "rubbish"_ba);
        web.onIssuer = [&](const QByteArray &) {
            return HttpPeer::ok("application/pkix-cert", file);
        };
        CHECK(client.chains().chainOf(leaf, {}, testNow()).error().code == ErrorCode::Malformed);
    }
    SECTION("nobody answers")
    {
        web.onIssuer = AuthorityWeb::trouble;
        CHECK(client.chains().chainOf(leaf, {}, testNow()).error().code == ErrorCode::Network);
    }
    SECTION("the chain is over, or of a stranger")
    {
        CHECK(client.chains().chainOf(leaf, {}, testNow().addYears(4)).error().code
              == ErrorCode::Expired);
        const TestAuthority stranger(u"Akar Asing"_s);
        const QByteArray foreign = derOf(stranger.issue({.name = u"X"_s}).certificate.get());
        const QByteArray issuer = derOf(stranger.issuer().certificate.get());
        CHECK(client.chains().chainOf(foreign, {issuer}, testNow()).error().code
              == ErrorCode::Untrusted);
    }
}

TEST_CASE("A chain that never ends is not followed", "[tte][revocation-client][attack]")
{
    // Every issuer names the next; the root is nowhere.
    AuthorityWeb web;
    const TestAuthority stranger(u"Akar Asing"_s);
    std::vector<KeyedCertificate> chain;
    for (int i = 0; i < 8; ++i) {
        auto made = makeCertificate(
            {u"Penerbit %1"_s.arg(i), testNow().addDays(-1), testNow().addYears(1),
             QList<std::pair<int, QByteArray>>{{NID_basic_constraints, "critical,CA:TRUE"_ba},
                                               {NID_key_usage, "critical,keyCertSign"_ba}}
                 + web.allNamed()},
            makeEcKey(), chain.empty() ? &stranger.root() : &chain.back());
        REQUIRE(made);
        chain.push_back(std::move(*made));
    }
    int next = int(chain.size()) - 1;
    // One address for all: what is published there changes with each question.
    web.onIssuer = [&](const QByteArray &) {
        next = std::max(0, next - 1);
        return HttpPeer::ok("application/pkix-cert", derOf(chain[size_t(next)].certificate.get()));
    };
    RevocationClient client = newClient();
    CHECK_FALSE(client.chains().chainOf(derOf(chain.back().certificate.get()), {}, testNow()));
    CHECK(web.issuers->requests() <= ChainFinder::MaxFetchedIssuers);
}
