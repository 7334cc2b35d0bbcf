#include "server/admin/OfficeKatalog.h"

#include "server/admin/AdminTexts.h"
#include "server/admin/OfficeSetup.h"

#include <QFile>

using namespace Qt::StringLiterals;

namespace sipenduduk {

AdminResult<KatalogLayanan> builtInKatalog()
{
    QFile file(u":/services/katalog.jsonl"_s);
    if (!file.open(QIODevice::ReadOnly))
        return refuse(AdminTexts::tr("The program was built without its catalogue of services."));
    auto katalog = KatalogLayanan::parse(file.readAll());
    if (!katalog)
        return refuse(
            AdminTexts::tr("The catalogue of services is broken: %1.").arg(katalog.error().detail));
    return std::move(*katalog);
}

} // namespace sipenduduk
