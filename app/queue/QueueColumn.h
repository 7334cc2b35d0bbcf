#pragma once

namespace sipenduduk {

/// Columns of a queue, in the order in which they are first shown.
enum class QueueColumn { Number, Service, Applicant, Status, Waiting, Due, HeldBy, Submitted };
inline constexpr int QueueColumnCount = 8;

} // namespace sipenduduk
