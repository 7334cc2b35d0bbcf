#include "server/db/DokumenRepository.h"
#include "server/db/KartuKendaliRepository.h"
#include "server/services/Issuance.h"
#include "server/services/Workflow.h"
#include "tests/services/AlurExpected.h"
#include "tests/support/TestOffice.h"

#include <catch2/catch_test_macros.hpp>

#include <QCryptographicHash>

#include <algorithm>
#include <functional>
#include <set>

using namespace sipenduduk;
using namespace Qt::StringLiterals;
using expected::DeliveryRow;
using expected::SetRow;
using expected::Situation;
using expected::StepRow;

namespace {

constexpr int WalkedActions = int(Action::MakeDraft);
const QString NewAddress = u"baru@contoh.test"_s;

bool isDelivery(Action action)
{
    return action >= Action::MailAccepted && action <= Action::PrintAtCounter;
}

struct WalkedDokumen
{
    DokumenId id{};
    Delivery delivery = Delivery::Mail;
    Status status = Status::Baru;
    bool operator==(const WalkedDokumen &) const = default;
};

/// Everything about a permohonan that an action could change.
struct Standing
{
    int version = 0;
    Status status = Status::Baru;
    Role holder = Role::None;
    qint64 lines = 0;
    qint64 letters = 0;     ///< in the outbox, of whomever
    qint64 rowsWritten = 0; ///< by this connection, ever: also rows of tables not named here
    QList<WalkedDokumen> dokumenList;
    bool operator==(const Standing &) const = default;
};

struct WalkedLetter
{
    MailEvent event;
    QString recipient;
};

struct Attempt
{
    Role duty = Role::None;
    Action action = Action::Submit;
    DokumenId dokumen{};
    Result<protocol::ActReply> reply = fail(ErrorCode::Internal, {});
    Standing before;
    Standing after;
    UserId officer{};
    QString email; ///< of the applicant, afterwards
    QList<KartuKendaliLine> newLines;
    QList<WalkedLetter> newLetters;
    bool isChainIntact = true;
};

qint64 number(Connection &db, const QString &sql)
{
    const auto query = db.run(sql);
    return query && (*query)->next() ? (*query)->value(0).toLongLong() : -1;
}

Standing standing(Connection &db, PermohonanId id)
{
    const PermohonanHead head = *PermohonanRepository(db).load(id);
    Standing now{.version = head.version,
                 .status = head.status,
                 .holder = head.holder,
                 .lines = head.chainSeq,
                 .letters = number(db, u"SELECT count(*) FROM outbox"_s),
                 .rowsWritten = number(db, u"SELECT total_changes()"_s),
                 .dokumenList = {}};
    const auto list = *DokumenRepository(db).list(id);
    for (const DokumenRecord &dokumen : list)
        now.dokumenList.append({dokumen.id, dokumen.delivery, dokumen.status});
    return now;
}

QList<WalkedLetter> lettersAfter(Connection &db, qint64 count)
{
    QList<WalkedLetter> letters;
    const auto query =
        db.run(u"SELECT event, recipient FROM outbox ORDER BY id LIMIT -1 OFFSET ?1"_s, {count});
    while (query && (*query)->next())
        letters.append({MailEvent((*query)->value(0).toInt()), (*query)->value(1).toString()});
    return letters;
}

/// Signs whatever it is offered, with bytes that no verifier has seen.
Result<StepOutcome> sign(Connection &db, TestOffice &office, const Actor &actor, PermohonanId id,
                         int version)
{
    Issuance issuance(db, office.parts, actor, office.now);
    QList<AcceptedSignature> signatures;
    if (const auto offer = issuance.offer(id, version)) {
        for (const protocol::DokumenToSign &wanted : offer->dokumenList)
            signatures.append({.dokumen = wanted.dokumen,
                               .draftSha256 = wanted.draftSha256,
                               .parafChain = wanted.parafChain,
                               .signedSha256 = QCryptographicHash::hash(wanted.draftSha256,
                                                                        QCryptographicHash::Sha256),
                               .signedSize = 100});
    }
    return issuance.record(id, version, signatures);
}

/// An input that lacks nothing, so that state and duty alone decide.
Result<StepOutcome> perform(Connection &db, TestOffice &office, PermohonanId id, Role duty,
                            Action action, DokumenId dokumen)
{
    const Actor actor = duty == Role::None ? Actor() : office.actor(duty);
    PermohonanHead head = *PermohonanRepository(db).load(id);
    if (action == Action::Sign)
        return sign(db, office, actor, id, head.version);
    StepInput input;
    input.note = u"alasan"_s;
    input.defects = {{.target = DefectTarget::Field,
                      .code = u"anak_nama"_s,
                      .verdict = Verdict::NotMatching,
                      .solution = u"Tulis sesuai surat"_s}};
    input.address = NewAddress;
    input.dokumen = dokumen;
    return Workflow::act(db, office.parts, actor, id, head.version, action, input, office.now);
}

/// Tries one action, looks at what came of it, and takes it back.
Attempt attempt(Connection &db, TestOffice &office, PermohonanId id, Role duty, Action action,
                DokumenId dokumen)
{
    Attempt tried;
    tried.duty = duty;
    tried.action = action;
    tried.dokumen = dokumen;
    (void)db.run(u"SAVEPOINT attempt"_s);
    const Actor actor = duty == Role::None ? Actor() : office.actor(duty);
    tried.officer = actor.session.user;
    if (tried.officer != UserId{}) { // the table is walked here, not the receipt
        PermohonanHead head = *PermohonanRepository(db).load(id);
        head.receivedBy = tried.officer;
        (void)PermohonanRepository(db).update(head);
    }
    tried.before = standing(db, id);
    const auto outcome = perform(db, office, id, duty, action, dokumen);
    tried.after = standing(db, id);
    if (outcome) {
        tried.reply = outcome->reply;
        const PermohonanHead head = *PermohonanRepository(db).load(id);
        const auto lines = *KartuKendaliRepository(db).list(id);
        tried.email = head.email;
        tried.newLines = lines.sliced(tried.before.lines);
        tried.newLetters = lettersAfter(db, tried.before.letters);
        tried.isChainIntact =
            KartuKendali::firstBroken(lines, KartuKendali::chainStart(head.number, head.layanan))
            < 0;
    } else {
        tried.reply = std::unexpected(outcome.error());
    }
    db.finishStatements();
    (void)db.run(u"ROLLBACK TO attempt"_s);
    (void)db.run(u"RELEASE attempt"_s);
    return tried;
}

using Prepare = std::function<PermohonanId(Connection &)>;

/// Every action under every duty on what `prepare` makes, and on each dokumen what concerns one.
/// Nothing of it is kept.
std::vector<Attempt> attemptAll(TestOffice &office, const Prepare &prepare)
{
    std::vector<Attempt> all;
    (void)office.write([&](Connection &db) -> Result<> {
        all.clear();
        const PermohonanId id = prepare(db);
        const QList<WalkedDokumen> set = standing(db, id).dokumenList;
        for (int duty = 0; duty < RoleCount; ++duty) {
            for (int action = 1; action <= WalkedActions; ++action) {
                all.push_back(attempt(db, office, id, Role(duty), Action(action),
                                      set.isEmpty() ? DokumenId{} : set.first().id));
                for (qsizetype i = 1; i < set.size() && isDelivery(Action(action)); ++i)
                    all.push_back(
                        attempt(db, office, id, Role(duty), Action(action), set.at(i).id));
            }
        }
        return fail(ErrorCode::Internal, u"taken back"_s);
    });
    return all;
}

void checkRefused(const Attempt &tried)
{
    REQUIRE_FALSE(tried.reply);
    CHECK(tried.after == tried.before);
    const bool isAboutNothing = tried.dokumen == DokumenId{} && isDelivery(tried.action);
    CHECK(tried.reply.error().code
          == (tried.duty == Role::None ? ErrorCode::Forbidden
                  : isAboutNothing     ? ErrorCode::NotFound
                                       : ErrorCode::NotAllowed));
}

/// What every action that is done leaves behind.
void checkDone(const Attempt &tried, Status status, Role holder, MailEvent letter)
{
    CHECK(tried.after.version == tried.before.version + 1);
    CHECK(tried.after.status == status);
    CHECK(tried.after.holder == holder);
    CHECK(*tried.reply == protocol::ActReply{tried.after.version, status, holder});
    CHECK(tried.after.lines == tried.before.lines + tried.newLines.size());
    CHECK(tried.isChainIntact);
    for (const KartuKendaliLine &line : tried.newLines) {
        CHECK(line.action == int(tried.action));
        CHECK(line.duty == tried.duty);
        CHECK(line.officerId == qint64(tried.officer));
    }
    CHECK(tried.newLetters.size() == (letter == MailEvent::None ? 0 : 1));
    for (const WalkedLetter &queued : tried.newLetters) {
        CHECK(queued.event == letter);
        CHECK(queued.recipient == tried.email);
    }
}

/// To whom it went, or from whom it came.
Role counterpartIn(const KartuKendaliLine &line, const StepRow &row, Role giver)
{
    switch (line.kind) {
    case LineKind::Penerimaan: return giver;
    case LineKind::Pengajuan:
    case LineKind::Penyerahan: return row.holder;
    default: return Role::None;
    }
}

void checkStep(const Attempt &tried, const StepRow &row, Role giver)
{
    checkDone(tried, row.to, row.holder, row.letter);
    std::vector<LineKind> kinds;
    for (const KartuKendaliLine &line : tried.newLines) {
        kinds.push_back(line.kind);
        CHECK(line.counterpart == counterpartIn(line, row, giver));
    }
    REQUIRE(kinds == row.lines);
    CHECK(tried.newLines.last().status == row.to);
    if (row.action == Action::Enter)
        return; // which makes the set
    REQUIRE(tried.after.dokumenList.size() == tried.before.dokumenList.size());
    for (qsizetype i = 0; i < tried.after.dokumenList.size(); ++i) {
        const Status before = tried.before.dokumenList.at(i).status;
        CHECK(tried.after.dokumenList.at(i).status
              == (row.action == Action::Sign ? Status::Ditandatangani : before));
    }
}

const StepRow *stepIn(const std::vector<StepRow> &table, const Situation &at, const Attempt &tried)
{
    const auto row = std::ranges::find_if(table, [&](const StepRow &r) {
        return r.from == at.status && r.heldBy == at.heldBy && r.by == tried.duty
            && r.action == tried.action;
    });
    return row == table.end() ? nullptr : &*row;
}

/// A permohonan that its applicant has not sent yet: it stands nowhere but in the transaction
/// that sends it.
PermohonanId insertUnsent(Connection &db, PermohonanId model)
{
    PermohonanHead head = *PermohonanRepository(db).load(model);
    const EnteredData entered = *PermohonanRepository(db).entered(model);
    head.number += u"-baru"_s;
    head.status = Status::Baru;
    head.holder = Role::Pemohon;
    head.handedBy = Role::None;
    head.chainSeq = 0;
    head.chainHead = KartuKendali::chainStart(head.number, head.layanan);
    return *PermohonanRepository(db).insert(head, entered);
}

Prepare bringTo(TestOffice &office, const Situation &at, bool isSetOfThree)
{
    const bool isUnsent = at.status == Status::Baru;
    const PermohonanId id =
        office.bringTo(isUnsent ? Status::Diajukan : at.status, at.heldBy, isSetOfThree);
    if (at.status == Status::DiKadin)
        office.showAllPages(id, office.session(Role::Kadin));
    return [id, isUnsent](Connection &db) { return isUnsent ? insertUnsent(db, id) : id; };
}

/// How a dokumen comes so far, of itself.
QList<std::pair<Role, Action>> wayTo(Delivery delivery, Status status)
{
    using enum Action;
    switch (status) {
    case Status::Terkirim: return {{Role::Sistem, MailAccepted}};
    case Status::Diterima: return {{Role::Sistem, MailAccepted}, {Role::Pemohon, ConfirmReceipt}};
    case Status::GagalKirim: return {{Role::Sistem, MailBounced}};
    case Status::SiapDiambil:
        if (delivery == Delivery::Pickup)
            return {{Role::Fo, MakeReady}};
        return {{Role::Sistem, MailBounced}, {Role::Fo, PrintAtCounter}};
    case Status::Diambil:
        return wayTo(delivery, Status::SiapDiambil) << std::pair(Role::Fo, HandOverCard);
    default: return {};
    }
}

/// Of a set of three the second mailed dokumen has arrived already, and weighs nothing.
Status targetOf(const WalkedDokumen &dokumen, bool isFirst, const SetRow &row)
{
    if (dokumen.delivery == Delivery::Pickup)
        return row.card.value();
    return isFirst ? row.mailed : Status::Diterima;
}

Prepare deliverTo(TestOffice &office, PermohonanId id, const SetRow &row)
{
    return [&office, id, row](Connection &db) {
        const QList<WalkedDokumen> set = standing(db, id).dokumenList;
        for (const WalkedDokumen &dokumen : set) {
            const Status target = targetOf(dokumen, dokumen == set.first(), row);
            for (const auto &[duty, action] : wayTo(dokumen.delivery, target))
                (void)perform(db, office, id, duty, action, dokumen.id);
        }
        return id;
    };
}

const WalkedDokumen &walked(const Standing &standing, DokumenId id)
{
    return *std::ranges::find(standing.dokumenList, id, &WalkedDokumen::id);
}

const DeliveryRow *deliveryOf(const Attempt &tried)
{
    if (!isDelivery(tried.action))
        return nullptr;
    const WalkedDokumen &dokumen = walked(tried.before, tried.dokumen);
    const auto &table = expected::deliveries();
    const auto row = std::ranges::find_if(table, [&](const DeliveryRow &r) {
        return r.delivery == dokumen.delivery && r.from == dokumen.status && r.by == tried.duty
            && r.action == tried.action;
    });
    return row == table.end() ? nullptr : &*row;
}

/// Where the set stands after one of its dokumen moved.
const SetRow &setAfter(const SetRow &row, Delivery moved, Status to)
{
    SetRow wanted = row;
    if (moved == Delivery::Pickup)
        wanted.card = to;
    else
        wanted.mailed = to;
    const auto found = std::ranges::find_if(expected::sets(), [&](const SetRow &r) {
        return r.mailed == wanted.mailed && r.card == wanted.card;
    });
    REQUIRE(found != expected::sets().end());
    return *found;
}

void checkDelivery(const Attempt &tried, const DeliveryRow &row, const SetRow &before)
{
    const SetRow &set = setAfter(before, row.delivery, row.to);
    checkDone(tried, set.status, set.holder, row.letter);
    CHECK((tried.email == NewAddress) == (row.action == Action::CorrectAddress));
    REQUIRE(tried.newLines.size() == 1);
    const KartuKendaliLine &line = tried.newLines.first();
    CHECK(line.kind == LineKind::Pengiriman);
    CHECK(line.status == row.to);
    CHECK(line.counterpart == set.holder);
    CHECK_FALSE(line.dokumen.isEmpty());
    for (const WalkedDokumen &dokumen : tried.before.dokumenList) {
        CHECK(walked(tried.after, dokumen.id).status
              == (dokumen.id == tried.dokumen ? row.to : dokumen.status));
    }
}

} // namespace

