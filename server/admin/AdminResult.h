#pragma once

#include <QString>

#include <expected>
#include <utility>

namespace sipenduduk {

/// Outcome of an administrator's command. The failure is a whole sentence for the person at the
/// terminal, translated already; it names files and keys of the configuration, never secrets.
template <typename T = void>
using AdminResult = std::expected<T, QString>;

[[nodiscard]] inline std::unexpected<QString> refuse(QString sentence)
{
    return std::unexpected(std::move(sentence));
}

} // namespace sipenduduk
