#include "app/permohonan/ActionBar.h"

#include "app/widgets/PlainToolTip.h"
#include "app/words/Words.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sipenduduk {

namespace {

QString actionName(Action action)
{
    switch (action) {
    case Action::Register: return u"register"_s;
    case Action::Verify: return u"verify"_s;
    case Action::Enter: return u"enter"_s;
    case Action::HandToKasi: return u"handToKasi"_s;
    case Action::AskRevision: return u"askRevision"_s;
    case Action::Reject: return u"reject"_s;
    case Action::Receive: return u"receive"_s;
    case Action::GiveParaf: return u"giveParaf"_s;
    case Action::ReturnToEditor: return u"returnToEditor"_s;
    case Action::HandToFo: return u"handToFo"_s;
    case Action::HandToEditor: return u"handToEditor"_s;
    case Action::ReturnToKasi: return u"returnToKasi"_s;
    case Action::ReturnToKabid: return u"returnToKabid"_s;
    case Action::Sign: return u"sign"_s;
    case Action::MakeReady: return u"makeReady"_s;
    case Action::HandOverCard: return u"handOverCard"_s;
    case Action::CorrectAddress: return u"correctAddress"_s;
    case Action::PrintAtCounter: return u"printAtCounter"_s;
    default: return u"action%1"_s.arg(int(action));
    }
}

QKeySequence shortcutOf(const OfferedAction &offered)
{
    if (offered.action == Action::Receive)
        return QKeySequence(u"F2"_s);
    if (isForward(offered.action))
        return QKeySequence(u"Ctrl+Return"_s);
    if (offered.guards.testFlag(Guard::Defects))
        return QKeySequence(u"Ctrl+B"_s);
    if (offered.action == Action::Reject)
        return QKeySequence(u"Ctrl+Shift+T"_s);
    if (offered.guards.testFlag(Guard::Reason))
        return QKeySequence(u"Ctrl+Shift+B"_s);
    return {};
}

bool isSameOffer(const ActionButton &a, const ActionButton &b)
{
    return a.offered == b.offered && a.dokumenName == b.dokumenName;
}

QString fullName(const ActionButton &button)
{
    const QString text = words::ofAction(button.offered.action);
    //: An action and the dokumen that it moves: "Card is ready for pick-up: KIA".
    return button.dokumenName.isEmpty() ? text
                                        : ActionBar::tr("%1: %2").arg(text, button.dokumenName);
}

} // namespace

QString actionButtonName(const OfferedAction &offered)
{
    const QString name = actionName(offered.action) + u"Button"_s;
    return offered.dokumen == DokumenId{} ? name
                                          : name + u'_' + QString::number(qint64(offered.dokumen));
}

ActionBar::ActionBar(QWidget *parent)
    : QWidget(parent)
    , m_obstacleLabel(new QLabel(this))
    , m_layout(new QVBoxLayout(this))
    , m_setLayout(new QHBoxLayout)
{
    m_obstacleLabel->setObjectName(u"obstacleLabel"_s);
    m_obstacleLabel->setTextFormat(Qt::PlainText);
    m_obstacleLabel->setWordWrap(true);
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(2);
    m_layout->addLayout(m_setLayout);
    m_setLayout->addWidget(m_obstacleLabel, 1);
    m_setLayout->addStretch();
}

void ActionBar::setButtons(const QList<ActionButton> &buttons)
{
    QList<ActionButton> ordered = buttons;
    // Returns and refusals stand left, receipt and the step forward right, where the eye ends.
    std::ranges::stable_sort(ordered, {}, [](const ActionButton &button) {
        return isForward(button.offered.action)        ? 2
            : button.offered.action == Action::Receive ? 1
                                                       : 0;
    });
    if (!std::ranges::equal(ordered, m_buttons, isSameOffer))
        rebuild(ordered);
    m_buttons = ordered;
    updateButtons();
}

void ActionBar::rebuild(const QList<ActionButton> &buttons)
{
    for (QPushButton *widget : std::as_const(m_widgets)) {
        widget->hide();
        widget->setObjectName({}); // a driver must not find what is about to go
        widget->deleteLater();
    }
    m_widgets.clear();
    for (QLabel *label : std::as_const(m_dokumenLabels)) {
        label->hide();
        label->deleteLater();
    }
    m_dokumenLabels.clear();
    for (QHBoxLayout *line : std::as_const(m_lines))
        line->deleteLater();
    m_lines.clear();
    for (const ActionButton &button : buttons)
        addButton(button);
}

QHBoxLayout *ActionBar::lineFor(const ActionButton &button)
{
    const DokumenId dokumen = button.offered.dokumen;
    if (dokumen == DokumenId{})
        return m_setLayout;
    if (!m_lines.contains(dokumen)) {
        auto *line = new QHBoxLayout;
        auto *name = new QLabel(button.dokumenName, this);
        name->setTextFormat(Qt::PlainText);
        name->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
        line->addWidget(name, 1);
        name->show();
        m_layout->addLayout(line);
        m_dokumenLabels.append(name);
        m_lines.insert(dokumen, line);
    }
    return m_lines.value(dokumen);
}

void ActionBar::addButton(const ActionButton &button)
{
    auto *widget = new QPushButton(words::ofAction(button.offered.action), this);
    widget->setObjectName(actionButtonName(button.offered));
    widget->setAccessibleName(fullName(button));
    widget->setAutoDefault(false);
    if (isForward(button.offered.action) || button.offered.action == Action::Receive) {
        QFont font = widget->font();
        font.setBold(true);
        widget->setFont(font);
    }
    // Of several dokumen, each with the same action, the first has the key.
    const QKeySequence key = shortcutOf(button.offered);
    const bool isTaken = std::ranges::any_of(
        m_widgets, [&](const QPushButton *other) { return other->shortcut() == key; });
    if (!isTaken)
        widget->setShortcut(key);
    connect(widget, &QPushButton::clicked, this,
            [this, offered = button.offered] { Q_EMIT triggered(offered); });
    lineFor(button)->addWidget(widget);
    widget->show();
    m_widgets.append(widget);
}

void ActionBar::updateButtons()
{
    QString obstacle;
    for (int i = 0; i < m_buttons.size(); ++i) {
        const ActionButton &button = m_buttons.at(i);
        QPushButton *widget = m_widgets.at(i);
        widget->setEnabled(button.obstacle.isEmpty());
        const QString key = widget->shortcut().toString(QKeySequence::NativeText);
        widget->setToolTip(plainToolTip(button.obstacle.isEmpty() ? key : button.obstacle));
        widget->setAccessibleDescription(button.obstacle);
        if (isForward(button.offered.action) && obstacle.isEmpty())
            obstacle = button.obstacle;
    }
    m_obstacleLabel->setText(obstacle);
    m_obstacleLabel->setVisible(!obstacle.isEmpty());
}

} // namespace sipenduduk