TEST_CASE("Up to the TTE every action under every duty does what the procedure says, or nothing",
          "[alur][walk]")
{
    TestOffice office;
    std::set<const StepRow *> seen;
    for (const bool isSetOfThree : {false, true}) {
        for (const Situation &at : expected::situations()) {
            const auto all = attemptAll(office, bringTo(office, at, isSetOfThree));
            REQUIRE(all.size() >= std::size_t(RoleCount * WalkedActions));
            CHECK(all.front().before.status == at.status);
            CHECK(all.front().before.holder == at.heldBy);
            for (const Attempt &tried : all) {
                CAPTURE(qUtf8Printable(word(at.status)), qUtf8Printable(word(at.heldBy)),
                        qUtf8Printable(word(tried.duty)), int(tried.action), isSetOfThree);
                const StepRow *row =
                    isSetOfThree ? stepIn(expected::stepsOfThree(), at, tried) : nullptr;
                if (!row)
                    row = stepIn(expected::steps(), at, tried);
                if (!row) {
                    checkRefused(tried);
                    continue;
                }
                REQUIRE((tried.reply ? QString() : tried.reply.error().detail) == QString());
                REQUIRE(tried.reply);
                checkStep(tried, *row, at.giver);
                seen.insert(row);
            }
        }
    }
    CHECK(seen.size() == expected::steps().size() + expected::stepsOfThree().size());
}

