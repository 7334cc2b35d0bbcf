#pragma once

#include "common/Alur.h"
#include "server/services/Step.h"

namespace sipenduduk {

/// Letters to the applicant: what their templates show, queued in the transaction of the step.
namespace Letters {

/// Queues the letter of `event` about the step's permohonan to its applicant's address.
[[nodiscard]] Result<> queue(Step &step, MailEvent event);

} // namespace Letters

} // namespace sipenduduk
