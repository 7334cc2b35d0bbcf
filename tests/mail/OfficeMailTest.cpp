#include "server/db/OutboxRepository.h"
#include "server/db/PermohonanRepository.h"
#include "server/mail/OutboxWorker.h"
#include "server/services/MailDesk.h"
#include "tests/mail/MailServerUnderTest.h"
#include "tests/support/TestOffice.h"
#include "tests/support/Wait.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <atomic>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace sipenduduk;

namespace {

using enum Status;

/// A whole office with its mail worker, as the server composes them; the test moves the worker's
/// clock.
class MailingOffice
{
public:
    explicit MailingOffice(SmtpSettings smtp)
        : m_desk(office.parts, *office.office)
        , m_nowMs(office.now.toMSecsSinceEpoch())
    {
        smtp.replyTimeout = 5s;
        worker = std::make_shared<OutboxWorker>(
            m_desk,
            OutboxOptions{.smtp = std::move(smtp),
                          .fromAddress = u"layanan@dukcapil.example"_s,
                          .fromName = office.parts.profile.name,
                          .pollInterval = 1h,
                          .now = [this] {
                              return QDateTime::fromMSecsSinceEpoch(m_nowMs, QTimeZone::utc());
                          }});
        office.parts.wakeMail = [mail = std::weak_ptr(worker)] {
            if (const auto awake = mail.lock())
                awake->wake();
        };
    }
    ~MailingOffice() { worker->stop(); }
    Q_DISABLE_COPY_MOVE(MailingOffice)

    /// A birth that the Kadin has just signed, for an applicant at `address`; its letter waits.
    PermohonanId issueTo(const QString &address, bool withCard = false)
    {
        const PermohonanId id = office.bringTo(DiKadin, Role::Kadin, withCard);
        REQUIRE(office.write(
            [&](Connection &db) { return PermohonanRepository(db).setAddress(id, address); }));
        REQUIRE(office.recordSigned(id, office.session(Role::Kadin)));
        return id;
    }
    void pass(std::chrono::milliseconds time)
    {
        m_nowMs += time.count();
        worker->wake();
    }
    bool waitForStatus(PermohonanId id, Status status)
    {
        return test::waitFor([&] { return office.head(id).status == status; });
    }
    /// As the FO's client does it.
    Result<protocol::ActReply> counterAct(PermohonanId id, Action action, qsizetype dokumen = 0,
                                          const QString &address = {}, const QString &note = {})
    {
        return office.office
            ->act(office.session(Role::Fo),
                  {.id = id,
                   .duty = Role::Fo,
                   .version = office.head(id).version,
                   .action = action,
                   .note = note,
                   .defects = {},
                   .dokumen = office.dokumenList(id).at(dokumen).id,
                   .address = address},
                  {})
            .result();
    }
    /// The FO's list of cards and failed mails has it.
    bool isAtCounter(PermohonanId id)
    {
        const auto page =
            office.office
                ->listQueue(office.session(Role::Fo),
                            {.duty = Role::Fo, .view = protocol::QueueView::Pickup, .after = {}})
                .result();
        REQUIRE(page);
        return std::ranges::contains(page->rows, id, &PermohonanRow::id);
    }
    /// Notes of the card's lines that this action wrote.
    QStringList notesOf(PermohonanId id, Action action)
    {
        QStringList notes;
        for (const KartuKendaliLine &line : office.permohonan(id).kartuKendali) {
            if (line.action == int(action))
                notes.append(line.note);
        }
        return notes;
    }
    QList<WaitingMail> waitingMails()
    {
        const auto waiting = office.read(
            [&](Connection &db) { return OutboxRepository(db).due(office.now.addYears(1), 1000); });
        REQUIRE(waiting);
        return *waiting;
    }

    TestOffice office;
    std::shared_ptr<OutboxWorker> worker;

private:
    MailDesk m_desk;
    std::atomic<qint64> m_nowMs;
};

/// The letters with documents in them, by whom they were delivered to.
QList<QJsonObject> issuedTo(const QJsonArray &mails, const QString &address)
{
    QList<QJsonObject> found;
    for (const QJsonValue &mail : mails) {
        if (mail["deliveredTo"_L1].toString() == address
            && !mail["attachments"_L1].toArray().isEmpty())
            found.append(mail.toObject());
    }
    return found;
}

QByteArrayList attachedHashes(const QJsonObject &mail)
{
    QByteArrayList hashes;
    for (const QJsonValue &attachment : mail["attachments"_L1].toArray())
        hashes.append(QByteArray::fromHex(attachment["sha256"_L1].toString().toLatin1()));
    return hashes;
}

/// Every letter of a permohonan that ran through: acknowledgement, resi, the dokumen.
constexpr int LettersOfOne = 3;

} // namespace

