#pragma once

#include "server/services/Changes.h"

#include <QByteArray>
#include <QList>

#include <atomic>
#include <utility>

namespace sipenduduk {

/// Which queue events one session has had. Between the request and its answer, events are kept:
/// the backlog comes first and may hold the same ones.
class Subscription
{
public:
    static constexpr qsizetype MaxKept = 2'000;

    /// `active` counts the active ones of all connections: nobody is woken for an event that
    /// nobody hears.
    explicit Subscription(std::atomic<int> &active)
        : m_active(active)
    {
    }
    ~Subscription() { end(); }
    Q_DISABLE_COPY_MOVE(Subscription)

    [[nodiscard]] bool isActive() const { return m_isActive; }
    void begin();
    void end();

    /// Whether the event goes out now; else it is kept, or was sent with the backlog.
    [[nodiscard]] bool pass(const Change &change, const QByteArray &frame);

    struct Kept
    {
        QList<QByteArray> frames; ///< to be sent after the backlog
        bool isComplete = true;
    };
    /// The backlog up to `lastSeq` has been sent.
    [[nodiscard]] Kept catchUp(qint64 lastSeq);

private:
    std::atomic<int> &m_active;
    bool m_isActive = false;
    bool m_isWaiting = false;
    bool m_hasLost = false;
    qint64 m_lastSeq = 0;
    QList<std::pair<qint64, QByteArray>> m_kept;
};

} // namespace sipenduduk
