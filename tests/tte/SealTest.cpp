#include "common/tte/KartuKendaliExport.h"
#include "common/tte/seal/CanonicalJson.h"
#include "common/tte/seal/OfficeCa.h"
#include "common/tte/seal/OfficeSeal.h"
#include "common/tte/verify/KartuKendaliVerifier.h"
#include "tests/tte/TteSupport.h"

#include <catch2/catch_test_macros.hpp>

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QRandomGenerator>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace sipenduduk;
using namespace sipenduduk::test;

namespace {

const OfficeCa &officeCa()
{
    static const OfficeCa instance = *OfficeCa::create(u"CA Dinas Latihan"_s, testNow());
    return instance;
}

const OfficeSeal &officeSeal()
{
    static const OfficeSeal instance = [] {
        const auto issued = officeCa().issueSealCertificate(u"Segel Latihan"_s, testNow());
        return *OfficeSeal::fromPem(issued->certificatePem, issued->keyPem);
    }();
    return instance;
}

TrustAnchors officeAnchors()
{
    return *TrustAnchors::fromBytes(officeCa().pem()->certificatePem);
}

QList<KartuKendaliLine> sampleLines(int count)
{
    QList<KartuKendaliLine> lines;
    QByteArray head = KartuKendali::chainStart(u"1471-2026-000123"_s, u"akta-kelahiran"_s);
    for (int i = 0; i < count; ++i) {
        KartuKendaliLine line;
        line.kind = i % 2 == 0 ? LineKind::Penyerahan : LineKind::Penerimaan;
        line.officerId = i + 3;
        line.officer = u"Petugas \"Ñ\" %1"_s.arg(i);
        line.at = testNow().addSecs(60 * i);
        line.note = i == 2 ? u"baris\nkedua – lengkap"_s : QString();
        line.draftSha256 = i == 3 ? QByteArray(32, '\x5a') : QByteArray();
        KartuKendali::chain(line, i, head);
        head = line.hash;
        lines.append(line);
    }
    return lines;
}

KartuKendaliHeader sampleHeader()
{
    return {u"1471-2026-000123"_s, u"akta-kelahiran"_s, u"Akta Kelahiran"_s,
            u"Disdukcapil Kota Pekanbaru"_s, testNow()};
}

QByteArray sealedExport(int lines = 6)
{
    return *officeSeal().sealJson(KartuKendaliExport::toJson(sampleHeader(), sampleLines(lines)));
}

KartuKendaliVerification judged(const QByteArray &bytes)
{
    return verifyKartuKendali(bytes, officeAnchors(), testNow());
}

} // namespace

TEST_CASE("Canonical JSON follows RFC 8785", "[tte]")
{
    // Order of UTF-16 code units: U+1F600 (D83D …) stands before U+FB33.
    const QJsonObject object{{u"€"_s, 1},
                             {u"\r"_s, u"\b\t\n\f\r\"\\/\u0001"_s},
                             {u"\ufb33"_s, QJsonArray{true, false, QJsonValue()}},
                             {u"😀"_s, qint64(-9007199254740991)},
                             {u"1"_s, QJsonObject()},
                             {u"ö"_s, QJsonArray()}};
    const QByteArray expected =
        "{\"\\r\":\"\\b\\t\\n\\f\\r\\\"\\\\/\\u0001\",\"1\":{},\"ö\":[],\"€\":1,"
        "\"😀\":-9007199254740991,\"\xef\xac\xb3\":[true,false,null]}";
    const auto canonical = toCanonicalJson(object);
    REQUIRE(canonical);
    CHECK(canonical->toStdString() == expected.toStdString());
    CHECK_FALSE(toCanonicalJson({{u"fraction"_s, 0.5}}));
    CHECK_FALSE(toCanonicalJson({{u"large"_s, 9007199254740992.0}}));
    CHECK_FALSE(toCanonicalJson({{u"lone surrogate"_s, QString(QChar(0xd800))}}));
}

TEST_CASE("A sealed export is intact and says what was put in", "[tte]")
{
    const auto result = judged(sealedExport());
    INFO(result.detail.toStdString());
    REQUIRE(result.isIntact());
    CHECK(result.header == sampleHeader());
    CHECK(result.lines == sampleLines(6));
    CHECK(result.signer.subjectName == u"Segel Latihan"_s);
    CHECK(judged(sealedExport(0)).isIntact());
}

