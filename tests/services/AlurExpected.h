#pragma once

#include "common/Alur.h"
#include "common/Delivery.h"
#include "common/KartuKendali.h"

#include <optional>
#include <vector>

/// What the office does, written by hand from domain/rules.md 5 and not from the table under
/// test: whatever stands in no row here is refused.
namespace sipenduduk::expected {

/// Where a permohonan can stand up to the TTE, and who handed it to its holder.
struct Situation
{
    Status status;
    Role heldBy;
    Role giver;
};
[[nodiscard]] const std::vector<Situation> &situations();

/// One step up to and with the TTE.
struct StepRow
{
    Status from;
    Role heldBy;
    Role by;
    Action action;
    Status to;
    Role holder;
    std::vector<LineKind> lines; ///< of the kartu kendali, in this order
    MailEvent letter = MailEvent::None;
};
/// For a set of one mailed dokumen.
[[nodiscard]] const std::vector<StepRow> &steps();
/// What is different for a set of three of which one is collected: lines for each dokumen, and
/// the counter, which waits for its card.
[[nodiscard]] const std::vector<StepRow> &stepsOfThree();

/// What an action does to one dokumen after the TTE, always with one line `pengiriman`.
struct DeliveryRow
{
    Delivery delivery;
    Status from;
    Role by;
    Action action;
    Status to;
    MailEvent letter = MailEvent::None;
};
[[nodiscard]] const std::vector<DeliveryRow> &deliveries();

/// Where the permohonan stands when a mailed dokumen and a card (none: the mailed one is alone)
/// have come so far.
struct SetRow
{
    Status mailed;
    std::optional<Status> card;
    Status status;
    Role holder;
};
[[nodiscard]] const std::vector<SetRow> &sets();

} // namespace sipenduduk::expected
