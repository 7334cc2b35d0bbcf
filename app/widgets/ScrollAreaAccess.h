#pragma once

namespace sipenduduk {

/// Lets assistive programs read scroll areas safely; once, after the application object.
///
/// Qt 6.8.2 answers for the child of a scroll area without looking whether there is one: a scroll
/// bar that hides between "how many?" and "the last one, please" ends the program.
void installScrollAreaAccess();

} // namespace sipenduduk
