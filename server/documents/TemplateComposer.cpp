#include "server/documents/TemplateComposer.h"

#include "server/documents/DocumentOrnaments.h"
#include "server/documents/DraftValues.h"
#include "server/documents/GridTable.h"
#include "server/documents/HtmlBlock.h"
#include "server/documents/TextLines.h"

#include <QPainter>
#include <QPen>

using namespace Qt::StringLiterals;

namespace sipenduduk {

namespace {

constexpr qreal ColonGap = 10;       ///< between the end of a label's room and the value
constexpr qreal RowGap = 2.4;        ///< under a label/value row
constexpr int LinesKeptWhole = 8;    ///< a longer text may be parted between its lines
constexpr qsizetype WidestTable = 7; ///< columns; a wider table is printed as label/value rows
constexpr QColor RuleInk(0x99, 0x99, 0x99);

bool isOmitted(const QString &code, const QStringList &omit)
{
    for (const QString &pattern : omit) {
        if (pattern.endsWith(u'*') ? code.startsWith(pattern.chopped(1)) : code == pattern)
            return true;
    }
    return false;
}

Qt::Alignment alignmentOf(const QString &word)
{
    if (word == "center"_L1)
        return Qt::AlignHCenter;
    if (word == "right"_L1)
        return Qt::AlignRight;
    return word == "justify"_L1 ? Qt::AlignJustify : Qt::AlignLeft;
}

/// Width shares of a table's columns: names need more room than codes.
qreal columnShare(const QString &code)
{
    if (code.contains("nama"_L1))
        return 3;
    return code.contains("nik"_L1) || code.contains("alamat"_L1) ? 2.2 : 1.8;
}

GridLook tableLook(const TextStyle &style)
{
    return {.head = style.sized(style.size - 1).bolder(),
            .body = style.sized(style.size - 1),
            .padding = 3.5,
            .minimumRowHeight = 16};
}

} // namespace

TemplateComposer::TemplateComposer(PdfCanvas &canvas, const DraftInput &input,
                                   const OutputWording &wording, const TemplateValues &values,
                                   qreal width)
    : m_canvas(canvas)
    , m_input(input)
    , m_wording(wording)
    , m_values(values)
    , m_width(width)
{
}

void TemplateComposer::setSlot(const QString &name, const QList<FlowItem> &items)
{
    m_slots.insert(name, items);
}

Result<QList<FlowItem>> TemplateComposer::compose(const QList<TemplatePart> &parts)
{
    m_items.clear();
    m_state = {};
    for (const TemplatePart &part : parts) {
        if (auto added = addPart(part); !added)
            return std::unexpected(added.error());
    }
    return m_items;
}

Result<> TemplateComposer::addPart(const TemplatePart &part)
{
    return part.directive.isEmpty() ? addHtml(part.text, false) : addDirective(part);
}

Result<> TemplateComposer::addDirective(const TemplatePart &part)
{
    const QString &name = part.directive;
    if (name == "face"_L1 || name == "size"_L1 || name == "align"_L1 || name == "leading"_L1
        || name == "labels"_L1)
        setStyle(part);
    else if (name == "space"_L1)
        addSpace(part.text.toDouble());
    else if (name == "kop"_L1 || name == "emblem"_L1)
        addOrnament(name, part.text.toDouble());
    else if (name == "heading"_L1)
        return addHtml(part.text, true);
    else if (name == "pair"_L1)
        return addPair(part);
    else if (name == "bilingual"_L1)
        return addBilingual(part);
    else if (name == "fields"_L1)
        addFields();
    else if (name == "table"_L1)
        addTable(part.text);
    else if (name == "slot"_L1)
        m_items += m_slots.value(part.text);
    else
        return fail(ErrorCode::Internal, u"documents: unknown directive @"_s + name);
    return {};
}

void TemplateComposer::setStyle(const TemplatePart &part)
{
    TextStyle &style = m_state.style;
    if (part.directive == "face"_L1)
        style.face = part.text == "sans"_L1 ? TextStyle::Face::Sans : TextStyle::Face::Serif;
    else if (part.directive == "size"_L1)
        style.size = part.text.toDouble();
    else if (part.directive == "leading"_L1)
        style.lineHeight = part.text.toDouble();
    else if (part.directive == "labels"_L1)
        m_state.labelWidth = part.text.toDouble();
    else
        style.alignment = alignmentOf(part.text);
}

void TemplateComposer::addSpace(qreal height)
{
    const bool holdsTogether = !m_items.isEmpty() && m_items.last().keepWithNext;
    m_items.append({height, {}, holdsTogether, {}});
}

void TemplateComposer::addOrnament(const QString &name, qreal size)
{
    const qreal width = m_width;
    if (name == "kop"_L1) {
        const qreal height = kopSuratHeight(m_canvas.device(), m_input.office, width);
        const auto draw = [this, width](QPainter &, const QPointF &at) {
            drawKopSurat(m_canvas, m_input.office, at, width);
        };
        m_items.append({height, draw, true, {}});
        return;
    }
    const auto draw = [width, size](QPainter &painter, const QPointF &at) {
        drawEmblem(painter, at + QPointF(width / 2, size / 2), size);
    };
    m_items.append({size, draw, true, {}});
}

Result<> TemplateComposer::addHtml(const QString &source, bool keepWithNext)
{
    const auto html = filledTemplate(source, m_values, Escaping::Html);
    if (!html)
        return std::unexpected(html.error());
    auto block = std::make_shared<HtmlBlock>(*html, m_state.style, m_width, m_canvas.device());
    if (block->isBlank())
        return {};
    const auto draw = [block](QPainter &painter, const QPointF &at) { block->draw(painter, at); };
    m_items.append({block->height(), draw, keepWithNext, {}});
    return {};
}

Result<> TemplateComposer::addPair(const TemplatePart &part)
{
    const QStringList arguments = templateArguments(part);
    const auto label = filledTemplate(arguments.value(0), m_values, Escaping::None);
    const auto value = filledTemplate(arguments.value(1), m_values, Escaping::None);
    if (!label || !value)
        return std::unexpected(label ? value.error() : label.error());
    if (!value->trimmed().isEmpty())
        addRow(*label, value->trimmed());
    return {};
}

/// A label and its value, each in Indonesian with the English below in italics, over a hairline.
Result<> TemplateComposer::addBilingual(const TemplatePart &part)
{
    const QStringList arguments = templateArguments(part);
    const auto cell = [this, &arguments](int indonesian, bool isBold) -> Result<QString> {
        const QString mark = isBold ? u"<b>%1</b>"_s : u"%1"_s;
        auto upper = filledTemplate(arguments.value(indonesian), m_values, Escaping::Html);
        auto lower = filledTemplate(arguments.value(indonesian + 1), m_values, Escaping::Html);
        if (!upper || !lower)
            return std::unexpected(upper ? lower.error() : upper.error());
        if (upper->trimmed().isEmpty())
            return QString();
        if (lower->trimmed().isEmpty())
            return mark.arg(upper->trimmed());
        return mark.arg(upper->trimmed())
            + u"<br/><i style=\"font-size:8.5pt\">%1</i>"_s.arg(lower->trimmed());
    };
    const auto label = cell(0, false);
    const auto value = cell(2, true);
    if (!label || !value)
        return std::unexpected(label ? value.error() : label.error());
    if (value->isEmpty())
        return {};
    const qreal labels = m_state.labelWidth;
    const qreal room = m_width - labels;
    auto left =
        std::make_shared<HtmlBlock>(*label, m_state.style, labels - ColonGap, m_canvas.device());
    auto right = std::make_shared<HtmlBlock>(*value, m_state.style, room, m_canvas.device());
    const qreal height = std::max(left->height(), right->height()) + 3;
    const auto draw = [left, right, labels, room, height](QPainter &painter, const QPointF &at) {
        left->draw(painter, at);
        right->draw(painter, at + QPointF(labels, 0));
        painter.setPen(QPen(RuleInk, 0.4));
        painter.drawLine(at + QPointF(labels, height - 1), at + QPointF(labels + room, height - 1));
    };
    m_items.append({height + 4, draw, false, {}});
    return {};
}

void TemplateComposer::addRow(const QString &label, const QString &value)
{
    const TextStyle &style = m_state.style;
    const qreal labels = m_state.labelWidth;
    const auto *device = m_canvas.device();
    auto left = std::make_shared<TextLines>(label, style, labels - ColonGap, device);
    auto right = std::make_shared<TextLines>(value, style, m_width - labels, device);
    auto colon = std::make_shared<TextLines>(u":"_s, style, ColonGap, device);
    const int lines = std::max(left->count(), right->count());
    const int step = lines > LinesKeptWhole ? 1 : lines;
    for (int first = 0; first < lines; first += step) {
        const auto draw = [=](QPainter &painter, const QPointF &at) {
            left->draw(painter, at, first, step);
            right->draw(painter, at + QPointF(labels, 0), first, step);
            if (first == 0)
                colon->draw(painter, at + QPointF(labels - ColonGap + 2, 0));
        };
        const bool isEnd = first + step >= lines;
        const qreal gap = isEnd ? RowGap : 0;
        m_items.append({step * right->lineHeight() + gap, draw, false, {}});
    }
}

void TemplateComposer::addFields()
{
    for (const Isian &field : m_input.isian) {
        const QString raw = m_input.fields.value(field.code).trimmed();
        if (raw.isEmpty() || isOmitted(field.code, m_wording.omit))
            continue;
        if (field.columns.isEmpty())
            addRow(field.label, printedValue(raw, field.choices));
        else
            addTable(field.code);
    }
}

void TemplateComposer::addTable(const QString &code)
{
    const auto field = std::ranges::find(m_input.isian, code, &Isian::code);
    const auto rows = parseTabel(m_input.fields.value(code));
    if (field == m_input.isian.end() || !rows || rows->isEmpty())
        return;
    if (field->columns.size() > WidestTable)
        addRowsAsPairs(*field, *rows);
    else
        addGrid(*field, *rows);
}

void TemplateComposer::addRowsAsPairs(const Isian &field, const QList<BarisIsian> &rows)
{
    for (const BarisIsian &row : rows) {
        addSpace(4);
        for (const Kolom &column : field.columns) {
            const QString text = printedValue(row.value(column.code), column.choices);
            if (!text.isEmpty())
                addRow(column.label, text);
        }
    }
}

std::shared_ptr<GridTable> TemplateComposer::grid(const Isian &field) const
{
    qreal shares = 0;
    for (const Kolom &column : field.columns)
        shares += columnShare(column.code);
    constexpr qreal numberWidth = 28;
    QList<GridColumn> columns{GridColumn{numberWidth, Qt::AlignHCenter}};
    QList<GridHead> heads{GridHead{u"No."_s, 0}};
    for (const Kolom &column : field.columns) {
        heads.append(GridHead{column.label, int(columns.size())});
        columns.append(GridColumn{(m_width - numberWidth) * columnShare(column.code) / shares});
    }
    return std::make_shared<GridTable>(columns, heads, tableLook(m_state.style), m_canvas.device());
}

void TemplateComposer::addGrid(const Isian &field, const QList<BarisIsian> &rows)
{
    const auto table = grid(field);
    for (qsizetype i = 0; i < rows.size(); ++i) {
        QStringList cells{QString::number(i + 1)};
        for (const Kolom &column : field.columns)
            cells.append(printedValue(rows.at(i).value(column.code), column.choices));
        table->addRow(cells);
    }
    const auto head = std::make_shared<FlowItem>(
        FlowItem{table->headHeight(),
                 [table](QPainter &painter, const QPointF &at) { table->drawHead(painter, at); },
                 true,
                 {}});
    m_items.append(*head);
    for (int row = 0; row < table->rowCount(); ++row) {
        const auto draw = [table, row](QPainter &painter, const QPointF &at) {
            table->drawRow(painter, row, at);
        };
        m_items.append({table->rowHeight(row), draw, false, head});
    }
}

} // namespace sipenduduk
