#pragma once

#include "common/protocol/Message.h"
#include "server/db/OfficeRepository.h"
#include "server/db/Store.h"
#include "server/services/OfficeParts.h"
#include "server/services/Workflow.h"

#include <QCborValue>
#include <QCryptographicHash>

#include <functional>
#include <optional>

namespace sipenduduk {

/// What a mutating request leaves behind: its answer, and what others are to hear.
template <typename Reply>
struct Written
{
    Reply reply;
    std::optional<Change> change; ///< none when an earlier answer was given again
    bool hasMail = false;
};

/// Hash of a request's canonical bytes: the same key with another request is an error.
template <typename Request>
QByteArray requestHash(const Request &request)
{
    QCborMap body = protocol::toCbor(request);
    body.insert(0, int(Request::Type));
    return QCryptographicHash::hash(QCborValue(body).toCbor(), QCryptographicHash::Sha256);
}

/// Whether the request with this key was answered before: then the present state says nothing
/// about it. Never for an empty key.
inline Result<bool> wasAnswered(Connection &db, UserId user, const QByteArray &key)
{
    if (key.isEmpty())
        return false;
    const auto kept = OfficeRepository(db).keptAnswer(user, key);
    if (!kept)
        return std::unexpected(kept.error());
    return kept->has_value();
}

/// Runs `work` once for a key: a repeated request gets the answer that was kept in the
/// transaction of the first. An empty key runs without keeping (requests of the server itself).
template <typename Reply, typename Work>
Result<Written<Reply>> once(Connection &db, UserId user, const QByteArray &key,
                            const QByteArray &hash, const QDateTime &now, Work work)
{
    OfficeRepository repository(db);
    if (!key.isEmpty()) {
        const auto kept = repository.keptAnswer(user, key);
        if (!kept)
            return std::unexpected(kept.error());
        if (const std::optional<KeptAnswer> &first = *kept; first) {
            if (first->requestHash != hash)
                return fail(ErrorCode::InvalidArgument,
                            QStringLiteral("key used for another request"));
            auto reply = protocol::fromCbor<Reply>(QCborValue::fromCbor(first->answer).toMap());
            if (!reply)
                return std::unexpected(reply.error());
            return Written<Reply>{std::move(*reply), std::nullopt, false};
        }
    }
    Result<Written<Reply>> written = work(db);
    if (!written || key.isEmpty())
        return written;
    const QByteArray answer = QCborValue(protocol::toCbor(written->reply)).toCbor();
    if (auto keep = repository.keepAnswer(user, key, {hash, answer}, now); !keep)
        return std::unexpected(keep.error());
    return written;
}

} // namespace sipenduduk
