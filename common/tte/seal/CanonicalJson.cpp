#include "common/tte/seal/CanonicalJson.h"

#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sipenduduk {

namespace {

constexpr int MaxDepth = 32;
constexpr qint64 MaxInteger = (qint64(1) << 53) - 1;

/// Writes one value after another; remembers the first that has no canonical form.
class CanonicalWriter
{
public:
    void value(const QJsonValue &value, int depth)
    {
        switch (value.type()) {
        case QJsonValue::Null: m_out += "null"; break;
        case QJsonValue::Bool: m_out += value.toBool() ? "true" : "false"; break;
        case QJsonValue::Double: number(value); break;
        case QJsonValue::String: string(value.toString()); break;
        case QJsonValue::Array: array(value.toArray(), depth); break;
        case QJsonValue::Object: object(value.toObject(), depth); break;
        case QJsonValue::Undefined: m_isGood = false; break;
        }
    }

    void object(const QJsonObject &object, int depth)
    {
        m_isGood = m_isGood && depth < MaxDepth;
        if (!m_isGood)
            return;
        QStringList keys = object.keys();
        std::ranges::sort(keys, [](const QString &a, const QString &b) {
            return std::u16string_view(a) < std::u16string_view(b);
        });
        char separator = '{';
        for (const QString &key : std::as_const(keys)) {
            m_out += separator;
            string(key);
            m_out += ':';
            value(object.value(key), depth + 1);
            separator = ',';
        }
        m_out += keys.isEmpty() ? "{}" : "}";
    }

    [[nodiscard]] bool isGood() const { return m_isGood; }
    [[nodiscard]] QByteArray take() { return std::move(m_out); }

private:
    void array(const QJsonArray &array, int depth)
    {
        m_isGood = m_isGood && depth < MaxDepth;
        if (!m_isGood)
            return;
        m_out += '[';
        for (qsizetype i = 0; i < array.size(); ++i) {
            if (i > 0)
                m_out += ',';
            value(array.at(i), depth + 1);
        }
        m_out += ']';
    }

    void number(const QJsonValue &value)
    {
        const qint64 integer = value.toInteger(MaxInteger + 1);
        m_isGood = m_isGood && integer <= MaxInteger && integer >= -MaxInteger;
        m_out += QByteArray::number(integer);
    }

    void string(const QString &text)
    {
        m_isGood = m_isGood && text.isValidUtf16();
        m_out += '"';
        const QByteArray utf8 = text.toUtf8();
        for (const char c : utf8)
            character(c);
        m_out += '"';
    }

    void character(char c)
    {
        switch (c) {
        case '"': m_out += "\\\""; break;
        case '\\': m_out += "\\\\"; break;
        case '\b': m_out += "\\b"; break;
        case '\t': m_out += "\\t"; break;
        case '\n': m_out += "\\n"; break;
        case '\f': m_out += "\\f"; break;
        case '\r': m_out += "\\r"; break;
        default:
            if (uchar(c) < 0x20)
                m_out += "\\u00" + QByteArray(1, c).toHex();
            else
                m_out += c;
        }
    }

    QByteArray m_out;
    bool m_isGood = true;
};

} // namespace

Result<QByteArray> toCanonicalJson(const QJsonObject &object)
{
    CanonicalWriter writer;
    writer.object(object, 0);
    if (!writer.isGood())
        return fail(ErrorCode::InvalidArgument, u"no canonical JSON form"_s);
    return writer.take();
}

} // namespace sipenduduk
