#include "common/tte/KartuKendaliExport.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace sipenduduk {

QJsonObject KartuKendaliExport::toJson(const KartuKendaliHeader &header,
                                       const QList<KartuKendaliLine> &lines)
{
    QJsonArray array;
    for (const KartuKendaliLine &line : lines)
        array.append(KartuKendali::toJson(line));
    const QByteArray head = lines.isEmpty()
        ? KartuKendali::chainStart(header.number, header.layanan)
        : lines.last().hash;
    return {
        {u"exportedAt"_s, header.exportedAt.toUTC().toString(u"yyyy-MM-dd'T'HH:mm:ss.zzz'Z'"_s)},
        {u"format"_s, QString::fromLatin1(Format)},
        {u"head"_s, QString::fromLatin1(head.toHex())},
        {u"layanan"_s, header.layanan},
        {u"layananTitle"_s, header.layananTitle},
        {u"lines"_s, array},
        {u"number"_s, header.number},
        {u"office"_s, header.office},
        {u"version"_s, Version},
    };
}

} // namespace sipenduduk
