#pragma once

#include "common/Result.h"

#include <QMap>
#include <QString>

namespace sipenduduk {

/// Values of a template by name. A name that is absent or empty counts as false in a section.
using TemplateValues = QMap<QString, QString>;

enum class Escaping { Html, None };

/// `source`, a mustache template of ours, filled with `values`. Values are never templates
/// themselves. Internal when the template is broken.
[[nodiscard]] Result<QString> filledTemplate(const QString &source, const TemplateValues &values,
                                             Escaping escaping);

} // namespace sipenduduk
