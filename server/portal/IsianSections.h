#pragma once

#include "common/Isian.h"

#include <QList>
#include <QString>

namespace sipenduduk {

/// Fields that are shown under one heading.
struct IsianSection
{
    QString heading;
    QList<const Isian *> fields;
};

/// Splits a form by the persons and places that its field codes speak of, in its own order: a
/// wall of fifty fields is not read. `generalHeading` stands over the others. `fields` outlives
/// the answer.
[[nodiscard]] QList<IsianSection> isianSectionsOf(const QList<Isian> &fields,
                                                  const QString &generalHeading);

} // namespace sipenduduk
