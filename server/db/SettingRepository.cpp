#include "server/db/SettingRepository.h"

#include "server/db/Values.h"

using namespace Qt::StringLiterals;

namespace sipenduduk {

Result<std::optional<QString>> SettingRepository::value(const QString &name)
{
    const auto query = m_db.run(u"SELECT value FROM setting WHERE name = ?1"_s, {name});
    if (!query)
        return std::unexpected(query.error());
    if (!(*query)->next())
        return std::nullopt;
    return (*query)->value(0).toString();
}

Result<> SettingRepository::set(const QString &name, const QString &value)
{
    return db::written(m_db.run(u"INSERT INTO setting (name, value) VALUES (?1, ?2)"
                                " ON CONFLICT (name) DO UPDATE SET value = excluded.value"_s,
                                {name, db::text(value)}));
}

} // namespace sipenduduk
