#pragma once

namespace sipenduduk {

/// How a dokumen reaches the applicant. Numbers travel on the wire: append only.
enum class Delivery { Mail = 1, Pickup = 2 };

} // namespace sipenduduk
