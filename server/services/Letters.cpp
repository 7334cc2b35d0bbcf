#include "server/services/Letters.h"

#include "server/db/OutboxRepository.h"
#include "server/services/OfficeParts.h"

#include <QJsonArray>

#include <array>

using namespace Qt::StringLiterals;

namespace sipenduduk {

namespace {

/// Reasons in the applicant's words, by Verdict.
const std::array<QLatin1StringView, 8> VerdictTexts{
    ""_L1,
    ""_L1,
    "tidak terbaca"_L1,
    "milik orang lain"_L1,
    "sudah tidak berlaku"_L1,
    "kurang lengkap"_L1,
    "tidak sesuai dengan data"_L1,
    "belum diunggah"_L1,
};

QString targetName(const Step &step, const Defect &defect)
{
    const Layanan &layanan = step.layanan();
    if (defect.target == DefectTarget::Requirement)
        return layanan.requirement(defect.code)->name;
    if (defect.target == DefectTarget::Field)
        return layanan.field(defect.code)->label;
    return u"Lain-lain"_s;
}

QJsonArray defectList(const Step &step)
{
    QJsonArray list;
    for (const Defect &defect : step.input.defects) {
        list.append(QJsonObject{{u"name"_s, targetName(step, defect)},
                                {u"problem"_s, VerdictTexts[std::size_t(defect.verdict)]},
                                {u"solution"_s, defect.solution}});
    }
    return list;
}

/// What happens to each dokumen of the set, and the signed PDFs to attach.
Result<> addDokumen(Step &step, QJsonObject &payload)
{
    const auto list = step.dokumenList();
    if (!list)
        return std::unexpected(list.error());
    QJsonArray mailed, collected, attachments;
    for (const DokumenRecord &dokumen : **list) {
        const JenisDokumen *kind = step.parts.katalog->dokumen(dokumen.output);
        QJsonObject shown{{u"name"_s, kind ? kind->name : dokumen.output},
                          {u"number"_s, dokumen.number}};
        if (dokumen.delivery == Delivery::Pickup) {
            if (dokumen.status == Status::Ditandatangani || dokumen.status == Status::SiapDiambil)
                collected.append(shown);
            continue;
        }
        if (dokumen.signedSha256.isEmpty())
            continue;
        shown.insert(u"url"_s,
                     u"%1/unduh/%2"_s.arg(step.parts.profile.portalUrl, dokumen.downloadToken));
        mailed.append(shown);
        attachments.append(
            QJsonObject{{u"name"_s, u"%1.pdf"_s.arg(dokumen.output)},
                        {u"sha256"_s, QString::fromLatin1(dokumen.signedSha256.toHex())}});
    }
    payload.insert(u"documents"_s, mailed);
    payload.insert(u"cards"_s, collected);
    payload.insert(u"attachments"_s, attachments);
    return {};
}

/// A set of cards alone has no PDF to send; its own letter comes when a card is ready.
bool isEmptyLetter(MailEvent event, const QJsonObject &payload)
{
    return event == MailEvent::Issued && payload.value(u"documents"_s).toArray().isEmpty();
}

} // namespace

Result<> Letters::queue(Step &step, MailEvent event)
{
    QJsonObject payload{
        {u"number"_s, step.head.number},
        {u"service"_s, step.layanan().name},
        {u"name"_s, step.head.applicant},
        {u"office"_s, step.parts.profile.name},
        {u"statusUrl"_s, u"%1/status/%2"_s.arg(step.parts.profile.portalUrl, step.head.number)},
        {u"reason"_s, step.input.note.trimmed()},
        {u"isPractice"_s, step.parts.profile.isPractice},
    };
    if (event == MailEvent::RevisionAsked)
        payload.insert(u"defects"_s, defectList(step));
    if (event == MailEvent::Issued || event == MailEvent::ReadyForPickup) {
        if (auto added = addDokumen(step, payload); !added)
            return added;
        if (event == MailEvent::ReadyForPickup)
            payload.remove(u"attachments"_s);
    }
    if (isEmptyLetter(event, payload))
        return {};
    return OutboxRepository(step.db).insert({.event = event,
                                             .permohonan = step.head.id,
                                             .recipient = step.head.email,
                                             .payload = payload,
                                             .at = step.now});
}

} // namespace sipenduduk
