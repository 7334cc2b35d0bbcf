#include "common/KartuKendali.h"

#include <QCborStreamWriter>
#include <QCryptographicHash>
#include <QTimeZone>

using namespace Qt::StringLiterals;

namespace sipenduduk {

namespace {

constexpr int HashSize = 32;
constexpr int MemberCount = 14;

QByteArray sha256(const QByteArray &bytes)
{
    return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256);
}

QString lineTime(const QDateTime &at)
{
    return at.toUTC().toString(u"yyyy-MM-dd'T'HH:mm:ss.zzz'Z'"_s);
}

QDateTime lineTimeFrom(const QString &text)
{
    QDateTime at = QDateTime::fromString(text, u"yyyy-MM-dd'T'HH:mm:ss.zzz'Z'"_s);
    at.setTimeZone(QTimeZone::UTC);
    return at;
}

QString hex(const QByteArray &bytes)
{
    return QString::fromLatin1(bytes.toHex());
}

/// Reads the members of one line and remembers whether any was not as it must be.
class LineReader
{
public:
    explicit LineReader(const QJsonObject &object)
        : m_object(object)
        , m_isGood(object.size() == MemberCount)
    {
    }

    QString string(QLatin1StringView key)
    {
        const QJsonValue value = m_object.value(key);
        m_isGood = m_isGood && value.isString();
        return value.toString();
    }

    qint64 integer(QLatin1StringView key)
    {
        const QJsonValue value = m_object.value(key);
        m_isGood = m_isGood && value.isDouble() && double(value.toInteger(-1)) == value.toDouble();
        return value.toInteger(-1);
    }

    QByteArray hash(QLatin1StringView key, bool mayBeEmpty = false)
    {
        const QString text = string(key);
        const QByteArray bytes = QByteArray::fromHex(text.toLatin1());
        const bool isSized = bytes.size() == HashSize || (mayBeEmpty && text.isEmpty());
        m_isGood = m_isGood && isSized && hex(bytes) == text;
        return bytes;
    }

    template <typename T>
    T word(QLatin1StringView key, std::optional<T> (*lookUp)(QStringView))
    {
        const std::optional<T> value = lookUp(string(key));
        m_isGood = m_isGood && value;
        return value.value_or(T{});
    }

    [[nodiscard]] bool isGood() const { return m_isGood; }
    void require(bool condition) { m_isGood = m_isGood && condition; }

private:
    const QJsonObject &m_object;
    bool m_isGood;
};

} // namespace

QByteArray KartuKendali::chainStart(const QString &number, const QString &layanan)
{
    QByteArray bytes;
    QCborStreamWriter writer(&bytes);
    writer.startArray(3);
    writer.append("kartu-kendali/1"_L1);
    writer.append(number);
    writer.append(layanan);
    writer.endArray();
    return sha256(bytes);
}

QByteArray KartuKendali::lineHash(const KartuKendaliLine &line)
{
    QByteArray bytes;
    bytes.reserve(320);
    QCborStreamWriter writer(&bytes);
    writer.startArray(13);
    writer.append(line.seq);
    writer.append(qint64(line.kind));
    writer.append(qint64(line.action));
    writer.append(qint64(line.status));
    writer.append(qint64(line.duty));
    writer.append(line.officerId);
    writer.append(line.officer);
    writer.append(qint64(line.counterpart));
    writer.append(line.at.toMSecsSinceEpoch());
    writer.append(line.note);
    writer.append(line.dokumen);
    writer.append(line.draftSha256);
    writer.append(line.previousHash);
    writer.endArray();
    return sha256(bytes);
}

void KartuKendali::chain(KartuKendaliLine &line, qint64 lastSeq, const QByteArray &head)
{
    line.seq = lastSeq + 1;
    line.previousHash = head;
    line.hash = lineHash(line);
}

qsizetype KartuKendali::firstBroken(const QList<KartuKendaliLine> &lines, const QByteArray &start)
{
    QByteArray head = start;
    for (qsizetype i = 0; i < lines.size(); ++i) {
        const KartuKendaliLine &line = lines.at(i);
        if (line.seq != i + 1 || line.previousHash != head || line.hash != lineHash(line))
            return i;
        head = line.hash;
    }
    return -1;
}

QJsonObject KartuKendali::toJson(const KartuKendaliLine &line)
{
    return {
        {u"seq"_s, line.seq},
        {u"kind"_s, int(line.kind)},
        {u"action"_s, line.action},
        {u"status"_s, word(line.status)},
        {u"duty"_s, word(line.duty)},
        {u"officerId"_s, line.officerId},
        {u"officer"_s, line.officer},
        {u"counterpart"_s, word(line.counterpart)},
        {u"at"_s, lineTime(line.at)},
        {u"note"_s, line.note},
        {u"dokumen"_s, line.dokumen},
        {u"draftSha256"_s, hex(line.draftSha256)},
        {u"previousHash"_s, hex(line.previousHash)},
        {u"hash"_s, hex(line.hash)},
    };
}

Result<KartuKendaliLine> KartuKendali::fromJson(const QJsonObject &object)
{
    LineReader reader(object);
    KartuKendaliLine line;
    line.seq = reader.integer("seq"_L1);
    line.kind = LineKind(reader.integer("kind"_L1));
    line.action = int(reader.integer("action"_L1));
    line.status = reader.word<Status>("status"_L1, &statusFromWord);
    line.duty = reader.word<Role>("duty"_L1, &roleFromWord);
    line.officerId = reader.integer("officerId"_L1);
    line.officer = reader.string("officer"_L1);
    line.counterpart = reader.word<Role>("counterpart"_L1, &roleFromWord);
    line.at = lineTimeFrom(reader.string("at"_L1));
    line.note = reader.string("note"_L1);
    line.dokumen = reader.string("dokumen"_L1);
    line.draftSha256 = reader.hash("draftSha256"_L1, true);
    line.previousHash = reader.hash("previousHash"_L1);
    line.hash = reader.hash("hash"_L1);
    reader.require(line.at.isValid() && line.seq > 0 && line.kind >= LineKind::Pengajuan
                   && line.kind <= LineKind::Selesai);
    if (!reader.isGood())
        return fail(ErrorCode::Malformed, u"kartu kendali line: wrong shape"_s);
    return line;
}

} // namespace sipenduduk
