#include "app/main/ConnectionBanner.h"

#include "app/net/Session.h"
#include "app/widgets/MessageStrip.h"
#include "app/words/Words.h"

#include <QDateTime>
#include <QVBoxLayout>

#include <chrono>

using namespace Qt::StringLiterals;

namespace sipenduduk {

ConnectionBanner::ConnectionBanner(QWidget *parent)
    : QWidget(parent)
    , m_strip(new MessageStrip(this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_strip);
    m_strip->setObjectName(u"connectionStrip"_s);
    m_strip->setButton(tr("Try now"));
    connect(&m_second, &QTimer::timeout, this, &ConnectionBanner::updateText);
    hide();
}

void ConnectionBanner::watch(Session &session)
{
    m_session = &session;
    connect(m_strip, &MessageStrip::buttonClicked, &session, &Session::retryNow);
    connect(&session, &Session::stateChanged, this, [this](ConnectionState state) {
        const bool isLost = state == ConnectionState::Reconnecting;
        setVisible(isLost);
        if (isLost)
            m_second.start(std::chrono::seconds(1));
        else
            m_second.stop();
        updateText();
    });
}

void ConnectionBanner::updateText()
{
    if (m_session->state() != ConnectionState::Reconnecting)
        return;
    const qint64 left = QDateTime::currentDateTimeUtc().secsTo(m_session->nextAttempt());
    const QString next = left > 0 ? tr("Next attempt in %n seconds.", nullptr, int(left))
                                  : tr("Connecting…");
    //: %1 is the reason as a sentence, %2 says when the next attempt is.
    m_strip->showMessage(MessageStrip::Level::Warning,
                         tr("%1 What you type is kept, and what you asked for is sent as soon as "
                            "the line is back. %2")
                             .arg(words::ofProblem(m_session->problem()), next));
}

} // namespace sipenduduk
