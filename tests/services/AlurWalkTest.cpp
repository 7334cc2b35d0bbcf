#include "server/db/DokumenRepository.h"
#include "server/db/KartuKendaliRepository.h"
#include "server/services/Workflow.h"
#include "tests/support/TestOffice.h"

#include <catch2/catch_test_macros.hpp>

#include <map>
#include <set>
#include <tuple>

using namespace sipenduduk;
using namespace Qt::StringLiterals;

namespace {

using enum Status;
using enum Action;

struct Expected
{
    Status from;
    Role by;
    Action action;
    Status to;
    Role holder;
};

/// Written by hand from domain/rules.md 5, not from the table under test. The state is that of
/// the one dokumen for everything that comes after the TTE.
// clang-format off
const std::vector<Expected> ExpectedSteps {
    {Diajukan, Role::Fo, Register, Diregistrasi, Role::Fo},
    {Diajukan, Role::Fo, AskRevision, DikembalikanKePemohon, Role::Pemohon},
    {Diajukan, Role::Fo, Reject, Ditolak, Role::None},
    {Diajukan, Role::Pemohon, Cancel, DibatalkanPemohon, Role::None},

    {Diregistrasi, Role::Fo, Receive, Diregistrasi, Role::Fo},
    {Diregistrasi, Role::Fo, JudgeBerkas, Diregistrasi, Role::Fo},
    {Diregistrasi, Role::Fo, EditData, Diregistrasi, Role::Fo},
    {Diregistrasi, Role::Fo, Verify, Diverifikasi, Role::Fo},
    {Diregistrasi, Role::Fo, AskRevision, DikembalikanKePemohon, Role::Pemohon},
    {Diregistrasi, Role::Fo, Reject, Ditolak, Role::None},

    {Diverifikasi, Role::Fo, Receive, Diverifikasi, Role::Fo},
    {Diverifikasi, Role::Fo, EditData, Diverifikasi, Role::Fo},
    {Diverifikasi, Role::Fo, AskRevision, DikembalikanKePemohon, Role::Pemohon},
    {Diverifikasi, Role::Fo, Reject, Ditolak, Role::None},
    {Diverifikasi, Role::Fo, Enter, Dientri, Role::Fo},

    {Dientri, Role::Fo, Receive, Dientri, Role::Fo},
    {Dientri, Role::Fo, EditData, Dientri, Role::Fo},
    {Dientri, Role::Fo, MakeDraft, Dientri, Role::Fo},
    {Dientri, Role::Fo, HandToKasi, DiKasi, Role::Kasi},

    {DikembalikanKePemohon, Role::Pemohon, Resubmit, Diajukan, Role::Fo},
    {DikembalikanKePemohon, Role::Pemohon, Cancel, DibatalkanPemohon, Role::None},

    {DiKasi, Role::Kasi, Receive, DiKasi, Role::Kasi},
    {DiKasi, Role::Kasi, GiveParaf, DiKabid, Role::Kabid},
    {DiKasi, Role::Kasi, ReturnToEditor, DiEditor, Role::Editor},
    {DikembalikanKeKasi, Role::Kasi, Receive, DikembalikanKeKasi, Role::Kasi},
    {DikembalikanKeKasi, Role::Kasi, GiveParaf, DiKabid, Role::Kabid},
    {DikembalikanKeKasi, Role::Kasi, ReturnToEditor, DiEditor, Role::Editor},

    {DiKabid, Role::Kabid, Receive, DiKabid, Role::Kabid},
    {DiKabid, Role::Kabid, GiveParaf, DiKadin, Role::Kadin},
    {DiKabid, Role::Kabid, ReturnToKasi, DikembalikanKeKasi, Role::Kasi},
    {DikembalikanKeKabid, Role::Kabid, Receive, DikembalikanKeKabid, Role::Kabid},
    {DikembalikanKeKabid, Role::Kabid, GiveParaf, DiKadin, Role::Kadin},
    {DikembalikanKeKabid, Role::Kabid, ReturnToKasi, DikembalikanKeKasi, Role::Kasi},

    {DiKadin, Role::Kadin, Receive, DiKadin, Role::Kadin},
    {DiKadin, Role::Kadin, ReturnToKabid, DikembalikanKeKabid, Role::Kabid},
};

const std::vector<Expected> ExpectedInEditor {
    {DiEditor, Role::Editor, Receive, DiEditor, Role::Editor},
    {DiEditor, Role::Editor, EditData, DiEditor, Role::Editor},
    {DiEditor, Role::Editor, MakeDraft, DiEditor, Role::Editor},
    {DiEditor, Role::Editor, HandToKasi, DiKasi, Role::Kasi},
    {DiEditor, Role::Editor, HandToFo, DiEditor, Role::Fo},
};

const std::vector<Expected> ExpectedInEditorAtFo {
    {DiEditor, Role::Fo, Receive, DiEditor, Role::Fo},
    {DiEditor, Role::Fo, HandToEditor, DiEditor, Role::Editor},
    {DiEditor, Role::Fo, AskRevision, DikembalikanKePemohon, Role::Pemohon},
    {DiEditor, Role::Fo, Reject, Ditolak, Role::None},
};

/// After the TTE, for a set of one mailed akta, one mailed KK and one card: what each action does
/// to its dokumen. The permohonan follows the least advanced one, told separately.
const std::vector<Expected> ExpectedOfMail {
    {Ditandatangani, Role::Sistem, MailAccepted, Terkirim, Role::None},
    {Ditandatangani, Role::Sistem, MailBounced, GagalKirim, Role::None},
    {Ditandatangani, Role::Pemohon, ConfirmReceipt, Diterima, Role::None},
    {Terkirim, Role::Pemohon, ConfirmReceipt, Diterima, Role::None},
    {GagalKirim, Role::Fo, CorrectAddress, GagalKirim, Role::None},
    {GagalKirim, Role::Sistem, MailAccepted, Terkirim, Role::None},
    {GagalKirim, Role::Sistem, MailBounced, GagalKirim, Role::None},
    {GagalKirim, Role::Fo, PrintAtCounter, SiapDiambil, Role::None},
};
const std::vector<Expected> ExpectedOfCard {
    {Ditandatangani, Role::Fo, MakeReady, SiapDiambil, Role::None},
    {SiapDiambil, Role::Fo, HandOverCard, Diambil, Role::None},
};
// clang-format on

constexpr std::array Duties{Role::None,  Role::Pemohon, Role::Fo,    Role::Editor, Role::Kasi,
                            Role::Kabid, Role::Kadin,   Role::Admin, Role::Sistem};
constexpr int LastAction = int(MakeDraft);

const Expected *lookUp(const std::vector<Expected> &table, Status from, Role by, Action action)
{
    for (const Expected &row : table) {
        if (row.from == from && row.by == by && row.action == action)
            return &row;
    }
    return nullptr;
}

struct Tried
{
    bool isDone = false;
    Error error;
    Status status = Baru;
    Status dokumenStatus = Baru;
    Role holder = Role::None;
    qint64 linesBefore = 0;
    qint64 linesAfter = 0;
    bool isChainIntact = false;
};

/// Does the action with an input that lacks nothing, looks at what came of it, and takes it back
/// by failing the savepoint, so that one prepared permohonan serves for every try.
Tried tryAction(TestOffice &office, PermohonanId id, Role duty, Action action,
                const StepInput &input)
{
    Tried tried;
    const Actor actor = duty == Role::None ? Actor() : office.actor(duty);
    tried.linesBefore = office.head(id).chainSeq;
    (void)office.write([&](Connection &db) -> Result<> {
        const PermohonanHead before = *PermohonanRepository(db).load(id);
        // The holder has it in hand: what is walked here is the table, not the receipt.
        PermohonanHead received = before;
        received.receivedBy = actor.session.user;
        if (actor.isOfficer() && duty != Role::None)
            (void)PermohonanRepository(db).update(received);
        auto outcome =
            Workflow::act(db, office.parts, actor, id, received.version, action, input, office.now);
        tried.isDone = outcome.has_value();
        if (!outcome)
            tried.error = outcome.error();
        const PermohonanHead after = *PermohonanRepository(db).load(id);
        tried.status = after.status;
        tried.holder = after.holder;
        tried.linesAfter = after.chainSeq;
        const auto dokumenList = DokumenRepository(db).list(id);
        for (const DokumenRecord &dokumen : *dokumenList) {
            if (dokumen.id == input.dokumen)
                tried.dokumenStatus = dokumen.status;
        }
        const auto lines = *KartuKendaliRepository(db).list(id);
        tried.isChainIntact = lines.size() == after.chainSeq
            && KartuKendali::firstBroken(lines,
                                         KartuKendali::chainStart(after.number, after.layanan))
                < 0;
        return fail(ErrorCode::Internal, u"taken back"_s);
    });
    return tried;
}

void walk(TestOffice &office, Status status, Role holder, const std::vector<Expected> &expected,
          std::set<std::tuple<Status, Role, Action>> &seen)
{
    const PermohonanId id = office.bringTo(status, holder);
    REQUIRE(office.head(id).status == status);
    REQUIRE(office.head(id).holder == holder);
    for (const Role duty : Duties) {
        for (int number = 1; number <= LastAction; ++number) {
            const Action action = Action(number);
            const bool isDelivery = action >= MailAccepted && action <= PrintAtCounter;
            if (isDelivery && status != Ditandatangani)
                continue; // walked per dokumen below
            CAPTURE(qUtf8Printable(word(status)), qUtf8Printable(word(holder)),
                    qUtf8Printable(word(duty)), number);
            StepInput input = office.fullInput(id, action);
            if (action == HandToKasi || action == GiveParaf || action == Sign)
                input.defects.clear();
            const Tried tried = tryAction(office, id, duty, action, input);
            const Expected *row = lookUp(expected, status, duty, action);
            if (isDelivery)
                continue;
            CAPTURE(int(tried.error.code), qUtf8Printable(tried.error.detail));
            REQUIRE(tried.isDone == (row != nullptr));
            if (row) {
                seen.insert({status, duty, action});
                CHECK(tried.status == row->to);
                CHECK(tried.holder == row->holder);
                CHECK(tried.linesAfter > tried.linesBefore);
                CHECK(tried.isChainIntact);
            } else {
                CHECK(tried.linesAfter == tried.linesBefore);
                CHECK(tried.status == status);
            }
        }
    }
}

void setDokumenState(TestOffice &office, DokumenId dokumen, Status status)
{
    (void)office.write(
        [&](Connection &db) { return DokumenRepository(db).setStatus(dokumen, status); });
}

} // namespace

