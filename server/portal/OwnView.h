#pragma once

#include "server/services/CitizenDesk.h"

#include <QJsonObject>

namespace sipenduduk {

class KatalogLayanan;
class Visit;

/// The permohonan that the address names, when it is this citizen's. NotFound, also for a number
/// that cannot be one.
[[nodiscard]] Result<OwnPermohonan> askOwn(Visit &visit);

/// Everything that the pages about one permohonan show.
[[nodiscard]] QJsonObject ownView(const KatalogLayanan &katalog, const OwnPermohonan &own);

/// What the office wants renewed: [{pokok, alasan, solusi}].
[[nodiscard]] QJsonArray defectsView(const Layanan *layanan, const QList<Defect> &defects);

} // namespace sipenduduk
