#include "server/services/DraftMaker.h"

#include "common/KatalogLayanan.h"
#include "server/documents/DraftRenderer.h"
#include "server/services/OfficeParts.h"

using namespace Qt::StringLiterals;

namespace sipenduduk {

OfficeSettings officeSettings(const OfficeProfile &profile)
{
    OfficeSettings settings;
    settings.pemerintah = u"PEMERINTAH "_s + profile.region.toUpper();
    settings.dinas = profile.letterhead;
    settings.alamat = profile.address;
    settings.kota = profile.city;
    settings.kabKota = profile.region;
    settings.provinsi = profile.province;
    settings.pengaduan = profile.phone;
    return settings;
}

Result<QByteArray> makeDraft(const OfficeParts &parts, const DraftOrder &order)
{
    const Layanan *layanan = parts.katalog->layanan(order.head.layanan);
    if (!layanan)
        return fail(ErrorCode::NotFound, u"layanan"_s);
    DraftInput input;
    input.output = order.dokumen.output;
    input.documentNumber = order.dokumen.number;
    input.documentKey =
        u"%1/%2/%3/%4"_s.arg(parts.profile.regionCode, order.head.number, order.dokumen.output)
            .arg(order.entered.dataVersion);
    input.issueDate = order.dokumen.issueDate;
    input.mode = parts.profile.isPractice ? DraftMode::Latihan : DraftMode::Produksi;
    input.layananName = layanan->name;
    input.office = officeSettings(parts.profile);
    input.isian = layanan->fields;
    input.fields = order.entered.data;
    for (const QString &code : {u"kecamatan"_s, u"kelurahan"_s}) {
        if (!input.fields.contains(code))
            input.fields.insert(code, order.registration.value(code));
    }
    return parts.renderer->render(input);
}

} // namespace sipenduduk
