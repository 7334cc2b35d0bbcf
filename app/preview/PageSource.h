#pragma once

#include "common/Result.h"

#include <QByteArray>
#include <QImage>
#include <QList>
#include <QSizeF>

#include <atomic>
#include <memory>

namespace sipenduduk {

/// Largest picture that is decoded at all; a scan of A3 at 600 dpi has 70 megapixels in colour,
/// one of A4 has 35. Above it stands a picture bomb or a misuse of the scanner.
inline constexpr qint64 MaxPicturePixels = 60'000'000;
/// Largest image that is rendered for the screen or the printer, whatever the zoom.
inline constexpr qint64 MaxRenderedPixels = 32'000'000;
inline constexpr int MaxRenderedSide = 8192; ///< pixels
inline constexpr int MaxPages = 2000;
/// Longest side of a page in the layout, in points; the limit of PDF itself.
inline constexpr double MaxPageSide = 14400;

/// What one rendering is asked for.
struct RenderOrder
{
    int page = 0;         ///< 0-based
    double scale = 1;     ///< pixels per point, clamped to the limits above
    int quarterTurns = 0; ///< clockwise, 0…3
    bool operator==(const RenderOrder &) const = default;
};

/// Pages that can be rendered: a PDF, or a picture as its only page. Used by one thread at a
/// time; the sizes never change and may be read by any.
class PageSource
{
public:
    PageSource() = default;
    virtual ~PageSource() = default;
    PageSource(const PageSource &) = delete;
    PageSource &operator=(const PageSource &) = delete;

    /// One per page, in points, without the turn; at least one.
    [[nodiscard]] const QList<QSizeF> &pageSizes() const { return m_pageSizes; }

    /// Malformed when the page cannot be drawn, Busy when `cancelled` became true or it took
    /// longer than a page may.
    [[nodiscard]] virtual Result<QImage> render(const RenderOrder &order,
                                                const std::atomic_bool &cancelled) = 0;

protected:
    QList<QSizeF> m_pageSizes;
};

/// Opens a PDF, JPEG or PNG, told apart by its bytes. Runs on a worker.
///
/// Nothing is looked into unless SHA-256 of `bytes` is `sha256`: else Tampered. Further errors:
/// Unsupported (the PDF wants a password, or the kind is none of the three), Malformed (broken),
/// TooLarge (pages or pixels).
[[nodiscard]] Result<std::shared_ptr<PageSource>> openPages(const QByteArray &bytes,
                                                            const QByteArray &sha256);

/// `wanted` pixels per point made small enough for a page of this size.
[[nodiscard]] double clampedScale(const QSizeF &page, double wanted);

} // namespace sipenduduk
