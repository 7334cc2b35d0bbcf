#pragma once

namespace sipenduduk {

/// Why a permohonan deserves a closer look before the TTE. Numbers travel on the wire: append only.
enum class SigningRisk {
    NewClerk = 1,       ///< drafted by somebody who has not drafted for long
    CorrectedDraft = 2, ///< a draft was made anew, or a later step returned it
    RareLayanan = 3,    ///< this kind of dokumen is seldom signed
};

} // namespace sipenduduk
