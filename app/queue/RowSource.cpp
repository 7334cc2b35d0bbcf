#include "app/queue/RowSource.h"

namespace sipenduduk {

RowSource::RowSource(const KatalogLayanan &katalog, QObject *parent)
    : QObject(parent)
    , m_model(katalog)
{
}

void RowSource::setState(State state, const Error &error)
{
    m_state = state;
    m_error = error;
    m_model.setHasMore(m_hasMore && state != State::Loading);
    Q_EMIT changed();
}

void RowSource::setHasMore(bool hasMore)
{
    m_hasMore = hasMore;
    m_model.setHasMore(hasMore && m_state != State::Loading);
}

} // namespace sipenduduk
