#pragma once

#include "server/admin/AdminResult.h"
#include "server/admin/OfficeDirectory.h"

#include <QCommandLineParser>
#include <QStringList>

namespace sipenduduk {

/// Options and arguments of one sub-command. `--dir` is everybody's.
class CommandLine
{
public:
    /// `usage`: what stands behind the program's name.
    CommandLine(const QString &usage, const QString &description);

    void addFlag(const QString &name, const QString &description);
    /// Takes a value; may be given several times.
    void addValue(const QString &name, const QString &valueName, const QString &description);

    /// `arguments` without the program; exactly `positional` of them are no options.
    [[nodiscard]] AdminResult<> parse(const QStringList &arguments, qsizetype positional);

    [[nodiscard]] bool wantsHelp() const { return m_parser.isSet(QStringLiteral("help")); }
    [[nodiscard]] QString help() const;
    [[nodiscard]] bool isSet(const QString &name) const { return m_parser.isSet(name); }
    [[nodiscard]] QString value(const QString &name) const { return m_parser.value(name); }
    [[nodiscard]] QStringList values(const QString &name) const { return m_parser.values(name); }
    [[nodiscard]] QString argument(qsizetype index) const
    {
        return m_parser.positionalArguments().at(index);
    }
    [[nodiscard]] OfficeDirectory directory() const
    {
        return OfficeDirectory(value(QStringLiteral("dir")));
    }

private:
    const QString m_usage;
    const QString m_description;
    QCommandLineParser m_parser;
};

} // namespace sipenduduk