SCENARIO("An issued dokumen is on its way only once the mail server has taken it", "[office-mail]")
{
    MailServerUnderTest server;
    MailingOffice mailing(server.settings());
    const PermohonanId id = mailing.issueTo(u"ibu@warga.example"_s);
    CHECK(mailing.office.head(id).status == Ditandatangani);
    CHECK(mailing.office.head(id).holder == Role::Sistem);
    REQUIRE(mailing.worker->start());
    REQUIRE(mailing.waitForStatus(id, Terkirim));
    CHECK(mailing.office.head(id).holder == Role::Pemohon);
    CHECK(mailing.notesOf(id, Action::MailAccepted) == QStringList{QString()});
    const auto issued = issuedTo(server.waitForMails(LettersOfOne), u"ibu@warga.example"_s);
    REQUIRE(issued.size() == 1);
    CHECK(attachedHashes(issued.first())
          == QByteArrayList{mailing.office.dokumenList(id).first().signedSha256});
    CHECK(mailing.waitingMails().isEmpty());
}

SCENARIO("A dokumen whose mail is refused becomes a task of the front office", "[office-mail]")
{
    MailServerUnderTest server;
    MailingOffice mailing(server.settings());
    TestOffice &office = mailing.office;
    const PermohonanId id = mailing.issueTo(u"refuse550@warga.example"_s);
    const PermohonanId other = mailing.issueTo(u"lain@warga.example"_s);
    CHECK_FALSE(mailing.isAtCounter(id));
    REQUIRE(mailing.worker->start());
    REQUIRE(mailing.waitForStatus(id, GagalKirim));
    CHECK(office.head(id).holder == Role::Fo);
    CHECK(mailing.isAtCounter(id));
    CHECK(mailing.notesOf(id, Action::MailBounced)
          == QStringList{u"Ditolak server surat penerima (550)."_s});
    // The other applicant's letter does not wait for it.
    REQUIRE(mailing.waitForStatus(other, Terkirim));
    CHECK_FALSE(mailing.isAtCounter(other));
    CHECK(mailing.waitingMails().isEmpty()); // nothing is tried again by itself

    WHEN("the FO corrects the address")
    {
        REQUIRE(mailing.counterAct(id, Action::CorrectAddress, 0, u"benar@warga.example"_s));
        THEN("the letter goes there, once, and the permohonan moves on")
        {
            REQUIRE(mailing.waitForStatus(id, Terkirim));
            CHECK(office.head(id).holder == Role::Pemohon);
            CHECK_FALSE(mailing.isAtCounter(id));
            CHECK(mailing.notesOf(id, Action::CorrectAddress).size() == 1);
            CHECK(mailing.notesOf(id, Action::MailAccepted).size() == 1);
            const QJsonArray mails = server.waitForMails(2 * LettersOfOne);
            const auto issued = issuedTo(mails, u"benar@warga.example"_s);
            REQUIRE(issued.size() == 1);
            CHECK(attachedHashes(issued.first())
                  == QByteArrayList{office.dokumenList(id).first().signedSha256});
            CHECK(issuedTo(mails, u"refuse550@warga.example"_s).isEmpty());
        }
    }
    WHEN("the corrected address is refused too, over the letter itself")
    {
        REQUIRE(mailing.counterAct(id, Action::CorrectAddress, 0, u"reject554@warga.example"_s));
        REQUIRE(
            test::waitFor([&] { return mailing.notesOf(id, Action::MailBounced).size() == 2; }));
        THEN("it is the FO's again, and says why")
        {
            CHECK(office.head(id).status == GagalKirim);
            CHECK(mailing.isAtCounter(id));
            CHECK(mailing.notesOf(id, Action::MailBounced).last()
                  == u"Ditolak server surat penerima (554)."_s);
        }
    }
    WHEN("the FO prints it at the counter instead")
    {
        REQUIRE(mailing.counterAct(id, Action::PrintAtCounter));
        THEN("it waits there for its owner, and no letter goes out any more")
        {
            CHECK(office.head(id).status == SiapDiambil);
            CHECK(mailing.isAtCounter(id));
            CHECK(mailing.waitingMails().isEmpty());
            REQUIRE(mailing.counterAct(id, Action::HandOverCard, 0, {}, u"Siti Aminah, ibu"_s));
            CHECK(office.head(id).status == Diambil);
            CHECK_FALSE(mailing.isAtCounter(id));
        }
    }
}

