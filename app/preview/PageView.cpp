#include "app/preview/PageView.h"

#include "app/preview/DraftMark.h"

#include <QPainter>
#include <QScrollBar>
#include <QShowEvent>

#include <algorithm>
#include <cmath>

namespace sipenduduk {

namespace {

constexpr int ShownInterval = 100; // ms between two looks at what is on the screen
constexpr int PointsPerInch = 72;

} // namespace

PageView::PageView(PageRenderer &renderer, QWidget *parent)
    : QAbstractScrollArea(parent)
    , m_renderer(renderer)
{
    setFocusPolicy(Qt::StrongFocus);
    viewport()->setBackgroundRole(QPalette::Mid);
    viewport()->setAutoFillBackground(true);
    m_shownTimer.setInterval(ShownInterval);
    connect(&m_shownTimer, &QTimer::timeout, this, &PageView::noteShown);
    connect(&m_rendering, &QFutureWatcherBase::finished, this, &PageView::takeRendering);
}

PageView::~PageView() = default;

void PageView::showSource(std::shared_ptr<PageSource> source)
{
    m_source = std::move(source);
    m_rendered.clear();
    m_rendering.setFuture({}); // what was under way for another document is of no use
    m_quarterTurns = 0;
    m_tracker.reset(pageCount());
    updateLayout();
    horizontalScrollBar()->setValue(0);
    verticalScrollBar()->setValue(0);
    m_sinceNoted.start();
    if (isVisible() && m_source)
        m_shownTimer.start();
    Q_EMIT pageChanged();
}

void PageView::clear()
{
    showSource({});
}

int PageView::pageCount() const
{
    return m_source ? int(m_source->pageSizes().size()) : 0;
}

int PageView::currentPage() const
{
    return m_layout.mostVisible(visibleRect());
}

void PageView::goToPage(int page)
{
    if (!m_source)
        return;
    const QRectF rect = m_layout.pages.at(std::clamp(page, 0, pageCount() - 1));
    verticalScrollBar()->setValue(int(rect.top()) - PageLayout::Margin);
}

void PageView::setFit(Fit fit)
{
    m_fit = fit;
    updateLayout();
}

int PageView::zoomPercent() const
{
    return int(std::lround(m_layout.scale * PointsPerInch * 100 / logicalDpiX()));
}

void PageView::zoomBy(double factor)
{
    if (!m_source)
        return;
    const QRectF view = visibleRect();
    const QPointF centre(view.center().x() / m_layout.size.width(),
                         view.center().y() / m_layout.size.height());
    m_scale = m_layout.scale * factor;
    m_fit = Fit::None;
    updateLayout();
    horizontalScrollBar()->setValue(int(centre.x() * m_layout.size.width() - view.width() / 2));
    verticalScrollBar()->setValue(int(centre.y() * m_layout.size.height() - view.height() / 2));
}

void PageView::turn(int quarterTurns)
{
    const int page = currentPage();
    m_quarterTurns = (m_quarterTurns + quarterTurns) & 3;
    updateLayout();
    goToPage(page);
}

void PageView::setDraftMark(bool isDraft)
{
    m_isDraft = isDraft;
    viewport()->update();
}

bool PageView::isSharp() const
{
    const QList<int> pages = visiblePages();
    return std::ranges::all_of(pages, [this](int page) {
        const auto found = m_rendered.constFind(page);
        return found != m_rendered.cend() && !found->isFailed && found->order == orderFor(page);
    });
}

QRectF PageView::visibleRect() const
{
    return QRectF(QPointF(horizontalScrollBar()->value(), verticalScrollBar()->value()),
                  viewport()->size());
}

RenderOrder PageView::orderFor(int page) const
{
    return {page, m_layout.scale * devicePixelRatioF(), m_quarterTurns};
}

QList<int> PageView::visiblePages() const
{
    QList<int> pages;
    const QRectF view = visibleRect();
    for (int i = 0; i < m_layout.pages.size(); ++i) {
        if (m_layout.pages.at(i).intersects(view))
            pages.append(i);
    }
    return pages;
}

QList<PageBand> PageView::shownBands() const
{
    QList<PageBand> bands;
    const QRectF view = visibleRect();
    for (const int page : visiblePages()) {
        const auto found = m_rendered.constFind(page);
        if (found == m_rendered.cend() || found->isFailed)
            continue; // an empty or broken page is not a page that was shown
        const QRectF &rect = m_layout.pages.at(page);
        const QRectF part = rect.intersected(view);
        bands.append({page, (part.top() - rect.top()) / rect.height(),
                      (part.bottom() - rect.top()) / rect.height()});
    }
    return bands;
}

/// What stays on the screen when one goes on by a page: a line or two to find one's place, and
/// enough that no slice of the tracker falls between two views.
int PageView::overlap() const
{
    double tallest = 0;
    for (const QRectF &page : m_layout.pages)
        tallest = std::max(tallest, page.height());
    return std::max(24, int(std::ceil(1.5 * tallest / PageViewTracker::Slices)));
}

void PageView::updateLayout()
{
    m_layout = m_source ? PageLayout::make(m_source->pageSizes(), m_quarterTurns, m_fit, m_scale,
                                           viewport()->size())
                        : PageLayout{};
    const QSize room = viewport()->size();
    horizontalScrollBar()->setPageStep(room.width());
    horizontalScrollBar()->setSingleStep(room.width() / 20);
    horizontalScrollBar()->setRange(0, int(m_layout.size.width()) - room.width());
    verticalScrollBar()->setPageStep(std::max(1, room.height() - overlap()));
    verticalScrollBar()->setSingleStep(room.height() / 12);
    verticalScrollBar()->setRange(0, int(std::ceil(m_layout.size.height())) - room.height());
    viewport()->update();
    Q_EMIT zoomChanged();
    renderNext();
}

void PageView::renderNext()
{
    if (!m_source || m_rendering.isRunning())
        return;
    for (const int page : visiblePages()) {
        const auto found = m_rendered.constFind(page);
        const RenderOrder order = orderFor(page);
        if (found != m_rendered.cend() && found->order == order)
            continue;
        m_renderingOrder = order;
        m_rendering.setFuture(m_renderer.render(m_source, order));
        return;
    }
}

void PageView::takeRendering()
{
    // An empty future stands for one that was dropped together with its document.
    if (m_rendering.future().isValid() && m_rendering.future().resultCount() > 0) {
        const Result<QImage> image = m_rendering.result();
        m_rendered[m_renderingOrder.page] = {image ? *image : QImage(), m_renderingOrder,
                                             !image.has_value()};
        forgetFarPages();
        viewport()->update();
    }
    renderNext();
}

void PageView::forgetFarPages()
{
    const int current = currentPage();
    const QList<int> visible = visiblePages();
    m_rendered.removeIf([&](const auto &entry) {
        return std::abs(entry.key() - current) > 2 && !visible.contains(entry.key());
    });
}

void PageView::noteShown()
{
    const qint64 elapsed = std::min<qint64>(m_sinceNoted.restart(), 3 * ShownInterval);
    if (!m_source || window()->isMinimized())
        return;
    const QList<int> seen = m_tracker.add(elapsed, shownBands());
    if (!seen.isEmpty())
        Q_EMIT pagesSeen(seen, m_tracker.takeMilliseconds());
    if (m_tracker.isComplete())
        m_shownTimer.stop();
}

void PageView::paintPage(QPainter &painter, int page, const QRectF &rect) const
{
    painter.fillRect(rect, Qt::white);
    const auto found = m_rendered.constFind(page);
    if (found == m_rendered.cend())
        return;
    if (found->isFailed) {
        painter.setPen(Qt::black);
        painter.drawText(rect, Qt::AlignCenter | Qt::TextWordWrap,
                         tr("This page cannot be shown: it is broken."));
        return;
    }
    // Sharp pages are drawn dot by dot, the others stretched until they are ready.
    const bool isSharp = found->order == orderFor(page);
    painter.setRenderHint(QPainter::SmoothPixmapTransform, !isSharp);
    painter.drawImage(rect, found->image);
    if (m_isDraft)
        paintDraftMark(painter, rect);
}

void PageView::paintEvent(QPaintEvent *)
{
    QPainter painter(viewport());
    const QRectF view = visibleRect();
    for (const int page : visiblePages()) {
        const QRectF rect = m_layout.pages.at(page).translated(-view.topLeft());
        paintPage(painter, page, QRectF(rect.toAlignedRect()));
    }
}

void PageView::resizeEvent(QResizeEvent *)
{
    updateLayout();
}

void PageView::showEvent(QShowEvent *event)
{
    QAbstractScrollArea::showEvent(event);
    m_sinceNoted.start();
    if (m_source && !m_tracker.isComplete())
        m_shownTimer.start();
}

void PageView::hideEvent(QHideEvent *event)
{
    m_shownTimer.stop();
    QAbstractScrollArea::hideEvent(event);
}

void PageView::scrollContentsBy(int, int)
{
    viewport()->update();
    renderNext();
    Q_EMIT pageChanged();
}

bool PageView::scrollByKey(int key)
{
    QScrollBar *bar = verticalScrollBar();
    switch (key) {
    case Qt::Key_Home: bar->setValue(bar->minimum()); return true;
    case Qt::Key_End: bar->setValue(bar->maximum()); return true;
    case Qt::Key_Space:
    case Qt::Key_PageDown:
        if (bar->value() == bar->maximum() && m_source)
            Q_EMIT endPassed();
        m_fit == Fit::Page ? goToPage(currentPage() + 1)
                           : bar->triggerAction(QScrollBar::SliderPageStepAdd);
        return true;
    case Qt::Key_Backspace:
    case Qt::Key_PageUp:
        m_fit == Fit::Page ? goToPage(currentPage() - 1)
                           : bar->triggerAction(QScrollBar::SliderPageStepSub);
        return true;
    default: return false;
    }
}

void PageView::keyPressEvent(QKeyEvent *event)
{
    constexpr double Step = 1.25;
    if (event->key() == Qt::Key_Plus || event->key() == Qt::Key_Equal)
        return zoomBy(Step);
    if (event->key() == Qt::Key_Minus)
        return zoomBy(1 / Step);
    if (event->key() == Qt::Key_0)
        return setFit(Fit::Width);
    if (event->modifiers().testFlag(Qt::ControlModifier) || !scrollByKey(event->key()))
        QAbstractScrollArea::keyPressEvent(event);
}

void PageView::wheelEvent(QWheelEvent *event)
{
    if (!event->modifiers().testFlag(Qt::ControlModifier))
        return QAbstractScrollArea::wheelEvent(event);
    zoomBy(std::pow(1.0015, event->angleDelta().y()));
    event->accept();
}

} // namespace sipenduduk
