#pragma once

#include <QFuture>
#include <QFutureWatcher>

#include <utility>

namespace sipenduduk {

/// Calls `handler` with the result of `future` in the thread of `context`, and not at all when
/// `context` has died by then. The safe form of QFuture::then(context, …).
template <typename T, typename Handler>
void whenDone(const QFuture<T> &future, QObject *context, Handler handler)
{
    auto *watcher = new QFutureWatcher<T>(context);
    QObject::connect(watcher, &QFutureWatcherBase::finished, context,
                     [watcher, handler = std::move(handler)]() mutable {
                         watcher->deleteLater();
                         if (!watcher->future().isCanceled())
                             handler(watcher->result());
                     });
    watcher->setFuture(future);
}

} // namespace sipenduduk
