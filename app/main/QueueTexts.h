#pragma once

#include "app/queue/QueuePage.h"
#include "common/Status.h"
#include "common/protocol/QueueMessages.h"

namespace sipenduduk {

/// Title and empty state of one view of one duty; of the search.
[[nodiscard]] QueuePageTexts queueTexts(Role duty, protocol::QueueView view);
[[nodiscard]] QueuePageTexts searchTexts();

} // namespace sipenduduk
