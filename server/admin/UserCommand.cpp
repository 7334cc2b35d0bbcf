#include "server/admin/AdminTexts.h"
#include "server/admin/CommandLine.h"
#include "server/admin/Commands.h"
#include "server/admin/OfficeConfig.h"
#include "server/admin/OfficeKatalog.h"
#include "server/admin/Terminal.h"
#include "server/db/Store.h"
#include "server/services/Accounts.h"
#include "server/services/PasswordHasher.h"

#include <QMap>

#include <functional>

using namespace Qt::StringLiterals;

namespace sipenduduk {

namespace {

/// What every action on users needs.
struct UserDesk
{
    const CommandLine &line;
    const OfficeConfig &config;
    Store &store;
    QDateTime now;
};

QString failureText(const Error &error)
{
    switch (error.code) {
    case ErrorCode::Conflict:
        return error.detail == u"the last admin"_s
            ? AdminTexts::tr(
                  "Nobody could administer the office any more: this is the last active administrator.")
            : AdminTexts::tr("There is a user of this name already.");
    case ErrorCode::InvalidArgument:
        return AdminTexts::tr("The value of \"%1\" is not acceptable.").arg(error.detail);
    case ErrorCode::Malformed:
        return AdminTexts::tr("The file holds no single certificate (DER or PEM).");
    case ErrorCode::Expired:
        return AdminTexts::tr("The certificate cannot be registered: it is outside its validity.");
    case ErrorCode::Forbidden:
        return AdminTexts::tr(
            "The certificate cannot be registered: it is not for signing documents.");
    case ErrorCode::Unsupported:
        return AdminTexts::tr(
            "The certificate cannot be registered: its key is of an unsupported kind.");
    default: return AdminTexts::tr("The database refused it (%1).").arg(error.detail);
    }
}

AdminResult<> toAdmin(const Result<> &done)
{
    return done ? AdminResult<>() : refuse(failureText(done.error()));
}

QString dutyText(const protocol::DutyScope &duty)
{
    return duty.scope.isEmpty() ? word(duty.role) : word(duty.role) + u':' + duty.scope;
}

/// "kasi:identitas": duty and, for Kasi, Editor and Kabid, the seksi or bidang.
AdminResult<protocol::DutyScope> dutyFrom(const QString &text, const KatalogLayanan &katalog)
{
    const qsizetype colon = text.indexOf(u':');
    const QString name = colon < 0 ? text : text.first(colon);
    const QString scope = colon < 0 ? QString() : text.sliced(colon + 1);
    const auto role = roleFromWord(name);
    if (!role)
        return refuse(
            AdminTexts::tr("There is no duty \"%1\": fo, editor, kasi:SEKSI, kabid:BIDANG,"
                           " kadin or admin.")
                .arg(text));
    const bool isKnown =
        *role == Role::Kabid ? katalog.bidang(scope) != nullptr : katalog.seksi(scope) != nullptr;
    if (!scope.isEmpty() && !isKnown)
        return refuse(AdminTexts::tr("There is no seksi or bidang \"%1\".").arg(scope));
    return protocol::DutyScope{*role, scope};
}

AdminResult<QList<protocol::DutyScope>> dutiesFrom(const CommandLine &line)
{
    const auto katalog = builtInKatalog();
    if (!katalog)
        return refuse(katalog.error());
    QList<protocol::DutyScope> duties;
    for (const QString &text : line.values(u"duty"_s)) {
        const auto duty = dutyFrom(text, *katalog);
        if (!duty)
            return refuse(duty.error());
        duties.append(*duty);
    }
    return duties;
}

AdminResult<QString> hashedPassword(const UserDesk &desk, Terminal::Password &password)
{
    bool isNumber = true;
    const int descriptor =
        desk.line.isSet(u"password-fd"_s) ? desk.line.value(u"password-fd"_s).toInt(&isNumber) : -1;
    if (!isNumber)
        return refuse(AdminTexts::tr("--password-fd takes the number of an open descriptor."));
    auto read = Terminal::password(descriptor);
    if (!read)
        return refuse(read.error());
    password = *read;
    const auto hash = PasswordHasher(desk.config.passwordCost).hashNow(password.text);
    return hash ? AdminResult<QString>(*hash) : refuse(failureText(hash.error()));
}

void sayPassword(const Terminal::Password &password)
{
    if (password.isMade)
        Terminal::say(AdminTexts::tr("Password (shown only this once): %1").arg(password.text));
}

AdminResult<OfficerRecord> namedOfficer(const UserDesk &desk)
{
    const QString username = desk.line.argument(1);
    const auto officer = desk.store
                             .read([username](Connection &connection) {
                                 return UserRepository(connection).byUsername(username);
                             })
                             .result();
    if (!officer)
        return refuse(AdminTexts::tr("There is no user %1.").arg(username));
    return *officer;
}

AdminResult<> addOfficer(const UserDesk &desk)
{
    const auto duties = dutiesFrom(desk.line);
    if (!duties)
        return refuse(duties.error());
    const NewOfficer officer{.username = desk.line.argument(1),
                             .name = desk.line.value(u"name"_s),
                             .nip = desk.line.value(u"nip"_s),
                             .title = desk.line.value(u"title"_s),
                             .duties = *duties};
    Terminal::Password password;
    const auto hash = hashedPassword(desk, password);
    if (!hash)
        return refuse(hash.error());
    const auto added = desk.store
                           .write([&](Connection &connection) {
                               return Accounts::addUser(connection, officer, *hash, {}, desk.now);
                           })
                           .result();
    if (!added)
        return refuse(failureText(added.error()));
    Terminal::say(AdminTexts::tr("User %1 was added.").arg(officer.username));
    sayPassword(password);
    return {};
}

AdminResult<> setOfficerPassword(const UserDesk &desk)
{
    const auto officer = namedOfficer(desk);
    if (!officer)
        return refuse(officer.error());
    Terminal::Password password;
    const auto hash = hashedPassword(desk, password);
    if (!hash)
        return refuse(hash.error());
    auto done =
        toAdmin(desk.store
                    .write([&](Connection &connection) {
                        return Accounts::setPassword(connection, officer->id, *hash, {}, desk.now);
                    })
                    .result());
    if (done) {
        Terminal::say(AdminTexts::tr("User %1 has a new password; a lock was lifted.")
                          .arg(officer->username));
        sayPassword(password);
    }
    return done;
}

AdminResult<> setOfficerDuties(const UserDesk &desk)
{
    const auto officer = namedOfficer(desk);
    if (!officer)
        return refuse(officer.error());
    const auto duties = dutiesFrom(desk.line);
    if (!duties)
        return refuse(duties.error());
    auto done =
        toAdmin(desk.store
                    .write([&](Connection &connection) {
                        return Accounts::setDuties(connection, officer->id, *duties, {}, desk.now);
                    })
                    .result());
    if (done)
        Terminal::say(AdminTexts::tr("User %1 has %n duty(-ies) now.", nullptr, int(duties->size()))
                          .arg(officer->username));
    return done;
}

AdminResult<> registerOfficerCertificate(const UserDesk &desk)
{
    const auto officer = namedOfficer(desk);
    if (!officer)
        return refuse(officer.error());
    const auto bytes = OfficeFile::read(desk.line.value(u"file"_s));
    if (!bytes)
        return refuse(bytes.error());
    auto done = toAdmin(desk.store
                            .write([&](Connection &connection) {
                                return Accounts::registerCertificate(connection, officer->id,
                                                                     *bytes, {}, desk.now);
                            })
                            .result());
    if (done)
        Terminal::say(
            AdminTexts::tr("The certificate of %1 was registered.").arg(officer->username));
    return done;
}

AdminResult<> deactivateOfficer(const UserDesk &desk)
{
    const auto officer = namedOfficer(desk);
    if (!officer)
        return refuse(officer.error());
    auto done = toAdmin(desk.store
                            .write([&](Connection &connection) {
                                return Accounts::deactivate(connection, officer->id, {}, desk.now);
                            })
                            .result());
    if (done)
        Terminal::say(AdminTexts::tr("User %1 was deactivated; open sessions end within seconds.")
                          .arg(officer->username));
    return done;
}

AdminResult<> listOfficers(const UserDesk &desk)
{
    const auto officers =
        desk.store.read([](Connection &connection) { return UserRepository(connection).list(); })
            .result();
    if (!officers)
        return refuse(failureText(officers.error()));
    for (const OfficerRecord &officer : *officers) {
        QStringList duties;
        for (const protocol::DutyScope &duty : officer.duties)
            duties.append(dutyText(duty));
        QStringList marks;
        if (!officer.isActive)
            marks.append(AdminTexts::tr("deactivated"));
        if (officer.lockedUntil.isValid() && desk.now < officer.lockedUntil)
            marks.append(AdminTexts::tr("locked"));
        if (!officer.certificate.isEmpty())
            marks.append(AdminTexts::tr("certificate"));
        Terminal::say(u"%1\t%2\t%3\t%4"_s.arg(officer.username, officer.name, duties.join(u' '),
                                              marks.join(u", "_s)));
    }
    return {};
}

struct UserAction
{
    AdminResult<> (*run)(const UserDesk &);
    bool namesUser;
};

const QMap<QString, UserAction> &userActions()
{
    static const QMap<QString, UserAction> actions{
        {u"add"_s, {addOfficer, true}},
        {u"list"_s, {listOfficers, false}},
        {u"password"_s, {setOfficerPassword, true}},
        {u"duties"_s, {setOfficerDuties, true}},
        {u"certificate"_s, {registerOfficerCertificate, true}},
        {u"deactivate"_s, {deactivateOfficer, true}},
    };
    return actions;
}

void addUserOptions(CommandLine &line)
{
    line.addValue(u"name"_s, u"NAME"_s, AdminTexts::tr("add: full name."));
    line.addValue(u"nip"_s, u"NIP"_s, AdminTexts::tr("add: 18 digits."));
    line.addValue(u"title"_s, u"TITLE"_s,
                  AdminTexts::tr("add: title of the office held, for signatures."));
    line.addValue(u"duty"_s, u"DUTY"_s,
                  AdminTexts::tr("add, duties: fo, editor[:SEKSI], kasi:SEKSI, kabid:BIDANG, kadin,"
                                 " admin; may be repeated."));
    line.addValue(u"file"_s, u"FILE"_s,
                  AdminTexts::tr("certificate: of the officer's TTE, DER or PEM."));
    line.addValue(u"password-fd"_s, u"N"_s,
                  AdminTexts::tr("add, password: read the password from this open descriptor."));
}

} // namespace

AdminResult<> commands::user(const QStringList &arguments)
{
    CommandLine line(u"user add|list|password|duties|certificate|deactivate [USER] --dir DIR …"_s,
                     AdminTexts::tr("The officers' accounts."));
    addUserOptions(line);
    const auto action = userActions().constFind(arguments.value(0));
    const bool isKnown = action != userActions().cend();
    if (auto parsed = line.parse(arguments, isKnown && action->namesUser ? 2 : 1); !parsed)
        return parsed;
    if (line.wantsHelp() || !isKnown) {
        Terminal::say(line.help());
        return line.wantsHelp()
            ? AdminResult<>()
            : refuse(AdminTexts::tr("There is no command \"user %1\".").arg(arguments.value(0)));
    }
    const auto config = OfficeConfig::load(line.directory());
    if (!config)
        return refuse(config.error());
    const auto store = Store::open({.path = line.directory().database()});
    if (!store)
        return refuse(AdminTexts::tr("The database %1 cannot be opened: %2.")
                          .arg(line.directory().database(), store.error().detail));
    return action->run({line, *config, **store, QDateTime::currentDateTimeUtc()});
}

} // namespace sipenduduk
