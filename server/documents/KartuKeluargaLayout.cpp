#include "server/documents/KartuKeluargaLayout.h"

#include "common/SignaturePlace.h"
#include "server/documents/DocumentOrnaments.h"
#include "server/documents/GridTable.h"
#include "server/documents/KartuKeluargaGather.h"
#include "server/documents/PdfCanvas.h"
#include "server/documents/Terbilang.h"
#include "server/documents/TextLines.h"

#include <QPainter>
#include <QPen>

using namespace Qt::StringLiterals;

namespace sipenduduk {

namespace {

constexpr qreal Margin = 28;
constexpr qreal TitleTop = 26;
constexpr qreal DataTop = 68;
constexpr qreal DataRow = 11.5;
constexpr qreal TablesTop = 120;
constexpr qreal TableGap = 6;
constexpr qreal FootRoom = 44;    ///< kept free under the tables of a page that is not the last
constexpr qreal SignatureGap = 3; ///< between the tables and the place of the signature
constexpr int MembersPerPage = 10;

struct KkStyle
{
    TextStyle small{.face = TextStyle::Face::Sans, .size = 6.6};
    TextStyle data{.face = TextStyle::Face::Sans, .size = 8};
    TextStyle title{
        .face = TextStyle::Face::Sans, .size = 17, .bold = true, .alignment = Qt::AlignHCenter};
};

GridLook kkLook()
{
    const KkStyle style;
    return {.head = style.small.bolder(),
            .body = style.small,
            .padding = 2.2,
            .minimumRowHeight = 11.8};
}

GridTable firstTable(const QPaintDevice *device)
{
    const auto centre = Qt::AlignHCenter;
    return GridTable({{20, centre},
                      {150},
                      {86, centre},
                      {62},
                      {84},
                      {64, centre},
                      {60},
                      {104},
                      {114},
                      {42, centre}},
                     {{u"No."_s, 0},
                      {u"Nama Lengkap"_s, 1},
                      {u"NIK"_s, 2},
                      {u"Jenis Kelamin"_s, 3},
                      {u"Tempat Lahir"_s, 4},
                      {u"Tanggal Lahir"_s, 5},
                      {u"Agama"_s, 6},
                      {u"Pendidikan"_s, 7},
                      {u"Jenis Pekerjaan"_s, 8},
                      {u"Golongan Darah"_s, 9}},
                     kkLook(), device);
}

GridTable secondTable(const QPaintDevice *device)
{
    const auto centre = Qt::AlignHCenter;
    return GridTable({{20, centre},
                      {112},
                      {66, centre},
                      {66, centre},
                      {96},
                      {74, centre},
                      {62},
                      {66},
                      {112},
                      {112}},
                     {{u"No."_s, 0, 1, 0, 2},
                      {u"Status Perkawinan"_s, 1, 1, 0, 2},
                      {u"Tanggal Perkawinan"_s, 2, 1, 0, 2},
                      {u"Tanggal Perceraian"_s, 3, 1, 0, 2},
                      {u"Status Hubungan Dalam Keluarga"_s, 4, 1, 0, 2},
                      {u"Kewarganegaraan"_s, 5, 1, 0, 2},
                      {u"Dokumen Imigrasi"_s, 6, 2, 0, 1},
                      {u"No. Paspor"_s, 6, 1, 1, 1},
                      {u"No. KITAS/KITAP"_s, 7, 1, 1, 1},
                      {u"Nama Orang Tua"_s, 8, 2, 0, 1},
                      {u"Ayah"_s, 8, 1, 1, 1},
                      {u"Ibu"_s, 9, 1, 1, 1}},
                     kkLook(), device);
}

QString orDash(const QString &text)
{
    return text.isEmpty() ? u"-"_s : text;
}

/// Paints one kartu keluarga; the rows are measured once and the pages cut afterwards.
class KartuKeluargaPainter
{
public:
    KartuKeluargaPainter(PdfCanvas &canvas, const DraftInput &input, const KartuKeluargaData &data)
        : m_canvas(canvas)
        , m_input(input)
        , m_data(data)
        , m_first(firstTable(canvas.device()))
        , m_second(secondTable(canvas.device()))
    {
        for (const KartuKeluargaMember &member : data.members)
            addMember(member);
    }

