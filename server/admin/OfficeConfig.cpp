#include "server/admin/OfficeConfig.h"

#include "common/tte/x509/CertificateInfo.h"
#include "server/admin/AdminTexts.h"
#include "server/admin/CalendarConfig.h"
#include "server/services/Addresses.h"

#include <QRegularExpression>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace sipenduduk {

namespace {

/// Reads values one after the other; keeps the first fault and does nothing after it.
class ConfigValues
{
public:
    ConfigValues(const ConfigFile &file, const OfficeDirectory &directory)
        : m_file(file)
        , m_directory(directory)
    {
    }

    [[nodiscard]] const QString &fault() const { return m_fault; }

    void blame(const QString &key, const QString &sentence)
    {
        if (m_fault.isEmpty())
            m_fault = m_file.place(key) + sentence;
    }

    [[nodiscard]] QString text(const QString &key) const { return m_file.value(key); }

    [[nodiscard]] QString required(const QString &key)
    {
        const QString value = text(key);
        if (value.isEmpty())
            blame(key, AdminTexts::tr("a value is needed."));
        return value;
    }

    [[nodiscard]] int number(const QString &key, int least, int most)
    {
        bool isNumber = false;
        const int value = text(key).toInt(&isNumber);
        if (!isNumber || value < least || value > most)
            blame(key,
                  AdminTexts::tr("a whole number from %1 to %2 is needed, not \"%3\".")
                      .arg(least)
                      .arg(most)
                      .arg(text(key)));
        return value;
    }

    /// Content of the file that `key` names; empty when it names none.
    [[nodiscard]] QByteArray content(const QString &key)
    {
        if (text(key).isEmpty())
            return {};
        const auto bytes = OfficeFile::read(m_directory.file(text(key)));
        if (!bytes)
            blame(key, bytes.error());
        return bytes.value_or(QByteArray());
    }

    [[nodiscard]] QString path(const QString &key) const
    {
        return text(key).isEmpty() ? QString() : m_directory.file(text(key));
    }

