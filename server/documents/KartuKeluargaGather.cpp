#include "server/documents/KartuKeluargaGather.h"

#include "common/TabelIsian.h"
#include "server/documents/DraftValues.h"

#include <QStringList>

#include <algorithm>
#include <array>
#include <functional>

using namespace Qt::StringLiterals;

namespace sipenduduk {

namespace {

constexpr qsizetype NumberLength = 16;
constexpr std::array<QStringView, 3> MemberTables{u"anggota", u"anggota_pindah", u"anggota_pisah"};

/// Looks values up in the fields of one draft.
class Fields
{
public:
    explicit Fields(const DraftInput &input)
        : m_input(input)
    {
    }

    [[nodiscard]] QString raw(const QString &code) const
    {
        return m_input.fields.value(code).trimmed();
    }

    /// As a person reads it.
    [[nodiscard]] QString text(const QString &code) const
    {
        const auto isian = std::ranges::find(m_input.isian, code, &Isian::code);
        return printedValue(raw(code),
                            isian == m_input.isian.end() ? QList<Pilihan>() : isian->choices);
    }

    [[nodiscard]] QString first(const QStringList &codes) const
    {
        for (const QString &code : codes) {
            if (const QString found = text(code); !found.isEmpty())
                return found;
        }
        return {};
    }

private:
    const DraftInput &m_input;
};

/// Where a row of a table or the fields of one person are read from, by column code.
using Cell = std::function<QString(const QString &)>;

KartuKeluargaMember memberFrom(const Cell &cell)
{
    KartuKeluargaMember m;
    m.nama = cell(u"nama"_s).toUpper();
    m.nik = cell(u"nik"_s);
    m.jenisKelamin = cell(u"jk"_s).toUpper();
    m.tempatLahir = cell(u"tempat_lahir"_s).toUpper();
    m.tanggalLahir = cell(u"tgl_lahir"_s);
    m.agama = cell(u"agama"_s).toUpper();
    m.pendidikan = cell(u"pendidikan"_s).toUpper();
    m.pekerjaan = cell(u"pekerjaan"_s).toUpper();
    m.golonganDarah = cell(u"golongan_darah"_s).toUpper();
    m.statusPerkawinan = cell(u"status_perkawinan"_s).toUpper();
    m.tanggalPerkawinan = cell(u"tgl_perkawinan"_s);
    m.tanggalPerceraian = cell(u"tgl_perceraian"_s);
    m.shdk = cell(u"shdk"_s).toUpper();
    m.kewarganegaraan = cell(u"kewarganegaraan"_s).startsWith("WNA"_L1) ? u"WNA"_s : u"WNI"_s;
    m.paspor = cell(u"paspor"_s);
    m.kitap = cell(u"kitap"_s);
    m.ayah = cell(u"ayah"_s).toUpper();
    m.ibu = cell(u"ibu"_s).toUpper();
    return m;
}

QList<KartuKeluargaMember> tableMembers(const DraftInput &input, QStringView table)
{
    QList<KartuKeluargaMember> members;
    const auto rows = parseTabel(input.fields.value(table.toString()));
    const auto isian = std::ranges::find(input.isian, table, &Isian::code);
    if (!rows || isian == input.isian.end())
        return members;
    for (const BarisIsian &row : *rows) {
        if (isBlankRow(row))
            continue;
        members.append(memberFrom([&](const QString &code) {
            const auto column = std::ranges::find(isian->columns, code, &Kolom::code);
            return printedValue(row.value(code),
                                column == isian->columns.end() ? QList<Pilihan>()
                                                               : column->choices);
        }));
    }
    return members;
}

KartuKeluargaMember personMember(const Fields &fields, const QString &prefix, const QString &shdk)
{
    KartuKeluargaMember member =
        memberFrom([&](const QString &code) { return fields.text(prefix + code); });
    if (!shdk.isEmpty())
        member.shdk = shdk;
    return member;
}

QList<KartuKeluargaMember> birthMembers(const Fields &fields)
{
    QList<KartuKeluargaMember> members;
    const QString head = u"KEPALA KELUARGA"_s;
    const bool hasFather = !fields.raw(u"ayah_nama"_s).isEmpty();
    if (hasFather) {
        members.append(personMember(fields, u"ayah_"_s, head));
        members.last().jenisKelamin = u"LAKI-LAKI"_s;
    }
    if (!fields.raw(u"ibu_nama"_s).isEmpty()) {
        members.append(personMember(fields, u"ibu_"_s, hasFather ? u"ISTRI"_s : head));
        members.last().jenisKelamin = u"PEREMPUAN"_s;
    }
    KartuKeluargaMember child = personMember(fields, u"anak_"_s, u"ANAK"_s);
    child.tempatLahir = fields.first({u"tempat_kelahiran"_s, u"anak_tempat_lahir"_s}).toUpper();
    child.tanggalLahir = fields.first({u"tgl_lahir"_s, u"anak_tgl_lahir"_s});
    child.statusPerkawinan = u"BELUM KAWIN"_s;
    child.ayah = fields.text(u"ayah_nama"_s).toUpper();
    child.ibu = fields.text(u"ibu_nama"_s).toUpper();
    members.append(child);
    return members;
}

QList<KartuKeluargaMember> namedMembers(const Fields &fields)
{
    if (!fields.raw(u"anak_nama"_s).isEmpty())
        return birthMembers(fields);
    if (!fields.raw(u"suami_nama"_s).isEmpty())
        return {personMember(fields, u"suami_"_s, u"KEPALA KELUARGA"_s),
                personMember(fields, u"istri_"_s, u"ISTRI"_s)};
    for (const QString &prefix : {QString(), u"anggota_"_s, u"subjek_"_s, u"pemohon_"_s}) {
        if (fields.raw(prefix + u"nama"_s).isEmpty())
            continue;
        KartuKeluargaMember member = personMember(fields, prefix, {});
        member.ayah = fields.text(u"ayah_nama"_s).toUpper();
        member.ibu = fields.text(u"ibu_nama"_s).toUpper();
        return {member};
    }
    return {};
}

QList<KartuKeluargaMember> knownMembers(const DraftInput &input, const Fields &fields)
{
    for (const QStringView table : MemberTables) {
        if (const auto members = tableMembers(input, table); !members.isEmpty())
            return members;
    }
    return namedMembers(fields);
}

/// The number of the kartu keluarga: the document's own number when it looks like one.
QString familyNumber(const DraftInput &input, const Fields &fields)
{
    if (input.documentNumber.size() == NumberLength)
        return input.documentNumber;
    const QString known = fields.first({u"nokk"_s, u"anak_nokk"_s, u"pemohon_nokk"_s,
                                        u"suami_nokk"_s, u"nokk_asal"_s, u"subjek_nokk"_s});
    return known.isEmpty() ? input.documentNumber : known;
}

/// True when the table of members lists those who leave this city: the card is then for those
/// who stay, whom no field names.
bool isMoveAway(const Fields &fields, const OfficeSettings &office)
{
    const QString city = fields.raw(u"tujuan_kabkota"_s);
    return !fields.raw(u"negara_tujuan"_s).isEmpty()
        || (!city.isEmpty() && !city.contains(office.kota, Qt::CaseInsensitive));
}

/// The prefix whose address is that of the card: the new one before the old one.
QString addressPrefix(const Fields &fields)
{
    for (const QString &prefix : {u"kk_"_s, u"baru_"_s, u"tujuan_"_s, u"dom_"_s, u"asal_"_s}) {
        if (!fields.raw(prefix + u"alamat"_s).isEmpty())
            return prefix;
    }
    return {};
}

QString headOfFamily(const Fields &fields, const QList<KartuKeluargaMember> &members)
{
    const QString named =
        fields.first({u"kepala_baru_nama"_s, u"kepala_nama"_s, u"kk_kepala_nama"_s});
    if (!named.isEmpty())
        return named;
    for (const KartuKeluargaMember &member : members) {
        if (member.shdk == "KEPALA KELUARGA"_L1)
            return member.nama;
    }
    return fields.first({u"pemohon_nama"_s, u"ayah_nama"_s, u"ibu_nama"_s, u"nama"_s});
}

QString threeDigits(const QString &number)
{
    return number.isEmpty() ? number : number.rightJustified(3, u'0');
}

} // namespace

KartuKeluargaData gatheredKartuKeluarga(const DraftInput &input)
{
    const Fields fields(input);
    const QString prefix = addressPrefix(fields);
    const auto place = [&](const QString &part) {
        return fields.first({prefix + part, part}).toUpper();
    };
    KartuKeluargaData data;
    if (!isMoveAway(fields, input.office))
        data.members = knownMembers(input, fields);
    data.nomor = familyNumber(input, fields);
    data.kepala = headOfFamily(fields, data.members).toUpper();
    data.alamat = place(u"alamat"_s);
    data.rt = threeDigits(place(u"rt"_s));
    data.rw = threeDigits(place(u"rw"_s));
    data.kodePos = place(u"kodepos"_s);
    data.kelurahan = place(u"kelurahan"_s);
    data.kecamatan = place(u"kecamatan"_s);
    data.kabKota = input.office.kabKota.toUpper();
    data.provinsi = input.office.provinsi.toUpper();
    return data;
}

} // namespace sipenduduk
