#pragma once

#include "common/IsianPermohonan.h"

namespace sipenduduk {

struct HttpRequest;

/// Name of the form field for a field of the catalogue: "isian.anak_nama".
[[nodiscard]] QString isianName(const QString &field);
/// The same for a cell of a table, `row` from 0: "isian.anggota.0.nik".
[[nodiscard]] QString isianName(const QString &field, int row, const QString &column);

/// What was typed into a form of `fields`. Rows of blanks are left out; dates and times as
/// Indonesians write them (17-08-1990, 7.15) become those of the catalogue. Judges nothing.
[[nodiscard]] IsianPermohonan readIsian(const QList<Isian> &fields, const HttpRequest &request);

} // namespace sipenduduk
