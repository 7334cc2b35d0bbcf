#include "server/services/Office.h"

#include "common/Alur.h"
#include "server/db/BerkasRepository.h"
#include "server/db/BlobRepository.h"
#include "server/db/BlobStore.h"
#include "server/db/OfficeRepository.h"
#include "server/services/Drafting.h"
#include "server/services/Entry.h"
#include "server/services/Issuance.h"
#include "server/services/Leases.h"
#include "server/services/Ledger.h"
#include "server/services/OfficeWriter.h"
#include "server/services/Queues.h"
#include "server/services/Signing.h"
#include "server/services/SigningQueue.h"

#include <QThreadPool>

#include <mutex>

using namespace Qt::StringLiterals;

namespace sipenduduk {

struct Office::Private
{
    explicit Private(OfficeParts &officeParts)
        : parts(officeParts)
    {
        pool.setMaxThreadCount(2); // rendering and verifying: the cores are the writer's too
    }

    OfficeParts &parts;
    Leases leases;
    QThreadPool pool;
    std::mutex tellingMutex;
    QList<Answer<>> telling; ///< reads that tell of freed permohonan
};

namespace {

/// Actions that need more than an Act carries have messages of their own.
bool isPlain(Action action)
{
    using enum Action;
    switch (action) {
    case Submit:
    case Resubmit:
    case Cancel:
    case EditData:
    case JudgeBerkas:
    case MakeDraft:
    case Sign: return false;
    default: return true;
    }
}

Result<Written<protocol::ActReply>> written(Result<StepOutcome> outcome)
{
    if (!outcome)
        return std::unexpected(outcome.error());
    return Written<protocol::ActReply>{outcome->reply, std::move(outcome->change),
                                       outcome->hasMail};
}

} // namespace

Office::Office(OfficeParts &parts)
    : d(std::make_unique<Private>(parts))
{
    qRegisterMetaType<Change>();
}

Office::~Office()
{
    d->pool.waitForDone();
    for (const Answer<> &told : d->telling)
        (void)told.result();
}

void Office::tell(const std::optional<Change> &change, bool hasMail)
{
    if (change)
        Q_EMIT committed(*change);
    if (hasMail && d->parts.wakeMail)
        d->parts.wakeMail();
}

template <typename Work>
Answer<protocol::ActReply> Office::change(const Session &session, PermohonanId id, const Key &key,
                                          const QByteArray &hash, Work work)
{
    using Reply = protocol::ActReply;
    const QDateTime now = d->parts.now();
    return d->parts.store
        ->write(
            [this, user = session.user, id, key, now, hash, work](Connection &db) {
                const auto whenFree = [&](Connection &c) -> Result<Written<Reply>> {
                    if (auto free = d->leases.check(id, user, now); !free)
                        return std::unexpected(free.error());
                    return work(c, now);
                };
                return once<Reply>(db, user, key, hash, now, whenFree);
            },
            [this](const Result<Written<Reply>> &result) {
                if (result)
                    tell(result->change, result->hasMail);
            })
        .then([](Result<Written<Reply>> result) -> Result<Reply> {
            if (!result)
                return std::unexpected(result.error());
            return std::move(result->reply);
        });
}

Answer<protocol::QueuePage> Office::listQueue(const Session &session,
                                              const protocol::ListQueue &request)
{
    return d->parts.store->read([this, session, request](Connection &db) {
        auto page = Queues(db).page(session, request);
        if (page) {
            const QDateTime now = d->parts.now();
            for (PermohonanRow &row : page->rows)
                row.heldBy = d->leases.heldBy(row.id, now);
        }
        return page;
    });
}

Answer<protocol::SearchPage> Office::search(const Session &session, const protocol::Search &request)
{
    return d->parts.store->read(
        [session, request](Connection &db) { return Queues(db).search(session, request); });
}

Answer<protocol::PermohonanReply> Office::openPermohonan(const Session &session,
                                                         const protocol::OpenPermohonan &request)
{
    return d->parts.store->read(
        [this, session, request](Connection &db) -> Result<protocol::PermohonanReply> {
            auto opened = Queues(db).open(session, request.id);
            if (!opened)
                return std::unexpected(opened.error());
            opened->row.heldBy = d->leases.heldBy(request.id, d->parts.now());
            return protocol::PermohonanReply{std::move(*opened)};
        });
}

Answer<Changes> Office::changesSince(const Session &session, qint64 afterSeq)
{
    return d->parts.store->read(
        [session, afterSeq](Connection &db) { return Queues(db).changesSince(session, afterSeq); });
}

Answer<protocol::ClaimReply> Office::claim(const Session &session, const protocol::Claim &request)
{
    using Claimed = std::pair<protocol::ClaimReply, Change>;
    return d->parts.store
        ->read([this, session, request](Connection &db) -> Result<Claimed> {
            const auto head = PermohonanRepository(db).load(request.id);
            const auto row = PermohonanRepository(db).row(request.id);
            if (!head || !row)
                return std::unexpected(!head ? head.error() : row.error());
            if (!session.holds(request.duty, head->seksi, head->bidang))
                return fail(ErrorCode::Forbidden, u"section"_s);
            // A lease keeps others out: only who has something to do here may do that.
            if (Alur::actions(head->status, head->holder, request.duty).isEmpty())
                return fail(ErrorCode::NotAllowed, u"nothing to do for this duty"_s);
            const auto until =
                d->leases.claim(request.id, session.user, session.name, d->parts.now());
            if (!until)
                return std::unexpected(until.error());
            Change change{.seq = 0,
                          .row = *row,
                          .seksi = head->seksi,
                          .bidang = head->bidang,
                          .previousHolder = head->holder};
            change.row.heldBy = session.name;
            return Claimed{{*until}, change};
        })
        .then([this](Result<Claimed> claimed) -> Result<protocol::ClaimReply> {
            if (!claimed)
                return std::unexpected(claimed.error());
            Q_EMIT leaseChanged(claimed->second);
            return claimed->first;
        });
}

Answer<protocol::Done> Office::releaseClaim(const Session &session,
                                            const protocol::ReleaseClaim &request)
{
    if (d->leases.release(request.id, session.user))
        tellFree({request.id});
    return Result<protocol::Done>(protocol::Done{});
}

void Office::dropClaims(UserId user)
{
    tellFree(d->leases.releaseAll(user));
}

void Office::tellFree(const QList<PermohonanId> &freed)
{
    if (freed.isEmpty())
        return;
    const Answer<> told = d->parts.store->read([this, freed](Connection &db) -> Result<> {
        for (const PermohonanId id : freed) {
            const auto head = PermohonanRepository(db).load(id);
            const auto row = PermohonanRepository(db).row(id);
            if (head && row)
                Q_EMIT leaseChanged({.seq = 0,
                                     .row = *row,
                                     .seksi = head->seksi,
                                     .bidang = head->bidang,
                                     .previousHolder = head->holder});
        }
        return {};
    });
    const std::lock_guard lock(d->tellingMutex);
    d->telling.removeIf([](const Answer<> &done) { return done.isGiven(); });
    d->telling.append(told);
}

Answer<> Office::forgetOldAnswers()
{
    return d->parts.store->write([before = d->parts.now().addDays(-7)](Connection &db) {
        return OfficeRepository(db).forgetAnswers(before);
    });
}

Answer<protocol::ActReply> Office::act(const Session &session, const protocol::Act &request,
                                       const Key &key)
{
    if (!isPlain(request.action))
        return fail(ErrorCode::InvalidArgument, u"action"_s);
    return change(session, request.id, key, requestHash(request),
                  [this, session, request](Connection &db, const QDateTime &now) {
                      const Actor actor = Actor::officer(session, request.duty, now);
                      const StepInput input{.note = request.note,
                                            .defects = request.defects,
                                            .dokumen = request.dokumen,
                                            .address = request.address.trimmed(),
                                            .hasSignatures = false};
                      return written(Workflow::act(db, d->parts, actor, request.id, request.version,
                                                   request.action, input, now));
                  });
}

Answer<protocol::ActReply> Office::saveData(const Session &session,
                                            const protocol::SaveData &request, const Key &key)
{
    return change(session, request.id, key, requestHash(request),
                  [this, session, request](Connection &db, const QDateTime &now) {
                      const Actor actor = Actor::officer(session, request.duty, now);
                      return written(Entry(db, d->parts, actor, now).saveData(request));
                  });
}

Answer<protocol::ActReply> Office::judgeBerkas(const Session &session,
                                               const protocol::JudgeBerkas &request, const Key &key)
{
    return change(session, request.id, key, requestHash(request),
                  [this, session, request](Connection &db, const QDateTime &now) {
                      const Actor actor = Actor::officer(session, request.duty, now);
                      return written(Entry(db, d->parts, actor, now).judgeBerkas(request));
                  });
}

Answer<protocol::Done> Office::addNote(const Session &session, const protocol::AddNote &request,
                                       const Key &key)
{
    const QDateTime now = d->parts.now();
    return d->parts.store
        ->write([session, request, key, now, hash = requestHash(request)](Connection &db) {
            return once<protocol::Done>(
                db, session.user, key, hash, now,
                [&](Connection &c) -> Result<Written<protocol::Done>> {
                    const auto head = PermohonanRepository(c).load(request.id);
                    if (!head)
                        return std::unexpected(head.error());
                    if (!session.holds(request.duty, head->seksi, head->bidang))
                        return fail(ErrorCode::Forbidden, u"section"_s);
                    const QString text = request.text.trimmed();
                    if (text.isEmpty())
                        return fail(ErrorCode::Incomplete, u"note"_s);
                    if (auto noted = BerkasRepository(c).insertNote(request.id, session.user,
                                                                    request.duty, now, text);
                        !noted)
                        return std::unexpected(noted.error());
                    return Written<protocol::Done>{};
                });
        })
        .then([](Result<Written<protocol::Done>> result) -> Result<protocol::Done> {
            if (!result)
                return std::unexpected(result.error());
            return protocol::Done{};
        });
}

Answer<protocol::ActReply> Office::makeDrafts(const Session &session,
                                              const protocol::MakeDrafts &request, const Key &key)
{
    return Drafting(*this, d->parts, d->pool).make(session, request, key);
}

Answer<protocol::ActReply> Office::uploadDraft(const Session &session,
                                               const protocol::UploadDraft &request, const Key &key)
{
    return Drafting(*this, d->parts, d->pool).takeOver(session, request, key);
}

Answer<protocol::ActReply> Office::recordDrafts(const Session &session,
                                                const protocol::MakeDrafts &request, const Key &key,
                                                const QByteArray &hash, int dataVersion,
                                                const QList<NewDraft> &drafts)
{
    return change(
        session, request.id, key, hash,
        [this, session, request, dataVersion, drafts](Connection &db, const QDateTime &now) {
            const Actor actor = Actor::officer(session, request.duty, now);
            return written(Entry(db, d->parts, actor, now)
                               .recordDrafts(request.id, request.version, dataVersion, drafts));
        });
}

Answer<protocol::Done> Office::recordView(const Session &session,
                                          const protocol::RecordView &request)
{
    const QDateTime now = d->parts.now();
    return d->parts.store->write([session, request, now](Connection &db) -> Result<protocol::Done> {
        const auto head = PermohonanRepository(db).load(request.id);
        const auto list = DokumenRepository(db).list(request.id);
        if (!head || !list)
            return std::unexpected(!head ? head.error() : list.error());
        if (!maySee(session, head->seksi, head->bidang))
            return fail(ErrorCode::Forbidden, u"section"_s);
        const auto dokumen = std::ranges::find(*list, request.dokumen, &DokumenRecord::id);
        if (dokumen == list->end() || dokumen->draftSha256 != request.draftSha256)
            return fail(ErrorCode::Conflict, u"draft"_s);
        for (const int page : request.pages) {
            if (page < 1 || page > dokumen->pageCount)
                return fail(ErrorCode::InvalidArgument, u"page"_s);
            if (auto recorded =
                    DokumenRepository(db).recordView(dokumen->id, dokumen->draftSha256,
                                                     session.user, page, request.milliseconds, now);
                !recorded)
                return std::unexpected(recorded.error());
        }
        return protocol::Done{};
    });
}

Answer<protocol::SignableList> Office::listSignable(const Session &session,
                                                    const protocol::ListSignable &request)
{
    const QDateTime now = d->parts.now();
    return d->parts.store->read([this, session, request, now](Connection &db) {
        auto list = SigningQueue(db, d->parts.profile.signing, now).list(session, request);
        for (qsizetype i = 0; list && i < list->rows.size(); ++i)
            list->rows[i].row.heldBy = d->leases.heldBy(list->rows[i].row.id, now);
        return list;
    });
}

Answer<protocol::SigningOffer> Office::offerSigning(const Session &session,
                                                    const protocol::OfferSigning &request)
{
    const QDateTime now = d->parts.now();
    return d->parts.store->read(
        [this, session, request, now](Connection &db) -> Result<protocol::SigningOffer> {
            if (auto free = d->leases.check(request.id, session.user, now); !free)
                return std::unexpected(free.error());
            const Actor actor = Actor::officer(session, Role::Kadin, now);
            return Issuance(db, d->parts, actor, now).offer(request.id, Workflow::AnyVersion);
        });
}

Answer<protocol::ActReply> Office::signSet(const Session &session, const protocol::SignSet &request,
                                           const Key &key)
{
    return Signing(*this, d->parts, d->pool).accept(session, request, key);
}

Answer<std::optional<protocol::SigningOffer>> Office::signingBasis(const Session &session,
                                                                   const protocol::SignSet &request,
                                                                   const Key &key)
{
    using Basis = std::optional<protocol::SigningOffer>;
    const QDateTime now = d->parts.now();
    return d->parts.store->read(
        [this, session, request, key, now](Connection &db) -> Result<Basis> {
            const auto isAnswered = wasAnswered(db, session.user, key);
            if (!isAnswered)
                return std::unexpected(isAnswered.error());
            if (*isAnswered)
                return Basis();
            const Actor actor = Actor::officer(session, Role::Kadin, now);
            auto offer = Issuance(db, d->parts, actor, now).offer(request.id, request.version);
            if (!offer)
                return std::unexpected(offer.error());
            return Basis(std::move(*offer));
        });
}

Answer<protocol::ActReply> Office::recordSignatures(const Session &session,
                                                    const protocol::SignSet &request,
                                                    const Key &key,
                                                    const QList<AcceptedSignature> &signatures)
{
    return change(
        session, request.id, key, requestHash(request),
        [this, session, request, signatures](Connection &db, const QDateTime &now) {
            const Actor actor = Actor::officer(session, Role::Kadin, now);
            return written(
                Issuance(db, d->parts, actor, now).record(request.id, request.version, signatures));
        });
}

Answer<protocol::Done> Office::storeBlob(const Session &session, const QByteArray &bytes)
{
    if (!session.holdsAny(Role::Fo) && !session.holdsAny(Role::Editor))
        return fail(ErrorCode::Forbidden, u"duty"_s);
    return d->parts.blobs->put(bytes).then([](Result<QByteArray> stored) -> Result<protocol::Done> {
        if (!stored)
            return std::unexpected(stored.error());
        return protocol::Done{};
    });
}

Answer<protocol::BlobPart> Office::fetchBlob(const Session &session,
                                             const protocol::FetchBlob &request)
{
    if (request.offset < 0)
        return fail(ErrorCode::InvalidArgument, u"offset"_s);
    return d->parts.store
        ->read([session, request](Connection &db) -> Result<qint64> {
            const auto head = PermohonanRepository(db).load(request.id);
            if (!head)
                return std::unexpected(head.error());
            const auto belongs = BerkasRepository(db).belongs(request.id, request.sha256);
            if (!belongs)
                return std::unexpected(belongs.error());
            if (!maySee(session, head->seksi, head->bidang) || !*belongs)
                return fail(ErrorCode::Forbidden, u"blob"_s);
            return BlobRepository(db).size(request.sha256);
        })
        .then([this, request](Result<qint64> size) -> Answer<protocol::BlobPart> {
            if (!size)
                return std::unexpected(size.error());
            return d->parts.blobs->part(request.sha256, request.offset, protocol::ChunkSize)
                .then([request, size](Result<QByteArray> bytes) -> Result<protocol::BlobPart> {
                    if (!bytes)
                        return std::unexpected(bytes.error());
                    return protocol::BlobPart{*size, request.offset, std::move(*bytes)};
                });
        });
}

Answer<protocol::ExportReply> Office::exportKartuKendali(
    const Session &session, const protocol::ExportKartuKendali &request)
{
    const QDateTime now = d->parts.now();
    return d->parts.store->read(
        [this, session, request, now](Connection &db) -> Result<protocol::ExportReply> {
            Ledger ledger(db, d->parts);
            auto bytes = request.format == protocol::ExportFormat::Pdf
                ? ledger.exportPdf(session, request.id, now)
                : ledger.exportJson(session, request.id, now);
            if (!bytes)
                return std::unexpected(bytes.error());
            return protocol::ExportReply{std::move(*bytes)};
        });
}

} // namespace sipenduduk
