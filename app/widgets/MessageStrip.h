#pragma once

#include <QFrame>

class QLabel;
class QPushButton;

namespace sipenduduk {

/// A line of text with an icon, above what it is about; hidden while there is nothing to say.
/// It stays until it is no longer true: nothing disappears while somebody still reads.
class MessageStrip : public QFrame
{
    Q_OBJECT
public:
    enum class Level { Info, Success, Warning, Error };

    explicit MessageStrip(QWidget *parent = nullptr);

    void showMessage(Level level, const QString &text);
    void clear();
    [[nodiscard]] QString text() const;

    /// A button at the end; without a text there is none.
    void setButton(const QString &text);

Q_SIGNALS:
    void buttonClicked();

protected:
    void changeEvent(QEvent *event) override;

private:
    void updateLook();

    Level m_level = Level::Info;
    QLabel *m_icon;
    QLabel *m_label;
    QPushButton *m_button;
};

} // namespace sipenduduk