TEST_CASE("Every state, action and duty does what the procedure says and nothing else", "[alur]")
{
    TestOffice office;
    std::set<std::tuple<Status, Role, Action>> seen;
    for (const Status status :
         {Diajukan, Diregistrasi, Dientri, DikembalikanKePemohon, Ditolak, DibatalkanPemohon,
          DiKasi, DikembalikanKeKasi, DiKabid, DikembalikanKeKabid}) {
        static const std::map<Status, Role> holders{
            {Diajukan, Role::Fo},   {Diregistrasi, Role::Fo},
            {Dientri, Role::Fo},    {DikembalikanKePemohon, Role::Pemohon},
            {Ditolak, Role::None},  {DibatalkanPemohon, Role::None},
            {DiKasi, Role::Kasi},   {DikembalikanKeKasi, Role::Kasi},
            {DiKabid, Role::Kabid}, {DikembalikanKeKabid, Role::Kabid}};
        walk(office, status, holders.at(status), ExpectedSteps, seen);
    }
    walk(office, Diverifikasi, Role::Fo, ExpectedSteps, seen);
    walk(office, DiEditor, Role::Editor, ExpectedInEditor, seen);
    walk(office, DiEditor, Role::Fo, ExpectedInEditorAtFo, seen);
    CHECK(seen.size()
          == ExpectedSteps.size() - 2 + ExpectedInEditor.size()
              + ExpectedInEditorAtFo.size()); // di_kadin is walked below

    SECTION("with the Kadin, who alone may sign")
    {
        std::vector<Expected> expected = ExpectedSteps;
        expected.push_back({DiKadin, Role::Kadin, Sign, DiKadin, Role::Kadin});
        const PermohonanId id = office.bringTo(DiKadin, Role::Kadin);
        for (const Role duty : Duties) {
            for (int number = 1; number <= LastAction; ++number) {
                const Action action = Action(number);
                if (action >= MailAccepted && action <= PrintAtCounter)
                    continue;
                CAPTURE(qUtf8Printable(word(duty)), number);
                const Tried tried =
                    tryAction(office, id, duty, action, office.fullInput(id, action));
                const Expected *row = lookUp(expected, DiKadin, duty, action);
                CHECK(tried.isDone == (row != nullptr));
                if (row && action != Sign) {
                    CHECK(tried.status == row->to);
                    CHECK(tried.holder == row->holder);
                }
            }
        }
    }
}

