#include "server/services/Intake.h"

#include "common/IsianPermohonan.h"
#include "common/OfficeCalendar.h"
#include "common/SyaratPermohonan.h"
#include "server/db/BerkasRepository.h"
#include "server/db/BlobRepository.h"
#include "server/db/OfficeRepository.h"
#include "server/db/PemohonRepository.h"
#include "server/services/OfficeParts.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace sipenduduk {

namespace {

const std::array<QLatin1StringView, 5> OtherPersons{"saksi"_L1, "pelapor"_L1, "ayah"_L1, "ibu"_L1,
                                                    "kuasa"_L1};

template <typename Predicate>
QStringList niksOf(const Layanan &layanan, const QMap<QString, QString> &data, Predicate isWanted)
{
    QStringList niks;
    for (const Isian &field : layanan.fields) {
        const QString value = data.value(field.code);
        if (field.type == IsianType::Nik && !value.isEmpty() && isWanted(field.code))
            niks.append(value);
    }
    niks.removeDuplicates();
    return niks;
}

QSet<QString> codesOf(const QList<Upload> &uploads)
{
    QSet<QString> codes;
    for (const Upload &upload : uploads)
        codes.insert(upload.requirement);
    return codes;
}

/// Whether what the applicant sends renews exactly what was refused.
Result<> checkAnswers(const QList<Defect> &defects, const QMap<QString, QString> &before,
                      const QMap<QString, QString> &after, const QList<Upload> &uploads)
{
    QSet<QString> requirements, fields;
    for (const Defect &defect : defects) {
        if (defect.target == DefectTarget::Requirement)
            requirements.insert(defect.code);
        else if (defect.target == DefectTarget::Field)
            fields.insert(defect.code);
    }
    if (!codesOf(uploads).contains(requirements))
        return fail(ErrorCode::Incomplete, u"defects"_s);
    if (!requirements.contains(codesOf(uploads)))
        return fail(ErrorCode::InvalidArgument, u"upload not asked for"_s);
    for (const auto &[code, value] : after.asKeyValueRange()) {
        if (!fields.contains(code) && before.value(code) != value)
            return fail(ErrorCode::InvalidArgument, u"field not asked for"_s);
    }
    for (const QString &code : std::as_const(fields)) {
        if (before.value(code) == after.value(code))
            return fail(ErrorCode::Incomplete, u"defects"_s);
    }
    return {};
}

} // namespace

QStringList subjectNiks(const Layanan &layanan, const QMap<QString, QString> &data)
{
    return niksOf(layanan, data, [](const QString &code) {
        return std::ranges::none_of(OtherPersons,
                                    [&](auto prefix) { return code.startsWith(prefix); });
    });
}

QStringList allNiks(const Layanan &layanan, const QMap<QString, QString> &data)
{
    return niksOf(layanan, data, [](const QString &) { return true; });
}

Intake::Intake(Connection &connection, const OfficeParts &parts, PemohonId pemohon,
               const QDateTime &now)
    : m_db(connection)
    , m_parts(parts)
    , m_pemohon(pemohon)
    , m_now(now)
{
}

Result<PermohonanHead> Intake::newHead(const Layanan &layanan)
{
    const auto pemohon = PemohonRepository(m_db).load(m_pemohon);
    if (!pemohon)
        return std::unexpected(pemohon.error());
    const QDate day = officeDate(m_now);
    const auto serial = OfficeRepository(m_db).nextNumber(u"permohonan"_s, day);
    if (!serial)
        return std::unexpected(serial.error());
    PermohonanHead head;
    head.number = u"%1-%2-%3"_s.arg(m_parts.profile.numberPrefix, day.toString(u"yyyyMMdd"_s),
                                    QString::number(*serial).rightJustified(5, u'0'));
    head.layanan = layanan.code;
    head.seksi = layanan.seksi;
    head.bidang = layanan.bidang;
    head.pemohon = m_pemohon;
    head.applicant = pemohon->name;
    head.email = pemohon->email;
    head.phone = pemohon->data.value(u"hp"_s);
    head.status = Status::Baru;
    head.holder = Role::Pemohon;
    head.submittedAt = head.queueAt = head.stepSince = m_now;
    head.chainHead = KartuKendali::chainStart(head.number, head.layanan);
    return head;
}

Result<> Intake::checkDuplicate(const Layanan &layanan, const QStringList &niks)
{
    PermohonanRepository repository(m_db);
    const auto duplicate = repository.openDuplicate(layanan.code, niks, {});
    if (!duplicate)
        return std::unexpected(duplicate.error());
    if (qint64(*duplicate) == 0)
        return {};
    const auto open = repository.load(*duplicate);
    if (!open)
        return std::unexpected(open.error());
    // Whoever types another's NIK learns no number, by which its state could be followed.
    return fail(ErrorCode::Conflict, open->pemohon == m_pemohon ? open->number : QString());
}

Result<> Intake::addUploads(PermohonanId id, const QList<Upload> &uploads)
{
    BerkasRepository repository(m_db);
    for (const QString &requirement : codesOf(uploads)) {
        if (auto superseded = repository.supersede(id, requirement); !superseded)
            return superseded;
    }
    for (const Upload &upload : uploads) {
        if (auto kept = BlobRepository(m_db).insert(upload.sha256, upload.size, m_now); !kept)
            return kept;
        const Berkas berkas{.id = {},
                            .requirement = upload.requirement,
                            .fileName = upload.fileName.left(255),
                            .mediaType = upload.mediaType,
                            .size = upload.size,
                            .sha256 = upload.sha256,
                            .uploadedAt = m_now,
                            .verdict = Verdict::Pending,
                            .solution = {},
                            .isSuperseded = false};
        if (auto inserted = repository.insert(id, berkas); !inserted)
            return std::unexpected(inserted.error());
    }
    return {};
}

