#include "app/kartukendali/KartuKendaliView.h"

#include "app/kartukendali/KartuKendaliModel.h"
#include "app/net/Session.h"
#include "app/net/WhenDone.h"
#include "app/preview/DraftPrinter.h"
#include "app/preview/PdfSource.h"
#include "app/widgets/Icons.h"
#include "app/words/Words.h"
#include "common/Permohonan.h"
#include "ui_KartuKendaliView.h"

#include <QFileDialog>
#include <QHeaderView>
#include <QPrintDialog>
#include <QPrinter>
#include <QSaveFile>
#include <QtConcurrentRun>

#include <array>

using namespace Qt::StringLiterals;

namespace sipenduduk {

namespace {

Result<> writeExport(const QString &fileName, const QByteArray &bytes)
{
    QSaveFile file(fileName); // whole or not at all
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
        return fail(ErrorCode::Storage, u"export file"_s);
    return {};
}

Result<> printExport(QPrinter &printer, const QByteArray &pdf, const std::atomic_bool &isCancelled)
{
    auto source = PdfSource::open(pdf);
    return source ? printPages(printer, **source, false, isCancelled)
                  : std::unexpected(source.error());
}

/// A number such as 2026/11/0042 made fit for a file name.
QString exportFileName(QString number, protocol::ExportFormat format)
{
    for (QChar &letter : number) {
        if (!letter.isLetterOrNumber())
            letter = u'-';
    }
    const QString ending = format == protocol::ExportFormat::Pdf ? u"pdf"_s : u"json"_s;
    return u"kartu-kendali-%1.%2"_s.arg(number, ending);
}

} // namespace

KartuKendaliView::KartuKendaliView(Session &session, QWidget *parent)
    : QWidget(parent)
    , m_ui(std::make_unique<Ui::KartuKendaliView>())
    , m_session(session)
    , m_model(new KartuKendaliModel(this))
    , m_isCancelled(std::make_shared<std::atomic_bool>(false))
{
    m_ui->setupUi(this);
    m_ui->printButton->setIcon(icon(u"print"_s));
    m_ui->savePdfButton->setIcon(icon(u"pdf"_s));
    m_ui->saveJsonButton->setIcon(icon(u"save"_s));
    m_ui->cardTable->setModel(m_model);
    m_ui->cardTable->verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 14);
    m_ui->cardTable->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    constexpr std::array Letters{4, 18, 14, 21, 19, 18, 18, 20, 9, 30};
    static_assert(Letters.size() == KartuKendaliModel::ColumnCount);
    for (int column = 0; column < KartuKendaliModel::ColumnCount; ++column)
        m_ui->cardTable->setColumnWidth(
            column, Letters[size_t(column)] * fontMetrics().averageCharWidth() + 12);

    using protocol::ExportFormat;
    connect(m_ui->printButton, &QPushButton::clicked, this, &KartuKendaliView::askPrinter);
    connect(m_ui->savePdfButton, &QPushButton::clicked, this,
            [this] { askFile(ExportFormat::Pdf); });
    connect(m_ui->saveJsonButton, &QPushButton::clicked, this,
            [this] { askFile(ExportFormat::Json); });
    connect(&m_working, &QFutureWatcherBase::finished, this, &KartuKendaliView::onWorked);
    connect(&session, &Session::stateChanged, this, &KartuKendaliView::updateButtons);
    updateButtons();
}

KartuKendaliView::~KartuKendaliView()
{
    *m_isCancelled = true;
}

void KartuKendaliView::showPermohonan(const Permohonan &permohonan, const KatalogLayanan &katalog)
{
    if (permohonan.row.id != m_id)
        m_ui->messageStrip->clear();
    m_id = permohonan.row.id;
    m_number = permohonan.row.number;
    m_model->showLines(permohonan.kartuKendali, katalog);
    m_ui->linesLabel->setText(tr("%n lines, oldest first", nullptr, m_model->rowCount()));
    m_ui->cardTable->scrollToBottom();
    updateButtons();
}

void KartuKendaliView::clear()
{
    m_id = {};
    m_number.clear();
    m_model->clear();
    m_ui->linesLabel->clear();
    m_ui->messageStrip->clear();
    updateButtons();
}

void KartuKendaliView::askFile(protocol::ExportFormat format)
{
    const bool isPdf = format == protocol::ExportFormat::Pdf;
    auto *dialog = new QFileDialog(this,
                                   isPdf ? tr("Save the kartu kendali as a PDF")
                                         : tr("Save the kartu kendali for checking"));
    dialog->setObjectName(u"exportFileDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilter(isPdf ? tr("PDF (*.pdf)") : tr("Sealed kartu kendali (*.json)"));
    dialog->setDefaultSuffix(isPdf ? u"pdf"_s : u"json"_s);
    dialog->selectFile(exportFileName(m_number, format));
    connect(dialog, &QFileDialog::fileSelected, this,
            [this, format](const QString &fileName) { save(format, fileName); });
    dialog->open();
}

void KartuKendaliView::save(protocol::ExportFormat format, const QString &fileName)
{
    exportTo(
        format, [fileName](const QByteArray &bytes) { return writeExport(fileName, bytes); },
        tr("Saved as %1").arg(fileName));
}

void KartuKendaliView::askPrinter()
{
    const auto printer = std::make_shared<QPrinter>(QPrinter::HighResolution);
    printer->setPageSize(QPageSize(QPageSize::A4));
    printer->setFullPage(true);
    auto *dialog = new QPrintDialog(printer.get(), this);
    dialog->setObjectName(u"printDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, printer] { print(printer); });
    dialog->open();
}

void KartuKendaliView::print(const std::shared_ptr<QPrinter> &printer)
{
    exportTo(
        protocol::ExportFormat::Pdf,
        [printer, isCancelled = m_isCancelled](const QByteArray &bytes) {
            return printExport(*printer, bytes, *isCancelled);
        },
        tr("The kartu kendali was sent to the printer."));
}

void KartuKendaliView::exportTo(protocol::ExportFormat format,
                                std::function<Result<>(const QByteArray &)> work,
                                const QString &done)
{
    if (m_isBusy)
        return;
    m_isBusy = true;
    m_doneText = done;
    m_ui->messageStrip->showMessage(MessageStrip::Level::Info,
                                    tr("Getting the kartu kendali from the office…"));
    updateButtons();
    whenDone(m_session.call(protocol::ExportKartuKendali{m_id, format}), this,
             [this, work = std::move(work)](const Result<protocol::ExportReply> &reply) {
                 m_working.setFuture(QtConcurrent::run([reply, work]() -> Result<> {
                     return reply ? work(reply->bytes) : std::unexpected(reply.error());
                 }));
             });
}

void KartuKendaliView::onWorked()
{
    m_isBusy = false;
    const Result<> result = m_working.result();
    if (result)
        m_ui->messageStrip->showMessage(MessageStrip::Level::Success, m_doneText);
    else if (result.error().code == ErrorCode::Storage)
        m_ui->messageStrip->showMessage(MessageStrip::Level::Error,
                                        tr("The file or the printer cannot be written to."));
    else
        m_ui->messageStrip->showMessage(MessageStrip::Level::Error, words::ofError(result.error()));
    updateButtons();
}

void KartuKendaliView::updateButtons()
{
    const bool canExport = m_id != PermohonanId{} && m_session.isOnline() && !m_isBusy;
    for (QPushButton *button : {m_ui->printButton, m_ui->savePdfButton, m_ui->saveJsonButton})
        button->setEnabled(canExport);
}

} // namespace sipenduduk
