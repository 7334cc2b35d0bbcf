#include "server/admin/AdminTexts.h"
#include "server/admin/CommandLine.h"
#include "server/admin/Commands.h"
#include "server/admin/OfficeConfig.h"
#include "server/admin/OfficeSetup.h"
#include "server/admin/Terminal.h"

#include <QHostInfo>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace sipenduduk {

namespace {

CommandLine setupLine()
{
    return CommandLine(
        u"setup --dir DIR [--host NAME]… [--practice] [--set KEY=VALUE]…"_s,
        AdminTexts::tr("Makes an office: certificates, database and the first administrator."));
}

void addSetupOptions(CommandLine &line)
{
    line.addValue(
        u"host"_s, u"NAME"_s,
        AdminTexts::tr("Name or IP address of this server, as clients write it; may be repeated."));
    line.addFlag(u"practice"_s,
                 AdminTexts::tr("A practice office: a user for each duty; no document is valid."));
    line.addValue(
        u"set"_s, u"KEY=VALUE"_s,
        AdminTexts::tr("A value of the configuration, as in listen.port=7443; may be repeated."));
    line.addValue(u"password-fd"_s, u"N"_s,
                  AdminTexts::tr("Read the administrator's password from this open descriptor."));
}

AdminResult<QStringList> hostsFrom(const CommandLine &line)
{
    static const QRegularExpression host(u"\\A[A-Za-z0-9][A-Za-z0-9.:-]{0,252}\\z"_s);
    QStringList hosts = line.values(u"host"_s);
    for (const QString &name : std::as_const(hosts)) {
        if (!host.match(name).hasMatch() && QHostAddress(name).isNull())
            return refuse(
                AdminTexts::tr("\"%1\" is neither a host name nor an IP address.").arg(name));
    }
    if (hosts.isEmpty() && host.match(QHostInfo::localHostName()).hasMatch())
        hosts.append(QHostInfo::localHostName());
    for (const QString &local : {u"localhost"_s, u"127.0.0.1"_s, u"::1"_s}) {
        if (!hosts.contains(local))
            hosts.append(local);
    }
    return hosts;
}

AdminResult<ConfigFile> configFrom(const CommandLine &line)
{
    ConfigFile config = ConfigFile::defaults();
    // How the codes of deed numbers are used here; an office that does otherwise edits them.
    for (const auto &[key, value] : {std::pair{u"numbers.akta-kelahiran"_s, u"LU"_s},
                                     std::pair{u"numbers.akta-kelahiran.terlambat"_s, u"LT"_s},
                                     std::pair{u"numbers.akta-kematian"_s, u"KM"_s}})
        (void)config.set(key, value);
    for (const QString &setting : line.values(u"set"_s)) {
        const qsizetype equals = setting.indexOf(u'=');
        if (equals < 1)
            return refuse(AdminTexts::tr("Write --set as KEY=VALUE, not \"%1\".").arg(setting));
        if (auto set = config.set(setting.first(equals).trimmed(), setting.sliced(equals + 1));
            !set)
            return refuse(set.error());
    }
    return config;
}

AdminResult<int> descriptorFrom(const CommandLine &line)
{
    if (!line.isSet(u"password-fd"_s))
        return -1;
    bool isNumber = false;
    const int descriptor = line.value(u"password-fd"_s).toInt(&isNumber);
    if (!isNumber || descriptor < 0)
        return refuse(AdminTexts::tr("--password-fd takes the number of an open descriptor."));
    return descriptor;
}

void sayWhatWasMade(const OfficeDirectory &directory, const SetupRequest &request,
                    bool isPasswordMade)
{
    Terminal::say(AdminTexts::tr("The office is ready in %1.").arg(directory.path()));
    Terminal::say(AdminTexts::tr("Clients trust it by this certificate: %1")
                      .arg(directory.officeCaCertificate()));
    if (isPasswordMade)
        Terminal::say(AdminTexts::tr("Administrator: %1, password (shown only this once): %2")
                          .arg(OfficeSetup::AdminName, request.adminPassword));
    if (request.isPractice)
        Terminal::say(AdminTexts::tr("Practice accounts and passwords: %1")
                          .arg(directory.file(u"latihan/akun.json"_s)));
    Terminal::say(
        AdminTexts::tr("Start it with: sipenduduk-server run --dir %1").arg(directory.path()));
}

} // namespace

AdminResult<> commands::setup(const QStringList &arguments)
{
    CommandLine line = setupLine();
    addSetupOptions(line);
    if (auto parsed = line.parse(arguments, 0); !parsed)
        return parsed;
    if (line.wantsHelp()) {
        Terminal::say(line.help());
        return {};
    }
    const auto hosts = hostsFrom(line);
    if (!hosts)
        return refuse(hosts.error());
    const auto config = configFrom(line);
    if (!config)
        return refuse(config.error());
    const auto descriptor = descriptorFrom(line);
    if (!descriptor)
        return refuse(descriptor.error());
    const auto password = Terminal::password(*descriptor);
    if (!password)
        return refuse(password.error());
    const OfficeDirectory directory = line.directory();
    const SetupRequest request{.config = *config,
                               .hosts = *hosts,
                               .adminPassword = password->text,
                               .isPractice = line.isSet(u"practice"_s)};
    if (auto made = OfficeSetup(directory).make(request, QDateTime::currentDateTimeUtc()); !made)
        return made;
    sayWhatWasMade(directory, request, password->isMade);
    return {};
}

} // namespace sipenduduk
