#include "common/protocol/QueueMessages.h"
#include "common/protocol/WorkMessages.h"
#include "server/db/OutboxRepository.h"
#include "server/services/MailOutcome.h"
#include "tests/server/RawClient.h"
#include "tests/server/ServedOffice.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <map>
#include <string>
#include <vector>

using namespace Qt::StringLiterals;
using namespace sipenduduk;

namespace {

const QList<Defect> WrongName{{.target = DefectTarget::Field,
                               .code = u"anak_nama"_s,
                               .verdict = Verdict::NotMatching,
                               .solution = u"Tulis sesuai surat lahir"_s}};

/// What goes with an action; what it does not need is not looked at.
struct Enclosed
{
    QString note = u"alasan"_s;
    QList<Defect> defects = WrongName;
    DokumenId dokumen{};
    QString address;
};

using Shown = std::vector<std::string>;

/// An office with every officer of the birth section at his desk, each on a line of his own.
struct ReturnDesks
{
    ServedOffice served;
    TestOffice &office = served.office;
    std::map<Role, RawClient> clients;

    ReturnDesks()
    {
        for (const Role duty : {Role::Fo, Role::Editor, Role::Kasi, Role::Kabid, Role::Kadin})
            seat(clients[duty], word(duty));
    }

    void seat(RawClient &client, const QString &username)
    {
        served.setPassword(username);
        REQUIRE(client.enter(served.port(), served.tlsCaPem, username, ServedOffice::Password));
        REQUIRE(client.call(protocol::ConfirmPassword{ServedOffice::Password}));
    }

    QByteArray newKey() { return QByteArray::number(++m_keys).rightJustified(16, '0'); }

    Permohonan opened(PermohonanId id)
    {
        const auto reply =
            clients[Role::Kadin].call(protocol::OpenPermohonan{.id = id, .duty = Role::Kadin});
        REQUIRE(reply);
        return reply->permohonan;
    }

    Result<protocol::ActReply> actAs(RawClient &client, Role duty, PermohonanId id, Action action,
                                     const Enclosed &enclosed = {})
    {
        return client.call(protocol::Act{.id = id,
                                         .duty = duty,
                                         .version = opened(id).row.version,
                                         .action = action,
                                         .note = enclosed.note,
                                         .defects = enclosed.defects,
                                         .dokumen = enclosed.dokumen,
                                         .address = enclosed.address},
                           newKey());
    }

    Result<protocol::ActReply> act(Role duty, PermohonanId id, Action action,
                                   const Enclosed &enclosed = {})
    {
        return actAs(clients[duty], duty, id, action, enclosed);
    }

    bool isShown(RawClient &client, Role duty, protocol::QueueView view, PermohonanId id)
    {
        protocol::ListQueue request;
        request.duty = duty;
        request.view = view;
        const auto page = client.call(request);
        REQUIRE(page);
        return std::ranges::contains(page->rows, id, &PermohonanRow::id);
    }

    /// Every queue of the section that shows it as work to be done.
    Shown queues(PermohonanId id)
    {
        Shown shown;
        for (auto &[duty, client] : clients) {
            if (isShown(client, duty, protocol::QueueView::Work, id))
                shown.push_back(word(duty).toStdString());
        }
        if (isShown(clients[Role::Fo], Role::Fo, protocol::QueueView::Pickup, id))
            shown.emplace_back("counter");
        return shown;
    }

    bool isMarkedReturned(Role duty, PermohonanId id)
    {
        return isShown(clients[duty], duty, protocol::QueueView::Returned, id);
    }

