#include "server/db/OutboxRepository.h"
#include "server/services/MailOutcome.h"
#include "server/services/Workflow.h"
#include "tests/support/TestOffice.h"

#include <catch2/catch_test_macros.hpp>

using namespace sipenduduk;
using namespace Qt::StringLiterals;

namespace {

using enum Status;

protocol::Act plainAct(TestOffice &office, PermohonanId id, Role duty, Action action)
{
    return {.id = id,
            .duty = duty,
            .version = office.head(id).version,
            .action = action,
            .note = {},
            .defects = {},
            .dokumen = {},
            .address = {}};
}

qint64 mailOf(TestOffice &office, PermohonanId id)
{
    return office
        .read([&](Connection &db) -> Result<qint64> {
            auto query =
                db.run(u"SELECT max(id) FROM outbox WHERE permohonan_id = ?1 AND event = ?2"_s,
                       {qint64(id), int(MailEvent::Issued)});
            (*query)->next();
            return (*query)->value(0).toLongLong();
        })
        .value();
}

} // namespace

TEST_CASE("A stale version is a conflict, never a lost update", "[version]")
{
    TestOffice office;
    const PermohonanId id = office.submitBirth();
    protocol::Act act = plainAct(office, id, Role::Fo, Action::Register);
    act.version -= 1;
    CHECK(office.office->act(office.session(Role::Fo), act, {}).result().error().code
          == ErrorCode::Conflict);
    act.version += 1;
    CHECK(office.office->act(office.session(Role::Fo), act, {}).result());
    CHECK(office.office->act(office.session(Role::Fo), act, {}).result().error().code
          == ErrorCode::Conflict);
    act.version = -1; // no number in a message stands for "any"
    CHECK(office.office->act(office.session(Role::Fo), act, {}).result().error().code
          == ErrorCode::Conflict);
}

TEST_CASE("No officer acts as the server, whatever duty his message claims", "[section]")
{
    TestOffice office;
    const PermohonanId id = office.bringTo(Ditandatangani, Role::Fo, true);
    protocol::Act act = plainAct(office, id, Role::Sistem, Action::MailAccepted);
    act.dokumen = office.dokumenList(id).first().id;
    CHECK(office.office->act(office.session(Role::Fo), act, {}).result().error().code
          == ErrorCode::Forbidden);
    CHECK(office.dokumenList(id).first().status == Ditandatangani);
}

TEST_CASE("A defect with a verdict that does not exist is refused", "[returns]")
{
    TestOffice office;
    const PermohonanId id = office.submitBirth();
    protocol::Act act = plainAct(office, id, Role::Fo, Action::AskRevision);
    act.defects.append({.target = DefectTarget::Requirement,
                        .code = u"ket-lahir"_s,
                        .verdict = Verdict(1000),
                        .solution = u"Unggah pindaian yang jelas"_s});
    CHECK(office.office->act(office.session(Role::Fo), act, {}).result().error().code
          == ErrorCode::InvalidArgument);
}

TEST_CASE("The same idempotency key gives the first answer and does nothing again", "[idempotency]")
{
    TestOffice office;
    const PermohonanId id = office.submitBirth();
    const QByteArray key(16, 'k');
    const protocol::Act act = plainAct(office, id, Role::Fo, Action::Register);
    const auto first = office.office->act(office.session(Role::Fo), act, key).result();
    REQUIRE(first);
    const qint64 lines = office.head(id).chainSeq;
    CHECK(office.office->act(office.session(Role::Fo), act, key).result() == first);
    CHECK(office.head(id).chainSeq == lines);

    protocol::Act other = plainAct(office, id, Role::Fo, Action::Receive);
    CHECK(office.office->act(office.session(Role::Fo), other, key).result().error().code
          == ErrorCode::InvalidArgument);
    // The key is the officer's own: another's same key is another request.
    CHECK(office.office->act(office.session(Role::Kasi), act, key).result().error().code
          == ErrorCode::Forbidden);

    SECTION("also for drafts, which take two transactions")
    {
        const PermohonanId entered = office.bringTo(Dientri, Role::Fo, false);
        const Permohonan present = office.permohonan(entered);
        QMap<QString, QString> data = present.data;
        data.insert(u"pukul"_s, u"08:00"_s);
        REQUIRE(office.office
                    ->saveData(office.session(Role::Fo),
                               {entered, Role::Fo, present.row.version, data, {}, u"ya"_s}, {})
                    .result());
        const protocol::MakeDrafts make{entered, Role::Fo, office.head(entered).version};
        const QByteArray draftKey(16, 'd');
        const auto made =
            office.office->makeDrafts(office.session(Role::Fo), make, draftKey).result();
        REQUIRE(made);
        CHECK(office.office->makeDrafts(office.session(Role::Fo), make, draftKey).result() == made);
        CHECK(office.dokumenList(entered).first().draftVersion == 2);
    }
}

