#include "server/db/BerkasRepository.h"
#include "server/db/KartuKendaliRepository.h"
#include "server/services/Workflow.h"
#include "tests/support/TestOffice.h"

#include <catch2/catch_test_macros.hpp>

using namespace sipenduduk;
using namespace Qt::StringLiterals;

namespace {

using enum Status;

StepInput defectInput(const QString &solution = u"Ejaan nama diperbaiki"_s)
{
    StepInput input;
    input.defects = {{.target = DefectTarget::Field,
                      .code = u"anak_nama"_s,
                      .verdict = Verdict::NotMatching,
                      .solution = solution}};
    return input;
}

/// The last hand-over of the card: from whom, to whom.
std::pair<Role, Role> lastHandOver(TestOffice &office, PermohonanId id)
{
    std::pair<Role, Role> last;
    for (const KartuKendaliLine &line : office.permohonan(id).kartuKendali) {
        if (line.kind == LineKind::Penyerahan)
            last = {line.duty, line.counterpart};
    }
    return last;
}

bool isChainIntact(TestOffice &office, PermohonanId id)
{
    const Permohonan permohonan = office.permohonan(id);
    return KartuKendali::firstBroken(
               permohonan.kartuKendali,
               KartuKendali::chainStart(permohonan.row.number, permohonan.row.layanan))
        < 0;
}

int waitingMails(TestOffice &office, MailEvent event)
{
    return int(office
                   .read([&](Connection &db) -> Result<int> {
                       auto query =
                           db.run(u"SELECT count(*) FROM outbox WHERE event = ?1"_s, {int(event)});
                       if (!query || !(*query)->next())
                           return 0;
                       return (*query)->value(0).toInt();
                   })
                   .value());
}

Result<protocol::ActReply> mendData(TestOffice &office, PermohonanId id, Role duty,
                                    const QString &childName)
{
    const Permohonan present = office.permohonan(id);
    QMap<QString, QString> data = present.data;
    data.insert(u"anak_nama"_s, childName);
    return office.office
        ->saveData(office.session(duty),
                   {.id = id,
                    .duty = duty,
                    .version = present.row.version,
                    .data = data,
                    .siakNumber = {},
                    .warningReason = u"sesuai"_s},
                   {})
        .result();
}

} // namespace

SCENARIO("FO sends a permohonan back to the applicant, who renews only what was refused",
         "[returns]")
{
    TestOffice office;
    const PermohonanId id = office.submitBirth();
    const QDateTime place = office.head(id).queueAt;
    REQUIRE(office.act(id, Role::Fo, Action::Register));
    StepInput input = defectInput();
    input.defects.append({.target = DefectTarget::Requirement,
                          .code = u"ket-lahir"_s,
                          .verdict = Verdict::Unreadable,
                          .solution = u"Unggah pindaian yang jelas"_s});
    REQUIRE(office.act(id, Role::Fo, Action::AskRevision, input));
    CHECK(office.head(id).status == DikembalikanKePemohon);
    CHECK(waitingMails(office, MailEvent::RevisionAsked) == 1);
    office.now = office.now.addDays(1);

    const auto resubmit = [&](const QMap<QString, QString> &data, const QList<Upload> &uploads) {
        return office.write([&](Connection &db) {
            return Intake(db, office.parts, office.pemohon, office.now).resubmit(id, data, uploads);
        });
    };
    Upload renewed = TestOffice().birthApplication().uploads.first();
    renewed = office.birthApplication().uploads.first();
    const QMap<QString, QString> newName{{u"anak_nama"_s, u"Putri Ayu Kirana"_s}};

    WHEN("something that was refused is missing")
    {
        THEN("it is refused and stays with the applicant")
        {
            CHECK(resubmit(newName, {}).error() == Error{ErrorCode::Incomplete, u"defects"_s});
            CHECK(resubmit({}, {renewed}).error() == Error{ErrorCode::Incomplete, u"defects"_s});
            CHECK(office.head(id).status == DikembalikanKePemohon);
        }
    }
    WHEN("something that was not refused is changed too")
    {
        QMap<QString, QString> more = newName;
        more.insert(u"ibu_nama"_s, u"Nama Lain Sekali"_s);
        Upload other = renewed;
        other.requirement = u"kk"_s;
        THEN("it is refused")
        {
            CHECK(resubmit(more, {renewed}).error().code == ErrorCode::InvalidArgument);
            CHECK(resubmit(newName, {renewed, other}).error().code == ErrorCode::InvalidArgument);
        }
    }
    WHEN("exactly that is renewed")
    {
        REQUIRE(resubmit(newName, {renewed}));
        THEN("it is back with the FO at its old place, the old upload superseded")
        {
            const Permohonan permohonan = office.permohonan(id);
            CHECK(permohonan.row.status == Diajukan);
            CHECK(permohonan.row.isReturned);
            CHECK(office.head(id).queueAt == place);
            CHECK(permohonan.defects.isEmpty());
            CHECK(permohonan.data.value(u"anak_nama"_s) == u"Putri Ayu Kirana"_s);
            CHECK(std::ranges::count_if(permohonan.berkasList,
                                        [](const Berkas &b) {
                                            return b.requirement == u"ket-lahir"_s
                                                && !b.isSuperseded;
                                        })
                  == 1);
            CHECK(isChainIntact(office, id));
        }
    }
}

