#include "server/net/Subscription.h"

namespace sipenduduk {

void Subscription::begin()
{
    end();
    m_isActive = true;
    m_isWaiting = true;
    ++m_active;
}

void Subscription::end()
{
    if (m_isActive)
        --m_active;
    m_isActive = false;
    m_isWaiting = false;
    m_hasLost = false;
    m_lastSeq = 0;
    m_kept.clear();
}

bool Subscription::pass(const Change &change, const QByteArray &frame)
{
    if (!m_isWaiting)
        return change.seq == 0 || change.seq > m_lastSeq;
    if (m_kept.size() < MaxKept)
        m_kept.emplaceBack(change.seq, frame);
    else
        m_hasLost = true;
    return false;
}

Subscription::Kept Subscription::catchUp(qint64 lastSeq)
{
    Kept kept{.frames = {}, .isComplete = !m_hasLost};
    for (const auto &[seq, frame] : std::as_const(m_kept)) {
        if (seq == 0 || seq > lastSeq)
            kept.frames.append(frame);
    }
    m_kept.clear();
    m_isWaiting = false;
    m_lastSeq = lastSeq;
    return kept;
}

} // namespace sipenduduk
