#include "app/queue/SearchFeed.h"

#include "app/net/Session.h"
#include "app/net/WhenDone.h"

namespace sipenduduk {

SearchFeed::SearchFeed(Session &session, const KatalogLayanan &katalog, QObject *parent)
    : RowSource(katalog, parent)
    , m_session(session)
{
    connect(&session, &Session::queueChanged, this, [this](const protocol::QueueChanged &event) {
        if (model().contains(event.row.id))
            model().upsert(event.row);
    });
}

void SearchFeed::search(const QString &text)
{
    m_text = text.trimmed();
    model().clear();
    reload();
}

void SearchFeed::reload()
{
    const int round = ++m_round;
    if (m_text.size() < MinLength || m_text.size() > MaxLength)
        return setState(State::Idle);
    setState(State::Loading);
    whenDone(m_session.call(protocol::Search{m_text}), this, [this, round](const auto &found) {
        if (round != m_round)
            return;
        if (!found)
            return setState(State::Failed, found.error());
        model().replace(found->rows);
        setState(State::Ready);
    });
}

} // namespace sipenduduk
