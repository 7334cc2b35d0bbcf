#include "common/tte/verify/PdfSignatureVerifier.h"
#include "tests/tte/TteSupport.h"

#include <catch2/catch_test_macros.hpp>

#include <QRandomGenerator>

#include <cstdio>

using namespace Qt::StringLiterals;
using namespace sipenduduk;
using namespace sipenduduk::test;

namespace {

bool isDetected(const QByteArray &changed)
{
    return PdfSignatureVerifier(practiceAnchors()).verify(changed, testNow()).verdict
        != SignatureVerdict::Sah;
}

/// Changes to try: more when somebody takes the time (./dev campaign tte-flip).
int flipCount()
{
    constexpr int Short = 400;
    const int wanted = qEnvironmentVariableIntValue("SIPENDUDUK_FLIPS");
    return wanted > 0 ? wanted : Short;
}

/// Another one every time, unless somebody repeats a run.
quint32 flipSeed()
{
    bool isGiven = false;
    const auto seed = qEnvironmentVariable("SIPENDUDUK_FLIP_SEED").toUInt(&isGiven);
    return isGiven ? seed : QRandomGenerator::global()->generate();
}

} // namespace

TEST_CASE("Every random change of one byte of a signed file is detected", "[tte][flip]")
{
    const QByteArray file = signedFile(qtPdf());
    REQUIRE_FALSE(isDetected(file));
    const int count = flipCount();
    const auto seed = flipSeed();
    std::printf("%d changes, SIPENDUDUK_FLIP_SEED=%u\n", count, seed);
    QRandomGenerator random(seed);
    for (int round = 0; round < count; ++round) {
        QByteArray changed = file;
        const qsizetype at = random.bounded(file.size());
        const auto difference = uchar(random.bounded(1, 256));
        changed[at] = char(uchar(changed[at]) ^ difference);
        INFO("byte " << at << " xor " << int(difference));
        REQUIRE(isDetected(changed));
    }
}

TEST_CASE("No byte of the signature's own string can change unseen", "[tte]")
{
    // The digest does not cover it: the CMS, its certificates, its padding, the case of its digits.
    const QByteArray file = signedFile(plainPdf());
    const qsizetype start = file.indexOf("/Contents <") + 10;
    const qsizetype end = file.indexOf('>', start);
    REQUIRE(end - start > 16'000);
    qsizetype used = end - 1; // last digit that is no padding
    while (file[used] == '0')
        --used;
    for (qsizetype at = start; at <= end; at += at < used ? 7 : 197) {
        QByteArray changed = file;
        changed[at] = changed[at] == '0' ? '1' : '0';
        INFO("byte " << at);
        REQUIRE(isDetected(changed));
        if (file[at] >= 'a' && file[at] <= 'f') {
            changed[at] = char(file[at] - 'a' + 'A');
            REQUIRE(isDetected(changed));
        }
    }
}

TEST_CASE("A draft or an appendix that differs by one byte is refused by the server", "[tte]")
{
    const QByteArray draft = qtPdf();
    const QByteArray appendix = signedFile(draft).sliced(draft.size());
    const SignedDraftExpectation expected = expectationFor(draft);
    REQUIRE(checkSignedDraft(draft, appendix, expected));
    QRandomGenerator random(20261122);
    for (int round = 0; round < 150; ++round) {
        QByteArray otherDraft = draft;
        QByteArray otherAppendix = appendix;
        QByteArray &changed = round % 2 == 0 ? otherDraft : otherAppendix;
        const qsizetype at = random.bounded(changed.size());
        changed[at] = char(uchar(changed[at]) ^ uchar(random.bounded(1, 256)));
        INFO((round % 2 == 0 ? "draft byte " : "appendix byte ") << at);
        REQUIRE_FALSE(checkSignedDraft(otherDraft, otherAppendix, expected));
    }
}
