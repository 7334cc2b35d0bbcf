#pragma once

#include "server/admin/AdminResult.h"

#include <QByteArray>
#include <QMap>
#include <QString>
#include <QStringList>

namespace sipenduduk {

/// The office's configuration as text: sections, "key = value", comments after # or ; at the
/// start of a line. Every key is known: a misspelt one is refused with its line, never ignored.
class ConfigFile
{
public:
    /// With the defaults of ConfigKeys. The sentence names file, line and key.
    [[nodiscard]] static AdminResult<ConfigFile> parse(const QByteArray &text, const QString &path);
    [[nodiscard]] static ConfigFile defaults();

    /// "section.key"; empty for a free key that is not set.
    [[nodiscard]] QString value(const QString &key) const { return m_values.value(key).text; }
    /// Names of the set keys of a section, without the section.
    [[nodiscard]] QStringList keys(const QString &section) const;
    /// "section.key = value", as after --set. Refuses an unknown key.
    [[nodiscard]] AdminResult<> set(const QString &key, const QString &value);

    /// The file, with every key, its default and what it means.
    [[nodiscard]] QByteArray text() const;

    /// "FILE, line N, key section.key: "; how every sentence about a value begins.
    [[nodiscard]] QString place(const QString &key) const;

private:
    struct Value
    {
        QString text;
        int line = 0; ///< 0: a default, or set by an option
    };
    AdminResult<> readLine(const QString &line, int number, QString &section);

    QString m_path;
    QMap<QString, Value> m_values;
};

} // namespace sipenduduk
