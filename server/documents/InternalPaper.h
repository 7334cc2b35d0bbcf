#pragma once

#include "common/Result.h"
#include "server/documents/DraftInput.h"
#include "server/documents/MustacheText.h"
#include "server/documents/PageFlow.h"
#include "server/documents/PdfCanvas.h"

#include <QByteArray>
#include <QDateTime>
#include <QMap>
#include <QString>

#include <functional>

namespace sipenduduk {

/// A paper of the office that nobody signs, made of a template, values and slots.
struct InternalPaper
{
    QString templateName;
    QPageLayout::Orientation orientation = QPageLayout::Portrait;
    PdfIdentity identity;
    OfficeSettings office;
    DraftMode mode = DraftMode::Produksi;
    TemplateValues values;

    /// What the template's slots hold, made for the canvas and the width given.
    std::function<QMap<QString, QList<FlowItem>>(PdfCanvas &, qreal width)> slotItems;
};

[[nodiscard]] Result<QByteArray> renderInternalPaper(const InternalPaper &paper);

/// Makes every one of `texts` printable; the first that cannot be is the failure.
[[nodiscard]] Result<> makePrintable(const QList<QString *> &texts);

/// "22-11-2026 08:05:09" in office time (UTC+7); "-" for an invalid time.
[[nodiscard]] QString officeTime(const QDateTime &utc);

} // namespace sipenduduk
