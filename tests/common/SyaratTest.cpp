#include "common/SyaratPermohonan.h"
#include "tests/common/KatalogHelp.h"
#include "tests/common/Printers.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>

using namespace sipenduduk;
using namespace Qt::StringLiterals;

namespace {

QStringList outputCodes(const QList<Keluaran> &outputs)
{
    QStringList codes;
    for (const Keluaran &output : outputs)
        codes << output.dokumen;
    return codes;
}

JawabanSyarat allAnswered(const Layanan &layanan, bool answer)
{
    JawabanSyarat answers;
    for (const QString &key : unansweredConditions(layanan, {}))
        answers.insert(key, answer);
    return answers;
}

} // namespace

TEST_CASE("A birth asks for proof of birth, proof about the parents, and what was answered yes",
          "[syarat]")
{
    const Layanan &birth = shippedLayanan(u"akta-kelahiran");
    const WantedSyarat proof{u"bukti-lahir"_s,
                             {u"ket-lahir"_s, u"sptjm-kelahiran"_s, u"ba-polisi"_s}};
    const WantedSyarat parents{u"bukti-ortu"_s,
                               {u"bukti-kawin"_s, u"sptjm-pasutri"_s, u"pernyataan-anak-ibu"_s}};
    CHECK(requiredRequirements(birth, {}) == QList{proof, parents});
    CHECK(requiredRequirements(birth, {{u"syarat.kk"_s, true}, {u"syarat.dok-perjalanan"_s, false}})
          == QList{proof, parents, WantedSyarat{{}, {u"kk"_s}}});
}

TEST_CASE("One upload of a group is enough, each single paper is needed", "[syarat]")
{
    const Layanan &birth = shippedLayanan(u"akta-kelahiran");
    const JawabanSyarat answers{{u"syarat.kk"_s, true}, {u"syarat.dok-perjalanan"_s, false}};
    CHECK(missingRequirements(birth, answers, {}).size() == 3);
    const auto missing = missingRequirements(birth, answers, {u"sptjm-kelahiran"_s, u"kk"_s});
    REQUIRE(missing.size() == 1);
    CHECK(missing.first().group == u"bukti-ortu");
    CHECK(
        missingRequirements(birth, answers, {u"ba-polisi"_s, u"bukti-kawin"_s, u"kk"_s}).isEmpty());
    CHECK(
        missingRequirements(birth, answers, {u"ba-polisi"_s, u"bukti-kawin"_s, u"dok-perjalanan"_s})
        == QList{WantedSyarat{{}, {u"kk"_s}}});
}

TEST_CASE("A requirement and an output of the same code have answers of their own", "[syarat]")
{
    const Layanan &birth = shippedLayanan(u"akta-kelahiran");
    CHECK(unansweredConditions(birth, {})
          == QStringList{u"syarat.kk"_s, u"syarat.dok-perjalanan"_s, u"keluaran.kk"_s,
                         u"keluaran.kia"_s});
    CHECK(unansweredConditions(birth, {{u"syarat.kk"_s, false}, {u"keluaran.kia"_s, true}})
          == QStringList{u"syarat.dok-perjalanan"_s, u"keluaran.kk"_s});
    CHECK(outputCodes(wantedOutputs(birth, {{u"syarat.kk"_s, true}}))
          == QStringList{u"akta-kelahiran"_s});
}

TEST_CASE("A birth brings akta, KK and KIA as one set when its questions say so", "[syarat]")
{
    const Layanan &birth = shippedLayanan(u"akta-kelahiran");
    const auto set = wantedOutputs(birth, {{u"keluaran.kk"_s, true}, {u"keluaran.kia"_s, true}});
    REQUIRE(outputCodes(set) == QStringList{u"akta-kelahiran"_s, u"kk"_s, u"kia"_s});
    CHECK(set.at(0).delivery == Delivery::Mail);
    CHECK(set.at(1).delivery == Delivery::Mail);
    CHECK(set.at(2).delivery == Delivery::Pickup);
    CHECK(outputCodes(wantedOutputs(birth, {{u"keluaran.kk"_s, false}, {u"keluaran.kia"_s, true}}))
          == QStringList{u"akta-kelahiran"_s, u"kia"_s});
}

TEST_CASE("Old cards are brought to the counter, not uploaded", "[syarat]")
{
    const Layanan &move = shippedLayanan(u"pindah-dalam-kota");
    REQUIRE(move.requirement(u"ktp-kia-lama"));
    CHECK_FALSE(move.requirement(u"ktp-kia-lama")->isUploaded);
    for (const WantedSyarat &wanted : requiredRequirements(move, allAnswered(move, true)))
        CHECK_FALSE(wanted.codes.contains(u"ktp-kia-lama"));
}

TEST_CASE("For every service: no is the least, yes is all, and uploading all misses nothing",
          "[syarat]")
{
    for (const Layanan &layanan : shippedKatalog().layananList()) {
        CAPTURE(layanan.code);
        QSet<QString> all;
        qsizetype mandatory = 0;
        QSet<QString> groups;
        for (const Syarat &syarat : layanan.requirements) {
            all << syarat.code;
            mandatory += syarat.isMandatory ? 1 : 0;
            if (!syarat.group.isEmpty())
                groups << syarat.group;
        }
        const JawabanSyarat no = allAnswered(layanan, false);
        const JawabanSyarat yes = allAnswered(layanan, true);
        CHECK(unansweredConditions(layanan, no).isEmpty());
        CHECK(requiredRequirements(layanan, no).size() == mandatory + groups.size());
        QSet<QString> wanted;
        for (const WantedSyarat &item : requiredRequirements(layanan, yes))
            for (const QString &code : item.codes)
                wanted << code;
        const auto uploaded = std::ranges::count(layanan.requirements, true, &Syarat::isUploaded);
        CHECK(wanted.size() == uploaded);
        CHECK(missingRequirements(layanan, yes, all).isEmpty());
        CHECK(wantedOutputs(layanan, yes) == layanan.outputs);
        REQUIRE_FALSE(wantedOutputs(layanan, no).isEmpty());
        CHECK(wantedOutputs(layanan, no).first() == layanan.outputs.first());
    }
}