TEST_CASE("An officer of another section may neither see nor act", "[section]")
{
    TestOffice office;
    const PermohonanId id = office.bringTo(DiKasi, Role::Kasi, false);
    const Session stranger = office.addOfficer(u"kasi-lain"_s, {{Role::Kasi, u"identitas"_s}});
    CHECK(office.office->act(stranger, plainAct(office, id, Role::Kasi, Action::Receive), {})
              .result()
              .error()
              .code
          == ErrorCode::Forbidden);
    CHECK(office.office->openPermohonan(stranger, {id, Role::Kasi}).result().error().code
          == ErrorCode::Forbidden);
    CHECK(office.office->exportKartuKendali(stranger, {id, protocol::ExportFormat::Json})
              .result()
              .error()
              .code
          == ErrorCode::Forbidden);
    CHECK(office.office->fetchBlob(stranger, {id, office.dokumenList(id).first().draftSha256, 0})
              .result()
              .error()
              .code
          == ErrorCode::Forbidden);
    CHECK(office.office
              ->listQueue(
                  stranger,
                  {.duty = Role::Kasi, .view = protocol::QueueView::Work, .after = {}, .limit = 50})
              .result()
              ->rows.isEmpty());
    // A duty that the session does not hold is refused, whatever the message says.
    CHECK(office.office->act(stranger, plainAct(office, id, Role::Kadin, Action::Sign), {})
              .result()
              .error()
              .code
          == ErrorCode::InvalidArgument);
    CHECK(office.office->act(stranger, plainAct(office, id, Role::Kabid, Action::GiveParaf), {})
              .result()
              .error()
              .code
          == ErrorCode::Forbidden);
}

TEST_CASE("A lease keeps others out until it ends or is given back", "[lease]")
{
    TestOffice office;
    const Session second = office.addOfficer(u"fo2"_s, {{Role::Fo, {}}});
    const PermohonanId id = office.submitBirth();
    // Who has nothing to do there keeps nobody out.
    CHECK(office.office->claim(office.session(Role::Kasi), {id, Role::Kasi}).result().error().code
          == ErrorCode::NotAllowed);
    REQUIRE(office.office->claim(office.session(Role::Fo), {id, Role::Fo}).result());
    CHECK(office.office->claim(second, {id, Role::Fo}).result().error().code == ErrorCode::Held);
    CHECK(office.office->act(second, plainAct(office, id, Role::Fo, Action::Register), {})
              .result()
              .error()
              .code
          == ErrorCode::Held);
    SECTION("after its time")
    {
        office.now = office.now.addSecs(120);
        CHECK(office.office->act(second, plainAct(office, id, Role::Fo, Action::Register), {})
                  .result());
    }
    SECTION("given back")
    {
        REQUIRE(office.office->releaseClaim(office.session(Role::Fo), {id}).result());
        CHECK(office.office->claim(second, {id, Role::Fo}).result());
    }
    SECTION("when the officer's connection is gone")
    {
        office.office->dropClaims(office.session(Role::Fo).user);
        CHECK(office.office->claim(second, {id, Role::Fo}).result());
    }
}

