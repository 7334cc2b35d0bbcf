#include "app/main/Options.h"

#include "app/net/Endpoint.h"

#include <QCommandLineParser>
#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace sipenduduk {

Result<Options> optionsFrom(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(u"Desk of the civil registration office."_s);
    const QCommandLineOption help = parser.addHelpOption();
    const QCommandLineOption version = parser.addVersionOption();
    parser.addOptions({
        {u"server"_s, u"Address of the office's server."_s, u"host:port"_s},
        {u"ca"_s, u"PEM file with the office's CA, the only one that is trusted."_s, u"file"_s},
        {u"user"_s, u"User name for the log-in window."_s, u"name"_s},
        {u"lang"_s, u"Language: id (default) or en."_s, u"language"_s},
        {u"settings"_s, u"File for the settings instead of the usual place."_s, u"file"_s},
    });
    if (!parser.parse(arguments))
        return fail(ErrorCode::InvalidArgument, parser.errorText());
    if (!parser.positionalArguments().isEmpty())
        return fail(ErrorCode::InvalidArgument,
                    u"Unexpected argument: %1"_s.arg(parser.positionalArguments().first()));
    Options options{parser.value(u"server"_s), parser.value(u"ca"_s),       parser.value(u"user"_s),
                    parser.value(u"lang"_s),   parser.value(u"settings"_s), {}};
    if (parser.isSet(help))
        options.answer = parser.helpText();
    if (parser.isSet(version))
        options.answer = u"sipenduduk %1\n"_s.arg(QCoreApplication::applicationVersion());
    if (!options.language.isEmpty() && options.language != u"id"_s && options.language != u"en"_s)
        return fail(ErrorCode::InvalidArgument, u"--lang must be id or en."_s);
    if (!options.server.isEmpty() && !endpointFromText(options.server))
        return fail(ErrorCode::InvalidArgument, u"--server must be host:port."_s);
    return options;
}

} // namespace sipenduduk
