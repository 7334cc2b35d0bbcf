#include "common/KartuKendali.h"
#include "common/protocol/SigningMessages.h"
#include "common/tte/DraftSigner.h"
#include "common/tte/SoftKey.h"
#include "common/tte/TteRuntime.h"
#include "server/db/OutboxRepository.h"
#include "server/db/PemohonRepository.h"
#include "tests/server/RawClient.h"
#include "tests/server/ServerCommand.h"
#include "tests/support/TestOffice.h"

#include <catch2/catch_test_macros.hpp>

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <optional>

using namespace Qt::StringLiterals;
using namespace sipenduduk;

namespace {

/// A birth that lies before the front office of a practice office, put there as the portal does.
PermohonanId fileBirth(const SetUpOffice &office)
{
    TestOffice sample; // its catalogue, and an application with its scan
    auto store = Store::open({.path = office.file(u"office.db"_s)}).value();
    const auto blobs = BlobStore::open(office.file(u"blobs"_s)).value();
    OfficeParts parts = sample.parts;
    parts.store = store.get();
    parts.blobs = blobs.get();
    const Application application = sample.birthApplication(true);
    for (const Upload &upload : application.uploads)
        REQUIRE(blobs->putNow(sample.blobs->getNow(upload.sha256).value()));
    const QDateTime now = QDateTime::currentDateTimeUtc();
    PemohonRecord budi;
    budi.email = u"budi@contoh.test"_s;
    budi.name = u"Budi Santoso"_s;
    budi.nik = u"1471010101800001"_s;
    budi.data = {{u"nama"_s, budi.name}, {u"nik"_s, budi.nik}, {u"hp"_s, u"081200000000"_s}};
    budi.createdAt = now;
    return store
        ->write([&](Connection &db) -> Result<PermohonanId> {
            const auto pemohon = PemohonRepository(db).insert(budi);
            if (!pemohon)
                return std::unexpected(pemohon.error());
            const auto filed = Intake(db, parts, *pemohon, now).submit(application);
            if (!filed)
                return std::unexpected(filed.error());
            return filed->id;
        })
        .result()
        .value();
}

/// Officers at work while the server dies under them.
class KilledOffice
{
public:
    KilledOffice()
        : id(fileBirth(m_office))
        , m_caPem(m_office.read(u"certificates/office-ca.pem"_s))
        , m_accounts(QJsonDocument::fromJson(m_office.read(u"latihan/akun.json"_s)).object())
    {
        restart();
    }

    /// kill -9 and a new start; then `user` logs in.
    void restart()
    {
        m_client.reset();
        m_server.reset();
        m_server.emplace(m_office);
        m_client.emplace();
        if (!m_user.isEmpty())
            logIn();
    }

    void seat(const QString &user, Role duty)
    {
        m_user = user;
        m_duty = duty;
        m_client.emplace();
        logIn();
    }

    Permohonan open()
    {
        auto reply = m_client->call(protocol::OpenPermohonan{id, m_duty});
        REQUIRE(reply);
        return reply->permohonan;
    }

    /// Sends `message`, kills the server as it works or when its answer is out, sends it again with
    /// the same key, kills it again: the step is done, once.
    template <typename Message>
    void stepUnderFire(Message message)
    {
        message.id = id;
        message.version = open().row.version;
        if constexpr (requires { message.duty; })
            message.duty = m_duty;
        const QByteArray key(16, char('a' + ++m_steps));
        m_client->sendRequest(Message::Type, 7, protocol::toCbor(message), key);
        if (m_steps % 2 == 0) // it was done, and the answer is lost with the line
            REQUIRE(m_client->answerTo(7));
        restart();
        const auto acknowledged = m_client->call(message, key);
        INFO("step " << m_steps << ", message " << int(Message::Type));
        if (!acknowledged)
            FAIL(acknowledged.error().detail.toStdString());
        restart();
        const Permohonan kept = open();
        CHECK(acknowledged->version == message.version + 1);
        CHECK(kept.row.version == acknowledged->version);
        CHECK(kept.row.status == acknowledged->status);
        CHECK(kept.row.holder == acknowledged->holder);
        CHECK(KartuKendali::firstBroken(kept.kartuKendali,
                                        KartuKendali::chainStart(kept.row.number, kept.row.layanan))
              < 0);
        CHECK(kept.kartuKendali.size() > m_lines);
        m_lines = kept.kartuKendali.size();
    }

