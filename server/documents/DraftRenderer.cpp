#include "server/documents/DraftRenderer.h"

#include "common/SignaturePlace.h"
#include "server/documents/DocumentFonts.h"
#include "server/documents/DocumentOrnaments.h"
#include "server/documents/DocumentTemplate.h"
#include "server/documents/DraftCheck.h"
#include "server/documents/DraftValues.h"
#include "server/documents/KartuKeluargaLayout.h"
#include "server/documents/PageFlow.h"
#include "server/documents/PdfCanvas.h"
#include "server/documents/TemplateComposer.h"

#include <numeric>

using namespace Qt::StringLiterals;

namespace sipenduduk {

namespace {

constexpr qreal PageMargin = 57; ///< 2 cm
constexpr qreal PageTop = 40;
constexpr qreal ClosingGap = 6;  ///< between the closing and the place of the signature
constexpr qreal NoteWidth = 250; ///< left of the place of the signature

qreal totalHeight(const QList<FlowItem> &items)
{
    return std::accumulate(items.begin(), items.end(), qreal(0),
                           [](qreal sum, const FlowItem &item) { return sum + item.height; });
}

void paintStack(QPainter &painter, const QList<FlowItem> &items, const QPointF &topLeft)
{
    qreal y = topLeft.y();
    for (const FlowItem &item : items) {
        if (item.draw)
            item.draw(painter, {topLeft.x(), y});
        y += item.height;
    }
}

/// A portrait document made from a template: body over as many pages as it needs, closing and
/// note around the empty place of the signature on the last one.
class PortraitDocument
{
public:
    PortraitDocument(PdfCanvas &canvas, const DraftInput &input, const OutputWording &wording)
        : m_canvas(canvas)
        , m_input(input)
        , m_wording(wording)
        , m_values(draftValues(input, wording))
    {
    }

    [[nodiscard]] Result<> compose(const DocumentTemplate &source)
    {
        const qreal width = m_canvas.pageSize().width() - 2 * PageMargin;
        const qreal closingWidth = m_canvas.pageSize().width() - PageMargin - place().left();
        auto outcome = take(m_body, source.body, width);
        if (outcome)
            outcome = take(m_closing, source.closing, closingWidth);
        if (outcome)
            outcome = take(m_note, source.note, NoteWidth);
        return outcome;
    }

    void paint()
    {
        const auto placed = placeItems(m_body, frame());
        const int pages = placed.isEmpty() ? 1 : placed.last().page + 1;
        startPage(pages);
        for (const PlacedItem &item : placed) {
            if (item.page > m_canvas.page()) {
                m_canvas.newPage();
                startPage(pages);
            }
            paintItem(item);
        }
        paintFoot();
    }

private:
    [[nodiscard]] Result<> take(QList<FlowItem> &items, const QList<TemplatePart> &parts,
                                qreal width)
    {
        m_composers.push_back(
            std::make_unique<TemplateComposer>(m_canvas, m_input, m_wording, m_values, width));
        auto composed = m_composers.back()->compose(parts);
        if (!composed)
            return std::unexpected(composed.error());
        items = *composed;
        return {};
    }

    /// The signature's place in the painter's coordinates.
    [[nodiscard]] QRectF place() const
    {
        const QRectF rect = PortraitSignaturePlace.rect;
        return {rect.x(), m_canvas.pageSize().height() - rect.bottom(), rect.width(),
                rect.height()};
    }

    [[nodiscard]] FlowFrame frame() const
    {
        return {PageMargin, PageTop, m_canvas.pageSize().height() - PageMargin,
                place().top() - ClosingGap - totalHeight(m_closing) - ClosingGap};
    }

    void startPage(int pages)
    {
        if (m_input.mode == DraftMode::Latihan)
            drawSpecimenMark(m_canvas);
        drawPageNumber(m_canvas, m_wording.name + u' ' + m_input.documentNumber, pages);
    }

    void paintItem(const PlacedItem &placed)
    {
        const FlowItem &item = m_body.at(placed.item);
        if (placed.hasHead)
            item.head->draw(m_canvas.painter(), {PageMargin, placed.y - item.head->height});
        if (item.draw)
            item.draw(m_canvas.painter(), {PageMargin, placed.y});
    }

    void paintFoot()
    {
        QPainter &painter = m_canvas.painter();
        const QRectF signature = place();
        paintStack(painter, m_closing,
                   {signature.left(), signature.top() - ClosingGap - totalHeight(m_closing)});
        paintStack(painter, m_note, {PageMargin, signature.bottom() - totalHeight(m_note)});
    }

    PdfCanvas &m_canvas;
    const DraftInput &m_input;
    const OutputWording &m_wording;
    const TemplateValues m_values;
    std::vector<std::unique_ptr<TemplateComposer>> m_composers; ///< items refer to them
    QList<FlowItem> m_body;
    QList<FlowItem> m_closing;
    QList<FlowItem> m_note;
};

Result<QByteArray> renderPortrait(const DraftInput &input, const OutputWording &wording)
{
    const auto source = loadDocumentTemplate(wording.layout);
    if (!source)
        return std::unexpected(source.error());
    const PdfIdentity identity{wording.name + u' ' + input.documentNumber, input.documentKey,
                               u"%1/%2"_s.arg(input.output).arg(input.templateVersion),
                               input.issueDate};
    PdfCanvas canvas(identity, QPageLayout::Portrait);
    PortraitDocument document(canvas, input, wording);
    if (auto composed = document.compose(*source); !composed)
        return std::unexpected(composed.error());
    document.paint();
    return canvas.finish();
}

} // namespace

DraftRenderer::DraftRenderer()
{
    if (const auto loaded = DocumentFonts::load(); !loaded)
        qCritical("%s", qUtf8Printable(loaded.error().detail));
}

Result<QByteArray> DraftRenderer::render(const DraftInput &input) const
{
    if (auto loaded = DocumentFonts::load(); !loaded)
        return std::unexpected(loaded.error());
    const auto checked = checkedDraftInput(input);
    if (!checked)
        return std::unexpected(checked.error());
    const auto wording = outputWording(checked->output);
    if (!wording)
        return std::unexpected(wording.error());
    return wording->layout == "kartu-keluarga"_L1 ? renderKartuKeluarga(*checked)
                                                  : renderPortrait(*checked, *wording);
}

QStringList DraftRenderer::outputs()
{
    return knownOutputs();
}

} // namespace sipenduduk
