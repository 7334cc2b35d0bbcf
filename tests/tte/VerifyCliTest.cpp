// The program that a citizen runs, with its exit codes and its words.

#include "common/tte/KartuKendaliExport.h"
#include "common/tte/seal/CanonicalJson.h"
#include "common/tte/seal/OfficeCa.h"
#include "common/tte/seal/OfficeSeal.h"
#include "tests/tte/TteSupport.h"

#include <catch2/catch_test_macros.hpp>

#include <QCryptographicHash>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace sipenduduk;
using namespace sipenduduk::test;

namespace {

/// Files in a folder of their own and the program that checks them.
class Desk
{
public:
    Desk()
    {
        writeFile(path(u"tte-root.pem"_s), pki().rootPem());
        const auto ca = OfficeCa::create(u"CA Kantor"_s, testNow());
        const auto issued = ca->issueSealCertificate(u"Segel Kantor"_s, testNow());
        m_seal = std::make_unique<OfficeSeal>(
            *OfficeSeal::fromPem(issued->certificatePem, issued->keyPem));
        writeFile(path(u"office-ca.pem"_s), ca->pem()->certificatePem);
    }

    [[nodiscard]] QString path(const QString &name) const { return m_dir.filePath(name); }
    [[nodiscard]] const OfficeSeal &seal() const { return *m_seal; }

    [[nodiscard]] ToolOutput check(const QString &anchor, const QByteArray &bytes) const
    {
        writeFile(path(u"file"_s), bytes);
        return run(
            {u"--anchor"_s, path(anchor), u"--at"_s, u"2026-11-22T04:00:00"_s, path(u"file"_s)});
    }

    [[nodiscard]] ToolOutput run(const QStringList &arguments) const
    {
        return runTool(QStringLiteral(SIPENDUDUK_VERIFY), arguments);
    }

private:
    QTemporaryDir m_dir;
    std::unique_ptr<OfficeSeal> m_seal;
};

/// Four lines; `note` has a place for the number.
QList<KartuKendaliLine> chainOf(const QString &note)
{
    QList<KartuKendaliLine> lines;
    QByteArray head = KartuKendali::chainStart(u"1471-1"_s, u"kk"_s);
    for (int i = 0; i < 4; ++i) {
        KartuKendaliLine line;
        line.note = note.arg(i + 1);
        line.at = testNow().addSecs(i);
        KartuKendali::chain(line, i, head);
        head = line.hash;
        lines.append(line);
    }
    return lines;
}

QByteArray exported(const OfficeSeal &seal)
{
    const QList<KartuKendaliLine> lines = chainOf(u"catatan %1"_s);
    return *seal.sealJson(KartuKendaliExport::toJson(
        {u"1471-1"_s, u"kk"_s, u"Kartu Keluarga"_s, u"Disdukcapil"_s, testNow()}, lines));
}

} // namespace

TEST_CASE("sipenduduk-verify says sah and shows who parafed what", "[tte][cli]")
{
    const Desk desk;
    const QByteArray draft = qtPdf();
    const QByteArray file = signedFile(draft);
    const auto good = desk.check(u"tte-root.pem"_s, file);
    INFO(good.text.toStdString());
    CHECK(good.exitCode == 0);
    CHECK(good.text.contains(u"Hasil: SAH"_s));
    CHECK(good.text.contains(goodOfficer().commonName));
    CHECK(good.text.contains(u"Paraf kasi"_s));
    CHECK(good.text.contains(u"22 November 2026 08:15:00 WIB"_s));
    CHECK(good.text.contains(
        QString::fromLatin1(QCryptographicHash::hash(draft, QCryptographicHash::Sha256).toHex())));

    QByteArray changed = file;
    changed[2000] = char(changed[2000] ^ 1);
    CHECK(desk.check(u"tte-root.pem"_s, changed).exitCode == 1);
    changed = file;
    changed[0] = '#';
    CHECK(desk.check(u"tte-root.pem"_s, changed).text.contains(u"TIDAK SAH"_s));
    const auto foreign = desk.check(u"office-ca.pem"_s, file);
    CHECK(foreign.exitCode == 1);
    CHECK(foreign.text.contains(u"BELUM DAPAT DIPASTIKAN"_s));
    CHECK(desk.check(u"tte-root.pem"_s, draft).exitCode == 1);
}

