#include "tests/tte/AttackSupport.h"

#include <catch2/catch_test_macros.hpp>

#include <QElapsedTimer>
#include <QFile>

#include <cstdio>

using namespace Qt::StringLiterals;
using namespace sipenduduk;
using namespace sipenduduk::test;

namespace {

constexpr qsizetype LargestDraft = 100'000'000; ///< bytes
constexpr qint64 MostExtraMemory = 32 * 1024;   ///< KiB

QByteArray largePdf()
{
    const QByteArray small = plainPdf({}, {}, "<< /Length 1 >>\nstream\nx\nendstream");
    const qsizetype length = LargestDraft - small.size() - 20;
    return plainPdf({}, {},
                    "<< /Length " + QByteArray::number(length) + " >>\nstream\n"
                        + QByteArray(length, 'x') + "\nendstream");
}

/// A row of /proc/self/status in KiB.
qint64 memoryRow(QByteArrayView row)
{
    const QByteArray status = readFile(u"/proc/self/status"_s);
    const qsizetype at = status.indexOf(row) + row.size();
    return status.sliced(at, status.indexOf("kB", at) - at).trimmed().toLongLong();
}

/// From here on VmHWM counts anew.
bool forgetPeak()
{
    QFile file(u"/proc/self/clear_refs"_s);
    return file.open(QIODevice::WriteOnly) && file.write("5") == 1;
}

/// KiB that `work` takes at its peak beside what there is already.
template <typename Work>
qint64 extraMemory(const Work &work)
{
    REQUIRE(forgetPeak());
    const qint64 before = memoryRow("VmRSS:");
    work();
    return memoryRow("VmHWM:") - before;
}

} // namespace

TEST_CASE("Signing a draft of 100 MB takes at most 32 MB beside it", "[tte][large]")
{
    const QByteArray draft = largePdf();
    REQUIRE(draft.size() > LargestDraft - 100);
    Signer signer;
    REQUIRE(signer.sign(plainPdf())); // fonts and the first CMS are not the draft's
    const DraftSigningRequest request = requestFor(draft);
    // One copy would be seen.
    CHECK(extraMemory([&] { CHECK(QByteArray(draft.constData(), draft.size()).endsWith("EOF")); })
          > MostExtraMemory);

    QElapsedTimer timer;
    timer.start();
    Result<SignedAppendix> appendix;
    const qint64 extra = extraMemory([&] { appendix = signer.sign(request); });
    const qint64 elapsed = timer.elapsed();
    std::printf("a draft of 100 MB: signed in %lld ms with %lld KiB beside it\n",
                static_cast<long long>(elapsed), static_cast<long long>(extra));
    REQUIRE(appendix);
    CHECK(extra < MostExtraMemory);
    CHECK(appendix->appendix.size() < MaxAppendixSize);

    const QByteArray file = draft + appendix->appendix;
    timer.restart();
    CHECK(judge(file).verdict == SignatureVerdict::Sah);
    std::printf("verified in %lld ms\n", static_cast<long long>(timer.elapsed()));
}