TEST_CASE("One changed byte anywhere in an export is found and placed", "[tte]")
{
    const QByteArray bytes = sealedExport();
    const qsizetype linesStart = bytes.indexOf("[{");
    const qsizetype linesEnd = bytes.indexOf("}],", linesStart) + 2;
    const qsizetype signatureStart = bytes.indexOf("\"signature\":{") + 12;
    const qsizetype signatureEnd = bytes.indexOf('}', signatureStart) + 1;
    QRandomGenerator random(QRandomGenerator::global()->generate());
    qsizetype lineStart = linesStart + 1;
    int line = 1;
    for (qsizetype at = 0; at < bytes.size(); ++at) {
        if (at > linesStart && at < linesEnd && bytes.sliced(at - 2, 2) == "},") {
            lineStart = at;
            ++line;
        }
        if (at >= 40 && random.bounded(3) != 0)
            continue; // a third of the positions, others in every part
        QByteArray changed = bytes;
        changed[at] = char(uchar(changed[at]) ^ uchar(random.bounded(1, 256)));
        const auto result = judged(changed);
        INFO("byte " << at << " of line " << line << ", "
                     << changed.mid(at - 10, 21).toStdString());
        REQUIRE_FALSE(result.isIntact());
        const bool isInLine =
            at >= lineStart && at > linesStart && at < linesEnd - 1 && bytes[at] != ',';
        if (isInLine) {
            CHECK(result.broken == ExportPart::Line);
            CHECK(result.line == line);
        } else if (at > signatureStart && at < signatureEnd - 1) {
            CHECK(result.broken == ExportPart::Signature);
        } else if (at < linesStart - 9) {
            CHECK(result.broken == ExportPart::Header);
        }
    }
    CHECK(line == 6);
}

TEST_CASE("A line taken out, moved or added is found", "[tte]")
{
    QList<KartuKendaliLine> lines = sampleLines(6);
    SECTION("taken out")
    {
        lines.removeAt(2);
    }
    SECTION("moved")
    {
        lines.swapItemsAt(2, 3);
    }
    SECTION("given twice")
    {
        lines.insert(2, lines.at(1));
    }
    const auto sealedBytes =
        officeSeal().sealJson(KartuKendaliExport::toJson(sampleHeader(), lines));
    const auto result = judged(*sealedBytes);
    CHECK(result.broken == ExportPart::Line);
    CHECK(result.line == 3);
    CHECK(result.code == ErrorCode::Tampered);
}

TEST_CASE("An export hashed anew without the server's key is refused", "[tte]")
{
    QList<KartuKendaliLine> lines = sampleLines(6);
    lines[1].note = u"diubah"_s;
    QByteArray head = KartuKendali::chainStart(sampleHeader().number, sampleHeader().layanan);
    for (qsizetype i = 0; i < lines.size(); ++i) {
        KartuKendali::chain(lines[i], i, head);
        head = lines[i].hash;
    }
    QJsonObject forged = KartuKendaliExport::toJson(sampleHeader(), lines);
    const auto refuse = [](const QByteArray &bytes, ErrorCode code) {
        const auto result = judged(bytes);
        CHECK(result.broken == ExportPart::Signature);
        CHECK(result.code == code);
        CHECK(result.lines.isEmpty());
    };
    SECTION("without any signature")
    {
        refuse(*toCanonicalJson(forged), ErrorCode::Untrusted);
    }
    SECTION("under the old signature, its digest adjusted")
    {
        QJsonObject old =
            QJsonDocument::fromJson(sealedExport()).object()["signature"_L1].toObject();
        const QByteArray digest =
            QCryptographicHash::hash(*toCanonicalJson(forged), QCryptographicHash::Sha256);
        old["digest"_L1] = QString::fromLatin1(digest.toBase64());
        forged.insert("signature"_L1, old);
        refuse(*toCanonicalJson(forged), ErrorCode::Tampered);
    }
    SECTION("sealed by an authority of the same name")
    {
        const auto other = OfficeCa::create(u"CA Dinas Latihan"_s, testNow());
        const auto issued = other->issueSealCertificate(u"Segel Latihan"_s, testNow());
        const auto seal = OfficeSeal::fromPem(issued->certificatePem, issued->keyPem);
        refuse(*seal->sealJson(forged), ErrorCode::Untrusted);
    }
    SECTION("under the old signature as it was")
    {
        forged.insert("signature"_L1,
                      QJsonDocument::fromJson(sealedExport()).object()["signature"_L1]);
        CHECK_FALSE(judged(*toCanonicalJson(forged)).isIntact());
    }
}

