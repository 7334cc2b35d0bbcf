#pragma once

#include <QList>
#include <QString>

namespace sipenduduk {

/// A vendor's PKCS#11 module that is installed on this computer.
struct TokenModule
{
    QString name; ///< of the vendor or product, as it stands on the box
    QString path;
};

/// Those of the well-known modules that are there, in the order in which they are worth trying.
[[nodiscard]] QList<TokenModule> installedTokenModules();

} // namespace sipenduduk
