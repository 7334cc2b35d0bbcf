// The part of KatalogParser that reads what belongs to a layanan.
#include "common/KatalogParser.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sipenduduk {

Result<> KatalogParser::readLayanan(const KatalogRecord &record)
{
    if (auto closed = closeSection(); !closed)
        return closed;
    Layanan layanan;
    layanan.code = record.text("kode"_L1);
    layanan.name = record.text("nama"_L1);
    layanan.nameEn = record.text("nama_en"_L1);
    layanan.bidang = record.text("bidang"_L1);
    layanan.seksi = record.text("seksi"_L1);
    layanan.form = record.text("formulir"_L1);
    layanan.form2019 = record.text("formulir_2019"_L1);
    layanan.output = record.text("hasil"_L1);
    if (m_katalog.layanan(layanan.code))
        return broken(u"layanan %1 stands twice"_s.arg(layanan.code));
    const Seksi *seksi = m_katalog.seksi(layanan.seksi);
    if (!seksi)
        return broken(u"there is no seksi %1 above"_s.arg(layanan.seksi));
    if (seksi->bidang != layanan.bidang)
        return broken(u"seksi %1 is not of bidang %2"_s.arg(layanan.seksi, layanan.bidang));
    m_section = Section::Layanan;
    m_sectionLine = m_line;
    m_groupLines.clear();
    m_katalog.m_layananList << layanan;
    return {};
}

Result<> KatalogParser::readDasarHukum(const KatalogRecord &record)
{
    m_katalog.m_layananList.last().legalBasis << DasarHukum{
        record.text("hukum"_L1), record.text("pasal"_L1), record.flag("tersumber"_L1, true)};
    return {};
}

Result<> KatalogParser::readSyarat(const KatalogRecord &record)
{
    const Syarat syarat{record.text("kode"_L1),         record.text("nama"_L1),
                        record.flag("wajib"_L1, false), record.text("bila"_L1),
                        record.text("tanya"_L1),        record.text("kelompok"_L1),
                        record.flag("unggah"_L1, true), record.flag("tersumber"_L1, true)};
    Layanan &layanan = m_katalog.m_layananList.last();
    if (layanan.requirement(syarat.code))
        return broken(u"syarat %1 stands twice"_s.arg(syarat.code));
    if (auto checked = checkSyaratKind(syarat); !checked)
        return checked;
    if (!syarat.group.isEmpty() && !m_groupLines.contains(syarat.group))
        m_groupLines.insert(syarat.group, m_line);
    layanan.requirements << syarat;
    return {};
}

Result<> KatalogParser::checkSyaratKind(const Syarat &syarat) const
{
    const bool isGrouped = !syarat.group.isEmpty();
    const bool isAsked = !syarat.question.isEmpty();
    if (syarat.isMandatory && (isGrouped || isAsked || !syarat.condition.isEmpty()))
        return broken(u"a syarat that is wajib has no bila, tanya or kelompok"_s);
    if (isGrouped && isAsked)
        return broken(u"a syarat of a kelompok is not asked for: no tanya"_s);
    if (!syarat.isMandatory && !isGrouped && (!isAsked || syarat.condition.isEmpty()))
        return broken(u"a syarat that is not wajib needs a kelompok, or bila and tanya"_s);
    if (isGrouped && !syarat.isUploaded)
        return broken(u"a syarat of a kelompok is always uploaded"_s);
    return {};
}

Result<> KatalogParser::readKeluaran(const KatalogRecord &record)
{
    const QString way = record.text("penyerahan"_L1);
    if (way != "email"_L1 && way != "ambil"_L1)
        return broken(u"penyerahan is neither email nor ambil"_s);
    const Keluaran output{record.text("dokumen"_L1),
                          way == "email"_L1 ? Delivery::Mail : Delivery::Pickup,
                          record.text("bila"_L1), record.text("tanya"_L1)};
    const JenisDokumen *dokumen = m_katalog.dokumen(output.dokumen);
    if (!dokumen)
        return broken(u"there is no dokumen %1 above"_s.arg(output.dokumen));
    if ((dokumen->medium == Medium::Card) != (output.delivery == Delivery::Pickup))
        return broken(u"a kartu is collected (ambil), a pdf goes by email"_s);
    if (auto checked = checkCondition(record); !checked)
        return checked;
    Layanan &layanan = m_katalog.m_layananList.last();
    if (layanan.outputOf(output.dokumen))
        return broken(u"keluaran %1 stands twice"_s.arg(output.dokumen));
    if (layanan.outputs.isEmpty())
        layanan.delivery = output.delivery;
    layanan.outputs << output;
    return {};
}

