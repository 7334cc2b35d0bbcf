#pragma once

#include "common/Result.h"

#include <QJsonObject>
#include <QString>

namespace sipenduduk {

/// `source`, a mustache template of ours, filled with `values` as plain text, nothing escaped.
///
/// Values are never templates themselves, except a partial (`{{> name}}`) found under its name in
/// `partials`. An absent, empty, null or false value hides its section. Internal when a template
/// is broken.
[[nodiscard]] Result<QString> filledText(const QString &source, const QJsonObject &values,
                                         const QMap<QString, QString> &partials);

} // namespace sipenduduk
