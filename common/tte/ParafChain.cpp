#include "common/tte/ParafChain.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sipenduduk {

namespace {

const QString ParafTimeFormat = u"yyyy-MM-dd'T'HH:mm:ss.zzz'Z'"_s;
constexpr qsizetype MaxDutyLength = 40;
constexpr qsizetype MaxEntries = 32;

/// Duties are words of a fixed table, so that writing them needs no escapes.
bool isDuty(const QString &duty)
{
    return !duty.isEmpty() && duty.size() <= MaxDutyLength
        && std::ranges::all_of(duty, [](QChar c) {
               return (c >= u'a' && c <= u'z') || (c >= u'0' && c <= u'9') || c == u'_'
                   || c == u'-';
           });
}

ParafEntry entryFrom(const QJsonValue &value)
{
    // Looser than ParafTimeFormat and a hundred times faster; writing it again is what checks it.
    return {value["duty"_L1].toString(),
            QDateTime::fromString(value["at"_L1].toString(), Qt::ISODateWithMs)};
}

} // namespace

Result<QByteArray> ParafChain::toBytes() const
{
    if (draftSha256.size() != 32 || entries.size() > MaxEntries)
        return fail(ErrorCode::InvalidArgument, u"paraf chain: draft hash or length"_s);
    QByteArray out = "{\"draftSha256\":\"" + draftSha256.toHex() + "\",\"paraf\":[";
    for (qsizetype i = 0; i < entries.size(); ++i) {
        const ParafEntry &entry = entries.at(i);
        if (!isDuty(entry.duty) || !entry.at.isValid())
            return fail(ErrorCode::InvalidArgument, u"paraf chain: duty or time"_s);
        out += (i > 0 ? ",{\"at\":\"" : "{\"at\":\"")
            + entry.at.toUTC().toString(ParafTimeFormat).toLatin1() + "\",\"duty\":\""
            + entry.duty.toLatin1() + "\"}";
    }
    return out + "],\"version\":1}";
}

Result<ParafChain> ParafChain::fromBytes(const QByteArray &bytes)
{
    if (bytes.size() > MaxSize)
        return fail(ErrorCode::TooLarge, u"paraf chain"_s);
    const QJsonObject object = QJsonDocument::fromJson(bytes).object();
    ParafChain chain;
    chain.draftSha256 = QByteArray::fromHex(object["draftSha256"_L1].toString().toLatin1());
    const QJsonArray list = object["paraf"_L1].toArray();
    for (const QJsonValue &value : list)
        chain.entries.append(entryFrom(value));
    // Writing it again is the whole check: a member more, a blank or another escape differs.
    const Result<QByteArray> again = chain.toBytes();
    if (!again || *again != bytes)
        return fail(ErrorCode::Malformed, u"paraf chain: not in canonical form"_s);
    return chain;
}

} // namespace sipenduduk
