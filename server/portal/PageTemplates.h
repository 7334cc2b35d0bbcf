#pragma once

#include "common/Result.h"

#include <QByteArray>
#include <QJsonObject>
#include <QString>

#include <memory>

namespace sipenduduk {

/// The portal's pages: mustache templates of ours, compiled in (resources/portal/halaman).
///
/// Values are escaped and never templates themselves. An absent, empty, null or false value hides
/// its section; within a list, a name that an entry lacks is looked up in what is around it, so
/// entries set all their names.
class PageTemplates
{
public:
    PageTemplates();
    ~PageTemplates();

    /// The whole page: `name` inside the frame that all pages share. Internal when a template is
    /// missing or broken. Thread-safe.
    [[nodiscard]] Result<QByteArray> page(const QString &name, const QJsonObject &values) const;

private:
    struct Sources;
    std::unique_ptr<const Sources> m_sources;
};

} // namespace sipenduduk
