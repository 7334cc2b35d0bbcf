#include "server/net/Subscription.h"

namespace sipenduduk {

void Subscription::begin()
{
    *this = {};
    m_isActive = true;
    m_isWaiting = true;
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
