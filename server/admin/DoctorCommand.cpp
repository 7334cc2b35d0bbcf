#include "common/tte/seal/OfficeSeal.h"
#include "common/tte/x509/CertificateInfo.h"
#include "server/admin/AdminTexts.h"
#include "server/admin/CommandLine.h"
#include "server/admin/Commands.h"
#include "server/admin/MailOutage.h"
#include "server/admin/OfficeConfig.h"
#include "server/admin/OfficeKatalog.h"
#include "server/admin/Terminal.h"
#include "server/db/BlobStore.h"
#include "server/db/DatabaseCheck.h"
#include "server/db/Migrations.h"
#include "server/net/ServerTls.h"

#include <QFileInfo>
#include <QStorageInfo>

using namespace Qt::StringLiterals;

namespace sipenduduk {

namespace {

constexpr int RenewalDays = 30;
constexpr qint64 LittleSpace = qint64(1) << 30; // 1 GiB

/// Looks at everything, whatever it finds; says one line for each.
class Doctor
{
public:
    explicit Doctor(const OfficeDirectory &office)
        : m_office(office)
        , m_now(QDateTime::currentDateTimeUtc())
    {
    }

    [[nodiscard]] int faults() const { return m_faults; }

    void examine()
    {
        checkConfig();
        checkPrivate();
        checkTls();
        checkSeal();
        checkKatalog();
        checkDatabase();
        checkBlobs();
        checkSpace();
    }

private:
    void good(const QString &sentence)
    {
        Terminal::say(AdminTexts::tr("good") + u"    "_s + sentence);
    }
    void doubtful(const QString &sentence)
    {
        Terminal::say(AdminTexts::tr("CHECK") + u"   "_s + sentence);
    }
    void bad(const QString &sentence)
    {
        ++m_faults;
        Terminal::say(AdminTexts::tr("WRONG") + u"   "_s + sentence);
    }

    void checkConfig()
    {
        const auto config = OfficeConfig::load(m_office);
        if (!config)
            return bad(config.error());
        good(AdminTexts::tr("The configuration %1 can be used.").arg(m_office.config()));
        if (config->smtp.host.isEmpty())
            doubtful(AdminTexts::tr("No mail server is set (smtp.host): letters wait."));
        if (config->profile.tteAnchorsPem.isEmpty())
            doubtful(
                AdminTexts::tr("No TTE root is set (tte.anchors): no signature will be accepted."));
        if (config->profile.isPractice)
            doubtful(AdminTexts::tr("This is a practice office: no document is valid."));
    }

    void checkPrivate()
    {
        const auto others = QFileDevice::ReadGroup | QFileDevice::WriteGroup
            | QFileDevice::ReadOther | QFileDevice::WriteOther;
        int open = 0;
        for (const QString &path : {m_office.officeCaKey(), m_office.serverKey(),
                                    m_office.sealKey(), m_office.portalSecret()}) {
            if (QFile::permissions(path) & others) {
                ++open;
                bad(AdminTexts::tr("The key %1 can be read by others: chmod 600.").arg(path));
            }
        }
        if (open == 0)
            good(AdminTexts::tr("The keys are private."));
    }

    void checkTls()
    {
        const auto certificate = OfficeFile::read(m_office.serverCertificate());
        const auto key = OfficeFile::read(m_office.serverKey());
        if (!certificate || !key)
            return bad(certificate ? key.error() : certificate.error());
        if (auto tls = serverTls(*certificate, *key, m_now); !tls)
            return bad(AdminTexts::tr("The server's certificate %1 cannot be used: %2.")
                           .arg(m_office.serverCertificate(), tls.error().detail));
        const auto info = readCertificate(*certificate);
        const qint64 days = info ? m_now.daysTo(info->notAfter) : 0;
        const QString sentence = AdminTexts::tr(
            "The server's certificate is valid for %n more day(s).", nullptr, int(days));
        days < RenewalDays ? doubtful(sentence) : good(sentence);
    }

    void checkSeal()
    {
        const auto certificate = OfficeFile::read(m_office.sealCertificate());
        const auto key = OfficeFile::read(m_office.sealKey());
        if (!certificate || !key)
            return bad(certificate ? key.error() : certificate.error());
        const auto seal = OfficeSeal::fromPem(*certificate, *key);
        seal ? good(AdminTexts::tr("The seal of the office can be used."))
             : bad(AdminTexts::tr("The seal of the office cannot be used: %1.")
                       .arg(seal.error().detail));
    }