TEST_CASE("Mail moves the dokumen it carries, in one transaction", "[delivery]")
{
    TestOffice office;
    const PermohonanId id = office.bringTo(Ditandatangani, Role::Fo, true);
    const qint64 mail = mailOf(office, id);
    REQUIRE(mail > 0);
    SECTION("accepted")
    {
        REQUIRE(office.write([&](Connection &db) {
            return MailOutcome::accepted(db, office.parts, mail, office.now);
        }));
        const auto set = office.dokumenList(id);
        CHECK(set.at(0).status == Terkirim);
        CHECK(set.at(1).status == Terkirim);
        CHECK(set.at(2).status == Ditandatangani); // the card is still to be printed
        CHECK(office.head(id).holder == Role::Fo);
        const auto token = set.at(0).downloadToken;
        REQUIRE(office.citizens->download(token).result());
        CHECK(office.dokumenList(id).at(0).status == Diterima);
        CHECK(office.citizens->download(token).result()); // once more changes nothing
    }
    SECTION("refused for good, then sent to a corrected address")
    {
        REQUIRE(office.write([&](Connection &db) {
            return MailOutcome::bounced(db, office.parts, mail, u"550"_s, office.now);
        }));
        CHECK(office.head(id).status == GagalKirim);
        CHECK(office.head(id).holder == Role::Fo);
        StepInput input;
        input.dokumen = office.dokumenList(id).first().id;
        CHECK(office.act(id, Role::Fo, Action::CorrectAddress, input).error()
              == Error{ErrorCode::Incomplete, u"address"_s});
        input.address = u"benar@contoh.test"_s;
        REQUIRE(office.act(id, Role::Fo, Action::CorrectAddress, input));
        const qint64 second = mailOf(office, id);
        REQUIRE(second > mail);
        REQUIRE(office.write([&](Connection &db) {
            return MailOutcome::accepted(db, office.parts, second, office.now);
        }));
        CHECK(office.dokumenList(id).at(0).status == Terkirim);
    }
    SECTION("the card is made ready and collected")
    {
        StepInput input;
        input.dokumen = office.dokumenList(id).at(2).id;
        REQUIRE(office.act(id, Role::Fo, Action::MakeReady, input));
        CHECK(office.act(id, Role::Fo, Action::HandOverCard, input).error()
              == Error{ErrorCode::Incomplete, u"taker"_s});
        input.note = u"Siti Aminah, ibu"_s;
        REQUIRE(office.act(id, Role::Fo, Action::HandOverCard, input));
        CHECK(office.dokumenList(id).at(2).status == Diambil);
    }
}

TEST_CASE("One person has one open request for a service", "[intake]")
{
    TestOffice office;
    Application ktp;
    const Layanan *layanan = office.katalog.layanan(u"ktp-hilang-rusak"_s);
    REQUIRE(layanan);
    const QStringList niks = subjectNiks(*layanan, {{u"pemohon_nik"_s, u"1471010101800001"_s}});
    CHECK(niks == QStringList{u"1471010101800001"_s});
    const Layanan *birth = office.katalog.layanan(u"akta-kelahiran"_s);
    // Parents, witnesses and reporters may stand in several births at once: twins.
    CHECK(subjectNiks(*birth, TestOffice::birthData()).isEmpty());
}

TEST_CASE("Queues show each duty its own, oldest first, page by page", "[queue]")
{
    TestOffice office;
    QList<PermohonanId> ids;
    for (int i = 0; i < 5; ++i) {
        ids.append(office.submitBirth());
        office.now = office.now.addSecs(60);
    }
    protocol::ListQueue request{
        .duty = Role::Fo, .view = protocol::QueueView::Work, .after = {}, .limit = 2};
    QList<PermohonanId> seen;
    for (int page = 0; page < 3; ++page) {
        const auto answer = office.office->listQueue(office.session(Role::Fo), request).result();
        REQUIRE(answer);
        for (const PermohonanRow &row : answer->rows)
            seen.append(row.id);
        CHECK(answer->isLast == (page == 2));
        request.after = answer->next;
    }
    CHECK(seen == ids);
    CHECK(office.office
              ->listQueue(
                  office.session(Role::Kasi),
                  {.duty = Role::Fo, .view = protocol::QueueView::Work, .after = {}, .limit = 2})
              .result()
              .error()
              .code
          == ErrorCode::Forbidden);
    CHECK(office.office
              ->listQueue(
                  office.session(Role::Admin),
                  {.duty = Role::Admin, .view = protocol::QueueView::Work, .after = {}, .limit = 2})
              .result()
              .error()
              .code
          == ErrorCode::Forbidden);
    const auto found = office.office->search(office.session(Role::Fo), {u"antoso"_s}).result();
    REQUIRE(found);
    CHECK(found->rows.size() == 5);
    CHECK(office.office->search(office.session(Role::Fo), {u"\" OR 1"_s}).result()->rows.isEmpty());
    CHECK(office.office->search(office.session(Role::Fo), {u"1471014202820002"_s})
              .result()
              ->rows.size()
          == 5);
}

TEST_CASE("The kartu kendali cannot be rewritten in the database", "[kartu-kendali]")
{
    TestOffice office;
    (void)office.submitBirth();
    const auto changed = office.write(
        [](Connection &db) { return db.execute(u"UPDATE kartu_kendali SET note = 'x'"_s); });
    CHECK_FALSE(changed);
    const auto removed =
        office.write([](Connection &db) { return db.execute(u"DELETE FROM kartu_kendali"_s); });
    CHECK_FALSE(removed);
}
