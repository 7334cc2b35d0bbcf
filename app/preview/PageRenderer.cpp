#include "app/preview/PageRenderer.h"

#include <QtConcurrentRun>

namespace sipenduduk {

PageRenderer::PageRenderer()
{
    m_pool.setMaxThreadCount(1);
}

PageRenderer::~PageRenderer()
{
    m_cancelled = true;
    m_pool.clear();
    m_pool.waitForDone();
}

QFuture<Result<std::shared_ptr<PageSource>>> PageRenderer::open(const QByteArray &bytes,
                                                                const QByteArray &sha256)
{
    return QtConcurrent::run(&m_pool, openPages, bytes, sha256);
}

QFuture<Result<QImage>> PageRenderer::render(std::shared_ptr<PageSource> source,
                                             const RenderOrder &order)
{
    return QtConcurrent::run(&m_pool, [this, source = std::move(source), order] {
        return source->render(order, m_cancelled);
    });
}

} // namespace sipenduduk
