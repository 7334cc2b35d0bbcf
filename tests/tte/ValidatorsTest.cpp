// Independent validators judge what we write: they share no line with us.

#include "tests/tte/SoftToken.h"
#include "tests/tte/TteSupport.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <catch2/generators/catch_generators_range.hpp>

#include <QRegularExpression>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace sipenduduk;
using namespace sipenduduk::test;

namespace {

/// A signed file, the root and a certificate database, as a stranger would have them.
class Evidence
{
public:
    explicit Evidence(const QByteArray &file)
    {
        writeFile(path("signed.pdf"), file);
        writeFile(path("root.pem"), pki().rootPem());
        cutOut(file);
    }

    [[nodiscard]] QString path(const char *name) const
    {
        return m_dir.filePath(QString::fromLatin1(name));
    }

    void makeDatabase() const
    {
        const QString database = u"sql:"_s + m_dir.path();
        REQUIRE(runTool(u"certutil"_s, {u"-N"_s, u"--empty-password"_s, u"-d"_s, database}).exitCode
                == 0);
        const auto import = runTool(u"certutil"_s,
                                    {u"-A"_s, u"-d"_s, database, u"-t"_s, u"C,C,C"_s, u"-n"_s,
                                     u"root"_s, u"-i"_s, path("root.pem")});
        REQUIRE(import.exitCode == 0);
    }

    [[nodiscard]] QString database() const { return u"sql:"_s + m_dir.path(); }

private:
    /// The signed ranges and the CMS, found by the numbers that stand in the file.
    void cutOut(const QByteArray &file)
    {
        static const QRegularExpression numbers(u"/ByteRange \\[0 (\\d+) (\\d+) (\\d+)"_s);
        QRegularExpressionMatch match;
        const QString text = QString::fromLatin1(file);
        for (auto it = numbers.globalMatch(text); it.hasNext();)
            match = it.next();
        const qsizetype before = match.captured(1).toLongLong();
        const qsizetype after = match.captured(2).toLongLong();
        writeFile(path("content.bin"), file.first(before) + file.sliced(after));
        // The DER says its own length; zeros follow it.
        QByteArray der = QByteArray::fromHex(file.sliced(before + 1, after - before - 2));
        der.truncate(4 + uchar(der[2]) * 256 + uchar(der[3]));
        writeFile(path("signature.der"), der);
    }

    QTemporaryDir m_dir;
};

QByteArray sample(int index)
{
    switch (index) {
    case 0: return qtPdf();
    case 1: return throughQpdf(qtPdf(), {u"--object-streams=generate"_s});
    case 2: return throughQpdf(qtPdf(true), {u"--linearize"_s});
    case 3: return plainPdf("/Rotate 90");
    default: return signedFile(qtPdf());
    }
}

/// What strangers say of a file with `count` signatures.
void checkByStrangers(const Evidence &evidence, int count)
{
    SECTION("pdfsig: valid, trusted, whole document")
    {
        evidence.makeDatabase();
        const auto output = runTool(u"faketime"_s,
                                    {u"2026-11-22 05:00:00"_s, u"pdfsig"_s, u"-nssdir"_s,
                                     evidence.database(), evidence.path("signed.pdf")});
        INFO(output.text.toStdString());
        CHECK(output.exitCode == 0);
        CHECK(output.text.count(u"Signature is Valid."_s) == count);
        CHECK(output.text.contains(u"Total document signed"_s));
        CHECK(output.text.count(u"Certificate is Trusted."_s) == count);
        CHECK(output.text.contains(u"ETSI.CAdES.detached"_s));
    }
    SECTION("openssl cms -verify -cades")
    {
        const auto output = runTool(
            u"openssl"_s,
            {u"cms"_s, u"-verify"_s, u"-cades"_s, u"-binary"_s, u"-inform"_s, u"DER"_s, u"-in"_s,
             evidence.path("signature.der"), u"-content"_s, evidence.path("content.bin"),
             u"-CAfile"_s, evidence.path("root.pem"), u"-purpose"_s, u"any"_s, u"-attime"_s,
             QString::number(testNow().toSecsSinceEpoch()), u"-out"_s, u"/dev/null"_s});
        INFO(output.text.toStdString());
        CHECK(output.exitCode == 0);
        CHECK(output.text.contains(u"successful"_s, Qt::CaseInsensitive));
    }
    SECTION("qpdf --check: no errors, no warnings")
    {
        const auto output = runTool(u"qpdf"_s, {u"--check"_s, evidence.path("signed.pdf")});
        INFO(output.text.toStdString());
        CHECK(output.exitCode == 0);
        CHECK(output.text.contains(u"No syntax or stream encoding errors found"_s));
    }
    SECTION("mutool sign -v: unchanged since")
    {
        const auto output = runTool(u"mutool"_s, {u"sign"_s, u"-v"_s, evidence.path("signed.pdf")});
        INFO(output.text.toStdString());
        CHECK(output.text.contains(u"unchanged since"_s));
    }
}

Result<SignedAppendix> signedByToken(const PracticeIdentity &identity, const QByteArray &draft)
{
    const TteRuntime runtime;
    SoftTokens tokens;
    tokens.add(u"kadin"_s, identity);
    const auto module = Pkcs11Module::load(SoftTokens::softHsm());
    REQUIRE(module);
    auto key = openToken(*module, u"kadin"_s);
    REQUIRE(key);
    return Signer(std::move(*key)).sign(draft);
}

} // namespace

