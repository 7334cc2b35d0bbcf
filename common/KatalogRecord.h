#pragma once

#include "common/Result.h"

#include <QByteArrayView>
#include <QJsonObject>
#include <QString>
#include <QStringList>

namespace sipenduduk {

/// One line of the catalogue, checked against the members that its "jenis" may have: nothing is
/// missing, unknown, doubled or of another type, and every text is fit for a screen. What the
/// values mean together is for KatalogParser.
class KatalogRecord
{
public:
    /// Malformed, with a detail that does not know the line number, for any fault.
    [[nodiscard]] static Result<KatalogRecord> read(QByteArrayView line);

    [[nodiscard]] QString jenis() const { return text(QLatin1StringView("jenis")); }
    [[nodiscard]] bool has(QLatin1StringView member) const { return m_object.contains(member); }
    /// Empty when an optional member is absent.
    [[nodiscard]] QString text(QLatin1StringView member) const;
    [[nodiscard]] QStringList textList(QLatin1StringView member) const;
    [[nodiscard]] bool flag(QLatin1StringView member, bool fallback) const;
    [[nodiscard]] int number(QLatin1StringView member) const;

private:
    explicit KatalogRecord(QJsonObject object);

    QJsonObject m_object;
};

} // namespace sipenduduk
