#pragma once

#include <QJsonArray>
#include <QJsonObject>
#include <QString>

namespace sipenduduk {

class KatalogLayanan;
struct Layanan;

/// Services in groups for the list: [{kelompok, layanan: [{kode, nama, hasil}]}]. Those alone whose
/// texts hold every word of `search`; all for a blank one.
[[nodiscard]] QJsonArray layananGroups(const KatalogLayanan &katalog, const QString &search);

/// Everything that the service standard wants to be public about one service: requirements,
/// procedure, time, cost, product. Source: domain/rules.md 9.
[[nodiscard]] QJsonObject layananView(const KatalogLayanan &katalog, const Layanan &layanan);

} // namespace sipenduduk
