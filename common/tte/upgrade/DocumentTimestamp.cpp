#include "common/tte/upgrade/DocumentTimestamp.h"

#include "common/tte/PdfRevision.h"
#include "common/tte/SignatureFieldWriter.h"
#include "common/tte/TimestampClient.h"

#include <qpdf/QPDF.hh>

#include <QCryptographicHash>

using namespace Qt::StringLiterals;

namespace sipenduduk {

namespace {

/// Room for a token, in bytes; twice as many hexadecimal digits.
constexpr int UsualTokenSize = 8 * 1024;
constexpr int LargestTokenSize = 64 * 1024; // the most that TimestampClient takes

struct PreparedTimestamp
{
    QByteArray appended;
    SignatureGaps gaps;
};

Result<PreparedTimestamp> prepareTimestamp(const QByteArray &pdf, int tokenSize,
                                           const QDateTime &now)
{
    auto revision = PdfRevision::open(pdf);
    if (!revision)
        return std::unexpected(revision.error());
    PreparedTimestamp prepared;
    try {
        auto field = SignatureFieldWriter::invisible(*revision);
        if (!field)
            return std::unexpected(field.error());
        prepared.gaps = field->writeTimestamp(tokenSize);
        revision->finish(QByteArray::number(pdf.size())
                         + now.toUTC().toString(Qt::ISODateWithMs).toLatin1());
    } catch (const std::exception &) {
        return fail(ErrorCode::Malformed, u"PDF is damaged"_s);
    }
    if (revision->qpdf().anyWarnings())
        return fail(ErrorCode::Malformed, u"PDF needs repair"_s);
    prepared.appended = std::move(revision->appended());
    fillByteRange(prepared.appended, prepared.gaps, pdf.size());
    return prepared;
}

QByteArray digestAround(const QByteArray &pdf, const PreparedTimestamp &prepared)
{
    const QByteArrayView appended(prepared.appended);
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(pdf);
    hash.addData(appended.first(prepared.gaps.contents));
    hash.addData(appended.sliced(prepared.gaps.contentsEnd));
    return hash.result();
}

} // namespace

Result<QByteArray> documentTimestamp(const QByteArray &pdf, TimestampClient &stamps,
                                     const QDateTime &now)
{
    for (int size = UsualTokenSize;; size = LargestTokenSize) {
        auto prepared = prepareTimestamp(pdf, size, now);
        if (!prepared)
            return std::unexpected(prepared.error());
        const auto token = stamps.stamp(digestAround(pdf, *prepared), now);
        if (!token)
            return std::unexpected(token.error());
        if (token->size() <= size) {
            const QByteArray hex = token->toHex();
            prepared->appended.replace(prepared->gaps.contents + 1, hex.size(), hex);
            return std::move(prepared->appended);
        }
        if (size == LargestTokenSize)
            return fail(ErrorCode::TooLarge, u"time stamp"_s);
    }
}

} // namespace sipenduduk
