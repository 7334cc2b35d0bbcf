#include "common/tte/Pin.h"

#include "common/tte/Pin_p.h"

#include <openssl/crypto.h>

namespace sipenduduk {

Pin::Pin(std::unique_ptr<Private> d)
    : m_d(std::move(d))
{
}
Pin::Pin(Pin &&) noexcept = default;
Pin &Pin::operator=(Pin &&) noexcept = default;
Pin::~Pin() = default;

Pin Pin::take(QString &text)
{
    QByteArray utf8 = text.toUtf8();
    if (!text.isEmpty())
        OPENSSL_cleanse(text.data(), size_t(text.size()) * sizeof(QChar));
    text.clear();
    return take(utf8);
}

Pin Pin::take(QByteArray &utf8)
{
    auto d = std::make_unique<Private>(QCA::SecureArray(int(utf8.size())));
    if (!utf8.isEmpty()) {
        std::copy(utf8.cbegin(), utf8.cend(), d->secret.data());
        OPENSSL_cleanse(utf8.data(), size_t(utf8.size()));
    }
    utf8.clear();
    return Pin(std::move(d));
}

bool Pin::isEmpty() const
{
    return m_d->secret.isEmpty();
}

} // namespace sipenduduk
