#include "app/main/ConnectionBanner.h"

#include "app/net/Session.h"
#include "app/widgets/MessageStrip.h"
#include "app/words/Words.h"

#include <QVBoxLayout>

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
    hide();
}

void ConnectionBanner::watch(Session &session)
{
    m_session = &session;
    connect(m_strip, &MessageStrip::buttonClicked, &session, &Session::retryNow);
    connect(&session, &Session::stateChanged, this, &ConnectionBanner::updateText);
    connect(&session, &Session::failed, this, &ConnectionBanner::updateText);
    updateText();
}

void ConnectionBanner::updateText()
{
    const bool isLost = m_session->state() == ConnectionState::Reconnecting;
    setVisible(isLost);
    if (!isLost)
        return;
    //: %1 is the reason, a sentence.
    const QString text = tr("%1 What you type is kept, and what you asked for is sent as soon as "
                            "the line is back. It is tried again by itself.")
                             .arg(words::ofProblem(m_session->problem()));
    if (text != m_strip->text()) // attempts come and go; the reader hears it once
        m_strip->showMessage(MessageStrip::Level::Warning, text);
}

} // namespace sipenduduk