    void paint()
    {
        const QList<int> pages = cutPages();
        int first = 0;
        for (qsizetype page = 0; page < pages.size(); ++page) {
            if (page > 0)
                m_canvas.newPage();
            const bool isLast = page == pages.size() - 1;
            paintPage(first, pages.at(page), isLast, int(pages.size()));
            first += pages.at(page);
        }
    }

private:
    void addMember(const KartuKeluargaMember &m)
    {
        const QString number = QString::number(m_first.rowCount() + 1);
        m_first.addRow({number, m.nama, m.nik, m.jenisKelamin, m.tempatLahir, m.tanggalLahir,
                        m.agama, m.pendidikan, m.pekerjaan, orDash(m.golonganDarah)});
        m_second.addRow({number, m.statusPerkawinan, orDash(m.tanggalPerkawinan),
                         orDash(m.tanggalPerceraian), m.shdk, m.kewarganegaraan, orDash(m.paspor),
                         orDash(m.kitap), orDash(m.ayah), orDash(m.ibu)});
    }

    [[nodiscard]] qreal bottomOfTables(int first, int count) const
    {
        qreal y = TablesTop + m_first.headHeight() + TableGap + m_second.headHeight();
        for (int row = first; row < first + count; ++row)
            y += m_first.rowHeight(row) + m_second.rowHeight(row);
        return y;
    }

    [[nodiscard]] qreal lowestOnLastPage() const
    {
        const QRectF place = LandscapeSignaturePlace.rect;
        return m_canvas.pageSize().height() - place.bottom() - SignatureGap;
    }

    /// How many members each page holds.
    [[nodiscard]] QList<int> cutPages() const
    {
        const qreal lowest = m_canvas.pageSize().height() - FootRoom;
        QList<int> pages;
        int first = 0;
        for (int left = m_first.rowCount(); left > 0;) {
            int count = std::min(left, MembersPerPage);
            while (count > 1 && bottomOfTables(first, count) > lowest)
                --count;
            // The last page keeps the signature's place free; one member at least goes there.
            if (count == left && bottomOfTables(first, count) > lowestOnLastPage() && count > 1)
                --count;
            pages.append(count);
            first += count;
            left -= count;
        }
        return pages;
    }

    void paintPage(int first, int count, bool isLast, int pages)
    {
        if (m_input.mode == DraftMode::Latihan)
            drawSpecimenMark(m_canvas);
        paintTitle();
        paintData();
        const qreal lowest = isLast ? lowestOnLastPage() : m_canvas.pageSize().height() - FootRoom;
        const int blanks = blankRows(first, count, lowest);
        qreal y = paintTable(m_first, first, count, blanks, TablesTop);
        y = paintTable(m_second, first, count, blanks, y + TableGap);
        if (isLast)
            paintFoot();
        else
            paintText(u"Bersambung ke halaman berikutnya"_s, KkStyle().small.slanted(),
                      QPointF(Margin, y + 3), 300);
        drawPageNumber(m_canvas, {}, pages);
    }

    /// The classic form shows ten rows; the empty ones only as far as there is room.
    [[nodiscard]] int blankRows(int first, int count, qreal lowest) const
    {
        const qreal room = lowest - bottomOfTables(first, count);
        const int fitting = int(room / (2 * kkLook().minimumRowHeight));
        return std::clamp(MembersPerPage - count, 0, std::max(fitting, 0));
    }

    qreal paintTable(const GridTable &table, int first, int count, int blanks, qreal y)
    {
        QPainter &painter = m_canvas.painter();
        table.drawHead(painter, {Margin, y});
        y += table.headHeight();
        for (int row = first; row < first + count; ++row) {
            table.drawRow(painter, row, {Margin, y});
            y += table.rowHeight(row);
        }
        for (int blank = 0; blank < blanks; ++blank) {
            table.drawBlankRow(painter, {Margin, y});
            y += kkLook().minimumRowHeight;
        }
        return y;
    }

    qreal paintText(const QString &text, const TextStyle &style, const QPointF &at, qreal width)
    {
        const TextLines lines(text, style, width, m_canvas.device());
        lines.draw(m_canvas.painter(), at);
        return lines.height();
    }

