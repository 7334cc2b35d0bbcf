#include "tests/tte/AttackSupport.h"

#include "common/tte/PdfRevision.h"

#include <catch2/catch_test_macros.hpp>

#include <QTemporaryDir>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sipenduduk::test {

namespace {

/// Key and certificate of an identity as the openssl program wants them.
void writePem(const PracticeIdentity &identity, const QString &p12, const QString &pem)
{
    writeFile(p12, identity.pkcs12);
    const auto output = runTool(u"openssl"_s,
                                {u"pkcs12"_s, u"-in"_s, p12, u"-passin"_s,
                                 u"pass:"_s + QString::fromLatin1(Passphrase), u"-nodes"_s,
                                 u"-clcerts"_s, u"-out"_s, pem});
    REQUIRE(output.exitCode == 0);
}

} // namespace

PdfVerification judge(const QByteArray &file, const QDateTime &at)
{
    return PdfSignatureVerifier(practiceAnchors()).verify(file, at);
}

bool hasFault(const PdfVerification &report, SignatureFault fault)
{
    const auto isIt = [fault](const SignatureFinding &finding) { return finding.fault == fault; };
    bool found = std::ranges::any_of(report.findings, isIt);
    for (const VerifiedSignature &signature : report.signatures)
        found = found || std::ranges::any_of(signature.findings, isIt);
    return found;
}

QByteArray updated(const QByteArray &file, const std::function<void(PdfRevision &)> &change)
{
    auto revision = PdfRevision::open(file);
    REQUIRE(revision);
    change(*revision);
    revision->finish("seed");
    return file + revision->appended();
}

std::pair<qsizetype, qsizetype> gapOf(const QByteArray &file)
{
    const qsizetype start = file.lastIndexOf("/Contents <") + 10;
    return {start, file.indexOf('>', start) + 1};
}

QByteArray withCms(const QByteArray &file, const QByteArray &der)
{
    const auto [start, end] = gapOf(file);
    const QByteArray hex = der.toHex();
    REQUIRE(hex.size() <= end - start - 2);
    QByteArray out = file;
    return out.replace(start + 1, end - start - 2, hex.leftJustified(end - start - 2, '0'));
}

QByteArray cmsOf(const QByteArray &file)
{
    const auto [start, end] = gapOf(file);
    QByteArray der = QByteArray::fromHex(file.sliced(start + 1, end - start - 2));
    der.truncate(4 + uchar(der[2]) * 256 + uchar(der[3]));
    return der;
}

QByteArray signedBytesOf(const QByteArray &file)
{
    const auto [start, end] = gapOf(file);
    return file.first(start) + file.sliced(end);
}

QByteArray withRange(const QByteArray &file, const QList<qint64> &range)
{
    constexpr qsizetype Width = 36; // what the writer keeps free between the brackets
    QByteArrayList numbers;
    for (const qint64 number : range)
        numbers.append(QByteArray::number(number));
    QByteArray out = file;
    return out.replace(file.lastIndexOf("/ByteRange [") + 12, Width,
                       numbers.join(' ').leftJustified(Width, ' '));
}

QByteArray opensslCms(const QByteArray &file, const QList<PracticeIdentity> &identities,
                      const QStringList &options, const QByteArray &moreCertificates)
{
    QTemporaryDir dir;
    writeFile(dir.filePath(u"content"_s), signedBytesOf(file));
    QStringList arguments{u"cms"_s,     u"-sign"_s,
                          u"-binary"_s, u"-outform"_s,
                          u"DER"_s,     u"-nosmimecap"_s,
                          u"-in"_s,     dir.filePath(u"content"_s),
                          u"-out"_s,    dir.filePath(u"cms"_s)};
    for (qsizetype i = 0; i < identities.size(); ++i) {
        const QString p12 = dir.filePath(u"%1.p12"_s.arg(i));
        const QString pem = dir.filePath(u"%1.pem"_s.arg(i));
        writePem(identities[i], p12, pem);
        arguments += {u"-signer"_s, pem};
    }
    writeFile(dir.filePath(u"issuer.pem"_s), pki().intermediatePem() + moreCertificates);
    arguments += {u"-certfile"_s, dir.filePath(u"issuer.pem"_s)};
    const auto output = runTool(u"openssl"_s, arguments + options);
    INFO(output.text.toStdString());
    REQUIRE(output.exitCode == 0);
    return readFile(dir.filePath(u"cms"_s));
}

} // namespace sipenduduk::test
