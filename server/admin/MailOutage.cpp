#include "server/admin/MailOutage.h"

#include "common/OfficeCalendar.h"
#include "server/admin/AdminTexts.h"
#include "server/admin/OfficeDirectory.h"
#include "server/admin/Terminal.h"

#include <QFile>
#include <QTimeZone>

using namespace Qt::StringLiterals;

namespace sipenduduk {

std::optional<MailOutage> MailOutage::load(const OfficeDirectory &office)
{
    QFile file(office.mailOutageFile());
    if (!file.open(QIODevice::ReadOnly))
        return std::nullopt;
    const QByteArrayList parts = file.read(100).trimmed().split(' ');
    bool isTime = false;
    const qint64 since = parts.value(0).toLongLong(&isTime);
    if (!isTime)
        return std::nullopt;
    return MailOutage{QDateTime::fromSecsSinceEpoch(since, QTimeZone::utc()),
                      parts.value(1).toInt()};
}

void MailOutage::note(const OfficeDirectory &office, const OutboxWorker::Health &health)
{
    if (health.isReachable) {
        forget(office);
        Terminal::complain(AdminTexts::tr("The mail server can be used again: letters go out."));
        return;
    }
    const MailOutage outage{health.unreachableSince, health.lastReply};
    Terminal::complain(outage.sentence());
    const QByteArray line = QByteArray::number(outage.since.toSecsSinceEpoch()) + ' '
        + QByteArray::number(outage.reply) + '\n';
    if (auto written = OfficeFile::write(office.mailOutageFile(), line); !written)
        Terminal::complain(written.error());
}

void MailOutage::forget(const OfficeDirectory &office)
{
    QFile::remove(office.mailOutageFile());
}

QString MailOutage::sentence() const
{
    const QString at = officeTimeText(since);
    if (reply == 0)
        return AdminTexts::tr("The mail server cannot be reached since %1: letters wait. Check the"
                              " network and smtp.host, smtp.port, smtp.security, smtp.ca-file.")
            .arg(at);
    return AdminTexts::tr("The mail server refuses this office since %1 (%2): letters wait. Check"
                          " smtp.user, smtp.password-file, smtp.from.")
        .arg(at)
        .arg(reply);
}

QString officeTimeText(const QDateTime &utc)
{
    return utc.toUTC().addDuration(OfficeUtcOffset).toString(u"dd-MM-yyyy HH.mm 'WIB'"_s);
}

} // namespace sipenduduk