TEST_CASE("Independent validators accept a signed draft", "[tte]")
{
    const int index = GENERATE(range(0, 5));
    CAPTURE(index);
    checkByStrangers(Evidence(signedFile(sample(index))), index == 4 ? 2 : 1);
}

TEST_CASE("Independent validators accept the signature of every kind of key", "[tte][token]")
{
    const bool isEc = GENERATE(false, true);
    const bool isOnToken = GENERATE(false, true);
    CAPTURE(isEc, isOnToken);
    PracticeOfficer officer = goodOfficer();
    officer.isEc = isEc;
    const PracticeIdentity identity = identityFor(officer);
    const QByteArray draft = qtPdf();
    const auto appendix = isOnToken ? signedByToken(identity, draft) : Signer(identity).sign(draft);
    REQUIRE(appendix);
    checkByStrangers(Evidence(draft + appendix->appendix), 1);
}

TEST_CASE("The look stands upright in its place and its fonts are embedded", "[tte]")
{
    const QByteArray pageMembers =
        GENERATE(""_ba, "/Rotate 90"_ba, "/Rotate 180"_ba, "/Rotate 270"_ba);
    CAPTURE(pageMembers.toStdString());
    QTemporaryDir dir;
    const QString file = dir.filePath(u"signed.pdf"_s);
    writeFile(file, signedFile(plainPdf(pageMembers)));

    const auto fonts = runTool(u"pdffonts"_s, {file});
    INFO(fonts.text.toStdString());
    CHECK(fonts.exitCode == 0);

    // pdftotext reads the displayed page from its upper left corner.
    const bool isTurned = pageMembers.contains("90") || pageMembers.contains("270");
    const SignaturePlace place = isTurned ? LandscapeSignaturePlace : PortraitSignaturePlace;
    const int height = isTurned ? 595 : 842;
    const auto text = runTool(u"pdftotext"_s,
                              {u"-x"_s, QString::number(place.rect.x() - 1), u"-y"_s,
                               QString::number(height - place.rect.bottom() - 1), u"-W"_s,
                               QString::number(place.rect.width() + 2), u"-H"_s,
                               QString::number(place.rect.height() + 2), file, u"-"_s});
    INFO(text.text.toStdString());
    CHECK(text.text.contains(u"Dra. Sri Wahyuni, M.Si."_s));
    CHECK(text.text.contains(u"NIP. 197001011995032001"_s));
    CHECK(text.text.contains(u"22 November 2026 10:15 WIB"_s));
    CHECK(text.text.contains(u"KOTA PEKANBARU"_s));
    CHECK(text.text.contains(u"SPESIMEN – TIDAK BERLAKU"_s));
}
