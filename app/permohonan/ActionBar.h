#pragma once

#include "app/permohonan/ActionGate.h"

#include <QMap>
#include <QWidget>

class QHBoxLayout;
class QLabel;
class QPushButton;
class QVBoxLayout;

namespace sipenduduk {

/// A button for one offered action; grey with its reason when something is missing.
struct ActionButton
{
    OfferedAction offered;
    QString dokumenName; ///< empty unless it moves one dokumen
    QString obstacle;    ///< why not now, a whole sentence; empty: it can be done
    bool operator==(const ActionButton &) const = default;
};

/// The actions of the moment, the step forward last; after the TTE a line for each dokumen that
/// something can be done with. F2 receives, Ctrl+Return does the
/// step forward, Ctrl+B returns, Ctrl+Shift+T refuses.
class ActionBar : public QWidget
{
    Q_OBJECT

public:
    explicit ActionBar(QWidget *parent = nullptr);

    /// Buttons that stay are only updated, so that the focus stays where it is.
    void setButtons(const QList<ActionButton> &buttons);
    [[nodiscard]] const QList<ActionButton> &buttons() const { return m_buttons; }

Q_SIGNALS:
    void triggered(const sipenduduk::OfferedAction &offered);

private:
    void rebuild(const QList<ActionButton> &buttons);
    void addButton(const ActionButton &button);
    [[nodiscard]] QHBoxLayout *lineFor(const ActionButton &button);
    void updateButtons();

    QList<ActionButton> m_buttons;
    QList<QPushButton *> m_widgets;         ///< same order
    QMap<DokumenId, QHBoxLayout *> m_lines; ///< one per dokumen
    QList<QLabel *> m_dokumenLabels;        ///< at the beginning of each
    QLabel *m_obstacleLabel;
    QVBoxLayout *m_layout;
    QHBoxLayout *m_setLayout; ///< of what moves the whole set
};

/// Name of the button's widget: `receiveButton`, `giveParafButton`, `makeReadyButton_7` …
[[nodiscard]] QString actionButtonName(const OfferedAction &offered);

} // namespace sipenduduk
