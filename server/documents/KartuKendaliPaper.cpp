#include "server/documents/KartuKendaliPaper.h"

#include "server/documents/DocumentFonts.h"
#include "server/documents/GridTable.h"
#include "server/documents/InternalPaper.h"
#include "server/documents/QrSymbol.h"

#include <QPainter>

using namespace Qt::StringLiterals;

namespace sipenduduk {

namespace {

constexpr qsizetype MaxKendaliRows = 500;
constexpr qreal KendaliQr = 62; ///< points

/// "5 mnt 02 dtk", "1 j 02 mnt 03 dtk"; "-" when not known.
QString durationText(qint64 seconds)
{
    if (seconds < 0)
        return u"-"_s;
    const auto two = [](qint64 n) { return QString::number(n).rightJustified(2, u'0'); };
    const qint64 hours = seconds / 3600;
    const qint64 minutes = seconds / 60 % 60;
    if (hours > 0)
        return u"%1 j %2 mnt %3 dtk"_s.arg(QString::number(hours), two(minutes), two(seconds % 60));
    return u"%1 mnt %2 dtk"_s.arg(QString::number(minutes), two(seconds % 60));
}

bool isLate(const KartuKendaliPaperRow &row)
{
    return row.batas >= 0 && row.durasi > row.batas;
}

QString durationCell(const KartuKendaliPaperRow &row)
{
    const QString limit =
        row.batas < 0 ? QString() : u"\n(batas %1)"_s.arg(durationText(row.batas));
    return durationText(row.durasi) + limit + (isLate(row) ? u"\nTERLAMBAT"_s : QString());
}

QList<QString *> allTexts(KartuKendaliPaperInput &input)
{
    QList<QString *> texts{
        &input.nomor,        &input.layanan,      &input.pemohon,           &input.seksi,
        &input.status,       &input.kepalaRantai, &input.office.pemerintah, &input.office.dinas,
        &input.office.alamat};
    for (KartuKendaliPaperRow &row : input.rows)
        texts += {&row.tahap, &row.petugas, &row.paraf, &row.catatan};
    return texts;
}

TemplateValues kendaliValues(const KartuKendaliPaperInput &input)
{
    qint64 total = 0;
    int late = 0;
    for (const KartuKendaliPaperRow &row : input.rows) {
        total += std::max<qint64>(row.durasi, 0);
        late += isLate(row) ? 1 : 0;
    }
    return {{u"nomor"_s, input.nomor},
            {u"layanan"_s, input.layanan},
            {u"pemohon"_s, input.pemohon},
            {u"seksi"_s, input.seksi},
            {u"status"_s, input.status},
            {u"diajukan"_s, officeTime(input.diajukan)},
            {u"dicetak"_s, officeTime(input.dicetak)},
            {u"rantai"_s, input.kepalaRantai},
            {u"total"_s, durationText(total)},
            {u"terlambat"_s, late == 0 ? u"tidak ada"_s : u"%1 tahap"_s.arg(late)}};
}

std::shared_ptr<GridTable> kendaliTable(const KartuKendaliPaperInput &input, PdfCanvas &canvas)
{
    const TextStyle text{.face = TextStyle::Face::Sans, .size = 7.6};
    const auto centre = Qt::AlignHCenter;
    auto table = std::make_shared<GridTable>(
        QList<GridColumn>{{24, centre},
                          {118},
                          {128},
                          {88, centre},
                          {88, centre},
                          {92, centre},
                          {66, centre},
                          {138}},
        QList<GridHead>{{u"No."_s, 0},
                        {u"Tahap"_s, 1},
                        {u"Petugas"_s, 2},
                        {u"Diterima"_s, 3},
                        {u"Diserahkan"_s, 4},
                        {u"Durasi"_s, 5},
                        {u"Paraf"_s, 6},
                        {u"Catatan"_s, 7}},
        GridLook{.head = text.bolder(), .body = text, .padding = 3, .minimumRowHeight = 17},
        canvas.device());
    for (qsizetype i = 0; i < input.rows.size(); ++i) {
        const KartuKendaliPaperRow &row = input.rows.at(i);
        table->addRow({QString::number(i + 1), row.tahap, row.petugas, officeTime(row.diterima),
                       officeTime(row.diserahkan), durationCell(row), row.paraf, row.catatan});
    }
    return table;
}

QMap<QString, QList<FlowItem>> kendaliSlots(const KartuKendaliPaperInput &input, PdfCanvas &canvas)
{
    const auto table = kendaliTable(input, canvas);
    const auto head = std::make_shared<FlowItem>(
        FlowItem{table->headHeight(),
                 [table](QPainter &painter, const QPointF &at) { table->drawHead(painter, at); },
                 true,
                 {}});
    QList<FlowItem> items{*head};
    for (int row = 0; row < table->rowCount(); ++row) {
        const auto draw = [table, row](QPainter &painter, const QPointF &at) {
            table->drawRow(painter, row, at);
        };
        items.append({table->rowHeight(row), draw, false, head});
    }
    QList<FlowItem> symbol;
    if (!input.alamatPeriksa.isEmpty()) {
        const QString address = input.alamatPeriksa;
        const auto draw = [address](QPainter &painter, const QPointF &at) {
            const QRectF square(at + QPointF(742 - KendaliQr, 0), QSizeF(KendaliQr, KendaliQr));
            std::ignore = drawQrSymbol(painter, square, address); // its length was checked before
        };
        symbol.append({0, draw, true, {}});
    }
    return {{u"baris"_s, items}, {u"qr"_s, symbol}};
}

} // namespace

Result<QByteArray> renderKartuKendali(const KartuKendaliPaperInput &input)
{
    constexpr qsizetype longestAddress = 300;
    if (input.nomor.isEmpty() || input.alamatPeriksa.toUtf8().size() > longestAddress)
        return fail(ErrorCode::InvalidArgument, u"kartu kendali: number or address"_s);
    if (input.rows.size() > MaxKendaliRows)
        return fail(ErrorCode::TooLarge, u"kartu kendali: too many rows"_s);
    KartuKendaliPaperInput checked = input;
    if (auto printable = makePrintable(allTexts(checked)); !printable)
        return std::unexpected(printable.error());
    InternalPaper paper;
    paper.templateName = u"kartu-kendali"_s;
    paper.orientation = QPageLayout::Landscape;
    paper.identity = {u"Kartu Kendali "_s + checked.nomor, u"kartu-kendali/"_s + checked.nomor,
                      u"kartu-kendali/1"_s, checked.dicetak.toUTC().date()};
    paper.office = checked.office;
    paper.mode = checked.mode;
    paper.values = kendaliValues(checked);
    paper.slotItems = [&checked](PdfCanvas &canvas, qreal) {
        return kendaliSlots(checked, canvas);
    };
    return renderInternalPaper(paper);
}

} // namespace sipenduduk
