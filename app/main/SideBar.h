#pragma once

#include "common/Status.h"
#include "common/protocol/QueueMessages.h"

#include <QFrame>
#include <QList>

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace sipenduduk {

/// The duties of the officer and, under each, the views of its queue and other lists of it, with
/// their counts.
class SideBar : public QFrame
{
    Q_OBJECT
public:
    explicit SideBar(QWidget *parent = nullptr);

    void addDuty(Role duty);
    /// Under the duty added last. Ctrl+1 … Ctrl+9 choose the first nine.
    void addQueue(Role duty, protocol::QueueView view);
    /// A list of the duty that is no view of its queue. `key` names it in the signals.
    void addPlace(const QString &key, const QString &text, const QString &iconName);
    void setPlaceCount(const QString &key, const QString &count);
    void setCurrentPlace(const QString &key);
    void setCount(Role duty, protocol::QueueView view, const QString &count);
    void setCurrent(Role duty, protocol::QueueView view);
    void clearCurrent(); ///< a page is shown that is in no queue
    void step(int by);   ///< chooses the next queue or the one before

Q_SIGNALS:
    void queueChosen(sipenduduk::Role duty, sipenduduk::protocol::QueueView view);
    void placeChosen(const QString &key);

private:
    struct Entry
    {
        QString key;
        QPushButton *button;
        QLabel *count;
    };

    template <typename Choose>
    void addEntry(const QString &key, QPushButton *button, const Choose &choose);
    [[nodiscard]] const Entry *find(const QString &key) const;

    QVBoxLayout *m_layout;
    QList<Entry> m_entries;
};

} // namespace sipenduduk
