#include "server/services/Queues.h"

#include "server/db/BerkasRepository.h"
#include "server/db/DokumenRepository.h"
#include "server/db/KartuKendaliRepository.h"
#include "server/db/OfficeRepository.h"
#include "server/db/PermohonanRepository.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sipenduduk {

namespace {

constexpr int MaxMissedEvents = 500;

/// Scopes in which a session holds `duty`; empty: the whole office.
QStringList scopesOf(const Session &session, Role duty)
{
    QStringList scopes;
    for (const protocol::DutyScope &held : session.duties) {
        if (held.role == duty && held.scope.isEmpty())
            return {};
        if (held.role == duty)
            scopes.append(held.scope);
    }
    return scopes;
}

/// Sections that a session may look into, by seksi and by bidang; both empty: all of them.
struct Sight
{
    QStringList seksi;
    QStringList bidang;
};

Sight sightOf(const Session &session, Role duty)
{
    const QStringList scopes = scopesOf(session, duty);
    return duty == Role::Kabid ? Sight{{}, scopes} : Sight{scopes, {}};
}

/// The widest duty decides what a search finds; an admin looks after the office, not into it.
Role widestDuty(const Session &session)
{
    for (const Role duty : {Role::Kadin, Role::Fo, Role::Kabid, Role::Kasi, Role::Editor}) {
        if (session.holdsAny(duty))
            return duty;
    }
    return Role::None;
}

Dokumen dokumenOf(const DokumenRecord &record, const QList<ParafRecord> &parafs,
                  const QList<int> &seen)
{
    Dokumen dokumen;
    dokumen.id = record.id;
    dokumen.output = record.output;
    dokumen.delivery = record.delivery;
    dokumen.status = record.status;
    dokumen.number = record.number;
    dokumen.issueDate = record.issueDate;
    dokumen.draftVersion = record.draftVersion;
    dokumen.draftSha256 = record.draftSha256;
    dokumen.pageCount = record.pageCount;
    dokumen.isFromSiak = record.isFromSiak;
    dokumen.signedSha256 = record.signedSha256;
    dokumen.signedAt = record.signedAt;
    dokumen.seenPages = seen;
    for (const ParafRecord &paraf : parafs) {
        if (paraf.dokumen == record.id)
            dokumen.parafList.append({paraf.duty, paraf.officer, paraf.draftSha256, paraf.at});
    }
    return dokumen;
}

Result<QList<Dokumen>> dokumenListOf(Connection &connection, PermohonanId id, UserId user)
{
    DokumenRepository repository(connection);
    const auto records = repository.list(id);
    const auto parafs = repository.parafs(id);
    if (!records || !parafs)
        return std::unexpected(!records ? records.error() : parafs.error());
    QList<Dokumen> list;
    for (const DokumenRecord &record : *records) {
        const auto seen = repository.seenPages(record.id, record.draftSha256, user);
        if (!seen)
            return std::unexpected(seen.error());
        list.append(dokumenOf(record, *parafs, *seen));
    }
    return list;
}

} // namespace

bool maySee(const Session &session, const QString &seksi, const QString &bidang)
{
    return std::ranges::any_of(
        std::initializer_list<Role>{Role::Fo, Role::Editor, Role::Kasi, Role::Kabid, Role::Kadin},
        [&](Role duty) { return session.holds(duty, seksi, bidang); });
}

bool isVisibleTo(const Session &session, const Change &change)
{
    return maySee(session, change.seksi, change.bidang);
}

Result<QList<PermohonanRow>> Queues::rows(const Session &session,
                                          const protocol::ListQueue &request)
{
    PermohonanRepository repository(m_db);
    const QStringList scopes = scopesOf(session, request.duty);
    const int limit = request.limit + 1; // one more tells whether there is another page
    switch (request.view) {
    case protocol::QueueView::Work:
        return repository.queue(request.duty, scopes, false, request.after.at, request.after.id,
                                limit);
    case protocol::QueueView::Returned:
        return repository.queue(request.duty, scopes, true, request.after.at, request.after.id,
                                limit);
    case protocol::QueueView::Pickup:
        return repository.queue(request.duty, {QString(CounterScope)}, false, request.after.at,
                                request.after.id, limit);
    case protocol::QueueView::Sent: {
        const Sight sight = sightOf(session, request.duty);
        return repository.sent(request.duty, sight.seksi, sight.bidang, request.after.id, limit);
    }
    }
    return fail(ErrorCode::InvalidArgument, u"view"_s);
}

