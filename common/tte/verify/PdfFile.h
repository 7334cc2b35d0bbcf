#pragma once

#include "common/Result.h"

#include <QByteArrayView>

#include <memory>

class QPDF;

namespace sipenduduk {

/// A PDF as libqpdf reads it without any repair. Not thread-safe.
class PdfFile
{
public:
    /// `bytes` must outlive the file. Malformed when anything has to be repaired or bytes stand
    /// before the header; Unsupported for encrypted and hybrid-reference files.
    [[nodiscard]] static Result<PdfFile> open(QByteArrayView bytes);

    PdfFile(PdfFile &&) noexcept;
    PdfFile &operator=(PdfFile &&) noexcept;
    ~PdfFile();

    [[nodiscard]] QPDF &qpdf() const { return *m_qpdf; }
    [[nodiscard]] QByteArrayView bytes() const { return m_bytes; }

    /// Whether reading went on without a warning since open().
    [[nodiscard]] bool isClean() const;

    /// The number after the last `startxref`; -1 when the file does not end with it.
    [[nodiscard]] static qint64 lastStartXref(QByteArrayView bytes);

private:
    PdfFile(std::unique_ptr<QPDF> qpdf, QByteArrayView bytes);
    std::unique_ptr<QPDF> m_qpdf;
    QByteArrayView m_bytes;
};

} // namespace sipenduduk
