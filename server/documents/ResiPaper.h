#pragma once

#include "common/Result.h"
#include "server/documents/DraftInput.h"

#include <QByteArray>
#include <QDateTime>
#include <QList>
#include <QString>

namespace sipenduduk {

struct ResiPaperSyarat
{
    QString name;
    bool isReceived = false;
    bool operator==(const ResiPaperSyarat &) const = default;
};

/// What a resi says. Source: domain/documents.md 3.7.
struct ResiPaperInput
{
    QString nomor;
    QString layanan;
    QString pemohon;
    QDateTime diterima;   ///< UTC
    QString janji;        ///< promised time in words; empty: not printed
    QString alamatStatus; ///< page of the request's state; in words and as QR
    QList<ResiPaperSyarat> requirements;
    OfficeSettings office;
    DraftMode mode = DraftMode::Produksi;
};

/// The resi on A4 portrait: number, requirements received, status address with QR, complaint
/// contact, and that the service is free of charge. Same process needs as DraftRenderer.
/// InvalidArgument: no number or status address, or a character that the fonts lack.
[[nodiscard]] Result<QByteArray> renderResi(const ResiPaperInput &input);

} // namespace sipenduduk
