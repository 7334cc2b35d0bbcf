#include "tests/tte/TestTsa.h"

#include <catch2/catch_test_macros.hpp>

#include <openssl/ts.h>

#include <QCryptographicHash>

using namespace Qt::StringLiterals;

namespace sipenduduk::test {

namespace {

template <typename T>
QByteArray derBytes(T *object, int (*encode)(const T *, unsigned char **))
{
    unsigned char *der = nullptr;
    const int size = encode(object, &der);
    const ossl::Bytes owner(der);
    REQUIRE(size > 0);
    return QByteArray(reinterpret_cast<const char *>(der), size);
}

QByteArray timestampRequest(const QByteArray &bytes)
{
    const QByteArray hash = QCryptographicHash::hash(bytes, QCryptographicHash::Sha256);
    const std::unique_ptr<TS_REQ, ossl::Free<TS_REQ_free>> request(TS_REQ_new());
    const std::unique_ptr<TS_MSG_IMPRINT, ossl::Free<TS_MSG_IMPRINT_free>> imprint(
        TS_MSG_IMPRINT_new());
    const std::unique_ptr<X509_ALGOR, ossl::Free<X509_ALGOR_free>> algorithm(X509_ALGOR_new());
    X509_ALGOR_set_md(algorithm.get(), EVP_sha256());
    TS_MSG_IMPRINT_set_algo(imprint.get(), algorithm.get());
    QByteArray copy = hash;
    TS_MSG_IMPRINT_set_msg(imprint.get(), reinterpret_cast<unsigned char *>(copy.data()),
                           int(copy.size()));
    TS_REQ_set_version(request.get(), 1);
    TS_REQ_set_msg_imprint(request.get(), imprint.get());
    TS_REQ_set_cert_req(request.get(), 1);
    return derBytes(request.get(), i2d_TS_REQ);
}

std::unique_ptr<PKCS7, ossl::Free<PKCS7_free>> readToken(const QByteArray &token)
{
    const auto *cursor = reinterpret_cast<const unsigned char *>(token.constData());
    return std::unique_ptr<PKCS7, ossl::Free<PKCS7_free>>(
        d2i_PKCS7(nullptr, &cursor, long(token.size())));
}

} // namespace

TestTsa::TestTsa(const TestAuthority &issuer, TsaOptions options)
    : m_options(std::move(options))
    , m_certificate(issuer.issue(m_options.certificate))
{
    const auto pem = m_certificate.toPem();
    REQUIRE(pem);
    writeFile(path("tsa.pem"), pem->certificatePem);
    writeFile(path("tsa.key"), pem->keyPem);
    writeFile(path("chain.pem"), pemOf(issuer.issuer().certificate.get()));
    writeFile(path("serial"), "01\n");
    writeFile(path("ts.cnf"),
              "[tsa]\ndefault_tsa = t\n[t]\nserial = " + path("serial").toUtf8()
                  + "\nsigner_cert = " + path("tsa.pem").toUtf8() + "\nsigner_key = "
                  + path("tsa.key").toUtf8() + "\ncerts = " + path("chain.pem").toUtf8()
                  + "\nsigner_digest = " + m_options.digest
                  + "\ndefault_policy = 2.16.360.1.1.1.99\ndigests = sha256, sha384, sha512\n"
                    "accuracy = secs:1\ntsa_name = yes\ness_cert_id_alg = "
                  + m_options.essDigest + "\n");
}

QString TestTsa::path(const char *name) const
{
    return m_dir.filePath(QString::fromLatin1(name));
}

QByteArray TestTsa::reply(const QByteArray &requestDer) const
{
    writeFile(path("request"), requestDer);
    QStringList arguments{u"TZ=UTC"_s};
    if (m_options.at.isValid())
        arguments +=
            {u"faketime"_s, u"-f"_s, m_options.at.toUTC().toString(u"yyyy-MM-dd HH:mm:ss"_s)};
    arguments += {u"openssl"_s,    u"ts"_s,         u"-reply"_s, u"-config"_s,    path("ts.cnf"),
                  u"-queryfile"_s, path("request"), u"-out"_s,   path("response")};
    const auto output = runTool(u"env"_s, arguments);
    INFO(output.text.toStdString());
    REQUIRE(output.exitCode == 0);
    return readFile(path("response"));
}

QByteArray TestTsa::stamp(const QByteArray &bytes) const
{
    const QByteArray response = reply(timestampRequest(bytes));
    const auto *cursor = reinterpret_cast<const unsigned char *>(response.constData());
    const std::unique_ptr<TS_RESP, ossl::Free<TS_RESP_free>> parsed(
        d2i_TS_RESP(nullptr, &cursor, long(response.size())));
    REQUIRE(parsed);
    REQUIRE(TS_RESP_get_token(parsed.get()));
    return derBytes(TS_RESP_get_token(parsed.get()), i2d_PKCS7);
}

QByteArray signedAgain(const QByteArray &token, const KeyedCertificate &by)
{
    const auto parsed = readToken(token);
    REQUIRE(parsed);
    const std::unique_ptr<TS_TST_INFO, ossl::Free<TS_TST_INFO_free>> info(
        PKCS7_to_TS_TST_INFO(parsed.get()));
    REQUIRE(info);
    QTemporaryDir dir;
    const auto pem = by.toPem();
    REQUIRE(pem);
    writeFile(dir.filePath(u"pem"_s), pem->certificatePem + pem->keyPem);
    writeFile(dir.filePath(u"issuer"_s), pemOf(authority().issuer().certificate.get()));
    writeFile(dir.filePath(u"info"_s), derBytes(info.get(), i2d_TS_TST_INFO));
    const auto output = runTool(u"openssl"_s,
                                {u"cms"_s, u"-sign"_s, u"-binary"_s, u"-nodetach"_s, u"-cades"_s,
                                 u"-nosmimecap"_s, u"-certfile"_s, dir.filePath(u"issuer"_s),
                                 u"-econtent_type"_s, u"1.2.840.113549.1.9.16.1.4"_s, u"-outform"_s,
                                 u"DER"_s, u"-signer"_s, dir.filePath(u"pem"_s), u"-in"_s,
                                 dir.filePath(u"info"_s), u"-out"_s, dir.filePath(u"token"_s)});
    INFO(output.text.toStdString());
    REQUIRE(output.exitCode == 0);
    return readFile(dir.filePath(u"token"_s));
}

} // namespace sipenduduk::test
