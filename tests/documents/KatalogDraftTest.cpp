// Every output of every service of the shipped catalogue, with all its fields filled in.

#include "common/KatalogLayanan.h"
#include "common/TabelIsian.h"
#include "server/documents/DraftRenderer.h"
#include "tests/documents/Samples.h"
#include "tests/documents/Tools.h"

#include <catch2/catch_test_macros.hpp>

#include <QFile>
#include <QSet>

using namespace Qt::StringLiterals;
using namespace sipenduduk;

namespace {

QString anyValue(IsianType type, const QList<Pilihan> &choices)
{
    switch (type) {
    case IsianType::Text:
    case IsianType::LongText: return u"Contoh Isian"_s;
    case IsianType::Nik: return u"1471010101900001"_s;
    case IsianType::NomorKk: return u"1471012006120004"_s;
    case IsianType::Date: return u"2026-11-15"_s;
    case IsianType::Time: return u"07:30"_s;
    case IsianType::Number: return u"3"_s;
    case IsianType::Choice: return choices.isEmpty() ? QString() : choices.last().code;
    case IsianType::Place: return u"Pekanbaru"_s;
    }
    return {};
}

QString filled(const Isian &isian)
{
    if (isian.columns.isEmpty())
        return anyValue(isian.type, isian.choices);
    BarisIsian row;
    for (const Kolom &column : isian.columns)
        row.insert(column.code, anyValue(column.type, column.choices));
    return writeTabel({row, row});
}

DraftInput filledInput(const Layanan &layanan, const QString &output)
{
    DraftInput input;
    input.output = output;
    input.documentNumber = u"1471-22112026-0001"_s;
    input.documentKey = layanan.code + u'/' + output;
    input.issueDate = QDate(2026, 11, 22);
    input.layananName = layanan.name;
    input.office = samples::office();
    input.isian = layanan.fields;
    for (const Isian &isian : layanan.fields)
        input.fields.insert(isian.code, filled(isian));
    return input;
}

/// Services whose fields name only those who leave the family; SIAK's sheet is uploaded there.
bool familyIsUnknown(const QString &layanan)
{
    return layanan == "pindah-keluar-ln"_L1 || layanan == "akta-kematian"_L1;
}

} // namespace

TEST_CASE("Every output of every service renders on few pages", "[draft][katalog]")
{
    QFile file(u":/services/katalog.jsonl"_s);
    REQUIRE(file.open(QIODevice::ReadOnly));
    const auto katalog = KatalogLayanan::parse(file.readAll());
    REQUIRE(katalog);
    const DraftRenderer renderer;
    QSet<QString> seen;
    for (const Layanan &layanan : katalog->layananList()) {
        for (const Keluaran &output : layanan.outputs) {
            CAPTURE(layanan.code.toStdString(), output.dokumen.toStdString());
            seen.insert(output.dokumen);
            const auto pdf = renderer.render(filledInput(layanan, output.dokumen));
            if (output.dokumen == "kk"_L1 && familyIsUnknown(layanan.code)) {
                REQUIRE_FALSE(pdf);
                CHECK(pdf.error().code == ErrorCode::Incomplete);
                continue;
            }
            REQUIRE(pdf);
            CHECK(pdf->size() < 100'000);
            CHECK(pdf->count("/Type /Page\n") + pdf->count("/Type /Page ") <= 3);
        }
    }
    for (const JenisDokumen &dokumen : katalog->dokumenList()) {
        CAPTURE(dokumen.code.toStdString());
        CHECK(DraftRenderer::outputs().contains(dokumen.code));
        CHECK(seen.contains(dokumen.code));
    }
    CHECK(DraftRenderer::outputs().size() == katalog->dokumenList().size());
}

TEST_CASE("No draft prints witnesses or the reporter", "[draft][katalog]")
{
    QFile file(u":/services/katalog.jsonl"_s);
    REQUIRE(file.open(QIODevice::ReadOnly));
    const auto katalog = KatalogLayanan::parse(file.readAll());
    REQUIRE(katalog);
    for (const QString &code : {u"akta-kematian"_s, u"lahir-mati"_s, u"akta-perkawinan"_s,
                                u"kutipan-kedua"_s, u"perubahan-nama"_s}) {
        const Layanan *layanan = katalog->layanan(code);
        REQUIRE(layanan != nullptr);
        DraftInput input = filledInput(*layanan, layanan->outputs.first().dokumen);
        for (const Isian &isian : layanan->fields) {
            if (isian.code.startsWith("saksi"_L1) || isian.code.startsWith("pelapor"_L1))
                input.fields[isian.code] = u"Rahasia Sekali"_s;
        }
        const auto pdf = DraftRenderer().render(input);
        REQUIRE(pdf);
        CHECK_FALSE(tools::pdfText(*pdf).contains(u"Rahasia"_s, Qt::CaseInsensitive));
    }
}
