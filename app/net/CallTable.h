#pragma once

#include "common/protocol/Message.h"

#include <QDeadlineTimer>
#include <QList>
#include <QMap>

#include <functional>

namespace sipenduduk {

/// Requests that wait for their answer, in the order in which they were made.
class CallTable
{
public:
    using Handler = std::function<void(Result<QCborMap>)>;

    struct Call
    {
        protocol::Envelope request;
        protocol::MessageType answerType{}; ///< that of the request's Reply
        Handler handler;
        QDeadlineTimer due = QDeadlineTimer(QDeadlineTimer::Forever);
        bool isChange = false; ///< survives a broken line, to be sent again
    };

    /// Gives the call its id and keeps it; returns the request to be sent.
    const protocol::Envelope &add(Call call);
    /// Hands over the answer; an id that nobody waits for is passed over.
    void answer(const protocol::Envelope &envelope);
    /// Ends with ErrorCode::Network what does not survive a broken line.
    void failReads();
    void failAll();

    /// The changes, oldest first, to be sent again; their clock starts anew.
    [[nodiscard]] QList<protocol::Envelope> restartChanges(const QDeadlineTimer &due);
    /// Ends overdue reads; whether a change is overdue, which means that the line is dead.
    [[nodiscard]] bool expire();
    [[nodiscard]] QDeadlineTimer nextDue() const;

    [[nodiscard]] protocol::MessageType typeOf(qint64 id) const; ///< Error when unknown
    [[nodiscard]] qsizetype size() const { return m_calls.size(); }

private:
    QMap<qint64, Call> m_calls;
    qint64 m_lastId = 0;
};

} // namespace sipenduduk