Result<> KatalogParser::checkCondition(const KatalogRecord &record) const
{
    if (record.has("bila"_L1) != record.has("tanya"_L1))
        return broken(u"bila and tanya go together"_s);
    if (m_katalog.m_layananList.last().outputs.isEmpty() && record.has("tanya"_L1))
        return broken(u"the first keluaran is the main dokumen and has no condition"_s);
    return {};
}

Result<> KatalogParser::readBatasLapor(const KatalogRecord &record)
{
    Layanan &layanan = m_katalog.m_layananList.last();
    if (layanan.reportingDeadline)
        return broken(u"batas_lapor stands twice"_s);
    const BatasLapor limit{record.number("hari"_L1), record.text("dasar"_L1),
                           record.text("sejak"_L1), record.flag("tersumber"_L1, true)};
    if (limit.days < 1)
        return broken(u"hari is less than 1"_s);
    const Isian *event = layanan.field(limit.eventField);
    if (!limit.eventField.isEmpty() && (!event || event->type != IsianType::Date))
        return broken(u"sejak: there is no isian %1 of tipe tanggal above"_s.arg(limit.eventField));
    layanan.reportingDeadline = limit;
    return {};
}

Result<> KatalogParser::readBatasUsia(const KatalogRecord &record)
{
    Layanan &layanan = m_katalog.m_layananList.last();
    if (layanan.ageLimit)
        return broken(u"batas_usia stands twice"_s);
    const BatasUsia limit{record.text("orang"_L1), record.number("mulai"_L1),
                          record.number("sebelum"_L1), record.text("kecuali_isian"_L1),
                          record.text("kecuali_pilihan"_L1)};
    const QString prefix = limit.person.isEmpty() ? QString() : limit.person + u'_';
    if (!layanan.field(prefix + u"nik"_s) && !layanan.field(prefix + u"tgl_lahir"_s))
        return broken(
            u"there is no isian with the NIK or birth date of \"%1\" above"_s.arg(limit.person));
    if (limit.minYears == 0 && limit.belowYears == 0)
        return broken(u"batas_usia sets no limit"_s);
    if (limit.belowYears > 0 && limit.minYears >= limit.belowYears)
        return broken(u"mulai is not below sebelum"_s);
    if (auto checked = checkUsiaException(limit); !checked)
        return checked;
    layanan.ageLimit = limit;
    return {};
}

Result<> KatalogParser::checkUsiaException(const BatasUsia &limit) const
{
    if (limit.exceptField.isEmpty() && limit.exceptChoice.isEmpty())
        return {};
    const Isian *field = m_katalog.m_layananList.last().field(limit.exceptField);
    const bool isKnown = field && std::ranges::any_of(field->choices, [&](const Pilihan &choice) {
                             return choice.code == limit.exceptChoice;
                         });
    if (!isKnown)
        return broken(u"kecuali_isian and kecuali_pilihan name no isian above with that pilihan"_s);
    return {};
}

Result<> KatalogParser::readCatatan(const KatalogRecord &record)
{
    const QString audience = record.text("untuk"_L1);
    if (audience != "semua"_L1 && audience != "petugas"_L1)
        return broken(u"untuk is neither semua nor petugas"_s);
    m_katalog.m_layananList.last().notes << Catatan{
        record.text("teks"_L1), audience == "semua"_L1 ? Audience::Everyone : Audience::Officer};
    return {};
}

Result<> KatalogParser::closeLayanan()
{
    const Layanan &layanan = m_katalog.m_layananList.last();
    if (layanan.outputs.isEmpty())
        return broken(u"layanan %1 has no keluaran"_s.arg(layanan.code), m_sectionLine);
    if (layanan.fields.isEmpty())
        return broken(u"layanan %1 has no isian"_s.arg(layanan.code), m_sectionLine);
    if (layanan.legalBasis.isEmpty())
        return broken(u"layanan %1 has no dasar_hukum"_s.arg(layanan.code), m_sectionLine);
    for (const auto &[group, line] : m_groupLines.asKeyValueRange()) {
        const auto members = std::ranges::count(layanan.requirements, group, &Syarat::group);
        if (members < 2)
            return broken(u"kelompok %1 offers no alternative: it has one syarat"_s.arg(group),
                          line);
    }
    return {};
}

} // namespace sipenduduk
