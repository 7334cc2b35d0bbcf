#pragma once

#include "app/queue/ListPage.h"

#include <QTimer>

#include <memory>

class QSettings;

namespace Ui {
class QueuePage;
}

namespace sipenduduk {

class RowSource;
class Session;

/// What a page of rows says about itself.
struct QueuePageTexts
{
    QString title;
    QString emptyTitle;         ///< when there is nothing to show …
    QString emptyHint;          ///< … and what that means, or what to do
    QString key;                ///< its name in the settings, and the end of its object names
    bool isNewestFirst = false; ///< else what waits longest comes first
};

/// A table of permohonan with what one does to a list: open, copy the number, load again.
class QueuePage : public ListPage
{
    Q_OBJECT
public:
    /// All of them must outlive the page.
    QueuePage(Session &session, RowSource &source, QSettings &settings, const QueuePageTexts &texts,
              QWidget *parent = nullptr);
    ~QueuePage() override;

    void reload() override;
    void focusTable() override;
    [[nodiscard]] QString title() const override { return m_texts.title; }
    PermohonanId selectNext() override;

private:
    void open(PermohonanId id);
    void copyNumber();
    void updateState();
    void updateButtons();
    [[nodiscard]] bool isEmptyShown() const;
    [[nodiscard]] QString countText() const;

    std::unique_ptr<Ui::QueuePage> m_ui;
    Session &m_session;
    RowSource &m_source;
    const QueuePageTexts m_texts;
    QTimer m_minute;
    PermohonanId m_opened{};
    int m_openedRow = -1; ///< where it stood
};

} // namespace sipenduduk
