#pragma once

#include "app/preview/PageSource.h"

namespace sipenduduk {

/// A JPEG or PNG as a document of one page. Scans are taken as made with 150 dots per inch, so
/// that 100 % is about the size of the paper.
class PictureSource : public PageSource
{
public:
    /// The size is read from the header and judged before a pixel is decoded. Unsupported for
    /// another kind of file, TooLarge above MaxPicturePixels, Malformed when broken.
    [[nodiscard]] static Result<std::shared_ptr<PageSource>> open(const QByteArray &bytes);

    [[nodiscard]] Result<QImage> render(const RenderOrder &order,
                                        const std::atomic_bool &cancelled) override;

private:
    explicit PictureSource(QImage picture);

    QImage m_picture;
};

} // namespace sipenduduk
