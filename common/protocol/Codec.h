#pragma once

#include "common/Status.h"
#include "common/protocol/Message.h"

#include <QCborArray>
#include <QCborValue>
#include <QDateTime>
#include <QList>
#include <QMap>
#include <QTimeZone>

#include <concepts>
#include <type_traits>

/// How a message struct becomes CBOR and back. A struct names its fields once, in
/// `visit(self, visitor)`, with the key that stands on the wire; the encoder and the decoder
/// are two visitors over the same list, so they cannot drift apart. Only the .cpp of the
/// messages include this.
namespace sipenduduk::protocol {

inline constexpr qsizetype DefaultTextLimit = 4096; ///< characters, bytes
inline constexpr qsizetype DefaultListLimit = 2048; ///< elements

/// Constrains a visit() to one struct, const for encoding and not for decoding.
template <typename Self, typename T>
concept Is = std::same_as<std::remove_const_t<Self>, T>;

template <typename T>
concept Scalar = std::is_enum_v<T> || (std::integral<T> && !std::same_as<T, bool>);

class Encoder
{
public:
    QCborMap map;

    template <typename T>
    void operator()(int key, const T &field, qsizetype = 0)
    {
        map.insert(key, encode(field));
    }

    static QCborValue encode(bool value) { return value; }
    static QCborValue encode(const QString &value) { return value; }
    static QCborValue encode(const QByteArray &value) { return value; }
    static QCborValue encode(const QDateTime &value)
    {
        return value.isValid() ? QCborValue(value.toMSecsSinceEpoch()) : QCborValue(nullptr);
    }
    static QCborValue encode(const QDate &value)
    {
        return value.isValid() ? QCborValue(value.toJulianDay()) : QCborValue(nullptr);
    }
    template <Scalar T>
    static QCborValue encode(T value)
    {
        return qint64(value);
    }
    template <typename T>
    static QCborValue encode(const QList<T> &list)
    {
        QCborArray array;
        for (const T &element : list)
            array.append(encode(element));
        return array;
    }
    template <typename T>
    static QCborValue encode(const QMap<QString, T> &values)
    {
        QCborMap inner;
        for (const auto &[key, value] : values.asKeyValueRange())
            inner.insert(key, encode(value));
        return inner;
    }
    template <typename T>
        requires requires(const T &t, Encoder &e) { visit(t, e); }
    static QCborValue encode(const T &value)
    {
        Encoder inner;
        visit(value, inner);
        return inner.map;
    }
};

class Decoder
{
public:
    explicit Decoder(const QCborMap &map)
        : m_map(map)
    {
    }

    template <typename T>
    void operator()(int key, T &field, qsizetype limit = 0)
    {
        if (m_badKey < 0 && !decode(m_map.value(key), field, limit))
            m_badKey = key;
    }

    /// Key of the first field that was not as it must be; -1 when all were.
    [[nodiscard]] int badKey() const { return m_badKey; }

private:
    static bool decode(const QCborValue &value, bool &field, qsizetype)
    {
        field = value.toBool();
        return value.isBool();
    }
    static bool decode(const QCborValue &value, QString &field, qsizetype limit)
    {
        field = value.toString();
        return value.isString() && field.size() <= (limit ? limit : DefaultTextLimit);
    }
    static bool decode(const QCborValue &value, QByteArray &field, qsizetype limit)
    {
        field = value.toByteArray();
        return value.isByteArray() && field.size() <= (limit ? limit : DefaultTextLimit);
    }
    static bool decode(const QCborValue &value, QDateTime &field, qsizetype)
    {
        if (value.isInteger())
            field = QDateTime::fromMSecsSinceEpoch(value.toInteger(), QTimeZone::UTC);
        return value.isInteger() || value.isNull();
    }
    static bool decode(const QCborValue &value, QDate &field, qsizetype)
    {
        if (value.isInteger())
            field = QDate::fromJulianDay(value.toInteger());
        return value.isInteger() || value.isNull();
    }
    template <Scalar T>
    static bool decode(const QCborValue &value, T &field, qsizetype)
    {
        field = T(value.toInteger());
        return value.isInteger() && qint64(field) == value.toInteger() && isKnown(field);
    }
    // A number outside these two enums would index beyond their tables of words.
    static bool isKnown(Role role) { return unsigned(role) < unsigned(RoleCount); }
    static bool isKnown(Status status) { return unsigned(status) < unsigned(StatusCount); }
    template <typename T>
    static bool isKnown(T)
    {
        return true;
    }
    template <typename T>
    static bool decode(const QCborValue &value, QList<T> &field, qsizetype limit)
    {
        if (!value.isArray() || value.toArray().size() > (limit ? limit : DefaultListLimit))
            return false;
        for (const QCborValue element : value.toArray()) {
            if (!decode(element, field.emplaceBack(), 0))
                return false;
        }
        return true;
    }
    template <typename T>
    static bool decode(const QCborValue &value, QMap<QString, T> &field, qsizetype limit)
    {
        if (!value.isMap() || value.toMap().size() > DefaultListLimit)
            return false;
        for (const auto &[key, element] : value.toMap()) {
            if (!key.isString() || key.toString().size() > 128
                || !decode(element, field[key.toString()], limit))
                return false;
        }
        return true;
    }
    template <typename T>
        requires requires(T &t, Decoder &d) { visit(t, d); }
    static bool decode(const QCborValue &value, T &field, qsizetype)
    {
        if (!value.isMap())
            return false;
        const QCborMap map = value.toMap();
        Decoder inner(map);
        visit(field, inner);
        return inner.badKey() < 0;
    }

    const QCborMap &m_map;
    int m_badKey = -1;
};

template <typename M>
QCborMap toCbor(const M &message)
{
    Encoder encoder;
    visit(message, encoder);
    return encoder.map;
}

template <typename M>
Result<M> fromCbor(const QCborMap &body)
{
    M message;
    Decoder decoder(body);
    visit(message, decoder);
    if (decoder.badKey() >= 0)
        return fail(ErrorCode::Malformed,
                    QStringLiteral("message %1: key %2 is not as it must be")
                        .arg(int(M::Type))
                        .arg(decoder.badKey()));
    return message;
}

} // namespace sipenduduk::protocol

/// At the end of a .cpp: the two functions of one message.
#define SIPENDUDUK_MESSAGE(M)                                                                      \
    template QCborMap toCbor<M>(const M &);                                                        \
    template Result<M> fromCbor<M>(const QCborMap &)
