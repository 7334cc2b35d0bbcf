#include "server/services/CitizenDesk.h"

#include "server/db/BerkasRepository.h"
#include "server/db/BlobStore.h"
#include "server/db/KartuKendaliRepository.h"
#include "server/db/Store.h"
#include "server/services/Office.h"
#include "server/services/OfficeParts.h"
#include "server/services/UploadCheck.h"

using namespace Qt::StringLiterals;

namespace sipenduduk {

namespace {

PublicStatus publicStatus(const PermohonanHead &head)
{
    return {.number = head.number,
            .layanan = head.layanan,
            .status = head.status,
            .submittedAt = head.submittedAt,
            .changedAt = head.stepSince};
}

Result<PermohonanHead> ownHead(Connection &db, PemohonId pemohon, const QString &number)
{
    PermohonanRepository repository(db);
    const auto id = repository.byNumber(number);
    if (!id)
        return std::unexpected(id.error());
    auto head = repository.load(*id);
    if (head && head->pemohon != pemohon)
        return fail(ErrorCode::NotFound, u"permohonan"_s);
    return head;
}

Result<OwnPermohonan> ownPermohonan(Connection &db, PemohonId pemohon, const QString &number)
{
    const auto head = ownHead(db, pemohon, number);
    if (!head)
        return std::unexpected(head.error());
    BerkasRepository berkas(db);
    const auto entered = PermohonanRepository(db).entered(head->id);
    const auto uploads = berkas.list(head->id);
    const auto defects = berkas.openDefects(head->id);
    const auto dokumenList = DokumenRepository(db).list(head->id);
    if (!entered || !uploads || !defects || !dokumenList)
        return fail(ErrorCode::Storage, u"permohonan not readable"_s);
    OwnPermohonan own;
    own.status = publicStatus(*head);
    own.id = head->id;
    own.data = entered->data;
    own.berkasList = *uploads;
    own.mayResubmit =
        Alur::find(head->status, head->holder, Action::Resubmit, Role::Pemohon).has_value();
    own.mayCancel =
        Alur::find(head->status, head->holder, Action::Cancel, Role::Pemohon).has_value();
    if (own.mayResubmit)
        own.defects = *defects; // remarks between officers are not the applicant's
    if (head->status == Status::Ditolak) {
        const auto lines = KartuKendaliRepository(db).list(head->id);
        if (!lines)
            return std::unexpected(lines.error());
        for (const KartuKendaliLine &line : *lines) {
            if (line.action == int(Action::Reject))
                own.rejection = line.note;
        }
    }
    for (const DokumenRecord &record : *dokumenList) {
        Dokumen shown;
        shown.id = record.id;
        shown.output = record.output;
        shown.delivery = record.delivery;
        shown.status = record.status;
        shown.number = record.number;
        shown.signedAt = record.signedAt;
        own.dokumenList.append(shown);
        if (!record.signedSha256.isEmpty() && record.delivery == Delivery::Mail)
            own.downloadTokens.insert(record.id, record.downloadToken);
    }
    return own;
}

/// For the `announce` of Store::write().
auto toldBy(Office &office)
{
    return [&office](const Result<StepOutcome> &done) {
        if (done)
            office.tell(done->change, done->hasMail);
    };
}

Result<protocol::ActReply> answerOf(const Result<StepOutcome> &done)
{
    return done ? done->reply : Result<protocol::ActReply>(std::unexpected(done.error()));
}

} // namespace

CitizenDesk::CitizenDesk(OfficeParts &parts, Office &office)
    : m_parts(parts)
    , m_office(office)
{
    m_pool.setMaxThreadCount(2);
}

CitizenDesk::~CitizenDesk()
{
    m_pool.waitForDone();
}

Result<QList<Upload>> CitizenDesk::keep(const QList<RawUpload> &uploads) const
{
    QList<Upload> kept;
    for (const RawUpload &raw : uploads) {
        const auto checked = checkUpload(raw.bytes);
        if (!checked)
            return fail(checked.error().code,
                        u"%1: %2"_s.arg(raw.requirement, checked.error().detail));
        const auto stored = m_parts.blobs->putNow(checked->bytes);
        if (!stored)
            return std::unexpected(stored.error());
        kept.append({.requirement = raw.requirement,
                     .fileName = raw.fileName,
                     .mediaType = checked->mediaType,
                     .size = checked->bytes.size(),
                     .sha256 = *stored});
    }
    return kept;
}

Answer<Acknowledged> CitizenDesk::submit(PemohonId pemohon, const Application &application,
                                         const QList<RawUpload> &uploads)
{
    return answerFrom(m_pool, [this, uploads] { return keep(uploads); })
        .then([this, pemohon, application](Result<QList<Upload>> kept) -> Answer<Acknowledged> {
            if (!kept)
                return std::unexpected(kept.error());
            const QDateTime now = m_parts.now();
            return m_parts.store->write(
                [this, pemohon, application, kept, now](Connection &db) {
                    Application whole = application;
                    whole.uploads = *kept;
                    return Intake(db, m_parts, pemohon, now).submit(whole);
                },
                [this](const Result<Acknowledged> &done) {
                    if (done)
                        m_office.tell(done->change, done->hasMail);
                });
        });
}

Answer<protocol::ActReply> CitizenDesk::resubmit(PemohonId pemohon, PermohonanId id,
                                                 const QMap<QString, QString> &data,
                                                 const QList<RawUpload> &uploads)
{
    return answerFrom(m_pool, [this, uploads] { return keep(uploads); })
        .then([this, pemohon, id, data](Result<QList<Upload>> kept) -> Answer<StepOutcome> {
            if (!kept)
                return std::unexpected(kept.error());
            const QDateTime now = m_parts.now();
            return m_parts.store->write(
                [this, pemohon, id, data, kept, now](Connection &db) {
                    return Intake(db, m_parts, pemohon, now).resubmit(id, data, *kept);
                },
                toldBy(m_office));
        })
        .then(answerOf);
}

Answer<protocol::ActReply> CitizenDesk::cancel(PemohonId pemohon, PermohonanId id)
{
    const QDateTime now = m_parts.now();
    return m_parts.store
        ->write([this, pemohon, id,
                 now](Connection &db) { return Intake(db, m_parts, pemohon, now).cancel(id); },
                toldBy(m_office))
        .then(answerOf);
}

Answer<PublicStatus> CitizenDesk::status(const QString &number)
{
    return m_parts.store->read([number](Connection &db) -> Result<PublicStatus> {
        PermohonanRepository repository(db);
        const auto id = repository.byNumber(number);
        if (!id)
            return std::unexpected(id.error());
        const auto head = repository.load(*id);
        if (!head)
            return std::unexpected(head.error());
        return publicStatus(*head);
    });
}

Answer<QList<PublicStatus>> CitizenDesk::list(PemohonId pemohon)
{
    return m_parts.store->read([pemohon](Connection &db) -> Result<QList<PublicStatus>> {
        PermohonanRepository repository(db);
        const auto ids = repository.ofPemohon(pemohon);
        if (!ids)
            return std::unexpected(ids.error());
        QList<PublicStatus> list;
        for (const PermohonanId id : *ids) {
            const auto head = repository.load(id);
            if (!head)
                return std::unexpected(head.error());
            list.append(publicStatus(*head));
        }
        return list;
    });
}

Answer<OwnPermohonan> CitizenDesk::own(PemohonId pemohon, const QString &number)
{
    return m_parts.store->read(
        [pemohon, number](Connection &db) { return ownPermohonan(db, pemohon, number); });
}

Answer<Download> CitizenDesk::download(const QString &token, Receipt receipt)
{
    using Found = std::pair<Download, std::optional<StepOutcome>>;
    const QDateTime now = m_parts.now();
    return m_parts.store
        ->write(
            [this, token, receipt, now](Connection &db) -> Result<Found> {
                const auto dokumen = DokumenRepository(db).byDownloadToken(token);
                if (!dokumen)
                    return std::unexpected(dokumen.error());
                if (dokumen->signedSha256.isEmpty() || dokumen->delivery != Delivery::Mail)
                    return fail(ErrorCode::NotFound, u"download"_s);
                const Download file{m_parts.blobs->path(dokumen->signedSha256),
                                    dokumen->output + u".pdf"_s};
                if (receipt == Receipt::None)
                    return Found{file, {}};
                auto outcome = Intake::confirmReceipt(db, m_parts, token, now);
                if (!outcome)
                    return std::unexpected(outcome.error());
                return Found{file, std::move(*outcome)};
            },
            [this](const Result<Found> &found) {
                if (found && found->second)
                    m_office.tell(found->second->change, found->second->hasMail);
            })
        .then([](const Result<Found> &found) -> Result<Download> {
            return found ? found->first : Result<Download>(std::unexpected(found.error()));
        });
}

Answer<CheckedDokumen> CitizenDesk::check(const QString &verifyToken)
{
    return m_parts.store->read([verifyToken](Connection &db) -> Result<CheckedDokumen> {
        const auto dokumen = DokumenRepository(db).byVerifyToken(verifyToken);
        if (!dokumen)
            return std::unexpected(dokumen.error());
        return CheckedDokumen{.output = dokumen->output,
                              .number = dokumen->number,
                              .issueDate = dokumen->issueDate,
                              .signedAt = dokumen->signedAt};
    });
}

} // namespace sipenduduk