SCENARIO("A refused letter with several dokumen is mended by one corrected address",
         "[office-mail]")
{
    MailServerUnderTest server;
    MailingOffice mailing(server.settings());
    TestOffice &office = mailing.office;
    const PermohonanId id = mailing.issueTo(u"refuse550@warga.example"_s, true);
    REQUIRE(mailing.worker->start());
    REQUIRE(mailing.waitForStatus(id, GagalKirim));
    CHECK(office.dokumenList(id).at(0).status == GagalKirim);
    CHECK(office.dokumenList(id).at(1).status == GagalKirim);
    CHECK(office.dokumenList(id).at(2).status == Ditandatangani); // the card was not mailed
    WHEN("the address is corrected")
    {
        REQUIRE(mailing.counterAct(id, Action::CorrectAddress, 0, u"benar@warga.example"_s));
        REQUIRE(test::waitFor([&] { return office.dokumenList(id).at(0).status == Terkirim; }));
        CHECK(office.dokumenList(id).at(1).status == Terkirim);
        CHECK(office.head(id).status == Ditandatangani); // the card decides
        CHECK(mailing.isAtCounter(id));
        const auto issued = issuedTo(server.waitForMails(LettersOfOne), u"benar@warga.example"_s);
        REQUIRE(issued.size() == 1);
        CHECK(attachedHashes(issued.first())
              == QByteArrayList{office.dokumenList(id).at(0).signedSha256,
                                office.dokumenList(id).at(1).signedSha256});
    }
    WHEN("one is printed while the letter with the corrected address is still put off")
    {
        REQUIRE(mailing.counterAct(id, Action::CorrectAddress, 0, u"greylist@warga.example"_s));
        REQUIRE(mailing.counterAct(id, Action::PrintAtCounter, 1));
        REQUIRE(test::waitFor([&] { return mailing.waitingMails().value(0).tries == 1; }));
        mailing.pass(2min);
        THEN("the letter moves only the other one")
        {
            REQUIRE(test::waitFor([&] { return office.dokumenList(id).at(0).status == Terkirim; }));
            CHECK(office.dokumenList(id).at(1).status == SiapDiambil);
        }
    }
}

SCENARIO("A letter that its server puts off for days is given up in words", "[office-mail]")
{
    MailServerUnderTest server;
    MailingOffice mailing(server.settings());
    const PermohonanId id = mailing.issueTo(u"busy451@warga.example"_s);
    mailing.pass(73h);
    REQUIRE(mailing.worker->start());
    REQUIRE(mailing.waitForStatus(id, GagalKirim));
    CHECK(mailing.notesOf(id, Action::MailBounced)
          == QStringList{u"Terus-menerus ditunda server surat penerima, lalu dihentikan (451)."_s});
}

SCENARIO("Letters wait while the mail server is down and go out once when it is back",
         "[office-mail]")
{
    MailServerUnderTest server(MailServerUnderTest::Kind::Real);
    server.stop();
    MailingOffice mailing(server.settings());
    const QList<PermohonanId> early{mailing.issueTo(u"satu@warga.example"_s),
                                    mailing.issueTo(u"dua@warga.example"_s)};
    REQUIRE(mailing.worker->start());
    REQUIRE(test::waitFor([&] { return !mailing.worker->health().isReachable; }));
    // The office works on meanwhile.
    const PermohonanId late = mailing.issueTo(u"tiga@warga.example"_s);
    for (const PermohonanId id : early + QList{late}) {
        CHECK(mailing.office.head(id).status == Ditandatangani);
        CHECK(mailing.office.head(id).holder == Role::Sistem);
        CHECK_FALSE(mailing.isAtCounter(id)); // an outage is nobody's failed mail
    }
    CHECK(mailing.waitingMails().size() == 3 * LettersOfOne);

    server.startAgain();
    mailing.pass(6min); // the longest pause during an outage
    for (const PermohonanId id : early + QList{late})
        REQUIRE(mailing.waitForStatus(id, Terkirim));
    REQUIRE(test::waitFor([&] { return mailing.waitingMails().isEmpty(); }));
    const QJsonArray mails = server.waitForMails(3 * LettersOfOne);
    for (const QString &address :
         {u"satu@warga.example"_s, u"dua@warga.example"_s, u"tiga@warga.example"_s})
        CHECK(issuedTo(mails, address).size() == 1);
    QStringList ids;
    for (const QJsonValue &mail : mails)
        ids.append(mail["messageId"_L1].toString());
    CHECK(ids.removeDuplicates() == 0);
    CHECK(mailing.worker->health().isReachable);
    for (const PermohonanId id : early + QList{late})
        CHECK(mailing.notesOf(id, Action::MailAccepted).size() == 1);
}
