#include "app/main/StatusPanel.h"

#include "app/net/Session.h"
#include "app/widgets/Icons.h"
#include "app/words/Words.h"

#include <QHBoxLayout>
#include <QLabel>

using namespace Qt::StringLiterals;

namespace sipenduduk {

namespace {

constexpr int StateIconSize = 16;

QLabel *addLabel(QHBoxLayout &row, const QString &name)
{
    auto *label = new QLabel(row.parentWidget());
    label->setObjectName(name);
    label->setTextFormat(Qt::PlainText);
    row.addWidget(label);
    return label;
}

} // namespace

StatusPanel::StatusPanel(Session &session, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(10, 2, 10, 2);
    row->setSpacing(8);
    m_icon = addLabel(*row, u"stateIconLabel"_s);
    m_state = addLabel(*row, u"stateLabel"_s);
    m_server = addLabel(*row, u"serverLabel"_s);
    row->addStretch();
    m_officer = addLabel(*row, u"officerLabel"_s);
    m_practice = addLabel(*row, u"practiceLabel"_s);
    m_practice->setAutoFillBackground(true);
    m_practice->setMargin(2);
    QPalette look = m_practice->palette();
    look.setColor(QPalette::Window, QColor(0xff, 0xc1, 0x2e));
    look.setColor(QPalette::WindowText, QColor(0x1c, 0x16, 0x00));
    m_practice->setPalette(look);
    m_practice->setText(tr("PRACTICE MODE"));
    connect(&session, &Session::stateChanged, this, &StatusPanel::updateState);
    connect(&session, &Session::greeted, this, &StatusPanel::updateState);
    updateState();
}

void StatusPanel::updateState()
{
    const bool isOnline = m_session.isOnline();
    const QIcon look = isOnline ? icon(u"online"_s, successInk()) : icon(u"offline"_s, errorInk());
    m_icon->setPixmap(look.pixmap(QSize(StateIconSize, StateIconSize), devicePixelRatio()));
    m_state->setText(words::ofState(m_session.state()));
    m_server->setText(tr("Server: %1").arg(addressText(m_session.endpoint())));
    m_officer->setText(m_session.user().name);
    m_practice->setVisible(m_session.isPractice());
}

} // namespace sipenduduk
