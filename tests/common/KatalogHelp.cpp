#include "tests/common/KatalogHelp.h"

#include "tests/common/Printers.h"

#include <QFile>

#include <catch2/catch_test_macros.hpp>

using namespace Qt::StringLiterals;

namespace sipenduduk {

QByteArray shippedKatalogBytes()
{
    QFile file(u":/services/katalog.jsonl"_s);
    REQUIRE(file.open(QIODevice::ReadOnly));
    return file.readAll();
}

const KatalogLayanan &shippedKatalog()
{
    static const Result<KatalogLayanan> katalog = KatalogLayanan::parse(shippedKatalogBytes());
    if (!katalog)
        FAIL(katalog.error().detail.toStdString());
    return *katalog;
}

const Layanan &shippedLayanan(QStringView code)
{
    const Layanan *layanan = shippedKatalog().layanan(code);
    REQUIRE(layanan);
    return *layanan;
}

} // namespace sipenduduk
