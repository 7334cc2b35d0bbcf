#include "app/preview/PageBar.h"

#include "app/preview/PageView.h"
#include "ui_PageBar.h"

namespace sipenduduk {

namespace {

constexpr double ZoomStep = 1.25;

} // namespace

PageBar::PageBar(QWidget *parent)
    : QWidget(parent)
    , m_ui(std::make_unique<Ui::PageBar>())
{
    m_ui->setupUi(this);
    connect(m_ui->printButton, &QToolButton::clicked, this, &PageBar::printRequested);
}

PageBar::~PageBar() = default;

void PageBar::control(PageView &view)
{
    m_view = &view;
    connect(m_view, &PageView::pageChanged, this, &PageBar::updateState);
    connect(m_view, &PageView::zoomChanged, this, &PageBar::updateState);
    connect(m_ui->previousPageButton, &QToolButton::clicked, m_view,
            [this] { m_view->goToPage(m_view->currentPage() - 1); });
    connect(m_ui->nextPageButton, &QToolButton::clicked, m_view,
            [this] { m_view->goToPage(m_view->currentPage() + 1); });
    connect(m_ui->zoomOutButton, &QToolButton::clicked, m_view,
            [this] { m_view->zoomBy(1 / ZoomStep); });
    connect(m_ui->zoomInButton, &QToolButton::clicked, m_view,
            [this] { m_view->zoomBy(ZoomStep); });
    connect(m_ui->fitWidthButton, &QToolButton::clicked, m_view,
            [this] { m_view->setFit(Fit::Width); });
    connect(m_ui->fitPageButton, &QToolButton::clicked, m_view,
            [this] { m_view->setFit(Fit::Page); });
    connect(m_ui->turnButton, &QToolButton::clicked, m_view, [this] { m_view->turn(1); });
    updateState();
}

void PageBar::setTurnVisible(bool isVisible)
{
    m_ui->turnButton->setVisible(isVisible);
}

void PageBar::setPrintVisible(bool isVisible)
{
    m_ui->printButton->setVisible(isVisible);
}

void PageBar::setPrintEnabled(bool isEnabled)
{
    m_ui->printButton->setEnabled(isEnabled);
}

void PageBar::updateState()
{
    const int count = m_view->pageCount();
    const int page = m_view->currentPage();
    const bool hasPages = count > 0;
    m_ui->previousPageButton->setEnabled(page > 0);
    m_ui->nextPageButton->setEnabled(page >= 0 && page + 1 < count);
    m_ui->pageLabel->setText(hasPages ? tr("Page %1 of %2").arg(page + 1).arg(count) : QString());
    m_ui->zoomLabel->setText(hasPages ? tr("%1 %").arg(m_view->zoomPercent()) : QString());
    for (QToolButton *button : {m_ui->zoomOutButton, m_ui->zoomInButton, m_ui->fitWidthButton,
                                m_ui->fitPageButton, m_ui->turnButton})
        button->setEnabled(hasPages);
    m_ui->fitWidthButton->setChecked(hasPages && m_view->fit() == Fit::Width);
    m_ui->fitPageButton->setChecked(hasPages && m_view->fit() == Fit::Page);
}

} // namespace sipenduduk
