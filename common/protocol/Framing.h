#pragma once

#include "common/Result.h"

#include <QByteArray>

#include <optional>

namespace sipenduduk::protocol {

/// Cuts a byte stream into frames: 4-byte big-endian length, then that many bytes.
/// A length of 0 or above the bound is refused before anything of the frame is kept.
class FrameReader
{
public:
    explicit FrameReader(qint64 maxSize);

    void append(const QByteArray &bytes);

    /// The next whole frame's content; none when more bytes are needed.
    /// Errors: TooLarge; the stream is then of no use any more.
    [[nodiscard]] Result<std::optional<QByteArray>> next();

    [[nodiscard]] qsizetype buffered() const;

private:
    QByteArray m_buffer;
    qsizetype m_start = 0;
    qint64 m_maxSize;
};

} // namespace sipenduduk::protocol