SCENARIO("FO rejects a permohonan", "[returns]")
{
    TestOffice office;
    const PermohonanId id = office.submitBirth();
    CHECK(office.act(id, Role::Fo, Action::Reject).error()
          == Error{ErrorCode::Incomplete, u"reason"_s});
    StepInput input;
    input.note = u"Bukan penduduk Pekanbaru"_s;
    REQUIRE(office.act(id, Role::Fo, Action::Reject, input));
    CHECK(office.head(id).status == Ditolak);
    CHECK(waitingMails(office, MailEvent::Rejected) == 1);
    CHECK(office.act(id, Role::Fo, Action::Register).error().code == ErrorCode::NotAllowed);
}

SCENARIO("Kasi returns an entry error to the Editor and gets new drafts to approve", "[returns]")
{
    TestOffice office;
    const PermohonanId id = office.bringTo(DiKasi, Role::Kasi, false);
    CHECK(office.act(id, Role::Kasi, Action::ReturnToEditor).error()
          == Error{ErrorCode::Incomplete, u"defects"_s});
    CHECK(office.act(id, Role::Kasi, Action::ReturnToEditor, defectInput(u"  "_s)).error().code
          == ErrorCode::Incomplete);
    REQUIRE(office.act(id, Role::Kasi, Action::ReturnToEditor, defectInput()));
    CHECK(office.permohonan(id).defects == defectInput().defects);
    REQUIRE(office.act(id, Role::Editor, Action::Receive));
    const QByteArray oldDraft = office.dokumenList(id).first().draftSha256;
    const QString number = office.dokumenList(id).first().number;

    REQUIRE(mendData(office, id, Role::Editor, u"Putri Ayu Kirana"_s));
    CHECK(office.act(id, Role::Editor, Action::HandToKasi).error()
          == Error{ErrorCode::Incomplete, u"drafts"_s});
    office.now = office.now.addDays(2);
    office.makeDrafts(id);
    const DokumenRecord mended = office.dokumenList(id).first();
    CHECK(mended.draftSha256 != oldDraft);
    CHECK(mended.draftVersion == 2);
    CHECK(mended.number == number); // fixed at the first draft
    CHECK(mended.issueDate == QDate(2026, 11, 23));
    REQUIRE(office.act(id, Role::Editor, Action::HandToKasi));
    CHECK(office.head(id).status == DiKasi);
    CHECK(office.permohonan(id).defects.isEmpty());
    CHECK(lastHandOver(office, id) == std::pair(Role::Editor, Role::Kasi));
    CHECK(isChainIntact(office, id));
}

SCENARIO("A fault that only the applicant can mend travels hand by hand through the Editor",
         "[returns]")
{
    TestOffice office;
    const PermohonanId id = office.bringTo(DiKadin, Role::Kadin, false);
    REQUIRE(office.act(id, Role::Kadin, Action::ReturnToKabid, defectInput()));
    CHECK(lastHandOver(office, id) == std::pair(Role::Kadin, Role::Kabid));
    REQUIRE(office.act(id, Role::Kabid, Action::ReturnToKasi, defectInput()));
    CHECK(lastHandOver(office, id) == std::pair(Role::Kabid, Role::Kasi));
    REQUIRE(office.act(id, Role::Kasi, Action::ReturnToEditor, defectInput()));
    StepInput reason;
    reason.note = u"Surat lahir tidak sah"_s;
    CHECK(office.act(id, Role::Editor, Action::HandToFo).error()
          == Error{ErrorCode::Incomplete, u"reason"_s});
    REQUIRE(office.act(id, Role::Editor, Action::HandToFo, reason));
    CHECK(office.head(id).status == DiEditor);
    CHECK(office.head(id).holder == Role::Fo);
    REQUIRE(office.act(id, Role::Fo, Action::AskRevision, defectInput()));
    CHECK(office.head(id).status == DikembalikanKePemohon);
    CHECK(isChainIntact(office, id));
}

