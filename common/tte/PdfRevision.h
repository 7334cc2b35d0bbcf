#pragma once

#include "common/Result.h"

#include <QByteArray>

#include <map>
#include <memory>
#include <string>

#include <qpdf/QPDFObjectHandle.hh>

class QPDF;

namespace sipenduduk {

/// One incremental update of a PDF: libqpdf reads, we append. Nothing before the appended bytes
/// changes. Cross-reference table or stream as the draft has it.
class PdfRevision
{
public:
    /// Reads without any repair. Malformed, or Unsupported for encrypted, hybrid-reference,
    /// certified and XFA files. `draft` is shared, not copied.
    [[nodiscard]] static Result<PdfRevision> open(const QByteArray &draft);

    PdfRevision(PdfRevision &&) noexcept;
    PdfRevision &operator=(PdfRevision &&) noexcept;
    ~PdfRevision();

    [[nodiscard]] QPDF &qpdf() const { return *m_qpdf; }
    [[nodiscard]] const QByteArray &draft() const { return m_draft; }

    /// Number for a new object, generation 0.
    [[nodiscard]] int newObject() { return m_nextObject++; }
    /// The next `count` numbers; gives the first.
    [[nodiscard]] int newObjects(int count);

    /// Appends an object (a new one, or a changed one under its old number) and gives the
    /// position of its body in appended().
    qsizetype append(int object, int generation, const QByteArray &body);

    /// `dictionary` as it stands, with the members of `replaced` in place of its own.
    [[nodiscard]] static QByteArray withMembers(QPDFObjectHandle dictionary,
                                                const std::map<std::string, QByteArray> &replaced);
    /// `array` as it stands (null: empty) with `item` after it.
    [[nodiscard]] static QByteArray withItem(QPDFObjectHandle array, const QByteArray &item);

    /// Cross-reference, trailer and end. `idSeed` makes the second half of /ID.
    void finish(const QByteArray &idSeed);

    [[nodiscard]] QByteArray &appended() { return m_out; }

private:
    PdfRevision(std::unique_ptr<QPDF> qpdf, const QByteArray &draft);
    [[nodiscard]] QByteArray trailerMembers(const QByteArray &idSeed) const;
    void writeTable(const QByteArray &members);
    void writeStream(const QByteArray &members);

    struct Entry
    {
        int generation = 0;
        qint64 offset = 0;
    };

    std::unique_ptr<QPDF> m_qpdf;
    QByteArray m_draft;
    QByteArray m_out;
    std::map<int, Entry> m_entries;
    qint64 m_previous = -1; ///< what the draft's last startxref says
    int m_nextObject = 1;
};

} // namespace sipenduduk
