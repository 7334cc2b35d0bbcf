#pragma once

#include "common/KatalogLayanan.h"
#include "server/db/DokumenRepository.h"
#include "server/db/PermohonanRepository.h"
#include "server/services/Actor.h"
#include "server/services/Changes.h"

#include <optional>

namespace sipenduduk {

struct OfficeParts;

/// What the person who acts adds to the action itself.
struct StepInput
{
    QString note;
    QList<Defect> defects;
    DokumenId dokumen{};
    QString address;
    bool hasSignatures = false; ///< Issuance has verified and stored a signature for each dokumen
};

/// One step of one permohonan inside a write transaction: what is read is read once, what is
/// written is written through here, so that state, kartu kendali, mail and event stay together.
class Step
{
public:
    Step(Connection &connection, const OfficeParts &parts, const Actor &actor,
         const QDateTime &now);

    /// Reads the permohonan. NotFound; Forbidden when it is not of the actor's section.
    [[nodiscard]] Result<> open(PermohonanId id);

    [[nodiscard]] Result<const EnteredData *> entered();
    [[nodiscard]] Result<QList<DokumenRecord> *> dokumenList();
    /// The dokumen that the input names. NotFound.
    [[nodiscard]] Result<DokumenRecord *> dokumen();
    [[nodiscard]] const Layanan &layanan() const;

    /// A line of the kartu kendali by this actor, with the state as it is then.
    [[nodiscard]] Result<> addLine(LineKind kind, const QString &note = {},
                                   Role counterpart = Role::None,
                                   const DokumenRecord *dokumen = nullptr);

    /// Writes the permohonan's row and the queue event; the last thing a step does.
    [[nodiscard]] Result<Change> finish();

    /// Data were changed: what was read before is read anew.
    void forgetEntered() { m_entered.reset(); }

    Connection &db;
    const OfficeParts &parts;
    const Actor &actor;
    const QDateTime now;
    PermohonanHead head;
    Action action = Action::Receive;
    StepInput input;

private:
    std::optional<EnteredData> m_entered;
    std::optional<QList<DokumenRecord>> m_dokumenList;
    Role m_previousHolder = Role::None;
    QString m_previousScope;
};

/// The part of a holder's queue that a permohonan stands in: its seksi for Kasi and Editor, its
/// bidang for Kabid, the counter's own for FO after the TTE.
[[nodiscard]] QString queueScope(Role holder, const PermohonanHead &head);

} // namespace sipenduduk
