#pragma once

#include "common/protocol/WorkMessages.h"
#include "server/services/Workflow.h"

namespace sipenduduk {

/// A draft that was made or uploaded and stored, to be recorded.
struct NewDraft
{
    DokumenId dokumen{};
    QByteArray sha256;
    qint64 size = 0;
    int pageCount = 0;
    bool isFromSiak = false;
    QString number; ///< of the dokumen, from its first draft on
    QDate issueDate;
};

/// What FO and Editor enter: data, verdicts, drafts.
class Entry
{
public:
    Entry(Connection &connection, const OfficeParts &parts, const Actor &actor,
          const QDateTime &now);

    [[nodiscard]] Result<StepOutcome> saveData(const protocol::SaveData &request);
    [[nodiscard]] Result<StepOutcome> judgeBerkas(const protocol::JudgeBerkas &request);

    /// Number and date for a dokumen that has none yet; its own otherwise. The number is taken
    /// in the caller's transaction, before the draft that prints it is rendered.
    [[nodiscard]] Result<DokumenRecord> numbered(const DokumenRecord &dokumen);

    /// Drafts of the data in `dataVersion`; Conflict when they have changed meanwhile.
    [[nodiscard]] Result<StepOutcome> recordDrafts(PermohonanId id, int version, int dataVersion,
                                                   const QList<NewDraft> &drafts);

private:
    Connection &m_db;
    const OfficeParts &m_parts;
    const Actor &m_actor;
    QDateTime m_now;
};

} // namespace sipenduduk
