#include "common/KartuKendali.h"
#include "common/Alur.h"
#include "common/KartuKendaliStages.h"

#include <QJsonArray>
#include <QTimeZone>

#include <catch2/catch_test_macros.hpp>

using namespace sipenduduk;
using namespace Qt::StringLiterals;

namespace {

const QDateTime CardStart(QDate(2026, 11, 23), QTime(1, 0), QTimeZone::UTC);

KartuKendaliLine cardLine(LineKind kind, Action action, Status status, Role duty, Role counterpart,
                          int seconds)
{
    KartuKendaliLine line;
    line.kind = kind;
    line.action = int(action);
    line.status = status;
    line.duty = duty;
    line.counterpart = counterpart;
    line.officer = duty == Role::Pemohon ? QString() : u"Petugas "_s + word(duty);
    line.officerId = int(duty);
    line.at = CardStart.addSecs(seconds);
    return line;
}

QList<KartuKendaliLine> cardChain()
{
    QList<KartuKendaliLine> lines{
        cardLine(LineKind::Pengajuan, Action::Submit, Status::Diajukan, Role::Pemohon, Role::Fo, 0),
        cardLine(LineKind::Penerimaan, Action::Register, Status::Diregistrasi, Role::Fo,
                 Role::Pemohon, 30),
        cardLine(LineKind::Pekerjaan, Action::Verify, Status::Diverifikasi, Role::Fo, Role::None,
                 50),
        cardLine(LineKind::Penyerahan, Action::HandToKasi, Status::DiKasi, Role::Fo, Role::Kasi,
                 80),
        cardLine(LineKind::Penerimaan, Action::Receive, Status::DiKasi, Role::Kasi, Role::Fo, 100),
        cardLine(LineKind::Paraf, Action::GiveParaf, Status::DiKasi, Role::Kasi, Role::None, 200),
        cardLine(LineKind::Penyerahan, Action::GiveParaf, Status::DiKabid, Role::Kasi, Role::Kabid,
                 200),
    };
    QByteArray head = KartuKendali::chainStart(u"PKU-1"_s, u"akta-kelahiran"_s);
    for (qsizetype i = 0; i < lines.size(); ++i) {
        KartuKendali::chain(lines[i], i, head);
        head = lines.at(i).hash;
    }
    return lines;
}

} // namespace

TEST_CASE("A chain is intact as it was written and broken by any change", "[kartu-kendali]")
{
    const QByteArray start = KartuKendali::chainStart(u"PKU-1"_s, u"akta-kelahiran"_s);
    const QList<KartuKendaliLine> chain = cardChain();
    REQUIRE(KartuKendali::firstBroken(chain, start) == -1);
    CHECK(KartuKendali::firstBroken({}, start) == -1);
    // The chain belongs to its permohonan and service.
    CHECK(
        KartuKendali::firstBroken(chain, KartuKendali::chainStart(u"PKU-2"_s, u"akta-kelahiran"_s))
        == 0);

    const auto brokenBy = [&](qsizetype index, auto change) {
        QList<KartuKendaliLine> changed = chain;
        change(changed[index]);
        return KartuKendali::firstBroken(changed, start);
    };
    using L = KartuKendaliLine;
    CHECK(brokenBy(2, [](L &l) { l.seq = 9; }) == 2);
    CHECK(brokenBy(2, [](L &l) { l.kind = LineKind::Paraf; }) == 2);
    CHECK(brokenBy(2, [](L &l) { l.action += 1; }) == 2);
    CHECK(brokenBy(2, [](L &l) { l.status = Status::Ditolak; }) == 2);
    CHECK(brokenBy(2, [](L &l) { l.duty = Role::Kasi; }) == 2);
    CHECK(brokenBy(2, [](L &l) { l.officerId += 1; }) == 2);
    CHECK(brokenBy(2, [](L &l) { l.officer += u'x'; }) == 2);
    CHECK(brokenBy(2, [](L &l) { l.counterpart = Role::Kasi; }) == 2);
    CHECK(brokenBy(2, [](L &l) { l.at = l.at.addMSecs(1); }) == 2);
    CHECK(brokenBy(2, [](L &l) { l.note = u"x"_s; }) == 2);
    CHECK(brokenBy(2, [](L &l) { l.dokumen = u"kk"_s; }) == 2);
    CHECK(brokenBy(2, [](L &l) { l.draftSha256 = QByteArray(32, 'x'); }) == 2);
    CHECK(brokenBy(2, [](L &l) { l.previousHash[0] = char(l.previousHash[0] ^ 1); }) == 2);
    CHECK(brokenBy(2, [](L &l) { l.hash[0] = char(l.hash[0] ^ 1); }) == 2);
    // Re-hashed alone, it no longer fits the next line.
    CHECK(brokenBy(2,
                   [](L &l) {
                       l.note = u"x"_s;
                       l.hash = KartuKendali::lineHash(l);
                   })
          == 3);
    QList<KartuKendaliLine> shortened = chain;
    shortened.removeAt(3);
    CHECK(KartuKendali::firstBroken(shortened, start) == 3);
}

TEST_CASE("A line survives its export, and an odd one is refused", "[kartu-kendali]")
{
    for (const KartuKendaliLine &line : cardChain()) {
        const QJsonObject object = KartuKendali::toJson(line);
        const auto back = KartuKendali::fromJson(object);
        REQUIRE(back);
        CHECK(*back == line);
        for (const QString &key : object.keys()) {
            QJsonObject lacking = object;
            lacking.remove(key);
            CHECK_FALSE(KartuKendali::fromJson(lacking));
            QJsonObject illTyped = object;
            illTyped[key] = QJsonArray();
            CHECK_FALSE(KartuKendali::fromJson(illTyped));
        }
        QJsonObject more = object;
        more[u"x"_s] = 1;
        CHECK_FALSE(KartuKendali::fromJson(more));
    }
}

TEST_CASE("The stages of a card tell who had it, from when until when", "[kartu-kendali]")
{
    const QList<KartuKendaliStage> stages = stagesOf(cardChain());
    REQUIRE(stages.size() == 4);
    CHECK(stages.at(0).status == Status::Diajukan);
    CHECK(stages.at(0).handedIn == CardStart);
    CHECK(stages.at(0).handedOn == CardStart.addSecs(30));
    CHECK(stages.at(1).holder == Role::Fo);
    CHECK(stages.at(1).handedOn == CardStart.addSecs(80));
    CHECK(stages.at(2).holder == Role::Kasi);
    CHECK(stages.at(2).received == CardStart.addSecs(100));
    CHECK(stages.at(2).leftBy == Action::GiveParaf);
    CHECK(stages.at(3).holder == Role::Kabid);
    CHECK_FALSE(stages.at(3).received.isValid());
}

TEST_CASE("Every state and duty has a word and comes back from it", "[kartu-kendali]")
{
    for (int i = 0; i < StatusCount; ++i)
        CHECK(statusFromWord(word(Status(i))) == Status(i));
    for (int i = 0; i < RoleCount; ++i)
        CHECK(roleFromWord(word(Role(i))) == Role(i));
    CHECK_FALSE(statusFromWord(u"di_mana"_s));
    CHECK(Alur::isFinal(Status::Ditolak));
    CHECK(Alur::isFinal(Status::Diterima));
    CHECK_FALSE(Alur::isFinal(Status::Terkirim));
}
