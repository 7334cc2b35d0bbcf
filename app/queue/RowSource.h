#pragma once

#include "app/queue/QueueModel.h"
#include "common/Result.h"

#include <QObject>

namespace sipenduduk {

/// Where the rows of a table of permohonan come from, and how their loading stands.
class RowSource : public QObject
{
    Q_OBJECT
public:
    enum class State {
        Idle,    ///< nothing was asked for
        Loading, ///< the rows shown are those from before
        Ready,
        Failed, ///< see error(); the rows shown are those from before
    };

    RowSource(const KatalogLayanan &katalog, QObject *parent);

    [[nodiscard]] QueueModel &model() { return m_model; }
    [[nodiscard]] const QueueModel &model() const { return m_model; }
    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] const Error &error() const { return m_error; }
    [[nodiscard]] bool hasMore() const { return m_hasMore; }

    /// Asks for the first page; the rows stay while it is under way.
    virtual void reload() = 0;

Q_SIGNALS:
    void changed(); ///< state(), error() or hasMore()

protected:
    void setState(State state, const Error &error = {});
    void setHasMore(bool hasMore);

private:
    QueueModel m_model;
    State m_state = State::Idle;
    Error m_error;
    bool m_hasMore = false;
};

} // namespace sipenduduk
