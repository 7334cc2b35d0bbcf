#pragma once

#include <QByteArrayView>
#include <QString>

#include <optional>

namespace sipenduduk {

/// Accepts canonical JSON (RFC 8785, integers only) and nothing else, and knows at every byte in
/// which part of an export it is. It is a parser of its own: the writer's is not asked.
class CanonicalScanner
{
public:
    explicit CanonicalScanner(QByteArrayView bytes)
        : m_bytes(bytes)
    {
    }

    /// Whether all bytes are one canonical object. When not, the accessors say where it broke.
    [[nodiscard]] bool scan();

    [[nodiscard]] qsizetype offset() const { return m_at; } ///< first byte that cannot be right
    /// Name of the top-level member that was being read; empty between two members.
    [[nodiscard]] const QString &member() const { return m_member; }
    /// Number of elements of that member's array that were read completely.
    [[nodiscard]] qsizetype elements() const { return m_elements; }
    [[nodiscard]] bool isInElement() const { return m_isInElement; }

    /// Bytes from the opening quote of the member "signature" to the end of its value.
    [[nodiscard]] QByteArrayView signatureMember() const { return m_signature; }

private:
    [[nodiscard]] char peek() const { return m_at < m_bytes.size() ? m_bytes[m_at] : '\0'; }
    bool accept(char c);
    bool word(QByteArrayView text);
    bool value(int depth);
    bool object(int depth);
    bool array(int depth);
    bool number();
    std::optional<QString> string();
    bool escape();
    bool utf8Character();

    QByteArrayView m_bytes;
    qsizetype m_at = 0;
    QString m_member;
    qsizetype m_elements = 0;
    bool m_isInElement = false;
    QByteArrayView m_signature;
};

} // namespace sipenduduk
