#include "common/protocol/QueueMessages.h"

#include "common/protocol/ValueVisits.h"

namespace sipenduduk::protocol {

template <Is<QueueCursor> S>
void visit(S &m, auto &v)
{
    v(1, m.at);
    v(2, m.id);
}

template <Is<QueuePage> S>
void visit(S &m, auto &v)
{
    v(1, m.rows);
    v(2, m.next);
    v(3, m.isLast);
    v(4, m.lastSeq);
}

template <Is<ListQueue> S>
void visit(S &m, auto &v)
{
    v(1, m.duty);
    v(2, m.view);
    v(3, m.after);
    v(4, m.limit);
}

template <Is<SearchPage> S>
void visit(S &m, auto &v)
{
    v(1, m.rows);
}

template <Is<Search> S>
void visit(S &m, auto &v)
{
    v(1, m.text, 100);
}

template <Is<PermohonanReply> S>
void visit(S &m, auto &v)
{
    v(1, m.permohonan);
}

template <Is<OpenPermohonan> S>
void visit(S &m, auto &v)
{
    v(1, m.id);
    v(2, m.duty);
}

template <Is<SubscribeReply> S>
void visit(S &m, auto &v)
{
    v(1, m.lastSeq);
    v(2, m.isComplete);
}

template <Is<Subscribe> S>
void visit(S &m, auto &v)
{
    v(1, m.afterSeq);
}

template <Is<QueueChanged> S>
void visit(S &m, auto &v)
{
    v(1, m.seq);
    v(2, m.row);
    v(3, m.previousHolder);
}

SIPENDUDUK_MESSAGE(QueuePage);
SIPENDUDUK_MESSAGE(ListQueue);
SIPENDUDUK_MESSAGE(SearchPage);
SIPENDUDUK_MESSAGE(Search);
SIPENDUDUK_MESSAGE(PermohonanReply);
SIPENDUDUK_MESSAGE(OpenPermohonan);
SIPENDUDUK_MESSAGE(SubscribeReply);
SIPENDUDUK_MESSAGE(Subscribe);
SIPENDUDUK_MESSAGE(QueueChanged);

} // namespace sipenduduk::protocol
