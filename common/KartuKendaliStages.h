#pragma once

#include "common/Alur.h"
#include "common/KartuKendali.h"

#include <QList>

namespace sipenduduk {

/// One stay of a permohonan in one pair of hands, as its kartu kendali tells it: the row of the
/// printed card. Registering and entering are two stages of the FO, as in the SOP.
struct KartuKendaliStage
{
    Status status = Status::Diajukan; ///< state in which the stay began
    Role holder = Role::None;
    QString officer;              ///< who acknowledged receipt; empty while nobody has
    QDateTime handedIn;           ///< UTC: when the one before handed it over
    QDateTime received;           ///< UTC; invalid: not acknowledged
    QDateTime handedOn;           ///< UTC; invalid: it is still there
    std::optional<Action> leftBy; ///< what ended the stay
    QString note;                 ///< of the hand-over that ended it
    bool operator==(const KartuKendaliStage &) const = default;
};

/// The stages of a chain, oldest first. Lines that neither receive nor hand on are not stages.
[[nodiscard]] QList<KartuKendaliStage> stagesOf(const QList<KartuKendaliLine> &lines);

} // namespace sipenduduk
