#include "app/preview/PageSource.h"

#include "app/preview/PdfSource.h"
#include "app/preview/PictureSource.h"

#include <QCryptographicHash>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace sipenduduk {

Result<std::shared_ptr<PageSource>> openPages(const QByteArray &bytes, const QByteArray &sha256)
{
    if (QCryptographicHash::hash(bytes, QCryptographicHash::Sha256) != sha256)
        return fail(ErrorCode::Tampered, u"the bytes do not have the announced hash"_s);
    if (bytes.startsWith("%PDF-"))
        return PdfSource::open(bytes);
    return PictureSource::open(bytes);
}

double clampedScale(const QSizeF &page, double wanted)
{
    const double byArea = std::sqrt(double(MaxRenderedPixels) / (page.width() * page.height()));
    const double bySide = MaxRenderedSide / std::max(page.width(), page.height());
    return std::min({wanted, byArea, bySide});
}

} // namespace sipenduduk