TEST_CASE("Another certificate of the office's authority cannot seal", "[tte]")
{
    const auto tls = officeCa().issueTlsServerCertificate({u"server.kantor.example"_s}, testNow());
    REQUIRE(tls);
    CHECK(OfficeSeal::fromPem(tls->certificatePem, tls->keyPem).error().code
          == ErrorCode::InvalidArgument);
    // Even a signature by the TLS key itself, put together by hand, is refused.
    QTemporaryDir dir;
    const QByteArray content =
        *toCanonicalJson(KartuKendaliExport::toJson(sampleHeader(), sampleLines(2)));
    writeFile(dir.filePath(u"content"_s), content);
    writeFile(dir.filePath(u"key"_s), tls->keyPem);
    const auto made = runTool(u"openssl"_s,
                              {u"dgst"_s, u"-sha256"_s, u"-sign"_s, dir.filePath(u"key"_s),
                               u"-out"_s, dir.filePath(u"value"_s), dir.filePath(u"content"_s)});
    REQUIRE(made.exitCode == 0);
    QJsonObject object = QJsonDocument::fromJson(content).object();
    const auto base64 = [](const QByteArray &bytes) {
        return QString::fromLatin1(bytes.toBase64());
    };
    object.insert(
        "signature"_L1,
        QJsonObject{
            {u"algorithm"_s, u"ecdsa-p256-sha256"_s},
            {u"certificate"_s, base64(readCertificate(tls->certificatePem)->der)},
            {u"digest"_s, base64(QCryptographicHash::hash(content, QCryptographicHash::Sha256))},
            {u"value"_s, base64(readFile(dir.filePath(u"value"_s)))}});
    const auto result = judged(*toCanonicalJson(object));
    CHECK(result.broken == ExportPart::Signature);
    CHECK(result.code == ErrorCode::Untrusted);
}

TEST_CASE("The office's authority is what openssl expects of one", "[tte]")
{
    QTemporaryDir dir;
    const auto tls = officeCa().issueTlsServerCertificate(
        {u"server.kantor.example"_s, u"10.1.2.3"_s, u"::1"_s}, testNow());
    REQUIRE(tls);
    writeFile(dir.filePath(u"ca.pem"_s), officeCa().pem()->certificatePem);
    writeFile(dir.filePath(u"tls.pem"_s), tls->certificatePem);
    for (const QStringList &host :
         {QStringList{u"-verify_hostname"_s, u"server.kantor.example"_s},
          QStringList{u"-verify_ip"_s, u"10.1.2.3"_s}, QStringList{u"-verify_ip"_s, u"::1"_s}}) {
        const auto output =
            runTool(u"openssl"_s,
                    QStringList{u"verify"_s, u"-x509_strict"_s, u"-purpose"_s, u"sslserver"_s,
                                u"-attime"_s, QString::number(testNow().toSecsSinceEpoch()),
                                u"-CAfile"_s, dir.filePath(u"ca.pem"_s)}
                        + host + QStringList{dir.filePath(u"tls.pem"_s)});
        INFO(output.text.toStdString());
        CHECK(output.exitCode == 0);
    }
    CHECK_FALSE(officeCa().issueTlsServerCertificate({}, testNow()));
    CHECK_FALSE(officeCa().issueTlsServerCertificate({u"a,DNS:evil.example"_s}, testNow()));
}

TEST_CASE("The office's authority survives being stored, and a foreign key is noticed", "[tte]")
{
    const auto pem = officeCa().pem();
    REQUIRE(pem);
    CHECK(OfficeCa::fromPem(*pem));
    const auto other = OfficeCa::create(u"CA Lain"_s, testNow())->pem();
    CHECK(OfficeCa::fromPem({pem->certificatePem, other->keyPem}).error().code
          == ErrorCode::InvalidArgument);
    CHECK(OfficeCa::fromPem({"rubbish", pem->keyPem}).error().code == ErrorCode::Malformed);
    const auto tls = officeCa().issueTlsServerCertificate({u"localhost"_s}, testNow());
    CHECK(OfficeCa::fromPem(*tls).error().code == ErrorCode::InvalidArgument);
}
