#pragma once

namespace sipenduduk {

/// What the office asks of its Kadin before a TTE, from its configuration file.
struct SigningRules
{
    int newClerkDays = 30;   ///< whose first draft is younger is a new clerk
    int rareCount = 5;       ///< a dokumen signed less often than this …
    int rareDays = 90;       ///< … in so many days is rare
    int samplePercent = 100; ///< of the sets without a risk, how many must be seen; 100: all
    int pinDokumen = 200;    ///< one PIN serves for so many dokumen …
    int pinMinutes = 15;     ///< … and for so long
};

} // namespace sipenduduk
