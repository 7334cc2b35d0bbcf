#include "common/KatalogParser.h"

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace sipenduduk {

namespace {

constexpr int SupportedVersion = 1;

template <typename T>
bool hasCode(const QList<T> &list, const QString &code)
{
    return std::ranges::any_of(list, [&](const T &item) { return item.code == code; });
}

std::optional<IsianType> isianType(const QString &word)
{
    static const QHash<QString, IsianType> types{
        {u"teks"_s, IsianType::Text},    {u"teks_panjang"_s, IsianType::LongText},
        {u"nik"_s, IsianType::Nik},      {u"nokk"_s, IsianType::NomorKk},
        {u"tanggal"_s, IsianType::Date}, {u"jam"_s, IsianType::Time},
        {u"angka"_s, IsianType::Number}, {u"pilihan"_s, IsianType::Choice},
        {u"tempat"_s, IsianType::Place},
    };
    const auto found = types.constFind(word);
    return found == types.cend() ? std::nullopt : std::optional(*found);
}

std::optional<IsianRule> isianRule(const QString &word)
{
    if (word.isEmpty())
        return IsianRule::None;
    if (word == "nama"_L1)
        return IsianRule::RegisteredName;
    if (word == "nama_baru"_L1)
        return IsianRule::NewName;
    return std::nullopt;
}

bool isAreaCode(const QString &code, qsizetype length)
{
    return code.size() == length
        && std::ranges::all_of(code, [](QChar c) { return c >= u'0' && c <= u'9'; });
}

/// Everything is free of charge (UU 24/2013 Ps 79A): no field for fees may exist anywhere.
bool isAboutFees(const QString &code)
{
    return code.contains("biaya"_L1) || code.contains("tarif"_L1) || code.contains("retribusi"_L1)
        || code.contains("denda"_L1);
}

bool belongsToIsian(const QString &jenis)
{
    return jenis == "pilihan"_L1 || jenis == "kolom"_L1;
}

bool belongsToLayanan(const QString &jenis)
{
    static const QStringList members{u"dasar_hukum"_s, u"syarat"_s,     u"keluaran"_s,
                                     u"batas_lapor"_s, u"batas_usia"_s, u"catatan"_s};
    return members.contains(jenis);
}

} // namespace

Result<KatalogLayanan> KatalogParser::parse(QByteArrayView jsonLines)
{
    qsizetype start = 0;
    while (start < jsonLines.size()) {
        qsizetype end = jsonLines.indexOf('\n', start);
        if (end < 0)
            end = jsonLines.size();
        ++m_line;
        if (auto read = readLine(jsonLines.sliced(start, end - start).trimmed()); !read)
            return std::unexpected(read.error());
        start = end + 1;
    }
    if (auto closed = closeIsian().and_then([this] { return closeSection(); }); !closed)
        return std::unexpected(closed.error());
    if (m_katalog.m_layananList.isEmpty())
        return broken(u"the catalogue ends without a layanan"_s);
    return m_katalog;
}

Result<> KatalogParser::readLine(QByteArrayView line)
{
    if (line.isEmpty())
        return {};
    const auto record = KatalogRecord::read(line);
    if (!record)
        return broken(record.error().detail);
    const bool isHeader = record->jenis() == "katalog"_L1;
    if (isHeader == m_hasHeader)
        return broken(m_hasHeader ? u"a second \"katalog\" line"_s
                                  : u"the first line is not of jenis \"katalog\""_s);
    return readRecord(*record);
}

Result<> KatalogParser::readRecord(const KatalogRecord &record)
{
    const QString jenis = record.jenis();
    if (!belongsToIsian(jenis))
        if (auto closed = closeIsian(); !closed)
            return closed;
    if (belongsToLayanan(jenis) && m_section != Section::Layanan)
        return broken(u"a %1 belongs under a layanan"_s.arg(jenis));
    return (this->*handlerOf(jenis))(record);
}

KatalogParser::Handler KatalogParser::handlerOf(const QString &jenis)
{
    static const QHash<QString, Handler> handlers{
        {u"katalog"_s, &KatalogParser::readKatalog},
        {u"bidang"_s, &KatalogParser::readBidang},
        {u"seksi"_s, &KatalogParser::readSeksi},
        {u"dokumen"_s, &KatalogParser::readDokumen},
        {u"daftar"_s, &KatalogParser::readDaftar},
        {u"pilihan"_s, &KatalogParser::readPilihan},
        {u"kecamatan"_s, &KatalogParser::readKecamatan},
        {u"kelurahan"_s, &KatalogParser::readKelurahan},
        {u"pendaftaran"_s, &KatalogParser::readPendaftaran},
        {u"layanan"_s, &KatalogParser::readLayanan},
        {u"dasar_hukum"_s, &KatalogParser::readDasarHukum},
        {u"syarat"_s, &KatalogParser::readSyarat},
        {u"isian"_s, &KatalogParser::readIsian},
        {u"kolom"_s, &KatalogParser::readKolom},
        {u"keluaran"_s, &KatalogParser::readKeluaran},
        {u"batas_lapor"_s, &KatalogParser::readBatasLapor},
        {u"batas_usia"_s, &KatalogParser::readBatasUsia},
        {u"catatan"_s, &KatalogParser::readCatatan},
    };
    return handlers.value(jenis); // KatalogRecord lets no other jenis through
}

Result<> KatalogParser::readKatalog(const KatalogRecord &record)
{
    if (record.number("versi"_L1) != SupportedVersion)
        return broken(u"versi is not %1"_s.arg(SupportedVersion));
    m_hasHeader = true;
    return {};
}

Result<> KatalogParser::readBidang(const KatalogRecord &record)
{
    if (auto closed = closeSection(); !closed)
        return closed;
    const Bidang bidang{record.text("kode"_L1), record.text("nama"_L1)};
    if (m_katalog.bidang(bidang.code))
        return broken(u"bidang %1 stands twice"_s.arg(bidang.code));
    m_katalog.m_bidangList << bidang;
    return {};
}

Result<> KatalogParser::readSeksi(const KatalogRecord &record)
{
    if (auto closed = closeSection(); !closed)
        return closed;
    const Seksi seksi{record.text("kode"_L1), record.text("bidang"_L1), record.text("nama"_L1)};
    if (m_katalog.seksi(seksi.code))
        return broken(u"seksi %1 stands twice"_s.arg(seksi.code));
    if (!m_katalog.bidang(seksi.bidang))
        return broken(u"there is no bidang %1 above"_s.arg(seksi.bidang));
    m_katalog.m_seksiList << seksi;
    return {};
}

Result<> KatalogParser::readDokumen(const KatalogRecord &record)
{
    if (auto closed = closeSection(); !closed)
        return closed;
    const QString medium = record.text("media"_L1);
    if (medium != "pdf"_L1 && medium != "kartu"_L1)
        return broken(u"media is neither pdf nor kartu"_s);
    const JenisDokumen dokumen{record.text("kode"_L1), record.text("nama"_L1),
                               medium == "pdf"_L1 ? Medium::Pdf : Medium::Card};
    if (m_katalog.dokumen(dokumen.code))
        return broken(u"dokumen %1 stands twice"_s.arg(dokumen.code));
    m_katalog.m_dokumenList << dokumen;
    return {};
}

Result<> KatalogParser::readDaftar(const KatalogRecord &record)
{
    if (auto closed = closeSection(); !closed)
        return closed;
    const QString code = record.text("kode"_L1);
    if (m_katalog.m_codeLists.contains(code))
        return broken(u"daftar %1 stands twice"_s.arg(code));
    m_section = Section::Daftar;
    m_sectionLine = m_line;
    m_daftar = code;
    m_katalog.m_codeLists.insert(code, {});
    return {};
}

Result<> KatalogParser::readPilihan(const KatalogRecord &record)
{
    QList<Pilihan> *choices = nullptr;
    if (m_section == Section::Daftar)
        choices = &m_katalog.m_codeLists[m_daftar];
    else if (m_isianLine > 0 && m_hasOwnChoices)
        choices = &openFields()->last().choices;
    if (!choices)
        return broken(u"a pilihan belongs under a daftar or under an isian of tipe pilihan "
                      "without a daftar"_s);
    const Pilihan choice{record.text("kode"_L1), record.text("label"_L1),
                         record.text("label_en"_L1)};
    if (hasCode(*choices, choice.code))
        return broken(u"pilihan %1 stands twice"_s.arg(choice.code));
    *choices << choice;
    return {};
}

Result<> KatalogParser::readKecamatan(const KatalogRecord &record)
{
    if (auto closed = closeSection(); !closed)
        return closed;
    const Kecamatan kecamatan{
        record.text("kode"_L1), record.text("nama"_L1), record.textList("nama_lama"_L1), {}};
    if (!isAreaCode(kecamatan.code, 6))
        return broken(u"the code of a kecamatan has 6 digits"_s);
    if (hasCode(m_katalog.m_kecamatanList, kecamatan.code))
        return broken(u"kecamatan %1 stands twice"_s.arg(kecamatan.code));
    m_section = Section::Kecamatan;
    m_katalog.m_kecamatanList << kecamatan;
    return {};
}

Result<> KatalogParser::readKelurahan(const KatalogRecord &record)
{
    if (m_section != Section::Kecamatan)
        return broken(u"a kelurahan belongs under a kecamatan"_s);
    const Kelurahan kelurahan{record.text("kode"_L1), record.text("nama"_L1),
                              record.textList("nama_lama"_L1)};
    Kecamatan &kecamatan = m_katalog.m_kecamatanList.last();
    if (!isAreaCode(kelurahan.code, 10) || !kelurahan.code.startsWith(kecamatan.code))
        return broken(u"the code of a kelurahan has 10 digits and begins with that of its "
                      "kecamatan"_s);
    if (hasCode(kecamatan.kelurahanList, kelurahan.code))
        return broken(u"kelurahan %1 stands twice"_s.arg(kelurahan.code));
    kecamatan.kelurahanList << kelurahan;
    return {};
}

Result<> KatalogParser::readPendaftaran(const KatalogRecord &)
{
    if (auto closed = closeSection(); !closed)
        return closed;
    if (!m_katalog.m_registrationFields.isEmpty())
        return broken(u"pendaftaran stands twice"_s);
    m_section = Section::Pendaftaran;
    m_sectionLine = m_line;
    return {};
}

QList<Isian> *KatalogParser::openFields()
{
    if (m_section == Section::Layanan)
        return &m_katalog.m_layananList.last().fields;
    return m_section == Section::Pendaftaran ? &m_katalog.m_registrationFields : nullptr;
}

Result<> KatalogParser::readIsian(const KatalogRecord &record)
{
    if (!openFields())
        return broken(u"an isian belongs under a layanan or the pendaftaran"_s);
    const auto type = isianType(record.text("tipe"_L1));
    const auto rule = isianRule(record.text("aturan"_L1));
    if (!type)
        return broken(u"unknown tipe \"%1\""_s.arg(record.text("tipe"_L1)));
    if (!rule || (*rule != IsianRule::None && *type != IsianType::Text))
        return broken(u"aturan is neither nama nor nama_baru, or not on a teks"_s);
    Isian field{record.text("kode"_L1),
                record.text("label"_L1),
                record.text("label_en"_L1),
                *type,
                *rule,
                record.flag("wajib"_L1, false),
                record.text("petunjuk"_L1)};
    if (hasCode(*openFields(), field.code))
        return broken(u"isian %1 stands twice"_s.arg(field.code));
    if (isAboutFees(field.code))
        return broken(u"services are free of charge: no field for fees may exist"_s);
    if (auto read = readChoices(record, field.type, field.choices); !read)
        return read;
    m_hasOwnChoices = field.type == IsianType::Choice && field.choices.isEmpty();
    m_isianLine = m_line;
    *openFields() << field;
    return {};
}

Result<> KatalogParser::readChoices(const KatalogRecord &record, IsianType type,
                                    QList<Pilihan> &choices) const
{
    if (!record.has("daftar"_L1))
        return {};
    if (type != IsianType::Choice)
        return broken(u"a daftar is for tipe pilihan only"_s);
    const auto list = m_katalog.m_codeLists.constFind(record.text("daftar"_L1));
    if (list == m_katalog.m_codeLists.cend())
        return broken(u"there is no daftar %1 above"_s.arg(record.text("daftar"_L1)));
    choices = *list;
    return {};
}

Result<> KatalogParser::readKolom(const KatalogRecord &record)
{
    if (m_isianLine == 0 || openFields()->last().type != IsianType::LongText)
        return broken(u"a kolom belongs under an isian of tipe teks_panjang"_s);
    const auto type = isianType(record.text("tipe"_L1));
    const auto rule = isianRule(record.text("aturan"_L1));
    if (!type || *type == IsianType::LongText)
        return broken(u"tipe \"%1\" is not for a kolom"_s.arg(record.text("tipe"_L1)));
    if (!rule || *rule == IsianRule::NewName
        || (*rule != IsianRule::None && *type != IsianType::Text))
        return broken(u"aturan of a kolom is not nama, or not on a teks"_s);
    Kolom column{record.text("kode"_L1), record.text("label"_L1), *type, *rule};
    QList<Kolom> &columns = openFields()->last().columns;
    if (hasCode(columns, column.code))
        return broken(u"kolom %1 stands twice"_s.arg(column.code));
    if (auto read = readChoices(record, column.type, column.choices); !read)
        return read;
    if (column.type == IsianType::Choice && column.choices.isEmpty())
        return broken(u"a kolom of tipe pilihan needs a daftar"_s);
    columns << column;
    return {};
}

Result<> KatalogParser::closeSection()
{
    Result<> closed;
    if (m_section == Section::Daftar)
        closed = closeDaftar();
    else if (m_section == Section::Layanan)
        closed = closeLayanan();
    else if (m_section == Section::Pendaftaran && m_katalog.m_registrationFields.isEmpty())
        closed = broken(u"pendaftaran has no isian"_s, m_sectionLine);
    m_section = Section::None;
    return closed;
}

Result<> KatalogParser::closeDaftar()
{
    if (m_katalog.m_codeLists.value(m_daftar).isEmpty())
        return broken(u"daftar %1 has no pilihan"_s.arg(m_daftar), m_sectionLine);
    return {};
}

Result<> KatalogParser::closeIsian()
{
    const int line = std::exchange(m_isianLine, 0);
    if (line == 0)
        return {};
    const Isian &field = openFields()->last();
    if (field.type == IsianType::Choice && field.choices.isEmpty())
        return broken(u"isian %1 of tipe pilihan has nothing to choose"_s.arg(field.code), line);
    return {};
}

std::unexpected<Error> KatalogParser::broken(const QString &what, int line) const
{
    return fail(ErrorCode::Malformed, u"line %1: %2"_s.arg(line > 0 ? line : m_line).arg(what));
}

} // namespace sipenduduk
