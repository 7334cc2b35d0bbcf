#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>

namespace sipenduduk::test {

/// A4 pages with a title and lines of text, by QPdfWriter.
[[nodiscard]] QByteArray samplePdf(const QString &title, const QStringList &lines, int pages = 1);
/// A PDF that opens with a password only.
[[nodiscard]] QByteArray lockedPdf();
/// One page of this many points on each side.
[[nodiscard]] QByteArray squarePdf(int points);
/// A JPEG that looks like a photographed paper.
[[nodiscard]] QByteArray sampleJpeg(const QString &title, int width = 1240, int height = 1754);
/// The first bytes of a PNG of this size, without its pixels.
[[nodiscard]] QByteArray pngHeader(int width, int height);

} // namespace sipenduduk::test