    void actUnderFire(Action action)
    {
        protocol::Act act;
        act.action = action;
        stepUnderFire(act);
    }

    void seeEveryPage()
    {
        for (const Dokumen &dokumen : open().dokumenList) {
            QList<int> pages;
            for (int page = 1; page <= dokumen.pageCount; ++page)
                pages.append(page);
            REQUIRE(m_client->call(
                protocol::RecordView{id, dokumen.id, dokumen.draftSha256, pages, 1500}));
        }
    }

    /// The set, signed with the practice key as the Kadin's client does.
    protocol::SignSet signEverything()
    {
        const auto offer = m_client->call(protocol::OfferSigning{id});
        REQUIRE(offer);
        const auto blobs = BlobStore::open(m_office.file(u"blobs"_s)).value();
        const QDateTime now = QDateTime::currentDateTimeUtc();
        QByteArray pin = m_accounts[u"kadin"_s][u"pin"_s].toString().toUtf8();
        const auto key = openPkcs12(m_office.read(u"latihan/kadin.p12"_s), Pin::take(pin), now);
        REQUIRE(key);
        SignatureLook look(u"DejaVu Sans"_s);
        DraftSigner signer(**key, look);
        protocol::SignSet set;
        for (const protocol::DokumenToSign &wanted : offer->dokumenList) {
            const auto made = signer.signDraft({.draft = blobs->getNow(wanted.draftSha256).value(),
                                                .parafChain = wanted.parafChain,
                                                .verificationUrl = wanted.verifyUrl,
                                                .text = {.titleLines = offer->titleLines,
                                                         .name = offer->name,
                                                         .nip = offer->nip,
                                                         .isPractice = true},
                                                .signedAt = now,
                                                .reason = {},
                                                .place = {}});
            REQUIRE(made);
            set.signatures.append({wanted.dokumen, wanted.draftSha256, made->appendix});
        }
        return set;
    }

    [[nodiscard]] int waitingLetters() const
    {
        const auto store = Store::open({.path = m_office.file(u"office.db"_s)}).value();
        return int(store
                       ->read([](Connection &db) {
                           return OutboxRepository(db).due(QDateTime::currentDateTimeUtc(), 100);
                       })
                       .result()
                       .value()
                       .size());
    }

    [[nodiscard]] CommandOutcome doctor() const { return m_office.command({u"doctor"_s}); }

private:
    void logIn()
    {
        QString password;
        for (const QJsonValue &account : m_accounts[u"accounts"_s].toArray()) {
            if (account[u"username"_s] == m_user)
                password = account[u"password"_s].toString();
        }
        REQUIRE(m_client->enter(m_server->port(), m_caPem, m_user, password));
        REQUIRE(m_client->call(protocol::ConfirmPassword{password})); // a paraf asks for it
    }

    SetUpOffice m_office{{u"--practice"_s}};

public:
    PermohonanId id;

private:
    QByteArray m_caPem;
    QJsonObject m_accounts;
    std::optional<RunningServer> m_server;
    std::optional<RawClient> m_client;
    QString m_user;
    Role m_duty = Role::None;
    int m_steps = 0;
    qsizetype m_lines = 0;
};

protocol::JudgeBerkas allInOrder(const Permohonan &permohonan)
{
    protocol::JudgeBerkas judge;
    judge.isAnswersConfirmed = true;
    for (const Berkas &berkas : permohonan.berkasList)
        judge.verdicts.append({berkas.id, Verdict::Ok, {}});
    return judge;
}

protocol::Act returning(Action action)
{
    protocol::Act act;
    act.action = action;
    act.defects = {{.target = DefectTarget::Field,
                    .code = u"anak_nama"_s,
                    .verdict = Verdict::NotMatching,
                    .solution = u"Tulis sesuai surat keterangan lahir"_s}};
    return act;
}

/// Steps 1 and 2, up to the Kasi.
void frontOffice(KilledOffice &office)
{
    office.seat(u"fo"_s, Role::Fo);
    office.actUnderFire(Action::Register);
    office.stepUnderFire(allInOrder(office.open()));
    office.actUnderFire(Action::Verify);
    protocol::SaveData entry;
    entry.data = office.open().data;
    entry.siakNumber = u"SIAK-1"_s;
    entry.warningReason = u"Sesuai KTP-el asli"_s;
    office.stepUnderFire(entry);
    office.actUnderFire(Action::Enter);
    office.stepUnderFire(protocol::MakeDrafts{});
    office.actUnderFire(Action::HandToKasi);
}

void approve(KilledOffice &office, const QString &user, Role duty)
{
    office.seat(user, duty);
    office.actUnderFire(Action::Receive);
    office.actUnderFire(Action::GiveParaf);
}

void sendBack(KilledOffice &office, const QString &user, Role duty, Action action)
{
    office.seat(user, duty);
    office.actUnderFire(Action::Receive);
    office.stepUnderFire(returning(action));
}

} // namespace

