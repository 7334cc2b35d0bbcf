#include "common/protocol/Framing.h"

#include <QtEndian>

using namespace Qt::StringLiterals;

namespace sipenduduk::protocol {

namespace {

constexpr qsizetype LengthSize = 4;

} // namespace

FrameReader::FrameReader(qint64 maxSize)
    : m_maxSize(maxSize)
{
}

void FrameReader::append(const QByteArray &bytes)
{
    if (m_start > 0) { // what was read goes away at once, so the buffer never grows by history
        m_buffer.remove(0, m_start);
        m_start = 0;
    }
    m_buffer.append(bytes);
}

Result<std::optional<QByteArray>> FrameReader::next()
{
    const qsizetype available = m_buffer.size() - m_start;
    if (available < LengthSize)
        return std::nullopt;
    const auto size = qFromBigEndian<quint32>(m_buffer.constData() + m_start);
    if (size == 0 || size > m_maxSize)
        return fail(ErrorCode::TooLarge, u"frame length out of bounds"_s);
    if (available - LengthSize < qsizetype(size))
        return std::nullopt;
    const QByteArray content = m_buffer.mid(m_start + LengthSize, qsizetype(size));
    m_start += LengthSize + qsizetype(size);
    return content;
}

qsizetype FrameReader::buffered() const
{
    return m_buffer.size() - m_start;
}

} // namespace sipenduduk::protocol