SCENARIO("A return voids the paraf of the one who gets it back", "[returns]")
{
    TestOffice office;
    const PermohonanId id = office.bringTo(DiKadin, Role::Kadin, false);
    CHECK(office.permohonan(id).dokumenList.first().parafList.size() == 2);
    REQUIRE(office.act(id, Role::Kadin, Action::ReturnToKabid, defectInput()));
    REQUIRE(office.permohonan(id).dokumenList.first().parafList.size() == 1);
    CHECK(office.permohonan(id).dokumenList.first().parafList.first().duty == Role::Kasi);
    WHEN("the Kabid looks and approves anew")
    {
        office.approve(id, Role::Kabid);
        THEN("it is with the Kadin again, with both parafs")
        {
            CHECK(office.head(id).status == DiKadin);
            CHECK(office.permohonan(id).dokumenList.first().parafList.size() == 2);
        }
    }
    WHEN("it goes on down and new drafts are made")
    {
        REQUIRE(office.act(id, Role::Kabid, Action::ReturnToKasi, defectInput()));
        CHECK(office.permohonan(id).dokumenList.first().parafList.isEmpty());
        REQUIRE(office.act(id, Role::Kasi, Action::ReturnToEditor, defectInput()));
        REQUIRE(office.act(id, Role::Editor, Action::Receive));
        REQUIRE(mendData(office, id, Role::Editor, u"Putri Ayu Kirana"_s));
        office.makeDrafts(id);
        REQUIRE(office.act(id, Role::Editor, Action::HandToKasi));
        THEN("both parafs are needed again")
        {
            office.approve(id, Role::Kasi);
            office.approve(id, Role::Kabid);
            CHECK(office.recordSigned(id, office.session(Role::Kadin)));
        }
    }
}

SCENARIO("Nobody approves twice on one permohonan", "[four-eyes]")
{
    TestOffice office;
    const Session both = office.addOfficer(
        u"rangkap"_s, {{Role::Kasi, u"kelahiran"_s}, {Role::Kabid, u"capil"_s}, {Role::Kadin, {}}});
    const PermohonanId id = office.bringTo(DiKasi, Role::Kasi, false);
    const auto actAs = [&](Role duty, Action action) {
        const protocol::Act act{.id = id,
                                .duty = duty,
                                .version = office.head(id).version,
                                .action = action,
                                .note = {},
                                .defects = {},
                                .dokumen = {},
                                .address = {}};
        return office.office->act(both, act, {}).result();
    };
    REQUIRE(actAs(Role::Kasi, Action::Receive));
    REQUIRE(actAs(Role::Kasi, Action::GiveParaf));
    REQUIRE(actAs(Role::Kabid, Action::Receive));
    CHECK(actAs(Role::Kabid, Action::GiveParaf).error().code == ErrorCode::FourEyes);
    office.approve(id, Role::Kabid); // another person
    CHECK(actAs(Role::Kadin, Action::Receive));
    office.showAllPages(id, both);
    CHECK(office.office->offerSigning(both, {id}).result().error().code == ErrorCode::FourEyes);
}

SCENARIO("A paraf asks for a fresh password and for receipt", "[paraf]")
{
    TestOffice office;
    const PermohonanId id = office.bringTo(DiKasi, Role::Kasi, false);
    const protocol::Act paraf{.id = id,
                              .duty = Role::Kasi,
                              .version = office.head(id).version,
                              .action = Action::GiveParaf,
                              .note = {},
                              .defects = {},
                              .dokumen = {},
                              .address = {}};
    CHECK(office.office->act(office.session(Role::Kasi), paraf, {}).result().error()
          == Error{ErrorCode::Incomplete, u"received"_s});
    REQUIRE(office.act(id, Role::Kasi, Action::Receive));
    Session stale = office.session(Role::Kasi);
    stale.passwordUntil = office.now.addSecs(-1);
    protocol::Act again = paraf;
    again.version = office.head(id).version;
    CHECK(office.office->act(stale, again, {}).result().error().code
          == ErrorCode::PasswordRequired);
    CHECK(office.office->act(office.session(Role::Kasi), again, {}).result());
}

SCENARIO("The Kadin signs nothing that he was not shown", "[signing]")
{
    TestOffice office;
    const PermohonanId id = office.bringTo(DiKadin, Role::Kadin, true);
    const Session kadin = office.session(Role::Kadin);
    REQUIRE(office.act(id, Role::Kadin, Action::Receive));
    CHECK(office.office->offerSigning(kadin, {id}).result().error()
          == Error{ErrorCode::Incomplete, u"views"_s});
    const QList<DokumenRecord> set = office.dokumenList(id);
    for (qsizetype i = 0; i < set.size() - 1; ++i) {
        for (int page = 1; page <= set.at(i).pageCount; ++page)
            REQUIRE(office.office
                        ->recordView(kadin, {id, set.at(i).id, set.at(i).draftSha256, {page}, 900})
                        .result());
    }
    CHECK(office.office->offerSigning(kadin, {id}).result().error().code == ErrorCode::Incomplete);
    // A view of other bytes, or of a page that is not there, does not count.
    const DokumenRecord &last = set.last();
    CHECK_FALSE(
        office.office->recordView(kadin, {id, last.id, QByteArray(32, 'x'), {1}, 900}).result());
    CHECK_FALSE(
        office.office->recordView(kadin, {id, last.id, last.draftSha256, {0}, 900}).result());
    CHECK_FALSE(
        office.office->recordView(kadin, {id, last.id, last.draftSha256, {last.pageCount + 1}, 900})
            .result());
    office.showAllPages(id, kadin);
    const auto offer = office.office->offerSigning(kadin, {id}).result();
    REQUIRE(offer);
    CHECK(offer->dokumenList.size() == 3);
    CHECK(offer->dokumenList.first().verifyUrl.startsWith(u"https://localhost/cek/"_s));
}
