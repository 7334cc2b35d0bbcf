#pragma once

#include "common/Result.h"

#include <QByteArray>
#include <QDate>
#include <QString>

class QPdfWriter;

namespace sipenduduk {

/// What a document says about itself; nothing in its bytes comes from anywhere else but its
/// content.
struct PdfIdentity
{
    QString title;  ///< kind and number of the document; no name, no NIK
    QString key;    ///< unique and lasting, e.g. "dokumen/4711/1": gives the document id
    QString recipe; ///< template and its version, e.g. "akta-kelahiran/1"
    QDate date;     ///< stands as creation date, 00:00 UTC
};

/// QPdfWriter stamps the clock, a random id and hash-ordered font tags into its output. These two
/// steps take all three out, so that equal data gives equal bytes with the same packages installed.
namespace DeterministicPdf {

/// Before painting: document id, title and an XMP packet of our own.
void prepare(QPdfWriter &writer, const PdfIdentity &identity);

/// After painting: the one libqpdf pass. It is not idempotent, so it runs exactly once, before
/// anything is hashed. Internal when libqpdf refuses the bytes.
[[nodiscard]] Result<QByteArray> finish(const QByteArray &painted, const PdfIdentity &identity);

} // namespace DeterministicPdf

} // namespace sipenduduk
