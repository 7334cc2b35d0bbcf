#include "server/services/Entry.h"

#include "common/IsianPermohonan.h"
#include "common/OfficeCalendar.h"
#include "common/SyaratPermohonan.h"
#include "server/db/BerkasRepository.h"
#include "server/db/BlobRepository.h"
#include "server/db/OfficeRepository.h"
#include "server/services/Intake.h"
#include "server/services/OfficeParts.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sipenduduk {

namespace {

/// Which fields are not as they were: codes only, the chain holds no personal data.
QString changedFields(const QMap<QString, QString> &before, const QMap<QString, QString> &after)
{
    QStringList codes;
    for (const auto &[code, value] : after.asKeyValueRange()) {
        if (before.value(code) != value)
            codes.append(code);
    }
    for (const auto &[code, value] : before.asKeyValueRange()) {
        if (!after.contains(code))
            codes.append(code);
    }
    return codes.join(u", "_s);
}

/// The part of a document number that names its kind: editable data of the office, since the
/// two-letter codes are practice and not law. "CODE.terlambat" is for a late report.
QString numberKind(const QMap<QString, QString> &kinds, const QString &output, bool isLate)
{
    const QString whole = kinds.value(output, output.toUpper());
    return isLate ? kinds.value(output + ".terlambat"_L1, whole) : whole;
}

} // namespace

Entry::Entry(Connection &connection, const OfficeParts &parts, const Actor &actor,
             const QDateTime &now)
    : m_db(connection)
    , m_parts(parts)
    , m_actor(actor)
    , m_now(now)
{
}

Result<StepOutcome> Entry::saveData(const protocol::SaveData &request)
{
    Step step(m_db, m_parts, m_actor, m_now);
    const auto transition = Workflow::begin(step, request.id, request.version, Action::EditData);
    if (!transition)
        return std::unexpected(transition.error());
    const auto before = step.entered();
    if (!before)
        return std::unexpected(before.error());
    EnteredData after = **before;
    after.data = normalizedIsian(step.layanan().fields, request.data);
    after.siakNumber = request.siakNumber.trimmed();
    after.warningReason = request.warningReason.trimmed();
    if (after.data != (*before)->data)
        ++after.dataVersion;
    step.input.note = changedFields((*before)->data, after.data);
    PermohonanRepository repository(m_db);
    if (auto saved = repository.saveEntered(request.id, after); !saved)
        return std::unexpected(saved.error());
    if (auto kept = repository.setNiks(request.id, allNiks(step.layanan(), after.data)); !kept)
        return std::unexpected(kept.error());
    step.forgetEntered();
    return Workflow::complete(step, *transition);
}

Result<StepOutcome> Entry::judgeBerkas(const protocol::JudgeBerkas &request)
{
    Step step(m_db, m_parts, m_actor, m_now);
    const auto transition = Workflow::begin(step, request.id, request.version, Action::JudgeBerkas);
    if (!transition)
        return std::unexpected(transition.error());
    BerkasRepository repository(m_db);
    for (const protocol::BerkasVerdict &given : request.verdicts) {
        if (given.verdict < Verdict::Pending || given.verdict > Verdict::Missing)
            return fail(ErrorCode::InvalidArgument, u"verdict"_s);
        const bool needsSolution =
            given.verdict != Verdict::Ok && given.verdict != Verdict::Pending;
        if (needsSolution && given.solution.trimmed().isEmpty())
            return fail(ErrorCode::Incomplete, u"solution"_s);
        if (auto set = repository.setVerdict(request.id, given.berkas, given.verdict,
                                             given.solution.trimmed());
            !set)
            return std::unexpected(set.error());
    }
    const auto before = step.entered();
    if (!before)
        return std::unexpected(before.error());
    EnteredData after = **before;
    for (const auto &[key, answer] : request.answers.asKeyValueRange())
        after.answers.insert(key, answer);
    after.isAnswersConfirmed = request.isAnswersConfirmed;
    if (auto saved = PermohonanRepository(m_db).saveEntered(request.id, after); !saved)
        return std::unexpected(saved.error());
    step.forgetEntered();
    return Workflow::complete(step, *transition);
}

Result<DokumenRecord> Entry::numbered(const DokumenRecord &dokumen)
{
    if (!dokumen.number.isEmpty())
        return dokumen;
    const auto entered = PermohonanRepository(m_db).entered(dokumen.permohonan);
    const auto head = PermohonanRepository(m_db).load(dokumen.permohonan);
    if (!entered || !head)
        return std::unexpected(!entered ? entered.error() : head.error());
    DokumenRecord record = dokumen;
    record.issueDate = officeDate(m_now);
    bool isLate = false;
    const Layanan *layanan = m_parts.katalog->layanan(head->layanan);
    if (layanan && layanan->reportingDeadline
        && !layanan->reportingDeadline->eventField.isEmpty()) {
        const QDate event = QDate::fromString(
            entered->data.value(layanan->reportingDeadline->eventField), Qt::ISODate);
        isLate = event.isValid()
            && event.daysTo(officeDate(head->submittedAt)) > layanan->reportingDeadline->days;
    }
    const QString kind = numberKind(m_parts.profile.numberKinds, dokumen.output, isLate);
    // The day's numbers of one kind run on together, whatever brought them about.
    const auto serial = OfficeRepository(m_db).nextNumber(u"dokumen "_s + kind, record.issueDate);
    if (!serial)
        return std::unexpected(serial.error());
    record.number = u"%1-%2-%3-%4"_s.arg(m_parts.profile.regionCode, kind,
                                         record.issueDate.toString(u"ddMMyyyy"_s),
                                         QString::number(*serial).rightJustified(4, u'0'));
    if (auto kept = DokumenRepository(m_db).setNumber(record.id, record.number, record.issueDate);
        !kept)
        return std::unexpected(kept.error());
    return record;
}

Result<StepOutcome> Entry::recordDrafts(PermohonanId id, int version, int dataVersion,
                                        const QList<NewDraft> &drafts)
{
    Step step(m_db, m_parts, m_actor, m_now);
    const auto transition = Workflow::begin(step, id, version, Action::MakeDraft);
    if (!transition)
        return std::unexpected(transition.error());
    const auto current = PermohonanRepository(m_db).dataVersion(id);
    if (!current)
        return std::unexpected(current.error());
    if (*current != dataVersion)
        return fail(ErrorCode::Conflict, u"data"_s);
    for (const NewDraft &draft : drafts) {
        step.input.dokumen = draft.dokumen;
        const auto dokumen = step.dokumen();
        if (!dokumen)
            return std::unexpected(dokumen.error());
        DokumenRecord &record = **dokumen;
        record.number = draft.number;
        record.issueDate = draft.issueDate;
        ++record.draftVersion;
        record.draftSha256 = draft.sha256;
        record.draftData = dataVersion;
        record.pageCount = draft.pageCount;
        record.isFromSiak = draft.isFromSiak;
        if (auto kept = BlobRepository(m_db).insert(draft.sha256, draft.size, m_now); !kept)
            return std::unexpected(kept.error());
        if (auto set = DokumenRepository(m_db).setDraft(record, m_actor.session.user, m_now); !set)
            return std::unexpected(set.error());
        DokumenRecord shown = record;
        shown.status = step.head.status;
        if (auto line = step.addLine(LineKind::Pekerjaan, {}, Role::None, &shown); !line)
            return std::unexpected(line.error());
    }
    return Workflow::complete(step, *transition);
}

} // namespace sipenduduk
