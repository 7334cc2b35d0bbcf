#pragma once

#include "common/Temuan.h"

#include <QList>
#include <QString>

namespace sipenduduk {

/// Longest name in letters, spaces included. Source: Permendagri 73/2022.
inline constexpr int MaxNameLength = 60;

/// Whether a name is being given now or stands in the register already.
enum class NameUse {
    New,        ///< of a newborn, or by court order: all rules hold
    Registered, ///< one word, or a dot or hyphen, stays valid: a warning only
};

/// Surrounding blanks taken off, runs of blanks made one, composed form (NFC).
[[nodiscard]] QString normalizedName(QStringView name);

/// Findings about a person's name. Source: domain/rules.md 10.
///
/// Whether a name is easy to read, negative or ambiguous is for people to judge, not for this.
[[nodiscard]] QList<Finding> checkNama(QStringView name, NameUse use, const QString &field = {});

} // namespace sipenduduk