Result<protocol::QueuePage> Queues::page(const Session &session, const protocol::ListQueue &request)
{
    if (request.limit < 1 || request.limit > MaxPage)
        return fail(ErrorCode::InvalidArgument, u"limit"_s);
    if (!session.holdsAny(request.duty) || request.duty == Role::Admin)
        return fail(ErrorCode::Forbidden, u"duty"_s);
    const auto lastSeq = OfficeRepository(m_db).lastEvent();
    auto found = rows(session, request);
    if (!lastSeq || !found)
        return std::unexpected(!lastSeq ? lastSeq.error() : found.error());
    protocol::QueuePage page;
    page.lastSeq = *lastSeq;
    page.isLast = found->size() <= request.limit;
    if (!page.isLast)
        found->removeLast();
    page.rows = std::move(*found);
    if (!page.rows.isEmpty()) {
        const auto head = PermohonanRepository(m_db).load(page.rows.last().id);
        if (!head)
            return std::unexpected(head.error());
        page.next = {head->queueAt, head->id};
    }
    return page;
}

Result<protocol::SearchPage> Queues::search(const Session &session, const protocol::Search &request)
{
    const QString text = request.text.trimmed();
    const Role duty = widestDuty(session);
    if (text.size() < 3)
        return fail(ErrorCode::InvalidArgument, u"text"_s);
    if (duty == Role::None)
        return fail(ErrorCode::Forbidden, u"duty"_s);
    const Sight sight = sightOf(session, duty);
    auto rows = PermohonanRepository(m_db).search(text, sight.seksi, sight.bidang, 50);
    if (!rows)
        return std::unexpected(rows.error());
    return protocol::SearchPage{std::move(*rows)};
}

Result<Permohonan> Queues::open(const Session &session, PermohonanId id)
{
    PermohonanRepository repository(m_db);
    const auto head = repository.load(id);
    if (!head)
        return std::unexpected(head.error());
    if (!maySee(session, head->seksi, head->bidang))
        return fail(ErrorCode::Forbidden, u"section"_s);
    const auto row = repository.row(id);
    const auto entered = repository.entered(id);
    BerkasRepository berkas(m_db);
    const auto uploads = berkas.list(id);
    const auto defects = berkas.openDefects(id);
    const auto notes = berkas.notes(id);
    const auto lines = KartuKendaliRepository(m_db).list(id);
    auto dokumenList = dokumenListOf(m_db, id, session.user);
    if (!row || !entered || !uploads || !defects || !notes || !lines || !dokumenList)
        return fail(ErrorCode::Storage, u"permohonan not readable"_s);
    Permohonan permohonan;
    permohonan.row = *row;
    permohonan.email = head->email;
    permohonan.phone = head->phone;
    permohonan.siakNumber = entered->siakNumber;
    permohonan.data = entered->data;
    permohonan.answers = entered->answers;
    permohonan.isAnswersConfirmed = entered->isAnswersConfirmed;
    permohonan.isReceivedByMe = head->receivedBy == session.user;
    permohonan.warningReason = entered->warningReason;
    permohonan.berkasList = *uploads;
    permohonan.dokumenList = std::move(*dokumenList);
    permohonan.defects = *defects;
    permohonan.notes = *notes;
    permohonan.kartuKendali = *lines;
    return permohonan;
}

Result<Changes> Queues::changesSince(const Session &session, qint64 seq)
{
    OfficeRepository events(m_db);
    const auto lastSeq = events.lastEvent();
    const auto missed = events.eventsAfter(seq, MaxMissedEvents + 1);
    if (!lastSeq || !missed)
        return std::unexpected(!lastSeq ? lastSeq.error() : missed.error());
    Changes changes;
    changes.lastSeq = *lastSeq;
    changes.isComplete = missed->size() <= MaxMissedEvents;
    if (!changes.isComplete)
        return changes;
    PermohonanRepository repository(m_db);
    for (const QueueEvent &event : *missed) {
        const auto head = repository.load(event.permohonan);
        const auto row = repository.row(event.permohonan);
        if (!head || !row)
            return std::unexpected(!head ? head.error() : row.error());
        const Change change{.seq = event.seq,
                            .row = *row,
                            .seksi = head->seksi,
                            .bidang = head->bidang,
                            .previousHolder = event.previousHolder};
        if (isVisibleTo(session, change))
            changes.list.append(change);
    }
    return changes;
}

} // namespace sipenduduk
