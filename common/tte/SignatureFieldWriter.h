#pragma once

#include "common/Result.h"
#include "common/SignaturePlace.h"

#include <QByteArray>
#include <QDateTime>
#include <QString>

#include <optional>

#include <qpdf/QPDFObjectHandle.hh>

namespace sipenduduk {

class PdfRevision;

/// What the signature dictionary says.
struct SignatureValue
{
    QString name;
    QString reason;
    QDateTime signedAt; ///< UTC
    QByteArray parafChain;
    qint64 draftSize = 0; ///< bytes
    int contentsSize = 0; ///< bytes reserved for the CMS
};

/// Where the gaps of a signature stand in the appended bytes.
struct SignatureGaps
{
    static constexpr qsizetype RangeWidth = 36; ///< characters between the brackets

    qsizetype byteRange = 0;   ///< first character after '['
    qsizetype contents = 0;    ///< of '<'
    qsizetype contentsEnd = 0; ///< after '>'
};

/// Writes [0 a b c] into its gap; what is left of the gap stays blank. `sizeBefore`: bytes of the
/// file before `appended`.
void fillByteRange(QByteArray &appended, const SignatureGaps &gaps, qint64 sizeBefore);

/// Puts one field of a signature or of a document time stamp with its widget on a page: field,
/// /Annots, /AcroForm.
class SignatureFieldWriter
{
public:
    /// Finds the page of `place` (default: the place of the page's orientation).
    /// InvalidArgument when the page does not exist or the place leaves it.
    [[nodiscard]] static Result<SignatureFieldWriter> on(
        PdfRevision &revision, const std::optional<SignaturePlace> &place);

    /// For a field that shows nothing, on the first page. InvalidArgument when there is none.
    [[nodiscard]] static Result<SignatureFieldWriter> invisible(PdfRevision &revision);

    [[nodiscard]] QSizeF displayedSize() const { return m_place.size(); } ///< of the look, points
    [[nodiscard]] int rotate() const { return m_rotate; } ///< of the page, degrees clockwise

    /// Appends everything but the look, which is the form XObject `look`.
    SignatureGaps write(const SignatureValue &value, int look);
    /// Appends an invisible document time stamp with room for a token of so many bytes.
    SignatureGaps writeTimestamp(int contentsSize);

private:
    explicit SignatureFieldWriter(PdfRevision &revision)
        : m_revision(&revision)
    {
    }
    [[nodiscard]] bool findPage(int page);
    [[nodiscard]] QRectF userSpaceRect() const;
    [[nodiscard]] QByteArray uniqueName(const QByteArray &kind) const;
    SignatureGaps writeValue(int object, const SignatureValue &value);
    void addToPage(const QByteArray &reference);
    void addToForm(const QByteArray &reference);

    PdfRevision *m_revision;
    QPDFObjectHandle m_page;
    QRectF m_box;   ///< displayed part of the page in user space, y upwards
    QRectF m_place; ///< from the lower left of the displayed page, y upwards
    int m_rotate = 0;
};

} // namespace sipenduduk
