#include "server/services/MailOutcome.h"

#include "server/db/OutboxRepository.h"

using namespace Qt::StringLiterals;

namespace sipenduduk {

namespace {

/// What the FO reads in the kartu kendali. The server's own words are English, and whatever its
/// administrator likes; they stay in the outbox.
QString bounceNote(const QString &reply)
{
    const int code = reply.first(qMin(3, reply.size())).toInt();
    if (code >= 500)
        return u"Ditolak server surat penerima (%1)."_s.arg(code);
    if (code >= 400)
        return u"Terus-menerus ditunda server surat penerima, lalu dihentikan (%1)."_s.arg(code);
    return u"Surat tidak dapat dikirim; alamat atau lampirannya perlu diperiksa."_s;
}

/// Does `action` for every mailed dokumen of the set for which Alur has it now.
Result<std::optional<StepOutcome>> moveMailed(Connection &connection, const OfficeParts &parts,
                                              const WaitingMail &mail, Action action,
                                              const QString &note, const QDateTime &now)
{
    std::optional<StepOutcome> last;
    if (mail.event != MailEvent::Issued)
        return last;
    const auto list = DokumenRepository(connection).list(mail.permohonan);
    if (!list)
        return std::unexpected(list.error());
    for (const DokumenRecord &dokumen : *list) {
        if (dokumen.delivery != Delivery::Mail
            || !Alur::find(dokumen.status, Role::Sistem, action, Role::Sistem))
            continue;
        StepInput input;
        input.dokumen = dokumen.id;
        input.note = note;
        auto outcome = Workflow::act(connection, parts, Actor::system(), mail.permohonan,
                                     Workflow::AnyVersion, action, input, now);
        if (!outcome)
            return std::unexpected(outcome.error());
        last = std::move(*outcome);
    }
    return last;
}

} // namespace

Result<std::optional<StepOutcome>> MailOutcome::accepted(Connection &connection,
                                                         const OfficeParts &parts, qint64 mail,
                                                         const QDateTime &now)
{
    const auto waiting = OutboxRepository(connection).find(mail);
    if (!waiting)
        return std::unexpected(waiting.error());
    if (auto marked = OutboxRepository(connection).markSent(mail, now); !marked)
        return std::unexpected(marked.error());
    return moveMailed(connection, parts, *waiting, Action::MailAccepted, {}, now);
}

Result<std::optional<StepOutcome>> MailOutcome::bounced(Connection &connection,
                                                        const OfficeParts &parts, qint64 mail,
                                                        const QString &error, const QDateTime &now)
{
    const auto waiting = OutboxRepository(connection).find(mail);
    if (!waiting)
        return std::unexpected(waiting.error());
    if (auto marked = OutboxRepository(connection).markFailed(mail, error); !marked)
        return std::unexpected(marked.error());
    return moveMailed(connection, parts, *waiting, Action::MailBounced, bounceNote(error), now);
}

} // namespace sipenduduk
