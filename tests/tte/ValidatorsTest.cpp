// Independent validators judge what we write: they share no line with us.

#include "tests/tte/SoftToken.h"
#include "tests/tte/Strangers.h"
#include "tests/tte/TteSupport.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <catch2/generators/catch_generators_range.hpp>

#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace sipenduduk;
using namespace sipenduduk::test;

namespace {

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
    const QStringList refusals = refusalsByStrangers(signedFile(sample(index)), index == 4 ? 2 : 1);
    CHECK(refusals.join(u'\n').toStdString() == std::string());
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
    const QStringList refusals = refusalsByStrangers(draft + appendix->appendix, 1);
    CHECK(refusals.join(u'\n').toStdString() == std::string());
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
