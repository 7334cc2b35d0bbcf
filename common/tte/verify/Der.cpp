#include "common/tte/verify/Der.h"

namespace sipenduduk {

namespace {

constexpr int MaxDerDepth = 32;

bool isStrictSequence(QByteArrayView bytes, int depth)
{
    DerReader reader(bytes);
    while (!reader.atEnd()) {
        const auto value = reader.next();
        if (!value || depth >= MaxDerDepth)
            return false;
        if (value->isConstructed() && !isStrictSequence(value->content, depth + 1))
            return false;
    }
    return true;
}

} // namespace

std::optional<DerValue> DerReader::next(uchar tag)
{
    const auto byte = [this](qsizetype i) { return uchar(m_rest[i]); };
    if (m_rest.size() < 2 || (tag != 0 && byte(0) != tag) || (byte(0) & 0x1f) == 0x1f)
        return std::nullopt;
    qsizetype header = 2;
    quint64 length = byte(1);
    if (length >= 0x80) {
        const qsizetype count = qsizetype(length & 0x7f);
        if (count == 0 || count > 4 || m_rest.size() < 2 + count || byte(2) == 0)
            return std::nullopt; // indefinite, too long, or not the shortest
        length = 0;
        for (qsizetype i = 0; i < count; ++i)
            length = (length << 8) | byte(2 + i);
        if (length < 0x80)
            return std::nullopt;
        header += count;
    }
    if (length > quint64(m_rest.size() - header))
        return std::nullopt;
    const qsizetype size = header + qsizetype(length);
    const DerValue value{byte(0), m_rest.first(size), m_rest.sliced(header, qsizetype(length))};
    m_rest = m_rest.sliced(size);
    return value;
}

bool isStrictDer(QByteArrayView bytes)
{
    DerReader reader(bytes);
    const auto value = reader.next();
    return value && reader.atEnd()
        && (!value->isConstructed() || isStrictSequence(value->content, 1));
}

} // namespace sipenduduk
