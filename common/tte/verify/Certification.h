#pragma once

#include "common/tte/verify/PdfFile.h"

#include <qpdf/QPDFObjGen.hh>

#include <QString>

#include <optional>
#include <set>

namespace sipenduduk {

/// The level P of the certification (/DocMDP) that this revision carries: 1 nothing may change,
/// 2 forms and signatures, 3 annotations too; 0 when it is not certified.
[[nodiscard]] int certificationLevel(const PdfFile &revision);

/// What is wrong with signature fields that were `added` after a signature or signed since
/// (`filled`), although each of them is one: a certification of `before` that leaves no room for
/// them, or looks that cover the pages.
///
/// A look over the content is how a certified document is changed without a word being touched,
/// and no validator that only asks for the kind of object sees it. So on a certified document an
/// added field may not be visible, elsewhere the looks may cover half of a page.
[[nodiscard]] std::optional<QString> addedFieldsViolation(const PdfFile &before,
                                                          const PdfFile &after,
                                                          const std::set<QPDFObjGen> &added,
                                                          const std::set<QPDFObjGen> &filled);

} // namespace sipenduduk
