#include "common/tte/upgrade/ValidationMaterial.h"

namespace sipenduduk {

namespace {

void addMissing(QList<QByteArray> &list, const QList<QByteArray> &more)
{
    for (const QByteArray &item : more) {
        if (!list.contains(item))
            list.append(item);
    }
}

QList<QByteArray> missingIn(const QList<QByteArray> &known, const QList<QByteArray> &list)
{
    QList<QByteArray> missing;
    for (const QByteArray &item : list) {
        if (!known.contains(item))
            missing.append(item);
    }
    return missing;
}

} // namespace

bool ValidationMaterial::isEmpty() const
{
    return certificates.isEmpty() && ocsps.isEmpty() && crls.isEmpty();
}

void ValidationMaterial::add(const ValidationMaterial &more)
{
    addMissing(certificates, more.certificates);
    addMissing(ocsps, more.ocsps);
    addMissing(crls, more.crls);
}

ValidationMaterial ValidationMaterial::without(const ValidationMaterial &known) const
{
    return {missingIn(known.certificates, certificates), missingIn(known.ocsps, ocsps),
            missingIn(known.crls, crls)};
}

} // namespace sipenduduk
