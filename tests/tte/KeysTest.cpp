#include "common/tte/x509/CertificateInfo.h"
#include "tests/tte/TteSupport.h"

#include <catch2/catch_test_macros.hpp>

#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace sipenduduk;
using namespace sipenduduk::test;

namespace {

Result<std::unique_ptr<SigningKey>> openKey(const QByteArray &file, QByteArray passphrase,
                                            const QDateTime &now = testNow())
{
    const Pin pin = Pin::take(passphrase);
    return openPkcs12(file, pin, now);
}

ErrorCode refusal(const Result<std::unique_ptr<SigningKey>> &outcome)
{
    REQUIRE_FALSE(outcome);
    return outcome.error().code;
}

/// A PKCS#12 made by the openssl program out of the Kadin's.
QByteArray remade(const QStringList &exportOptions)
{
    QTemporaryDir dir;
    const QString pass = u"pass:"_s + QString::fromLatin1(Passphrase);
    writeFile(dir.filePath(u"in.p12"_s), kadin().pkcs12);
    const auto out = runTool(u"openssl"_s,
                             {u"pkcs12"_s, u"-in"_s, dir.filePath(u"in.p12"_s), u"-passin"_s, pass,
                              u"-nodes"_s, u"-out"_s, dir.filePath(u"all.pem"_s)});
    REQUIRE(out.exitCode == 0);
    const auto back =
        runTool(u"openssl"_s,
                QStringList{u"pkcs12"_s, u"-export"_s, u"-in"_s, dir.filePath(u"all.pem"_s),
                            u"-passout"_s, pass, u"-out"_s, dir.filePath(u"out.p12"_s)}
                    + exportOptions);
    INFO(back.text.toStdString());
    REQUIRE(back.exitCode == 0);
    return readFile(dir.filePath(u"out.p12"_s));
}

} // namespace

TEST_CASE("A key opens with its passphrase only, and the reason of a refusal is told", "[tte]")
{
    const TteRuntime runtime;
    REQUIRE(TteRuntime::check());

    SECTION("right passphrase: certificate and chain without the root")
    {
        const auto key = openKey(kadin().pkcs12, Passphrase);
        REQUIRE(key);
        CHECK((*key)->certificate().subjectName == goodOfficer().commonName);
        CHECK((*key)->certificate().der == kadin().certificateDer);
        REQUIRE((*key)->chain().size() == 2);
        CHECK((*key)->chain().first() == kadin().certificateDer);
        CHECK((*key)->chain().last() == readCertificate(pki().intermediatePem())->der);
    }
    SECTION("wrong and empty passphrase")
    {
        CHECK(refusal(openKey(kadin().pkcs12, "salah")) == ErrorCode::WrongPin);
        CHECK(refusal(openKey(kadin().pkcs12, "")) == ErrorCode::WrongPin);
    }
    SECTION("not a PKCS#12, cut off, too large")
    {
        CHECK(refusal(openKey("a text named kadin.p12", Passphrase)) == ErrorCode::Malformed);
        CHECK(refusal(openKey(kadin().pkcs12.chopped(100), Passphrase)) == ErrorCode::Malformed);
        CHECK(refusal(openKey(QByteArray(MaxPkcs12Size + 1, '0'), Passphrase))
              == ErrorCode::TooLarge);
    }
    SECTION("EC key: OpenSSL opens what QCA cannot")
    {
        PracticeOfficer officer = goodOfficer();
        officer.isEc = true;
        const PracticeIdentity identity = identityFor(officer);
        const auto key = openKey(identity.pkcs12, Passphrase);
        REQUIRE(key);
        CHECK((*key)->certificate().keyKind == KeyKind::EcP256);
        CHECK((*key)->chain().size() == 2);
        CHECK(refusal(openKey(identity.pkcs12, "salah")) == ErrorCode::WrongPin);
    }
    SECTION("expired and not yet valid")
    {
        const auto expired = openKey(kadin().pkcs12, Passphrase, testNow().addYears(2));
        CHECK(refusal(expired) == ErrorCode::Expired);
        CHECK(expired.error().detail == u"expired"_s);
        const auto early = openKey(kadin().pkcs12, Passphrase, testNow().addYears(-1));
        CHECK(refusal(early) == ErrorCode::Expired);
        CHECK(early.error().detail == u"not yet valid"_s);
    }
    SECTION("certificate for encryption only")
    {
        PracticeOfficer officer = goodOfficer();
        officer.isForSigning = false;
        CHECK(refusal(openKey(identityFor(officer).pkcs12, Passphrase)) == ErrorCode::Forbidden);
    }
    SECTION("certificates without a key")
    {
        CHECK(refusal(openKey(remade({u"-nokeys"_s}), Passphrase)) == ErrorCode::Incomplete);
    }
    SECTION("legacy encryption and PBMAC1 open as well")
    {
        CHECK(openKey(remade({u"-legacy"_s}), Passphrase));
        CHECK(openKey(remade({u"-pbmac1_pbkdf2"_s}), Passphrase));
    }
}

TEST_CASE("A PIN leaves nothing behind in what it was taken from", "[tte]")
{
    const TteRuntime runtime;
    QString typed = u"rahasia"_s;
    const QString shared = typed; // another holder keeps its own copy
    const Pin pin = Pin::take(typed);
    CHECK(typed.isEmpty());
    CHECK_FALSE(pin.isEmpty());
    CHECK(shared == u"rahasia"_s);
}

TEST_CASE("Certificates are read, and rubbish is not", "[tte]")
{
    const auto info = readCertificate(kadin().certificateDer);
    REQUIRE(info);
    CHECK(info->subjectName == goodOfficer().commonName);
    CHECK(info->issuerName == u"Akar TTE Latihan Penerbit"_s);
    CHECK(info->keyKind == KeyKind::Rsa);
    CHECK(info->keyBits == 2048);
    CHECK(info->notAfter == goodOfficer().notAfter);
    CHECK(info->fingerprintSha256.size() == 32);
    CHECK(info->maySignDocuments);
    CHECK_FALSE(readCertificate(pki().rootPem())->maySignDocuments);
    CHECK(readCertificate("rubbish").error().code == ErrorCode::Malformed);
    CHECK(readCertificate(kadin().certificateDer + '\0').error().code == ErrorCode::Malformed);
    CHECK(readCertificate(pki().rootPem() + pki().intermediatePem()).error().code
          == ErrorCode::Malformed);
    CHECK(readCertificate(QByteArray(MaxCertificateSize + 1, '0')).error().code
          == ErrorCode::TooLarge);
}
