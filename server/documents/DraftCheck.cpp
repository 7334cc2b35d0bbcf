#include "server/documents/DraftCheck.h"

#include "common/TabelIsian.h"
#include "server/documents/DocumentFonts.h"
#include "server/documents/DraftRenderer.h"

using namespace Qt::StringLiterals;

namespace sipenduduk {

namespace {

constexpr qsizetype MaxFields = 300;
constexpr qsizetype MaxFieldLength = MaxLongTextLength; ///< also of a table's JSON
constexpr qsizetype MaxNumberLength = 80;
constexpr qsizetype MaxCellLength = MaxTextLength;
constexpr qsizetype MaxMembers = 60;

/// Makes the texts of a draft printable one after the other; the first failure stays.
class Printer
{
public:
    void operator()(QString &text, const QString &where, qsizetype limit = MaxFieldLength)
    {
        if (!m_outcome)
            return;
        if (text.size() > limit) {
            m_outcome = fail(ErrorCode::TooLarge, u"draft: too long: "_s + where);
            return;
        }
        auto printable = DocumentFonts::printable(text);
        if (printable)
            text = *printable;
        else
            m_outcome = fail(printable.error().code, printable.error().detail + u" in "_s + where);
    }

    void refuse(ErrorCode code, const QString &detail)
    {
        if (m_outcome)
            m_outcome = fail(code, detail);
    }

    [[nodiscard]] Result<> outcome() const { return m_outcome; }

private:
    Result<> m_outcome;
};

void printOffice(Printer &print, OfficeSettings &office)
{
    print(office.pemerintah, u"office.pemerintah"_s, 200);
    print(office.dinas, u"office.dinas"_s, 200);
    print(office.alamat, u"office.alamat"_s, 400);
    print(office.kota, u"office.kota"_s, 100);
    print(office.kabKota, u"office.kabKota"_s, 100);
    print(office.provinsi, u"office.provinsi"_s, 100);
    print(office.pengaduan, u"office.pengaduan"_s, 400);
}

void printMember(Printer &print, KartuKeluargaMember &m)
{
    for (QString *cell :
         {&m.nama, &m.nik, &m.jenisKelamin, &m.tempatLahir, &m.tanggalLahir, &m.agama,
          &m.pendidikan, &m.pekerjaan, &m.golonganDarah, &m.statusPerkawinan, &m.tanggalPerkawinan,
          &m.tanggalPerceraian, &m.shdk, &m.kewarganegaraan, &m.paspor, &m.kitap, &m.ayah, &m.ibu})
        print(*cell, u"kartuKeluarga.members"_s, MaxCellLength);
}

void printKartuKeluarga(Printer &print, KartuKeluargaData &data)
{
    for (QString *text :
         {&data.nomor, &data.kepala, &data.alamat, &data.rt, &data.rw, &data.kodePos,
          &data.kelurahan, &data.kecamatan, &data.kabKota, &data.provinsi})
        print(*text, u"kartuKeluarga"_s, 300);
    for (KartuKeluargaMember &member : data.members)
        printMember(print, member);
}

/// Cells are looked at after decoding: JSON can write any character as an escape.
void printTable(Printer &print, QString &json, const QString &code)
{
    auto rows = parseTabel(json);
    if (!rows || rows->size() > MaxTableRows)
        return print.refuse(ErrorCode::InvalidArgument, u"draft: no table: "_s + code);
    for (BarisIsian &row : *rows) {
        for (auto cell = row.begin(); cell != row.end(); ++cell)
            print(cell.value(), code, MaxCellLength);
    }
    json = writeTabel(*rows);
}

void printFields(Printer &print, DraftInput &input)
{
    for (const Isian &isian : std::as_const(input.isian)) {
        if (!isian.columns.isEmpty() && input.fields.contains(isian.code))
            printTable(print, input.fields[isian.code], isian.code);
    }
    for (auto field = input.fields.begin(); field != input.fields.end(); ++field)
        print(field.value(), field.key());
    for (Isian &isian : input.isian)
        print(isian.label, isian.code, MaxTextLength);
}

Result<> checkShape(const DraftInput &input)
{
    if (!DraftRenderer::outputs().contains(input.output))
        return fail(ErrorCode::InvalidArgument, u"draft: unknown output"_s);
    if (input.templateVersion != DraftRenderer::TemplateVersion)
        return fail(ErrorCode::Unsupported, u"draft: template version"_s);
    if (input.documentNumber.trimmed().isEmpty() || input.documentKey.isEmpty())
        return fail(ErrorCode::InvalidArgument, u"draft: no document number or key"_s);
    if (!input.issueDate.isValid() || input.issueDate.year() < 1900
        || input.issueDate.year() > 9999)
        return fail(ErrorCode::InvalidArgument, u"draft: no issue date"_s);
    if (input.fields.size() > MaxFields || input.isian.size() > MaxFields)
        return fail(ErrorCode::TooLarge, u"draft: too many fields"_s);
    if (input.kartuKeluarga && input.kartuKeluarga->members.size() > MaxMembers)
        return fail(ErrorCode::TooLarge, u"draft: too many members"_s);
    return {};
}

} // namespace

Result<DraftInput> checkedDraftInput(const DraftInput &input)
{
    if (auto shape = checkShape(input); !shape)
        return std::unexpected(shape.error());
    DraftInput checked = input;
    Printer print;
    print(checked.documentNumber, u"documentNumber"_s, MaxNumberLength);
    print(checked.layananName, u"layananName"_s, 300);
    printOffice(print, checked.office);
    printFields(print, checked);
    if (checked.kartuKeluarga)
        printKartuKeluarga(print, *checked.kartuKeluarga);
    if (auto outcome = print.outcome(); !outcome)
        return std::unexpected(outcome.error());
    return checked;
}

} // namespace sipenduduk
