#pragma once

#include "app/preview/PageLayout.h"
#include "app/preview/PageRenderer.h"
#include "app/preview/PageViewTracker.h"

#include <QAbstractScrollArea>
#include <QElapsedTimer>
#include <QFutureWatcher>
#include <QHash>
#include <QTimer>

namespace sipenduduk {

/// Pages one below the other, rendered by a worker for exactly the present zoom. Until a page is
/// ready the former picture of it is stretched. Notes what was really shown.
class PageView : public QAbstractScrollArea
{
    Q_OBJECT

public:
    /// `renderer` must outlive the view.
    explicit PageView(PageRenderer &renderer, QWidget *parent = nullptr);
    ~PageView() override;

    /// Shows another document from its first page; zoom and fit are kept, the turn is not.
    void showSource(std::shared_ptr<PageSource> source);
    void clear();
    [[nodiscard]] const std::shared_ptr<PageSource> &source() const { return m_source; }

    [[nodiscard]] int pageCount() const;
    [[nodiscard]] int currentPage() const; ///< 0-based; -1 without a document
    void goToPage(int page);               ///< 0-based, bounded

    [[nodiscard]] Fit fit() const { return m_fit; }
    void setFit(Fit fit);
    [[nodiscard]] int zoomPercent() const; ///< 100: as large as the paper
    void zoomBy(double factor);
    void turn(int quarterTurns); ///< clockwise

    /// Whether DRAF is painted over each page.
    void setDraftMark(bool isDraft);
    [[nodiscard]] bool hasDraftMark() const { return m_isDraft; }

    /// Whether every page that is visible stands there in full sharpness.
    [[nodiscard]] bool isSharp() const;

Q_SIGNALS:
    void pageChanged();
    void zoomChanged();
    /// The key that goes on was pressed at the very end: the next document is wanted.
    void endPassed();
    /// Pages (0-based) that were shown completely, and how long the document was on the screen
    /// since the last such signal.
    void pagesSeen(const QList<int> &pages, qint64 milliseconds);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;

private:
    struct Rendered
    {
        QImage image;
        RenderOrder order;
        bool isFailed = false;
    };

    [[nodiscard]] QRectF visibleRect() const; ///< in the roll
    [[nodiscard]] RenderOrder orderFor(int page) const;
    [[nodiscard]] QList<int> visiblePages() const;
    [[nodiscard]] QList<PageBand> shownBands() const;
    [[nodiscard]] int overlap() const;
    void updateLayout();
    void renderNext();
    void takeRendering();
    void forgetFarPages();
    void noteShown();
    void paintPage(QPainter &painter, int page, const QRectF &rect) const;
    bool scrollByKey(int key);

    PageRenderer &m_renderer;
    std::shared_ptr<PageSource> m_source;
    PageLayout m_layout;
    PageViewTracker m_tracker;
    QHash<int, Rendered> m_rendered;
    QFutureWatcher<Result<QImage>> m_rendering;
    RenderOrder m_renderingOrder;
    QTimer m_shownTimer;
    QElapsedTimer m_sinceNoted;
    Fit m_fit = Fit::Width;
    double m_scale = 1; ///< pixels per point for Fit::None
    int m_quarterTurns = 0;
    bool m_isDraft = false;
};

} // namespace sipenduduk
