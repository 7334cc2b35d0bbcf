#include "app/net/CallTable.h"

#include "common/protocol/SessionMessages.h"

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace sipenduduk {

namespace {

Result<QCborMap> bodyOf(const protocol::Envelope &envelope, protocol::MessageType expected)
{
    if (envelope.type == protocol::MessageType::Error) {
        const auto reply = protocol::fromCbor<protocol::ErrorReply>(envelope.body);
        return reply ? fail(reply->code, reply->detail) : std::unexpected(reply.error());
    }
    if (envelope.type != expected)
        return fail(ErrorCode::Malformed, u"answer of another type"_s);
    return envelope.body;
}

} // namespace

const protocol::Envelope &CallTable::add(Call call)
{
    Call &kept = m_calls[++m_lastId];
    kept = std::move(call);
    kept.request.id = m_lastId;
    return kept.request;
}

void CallTable::answer(const protocol::Envelope &envelope)
{
    const auto found = m_calls.find(envelope.id);
    if (found == m_calls.end())
        return;
    const Call call = std::move(*found);
    m_calls.erase(found); // before the handler, which may make calls of its own
    call.handler(bodyOf(envelope, call.answerType));
}

void CallTable::failReads()
{
    QList<Handler> handlers;
    for (auto it = m_calls.begin(); it != m_calls.end();) {
        if (it->isChange) {
            ++it;
        } else {
            handlers.append(std::move(it->handler));
            it = m_calls.erase(it);
        }
    }
    for (const Handler &handler : std::as_const(handlers))
        handler(fail(ErrorCode::Network, u"line broken"_s));
}

void CallTable::failAll()
{
    const QMap<qint64, Call> calls = std::exchange(m_calls, {});
    for (const Call &call : calls)
        call.handler(fail(ErrorCode::Network, u"logged out"_s));
}

QList<protocol::Envelope> CallTable::restartChanges(const QDeadlineTimer &due)
{
    QList<protocol::Envelope> requests;
    for (Call &call : m_calls) {
        if (call.isChange) {
            call.due = due;
            requests.append(call.request);
        }
    }
    return requests;
}

bool CallTable::expire()
{
    QList<Handler> handlers;
    bool isLineDead = false;
    for (auto it = m_calls.begin(); it != m_calls.end();) {
        if (!it->due.hasExpired()) {
            ++it;
        } else if (it->isChange) {
            isLineDead = true;
            ++it;
        } else {
            handlers.append(std::move(it->handler));
            it = m_calls.erase(it);
        }
    }
    for (const Handler &handler : std::as_const(handlers))
        handler(fail(ErrorCode::Network, u"no answer in time"_s));
    return isLineDead;
}

QDeadlineTimer CallTable::nextDue() const
{
    QDeadlineTimer next(QDeadlineTimer::Forever);
    for (const Call &call : m_calls)
        next = std::min(next, call.due);
    return next;
}

protocol::MessageType CallTable::typeOf(qint64 id) const
{
    const auto found = m_calls.constFind(id);
    return found == m_calls.cend() ? protocol::MessageType::Error : found->request.type;
}

} // namespace sipenduduk