TEST_CASE("kill -9 at every step loses nothing that was acknowledged and does nothing twice",
          "[run][kill]")
{
    const TteRuntime runtime;
    KilledOffice office;
    frontOffice(office);
    approve(office, u"kasi-kelahiran"_s, Role::Kasi);
    approve(office, u"kabid-capil"_s, Role::Kabid);

    office.seat(u"kadin"_s, Role::Kadin);
    office.actUnderFire(Action::Receive);
    office.seeEveryPage();
    office.stepUnderFire(office.signEverything());
    const Permohonan issued = office.open();
    CHECK(issued.row.status == Status::Ditandatangani);
    REQUIRE(issued.dokumenList.size() == 3);
    for (const Dokumen &dokumen : issued.dokumenList)
        CHECK_FALSE(dokumen.signedSha256.isEmpty());

    office.seat(u"fo"_s, Role::Fo);
    protocol::Act card;
    card.dokumen = issued.dokumenList.last().id; // the KIA
    card.action = Action::MakeReady;
    office.stepUnderFire(card);
    card.action = Action::HandOverCard;
    card.note = u"Budi Santoso, ayah"_s;
    office.stepUnderFire(card);
    CHECK(office.open().dokumenList.last().status == Status::Diambil);

    const CommandOutcome checked = office.doctor();
    INFO(checked.out.toStdString() << checked.err.toStdString());
    CHECK(checked.exitCode == 0);
}

TEST_CASE("kill -9 at every way back leaves the permohonan with the one who has it", "[run][kill]")
{
    KilledOffice office;
    frontOffice(office);
    sendBack(office, u"kasi-kelahiran"_s, Role::Kasi, Action::ReturnToEditor);
    office.seat(u"editor"_s, Role::Editor);
    office.actUnderFire(Action::Receive);
    office.actUnderFire(Action::HandToKasi);
    approve(office, u"kasi-kelahiran"_s, Role::Kasi);
    sendBack(office, u"kabid-capil"_s, Role::Kabid, Action::ReturnToKasi);
    approve(office, u"kasi-kelahiran"_s, Role::Kasi);
    approve(office, u"kabid-capil"_s, Role::Kabid);
    sendBack(office, u"kadin"_s, Role::Kadin, Action::ReturnToKabid);
    CHECK(office.open().row.holder == Role::Kabid);
}

TEST_CASE("kill -9 while the front office refuses loses neither the defect nor the letter",
          "[run][kill]")
{
    KilledOffice office;
    office.seat(u"fo"_s, Role::Fo);
    office.actUnderFire(Action::Register);
    SECTION("the applicant is asked to renew something")
    {
        office.stepUnderFire(returning(Action::AskRevision));
        CHECK(office.open().row.status == Status::DikembalikanKePemohon);
        CHECK(office.open().defects.size() == 1);
    }
    SECTION("it is rejected")
    {
        protocol::Act act;
        act.action = Action::Reject;
        act.note = u"Anak sudah memiliki akta kelahiran"_s;
        office.stepUnderFire(act);
        CHECK(office.open().row.status == Status::Ditolak);
    }
    CHECK(office.waitingLetters() == 2); // the acknowledgement, and this one
}
