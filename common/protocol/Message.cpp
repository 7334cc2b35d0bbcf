#include "common/protocol/Message.h"

#include <QCborParserError>
#include <QCborValue>
#include <QtEndian>

using namespace Qt::StringLiterals;

namespace sipenduduk::protocol {

namespace {

enum EnvelopeKey : int { TypeKey = 0, IdKey = 1, IdempotencyKey = 2, BodyKey = 3 };
constexpr qsizetype KeySize = 16;

} // namespace

QByteArray frame(const Envelope &envelope)
{
    QCborMap map{{TypeKey, int(envelope.type)}, {IdKey, envelope.id}};
    if (!envelope.key.isEmpty())
        map.insert(IdempotencyKey, envelope.key);
    map.insert(BodyKey, envelope.body);
    const QByteArray content = QCborValue(std::move(map)).toCbor();
    QByteArray bytes(4, Qt::Uninitialized);
    qToBigEndian(quint32(content.size()), bytes.data());
    bytes.append(content);
    return bytes;
}

Result<Envelope> envelopeFromCbor(const QByteArray &bytes)
{
    QCborParserError error;
    const QCborValue value = QCborValue::fromCbor(bytes, &error);
    if (error.error != QCborError::NoError || error.offset != bytes.size() || !value.isMap())
        return fail(ErrorCode::Malformed, u"frame: not one CBOR map"_s);
    const QCborMap map = value.toMap();
    const QCborValue type = map.value(TypeKey);
    const QCborValue id = map.value(IdKey);
    const QCborValue key = map.value(IdempotencyKey);
    const QCborValue body = map.value(BodyKey);
    const bool isKeyGood =
        key.isUndefined() || (key.isByteArray() && key.toByteArray().size() == KeySize);
    if (!type.isInteger() || !id.isInteger() || id.toInteger() < 0 || !body.isMap() || !isKeyGood)
        return fail(ErrorCode::Malformed, u"frame: wrong envelope"_s);
    return Envelope{MessageType(type.toInteger()), id.toInteger(), key.toByteArray(), body.toMap()};
}

} // namespace sipenduduk::protocol
