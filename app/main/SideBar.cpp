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

QString queueKey(Role duty, protocol::QueueView view)
{
    return word(duty) + u'_' + viewKey(view);
}

QPushButton *makePlaceButton(const QString &key, const QString &text, const QString &iconName,
                             QWidget *parent)
{
    auto *button = new QPushButton(icon(iconName), text, parent);
    button->setObjectName(u"queueButton_"_s + key);
    button->setAccessibleName(text);
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
    const QString key = queueKey(duty, view);
    QPushButton *button = makePlaceButton(key, words::ofView(view), viewIconName(view), this);
    button->setAccessibleName(u"%1: %2"_s.arg(words::ofRole(duty), words::ofView(view)));
    addEntry(key, button, [this, duty, view] { Q_EMIT queueChosen(duty, view); });
}

void SideBar::addPlace(const QString &key, const QString &text, const QString &iconName)
{
    addEntry(key, makePlaceButton(key, text, iconName, this),
             [this, key] { Q_EMIT placeChosen(key); });
}

template <typename Choose>
void SideBar::addEntry(const QString &key, QPushButton *button, const Choose &choose)
{
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
    m_entries.append({key, button, count});
    // Assistive programs toggle such a button; a click on the present list leads back to it.
    const auto chooseWhen = [choose](bool isChecked) {
        if (isChecked)
            choose();
    };
    connect(button, &QPushButton::toggled, this, chooseWhen);
    connect(button, &QPushButton::clicked, this, chooseWhen);
}

void SideBar::setCount(Role duty, protocol::QueueView view, const QString &count)
{
    setPlaceCount(queueKey(duty, view), count);
}

void SideBar::setPlaceCount(const QString &key, const QString &count)
{
    if (const Entry *entry = find(key)) {
        entry->count->setText(count);
        entry->button->setAccessibleDescription(count.isEmpty() ? QString()
                                                                : tr("%1 permohonan").arg(count));
    }
}

void SideBar::setCurrent(Role duty, protocol::QueueView view)
{
    setCurrentPlace(queueKey(duty, view));
}

void SideBar::setCurrentPlace(const QString &key)
{
    if (const Entry *entry = find(key)) {
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

const SideBar::Entry *SideBar::find(const QString &key) const
{
    const auto entry = std::ranges::find(m_entries, key, &Entry::key);
    return entry == m_entries.cend() ? nullptr : &*entry;
}

} // namespace sipenduduk