TEST_CASE(
    "After the TTE each dokumen goes its own way, and the permohonan stands where its set does",
    "[alur][walk]")
{
    TestOffice office;
    const PermohonanId single = office.bringTo(Status::Ditandatangani, Role::Sistem, false);
    const PermohonanId three = office.bringTo(Status::Ditandatangani, Role::Fo, true);
    REQUIRE(office.dokumenList(three).size() == 3);
    std::set<const DeliveryRow *> seen;
    for (const SetRow &set : expected::sets()) {
        const auto all = attemptAll(office, deliverTo(office, set.card ? three : single, set));
        REQUIRE(all.size() >= std::size_t(RoleCount * WalkedActions));
        for (const Attempt &tried : all) {
            const WalkedDokumen &dokumen = walked(tried.before, tried.dokumen);
            CAPTURE(qUtf8Printable(word(set.mailed)),
                    set.card ? qUtf8Printable(word(*set.card)) : "alone", int(dokumen.delivery),
                    qUtf8Printable(word(tried.duty)), int(tried.action));
            REQUIRE(tried.before.status == set.status);
            REQUIRE(tried.before.holder == set.holder);
            REQUIRE(dokumen.status
                    == targetOf(dokumen, dokumen == tried.before.dokumenList.first(), set));
            const DeliveryRow *row = deliveryOf(tried);
            if (!row) {
                checkRefused(tried);
                continue;
            }
            REQUIRE((tried.reply ? QString() : tried.reply.error().detail) == QString());
            REQUIRE(tried.reply);
            checkDelivery(tried, *row, set);
            seen.insert(row);
        }
    }
    CHECK(seen.size() == expected::deliveries().size());
}

TEST_CASE("The walk leaves no state and no action out", "[alur][walk]")
{
    std::set<Status> walkedStates;
    for (const Situation &at : expected::situations())
        walkedStates.insert(at.status);
    for (const SetRow &set : expected::sets())
        walkedStates.insert(set.status);
    CHECK(walkedStates.size() == StatusCount);
    CHECK(std::ranges::all_of(Alur::table(), [](const Transition &row) {
        return int(row.action) >= 1 && int(row.action) <= WalkedActions;
    }));
}

TEST_CASE("The least advanced dokumen speaks for the set", "[alur]")
{
    using enum Status;
    CHECK(Alur::ofSet({Terkirim, Ditandatangani}) == Ditandatangani);
    CHECK(Alur::ofSet({Terkirim, SiapDiambil}) == SiapDiambil);
    CHECK(Alur::ofSet({Diterima, Terkirim, Diambil}) == Terkirim);
    CHECK(Alur::ofSet({Diterima, Diambil}) == Diambil);
    CHECK(Alur::ofSet({Diterima}) == Diterima);
    CHECK(Alur::ofSet({GagalKirim, Ditandatangani, Diambil}) == GagalKirim);
}
