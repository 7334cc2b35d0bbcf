#include "tests/app/ScreenTexts.h"

#include <QAbstractItemView>
#include <QAction>
#include <QComboBox>
#include <QFile>
#include <QRegularExpression>
#include <QSet>
#include <QTabBar>
#include <QWidget>
#include <QXmlStreamReader>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sipenduduk::test {

namespace {

/// The English texts that differ from their translation; those with places to fill as patterns.
struct EnglishTexts
{
    QSet<QString> whole;
    QList<QRegularExpression> patterns;

    EnglishTexts()
    {
        static const QRegularExpression place(u"%(?:L?[1-9]|n)"_s);
        for (const TsEntry &entry : readTs(tsFile(u"sipenduduk_id.ts"_s))) {
            if (entry.source == entry.translation)
                continue;
            whole.insert(entry.source);
            if (!entry.source.contains(place))
                continue;
            QStringList parts = entry.source.split(place);
            for (QString &part : parts)
                part = QRegularExpression::escape(part);
            patterns.append(
                QRegularExpression(QRegularExpression::anchoredPattern(parts.join(u"(.+)"_s)),
                                   QRegularExpression::DotMatchesEverythingOption));
        }
    }

    [[nodiscard]] bool contains(const QString &text) const
    {
        return whole.contains(text) || std::ranges::any_of(patterns, [&](const auto &pattern) {
                   return pattern.match(text).hasMatch();
               });
    }
};

void addRows(QStringList &texts, const QAbstractItemModel &model)
{
    for (int column = 0; column < model.columnCount(); ++column) {
        texts.append(model.headerData(column, Qt::Horizontal).toString());
        for (int row = 0; row < model.rowCount(); ++row) {
            for (const int role : {Qt::DisplayRole, Qt::ToolTipRole, Qt::AccessibleTextRole})
                texts.append(model.index(row, column).data(role).toString());
        }
    }
}

/// Texts that a person sees on this widget or hears of it.
QStringList textsOf(const QWidget &widget)
{
    QStringList texts{widget.windowTitle(), widget.toolTip(), widget.accessibleName(),
                      widget.accessibleDescription()};
    for (const char *property : {"text", "title", "placeholderText"})
        texts.append(widget.property(property).toString());
    for (const QAction *action : widget.actions())
        texts << action->text() << action->toolTip();
    if (const auto *tabs = qobject_cast<const QTabBar *>(&widget)) {
        for (int i = 0; i < tabs->count(); ++i)
            texts << tabs->tabText(i) << tabs->tabToolTip(i);
    }
    if (const auto *box = qobject_cast<const QComboBox *>(&widget))
        addRows(texts, *box->model());
    if (const auto *view = qobject_cast<const QAbstractItemView *>(&widget); view && view->model())
        addRows(texts, *view->model());
    return texts;
}

} // namespace

QList<TsEntry> readTs(const QString &fileName)
{
    QFile file(fileName);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("the translation %s is missing", qPrintable(fileName));
    QXmlStreamReader xml(&file);
    QList<TsEntry> entries;
    QString context;
    while (!xml.atEnd()) {
        xml.readNext();
        if (!xml.isStartElement())
            continue;
        if (xml.name() == u"name"_s) {
            context = xml.readElementText();
        } else if (xml.name() == u"message"_s) {
            entries.append({context, {}, {}, false});
        } else if (xml.name() == u"source"_s) {
            entries.last().source = xml.readElementText();
        } else if (xml.name() == u"translation"_s) {
            entries.last().isUnfinished = xml.attributes().hasAttribute(u"type"_s);
            entries.last().translation =
                xml.readElementText(QXmlStreamReader::IncludeChildElements).trimmed();
        }
    }
    if (xml.hasError())
        qFatal("the translation %s is broken", qPrintable(fileName));
    return entries;
}

QString tsFile(const QString &name)
{
    return QStringLiteral(SIPENDUDUK_SOURCE_DIR "/translations/") + name;
}

QStringList englishOn(const QList<QWidget *> &screens)
{
    static const EnglishTexts english;
    QStringList found;
    for (const QWidget *screen : screens) {
        QList<const QWidget *> widgets = screen->findChildren<const QWidget *>();
        widgets.append(screen);
        for (const QWidget *widget : std::as_const(widgets)) {
            for (const QString &text : textsOf(*widget)) {
                if (english.contains(text))
                    found.append(widget->objectName() + u": "_s + text);
            }
        }
    }
    found.removeDuplicates();
    return found;
}

} // namespace sipenduduk::test
