#pragma once

#include <QByteArrayView>

namespace sipenduduk {

/// A cursor over PDF syntax in its plainest form: no comments, no leniency.
class PdfLexer
{
public:
    explicit PdfLexer(QByteArrayView bytes, qsizetype at = 0)
        : m_bytes(bytes)
        , m_at(at)
    {
    }

    [[nodiscard]] qsizetype position() const { return m_at; }
    [[nodiscard]] bool atEnd() const { return m_at == m_bytes.size(); }

    void skipSpace();
    /// Skips exactly `text`.
    bool skip(QByteArrayView text);
    /// Skips a line end: LF, CR or CR LF.
    bool skipLineEnd();
    /// Skips `count` bytes, whatever they are.
    bool skipBytes(qint64 count);
    /// Reads an unsigned decimal number of at most 15 digits; -1 when there is none.
    qint64 number();
    /// Skips one direct object or reference: dictionary, array, string, name, number or keyword.
    bool skipObject(int depth = 0);

private:
    [[nodiscard]] char peek() const { return m_at < m_bytes.size() ? m_bytes[m_at] : '\0'; }
    bool skipLiteralString();
    bool skipHexString();
    bool skipRegular();
    bool skipContainer(QByteArrayView open, QByteArrayView close, int depth);

    QByteArrayView m_bytes;
    qsizetype m_at;
};

} // namespace sipenduduk
