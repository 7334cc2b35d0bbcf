#pragma once

#include "common/KatalogLayanan.h"
#include "common/OfficeCalendar.h"
#include "server/services/SigningRules.h"

#include <QByteArray>
#include <QDateTime>
#include <QMap>
#include <QString>

#include <functional>
#include <memory>

namespace sipenduduk {

class BlobStore;
class DraftRenderer;
class OfficeSeal;
class Store;

/// The office's own facts, from its configuration file.
struct OfficeProfile
{
    QString name;                       ///< "Disdukcapil Kota Pekanbaru"
    QString letterhead;                 ///< "DINAS KEPENDUDUKAN DAN PENCATATAN SIPIL"
    QString city;                       ///< place of issue: "Pekanbaru"
    QString region;                     ///< "Kota Pekanbaru"
    QString regionCode;                 ///< "1471"
    QString address;                    ///< under the letterhead
    QString portalUrl;                  ///< "https://host:port", no slash at the end
    QString numberPrefix;               ///< of permohonan numbers: "PKU"
    QString phone;                      ///< where a citizen asks or complains
    QString province;                   ///< "Riau"
    QMap<QString, QString> numberKinds; ///< output code (+ ".terlambat") → part of its numbers
    bool isPractice = false;            ///< mode = latihan
    QByteArray tteAnchorsPem;  ///< roots that officers' certificates and time stamps must chain to
    QStringList timestampUrls; ///< RFC 3161, in the order to ask; empty: signatures go without
    QString timestampPolicy;   ///< dotted OID to ask for; empty: any
    SigningRules signing;
};

/// What the services work with. Made once by the `run` sub-command (and by tests), outlives them.
struct OfficeParts
{
    Store *store = nullptr;
    BlobStore *blobs = nullptr;
    const KatalogLayanan *katalog = nullptr;
    const DraftRenderer *renderer = nullptr;
    const OfficeSeal *seal = nullptr;
    OfficeProfile profile;
    OfficeCalendar calendar;
    std::function<QDateTime()> now; ///< UTC; a fixed one in tests
    std::function<void()> wakeMail; ///< called after a commit that queued mail
};

} // namespace sipenduduk
