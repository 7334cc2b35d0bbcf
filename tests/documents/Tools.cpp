#include "tests/documents/Tools.h"

#include <catch2/catch_test_macros.hpp>

#include <QFile>
#include <QProcess>
#include <QProcessEnvironment>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;

namespace sipenduduk::tools {

namespace {

constexpr int ToolTimeout = 120'000;

QString written(const QTemporaryDir &directory, const QByteArray &pdf)
{
    const QString path = directory.filePath(u"document.pdf"_s);
    QFile file(path);
    REQUIRE(file.open(QIODevice::WriteOnly));
    REQUIRE(file.write(pdf) == pdf.size());
    return path;
}

} // namespace

QByteArray run(const QString &program, const QStringList &arguments,
               const QMap<QString, QString> &environment)
{
    QProcessEnvironment variables = QProcessEnvironment::systemEnvironment();
    for (const auto &[name, value] : environment.asKeyValueRange())
        variables.insert(name, value);
    QProcess process;
    process.setProcessEnvironment(variables);
    process.start(program, arguments);
    REQUIRE(process.waitForFinished(ToolTimeout));
    INFO(process.readAllStandardError().toStdString());
    REQUIRE(process.exitStatus() == QProcess::NormalExit);
    REQUIRE(process.exitCode() == 0);
    return process.readAllStandardOutput();
}

QString pdfText(const QByteArray &pdf, const QStringList &options)
{
    const QTemporaryDir directory;
    return QString::fromUtf8(
        run(u"pdftotext"_s, options + QStringList{written(directory, pdf), u"-"_s}));
}

QString pdfFonts(const QByteArray &pdf)
{
    const QTemporaryDir directory;
    return QString::fromUtf8(run(u"pdffonts"_s, {written(directory, pdf)}));
}

int pageCount(const QByteArray &pdf)
{
    const QTemporaryDir directory;
    return run(u"qpdf"_s, {u"--show-npages"_s, written(directory, pdf)}).trimmed().toInt();
}

QImage pageImage(const QByteArray &pdf, int page, int dpi)
{
    const QTemporaryDir directory;
    const QString number = QString::number(page);
    const QByteArray png = run(u"pdftoppm"_s,
                               {u"-r"_s, QString::number(dpi), u"-f"_s, number, u"-l"_s, number,
                                u"-png"_s, written(directory, pdf)});
    const QImage image = QImage::fromData(png, "PNG");
    REQUIRE_FALSE(image.isNull());
    return image;
}

QString flat(const QString &text)
{
    return text.simplified();
}

} // namespace sipenduduk::tools