    qint64 letters(PermohonanId id, MailEvent event, const QString &recipient)
    {
        const auto due = office.read(
            [&](Connection &db) { return OutboxRepository(db).due(office.now, 1'000); });
        REQUIRE(due);
        return std::ranges::count_if(*due, [&](const WaitingMail &mail) {
            return mail.permohonan == id && mail.event == event && mail.recipient == recipient;
        });
    }

    /// The mail server's word on the letter with the dokumen.
    void answerLetter(PermohonanId id, bool isAccepted)
    {
        REQUIRE(office.write([&](Connection &db) -> Result<> {
            const auto due = OutboxRepository(db).due(office.now, 1'000);
            for (const WaitingMail &mail : *due) {
                if (mail.permohonan != id || mail.event != MailEvent::Issued)
                    continue;
                const auto moved = isAccepted
                    ? MailOutcome::accepted(db, office.parts, mail.id, office.now)
                    : MailOutcome::bounced(db, office.parts, mail.id, u"550 no such user"_s,
                                           office.now);
                if (!moved)
                    return std::unexpected(moved.error());
            }
            return {};
        }));
    }

private:
    int m_keys = 0;
};

Shown inQueueOf(Role duty)
{
    if (duty == Role::None || duty == Role::Pemohon)
        return {};
    return {word(duty).toStdString()};
}

ErrorCode refusal(const Result<protocol::ActReply> &outcome)
{
    return outcome ? ErrorCode{} : outcome.error().code;
}

void checkLastLine(ReturnDesks &desks, PermohonanId id, LineKind kind, Role from, Role to)
{
    const Permohonan permohonan = desks.opened(id);
    const QList<KartuKendaliLine> &lines = permohonan.kartuKendali;
    const QByteArray start =
        KartuKendali::chainStart(permohonan.row.number, permohonan.row.layanan);
    CHECK(KartuKendali::firstBroken(lines, start) < 0);
    const KartuKendaliLine &last = lines.last();
    CHECK(last.kind == kind);
    CHECK(last.duty == from);
    CHECK(last.counterpart == to);
    CHECK(last.status == permohonan.row.status);
    const bool isOfficer = from != Role::Pemohon && from != Role::Sistem;
    CHECK(last.officer == (isOfficer ? desks.office.session(from).name : QString()));
}

/// `from` takes it over, unless it is new, and gives it to `to`: which the answer, every queue
/// and the kartu kendali say.
void handOver(ReturnDesks &desks, PermohonanId id, Role from, Action action, Status status, Role to)
{
    CAPTURE(qUtf8Printable(word(from)), int(action), qUtf8Printable(word(to)));
    REQUIRE(desks.queues(id) == inQueueOf(from));
    if (desks.opened(id).row.status != Status::Diajukan)
        REQUIRE(desks.act(from, id, Action::Receive));
    const auto reply = desks.act(from, id, action);
    REQUIRE(reply);
    CHECK(reply->status == status);
    CHECK(reply->holder == to);
    CHECK(desks.queues(id) == inQueueOf(to));
    checkLastLine(desks, id, to == Role::None ? LineKind::Selesai : LineKind::Penyerahan, from, to);
}

/// A birth with the FO, handed down to him from the Kasi.
PermohonanId bringDownToFo(ReturnDesks &desks)
{
    const PermohonanId id = desks.office.bringTo(Status::DiEditor, Role::Editor, false);
    handOver(desks, id, Role::Editor, Action::HandToFo, Status::DiEditor, Role::Fo);
    return id;
}

/// One for each place from which the FO turns to the applicant.
QList<PermohonanId> permohonanWithFo(ReturnDesks &desks)
{
    QList<PermohonanId> list;
    for (const Status status : {Status::Diajukan, Status::Diregistrasi, Status::Diverifikasi})
        list.append(desks.office.bringTo(status, Role::Fo, false));
    list.append(bringDownToFo(desks));
    return list;
}

} // namespace

SCENARIO("FO asks the applicant over the line, and the answer is back in his queue", "[returns]")
{
    ReturnDesks desks;
    for (const PermohonanId id : permohonanWithFo(desks)) {
        const QString applicant = desks.opened(id).email;
        handOver(desks, id, Role::Fo, Action::AskRevision, Status::DikembalikanKePemohon,
                 Role::Pemohon);
        CHECK(desks.opened(id).defects == WrongName);
        CHECK(desks.letters(id, MailEvent::RevisionAsked, applicant) == 1);
        CHECK(refusal(desks.act(Role::Fo, id, Action::Register)) == ErrorCode::NotAllowed);

        const auto resubmitted =
            desks.office.citizens
                ->resubmit(desks.office.pemohon, id, {{u"anak_nama"_s, u"Putri Ayu Kirana"_s}}, {})
                .result();
        REQUIRE(resubmitted);
        CHECK(resubmitted->status == Status::Diajukan);
        CHECK(resubmitted->holder == Role::Fo);
        CHECK(desks.queues(id) == inQueueOf(Role::Fo));
        CHECK(desks.isMarkedReturned(Role::Fo, id));
        checkLastLine(desks, id, LineKind::Pengajuan, Role::Pemohon, Role::Fo);
        CHECK(desks.opened(id).defects.isEmpty());
        CHECK(desks.opened(id).data.value(u"anak_nama"_s) == u"Putri Ayu Kirana"_s);
        const auto registered = desks.act(Role::Fo, id, Action::Register);
        REQUIRE(registered);
        CHECK(registered->status == Status::Diregistrasi);
    }
}

SCENARIO("FO rejects over the line, and that is the end", "[returns]")
{
    ReturnDesks desks;
    for (const PermohonanId id : permohonanWithFo(desks)) {
        const QString applicant = desks.opened(id).email;
        handOver(desks, id, Role::Fo, Action::Reject, Status::Ditolak, Role::None);
        CHECK(desks.opened(id).kartuKendali.last().note.contains(u"alasan"_s));
        CHECK(desks.letters(id, MailEvent::Rejected, applicant) == 1);
        CHECK(desks.isShown(desks.clients[Role::Fo], Role::Fo, protocol::QueueView::Sent, id));
        for (const Action action :
             {Action::Receive, Action::Register, Action::AskRevision, Action::Reject})
            CHECK(refusal(desks.act(Role::Fo, id, action)) == ErrorCode::NotAllowed);
    }
}

SCENARIO("A permohonan goes all the way down to the FO and up again over the line", "[returns]")
{
    using enum Status;
    ReturnDesks desks;
    const PermohonanId id = desks.office.bringTo(DiKadin, Role::Kadin, false);
    handOver(desks, id, Role::Kadin, Action::ReturnToKabid, DikembalikanKeKabid, Role::Kabid);
    CHECK(desks.isMarkedReturned(Role::Kabid, id));
    handOver(desks, id, Role::Kabid, Action::ReturnToKasi, DikembalikanKeKasi, Role::Kasi);
    CHECK(desks.isMarkedReturned(Role::Kasi, id));
    handOver(desks, id, Role::Kasi, Action::ReturnToEditor, DiEditor, Role::Editor);
    CHECK(desks.isMarkedReturned(Role::Editor, id));
    handOver(desks, id, Role::Editor, Action::HandToFo, DiEditor, Role::Fo);
    CHECK(desks.isMarkedReturned(Role::Fo, id));
    handOver(desks, id, Role::Fo, Action::HandToEditor, DiEditor, Role::Editor);

    // The Editor mends the name, and makes the drafts anew before he may hand it on.
    REQUIRE(desks.act(Role::Editor, id, Action::Receive));
    const Permohonan present = desks.opened(id);
    const QByteArray oldDraft = present.dokumenList.first().draftSha256;
    QMap<QString, QString> data = present.data;
    data.insert(u"anak_nama"_s, u"Putri Ayu Kirana"_s);
    RawClient &editor = desks.clients[Role::Editor];
    REQUIRE(editor.call(protocol::SaveData{.id = id,
                                           .duty = Role::Editor,
                                           .version = present.row.version,
                                           .data = data,
                                           .siakNumber = present.siakNumber,
                                           .warningReason = u"Sesuai surat lahir"_s},
                        desks.newKey()));
    CHECK(desks.act(Role::Editor, id, Action::HandToKasi).error()
          == Error{ErrorCode::Incomplete, u"drafts"_s});
    const auto drafted = editor.call(protocol::MakeDrafts{.id = id,
                                                          .duty = Role::Editor,
                                                          .version = desks.opened(id).row.version},
                                     desks.newKey());
    REQUIRE(drafted);
    CHECK(drafted->status == DiEditor);
    CHECK(drafted->holder == Role::Editor);
    CHECK(desks.opened(id).dokumenList.first().draftSha256 != oldDraft);
    CHECK(desks.opened(id).dokumenList.first().parafList.isEmpty());

    handOver(desks, id, Role::Editor, Action::HandToKasi, DiKasi, Role::Kasi);
    CHECK(desks.opened(id).defects.isEmpty());
    CHECK_FALSE(desks.isMarkedReturned(Role::Kasi, id));
    handOver(desks, id, Role::Kasi, Action::GiveParaf, DiKabid, Role::Kabid);
    handOver(desks, id, Role::Kabid, Action::GiveParaf, DiKadin, Role::Kadin);
    CHECK(desks.opened(id).dokumenList.first().parafList.size() == 2);
    REQUIRE(desks.office.recordSigned(id, desks.office.session(Role::Kadin)));
    CHECK(desks.queues(id).empty()); // the letter is on its way
}

SCENARIO("Kasi and Kabid may approve what came back without another look of the Editor",
         "[returns]")
{
    using enum Status;
    ReturnDesks desks;
    const PermohonanId id = desks.office.bringTo(DiKadin, Role::Kadin, false);
    handOver(desks, id, Role::Kadin, Action::ReturnToKabid, DikembalikanKeKabid, Role::Kabid);
    handOver(desks, id, Role::Kabid, Action::GiveParaf, DiKadin, Role::Kadin);
    handOver(desks, id, Role::Kadin, Action::ReturnToKabid, DikembalikanKeKabid, Role::Kabid);
    handOver(desks, id, Role::Kabid, Action::ReturnToKasi, DikembalikanKeKasi, Role::Kasi);
    handOver(desks, id, Role::Kasi, Action::GiveParaf, DiKabid, Role::Kabid);
    handOver(desks, id, Role::Kabid, Action::GiveParaf, DiKadin, Role::Kadin);
    CHECK_FALSE(desks.isMarkedReturned(Role::Kadin, id));
}

SCENARIO("FO mends a delivery that bounced, over the line", "[returns]")
{
    using enum Status;
    ReturnDesks desks;
    const PermohonanId id = desks.office.bringTo(Ditandatangani, Role::Sistem, false);
    CHECK(desks.queues(id).empty());
    desks.answerLetter(id, false);
    REQUIRE(desks.opened(id).row.status == GagalKirim);
    REQUIRE(desks.queues(id) == Shown{"counter"});
    checkLastLine(desks, id, LineKind::Pengiriman, Role::Sistem, Role::Fo);
    Enclosed enclosed;
    enclosed.dokumen = desks.opened(id).dokumenList.first().id;

    WHEN("he corrects the address")
    {
        enclosed.address = u"bukan alamat"_s;
        CHECK(desks.act(Role::Fo, id, Action::CorrectAddress, enclosed).error()
              == Error{ErrorCode::Incomplete, u"address"_s});
        enclosed.address = u"budi.baru@contoh.test"_s;
        const auto reply = desks.act(Role::Fo, id, Action::CorrectAddress, enclosed);
        THEN("it stays at the counter until the new letter is out")
        {
            REQUIRE(reply);
            CHECK(reply->status == GagalKirim);
            CHECK(reply->holder == Role::Fo);
            CHECK(desks.queues(id) == Shown{"counter"});
            CHECK(desks.opened(id).email == enclosed.address);
            CHECK(desks.letters(id, MailEvent::Issued, enclosed.address) == 1);
            checkLastLine(desks, id, LineKind::Pengiriman, Role::Fo, Role::Fo);
            desks.answerLetter(id, true);
            CHECK(desks.opened(id).row.status == Terkirim);
            CHECK(desks.opened(id).row.holder == Role::Pemohon);
            CHECK(desks.queues(id).empty());
            checkLastLine(desks, id, LineKind::Pengiriman, Role::Sistem, Role::Pemohon);
        }
    }
    WHEN("he prints it for the applicant at the counter")
    {
        const auto printed = desks.act(Role::Fo, id, Action::PrintAtCounter, enclosed);
        THEN("it waits there until it is handed over")
        {
            REQUIRE(printed);
            CHECK(printed->status == SiapDiambil);
            CHECK(printed->holder == Role::Fo);
            CHECK(desks.queues(id) == Shown{"counter"});
            checkLastLine(desks, id, LineKind::Pengiriman, Role::Fo, Role::Fo);
            CHECK(refusal(desks.act(Role::Fo, id, Action::CorrectAddress, enclosed))
                  == ErrorCode::NotAllowed);
            const auto taken = desks.act(Role::Fo, id, Action::HandOverCard, enclosed);
            REQUIRE(taken);
            CHECK(taken->status == Diambil);
            CHECK(taken->holder == Role::None);
            CHECK(desks.queues(id).empty());
            checkLastLine(desks, id, LineKind::Pengiriman, Role::Fo, Role::None);
        }
    }
}

SCENARIO("An officer of another section sends nothing back", "[returns]")
{
    struct Stranger
    {
        QString username;
        protocol::DutyScope duty;
        Status status;
        Action action;
    };
    const QList<Stranger> strangers{
        {u"kasi-lain"_s, {Role::Kasi, u"pindah-datang"_s}, Status::DiKasi, Action::ReturnToEditor},
        {u"editor-lain"_s, {Role::Editor, u"identitas"_s}, Status::DiEditor, Action::HandToFo},
        {u"kabid-lain"_s, {Role::Kabid, u"dafduk"_s}, Status::DiKabid, Action::ReturnToKasi},
    };
    ReturnDesks desks;
    for (const auto &[username, duty, status, action] : strangers) {
        CAPTURE(qUtf8Printable(username));
        const PermohonanId id = desks.office.bringTo(status, duty.role, false);
        (void)desks.office.addOfficer(username, {duty});
        RawClient stranger;
        desks.seat(stranger, username);
        const Permohonan before = desks.opened(id);
        CHECK(refusal(desks.actAs(stranger, duty.role, id, Action::Receive))
              == ErrorCode::Forbidden);
        CHECK(refusal(desks.actAs(stranger, duty.role, id, action)) == ErrorCode::Forbidden);
        // Nor by the duty of somebody else, or of the server itself.
        for (const Role claimed : {Role::Fo, Role::Kadin, Role::Sistem})
            CHECK(refusal(desks.actAs(stranger, claimed, id, action)) == ErrorCode::Forbidden);
        CHECK_FALSE(desks.actAs(stranger, Role::Pemohon, id, action));
        const auto opened = stranger.call(protocol::OpenPermohonan{.id = id, .duty = duty.role});
        REQUIRE_FALSE(opened);
        CHECK(opened.error().code == ErrorCode::Forbidden);
        CHECK_FALSE(desks.isShown(stranger, duty.role, protocol::QueueView::Work, id));
        CHECK(desks.opened(id) == before);
        CHECK(desks.queues(id) == inQueueOf(duty.role));
    }
}

SCENARIO("Nothing is sent back from where it is not", "[returns]")
{
    using enum Action;
    ReturnDesks desks;
    const PermohonanId id = desks.office.bringTo(Status::DiKabid, Role::Kabid, false);
    const Permohonan before = desks.opened(id);
    Enclosed enclosed;
    enclosed.dokumen = before.dokumenList.first().id;
    enclosed.address = u"budi.baru@contoh.test"_s;
    const QList<std::pair<Role, Action>> misplaced{
        {Role::Fo, AskRevision},      {Role::Fo, Reject},           {Role::Fo, HandToEditor},
        {Role::Fo, CorrectAddress},   {Role::Fo, PrintAtCounter},   {Role::Fo, HandOverCard},
        {Role::Editor, HandToFo},     {Role::Editor, HandToKasi},   {Role::Kasi, ReturnToEditor},
        {Role::Kasi, GiveParaf},      {Role::Kabid, ReturnToKabid}, {Role::Kabid, ReturnToEditor},
        {Role::Kadin, ReturnToKabid}, {Role::Kadin, ReturnToKasi},
    };
    for (const auto &[duty, action] : misplaced) {
        CAPTURE(qUtf8Printable(word(duty)), int(action));
        CHECK(refusal(desks.act(duty, id, action, enclosed)) == ErrorCode::NotAllowed);
    }
    // And by the one who has it, not before he took it over, and not without saying what is wrong.
    CHECK(desks.act(Role::Kabid, id, ReturnToKasi).error()
          == Error{ErrorCode::Incomplete, u"received"_s});
    CHECK(desks.opened(id) == before);
    REQUIRE(desks.act(Role::Kabid, id, Receive));
    enclosed.defects.clear();
    CHECK(desks.act(Role::Kabid, id, ReturnToKasi, enclosed).error()
          == Error{ErrorCode::Incomplete, u"defects"_s});
    CHECK(desks.queues(id) == inQueueOf(Role::Kabid));
}
