#pragma once

#include "app/queue/RowSource.h"
#include "common/protocol/QueueMessages.h"

namespace sipenduduk {

class Session;

/// One view of one duty: loads page after page by key and follows the events of the office.
class QueueFeed : public RowSource
{
    Q_OBJECT
public:
    static constexpr int PageSize = 50;
    static constexpr int MaxPage = 200; ///< the office gives no more at a time

    QueueFeed(Session &session, const KatalogLayanan &katalog, Role duty, protocol::QueueView view,
              QObject *parent);

    [[nodiscard]] Role duty() const { return m_duty; }
    [[nodiscard]] protocol::QueueView view() const { return m_view; }
    /// "7", or "50+" while there is more than is loaded; empty before the first page.
    [[nodiscard]] QString countText() const;

    void reload() override;

private:
    void loadMore();
    void ask(const protocol::QueueCursor &after, int limit);
    void onPage(bool isFirst, const Result<protocol::QueuePage> &page);
    void onEvent(const protocol::QueueChanged &event);
    void apply(const protocol::QueueChanged &event);

    Session &m_session;
    const KatalogLayanan &m_katalog;
    const Role m_duty;
    const protocol::QueueView m_view;
    protocol::QueueCursor m_next;
    QList<protocol::QueueChanged> m_meanwhile; ///< events since the page was asked for
    int m_round = 0;                           ///< a page of an earlier reload is passed over
    bool m_wasLoaded = false;
};

} // namespace sipenduduk
