#include "server/services/Step.h"

#include "server/db/KartuKendaliRepository.h"
#include "server/db/OfficeRepository.h"
#include "server/services/OfficeParts.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sipenduduk {

namespace {

bool isAfterTte(Status status)
{
    using enum Status;
    return status == Ditandatangani || status == Terkirim || status == SiapDiambil
        || status == GagalKirim;
}

} // namespace

QString queueScope(Role holder, const PermohonanHead &head)
{
    switch (holder) {
    case Role::Kasi:
    case Role::Editor: return head.seksi;
    case Role::Kabid: return head.bidang;
    case Role::Fo: return isAfterTte(head.status) ? QString(CounterScope) : u""_s;
    default: return u""_s;
    }
}

Step::Step(Connection &connection, const OfficeParts &officeParts, const Actor &who,
           const QDateTime &at)
    : db(connection)
    , parts(officeParts)
    , actor(who)
    , now(at)
{
}

Result<> Step::open(PermohonanId id)
{
    Result<PermohonanHead> loaded = PermohonanRepository(db).load(id);
    if (!loaded)
        return std::unexpected(loaded.error());
    head = std::move(*loaded);
    m_previousHolder = head.holder;
    m_previousScope = head.queueScope;
    if (actor.duty == Role::Pemohon && head.pemohon != actor.pemohon)
        return fail(ErrorCode::NotFound, u"permohonan"_s); // whose it is, is nobody else's business
    if (actor.isOfficer() && !actor.session.holds(actor.duty, head.seksi, head.bidang))
        return fail(ErrorCode::Forbidden, u"section"_s);
    return {};
}

Result<const EnteredData *> Step::entered()
{
    if (!m_entered) {
        Result<EnteredData> read = PermohonanRepository(db).entered(head.id);
        if (!read)
            return std::unexpected(read.error());
        m_entered = std::move(*read);
    }
    return &*m_entered;
}

Result<QList<DokumenRecord> *> Step::dokumenList()
{
    if (!m_dokumenList) {
        auto read = DokumenRepository(db).list(head.id);
        if (!read)
            return std::unexpected(read.error());
        m_dokumenList = std::move(*read);
    }
    return &*m_dokumenList;
}

Result<DokumenRecord *> Step::dokumen()
{
    auto list = dokumenList();
    if (!list)
        return std::unexpected(list.error());
    const auto found = std::ranges::find(**list, input.dokumen, &DokumenRecord::id);
    if (found == (*list)->end())
        return fail(ErrorCode::NotFound, u"dokumen"_s);
    return &*found;
}

const Layanan &Step::layanan() const
{
    const Layanan *layanan = parts.katalog->layanan(head.layanan);
    Q_ASSERT(layanan); // Intake takes no permohonan of a service that is not in the catalogue
    return *layanan;
}

Result<> Step::addLine(LineKind kind, const QString &note, Role counterpart,
                       const DokumenRecord *dokumen)
{
    KartuKendaliLine line;
    line.kind = kind;
    line.action = int(action);
    line.status = dokumen ? dokumen->status : head.status;
    line.duty = actor.duty;
    line.officerId = qint64(actor.session.user);
    line.officer = actor.session.name;
    line.counterpart = counterpart;
    line.at = now;
    line.note = note;
    if (dokumen) {
        line.dokumen = dokumen->output;
        line.draftSha256 = dokumen->draftSha256;
    }
    return KartuKendaliRepository(db).append(head, std::move(line));
}

Result<Change> Step::finish()
{
    head.queueScope = queueScope(head.holder, head);
    if (auto updated = PermohonanRepository(db).update(head); !updated)
        return std::unexpected(updated.error());
    const Result<qint64> seq =
        OfficeRepository(db).appendEvent(head.id, m_previousHolder, m_previousScope, now);
    if (!seq)
        return std::unexpected(seq.error());
    Change change;
    change.seq = *seq;
    change.seksi = head.seksi;
    change.bidang = head.bidang;
    change.previousHolder = m_previousHolder;
    change.row = {.id = head.id,
                  .number = head.number,
                  .layanan = head.layanan,
                  .applicant = head.applicant,
                  .status = head.status,
                  .holder = head.holder,
                  .submittedAt = head.submittedAt,
                  .stepSince = head.stepSince,
                  .heldBy = {},
                  .version = head.version,
                  .isReturned = head.isReturned};
    return change;
}

} // namespace sipenduduk
