#include "tests/tte/TestResponder.h"

#include <catch2/catch_test_macros.hpp>

using namespace Qt::StringLiterals;

namespace sipenduduk::test {

namespace {

QByteArray indexTime(const QDateTime &at)
{
    return at.toUTC().toString(u"yyMMddHHmmss'Z'"_s).toLatin1();
}

/// A line of the text database of openssl-ca(1).
QByteArray indexLine(const RecordedCertificate &record)
{
    const auto info = readCertificate(record.der);
    REQUIRE(info);
    QByteArray revocation;
    if (record.revokedAt.isValid())
        revocation = indexTime(record.revokedAt)
            + (record.reason.isEmpty() ? QByteArray() : ',' + record.reason);
    return (revocation.isEmpty() ? "V\t" : "R\t") + indexTime(info->notAfter) + '\t' + revocation
        + '\t' + info->serial.toLatin1() + "\tunknown\t/CN=" + info->serial.toLatin1() + '\n';
}

QByteArray pemOfDer(const QByteArray &der)
{
    return "-----BEGIN CERTIFICATE-----\n" + der.toBase64() + "\n-----END CERTIFICATE-----\n";
}

} // namespace

TestResponder::TestResponder(const QList<RecordedCertificate> &records, ResponderOptions options)
    : m_options(std::move(options))
{
    if (!m_options.issuer)
        m_options.issuer = &authority().issuer();
    if (!m_options.responder)
        m_options.responder = m_options.issuer;
    QByteArray index;
    for (const RecordedCertificate &record : records)
        index += indexLine(record);
    const auto issuer = m_options.issuer->toPem();
    const auto responder = m_options.responder->toPem();
    REQUIRE((issuer && responder));
    writeFile(path("index"), index);
    writeFile(path("issuer.pem"), issuer->certificatePem);
    writeFile(path("issuer.key"), issuer->keyPem);
    writeFile(path("responder.pem"), responder->certificatePem);
    writeFile(path("responder.key"), responder->keyPem);
    QByteArray configuration =
        "[ca]\ndefault_ca = c\n[c]\ndefault_md = sha256\ndatabase = " + path("index").toUtf8()
        + "\ndefault_crl_hours = " + QByteArray::number(m_options.hours) + '\n';
    if (!m_options.listExtensions.isEmpty())
        configuration += "crl_extensions = e\n[e]\n" + m_options.listExtensions + '\n';
    writeFile(path("ca.cnf"), configuration);
}

QString TestResponder::path(const char *name) const
{
    return m_dir.filePath(QString::fromLatin1(name));
}

void TestResponder::run(const QStringList &arguments) const
{
    const auto output =
        runTool(u"env"_s,
                QStringList{u"TZ=UTC"_s, u"faketime"_s, u"-f"_s,
                            m_options.at.toUTC().toString(u"yyyy-MM-dd HH:mm:ss"_s), u"openssl"_s}
                    + arguments);
    INFO(output.text.toStdString());
    REQUIRE(output.exitCode == 0);
}

QByteArray TestResponder::reply(const QByteArray &requestDer) const
{
    writeFile(path("request"), requestDer);
    run({u"ocsp"_s, u"-noverify"_s, u"-index"_s, path("index"), u"-CA"_s, path("issuer.pem"),
         u"-rsigner"_s, path("responder.pem"), u"-rkey"_s, path("responder.key"), u"-nmin"_s,
         QString::number(m_options.hours * 60), u"-reqin"_s, path("request"), u"-respout"_s,
         path("response")});
    return readFile(path("response"));
}

QByteArray TestResponder::answerAbout(const QByteArray &certificate) const
{
    writeFile(path("asked.pem"), pemOfDer(certificate));
    run({u"ocsp"_s, u"-no_nonce"_s, u"-issuer"_s, path("issuer.pem"), u"-cert"_s, path("asked.pem"),
         u"-reqout"_s, path("asked")});
    return reply(readFile(path("asked")));
}

QByteArray TestResponder::list() const
{
    run({u"ca"_s, u"-gencrl"_s, u"-config"_s, path("ca.cnf"), u"-cert"_s, path("issuer.pem"),
         u"-keyfile"_s, path("issuer.key"), u"-out"_s, path("list.pem")});
    const QByteArray pem = readFile(path("list.pem"));
    const qsizetype start = pem.indexOf('\n') + 1;
    return QByteArray::fromBase64(pem.sliced(start, pem.indexOf("-----END") - start));
}

} // namespace sipenduduk::test
