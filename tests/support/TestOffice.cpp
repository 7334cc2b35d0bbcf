#include "tests/support/TestOffice.h"

#include "common/tte/seal/OfficeCa.h"
#include "common/tte/seal/OfficeSeal.h"
#include "server/db/BerkasRepository.h"
#include "server/db/DokumenRepository.h"
#include "server/db/PemohonRepository.h"
#include "server/db/UserRepository.h"
#include "server/documents/DraftRenderer.h"
#include "server/services/Entry.h"
#include "server/services/Issuance.h"
#include "server/services/MailOutcome.h"
#include "server/services/Workflow.h"

#include <QCryptographicHash>
#include <QFile>
#include <QTimeZone>

using namespace Qt::StringLiterals;

namespace sipenduduk {

namespace {

template <typename T>
T need(Result<T> result)
{
    if (!result)
        qFatal("test office: code %d, %s", int(result.error().code),
               qPrintable(result.error().detail));
    if constexpr (!std::is_void_v<T>)
        return std::move(*result);
}

KatalogLayanan loadKatalog()
{
    QFile file(u":/services/katalog.jsonl"_s);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("no catalogue");
    return need(KatalogLayanan::parse(file.readAll()));
}

} // namespace

TestOffice::TestOffice(const QString &parent)
    : folder(parent + u"/office-XXXXXX"_s)
    , now(QDate(2026, 11, 23), QTime(2, 0), QTimeZone::UTC) // a Monday, 09.00 in Pekanbaru
    , katalog(loadKatalog())
    , store(need(Store::open({.path = folder.filePath(u"office.db"_s)})))
    , blobs(need(BlobStore::open(folder.filePath(u"blobs"_s))))
    , renderer(std::make_unique<DraftRenderer>())
{
    const OfficeCa ca = need(OfficeCa::create(u"Test office"_s, now));
    const IssuedCertificate sealPem = need(ca.issueSealCertificate(u"Test seal"_s, now));
    seal = std::make_unique<OfficeSeal>(
        need(OfficeSeal::fromPem(sealPem.certificatePem, sealPem.keyPem)));
    caPem = need(ca.pem()).certificatePem;
    parts.store = store.get();
    parts.blobs = blobs.get();
    parts.katalog = &katalog;
    parts.renderer = renderer.get();
    parts.seal = seal.get();
    parts.calendar = defaultOfficeCalendar();
    parts.now = [this] { return now; };
    parts.wakeMail = [] {};
    parts.profile.name = u"Disdukcapil Kota Pekanbaru"_s;
    parts.profile.letterhead = u"DINAS KEPENDUDUKAN DAN PENCATATAN SIPIL"_s;
    parts.profile.city = u"Pekanbaru"_s;
    parts.profile.region = u"Kota Pekanbaru"_s;
    parts.profile.province = u"Riau"_s;
    parts.profile.regionCode = u"1471"_s;
    parts.profile.address = u"Jalan Contoh 1"_s;
    parts.profile.portalUrl = u"https://localhost"_s;
    parts.profile.numberPrefix = u"PKU"_s;
    parts.profile.isPractice = true;
    office = std::make_unique<Office>(parts);
    citizens = std::make_unique<CitizenDesk>(parts, *office);
    addOfficers();
    addPemohon();
    m_scanSha256 = need(blobs->putNow("%PDF-1.4 scan of a requirement"));
}

TestOffice::~TestOffice() = default;

void TestOffice::addOfficers()
{
    for (const auto &[role, scope] :
         std::initializer_list<std::pair<Role, QString>>{{Role::Fo, u""_s},
                                                         {Role::Editor, u""_s},
                                                         {Role::Kasi, u"kelahiran"_s},
                                                         {Role::Kabid, u"capil"_s},
                                                         {Role::Kadin, u""_s},
                                                         {Role::Admin, u""_s}})
        m_sessions[role] = addOfficer(word(role), {{role, scope}});
}

Session TestOffice::addOfficer(const QString &username, const QList<protocol::DutyScope> &duties)
{
    OfficerRecord record;
    record.username = username;
    record.name = u"Petugas "_s + username;
    record.nip = u"198001012006041001"_s;
    record.title = u"KEPALA DINAS"_s;
    const UserId id = need(write([&](Connection &db) -> Result<UserId> {
        auto inserted = UserRepository(db).insert(record, u"-"_s);
        if (!inserted)
            return inserted;
        if (auto set = UserRepository(db).setDuties(*inserted, duties); !set)
            return std::unexpected(set.error());
        return inserted;
    }));
    Session made;
    made.user = id;
    made.name = record.name;
    made.nip = record.nip;
    made.title = record.title;
    made.duties = duties;
    made.passwordUntil = now.addYears(1);
    return made;
}

void TestOffice::addPemohon()
{
    PemohonRecord record;
    record.email = u"budi@contoh.test"_s;
    record.name = u"Budi Santoso"_s;
    record.nik = u"1471010101800001"_s;
    record.data = {{u"nama"_s, record.name}, {u"nik"_s, record.nik}, {u"hp"_s, u"081200000000"_s}};
    record.createdAt = now;
    pemohon = need(write([&](Connection &db) { return PemohonRepository(db).insert(record); }));
}

Session TestOffice::session(Role duty) const
{
    return m_sessions.at(duty);
}

Actor TestOffice::actor(Role duty) const
{
    if (duty == Role::Pemohon)
        return Actor::applicant(pemohon);
    if (duty == Role::Sistem)
        return Actor::system();
    return Actor::officer(session(duty), duty, now);
}

QMap<QString, QString> TestOffice::birthData()
{
    return {
        {u"pelapor_nama"_s, u"Budi Santoso"_s},
        {u"pelapor_nik"_s, u"1471010101800001"_s},
        {u"pelapor_kewarganegaraan"_s, u"WNI"_s},
        {u"ayah_nama"_s, u"Budi Santoso"_s},
        {u"ayah_nik"_s, u"1471010101800001"_s},
        {u"ibu_nama"_s, u"Siti Aminah"_s},
        {u"ibu_nik"_s, u"1471014202820002"_s},
        {u"saksi1_nama"_s, u"Andi Wijaya"_s},
        {u"saksi1_nik"_s, u"1471010303750003"_s},
        {u"saksi2_nama"_s, u"Rina Marlina"_s},
        {u"saksi2_nik"_s, u"1471014404760004"_s},
        {u"anak_nama"_s, u"Putri Ayu Lestari"_s},
        {u"anak_jk"_s, u"P"_s},
        {u"tempat_dilahirkan"_s, u"1"_s},
        {u"tempat_kelahiran"_s, u"Pekanbaru"_s},
        {u"tgl_lahir"_s, u"2026-11-01"_s},
        {u"pukul"_s, u"07:15"_s},
        {u"jenis_kelahiran"_s, u"1"_s},
        {u"kelahiran_ke"_s, u"1"_s},
        {u"penolong"_s, u"1"_s},
        {u"status_ortu"_s, u"tercatat"_s},
        {u"bukti_kawin_nomor"_s, u"123/45/VI/2005"_s},
    };
}

Application TestOffice::birthApplication(bool withCard)
{
    Application application;
    application.layanan = u"akta-kelahiran"_s;
    application.data = birthData();
    application.answers = {{u"syarat.kk"_s, true},
                           {u"syarat.dok-perjalanan"_s, false},
                           {u"keluaran.kk"_s, withCard},
                           {u"keluaran.kia"_s, withCard}};
    for (const QString &requirement : {u"ket-lahir"_s, u"bukti-kawin"_s, u"kk"_s})
        application.uploads.append({.requirement = requirement,
                                    .fileName = u"scan.pdf"_s,
                                    .mediaType = u"application/pdf"_s,
                                    .size = 30,
                                    .sha256 = m_scanSha256});
    return application;
}

PermohonanId TestOffice::submitBirth(bool withCard)
{
    ++m_births;
    return need(write([&](Connection &db) {
               return Intake(db, parts, pemohon, now).submit(birthApplication(withCard));
           }))
        .id;
}

PermohonanHead TestOffice::head(PermohonanId id)
{
    return need(read([&](Connection &db) { return PermohonanRepository(db).load(id); }));
}

Permohonan TestOffice::permohonan(PermohonanId id)
{
    return need(office->openPermohonan(session(Role::Kadin), {id, Role::Kadin}).result())
        .permohonan;
}

QList<DokumenRecord> TestOffice::dokumenList(PermohonanId id)
{
    return need(read([&](Connection &db) { return DokumenRepository(db).list(id); }));
}

StepInput TestOffice::fullInput(PermohonanId id, Action action)
{
    StepInput input;
    input.note = u"alasan"_s;
    input.defects = {{.target = DefectTarget::Field,
                      .code = u"anak_nama"_s,
                      .verdict = Verdict::NotMatching,
                      .solution = u"Tulis sesuai surat"_s}};
    input.address = u"baru@contoh.test"_s;
    input.hasSignatures = true;
    const bool isCard = action == Action::MakeReady || action == Action::HandOverCard;
    for (const DokumenRecord &dokumen : dokumenList(id)) {
        if ((dokumen.delivery == Delivery::Pickup) == isCard)
            input.dokumen = dokumen.id;
    }
    return input;
}

Result<protocol::ActReply> TestOffice::act(PermohonanId id, Role duty, Action action,
                                           const StepInput &input)
{
    const PermohonanHead present = head(id);
    const bool mustReceive = action != Action::Receive && action != Action::Register
        && duty != Role::Pemohon && duty != Role::Sistem && present.receivedBy != session(duty).user
        && Alur::find(present.status, present.holder, Action::Receive, duty);
    if (mustReceive) {
        if (auto received = act(id, duty, Action::Receive); !received)
            return received;
    }
    auto outcome = write([&](Connection &db) {
        return Workflow::act(db, parts, actor(duty), id, head(id).version, action, input, now);
    });
    if (!outcome)
        return std::unexpected(outcome.error());
    return outcome->reply;
}

void TestOffice::judgeAllInOrder(PermohonanId id)
{
    protocol::JudgeBerkas judge{.id = id,
                                .duty = Role::Fo,
                                .version = head(id).version,
                                .verdicts = {},
                                .answers = {},
                                .isAnswersConfirmed = true};
    for (const Berkas &berkas : permohonan(id).berkasList) {
        if (!berkas.isSuperseded)
            judge.verdicts.append({berkas.id, Verdict::Ok, {}});
    }
    need(office->judgeBerkas(session(Role::Fo), judge, {}).result());
}

void TestOffice::enter(PermohonanId id)
{
    const Permohonan present = permohonan(id);
    need(office
             ->saveData(session(Role::Fo),
                        {.id = id,
                         .duty = Role::Fo,
                         .version = present.row.version,
                         .data = present.data,
                         .siakNumber = u"SIAK-1"_s,
                         .warningReason = u"Sesuai KTP-el asli"_s},
                        {})
             .result());
    need(act(id, Role::Fo, Action::Enter));
}

void TestOffice::makeDrafts(PermohonanId id)
{
    const PermohonanHead present = head(id);
    need(office->makeDrafts(session(present.holder), {id, present.holder, present.version}, {})
             .result());
}

void TestOffice::approve(PermohonanId id, Role duty)
{
    need(act(id, duty, Action::GiveParaf));
}

void TestOffice::showAllPages(PermohonanId id, const Session &officer)
{
    for (const DokumenRecord &dokumen : dokumenList(id)) {
        QList<int> pages;
        for (int page = 1; page <= dokumen.pageCount; ++page)
            pages.append(page);
        need(office
                 ->recordView(officer,
                              {.id = id,
                               .dokumen = dokumen.id,
                               .draftSha256 = dokumen.draftSha256,
                               .pages = pages,
                               .milliseconds = 1500})
                 .result());
    }
}

Result<protocol::ActReply> TestOffice::recordSigned(PermohonanId id, const Session &by)
{
    showAllPages(id, by);
    return recordUnseen(id, by);
}

Result<protocol::ActReply> TestOffice::recordUnseen(PermohonanId id, const Session &by)
{
    if (head(id).receivedBy != by.user)
        need(act(id, Role::Kadin, Action::Receive));
    const auto offer = office->offerSigning(by, {id}).result();
    if (!offer)
        return std::unexpected(offer.error());
    QList<AcceptedSignature> signatures;
    for (const protocol::DokumenToSign &wanted : offer->dokumenList) {
        const QByteArray bytes = "signed " + wanted.draftSha256;
        signatures.append({.dokumen = wanted.dokumen,
                           .draftSha256 = wanted.draftSha256,
                           .parafChain = wanted.parafChain,
                           .signedSha256 = need(blobs->putNow(bytes)),
                           .signedSize = bytes.size()});
    }
    auto outcome = write([&](Connection &db) {
        const Actor signer = Actor::officer(by, Role::Kadin, now);
        return Issuance(db, parts, signer, now).record(id, offer->version, signatures);
    });
    if (!outcome)
        return std::unexpected(outcome.error());
    return outcome->reply;
}

void TestOffice::passOn(PermohonanId id, Status target)
{
    using enum Status;
    if (target == Diajukan)
        return;
    need(act(id, Role::Fo, Action::Register));
    judgeAllInOrder(id);
    if (target == Diregistrasi)
        return;
    need(act(id, Role::Fo, Action::Verify));
    if (target == Diverifikasi)
        return;
    enter(id);
    makeDrafts(id);
    if (target == Dientri)
        return;
    need(act(id, Role::Fo, Action::HandToKasi));
    if (target == DiKasi || target == DiEditor)
        return;
    approve(id, Role::Kasi);
    if (target == DiKabid || target == DikembalikanKeKasi)
        return;
    approve(id, Role::Kabid);
    if (target == DiKadin || target == DikembalikanKeKabid)
        return;
    need(recordSigned(id, session(Role::Kadin)));
}

PermohonanId TestOffice::bringTo(Status status, Role holder, bool withCard)
{
    using enum Status;
    const PermohonanId id = submitBirth(withCard);
    switch (status) {
    case DikembalikanKePemohon:
        need(act(id, Role::Fo, Action::AskRevision, fullInput(id, Action::AskRevision)));
        return id;
    case Ditolak: need(act(id, Role::Fo, Action::Reject, fullInput(id, Action::Reject))); return id;
    case DibatalkanPemohon: need(act(id, Role::Pemohon, Action::Cancel)); return id;
    default: break;
    }
    passOn(id, status);
    const auto go = [&](Role duty, Action action) {
        need(act(id, duty, action, fullInput(id, action)));
    };
    switch (status) {
    case DiEditor:
        go(Role::Kasi, Action::ReturnToEditor);
        if (holder == Role::Fo)
            go(Role::Editor, Action::HandToFo);
        break;
    case DikembalikanKeKasi: go(Role::Kabid, Action::ReturnToKasi); break;
    case DikembalikanKeKabid: go(Role::Kadin, Action::ReturnToKabid); break;
    case Terkirim:
    case Diterima:
    case GagalKirim: {
        StepInput each;
        for (const DokumenRecord &dokumen : dokumenList(id)) {
            each.dokumen = dokumen.id;
            if (dokumen.delivery == Delivery::Mail)
                need(act(id, Role::Sistem,
                         status == GagalKirim ? Action::MailBounced : Action::MailAccepted, each));
            if (status == Diterima && dokumen.delivery == Delivery::Mail)
                need(act(id, Role::Pemohon, Action::ConfirmReceipt, each));
        }
        break;
    }
    case SiapDiambil:
    case Diambil:
        go(Role::Fo, Action::MakeReady);
        if (status == Diambil)
            go(Role::Fo, Action::HandOverCard);
        break;
    default: break;
    }
    return id;
}

} // namespace sipenduduk
