#pragma once

#include "server/db/Connection.h"

#include <QString>

#include <optional>

namespace sipenduduk {

/// Facts about the office that belong to the data, not to the configuration file.
class SettingRepository
{
public:
    explicit SettingRepository(Connection &connection)
        : m_db(connection)
    {
    }

    /// None when it was never set.
    [[nodiscard]] Result<std::optional<QString>> value(const QString &name);
    [[nodiscard]] Result<> set(const QString &name, const QString &value);

private:
    Connection &m_db;
};

} // namespace sipenduduk
