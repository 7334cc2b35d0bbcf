#include "server/services/MailOutcome.h"

#include "server/db/OutboxRepository.h"

using namespace Qt::StringLiterals;

namespace sipenduduk {

namespace {

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
    return moveMailed(connection, parts, *waiting, Action::MailBounced, error, now);
}

} // namespace sipenduduk
