#pragma once

#include "app/main/Language.h"

#include <QList>
#include <QLocale>
#include <QString>

class QWidget;

namespace sipenduduk::test {

/// An entry of a translation file.
struct TsEntry
{
    QString context;
    QString source;
    QString translation;
    bool isUnfinished = false;
};

[[nodiscard]] QList<TsEntry> readTs(const QString &fileName);
[[nodiscard]] QString tsFile(const QString &name); ///< in the folder of the translations

/// Texts on these screens, or told of their parts, that a translation would have replaced, each
/// with the name of its widget; what has a value put in counts as well.
[[nodiscard]] QStringList englishOn(const QList<QWidget *> &screens);

/// The officers' language while it lives; afterwards that of the sources again.
class Indonesian
{
public:
    Indonesian() = default;
    ~Indonesian() { QLocale::setDefault(m_former); }
    Q_DISABLE_COPY_MOVE(Indonesian)

private:
    QLocale m_former;
    Language m_language{QStringLiteral("id")};
};

} // namespace sipenduduk::test
