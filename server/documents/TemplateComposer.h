#pragma once

#include "common/TabelIsian.h"
#include "server/documents/DocumentFonts.h"
#include "server/documents/DocumentTemplate.h"
#include "server/documents/DraftInput.h"
#include "server/documents/MustacheText.h"
#include "server/documents/PageFlow.h"
#include "server/documents/PdfCanvas.h"

namespace sipenduduk {

class GridTable;

/// Turns one section of a template into items of a given width, in the order of its parts.
class TemplateComposer
{
public:
    TemplateComposer(PdfCanvas &canvas, const DraftInput &input, const OutputWording &wording,
                     const TemplateValues &values, qreal width);

    /// What "@slot NAME" puts in.
    void setSlot(const QString &name, const QList<FlowItem> &items);

    [[nodiscard]] Result<QList<FlowItem>> compose(const QList<TemplatePart> &parts);

private:
    struct State
    {
        TextStyle style;
        qreal labelWidth = 170;
    };

    [[nodiscard]] Result<> addPart(const TemplatePart &part);
    [[nodiscard]] Result<> addDirective(const TemplatePart &part);
    [[nodiscard]] Result<> addHtml(const QString &source, bool keepWithNext);
    [[nodiscard]] Result<> addPair(const TemplatePart &part);
    [[nodiscard]] Result<> addBilingual(const TemplatePart &part);
    void setStyle(const TemplatePart &part);
    void addSpace(qreal height);
    void addOrnament(const QString &name, qreal size);
    void addRow(const QString &label, const QString &value);
    void addFields();
    void addTable(const QString &code);
    void addRowsAsPairs(const Isian &field, const QList<BarisIsian> &rows);
    void addGrid(const Isian &field, const QList<BarisIsian> &rows);
    [[nodiscard]] std::shared_ptr<GridTable> grid(const Isian &field) const;

    PdfCanvas &m_canvas;
    const DraftInput &m_input;
    const OutputWording &m_wording;
    const TemplateValues &m_values;
    qreal m_width;
    State m_state;
    QMap<QString, QList<FlowItem>> m_slots;
    QList<FlowItem> m_items;
};

} // namespace sipenduduk
