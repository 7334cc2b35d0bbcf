#pragma once

#include "common/Ids.h"
#include "common/protocol/SessionMessages.h"

#include <QDateTime>
#include <QList>
#include <QString>

namespace sipenduduk {

/// Who is logged in on a connection, as Accounts found it. Never made from a message.
struct Session
{
    UserId user{};
    QString name;
    QString nip;
    QString title; ///< as it stands under a signature
    QList<protocol::DutyScope> duties;
    QDateTime passwordUntil; ///< parafs may be given until then; invalid: confirm first

    /// The scope in which this person holds `duty` for a permohonan of `seksi` in `bidang`.
    /// Kasi and Editor are scoped by seksi, Kabid by bidang; an empty scope is the whole office.
    [[nodiscard]] bool holds(Role duty, const QString &seksi, const QString &bidang) const;
    [[nodiscard]] bool holdsAny(Role duty) const;
};

} // namespace sipenduduk
