#include "app/main/SideBar.h"

#include "app/widgets/Icons.h"
#include "app/words/Words.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sipenduduk {

namespace {

QString viewIconName(protocol::QueueView view)
{
    switch (view) {
    case protocol::QueueView::Work: return u"work"_s;
    case protocol::QueueView::Returned: return u"returned"_s;
    case protocol::QueueView::Pickup: return u"pickup"_s;
    case protocol::QueueView::Sent: return u"sent"_s;
    }
    return {};
}

QString viewKey(protocol::QueueView view)
{
    switch (view) {
    case protocol::QueueView::Work: return u"work"_s;
    case protocol::QueueView::Returned: return u"returned"_s;
    case protocol::QueueView::Pickup: return u"pickup"_s;
    case protocol::QueueView::Sent: return u"sent"_s;
    }
    return {};
}

QPushButton *makeViewButton(Role duty, protocol::QueueView view, QWidget *parent)
{
    auto *button = new QPushButton(icon(viewIconName(view)), words::ofView(view), parent);
    button->setObjectName(u"queueButton_%1_%2"_s.arg(word(duty), viewKey(view)));
    button->setAccessibleName(u"%1: %2"_s.arg(words::ofRole(duty), words::ofView(view)));
    button->setCheckable(true);
    button->setAutoExclusive(true);
    button->setFlat(true);
    button->setIconSize(QSize(18, 18));
    button->setMinimumHeight(34);
    // The palette's own colours, so that dark and high contrast need no second sheet.
    button->setStyleSheet(u"QPushButton { text-align: left; padding: 4px 10px; border: 1px solid "
                          "transparent; border-radius: 5px; }"
                          "QPushButton:hover { background: palette(midlight); }"
                          "QPushButton:focus { border-color: palette(highlight); }"
                          "QPushButton:checked { background: palette(base); font-weight: bold; "
                          "border-left: 4px solid palette(highlight); }"_s);
    return button;
}

} // namespace

SideBar::SideBar(QWidget *parent)
    : QFrame(parent)
    , m_layout(new QVBoxLayout(this))
{
    m_layout->setContentsMargins(10, 8, 10, 8);
    m_layout->setSpacing(2);
    m_layout->addStretch();
}

void SideBar::addDuty(Role duty)
{
    auto *heading = new QLabel(words::ofRole(duty), this);
    heading->setObjectName(u"dutyLabel_"_s + word(duty));
    heading->setIndent(8);
    heading->setMargin(4);
    QFont bold = heading->font();
    bold.setBold(true);
    heading->setFont(bold);
    m_layout->insertWidget(m_layout->count() - 1, heading);
}

void SideBar::addQueue(Role duty, protocol::QueueView view)
{
    QPushButton *button = makeViewButton(duty, view, this);
    auto *count = new QLabel(button);
    count->setObjectName(button->objectName().replace(u"Button"_s, u"Count"_s));
    count->setAttribute(Qt::WA_TransparentForMouseEvents);
    auto *inner = new QHBoxLayout(button);
    inner->setContentsMargins(0, 0, 10, 0);
    inner->addStretch();
    inner->addWidget(count);
    if (const auto number = m_entries.size() + 1; number <= 9) {
        button->setShortcut(QKeySequence(u"Ctrl+%1"_s.arg(number)));
        button->setToolTip(
            tr("Shows this list (%1).").arg(button->shortcut().toString(QKeySequence::NativeText)));
    }
    m_layout->insertWidget(m_layout->count() - 1, button);
    m_entries.append({duty, view, button, count});
    // Assistive programs toggle such a button; a click on the present list leads back to it.
    const auto choose = [this, duty, view](bool isChecked) {
        if (isChecked)
            Q_EMIT queueChosen(duty, view);
    };
    connect(button, &QPushButton::toggled, this, choose);
    connect(button, &QPushButton::clicked, this, choose);
}

void SideBar::setCount(Role duty, protocol::QueueView view, const QString &count)
{
    if (const Entry *entry = find(duty, view)) {
        entry->count->setText(count);
        entry->button->setAccessibleDescription(count.isEmpty() ? QString()
                                                                : tr("%1 permohonan").arg(count));
    }
}

void SideBar::setCurrent(Role duty, protocol::QueueView view)
{
    if (const Entry *entry = find(duty, view)) {
        const QSignalBlocker blocker(entry->button); // it follows, it does not choose
        entry->button->setChecked(true);
    }
}

void SideBar::clearCurrent()
{
    for (const Entry &entry : std::as_const(m_entries)) {
        // An exclusive group keeps one checked unless it is told otherwise.
        entry.button->setAutoExclusive(false);
        entry.button->setChecked(false);
        entry.button->setAutoExclusive(true);
    }
}

void SideBar::step(int by)
{
    if (m_entries.isEmpty())
        return;
    const auto current = std::find_if(m_entries.cbegin(), m_entries.cend(),
                                      [](const Entry &entry) { return entry.button->isChecked(); });
    const auto count = m_entries.size();
    const auto none = by > 0 ? -1 : 0;
    const auto at = current == m_entries.cend() ? none : current - m_entries.cbegin();
    m_entries.at((at + by + count) % count).button->click();
}

const SideBar::Entry *SideBar::find(Role duty, protocol::QueueView view) const
{
    const auto entry = std::ranges::find_if(m_entries, [&](const Entry &candidate) {
        return candidate.duty == duty && candidate.view == view;
    });
    return entry == m_entries.cend() ? nullptr : &*entry;
}

} // namespace sipenduduk