    void paintTitle()
    {
        const KkStyle style;
        const qreal width = m_canvas.pageSize().width();
        drawEmblem(m_canvas.painter(), {Margin + 20, TitleTop + 19}, 38);
        paintText(u"KARTU KELUARGA"_s, style.title, {0, TitleTop - 3}, width);
        paintText(u"No. "_s + m_data.nomor, style.title.sized(11.5), {0, TitleTop + 20}, width);
    }

    void paintData()
    {
        const QString rtRw = orDash(m_data.rt) + u"/"_s + orDash(m_data.rw);
        paintColumn(Margin,
                    {{u"Nama Kepala Keluarga"_s, m_data.kepala},
                     {u"Alamat"_s, m_data.alamat},
                     {u"RT/RW"_s, rtRw},
                     {u"Kode Pos"_s, m_data.kodePos}},
                    350);
        paintColumn(520,
                    {{u"Desa/Kelurahan"_s, m_data.kelurahan},
                     {u"Kecamatan"_s, m_data.kecamatan},
                     {u"Kabupaten/Kota"_s, m_data.kabKota},
                     {u"Provinsi"_s, m_data.provinsi}},
                    190);
    }

    /// A label and a value per row; a value that needs two lines is set smaller.
    void paintColumn(qreal x, const QList<std::pair<QString, QString>> &rows, qreal width)
    {
        const KkStyle style;
        qreal y = DataTop;
        for (const auto &[label, value] : rows) {
            paintText(label, style.data, {x, y}, 100);
            paintText(u":"_s, style.data, {x + 100, y}, 8);
            TextStyle bold = style.data.bolder();
            while (bold.size > 4.5
                   && TextLines(orDash(value), bold, width, m_canvas.device()).count() > 1)
                bold.size -= 0.5;
            paintText(orDash(value), bold, {x + 108, y}, width);
            y += DataRow;
        }
    }

    void paintFoot()
    {
        const KkStyle style;
        const QRectF place = LandscapeSignaturePlace.rect;
        const qreal height = m_canvas.pageSize().height();
        const qreal top = height - place.bottom() + 4;
        const TextStyle centred = style.data.aligned(Qt::AlignHCenter);
        paintText(u"Dikeluarkan tanggal : "_s + Terbilang::indonesianDate(m_input.issueDate),
                  style.data, {Margin, top}, 260);
        paintText(u"KEPALA KELUARGA"_s, centred.bolder(), {300, top}, 220);
        paintText(m_data.kepala, centred.bolder(), {300, top + 70}, 220);
        m_canvas.painter().setPen(QPen(Qt::black, 0.5));
        m_canvas.painter().drawLine(QPointF(320, top + 68), QPointF(500, top + 68));
        paintText(
            u"Dokumen ini tidak memerlukan tanda tangan basah dan cap dinas. Keabsahannya diperiksa"
            " melalui tanda tangan elektronik pada berkas PDF asli atau kode QR di kanan"
            " bawah. Informasi elektronik dan/atau hasil cetaknya merupakan alat bukti"
            " hukum yang sah (UU ITE, UU 11/2008 Pasal 5 ayat (1))."_s,
            style.small, {Margin, top + 26}, 240);
    }

    PdfCanvas &m_canvas;
    const DraftInput &m_input;
    const KartuKeluargaData &m_data;
    GridTable m_first;
    GridTable m_second;
};

} // namespace

Result<QByteArray> renderKartuKeluarga(const DraftInput &input)
{
    const KartuKeluargaData data =
        input.kartuKeluarga ? *input.kartuKeluarga : gatheredKartuKeluarga(input);
    if (data.members.isEmpty())
        return fail(ErrorCode::Incomplete, u"kk: no member is known"_s);
    const PdfIdentity identity{u"Kartu Keluarga"_s, input.documentKey,
                               u"kk/%1"_s.arg(input.templateVersion), input.issueDate};
    PdfCanvas canvas(identity, QPageLayout::Landscape);
    KartuKeluargaPainter(canvas, input, data).paint();
    return canvas.finish();
}

} // namespace sipenduduk
