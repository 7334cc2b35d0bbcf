#include "server/services/Ledger.h"

#include "common/KartuKendaliStages.h"
#include "common/Sla.h"
#include "common/tte/KartuKendaliExport.h"
#include "common/tte/seal/OfficeSeal.h"
#include "server/db/KartuKendaliRepository.h"
#include "server/documents/KartuKendaliPaper.h"
#include "server/services/Changes.h"
#include "server/services/DraftMaker.h"
#include "server/services/OfficeParts.h"
#include "server/services/Session.h"

using namespace Qt::StringLiterals;

namespace sipenduduk {

namespace {

QString stageName(const KartuKendaliStage &stage)
{
    using enum Status;
    switch (stage.status) {
    case Diajukan: return u"Registrasi"_s;
    case Diregistrasi:
    case Diverifikasi:
    case Dientri: return u"Verifikasi dan entri"_s;
    case DiKasi: return u"Kepala Seksi"_s;
    case DikembalikanKeKasi: return u"Kepala Seksi (ulang)"_s;
    case DiEditor:
        return stage.holder == Role::Fo ? u"FO (dari Operator Editor)"_s : u"Operator Editor"_s;
    case DiKabid: return u"Kepala Bidang"_s;
    case DikembalikanKeKabid: return u"Kepala Bidang (ulang)"_s;
    case DiKadin: return u"Kepala Dinas (TTE)"_s;
    case DikembalikanKePemohon: return u"Perbaikan oleh pemohon"_s;
    default: return u"Pengiriman"_s;
    }
}

QString endName(const std::optional<Action> &action)
{
    using enum Action;
    if (!action)
        return {};
    switch (*action) {
    case GiveParaf: return u"Paraf"_s;
    case Sign: return u"TTE"_s;
    case AskRevision:
    case ReturnToEditor:
    case ReturnToKasi:
    case ReturnToKabid:
    case HandToFo:
    case HandToEditor: return u"Dikembalikan"_s;
    case Reject: return u"Ditolak"_s;
    case Cancel: return u"Dibatalkan"_s;
    default: return {};
    }
}

KartuKendaliPaperRow paperRow(const KartuKendaliStage &stage, const OfficeCalendar &calendar)
{
    KartuKendaliPaperRow row;
    row.tahap = stageName(stage);
    row.petugas = stage.officer;
    row.diterima = stage.received;
    row.diserahkan = stage.handedOn;
    row.paraf = endName(stage.leftBy);
    row.catatan = stage.note;
    if (stage.handedOn.isValid())
        row.durasi = std::chrono::duration_cast<std::chrono::seconds>(
                         serviceTime(stage.handedIn, stage.handedOn, calendar))
                         .count();
    if (const auto step = sopStepOf(stage.status))
        row.batas = SlaLimits().of(*step).count();
    return row;
}

Result<PermohonanHead> visibleHead(Connection &connection, const Session &session, PermohonanId id)
{
    auto head = PermohonanRepository(connection).load(id);
    if (head && !maySee(session, head->seksi, head->bidang))
        return fail(ErrorCode::Forbidden, u"section"_s);
    return head;
}

} // namespace

Ledger::Ledger(Connection &connection, const OfficeParts &parts)
    : m_db(connection)
    , m_parts(parts)
{
}

Result<QByteArray> Ledger::exportJson(const Session &session, PermohonanId id, const QDateTime &now)
{
    const auto head = visibleHead(m_db, session, id);
    const auto lines = KartuKendaliRepository(m_db).list(id);
    if (!head || !lines)
        return std::unexpected(!head ? head.error() : lines.error());
    const Layanan *layanan = m_parts.katalog->layanan(head->layanan);
    const KartuKendaliHeader header{.number = head->number,
                                    .layanan = head->layanan,
                                    .layananTitle = layanan ? layanan->name : head->layanan,
                                    .office = m_parts.profile.name,
                                    .exportedAt = now};
    return m_parts.seal->sealJson(KartuKendaliExport::toJson(header, *lines));
}

Result<QByteArray> Ledger::exportPdf(const Session &session, PermohonanId id, const QDateTime &now)
{
    const auto head = visibleHead(m_db, session, id);
    const auto lines = KartuKendaliRepository(m_db).list(id);
    if (!head || !lines)
        return std::unexpected(!head ? head.error() : lines.error());
    const Layanan *layanan = m_parts.katalog->layanan(head->layanan);
    const Seksi *seksi = m_parts.katalog->seksi(head->seksi);
    KartuKendaliPaperInput input;
    input.nomor = head->number;
    input.layanan = layanan ? layanan->name : head->layanan;
    input.pemohon = head->applicant;
    input.seksi = seksi ? seksi->name : head->seksi;
    input.status = word(head->status).replace(u'_', u' ');
    input.diajukan = head->submittedAt;
    input.dicetak = now;
    input.kepalaRantai = QString::fromLatin1(head->chainHead.toHex());
    input.office = officeSettings(m_parts.profile);
    input.mode = m_parts.profile.isPractice ? DraftMode::Latihan : DraftMode::Produksi;
    for (const KartuKendaliStage &stage : stagesOf(*lines))
        input.rows.append(paperRow(stage, m_parts.calendar));
    return renderKartuKendali(input);
}

} // namespace sipenduduk