TEST_CASE("sipenduduk-verify names the broken line of a kartu kendali", "[tte][cli]")
{
    const Desk desk;
    const QByteArray file = exported(desk.seal());
    const auto good = desk.check(u"office-ca.pem"_s, file);
    INFO(good.text.toStdString());
    CHECK(good.exitCode == 0);
    CHECK(good.text.contains(u"Hasil: UTUH"_s));
    QByteArray changed = file;
    changed.replace("catatan 3", "catatan 5");
    const auto broken = desk.check(u"office-ca.pem"_s, changed);
    CHECK(broken.exitCode == 1);
    CHECK(broken.text.contains(u"baris kartu kendali ke-3 rusak"_s));
    changed = file;
    changed.replace("Kartu Keluarga", "Kartu Keluargo");
    CHECK(desk.check(u"office-ca.pem"_s, changed).text.contains(u"kepala dokumen rusak"_s));
    CHECK(desk.check(u"office-ca.pem"_s, file + "\n").exitCode == 1);
    CHECK(desk.check(u"tte-root.pem"_s, file).text.contains(u"segel"_s));
}

TEST_CASE("sipenduduk-verify refuses an export that was hashed anew", "[tte][cli]")
{
    const Desk desk;
    QList<KartuKendaliLine> lines = chainOf(u"catatan lain %1"_s);
    const QByteArray honest = exported(desk.seal());
    QJsonObject forged = KartuKendaliExport::toJson(
        {u"1471-1"_s, u"kk"_s, u"Kartu Keluarga"_s, u"Disdukcapil"_s, testNow()}, lines);
    CHECK(desk.check(u"office-ca.pem"_s, *toCanonicalJson(forged)).exitCode == 1);
    forged.insert(u"signature"_s, QJsonDocument::fromJson(honest).object().value(u"signature"_s));
    const auto old = desk.check(u"office-ca.pem"_s, *toCanonicalJson(forged));
    CHECK(old.exitCode == 1);
    CHECK(old.text.contains(u"Hasil: TIDAK SAH"_s));
    const Desk stranger; // another office, with a seal of its own
    CHECK(desk.check(u"office-ca.pem"_s, exported(stranger.seal())).exitCode == 1);
}

TEST_CASE("sipenduduk-verify tells a wrong call from a bad file", "[tte][cli]")
{
    const Desk desk;
    CHECK(desk.run({}).exitCode == 2);
    CHECK(desk.run({u"--help"_s}).exitCode == 0);
    CHECK(desk.run({desk.path(u"tte-root.pem"_s)}).exitCode == 2);
    CHECK(desk.run({u"--anchor"_s, desk.path(u"tte-root.pem"_s), u"/no/such/file"_s}).exitCode
          == 2);
    CHECK(desk.run({u"--anchor"_s, u"/no/such/anchor"_s, desk.path(u"tte-root.pem"_s)}).exitCode
          == 2);
    CHECK(desk.run({u"--anchor"_s, desk.path(u"tte-root.pem"_s), u"--at"_s, u"yesterday"_s,
                    desk.path(u"tte-root.pem"_s)})
              .exitCode
          == 2);
    CHECK(desk.check(u"tte-root.pem"_s, {}).exitCode == 1);
}

TEST_CASE("The verifier's program links nothing of the writer", "[tte][structure]")
{
    const auto output = runTool(u"readelf"_s, {u"-d"_s, QStringLiteral(SIPENDUDUK_VERIFY)});
    REQUIRE(output.exitCode == 0);
    CHECK(output.text.contains(u"libqpdf"_s));
    for (const QString &library : {u"libqca"_s, u"libQt6Gui"_s, u"libqrencode"_s})
        CHECK_FALSE(output.text.contains(library));
    const auto symbols = runTool(u"nm"_s, {u"-C"_s, QStringLiteral(SIPENDUDUK_VERIFY)});
    REQUIRE(symbols.exitCode == 0);
    CHECK(symbols.text.contains(u"sipenduduk::PdfSignatureVerifier"_s));
    for (const QString &symbol :
         {u"sipenduduk::DraftSigner"_s, u"sipenduduk::CadesBuilder"_s, u"sipenduduk::PdfRevision"_s,
          u"sipenduduk::OfficeSeal"_s, u"CMS_sign"_s, u"CMS_add1_signer"_s})
        CHECK_FALSE(symbols.text.contains(symbol));
}
