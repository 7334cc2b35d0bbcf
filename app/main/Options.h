#pragma once

#include "common/Result.h"

#include <QString>
#include <QStringList>

namespace sipenduduk {

/// What the command line says. Empty: what was remembered, or the default.
struct Options
{
    QString server; ///< host:port
    QString caFile;
    QString user;
    QString language; ///< id or en
    QString settingsFile;
    QString answer; ///< text for --help or --version: say it and end
    bool operator==(const Options &) const = default;
};

/// InvalidArgument with a text for the terminal, which is in English as tools' messages are.
[[nodiscard]] Result<Options> optionsFrom(const QStringList &arguments);

} // namespace sipenduduk
