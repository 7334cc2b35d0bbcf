#include "app/preview/BerkasViewer.h"

#include "app/preview/PageView.h"
#include "app/preview/PreviewWords.h"
#include "ui_BerkasViewer.h"

using namespace Qt::StringLiterals;

namespace sipenduduk {

BerkasViewer::BerkasViewer(QWidget *parent)
    : QWidget(parent)
    , m_ui(std::make_unique<Ui::BerkasViewer>())
    , m_view(new PageView(m_renderer, this))
{
    m_ui->setupUi(this);
    m_view->setObjectName(u"berkasPageView"_s);
    m_view->setAccessibleName(tr("Pages of the berkas"));
    m_ui->stack->addWidget(m_view);
    m_ui->pageBar->control(*m_view);
    m_ui->pageBar->setPrintVisible(false);
    connect(&m_opening, &QFutureWatcherBase::finished, this, &BerkasViewer::takeSource);
    showMessage({});
}

BerkasViewer::~BerkasViewer()
{
    m_opening.disconnect(this);
}

void BerkasViewer::showBerkas(const QByteArray &bytes, const QByteArray &sha256)
{
    showMessage(tr("Opening the berkas …"));
    m_opening.setFuture(m_renderer.open(bytes, sha256));
}

void BerkasViewer::takeSource()
{
    if (m_opening.future().resultCount() == 0)
        return;
    const auto source = m_opening.result();
    if (!source)
        return showProblem(source.error());
    m_view->showSource(*source);
    m_ui->stack->setCurrentWidget(m_view);
}

void BerkasViewer::showMessage(const QString &text)
{
    m_opening.setFuture({});
    m_view->clear();
    m_ui->messageLabel->setText(text);
    m_ui->stack->setCurrentWidget(m_ui->messageLabel);
}

void BerkasViewer::showProblem(const Error &error)
{
    showMessage(previewProblem(error));
}

bool BerkasViewer::isShowing() const
{
    return m_view->source() != nullptr;
}

} // namespace sipenduduk
