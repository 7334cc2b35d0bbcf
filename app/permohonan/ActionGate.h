#pragma once

#include "common/Alur.h"
#include "common/Ids.h"

#include <QList>

namespace sipenduduk {

struct Permohonan;

/// Something that the officer may do now: an action, and the dokumen when it moves only one.
struct OfferedAction
{
    Action action = Action::Receive;
    DokumenId dokumen{};
    Guards guards; ///< as in the table of Alur
    bool operator==(const OfferedAction &) const = default;
};

/// What the window knows besides the permohonan itself.
struct LocalState
{
    bool isVerdictsOk = false;  ///< of what is judged here, sent or not
    bool isDataValid = false;   ///< no error; warnings have a reason
    bool isDataUnsaved = false; ///< typed data that no draft can be of
};

/// The actions that Alur gives `duty` on this permohonan: those of the whole set from its state,
/// those of one dokumen from that dokumen's state and delivery.
[[nodiscard]] QList<OfferedAction> offeredActions(const Permohonan &permohonan, Role duty);

/// Whether it is a button: not what is done by typing into a form or choosing a verdict.
[[nodiscard]] bool isButton(Action action);

/// Guards of `offered` that are known here not to be met. What only the server or the person can
/// know (password, four eyes, defects, reasons) counts as met.
[[nodiscard]] Guards missingGuards(const OfferedAction &offered, const Permohonan &permohonan,
                                   const LocalState &local);

/// Pages of all drafts that this officer was not shown yet; a TTE needs all of them.
[[nodiscard]] int unseenPages(const Permohonan &permohonan);

/// The step forward, in contrast to returns, refusals and receipt.
[[nodiscard]] bool isForward(Action action);

} // namespace sipenduduk
