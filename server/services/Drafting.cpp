#include "server/services/Drafting.h"

#include "common/tte/verify/SignedDraftCheck.h"
#include "server/db/BlobStore.h"
#include "server/db/PemohonRepository.h"
#include "server/db/Store.h"
#include "server/documents/SiakPdfCheck.h"
#include "server/services/DraftMaker.h"
#include "server/services/Entry.h"
#include "server/services/OfficeParts.h"
#include "server/services/OfficeWriter.h"

#include <QThreadPool>

using namespace Qt::StringLiterals;

namespace sipenduduk {

namespace {

/// What the first transaction settles: the data, and a number for each dokumen to be made.
struct DraftOrders
{
    bool wasAnswered = false; ///< this key has its answer already
    int dataVersion = 0;
    QList<DraftOrder> list;
};

Result<DraftOrders> orderDrafts(Connection &db, const OfficeParts &parts, const Actor &actor,
                                PermohonanId id, int version, const QDateTime &now,
                                const Office::Key &key, DokumenId only = {})
{
    const auto isAnswered = wasAnswered(db, actor.session.user, key);
    if (!isAnswered)
        return std::unexpected(isAnswered.error());
    if (*isAnswered)
        return DraftOrders{.wasAnswered = true, .dataVersion = 0, .list = {}};
    Step step(db, parts, actor, now);
    if (auto begun = Workflow::begin(step, id, version, Action::MakeDraft); !begun)
        return std::unexpected(begun.error());
    const auto entered = step.entered();
    const auto dokumenList = step.dokumenList();
    const auto pemohon = PemohonRepository(db).load(step.head.pemohon);
    if (!entered || !dokumenList || !pemohon)
        return fail(ErrorCode::Storage, u"permohonan not readable"_s);
    DraftOrders orders{.wasAnswered = false, .dataVersion = (*entered)->dataVersion, .list = {}};
    for (const DokumenRecord &dokumen : **dokumenList) {
        const bool isWanted =
            only == DokumenId{} ? dokumen.draftData != orders.dataVersion : dokumen.id == only;
        if (!isWanted)
            continue;
        const auto numbered = Entry(db, parts, actor, now).numbered(dokumen);
        if (!numbered)
            return std::unexpected(numbered.error());
        orders.list.append({*numbered, step.head, **entered, pemohon->data});
    }
    return orders;
}

NewDraft newDraft(const DraftOrder &order, const QByteArray &sha256, qint64 size, int pages,
                  bool isFromSiak)
{
    return {.dokumen = order.dokumen.id,
            .sha256 = sha256,
            .size = size,
            .pageCount = pages,
            .isFromSiak = isFromSiak,
            .number = order.dokumen.number,
            .issueDate = order.dokumen.issueDate};
}

/// Renders and stores; on a pool thread.
Result<QList<NewDraft>> renderDrafts(const OfficeParts &parts, const DraftOrders &orders)
{
    QList<NewDraft> drafts;
    for (const DraftOrder &order : orders.list) {
        const auto pdf = makeDraft(parts, order);
        if (!pdf)
            return std::unexpected(pdf.error());
        const auto checked = checkSiakPdf(*pdf);
        if (!checked)
            return fail(ErrorCode::Internal, u"our own draft cannot be signed"_s);
        const auto stored = parts.blobs->putNow(*pdf);
        if (!stored)
            return std::unexpected(stored.error());
        drafts.append(newDraft(order, *stored, pdf->size(), checked->pages, false));
    }
    return drafts;
}

Result<QList<NewDraft>> takeUpload(const OfficeParts &parts, const DraftOrders &orders,
                                   const QByteArray &sha256)
{
    const auto pdf = parts.blobs->getNow(sha256);
    if (!pdf)
        return std::unexpected(pdf.error());
    const auto checked = checkSiakPdf(*pdf);
    if (!checked)
        return std::unexpected(checked.error());
    if (auto signable = checkDraftSignable(*pdf); !signable)
        return fail(
            signable.error().code,
            u"%1: %2"_s.arg(QStringView(SiakPdfReason::Unsignable), signable.error().detail));
    if (orders.list.size() != 1)
        return fail(ErrorCode::NotFound, u"dokumen"_s);
    return QList<NewDraft>{
        newDraft(orders.list.first(), sha256, pdf->size(), checked->pages, true)};
}

} // namespace

Drafting::Drafting(Office &office, OfficeParts &parts, QThreadPool &pool)
    : m_office(office)
    , m_parts(parts)
    , m_pool(pool)
{
}

Answer<protocol::ActReply> Drafting::make(const Session &session,
                                          const protocol::MakeDrafts &request,
                                          const Office::Key &key)
{
    const QDateTime now = m_parts.now();
    return m_parts.store
        ->write([&parts = m_parts, session, request, key, now](Connection &db) {
            return orderDrafts(db, parts, Actor::officer(session, request.duty, now), request.id,
                               request.version, now, key);
        })
        .then(m_pool,
              [&office = m_office, &parts = m_parts, session, request,
               key](Result<DraftOrders> orders) -> Answer<protocol::ActReply> {
                  if (!orders)
                      return std::unexpected(orders.error());
                  const Result<QList<NewDraft>> drafts = orders->wasAnswered
                      ? Result<QList<NewDraft>>()
                      : renderDrafts(parts, *orders);
                  if (!drafts)
                      return std::unexpected(drafts.error());
                  return office.recordDrafts(session, request, key, requestHash(request),
                                             orders->dataVersion, *drafts);
              });
}

Answer<protocol::ActReply> Drafting::takeOver(const Session &session,
                                              const protocol::UploadDraft &request,
                                              const Office::Key &key)
{
    const QDateTime now = m_parts.now();
    return m_parts.store
        ->write([&parts = m_parts, session, request, key, now](Connection &db) {
            return orderDrafts(db, parts, Actor::officer(session, request.duty, now), request.id,
                               request.version, now, key, request.dokumen);
        })
        .then(m_pool,
              [&office = m_office, &parts = m_parts, session, request,
               key](Result<DraftOrders> orders) -> Answer<protocol::ActReply> {
                  if (!orders)
                      return std::unexpected(orders.error());
                  const Result<QList<NewDraft>> drafts = orders->wasAnswered
                      ? Result<QList<NewDraft>>()
                      : takeUpload(parts, *orders, request.sha256);
                  if (!drafts)
                      return std::unexpected(drafts.error());
                  return office.recordDrafts(session, {request.id, request.duty, request.version},
                                             key, requestHash(request), orders->dataVersion,
                                             *drafts);
              });
}

} // namespace sipenduduk
