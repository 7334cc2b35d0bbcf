#pragma once

#include <QRectF>
#include <QSizeF>

namespace sipenduduk {

/// Where the visible signature (QR, office title, name) stands on a document.
///
/// The maker of a draft leaves this place empty; the signer fills it; the server refuses a
/// signature that stands elsewhere. Source: domain/documents.md 1.2 (lower-right block).
struct SignaturePlace
{
    static constexpr int LastPage = -1;

    int page = LastPage; ///< 0-based, or LastPage
    /// PDF points (1/72 inch) from the lower-left corner of the page as it is displayed: x() and
    /// y() are the lower-left corner of the place and y grows upwards, unlike on a QPainter.
    QRectF rect;

    bool operator==(const SignaturePlace &) const = default;
};

/// The place kept empty on A4 portrait (595 x 842 pt).
inline constexpr SignaturePlace PortraitSignaturePlace{SignaturePlace::LastPage,
                                                       QRectF(330, 57, 210, 118)};
/// The place kept empty on A4 landscape (842 x 595 pt).
inline constexpr SignaturePlace LandscapeSignaturePlace{SignaturePlace::LastPage,
                                                        QRectF(575, 57, 210, 118)};

/// The place for a page of this displayed size in points; a page wider than high is landscape.
[[nodiscard]] constexpr SignaturePlace defaultSignaturePlace(const QSizeF &page)
{
    return page.width() > page.height() ? LandscapeSignaturePlace : PortraitSignaturePlace;
}

} // namespace sipenduduk
