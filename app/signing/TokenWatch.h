#pragma once

#include "common/Result.h"
#include "common/tte/Pkcs11Module.h"

#include <QObject>
#include <QThreadPool>
#include <QTimer>

#include <memory>
#include <optional>

namespace sipenduduk {

/// Looks, on a worker, which tokens are in the readers, and again whenever one comes or goes.
class TokenWatch : public QObject
{
    Q_OBJECT

public:
    explicit TokenWatch(QObject *parent = nullptr);
    ~TokenWatch() override;

    /// Watches the readers of this module from now on; looked() comes in any case.
    void watch(const QString &modulePath);
    /// Until watch() is called again; a reader that is being asked right now is awaited by the
    /// worker, not here.
    void stop();

Q_SIGNALS:
    /// NotFound or Unsupported for the module, NotFound ("token removed").
    void looked(const sipenduduk::Result<QList<sipenduduk::Token>> &tokens);

private:
    using Tokens = Result<QList<Token>>;
    struct Sight;
    static std::optional<Tokens> lookAgain(Sight &sight);
    void look();

    std::shared_ptr<Sight> m_sight; ///< the worker's own during a look; none: not watching
    std::shared_ptr<Sight> m_last;  ///< keeps its module started while nobody looks
    QTimer m_timer;
    QThreadPool m_pool; ///< one thread: the looks go one after another
};

} // namespace sipenduduk
