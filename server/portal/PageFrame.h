#pragma once

#include <QJsonObject>
#include <QString>

namespace sipenduduk {

struct PortalParts;

/// Adds what the frame of every page shows: title, office, assets, mode.
void addFrame(QJsonObject &values, const QString &title, const PortalParts &parts);

/// The page of an error status in the look of all pages, whoever made the error.
[[nodiscard]] QByteArray errorPage(int status, const PortalParts &parts);

} // namespace sipenduduk
