#pragma once

#include <QDateTime>
#include <QHash>
#include <QMutex>
#include <QString>

#include <optional>

namespace sipenduduk {

/// What a visitor without a session is about to prove: kept here because an e-mail address belongs
/// neither into an address nor into a cookie.
struct Guest
{
    QString email;
    QString onward; ///< path to go to after the log-in; empty: the own list
    QDateTime until;
};

/// Visitors between asking for a code and giving it, by the value of their cookie. In memory alone:
/// after a restart the page of the code asks for the address again. Bounded; thread-safe.
class Guests
{
public:
    void remember(const QByteArray &id, const QString &email, const QString &onward,
                  const QDateTime &now);
    [[nodiscard]] std::optional<Guest> recall(const QByteArray &id, const QDateTime &now);
    void forget(const QByteArray &id);

private:
    QMutex m_mutex;
    QHash<QByteArray, Guest> m_guests;
};

} // namespace sipenduduk
