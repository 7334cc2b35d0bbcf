#include "app/queue/QueueFeed.h"

#include "app/net/Session.h"
#include "app/net/WhenDone.h"
#include "app/queue/QueueScope.h"

#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sipenduduk {

QueueFeed::QueueFeed(Session &session, const KatalogLayanan &katalog, Role duty,
                     protocol::QueueView view, QObject *parent)
    : RowSource(katalog, parent)
    , m_session(session)
    , m_katalog(katalog)
    , m_duty(duty)
    , m_view(view)
{
    connect(&model(), &QueueModel::moreWanted, this, &QueueFeed::loadMore);
    connect(&session, &Session::queueChanged, this, &QueueFeed::onEvent);
    connect(&session, &Session::queueIncomplete, this, &QueueFeed::reload);
    connect(&session, &Session::stateChanged, this, [this](ConnectionState now) {
        if (now == ConnectionState::LoggedIn && state() == State::Failed)
            reload(); // what the broken line left undone
    });
}

QString QueueFeed::countText() const
{
    if (!m_wasLoaded)
        return {};
    const QString count = QLocale().toString(model().rowCount());
    return hasMore() ? count + u'+' : count;
}

void QueueFeed::reload()
{
    ++m_round;
    m_meanwhile.clear();
    // As many as are shown, so that the officer's place in a long list is kept.
    ask({}, std::clamp(model().rowCount(), PageSize, MaxPage));
}

void QueueFeed::loadMore()
{
    if (hasMore() && state() != State::Loading)
        ask(m_next, PageSize);
}

void QueueFeed::ask(const protocol::QueueCursor &after, int limit)
{
    setState(State::Loading);
    const bool isFirst = after == protocol::QueueCursor{};
    const auto answer = m_session.call(protocol::ListQueue{m_duty, m_view, after, limit});
    whenDone(answer, this, [this, isFirst, round = m_round](const auto &page) {
        if (round == m_round)
            onPage(isFirst, page);
    });
}

void QueueFeed::onPage(bool isFirst, const Result<protocol::QueuePage> &page)
{
    if (!page) {
        m_meanwhile.clear();
        return setState(State::Failed, page.error());
    }
    if (isFirst)
        model().replace(page->rows);
    else
        model().merge(page->rows);
    m_next = page->next;
    m_wasLoaded = true;
    for (const protocol::QueueChanged &event : std::exchange(m_meanwhile, {})) {
        if (event.seq == 0 || event.seq > page->lastSeq)
            apply(event); // it happened after the page was read
    }
    setHasMore(!page->isLast && !page->rows.isEmpty());
    setState(State::Ready);
}

void QueueFeed::onEvent(const protocol::QueueChanged &event)
{
    if (state() == State::Loading)
        m_meanwhile.append(event);
    apply(event);
    Q_EMIT changed(); // the count may be another
}

void QueueFeed::apply(const protocol::QueueChanged &event)
{
    const PermohonanRow *known = model().find(event.row.id);
    if (known && event.row.version < known->version)
        return;
    if (!known && event.seq == 0)
        return; // a lease on something that is not here
    const bool wasHere = known || event.previousHolder == m_duty;
    if (belongsTo(m_view, m_duty, event.row, wasHere)
        && (known || coversRow(m_session.duties(), m_duty, event.row, m_katalog)))
        model().upsert(event.row);
    else
        model().remove(event.row.id);
}

} // namespace sipenduduk
