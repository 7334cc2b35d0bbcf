#pragma once

#include <qpdf/QPDFObjGen.hh>

#include <set>

class QPDF;

namespace sipenduduk {

/// The dictionaries and arrays that /DSS of a catalog is made of, without its streams: what an
/// update may write anew to add to it.
[[nodiscard]] std::set<QPDFObjGen> dssObjectsOf(QPDF &file);

/// Whether one of `objects` serves another purpose than /DSS. A page could have its contents or
/// fonts there, which then would change under the name of revocation data.
[[nodiscard]] bool isUsedOutsideOfDss(QPDF &file, const std::set<QPDFObjGen> &objects);

} // namespace sipenduduk
