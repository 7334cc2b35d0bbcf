#pragma once

#include "common/Temuan.h"

#include <QList>
#include <QString>

#include <algorithm>

namespace sipenduduk {

/// The finding of `code` on `field`, or one of code and level 0 when there is none.
inline Finding findingOf(const QList<Finding> &findings, FindingCode code,
                         const QString &field = {})
{
    const auto found = std::ranges::find_if(findings, [&](const Finding &finding) {
        return finding.code == code && (field.isEmpty() || finding.field == field);
    });
    return found == findings.cend() ? Finding{FindingLevel(0), FindingCode(0)} : *found;
}

inline bool hasFinding(const QList<Finding> &findings, FindingCode code, const QString &field = {})
{
    return findingOf(findings, code, field).code == code;
}

/// Codes in order, for a whole comparison.
inline QList<FindingCode> codesOf(const QList<Finding> &findings)
{
    QList<FindingCode> codes;
    for (const Finding &finding : findings)
        codes << finding.code;
    return codes;
}

} // namespace sipenduduk
