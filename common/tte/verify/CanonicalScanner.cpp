#include "common/tte/verify/CanonicalScanner.h"

#include <cstring>

using namespace Qt::StringLiterals;

namespace sipenduduk {

namespace {

constexpr int MaxScanDepth = 8;
constexpr qint64 MaxScanInteger = (qint64(1) << 53) - 1;

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

/// Undoes the escapes that string() has accepted.
QString unescaped(QByteArrayView text)
{
    QByteArray out;
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text[i] != '\\') {
            out += text[i];
        } else if (text[++i] == 'u') {
            out += QByteArray::fromHex(text.sliced(i + 3, 2).toByteArray());
            i += 4;
        } else {
            const char *found = std::strchr("b\bt\tn\nf\fr\r", text[i]);
            out += found ? found[1] : text[i];
        }
    }
    return QString::fromUtf8(out);
}

} // namespace

bool CanonicalScanner::scan()
{
    return peek() == '{' && object(0) && m_at == m_bytes.size();
}

bool CanonicalScanner::accept(char c)
{
    if (m_at >= m_bytes.size() || m_bytes[m_at] != c)
        return false;
    ++m_at;
    return true;
}

bool CanonicalScanner::word(QByteArrayView text)
{
    if (!m_bytes.sliced(m_at).startsWith(text))
        return false;
    m_at += text.size();
    return true;
}

bool CanonicalScanner::value(int depth)
{
    if (depth > MaxScanDepth)
        return false;
    switch (peek()) {
    case '{': return object(depth);
    case '[': return array(depth);
    case '"': return string().has_value();
    case 't': return word("true");
    case 'f': return word("false");
    case 'n': return word("null");
    default: return number();
    }
}

bool CanonicalScanner::object(int depth)
{
    accept('{');
    if (accept('}'))
        return true;
    std::optional<QString> last;
    do {
        const qsizetype start = m_at;
        const auto key = string();
        if (!key || (last && std::u16string_view(*key) <= std::u16string_view(*last)))
            return false;
        last = key;
        if (!accept(':'))
            return false;
        if (depth == 0)
            m_member = *key;
        if (!value(depth + 1))
            return false;
        if (depth == 0 && *key == "signature"_L1)
            m_signature = m_bytes.sliced(start, m_at - start);
        if (depth == 0)
            m_member.clear();
    } while (accept(','));
    return accept('}');
}

bool CanonicalScanner::array(int depth)
{
    accept('[');
    const bool isTop = depth == 1;
    if (isTop)
        m_elements = 0;
    if (accept(']'))
        return true;
    do {
        if (isTop)
            m_isInElement = true;
        if (!value(depth + 1))
            return false;
        if (isTop) {
            m_isInElement = false;
            ++m_elements;
        }
    } while (accept(','));
    return accept(']');
}

bool CanonicalScanner::number()
{
    const qsizetype start = m_at;
    const bool isNegative = accept('-');
    qint64 value = 0;
    const qsizetype digits = m_at;
    while (isDigit(peek()) && value <= MaxScanInteger)
        value = value * 10 + (m_bytes[m_at++] - '0');
    const bool hasLeadingZero = m_at - digits > 1 && m_bytes[digits] == '0';
    if (m_at == digits || hasLeadingZero || value > MaxScanInteger || (isNegative && value == 0)) {
        m_at = start;
        return false;
    }
    return true;
}

std::optional<QString> CanonicalScanner::string()
{
    if (!accept('"'))
        return std::nullopt;
    const qsizetype start = m_at;
    while (m_at < m_bytes.size() && m_bytes[m_at] != '"') {
        const bool isGood = m_bytes[m_at] == '\\' ? escape() : utf8Character();
        if (!isGood)
            return std::nullopt;
    }
    const QByteArrayView text = m_bytes.sliced(start, m_at - start);
    if (!accept('"'))
        return std::nullopt;
    return unescaped(text);
}

bool CanonicalScanner::escape()
{
    const QByteArrayView rest = m_bytes.sliced(m_at + 1);
    if (rest.isEmpty())
        return false;
    if (rest.front() != '\0' && std::strchr("\"\\btnfr", rest.front())) {
        m_at += 2;
        return true;
    }
    // \u00XX for the other control characters, in lower case.
    if (rest.size() < 5 || !rest.startsWith("u00") || (rest[3] != '0' && rest[3] != '1')
        || rest[4] == '\0' || !std::strchr("0123456789abcdef", rest[4]))
        return false;
    const int code = (rest[3] - '0') * 16 + QByteArray(1, rest[4]).toInt(nullptr, 16);
    if (std::strchr("\b\t\n\f\r", code) && code != 0)
        return false;
    m_at += 6;
    return true;
}

bool CanonicalScanner::utf8Character()
{
    const auto byteAt = [this](qsizetype i) {
        return i < m_bytes.size() ? uchar(m_bytes[i]) : uchar(0);
    };
    const uchar first = byteAt(m_at);
    if (first < 0x20)
        return false;
    if (first < 0x80)
        return ++m_at, true;
    const int size = first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : 2;
    if (first < 0xc2 || first > 0xf4)
        return false;
    quint32 code = first & (0xff >> (size + 1));
    for (int i = 1; i < size; ++i) {
        const uchar next = byteAt(m_at + i);
        if ((next & 0xc0) != 0x80)
            return false;
        code = (code << 6) | (next & 0x3f);
    }
    const bool isShortest = code >= (size == 4 ? 0x10000u : size == 3 ? 0x800u : 0x80u);
    if (!isShortest || code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff))
        return false;
    m_at += size;
    return true;
}

} // namespace sipenduduk