    [[nodiscard]] const ConfigFile &file() const { return m_file; }

private:
    const ConfigFile &m_file;
    const OfficeDirectory &m_directory;
    QString m_fault;
};

void readMode(ConfigValues &values, OfficeProfile &profile)
{
    const QString mode = values.text(u"office.mode"_s);
    if (mode != u"produksi"_s && mode != u"latihan"_s)
        values.blame(u"office.mode"_s,
                     AdminTexts::tr("write \"produksi\" or \"latihan\", not \"%1\".").arg(mode));
    profile.isPractice = mode == u"latihan"_s;
}

void readAnchors(ConfigValues &values, OfficeProfile &profile)
{
    profile.tteAnchorsPem = values.content(u"tte.anchors"_s);
    constexpr qsizetype MaxAnchors = 256 * 1024; // they travel with every offer of a signing
    if (profile.tteAnchorsPem.size() > MaxAnchors)
        values.blame(u"tte.anchors"_s, AdminTexts::tr("the file is too large."));
    else if (!profile.tteAnchorsPem.isEmpty() && !certificatesFromPem(profile.tteAnchorsPem))
        values.blame(u"tte.anchors"_s,
                     AdminTexts::tr("the file holds no certificate in PEM form."));
}

/// Addresses that every Kadin's client will ask.
void readTimestamp(ConfigValues &values, OfficeProfile &profile)
{
    constexpr qsizetype MaxUrls = 4;
    const QString key = u"tte.timestamp"_s;
    const QStringList urls = values.text(key).split(u' ', Qt::SkipEmptyParts);
    for (const QString &text : urls) {
        const QUrl url(text, QUrl::StrictMode);
        if (!url.isValid() || url.host().isEmpty()
            || (url.scheme() != u"https"_s && url.scheme() != u"http"_s))
            values.blame(
                key,
                AdminTexts::tr("an address such as http://host/path is needed, not \"%1\".")
                    .arg(text));
    }
    if (urls.size() > MaxUrls)
        values.blame(key, AdminTexts::tr("at most %1 addresses are used.").arg(MaxUrls));
    static const QRegularExpression oid(
        u"\\A(?:(?:[01]\\.[1-3]?[0-9]|2\\.[0-9]{1,4})(?:\\.[0-9]{1,9}){1,9})?\\z"_s);
    const QString policy = values.text(u"tte.timestamp-policy"_s);
    if (!oid.match(policy).hasMatch())
        values.blame(
            u"tte.timestamp-policy"_s,
            AdminTexts::tr("numbers with dots between them are needed, not \"%1\".").arg(policy));
    profile.timestampUrls = urls;
    profile.timestampPolicy = policy;
}

SigningRules readSigningRules(ConfigValues &values)
{
    return {.newClerkDays = values.number(u"tte.new-clerk-days"_s, 0, 365),
            .rareCount = values.number(u"tte.rare-count"_s, 0, 1000),
            .rareDays = values.number(u"tte.rare-days"_s, 1, 3650),
            .samplePercent = values.number(u"tte.sample"_s, 1, 100),
            .pinDokumen = values.number(u"tte.pin-dokumen"_s, 1, 2000),
            .pinMinutes = values.number(u"tte.pin-minutes"_s, 1, 60)};
}

QString portalUrl(ConfigValues &values)
{
    const QString text = values.required(u"portal.url"_s);
    const QUrl url(text, QUrl::StrictMode);
    if (!url.isValid() || url.scheme() != u"https"_s || url.host().isEmpty() || text.endsWith(u'/'))
        values.blame(u"portal.url"_s,
                     AdminTexts::tr("an address such as https://host:port without a slash at the"
                                    " end is needed, not \"%1\".")
                         .arg(text));
    return text;
}

OfficeProfile readProfile(ConfigValues &values)
{
    static const QRegularExpression regionCode(u"\\A[0-9]{4}\\z"_s);
    static const QRegularExpression prefix(u"\\A[A-Z]{2,5}\\z"_s);
    OfficeProfile profile;
    readMode(values, profile);
    profile.name = values.required(u"office.name"_s);
    profile.letterhead = values.required(u"office.letterhead"_s);
    profile.city = values.required(u"office.city"_s);
    profile.region = values.required(u"office.region"_s);
    profile.province = values.required(u"office.province"_s);
    profile.regionCode = values.required(u"office.region-code"_s);
    if (!regionCode.match(profile.regionCode).hasMatch())
        values.blame(u"office.region-code"_s, AdminTexts::tr("four digits are needed."));
    profile.address = values.text(u"office.address"_s);
    profile.phone = values.text(u"office.phone"_s);
    profile.numberPrefix = values.required(u"office.number-prefix"_s);
    if (!prefix.match(profile.numberPrefix).hasMatch())
        values.blame(u"office.number-prefix"_s,
                     AdminTexts::tr("two to five capital letters are needed."));
    profile.portalUrl = portalUrl(values);
    for (const QString &output : values.file().keys(u"numbers"_s))
        profile.numberKinds.insert(output, values.text(u"numbers."_s + output));
    readAnchors(values, profile);
    readTimestamp(values, profile);
    profile.signing = readSigningRules(values);
    return profile;
}

SmtpSettings readSmtp(ConfigValues &values)
{
    using Security = SmtpSettings::Security;
    static const QMap<QString, Security> kinds{{u"starttls"_s, Security::StartTls},
                                               {u"tls"_s, Security::ImplicitTls},
                                               {u"none"_s, Security::PlainLoopback}};
    SmtpSettings smtp;
    smtp.host = values.text(u"smtp.host"_s);
    smtp.port = quint16(values.number(u"smtp.port"_s, 1, 65535));
    const QString security = values.text(u"smtp.security"_s);
    if (!kinds.contains(security))
        values.blame(
            u"smtp.security"_s,
            AdminTexts::tr("write \"starttls\", \"tls\" or \"none\", not \"%1\".").arg(security));
    smtp.security = kinds.value(security);
    smtp.user = values.text(u"smtp.user"_s);
    smtp.password = QString::fromUtf8(values.content(u"smtp.password-file"_s)).trimmed();
    smtp.caFile = values.path(u"smtp.ca-file"_s);
    if (values.content(u"smtp.ca-file"_s).isEmpty() && !smtp.caFile.isEmpty())
        values.blame(u"smtp.ca-file"_s, AdminTexts::tr("the file is empty."));
    if (!smtp.host.isEmpty()) {
        if (auto good = SmtpClient::check(smtp); !good)
            values.blame(u"smtp.host"_s,
                         AdminTexts::tr("the mail server cannot be used like this (%1).")
                             .arg(good.error().detail));
    }
    return smtp;
}

QString readMailFrom(ConfigValues &values)
{
    const QString from = values.text(u"smtp.from"_s);
    if ((!from.isEmpty() || !values.text(u"smtp.host"_s).isEmpty()) && !isMailAddress(from))
        values.blame(u"smtp.from"_s,
                     AdminTexts::tr("an e-mail address is needed, not \"%1\".").arg(from));
    return from;
}

void readListen(ConfigValues &values, OfficeConfig &config)
{
    if (!config.listenAddress.setAddress(values.text(u"listen.address"_s)))
        values.blame(u"listen.address"_s,
                     AdminTexts::tr("an IP address is needed, not \"%1\".")
                         .arg(values.text(u"listen.address"_s)));
    config.listenPort = quint16(values.number(u"listen.port"_s, 0, 65535));
    config.networkThreads = values.number(u"listen.threads"_s, 1, 64);
    config.netLimits.connections = values.number(u"listen.connections"_s, 1, 100'000);
    config.netLimits.connectionsPerPeer =
        values.number(u"listen.connections-per-peer"_s, 1, 100'000);
    config.portalSocket = values.path(u"portal.socket"_s);
    if (config.portalSocket.toUtf8().size() > 107) // sockaddr_un
        values.blame(u"portal.socket"_s, AdminTexts::tr("the path of the socket is too long."));
}

void readAccounts(ConfigValues &values, OfficeConfig &config)
{
    using std::chrono::minutes;
    config.accounts.parafWindow = minutes(values.number(u"accounts.paraf-minutes"_s, 1, 60));
    config.accounts.lockTime = minutes(values.number(u"accounts.lock-minutes"_s, 1, 1440));
    config.netLimits.sessionIdle = minutes(values.number(u"accounts.session-minutes"_s, 5, 720));
    config.passwordCost.operations = quint64(values.number(u"accounts.hash-operations"_s, 1, 100));
    config.passwordCost.memory = quint64(values.number(u"accounts.hash-memory-mib"_s, 1, 4096))
        << 20;
}

} // namespace

AdminResult<OfficeConfig> OfficeConfig::load(const OfficeDirectory &directory)
{
    if (auto there = directory.checkIsOffice(); !there)
        return refuse(there.error());
    const auto text = OfficeFile::read(directory.config());
    if (!text)
        return refuse(text.error());
    const auto file = ConfigFile::parse(*text, directory.config());
    return file ? from(*file, directory) : refuse(file.error());
}

AdminResult<OfficeConfig> OfficeConfig::from(const ConfigFile &file,
                                             const OfficeDirectory &directory)
{
    ConfigValues values(file, directory);
    OfficeConfig config;
    config.profile = readProfile(values);
    readListen(values, config);
    config.smtp = readSmtp(values);
    config.mailFrom = readMailFrom(values);
    readAccounts(values, config);
    const auto calendar = calendarFrom(file);
    if (!values.fault().isEmpty())
        return refuse(values.fault());
    if (!calendar)
        return refuse(calendar.error());
    config.calendar = *calendar;
    return config;
}

} // namespace sipenduduk
