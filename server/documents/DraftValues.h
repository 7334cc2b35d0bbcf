#pragma once

#include "server/documents/DocumentTemplate.h"
#include "server/documents/DraftInput.h"
#include "server/documents/MustacheText.h"

namespace sipenduduk {

/// What the templates can say of a draft:
/// - `CODE` a field as a person reads it, `CODE_kapital` the same in capitals;
/// - of a date besides: `CODE_hari` and `CODE_tahun` in Indonesian words, `CODE_day` and
///   `CODE_year` in English ones, all in capitals;
/// - RT and RW with three digits;
/// - of a whole number besides: `CODE_kata` in Indonesian words, `CODE_ordinal` in English;
/// - `FIELD_is_VALUE` for short codes such as `status_ortu_is_ibu`;
/// - `nomor`, `terbit` (a date, with its words), `layanan`, `office_…`, `wording_…`.
[[nodiscard]] TemplateValues draftValues(const DraftInput &input, const OutputWording &wording);

/// A value as a person reads it: the label of a choice, "22 November 2026" for a date.
[[nodiscard]] QString printedValue(const QString &raw, const QList<Pilihan> &choices);

} // namespace sipenduduk
