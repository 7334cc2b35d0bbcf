#include "app/permohonan/DraftsPanel.h"

#include "app/net/BlobTransfer.h"
#include "app/net/Session.h"
#include "app/permohonan/DokumenModel.h"
#include "app/words/Words.h"
#include "common/KatalogLayanan.h"
#include "common/SiakPdfReason.h"
#include "ui_DraftsPanel.h"

#include <QFile>
#include <QFileDialog>
#include <QHeaderView>
#include <QtConcurrentRun>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sipenduduk {

namespace {

/// On a worker. Only the size and the first bytes are judged here; the server looks inside.
Result<QByteArray> readSiakPdf(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorCode::NotFound, u"the file cannot be opened"_s);
    if (file.size() > MaxUploadSize)
        return fail(ErrorCode::TooLarge, QString::fromUtf16(SiakPdfReason::Size));
    QByteArray bytes = file.read(MaxUploadSize);
    if (!bytes.startsWith("%PDF-"))
        return fail(ErrorCode::Malformed, QString::fromUtf16(SiakPdfReason::Header));
    return bytes;
}

QString readingProblem(const Error &error)
{
    const QString reason = words::ofSiakPdf(error);
    return reason.isEmpty() ? DraftsPanel::tr("This file cannot be read.") : reason;
}

} // namespace

DraftsPanel::DraftsPanel(Session &session, const KatalogLayanan &katalog, QWidget *parent)
    : QWidget(parent)
    , m_ui(std::make_unique<Ui::DraftsPanel>())
    , m_session(session)
    , m_model(new DokumenModel(katalog, this))
{
    m_ui->setupUi(this);
    m_ui->dokumenView->setModel(m_model);
    QHeaderView *header = m_ui->dokumenView->header();
    header->setStretchLastSection(false);
    header->setSectionResizeMode(QHeaderView::ResizeToContents);
    header->setSectionResizeMode(0, QHeaderView::Stretch);
    m_ui->splitter->setSizes({490, 620});
    m_ui->splitter->setStretchFactor(1, 1);
    connect(m_ui->dokumenView->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &DraftsPanel::showCurrent);
    connect(m_ui->makeButton, &QPushButton::clicked, this, &DraftsPanel::makeRequested);
    connect(m_ui->uploadButton, &QPushButton::clicked, this, &DraftsPanel::chooseFile);
    connect(&m_fetching, &QFutureWatcherBase::finished, this, &DraftsPanel::takeBytes);
    connect(&m_reading, &QFutureWatcherBase::finished, this, &DraftsPanel::takeFile);
    connect(m_ui->preview, &DraftPreview::viewed, this, [this](const QList<int> &pages, qint64 ms) {
        if (!m_isShownSigned)
            Q_EMIT viewed(m_shownDokumen, m_shownSha256, pages, ms);
    });
    connect(m_ui->preview, &DraftPreview::endPassed, this, [this] {
        const int next = m_model->nextUnseen(m_ui->dokumenView->currentIndex().row());
        if (next >= 0)
            m_ui->dokumenView->setCurrentIndex(m_model->index(next, 0));
    });
    clear();
}

DraftsPanel::~DraftsPanel() = default;

void DraftsPanel::clear()
{
    m_id = {};
    m_model->setList({});
    showCurrent();
}

void DraftsPanel::showPermohonan(const Permohonan &permohonan)
{
    m_id = permohonan.row.id;
    m_model->setList(permohonan.dokumenList);
    if (!m_ui->dokumenView->currentIndex().isValid())
        m_ui->dokumenView->setCurrentIndex(m_model->index(0, 0));
    showCurrent();
}

void DraftsPanel::setEditable(bool isMaker, bool isEditable)
{
    m_isEditable = isEditable;
    m_ui->makeButton->setVisible(isMaker);
    m_ui->uploadButton->setVisible(isMaker);
    updateButtons();
}

void DraftsPanel::chooseUnseen()
{
    for (int row = 0; row < m_model->rowCount(); ++row) {
        const Dokumen *dokumen = m_model->dokumenAt(row);
        if (dokumen->seenPages.size() < dokumen->pageCount)
            return m_ui->dokumenView->setCurrentIndex(m_model->index(row, 0));
    }
}

void DraftsPanel::takeKeys()
{
    m_ui->preview->takeKeys();
}

const Dokumen *DraftsPanel::current() const
{
    return m_model->dokumenAt(m_ui->dokumenView->currentIndex().row());
}

void DraftsPanel::updateButtons()
{
    m_ui->makeButton->setEnabled(m_isEditable);
    m_ui->uploadButton->setEnabled(m_isEditable && current() && !m_reading.isRunning());
}

void DraftsPanel::showCurrent()
{
    updateButtons();
    const Dokumen *dokumen = current();
    const bool isSigned = dokumen && !dokumen->signedSha256.isEmpty();
    const QByteArray sha256 = !dokumen ? QByteArray()
        : isSigned                     ? dokumen->signedSha256
                                       : dokumen->draftSha256;
    const DokumenId id = dokumen ? dokumen->id : DokumenId{};
    if (!sha256.isEmpty() && sha256 == m_shownSha256 && id == m_shownDokumen)
        return; // the same bytes stay where they are scrolled to
    m_shownSha256 = sha256;
    m_shownDokumen = id;
    m_isShownSigned = isSigned;
    m_fetching.setFuture({});
    if (!dokumen)
        return m_ui->preview->showMessage(tr("There is no dokumen yet. The drafts are made after "
                                             "the entry of the data."));
    if (sha256.isEmpty())
        return m_ui->preview->showMessage(tr("This dokumen has no draft yet."));
    m_ui->preview->showMessage(tr("Fetching the document …"));
    m_fetching.setFuture(fetchBlob(m_session, m_id, sha256));
}

void DraftsPanel::takeBytes()
{
    if (m_fetching.future().resultCount() == 0)
        return;
    const Result<QByteArray> bytes = m_fetching.result();
    if (bytes)
        return m_ui->preview->showDraft(*bytes, m_shownSha256, m_isShownSigned);
    m_ui->preview->showProblem(bytes.error());
    m_shownSha256.clear(); // choosing it again tries again
}

void DraftsPanel::chooseFile()
{
    const Dokumen *dokumen = current();
    if (!dokumen)
        return;
    auto *dialog = new QFileDialog(this, tr("PDF that SIAK made"));
    dialog->setObjectName(u"siakFileDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilter(tr("PDF files (*.pdf)"));
    connect(dialog, &QFileDialog::fileSelected, this,
            [this, id = dokumen->id](const QString &path) {
                m_uploadFor = id;
                m_reading.setFuture(QtConcurrent::run(readSiakPdf, path));
                updateButtons();
            });
    dialog->open();
}

void DraftsPanel::takeFile()
{
    const Result<QByteArray> bytes = m_reading.result();
    updateButtons();
    if (bytes)
        Q_EMIT uploadRequested(m_uploadFor, *bytes);
    else
        Q_EMIT problemFound(readingProblem(bytes.error()));
}

} // namespace sipenduduk
