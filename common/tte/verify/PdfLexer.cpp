#include "common/tte/verify/PdfLexer.h"

#include <cstring>

namespace sipenduduk {

namespace {

constexpr int MaxLexerDepth = 64;

bool isLexerSpace(char c)
{
    return c == ' ' || c == '\n' || c == '\r' || c == '\t';
}

bool isRegular(char c)
{
    return uchar(c) > ' ' && uchar(c) < 0x7f && !std::strchr("()<>[]{}/%", c);
}

} // namespace

void PdfLexer::skipSpace()
{
    while (m_at < m_bytes.size() && isLexerSpace(m_bytes[m_at]))
        ++m_at;
}

bool PdfLexer::skip(QByteArrayView text)
{
    if (!m_bytes.sliced(m_at).startsWith(text))
        return false;
    m_at += text.size();
    return true;
}

bool PdfLexer::skipLineEnd()
{
    return skip("\r\n") || skip("\n") || skip("\r");
}

bool PdfLexer::skipBytes(qint64 count)
{
    if (count < 0 || count > m_bytes.size() - m_at)
        return false;
    m_at += count;
    return true;
}

qint64 PdfLexer::number()
{
    qint64 value = 0;
    const qsizetype start = m_at;
    while (peek() >= '0' && peek() <= '9' && m_at - start < 15)
        value = value * 10 + (m_bytes[m_at++] - '0');
    return m_at > start ? value : -1;
}

bool PdfLexer::skipObject(int depth)
{
    if (depth > MaxLexerDepth)
        return false;
    if (m_bytes.sliced(m_at).startsWith("<<"))
        return skipContainer("<<", ">>", depth);
    switch (peek()) {
    case '[': return skipContainer("[", "]", depth);
    case '(': return skipLiteralString();
    case '<': return skipHexString();
    case '/': return ++m_at, skipRegular() || isLexerSpace(peek());
    default: return skipRegular();
    }
}

bool PdfLexer::skipContainer(QByteArrayView open, QByteArrayView close, int depth)
{
    if (!skip(open))
        return false;
    for (skipSpace(); !skip(close); skipSpace()) {
        if (!skipObject(depth + 1))
            return false;
    }
    return true;
}

bool PdfLexer::skipLiteralString()
{
    int open = 0;
    for (; m_at < m_bytes.size(); ++m_at) {
        const char c = m_bytes[m_at];
        if (c == '\\')
            ++m_at;
        else if (c == '(')
            ++open;
        else if (c == ')' && --open == 0)
            return ++m_at, true;
    }
    m_at = m_bytes.size();
    return false;
}

bool PdfLexer::skipHexString()
{
    const qsizetype end = m_bytes.indexOf('>', m_at);
    if (end < 0)
        return false;
    for (qsizetype i = m_at + 1; i < end; ++i) {
        if (!std::strchr("0123456789abcdefABCDEF", m_bytes[i]) || m_bytes[i] == '\0')
            return false;
    }
    m_at = end + 1;
    return true;
}

bool PdfLexer::skipRegular()
{
    const qsizetype start = m_at;
    while (m_at < m_bytes.size() && isRegular(m_bytes[m_at]))
        ++m_at;
    return m_at > start;
}

} // namespace sipenduduk
