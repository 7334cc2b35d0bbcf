#include "common/tte/sign/PinInput.h"

#include <openssl/crypto.h>

#include <QByteArray>

#include <fcntl.h>
#include <termios.h>
#include <unistd.h>

#include <array>

using namespace Qt::StringLiterals;

namespace sipenduduk {

namespace {

/// The terminal of this command, whatever its standard input is; no echo while this lives.
class QuietTerminal
{
public:
    QuietTerminal()
        : m_descriptor(::open("/dev/tty", O_RDWR | O_NOCTTY | O_CLOEXEC))
    {
        if (m_descriptor < 0 || ::tcgetattr(m_descriptor, &m_before) != 0)
            return;
        termios quiet = m_before;
        quiet.c_lflag &= tcflag_t(~(ECHO | ISIG)); // an interrupt would leave it without echo
        m_isQuiet = ::tcsetattr(m_descriptor, TCSAFLUSH, &quiet) == 0;
    }
    ~QuietTerminal()
    {
        if (m_isQuiet) {
            write(u"\n"_s);
            ::tcsetattr(m_descriptor, TCSAFLUSH, &m_before);
        }
        if (m_descriptor >= 0)
            ::close(m_descriptor);
    }
    Q_DISABLE_COPY_MOVE(QuietTerminal)

    [[nodiscard]] bool isReady() const { return m_isQuiet; }
    [[nodiscard]] int descriptor() const { return m_descriptor; }
    void write(const QString &text) const
    {
        const QByteArray bytes = text.toLocal8Bit();
        [[maybe_unused]] const ssize_t written =
            ::write(m_descriptor, bytes.constData(), size_t(bytes.size()));
    }

private:
    int m_descriptor;
    termios m_before{};
    bool m_isQuiet = false;
};

constexpr char Interrupt = 3; // Ctrl-C

/// One line, byte by byte, so that what follows it stays for the next reader.
Result<Pin> firstLineOf(int descriptor)
{
    std::array<char, size_t(MaxPinLength) + 1> line{};
    size_t size = 0;
    while (size < line.size() && ::read(descriptor, &line[size], 1) == 1) {
        if (line[size] == '\n')
            break;
        if (line[size] == Interrupt)
            return fail(ErrorCode::NotFound, u"pin"_s);
        ++size;
    }
    if (size > 0 && size < line.size() && line[size - 1] == '\r')
        --size;
    Result<Pin> pin = fail(ErrorCode::NotFound, u"pin"_s);
    if (size == line.size()) {
        pin = fail(ErrorCode::TooLarge, u"pin"_s);
    } else if (size > 0) { // an empty one would cost a try
        QByteArray bytes(line.data(), qsizetype(size));
        pin = Pin::take(bytes);
    }
    OPENSSL_cleanse(line.data(), line.size());
    return pin;
}

} // namespace

Result<Pin> readPin(std::optional<int> descriptor, const QString &prompt)
{
    if (descriptor)
        return firstLineOf(*descriptor);
    const QuietTerminal terminal;
    if (!terminal.isReady())
        return fail(ErrorCode::NotFound, u"terminal"_s);
    terminal.write(prompt);
    return firstLineOf(terminal.descriptor());
}

} // namespace sipenduduk
