#pragma once

#include <QByteArrayView>

#include <optional>

namespace sipenduduk {

/// One value in strict DER: definite lengths in their shortest form, short tags only.
struct DerValue
{
    uchar tag = 0;        ///< with class and constructed bit
    QByteArrayView whole; ///< tag, length and content
    QByteArrayView content;

    [[nodiscard]] bool isConstructed() const { return (tag & 0x20) != 0; }
};

/// Reads the values of a constructed value one after another.
class DerReader
{
public:
    explicit DerReader(QByteArrayView bytes)
        : m_rest(bytes)
    {
    }

    [[nodiscard]] bool atEnd() const { return m_rest.isEmpty(); }
    [[nodiscard]] uchar nextTag() const { return m_rest.isEmpty() ? 0 : uchar(m_rest.front()); }

    /// The next value, or nothing when it is no strict DER or has another tag (0: any).
    std::optional<DerValue> next(uchar tag = 0);

private:
    QByteArrayView m_rest;
};

/// Whether `bytes` is exactly one value and every constructed value in it is strict DER too.
[[nodiscard]] bool isStrictDer(QByteArrayView bytes);

} // namespace sipenduduk
