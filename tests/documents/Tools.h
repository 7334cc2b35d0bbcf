#pragma once

#include <QByteArray>
#include <QImage>
#include <QMap>
#include <QString>
#include <QStringList>

namespace sipenduduk::tools {

/// Runs a program to its end and returns what it wrote; fails the test when it fails.
[[nodiscard]] QByteArray run(const QString &program, const QStringList &arguments,
                             const QMap<QString, QString> &environment = {});

[[nodiscard]] QString pdfText(const QByteArray &pdf, const QStringList &options = {});
[[nodiscard]] QString pdfFonts(const QByteArray &pdf);
[[nodiscard]] int pageCount(const QByteArray &pdf);
/// One page as a picture at `dpi`; pages count from 1.
[[nodiscard]] QImage pageImage(const QByteArray &pdf, int page, int dpi);
/// Text with every run of blanks and line breaks as one blank.
[[nodiscard]] QString flat(const QString &text);

} // namespace sipenduduk::tools
