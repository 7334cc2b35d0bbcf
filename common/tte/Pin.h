#pragma once

#include <QByteArray>
#include <QString>

#include <memory>

namespace sipenduduk {

/// A PIN or passphrase in memory that is locked (where the system allows it) and wiped at the
/// end. Cannot be copied, printed or compared. Needs a living TteRuntime.
class Pin
{
public:
    /// Takes the characters over and overwrites them in `text`. Widgets keep copies of their
    /// own: clear the line edit as well.
    [[nodiscard]] static Pin take(QString &text);
    [[nodiscard]] static Pin take(QByteArray &utf8);

    Pin(Pin &&) noexcept;
    Pin &operator=(Pin &&) noexcept;
    ~Pin();

    [[nodiscard]] bool isEmpty() const;

private:
    friend struct PinSecret;
    struct Private;
    explicit Pin(std::unique_ptr<Private> d);
    std::unique_ptr<Private> m_d;
};

} // namespace sipenduduk