    void checkKatalog()
    {
        const auto katalog = builtInKatalog();
        katalog ? good(AdminTexts::tr("The catalogue has %n service(s).", nullptr,
                                      int(katalog->layananList().size())))
                : bad(katalog.error());
    }

    void checkDatabase()
    {
        if (!QFileInfo::exists(m_office.database()))
            return bad(AdminTexts::tr("The database %1 is missing.").arg(m_office.database()));
        const auto report = DatabaseCheck::inspect(m_office.database());
        if (!report)
            return bad(AdminTexts::tr("The database %1 cannot be read: %2.")
                           .arg(m_office.database(), report.error().detail));
        if (report->version > Migrations::newest())
            bad(AdminTexts::tr("The database is of a newer version of SIPENDUDUK."));
        else if (report->version < Migrations::newest())
            doubtful(AdminTexts::tr(
                "The database will be brought up to date at the next start; a copy is kept."));
        if (!report->isIntact)
            return bad(AdminTexts::tr("The database is damaged: restore a backup."));
        good(AdminTexts::tr("The database is intact: %1 permohonan, %2 users.")
                 .arg(report->permohonan)
                 .arg(report->users));
        checkMail(*report);
    }

    void checkMail(const DatabaseReport &report)
    {
        if (report.failedMail > 0)
            doubtful(AdminTexts::tr("%n letter(s) could not be delivered.", nullptr,
                                    int(report.failedMail)));
        if (const auto outage = MailOutage::load(m_office))
            doubtful(outage->sentence());
        if (report.waitingMail == 0)
            return;
        doubtful(AdminTexts::tr("%n letter(s) wait to be sent, the oldest since %1.", nullptr,
                                int(report.waitingMail))
                     .arg(officeTimeText(report.oldestWaitingMail)));
        if (!report.lastPutOff)
            return;
        doubtful(*report.lastPutOff > 0
                     ? AdminTexts::tr("The last letter was put off by the recipient's mail server"
                                      " (%1); it is tried again.")
                           .arg(*report.lastPutOff)
                     : AdminTexts::tr("The last letter could not be handed over: the connection"
                                      " broke or its attachment cannot be read; it is tried"
                                      " again."));
    }

    void checkBlobs()
    {
        const auto blobs = BlobStore::open(m_office.blobs());
        if (!blobs)
            return bad(AdminTexts::tr("The documents in %1 cannot be used.").arg(m_office.blobs()));
        int count = 0, damaged = 0;
        const auto seen = DatabaseCheck::eachBlob(
            m_office.database(), [&](const QByteArray &sha256, qint64 size) -> Result<> {
                ++count;
                const auto bytes = (*blobs)->getNow(sha256);
                damaged += bytes && bytes->size() == size ? 0 : 1;
                return {};
            });
        if (!seen)
            return;
        damaged == 0
            ? good(AdminTexts::tr("%n document(s) are there and undamaged.", nullptr, count))
            : bad(AdminTexts::tr("%n document(s) are missing or damaged: restore a backup.",
                                 nullptr, damaged));
    }

    void checkSpace()
    {
        const QStorageInfo disk(m_office.path());
        const QString sentence =
            AdminTexts::tr("%1 MiB are free on the disk.").arg(disk.bytesAvailable() >> 20);
        disk.bytesAvailable() < LittleSpace ? doubtful(sentence) : good(sentence);
    }

    const OfficeDirectory &m_office;
    const QDateTime m_now;
    int m_faults = 0;
};

} // namespace

AdminResult<> commands::doctor(const QStringList &arguments)
{
    CommandLine line(u"doctor --dir DIR"_s,
                     AdminTexts::tr("Examines configuration, certificates, database and documents."
                                    " Changes nothing."));
    if (auto parsed = line.parse(arguments, 0); !parsed)
        return parsed;
    if (line.wantsHelp()) {
        Terminal::say(line.help());
        return {};
    }
    const OfficeDirectory office = line.directory();
    if (auto there = office.checkIsOffice(); !there)
        return there;
    Doctor doctor(office);
    doctor.examine();
    if (doctor.faults() > 0)
        return refuse(AdminTexts::tr("%n thing(s) must be mended.", nullptr, doctor.faults()));
    return {};
}

} // namespace sipenduduk
