#pragma once

#include "common/Result.h"

#include <QByteArray>
#include <QString>

namespace sipenduduk {

/// What an upload really is, by its bytes, and the bytes that are kept of it.
struct CheckedUpload
{
    QString mediaType; ///< application/pdf or image/jpeg
    QByteArray bytes;  ///< a PDF as it came; a picture encoded anew, without EXIF and GPS
};

inline constexpr qint64 MaxUploadSize = 10 * 1024 * 1024; ///< bytes
inline constexpr qint64 MaxUploadPixels = 40'000'000;     ///< of a picture

/// Judges a citizen's upload by its bytes alone: names and claimed types are the visitor's word.
/// TooLarge (bytes, or pixels: a picture bomb is refused by its header, before a pixel is
/// decoded), Malformed (broken, or not what it begins as), Unsupported (detail `encrypted` for a
/// locked PDF, `type` for everything that is neither PDF nor JPEG nor PNG). Slow: a pool's work.
[[nodiscard]] Result<CheckedUpload> checkUpload(const QByteArray &bytes);

} // namespace sipenduduk
