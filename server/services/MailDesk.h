#pragma once

#include "server/mail/OutboxSource.h"
#include "server/services/Workflow.h"

#include <optional>

namespace sipenduduk {

class Office;
struct OfficeParts;

/// The outbox as the mail worker sees it. What it reports moves the workflow in the same
/// transaction that marks the mail: a dokumen is never `terkirim` without its mail, nor the other
/// way round. Called from the worker's thread; every call waits for the store.
class MailDesk : public OutboxSource
{
public:
    MailDesk(OfficeParts &parts, Office &office);

    Result<std::vector<OutboxMail>> due(const QDateTime &now, int limit) override;
    Result<> markSent(qint64 id, const QString &serverReply) override;
    Result<> markTemporaryFailure(qint64 id, const QString &error,
                                  const QDateTime &nextTryAt) override;
    Result<> markPermanentFailure(qint64 id, const QString &error) override;

private:
    using Outcome = Result<std::optional<StepOutcome>>;

    void tell(const Outcome &outcome);

    OfficeParts &m_parts;
    Office &m_office;
};

} // namespace sipenduduk
