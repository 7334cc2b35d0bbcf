#include "server/admin/CommandLine.h"

#include "server/admin/AdminTexts.h"

using namespace Qt::StringLiterals;

namespace sipenduduk {

CommandLine::CommandLine(const QString &usage, const QString &description)
    : m_usage(usage)
    , m_description(description)
{
    m_parser.addOption({{u"h"_s, u"help"_s}, AdminTexts::tr("Show this help.")});
    addValue(u"dir"_s, u"DIR"_s, AdminTexts::tr("The directory of the office."));
}

void CommandLine::addFlag(const QString &name, const QString &description)
{
    m_parser.addOption({name, description});
}

void CommandLine::addValue(const QString &name, const QString &valueName,
                           const QString &description)
{
    m_parser.addOption({name, description, valueName});
}

AdminResult<> CommandLine::parse(const QStringList &arguments, qsizetype positional)
{
    const bool isParsed = m_parser.parse(QStringList{u"sipenduduk-server"_s} + arguments);
    if (wantsHelp())
        return {};
    if (!isParsed)
        return refuse(m_parser.errorText());
    if (m_parser.positionalArguments().size() != positional)
        return refuse(AdminTexts::tr("The command is: %1").arg(m_usage));
    if (value(u"dir"_s).isEmpty())
        return refuse(AdminTexts::tr(
            "The option --dir DIR is missing: it names the directory of the office."));
    return {};
}

QString CommandLine::help() const
{
    // Qt's own text begins with the program's path and a usage line that knows no sub-command.
    QString options = m_parser.helpText();
    options.remove(0, options.indexOf(u"\n\n"_s) + 2);
    return u"sipenduduk-server "_s + m_usage + u"\n\n"_s + m_description + u"\n\n"_s + options;
}

} // namespace sipenduduk
