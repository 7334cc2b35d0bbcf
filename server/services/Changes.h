#pragma once

#include "common/Permohonan.h"

#include <QList>
#include <QMetaType>

namespace sipenduduk {

/// One permohonan is not as it was; who may see it, the door decides with isVisibleTo().
struct Change
{
    qint64 seq = 0; ///< grows in commit order; 0 for a lease alone
    PermohonanRow row;
    QString seksi;
    QString bidang;
    Role previousHolder = Role::None;
};

/// What came after a given seq.
struct Changes
{
    QList<Change> list;
    qint64 lastSeq = 0;
    bool isComplete = true; ///< false: too much was missed, the client reloads its queue
};

struct Session;

/// Whether the holder before or after, or anybody of the permohonan's own section, is this
/// session's duty: the same people may open it.
[[nodiscard]] bool isVisibleTo(const Session &session, const Change &change);

/// Whether this session may open a permohonan of `seksi` in `bidang` at all.
[[nodiscard]] bool maySee(const Session &session, const QString &seksi, const QString &bidang);

} // namespace sipenduduk

Q_DECLARE_METATYPE(sipenduduk::Change)
