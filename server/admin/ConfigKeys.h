#pragma once

#include <QLatin1StringView>
#include <QString>

#include <span>

namespace sipenduduk {

/// One key of the configuration.
struct ConfigKey
{
    QLatin1StringView section;
    QLatin1StringView key; ///< empty: the section's keys are free
    QLatin1StringView preset;
    QLatin1StringView meaning; ///< Indonesian: stands as a comment in the file
};

/// All of them, in the order of the file.
namespace ConfigKeys {

[[nodiscard]] std::span<const ConfigKey> all();
/// Null when there is no such key; the section's row for a free one.
[[nodiscard]] const ConfigKey *find(QStringView section, QStringView key);

} // namespace ConfigKeys

} // namespace sipenduduk