TEST_CASE("After the TTE every dokumen goes its own way and the set follows the last", "[alur]")
{
    TestOffice office;
    const PermohonanId id = office.bringTo(Ditandatangani, Role::Fo);
    const QList<DokumenRecord> set = office.dokumenList(id);
    REQUIRE(set.size() == 3);
    for (const DokumenRecord &dokumen : set) {
        const bool isMail = dokumen.delivery == Delivery::Mail;
        for (const Status state :
             {Ditandatangani, Terkirim, Diterima, SiapDiambil, Diambil, GagalKirim}) {
            setDokumenState(office, dokumen.id, state);
            for (const Role duty : Duties) {
                for (int number = int(MailAccepted); number <= int(PrintAtCounter); ++number) {
                    const Action action = Action(number);
                    CAPTURE(isMail, qUtf8Printable(word(state)), qUtf8Printable(word(duty)),
                            number);
                    StepInput input = office.fullInput(id, action);
                    input.dokumen = dokumen.id;
                    const Tried tried = tryAction(office, id, duty, action, input);
                    const Expected *row =
                        lookUp(isMail ? ExpectedOfMail : ExpectedOfCard, state, duty, action);
                    // A print at the counter of a mailed dokumen is handed over like a card.
                    const bool isPrint = isMail && state == SiapDiambil && duty == Role::Fo
                        && action == HandOverCard;
                    CAPTURE(int(tried.error.code), qUtf8Printable(tried.error.detail));
                    REQUIRE(tried.isDone == (row != nullptr || isPrint));
                    if (tried.isDone) {
                        CHECK(tried.dokumenStatus == (isPrint ? Diambil : row->to));
                        CHECK(tried.isChainIntact);
                    }
                }
            }
            setDokumenState(office, dokumen.id, Ditandatangani);
        }
    }
}

TEST_CASE("The least advanced dokumen speaks for the set", "[alur]")
{
    CHECK(Alur::ofSet({Terkirim, Ditandatangani}) == Ditandatangani);
    CHECK(Alur::ofSet({Terkirim, SiapDiambil}) == SiapDiambil);
    CHECK(Alur::ofSet({Diterima, Terkirim, Diambil}) == Terkirim);
    CHECK(Alur::ofSet({Diterima, Diambil}) == Diambil);
    CHECK(Alur::ofSet({Diterima}) == Diterima);
    CHECK(Alur::ofSet({GagalKirim, Ditandatangani, Diambil}) == GagalKirim);
}
