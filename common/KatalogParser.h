#pragma once

#include "common/KatalogLayanan.h"
#include "common/KatalogRecord.h"

#include <QByteArrayView>
#include <QMap>
#include <QString>

namespace sipenduduk {

/// Builds a catalogue out of its lines, in one pass: what a line names must stand above it, and
/// what belongs to something stands below it. Used once; see KatalogLayanan::parse().
class KatalogParser
{
public:
    [[nodiscard]] Result<KatalogLayanan> parse(QByteArrayView jsonLines);

private:
    enum class Section { None, Daftar, Kecamatan, Pendaftaran, Layanan };
    using Handler = Result<> (KatalogParser::*)(const KatalogRecord &);

    Result<> readLine(QByteArrayView line);
    Result<> readRecord(const KatalogRecord &record);
    [[nodiscard]] static Handler handlerOf(const QString &jenis);

    Result<> readKatalog(const KatalogRecord &record);
    Result<> readBidang(const KatalogRecord &record);
    Result<> readSeksi(const KatalogRecord &record);
    Result<> readDokumen(const KatalogRecord &record);
    Result<> readDaftar(const KatalogRecord &record);
    Result<> readPilihan(const KatalogRecord &record);
    Result<> readKecamatan(const KatalogRecord &record);
    Result<> readKelurahan(const KatalogRecord &record);
    Result<> readPendaftaran(const KatalogRecord &record);
    Result<> readLayanan(const KatalogRecord &record);
    Result<> readDasarHukum(const KatalogRecord &record);
    Result<> readSyarat(const KatalogRecord &record);
    Result<> readIsian(const KatalogRecord &record);
    Result<> readKolom(const KatalogRecord &record);
    Result<> readKeluaran(const KatalogRecord &record);
    Result<> readBatasLapor(const KatalogRecord &record);
    Result<> readBatasUsia(const KatalogRecord &record);
    Result<> readCatatan(const KatalogRecord &record);

    Result<> checkSyaratKind(const Syarat &syarat) const;
    Result<> checkUsiaException(const BatasUsia &limit) const;
    Result<> readChoices(const KatalogRecord &record, IsianType type,
                         QList<Pilihan> &choices) const;
    Result<> checkCondition(const KatalogRecord &record) const;
    /// Fields of the layanan or registration that is being read.
    [[nodiscard]] QList<Isian> *openFields();

    Result<> closeSection();
    Result<> closeDaftar();
    Result<> closeIsian();
    Result<> closeLayanan();

    /// Malformed: "line N: what", N being the line that is read unless another is named.
    [[nodiscard]] std::unexpected<Error> broken(const QString &what, int line = 0) const;

    KatalogLayanan m_katalog;
    Section m_section = Section::None;
    int m_line = 0;        ///< 1-based, the one that is being read
    int m_sectionLine = 0; ///< where the section began
    int m_isianLine = 0;   ///< where the last field stands; 0: none is open
    bool m_hasHeader = false;
    bool m_hasOwnChoices = false;    ///< the open field takes its choices from the lines below
    QString m_daftar;                ///< code of the open list
    QMap<QString, int> m_groupLines; ///< first line of each group of the open layanan
};

} // namespace sipenduduk
