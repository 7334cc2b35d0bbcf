#pragma once

#include <QString>

namespace sipenduduk {

/// What the officer typed to log in, kept only to log in again after a broken line, and
/// overwritten when it is no longer needed.
class Credentials
{
public:
    Credentials() = default;
    ~Credentials() { wipe(); }
    Q_DISABLE_COPY_MOVE(Credentials)

    void set(const QString &username, const QString &password)
    {
        wipe();
        m_username = username;
        // A copy of our own: overwriting a shared one would leave the other untouched.
        m_password = QString(password.constData(), password.size());
    }
    void wipe()
    {
        m_password.fill(u'\0');
        m_password.clear();
        m_username.clear();
    }
    [[nodiscard]] bool isEmpty() const { return m_username.isEmpty(); }
    [[nodiscard]] const QString &username() const { return m_username; }
    [[nodiscard]] const QString &password() const { return m_password; }

private:
    QString m_username;
    QString m_password;
};

} // namespace sipenduduk
