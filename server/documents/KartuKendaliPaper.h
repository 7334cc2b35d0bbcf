#pragma once

#include "common/Result.h"
#include "server/documents/DraftInput.h"

#include <QByteArray>
#include <QDateTime>
#include <QList>
#include <QString>

namespace sipenduduk {

/// One stage as the kartu kendali shows it: when an officer took the berkas over and handed it on.
struct KartuKendaliPaperRow
{
    QString tahap;        ///< "Verifikasi Kepala Seksi"
    QString petugas;      ///< name and duty
    QDateTime diterima;   ///< UTC; invalid: not yet
    QDateTime diserahkan; ///< UTC; invalid: still here
    qint64 durasi = -1;   ///< working seconds; -1: not known yet
    qint64 batas = -1;    ///< limit of the SOP in seconds; -1: none
    QString paraf;        ///< "Paraf", "TTE", "Dikembalikan" …; may be empty
    QString catatan;
    bool operator==(const KartuKendaliPaperRow &) const = default;
};

struct KartuKendaliPaperInput
{
    QString nomor;
    QString layanan;
    QString pemohon;
    QString seksi;
    QString status;        ///< as a person reads it
    QDateTime diajukan;    ///< UTC
    QDateTime dicetak;     ///< UTC, printed at the foot; the only clock on the paper
    QString kepalaRantai;  ///< hex of the chain's head hash; printed at the foot
    QString alamatPeriksa; ///< address in the QR at the upper right; empty: no QR
    OfficeSettings office;
    DraftMode mode = DraftMode::Produksi;
    QList<KartuKendaliPaperRow> rows;
};

/// The kartu kendali on A4 landscape, times in office time (UTC+7) to the second; late stages
/// are marked in words. Same process needs as DraftRenderer.
/// InvalidArgument: no number, or a character the fonts lack; TooLarge: beyond 500 rows.
[[nodiscard]] Result<QByteArray> renderKartuKendali(const KartuKendaliPaperInput &input);

} // namespace sipenduduk
