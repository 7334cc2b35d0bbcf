#include "app/signing/TokenWatch.h"

#include "app/net/WhenDone.h"

#include <QtConcurrentRun>

#include <chrono>

using namespace std::chrono_literals;

namespace sipenduduk {

namespace {

constexpr auto LookInterval = 2s; // a person who plugs a token in does not wait longer gladly

} // namespace

struct TokenWatch::Sight
{
    QString path;
    std::shared_ptr<Pkcs11Module> module;
    std::optional<QByteArray> presence; ///< what was seen last
    bool isBroken = false;              ///< the module's failure was told already
};

TokenWatch::TokenWatch(QObject *parent)
    : QObject(parent)
{
    m_pool.setMaxThreadCount(1);
    m_timer.setSingleShot(true);
    m_timer.setInterval(LookInterval);
    connect(&m_timer, &QTimer::timeout, this, &TokenWatch::look);
}

TokenWatch::~TokenWatch()
{
    stop();
    m_pool.waitForDone();
}

void TokenWatch::watch(const QString &modulePath)
{
    m_sight = std::make_shared<Sight>();
    m_sight->path = modulePath;
    look();
}

void TokenWatch::stop()
{
    m_timer.stop();
    if (m_sight)
        m_last = std::move(m_sight);
    m_sight.reset();
}

void TokenWatch::look()
{
    whenDone(QtConcurrent::run(&m_pool, [sight = m_sight] { return lookAgain(*sight); }), this,
             [this, sight = m_sight](const std::optional<Tokens> &tokens) {
                 if (sight != m_sight)
                     return; // another module meanwhile, or nobody looks any more
                 m_timer.start();
                 if (tokens)
                     Q_EMIT looked(*tokens);
             });
}

/// Nothing when all is as it was.
std::optional<TokenWatch::Tokens> TokenWatch::lookAgain(Sight &sight)
{
    if (!sight.module) {
        auto module = Pkcs11Module::load(sight.path);
        if (!module) {
            if (std::exchange(sight.isBroken, true))
                return std::nullopt;
            return std::unexpected(module.error());
        }
        sight.module = std::move(*module);
    }
    const QByteArray presence = sight.module->presence();
    if (sight.presence == presence)
        return std::nullopt;
    sight.presence = presence;
    return sight.module->tokens();
}

} // namespace sipenduduk
