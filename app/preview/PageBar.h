#pragma once

#include <QWidget>

#include <memory>

namespace Ui {
class PageBar;
}

namespace sipenduduk {

class PageView;

/// Pages, zoom, turn and print for one view.
class PageBar : public QWidget
{
    Q_OBJECT

public:
    explicit PageBar(QWidget *parent = nullptr);
    ~PageBar() override;

    /// Once; `view` must outlive the bar or share its parent.
    void control(PageView &view);

    void setTurnVisible(bool isVisible);
    void setPrintVisible(bool isVisible);
    void setPrintEnabled(bool isEnabled);

Q_SIGNALS:
    void printRequested();

private:
    void updateState();

    std::unique_ptr<Ui::PageBar> m_ui;
    PageView *m_view = nullptr;
};

} // namespace sipenduduk
