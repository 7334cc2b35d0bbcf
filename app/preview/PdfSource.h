#pragma once

#include "app/preview/PageSource.h"

namespace Poppler {
class Document;
}

namespace sipenduduk {

/// Pages of a PDF, drawn by Poppler. One Poppler::Document each, never shared between threads.
class PdfSource : public PageSource
{
public:
    /// Unsupported when a password is wanted, Malformed when it is no readable PDF.
    [[nodiscard]] static Result<std::shared_ptr<PageSource>> open(const QByteArray &bytes);

    ~PdfSource() override;

    [[nodiscard]] Result<QImage> render(const RenderOrder &order,
                                        const std::atomic_bool &cancelled) override;

private:
    PdfSource();

    QByteArray m_bytes; ///< Poppler reads from them as long as the document lives
    std::unique_ptr<Poppler::Document> m_document;
};

} // namespace sipenduduk
