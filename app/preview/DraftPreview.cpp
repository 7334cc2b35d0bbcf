#include "app/preview/DraftPreview.h"

#include "app/preview/DraftPrinter.h"
#include "app/preview/PageView.h"
#include "app/preview/PreviewWords.h"
#include "ui_DraftPreview.h"

#include <QPrintDialog>
#include <QPrinter>
#include <QtConcurrentRun>

#include <utility>

using namespace Qt::StringLiterals;

namespace sipenduduk {

DraftPreview::DraftPreview(QWidget *parent)
    : QWidget(parent)
    , m_ui(std::make_unique<Ui::DraftPreview>())
    , m_view(new PageView(m_renderer, this))
{
    m_ui->setupUi(this);
    m_view->setObjectName(u"draftPageView"_s);
    m_view->setAccessibleName(tr("Pages of the draft"));
    m_ui->stack->addWidget(m_view);
    m_ui->pageBar->control(*m_view);
    m_ui->pageBar->setTurnVisible(false);
    connect(m_ui->pageBar, &PageBar::printRequested, this, &DraftPreview::askPrinter);
    connect(&m_opening, &QFutureWatcherBase::finished, this, &DraftPreview::takeSource);
    connect(&m_printing, &QFutureWatcherBase::finished, this, &DraftPreview::takePrinted);
    connect(m_view, &PageView::pagesSeen, this, [this](QList<int> pages, qint64 milliseconds) {
        for (int &page : pages)
            ++page;
        Q_EMIT viewed(pages, milliseconds);
    });
    connect(m_view, &PageView::endPassed, this, &DraftPreview::endPassed);
    showMessage({});
}

DraftPreview::~DraftPreview()
{
    // The pool of the renderer must be empty before the page sources go.
    m_opening.disconnect(this);
    m_printing.disconnect(this);
}

void DraftPreview::showDraft(const QByteArray &bytes, const QByteArray &sha256, bool isSigned)
{
    showMessage(tr("Opening the document …"));
    m_isSigned = isSigned;
    m_opening.setFuture(m_renderer.open(bytes, sha256));
}

void DraftPreview::takeSource()
{
    if (m_opening.future().resultCount() == 0)
        return;
    const auto source = m_opening.result();
    if (!source)
        return showProblem(source.error());
    m_view->setDraftMark(!m_isSigned);
    m_view->showSource(*source);
    m_ui->stack->setCurrentWidget(m_view);
    m_ui->pageBar->setPrintEnabled(true);
    if (std::exchange(m_wantsKeys, false))
        m_view->setFocus(Qt::OtherFocusReason);
}

void DraftPreview::showMessage(const QString &text)
{
    m_wantsKeys = m_wantsKeys || m_view->hasFocus();
    m_opening.setFuture({});
    m_view->clear();
    m_ui->messageLabel->setText(text);
    m_ui->stack->setCurrentWidget(m_ui->messageLabel);
    m_ui->pageBar->setPrintEnabled(false);
}

void DraftPreview::showProblem(const Error &error)
{
    showMessage(previewProblem(error));
}

bool DraftPreview::isShowing() const
{
    return m_view->source() != nullptr;
}

void DraftPreview::takeKeys()
{
    m_wantsKeys = !isShowing();
    if (isShowing())
        m_view->setFocus(Qt::OtherFocusReason);
}

void DraftPreview::askPrinter()
{
    const auto printer = std::make_shared<QPrinter>(QPrinter::HighResolution);
    printer->setPageSize(QPageSize(QPageSize::A4));
    printer->setFullPage(true);
    auto *dialog = new QPrintDialog(printer.get(), this);
    dialog->setObjectName(u"printDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, printer] { printTo(printer); });
    dialog->open();
}

void DraftPreview::printTo(std::shared_ptr<QPrinter> printer)
{
    if (!isShowing() || m_printing.isRunning())
        return;
    m_ui->pageBar->setPrintEnabled(false);
    m_printing.setFuture(
        QtConcurrent::run(&m_renderer.pool(),
                          [&cancelled = m_renderer.cancelled(), printer = std::move(printer),
                           source = m_view->source(), isDraft = !m_isSigned] {
                              return printPages(*printer, *source, isDraft, cancelled);
                          }));
}

void DraftPreview::takePrinted()
{
    const bool isDone = m_printing.future().resultCount() > 0 && m_printing.result().has_value();
    m_ui->pageBar->setPrintEnabled(isShowing());
    Q_EMIT printed(isDone);
}

} // namespace sipenduduk
