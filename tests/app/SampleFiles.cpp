#include "tests/app/SampleFiles.h"

#include <qpdf/QPDF.hh>
#include <qpdf/QPDFWriter.hh>

#include <QBuffer>
#include <QDataStream>
#include <QImage>
#include <QPainter>
#include <QPdfWriter>

using namespace Qt::StringLiterals;

namespace sipenduduk::test {

QByteArray samplePdf(const QString &title, const QStringList &lines, int pages)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setPageSize(QPageSize(QPageSize::A4));
    writer.setResolution(150);
    QPainter painter(&writer);
    for (int page = 0; page < pages; ++page) {
        if (page > 0)
            writer.newPage();
        painter.setFont(QFont(painter.font().family(), 20, QFont::Bold));
        painter.drawText(QRect(0, 0, writer.width(), 160), Qt::AlignCenter | Qt::TextWordWrap,
                         title);
        painter.setFont(QFont(painter.font().family(), 12));
        painter.drawText(QRect(40, 220, writer.width() - 80, writer.height() - 300),
                         Qt::AlignLeft | Qt::TextWordWrap, lines.join(u'\n'));
    }
    painter.end();
    return bytes;
}

QByteArray lockedPdf()
{
    const QByteArray plain = samplePdf(u"Rahasia"_s, {});
    QPDF pdf;
    pdf.processMemoryFile("plain", plain.constData(), size_t(plain.size()));
    QPDFWriter writer(pdf);
    writer.setOutputMemory();
    writer.setR6EncryptionParameters("user", "owner", true, true, true, true, true, true,
                                     qpdf_r3p_full, true);
    writer.write();
    const auto buffer = writer.getBufferSharedPointer();
    return QByteArray(reinterpret_cast<const char *>(buffer->getBuffer()),
                      qsizetype(buffer->getSize()));
}

QByteArray squarePdf(int points)
{
    QPDF pdf;
    pdf.emptyPDF();
    const std::string page = "<< /Type /Page /MediaBox [0 0 " + std::to_string(points) + " "
        + std::to_string(points) + "] >>";
    pdf.addPage(pdf.makeIndirectObject(QPDFObjectHandle::parse(page)), false);
    QPDFWriter writer(pdf);
    writer.setOutputMemory();
    writer.write();
    const auto buffer = writer.getBufferSharedPointer();
    return QByteArray(reinterpret_cast<const char *>(buffer->getBuffer()),
                      qsizetype(buffer->getSize()));
}

QByteArray sampleJpeg(const QString &title, int width, int height)
{
    QImage image(width, height, QImage::Format_RGB32);
    image.fill(QColor(244, 240, 228));
    QPainter painter(&image);
    QFont font = painter.font();
    font.setPixelSize(height / 30);
    font.setBold(true);
    painter.setFont(font);
    painter.drawText(QRect(0, height / 20, width, height / 8), Qt::AlignCenter | Qt::TextWordWrap,
                     title);
    painter.setPen(QPen(QColor(90, 90, 90), 3));
    for (int y = height / 4; y < height - height / 10; y += height / 28)
        painter.drawLine(width / 10, y, width - width / 10 - (y * 7) % (width / 4), y);
    painter.end();
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "JPEG", 80);
    return bytes;
}

QByteArray pngHeader(int width, int height)
{
    QByteArray chunk;
    QDataStream out(&chunk, QIODevice::WriteOnly);
    out.writeRawData("IHDR", 4);
    out << quint32(width) << quint32(height) << quint8(8) << quint8(2) << quint8(0) << quint8(0)
        << quint8(0);
    quint32 crc = 0xffffffffU;
    for (const char byte : std::as_const(chunk)) {
        crc ^= quint8(byte);
        for (int bit = 0; bit < 8; ++bit)
            crc = (crc & 1U) ? (crc >> 1U) ^ 0xedb88320U : crc >> 1U;
    }
    QByteArray png("\x89PNG\r\n\x1a\n", 8);
    QDataStream file(&png, QIODevice::Append);
    file << quint32(13);
    file.writeRawData(chunk.constData(), int(chunk.size()));
    file << (crc ^ 0xffffffffU);
    file << quint32(0x7fffffff); // an IDAT that never comes
    file.writeRawData("IDAT", 4);
    return png;
}

} // namespace sipenduduk::test
