#include "app/widgets/ScrollAreaAccess.h"

#include <QAccessible>
#include <QAccessibleWidget>
#include <QWidget>

using namespace Qt::StringLiterals;

namespace sipenduduk {

namespace {

/// Called with the names of an object's classes, the most derived first. QAccessibleWidget knows
/// the children of any widget, and how many there are.
QAccessibleInterface *accessOf(const QString &className, QObject *object)
{
    if (className != "QAbstractScrollArea"_L1 && className != "QScrollArea"_L1)
        return nullptr;
    auto *widget = qobject_cast<QWidget *>(object);
    return widget ? new QAccessibleWidget(widget, QAccessible::Client) : nullptr;
}

} // namespace

void installScrollAreaAccess()
{
    QAccessible::installFactory(accessOf);
}

} // namespace sipenduduk
