#pragma once

#include "common/Permohonan.h"
#include "common/protocol/Message.h"

namespace sipenduduk::protocol {

/// Which permohonan a queue shows. Append only.
enum class QueueView {
    Work = 1,     ///< what the duty holds now
    Returned = 2, ///< of these, what came back from a later step
    Pickup = 3,   ///< FO: cards to print or to hand over, failed mails
    Sent = 4,     ///< with other hands or done, newest first
};

/// Where a page of a queue ends: the key of its last row; all zero before the first page.
struct QueueCursor
{
    QDateTime at;
    PermohonanId id{};
    bool operator==(const QueueCursor &) const = default;
};

struct QueuePage
{
    static constexpr MessageType Type = MessageType::ListQueue;
    QList<PermohonanRow> rows;
    QueueCursor next; ///< for the following page
    bool isLast = true;
    qint64 lastSeq = 0; ///< queue events up to this one are in the rows
    bool operator==(const QueuePage &) const = default;
};

/// A page of a queue of one's own duty, oldest first. Forbidden for a duty one does not hold.
struct ListQueue
{
    static constexpr MessageType Type = MessageType::ListQueue;
    using Reply = QueuePage;
    Role duty = Role::None;
    QueueView view = QueueView::Work;
    QueueCursor after;
    int limit = 50; ///< 1…200
    bool operator==(const ListQueue &) const = default;
};

struct SearchPage
{
    static constexpr MessageType Type = MessageType::Search;
    QList<PermohonanRow> rows;
    bool operator==(const SearchPage &) const = default;
};

/// Finds by number (whole or its end), NIK (whole) or beginning of words of the applicant's name.
struct Search
{
    static constexpr MessageType Type = MessageType::Search;
    using Reply = SearchPage;
    QString text; ///< 3…100 characters
    bool operator==(const Search &) const = default;
};

struct PermohonanReply
{
    static constexpr MessageType Type = MessageType::OpenPermohonan;
    Permohonan permohonan;
    bool operator==(const PermohonanReply &) const = default;
};

/// Everything about one permohonan, for a duty of one's own that may see it.
struct OpenPermohonan
{
    static constexpr MessageType Type = MessageType::OpenPermohonan;
    using Reply = PermohonanReply;
    PermohonanId id{};
    Role duty = Role::None;
    bool operator==(const OpenPermohonan &) const = default;
};

struct SubscribeReply
{
    static constexpr MessageType Type = MessageType::Subscribe;
    qint64 lastSeq = 0;
    bool isComplete = true; ///< false: too much was missed, reload the queue
    bool operator==(const SubscribeReply &) const = default;
};

/// From now on the server sends QueueChanged for every change after `afterSeq` that a duty of
/// this session may see.
struct Subscribe
{
    static constexpr MessageType Type = MessageType::Subscribe;
    using Reply = SubscribeReply;
    qint64 afterSeq = 0;
    bool operator==(const Subscribe &) const = default;
};

/// Event: one permohonan is not as it was. `seq` only grows, in commit order; a change of a
/// lease alone has seq 0.
struct QueueChanged
{
    static constexpr MessageType Type = MessageType::QueueChanged;
    qint64 seq = 0;
    PermohonanRow row;
    Role previousHolder = Role::None;
    bool operator==(const QueueChanged &) const = default;
};

} // namespace sipenduduk::protocol
