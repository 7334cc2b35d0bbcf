#pragma once

#include "app/preview/PageSource.h"

#include <QFuture>
#include <QThreadPool>

namespace sipenduduk {

/// The worker of one preview: everything that is done with its pages is done here, one thing
/// after another, so that no document is ever used by two threads.
///
/// What still waits when it dies is dropped, and what runs is told to stop.
class PageRenderer
{
public:
    PageRenderer();
    ~PageRenderer();
    PageRenderer(const PageRenderer &) = delete;
    PageRenderer &operator=(const PageRenderer &) = delete;

    /// See openPages().
    [[nodiscard]] QFuture<Result<std::shared_ptr<PageSource>>> open(const QByteArray &bytes,
                                                                    const QByteArray &sha256);

    [[nodiscard]] QFuture<Result<QImage>> render(std::shared_ptr<PageSource> source,
                                                 const RenderOrder &order);

    /// Anything else that uses pages, such as printing.
    [[nodiscard]] QThreadPool &pool() { return m_pool; }
    [[nodiscard]] const std::atomic_bool &cancelled() const { return m_cancelled; }

private:
    std::atomic_bool m_cancelled = false;
    QThreadPool m_pool;
};

} // namespace sipenduduk
