#pragma once

#include "server/db/UserRepository.h"
#include "server/services/Changes.h"

#include <QByteArray>
#include <QHash>
#include <QObject>
#include <QTimer>

#include <memory>
#include <unordered_map>
#include <vector>

namespace sipenduduk {

class ClientConnection;
struct NetContext;
class WorkQueue;

/// The connections of one network thread. Lives in that thread; others reach it by its queue.
class ConnectionHost : public QObject
{
    Q_OBJECT

public:
    explicit ConnectionHost(NetContext &context);
    ~ConnectionHost() override;

    [[nodiscard]] const std::shared_ptr<WorkQueue> &queue() const { return m_queue; }

    /// Takes over an accepted socket whose peer was counted.
    void adopt(qintptr descriptor, const QString &peer);
    /// To every subscribed session that may see it.
    void broadcast(const Change &change);
    /// Ends sessions of users whose stamp is no longer the one they logged in with.
    void endStale(const QHash<UserId, QByteArray> &stamps);

    /// Null when it has ended.
    [[nodiscard]] ClientConnection *connection(quint64 id) const;
    /// Its output is written at the end of the turn.
    void willFlush(ClientConnection *connection);
    /// It is deleted at the end of the turn.
    void remove(quint64 id);

protected:
    bool event(QEvent *event) override;

private:
    void runTasks();
    void checkTimes();

    NetContext &m_context;
    std::shared_ptr<WorkQueue> m_queue;
    std::unordered_map<quint64, std::unique_ptr<ClientConnection>> m_connections;
    std::vector<quint64> m_written; ///< connections with output of this turn
    quint64 m_lastId = 0;
    bool m_isRunning = false; ///< tasks of a turn
    QTimer m_timer;
};

} // namespace sipenduduk