Result<Acknowledged> Intake::submit(const Application &application)
{
    const Layanan *layanan = m_parts.katalog->layanan(application.layanan);
    if (!layanan)
        return fail(ErrorCode::NotFound, u"layanan"_s);
    EnteredData entered;
    entered.data = normalizedIsian(layanan->fields, application.data);
    entered.answers = application.answers;
    if (hasError(checkIsian(*layanan, entered.data, officeDate(m_now))))
        return fail(ErrorCode::Incomplete, u"data"_s);
    if (!unansweredConditions(*layanan, entered.answers).isEmpty())
        return fail(ErrorCode::Incomplete, u"answers"_s);
    if (!missingRequirements(*layanan, entered.answers, codesOf(application.uploads)).isEmpty())
        return fail(ErrorCode::Incomplete, u"requirements"_s);
    for (const Upload &upload : application.uploads) {
        if (!layanan->requirement(upload.requirement))
            return fail(ErrorCode::InvalidArgument, u"requirement"_s);
    }
    if (auto unique = checkDuplicate(*layanan, subjectNiks(*layanan, entered.data)); !unique)
        return std::unexpected(unique.error());

    Result<PermohonanHead> head = newHead(*layanan);
    if (!head)
        return std::unexpected(head.error());
    PermohonanRepository repository(m_db);
    const Result<PermohonanId> id = repository.insert(*head, entered);
    if (!id)
        return std::unexpected(id.error());
    if (auto kept = repository.setNiks(*id, allNiks(*layanan, entered.data)); !kept)
        return std::unexpected(kept.error());
    if (auto added = addUploads(*id, application.uploads); !added)
        return std::unexpected(added.error());
    const auto outcome = Workflow::act(m_db, m_parts, Actor::applicant(m_pemohon), *id,
                                       Workflow::AnyVersion, Action::Submit, {}, m_now);
    if (!outcome)
        return std::unexpected(outcome.error());
    return Acknowledged{.id = *id, .number = head->number, .change = outcome->change};
}

Result<StepOutcome> Intake::resubmit(PermohonanId id, const QMap<QString, QString> &data,
                                     const QList<Upload> &uploads)
{
    const Actor actor = Actor::applicant(m_pemohon);
    Step step(m_db, m_parts, actor, m_now);
    const auto transition = Workflow::begin(step, id, Workflow::AnyVersion, Action::Resubmit);
    if (!transition)
        return std::unexpected(transition.error());
    const auto entered = step.entered();
    const auto defects = BerkasRepository(m_db).openDefects(id);
    if (!entered || !defects)
        return std::unexpected(!entered ? entered.error() : defects.error());
    EnteredData renewed = **entered;
    for (const auto &[code, value] : normalizedIsian(step.layanan().fields, data).asKeyValueRange())
        renewed.data.insert(code, value);
    if (auto checked = checkAnswers(*defects, (*entered)->data, renewed.data, uploads); !checked)
        return std::unexpected(checked.error());
    if (hasError(checkIsian(step.layanan(), renewed.data, officeDate(m_now))))
        return fail(ErrorCode::Incomplete, u"data"_s);
    if (renewed.data != (*entered)->data)
        ++renewed.dataVersion;
    PermohonanRepository repository(m_db);
    if (auto saved = repository.saveEntered(id, renewed); !saved)
        return std::unexpected(saved.error());
    if (auto kept = repository.setNiks(id, allNiks(step.layanan(), renewed.data)); !kept)
        return std::unexpected(kept.error());
    if (auto added = addUploads(id, uploads); !added)
        return std::unexpected(added.error());
    if (auto closed = BerkasRepository(m_db).replaceDefects(id, {}); !closed)
        return std::unexpected(closed.error());
    step.forgetEntered();
    return Workflow::complete(step, *transition);
}

Result<StepOutcome> Intake::cancel(PermohonanId id)
{
    return Workflow::act(m_db, m_parts, Actor::applicant(m_pemohon), id, Workflow::AnyVersion,
                         Action::Cancel, {}, m_now);
}

Result<std::optional<StepOutcome>> Intake::confirmReceipt(Connection &connection,
                                                          const OfficeParts &parts,
                                                          const QString &downloadToken,
                                                          const QDateTime &now)
{
    const auto dokumen = DokumenRepository(connection).byDownloadToken(downloadToken);
    if (!dokumen)
        return std::unexpected(dokumen.error());
    const auto head = PermohonanRepository(connection).load(dokumen->permohonan);
    if (!head)
        return std::unexpected(head.error());
    if (!Alur::find(dokumen->status, head->holder, Action::ConfirmReceipt, Role::Pemohon))
        return std::nullopt;
    StepInput input;
    input.dokumen = dokumen->id;
    auto outcome = Workflow::act(connection, parts, Actor::applicant(head->pemohon), head->id,
                                 Workflow::AnyVersion, Action::ConfirmReceipt, input, now);
    if (!outcome)
        return std::unexpected(outcome.error());
    return std::optional(std::move(*outcome));
}

} // namespace sipenduduk
