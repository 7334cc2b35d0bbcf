#include "tests/tte/RawPdf.h"

#include "common/tte/CadesBuilder.h"
#include "common/tte/verify/PdfFile.h"
#include "tests/tte/AttackSupport.h"

#include <catch2/catch_test_macros.hpp>

#include <QCryptographicHash>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sipenduduk::test {

namespace {

constexpr int RawContentsDigits = 16'384;
constexpr int RawRangeWidth = 36;

/// One more than the highest number in use: anything else would have to be repaired.
QByteArray sizeWith(const QByteArray &file, const RawUpdate &update)
{
    constexpr qsizetype KeyLength = 6; // "/Size "
    const qsizetype at = file.lastIndexOf("/Size ") + KeyLength;
    int size = file.sliced(at, file.indexOf(' ', at) - at).toInt();
    if (!update.objects.empty())
        size = std::max(size, update.objects.rbegin()->first + 1);
    return QByteArray::number(size);
}

QByteArray tableRow(qint64 offset, const char *rest)
{
    return QByteArray::number(offset).rightJustified(10, '0') + rest;
}

/// Sets the range and puts the CMS over it into the last value.
QByteArray signOver(const QByteArray &file, const QList<qint64> &range,
                    const PracticeIdentity &identity)
{
    const QByteArray ranged = withRange(file, range);
    Signer signer(identity);
    const auto cades = CadesBuilder::create(signer.key(), nullptr);
    REQUIRE(cades);
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(QByteArrayView(ranged).sliced(range[0], range[1]));
    hash.addData(QByteArrayView(ranged).sliced(range[2], range[3]));
    const auto cms = cades->build(hash.result(), testNow());
    REQUIRE(cms);
    return withCms(ranged, cms->der);
}

} // namespace

QByteArray withUpdate(const QByteArray &file, const RawUpdate &update)
{
    QByteArray out = file;
    if (!out.endsWith('\n'))
        out += '\n';
    out += update.before;
    const bool isEmpty = update.freed.isEmpty() && update.objects.empty() && update.offsets.empty();
    QByteArray table = isEmpty ? "xref\n0 1\n0000000000 65535 f \n" : "xref\n";
    for (const int number : update.freed)
        table += QByteArray::number(number) + " 1\n" + tableRow(0, " 00001 f \n");
    for (const auto &[number, body] : update.objects) {
        table += QByteArray::number(number) + " 1\n" + tableRow(out.size(), " 00000 n \n");
        out += QByteArray::number(number) + " 0 obj\n" + body + "\nendobj\n";
    }
    for (const auto &[number, offset] : update.offsets)
        table += QByteArray::number(number) + " 1\n" + tableRow(offset, " 00000 n \n");
    const qint64 previous = PdfFile::lastStartXref(file);
    const qint64 start = update.hasTable ? out.size() : previous;
    if (update.hasTable)
        out += table;
    if (update.hasTrailer)
        out += "trailer\n<< /Size " + sizeWith(file, update) + " /Root " + update.root + " /Prev "
            + QByteArray::number(previous) + " >>\n";
    return update.hasEnd ? out + "startxref\n" + QByteArray::number(start) + "\n%%EOF\n" : out;
}

QByteArray rawSignatureValue(const QByteArray &moreMembers)
{
    return "<< /Type /Sig /Filter /Adobe.PPKLite /SubFilter /ETSI.CAdES.detached "
           "/M (D:20261122031500Z) "
        + moreMembers + " /ByteRange [" + QByteArray(RawRangeWidth, ' ') + "] /Contents <"
        + QByteArray(RawContentsDigits, '0') + "> >>";
}

QByteArray signLast(const QByteArray &file, const PracticeIdentity &identity)
{
    const auto [start, end] = gapOf(file);
    return signOver(file, {0, start, end, file.size() - end}, identity);
}

QByteArray signedRaw(const QByteArray &draft, const RawSigning &how)
{
    const QByteArray field = QByteArray::number(RawFieldNumber) + " 0 R";
    const QByteArray value = QByteArray::number(RawFieldNumber + 1) + " 0 R";
    QByteArray more = how.valueMembers;
    QByteArray perms;
    if (how.certification > 0) {
        more += " /Reference [ << /Type /SigRef /TransformMethod /DocMDP /TransformParams << /Type "
                "/TransformParams /V /1.2 /P "
            + QByteArray::number(how.certification) + " >> >> ]";
        perms = " /Perms << /DocMDP " + value + " >>";
    }
    QByteArray body = rawSignatureValue(more);
    body.insert(body.size() - 2, QByteArray(how.hole, ' '));
    const QByteArray file = withUpdate(
        draft,
        {.objects = {
             {1,
              "<< /Type /Catalog /Pages 2 0 R " + how.catalogMembers + perms
                  + " /AcroForm << /SigFlags 3 /Fields [ " + how.fields.join(' ') + ' ' + field
                  + " ] >> >>"},
             {3,
              "<< /Type /Page /Parent 2 0 R /MediaBox [ 0 0 595 842 ] /Contents 4 0 R "
                  + (how.pageMembers.isEmpty() ? "/Resources << >>"_ba : how.pageMembers)
                  + " /Annots [ " + how.annots.join(' ') + ' ' + field + " ] >>"},
             {RawFieldNumber,
              "<< /Type /Annot /Subtype /Widget /FT /Sig /T (Raw) /F 132 /Rect [ 0 0 0 0 ] /P 3 0 "
              "R /V "
                  + value + " >>"},
             {RawFieldNumber + 1, body},
         }});
    const auto [start, end] = gapOf(file);
    const qint64 second = end + how.hole;
    return signOver(
        file,
        {how.skippedFront, start - how.skippedFront, second, file.size() - second - how.skippedEnd},
        kadin());
}

} // namespace sipenduduk::test
