#include "server/admin/Terminal.h"

#include "server/admin/AdminTexts.h"
#include "server/services/PasswordHasher.h"

#include <QFile>
#include <QRandomGenerator>
#include <QTextStream>

#include <cstdio>
#include <termios.h>
#include <unistd.h>

namespace sipenduduk {

namespace {

constexpr qint64 MaxPasswordLine = 1024;

/// Takes the echo away while a password is typed.
class SilentInput
{
public:
    SilentInput()
    {
        if (::tcgetattr(STDIN_FILENO, &m_before) != 0)
            return;
        termios silent = m_before;
        silent.c_lflag &= tcflag_t(~ECHO);
        m_isSilent = ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &silent) == 0;
    }
    ~SilentInput()
    {
        if (m_isSilent)
            ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &m_before);
    }
    Q_DISABLE_COPY_MOVE(SilentInput)

private:
    termios m_before{};
    bool m_isSilent = false;
};

QString firstLine(QFile &file)
{
    QByteArray line = file.readLine(MaxPasswordLine);
    while (line.endsWith('\n') || line.endsWith('\r'))
        line.chop(1);
    return QString::fromUtf8(line);
}

QString typed(const QString &prompt)
{
    Terminal::complain(prompt);
    const SilentInput silent;
    QFile input;
    return input.open(stdin, QIODevice::ReadOnly) ? firstLine(input) : QString();
}

} // namespace

void Terminal::say(const QString &line)
{
    QTextStream(stdout) << line << Qt::endl;
}

void Terminal::complain(const QString &line)
{
    QTextStream(stderr) << line << Qt::endl;
}

AdminResult<Terminal::Password> Terminal::password(int descriptor)
{
    Password password;
    if (descriptor >= 0) {
        QFile input;
        if (!input.open(descriptor, QIODevice::ReadOnly))
            return refuse(AdminTexts::tr("The descriptor %1 of --password-fd cannot be read.")
                              .arg(descriptor));
        password.text = firstLine(input);
    } else if (::isatty(STDIN_FILENO)) {
        password.text = typed(AdminTexts::tr("New password:"));
        if (typed(AdminTexts::tr("The same password again:")) != password.text)
            return refuse(AdminTexts::tr("The two passwords differ."));
    } else {
        password = {newPassword(), true};
    }
    if (password.text.size() < PasswordHasher::MinLength
        || password.text.size() > PasswordHasher::MaxLength)
        return refuse(AdminTexts::tr("A password has %1 to %2 characters.")
                          .arg(PasswordHasher::MinLength)
                          .arg(PasswordHasher::MaxLength));
    return password;
}

QString Terminal::newPassword()
{
    static constexpr QLatin1StringView Alphabet{"abcdefghjkmnpqrstuvwxyz23456789"};
    QString password;
    for (int i = 0; i < 12; ++i) {
        if (i > 0 && i % 4 == 0)
            password += u'-';
        password += Alphabet[QRandomGenerator::system()->bounded(int(Alphabet.size()))];
    }
    return password;
}

} // namespace sipenduduk
