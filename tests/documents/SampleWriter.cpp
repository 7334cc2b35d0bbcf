// Writes one sample document to a file: the tests run it under other clocks, hash seeds and
// time zones, and a person looks at its pages.
// Usage: documents_sample OUTPUT|kartu-kendali|resi FILE [latihan|produksi] [MEMBERS|LINES]

#include "server/documents/DraftRenderer.h"
#include "tests/documents/Samples.h"

#include <QFile>
#include <QGuiApplication>

using namespace Qt::StringLiterals;

namespace {

sipenduduk::Result<QByteArray> sample(const QStringList &arguments)
{
    using namespace sipenduduk;
    const QString kind = arguments.at(1);
    const DraftMode mode =
        arguments.value(3) == "latihan"_L1 ? DraftMode::Latihan : DraftMode::Produksi;
    if (kind == "kartu-kendali"_L1) {
        auto input = samples::kartuKendali();
        input.alamatPeriksa = u"https://layanan.example/periksa/abc"_s;
        input.mode = mode;
        return renderKartuKendali(input);
    }
    if (kind == "resi"_L1)
        return renderResi(samples::resi());
    const int amount = arguments.value(4).toInt();
    auto input = kind == "kk"_L1 && amount > 0 ? samples::family(amount) : samples::forOutput(kind);
    if (kind != "kk"_L1 && amount > 0)
        input.fields[u"keterangan"_s] = u"Satu kalimat dari uraian panjang.\n"_s.repeated(amount);
    input.mode = mode;
    return DraftRenderer().render(input);
}

} // namespace

int main(int argc, char *argv[])
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    const QGuiApplication application(argc, argv);
    const QStringList arguments = QGuiApplication::arguments();
    if (arguments.size() < 3)
        return 2;
    const auto bytes = sample(arguments);
    if (!bytes) {
        qCritical("%s", qUtf8Printable(bytes.error().detail));
        return 1;
    }
    QFile file(arguments.at(2));
    return file.open(QIODevice::WriteOnly) && file.write(*bytes) == bytes->size() ? 0 : 1;
}
