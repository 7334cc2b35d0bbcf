#include "common/KatalogRecord.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <span>

using namespace Qt::StringLiterals;

namespace sipenduduk {

namespace {

constexpr qsizetype MaxLineSize = 16 * 1024;
constexpr qsizetype MaxScreenText = 500;
constexpr qsizetype MaxCode = 64;
constexpr int MaxNumber = 100000;

enum class MemberType { Code, Text, Word, Flag, Number, TextList };

struct MemberRule
{
    QLatin1StringView name;
    MemberType type;
    bool isRequired = true;
};

constexpr bool Optional = false;

constexpr MemberRule KatalogMembers[]{{"versi"_L1, MemberType::Number}};
constexpr MemberRule BidangMembers[]{{"kode"_L1, MemberType::Code}, {"nama"_L1, MemberType::Text}};
constexpr MemberRule SeksiMembers[]{
    {"kode"_L1, MemberType::Code}, {"bidang"_L1, MemberType::Code}, {"nama"_L1, MemberType::Text}};
constexpr MemberRule DokumenMembers[]{
    {"kode"_L1, MemberType::Code}, {"nama"_L1, MemberType::Text}, {"media"_L1, MemberType::Word}};
constexpr MemberRule DaftarMembers[]{{"kode"_L1, MemberType::Code}};
constexpr MemberRule PilihanMembers[]{{"kode"_L1, MemberType::Code},
                                      {"label"_L1, MemberType::Text},
                                      {"label_en"_L1, MemberType::Text, Optional}};
constexpr MemberRule TempatMembers[]{{"kode"_L1, MemberType::Code},
                                     {"nama"_L1, MemberType::Text},
                                     {"nama_lama"_L1, MemberType::TextList, Optional}};
constexpr MemberRule LayananMembers[]{
    {"kode"_L1, MemberType::Code},          {"nama"_L1, MemberType::Text},
    {"nama_en"_L1, MemberType::Text},       {"bidang"_L1, MemberType::Code},
    {"seksi"_L1, MemberType::Code},         {"formulir"_L1, MemberType::Text},
    {"formulir_2019"_L1, MemberType::Text}, {"hasil"_L1, MemberType::Text}};
constexpr MemberRule DasarHukumMembers[]{{"hukum"_L1, MemberType::Text},
                                         {"pasal"_L1, MemberType::Text, Optional},
                                         {"tersumber"_L1, MemberType::Flag, Optional}};
constexpr MemberRule SyaratMembers[]{{"kode"_L1, MemberType::Code},
                                     {"nama"_L1, MemberType::Text},
                                     {"wajib"_L1, MemberType::Flag, Optional},
                                     {"bila"_L1, MemberType::Text, Optional},
                                     {"tanya"_L1, MemberType::Text, Optional},
                                     {"kelompok"_L1, MemberType::Code, Optional},
                                     {"unggah"_L1, MemberType::Flag, Optional},
                                     {"tersumber"_L1, MemberType::Flag, Optional}};
constexpr MemberRule IsianMembers[]{{"kode"_L1, MemberType::Code},
                                    {"label"_L1, MemberType::Text},
                                    {"label_en"_L1, MemberType::Text},
                                    {"tipe"_L1, MemberType::Word},
                                    {"wajib"_L1, MemberType::Flag},
                                    {"aturan"_L1, MemberType::Word, Optional},
                                    {"petunjuk"_L1, MemberType::Text, Optional},
                                    {"daftar"_L1, MemberType::Code, Optional}};
constexpr MemberRule KolomMembers[]{{"kode"_L1, MemberType::Code},
                                    {"label"_L1, MemberType::Text},
                                    {"tipe"_L1, MemberType::Word},
                                    {"aturan"_L1, MemberType::Word, Optional},
                                    {"daftar"_L1, MemberType::Code, Optional}};
constexpr MemberRule KeluaranMembers[]{{"dokumen"_L1, MemberType::Code},
                                       {"penyerahan"_L1, MemberType::Word},
                                       {"bila"_L1, MemberType::Text, Optional},
                                       {"tanya"_L1, MemberType::Text, Optional}};
constexpr MemberRule BatasLaporMembers[]{{"hari"_L1, MemberType::Number},
                                         {"dasar"_L1, MemberType::Text},
                                         {"sejak"_L1, MemberType::Code, Optional},
                                         {"tersumber"_L1, MemberType::Flag, Optional}};
constexpr MemberRule BatasUsiaMembers[]{{"orang"_L1, MemberType::Code, Optional},
                                        {"mulai"_L1, MemberType::Number, Optional},
                                        {"sebelum"_L1, MemberType::Number, Optional},
                                        {"kecuali_isian"_L1, MemberType::Code, Optional},
                                        {"kecuali_pilihan"_L1, MemberType::Code, Optional}};
constexpr MemberRule CatatanMembers[]{{"teks"_L1, MemberType::Text},
                                      {"untuk"_L1, MemberType::Word}};

struct RecordRule
{
    QLatin1StringView jenis;
    std::span<const MemberRule> members;
};

constexpr RecordRule RecordRules[]{
    {"katalog"_L1, KatalogMembers},
    {"bidang"_L1, BidangMembers},
    {"seksi"_L1, SeksiMembers},
    {"dokumen"_L1, DokumenMembers},
    {"daftar"_L1, DaftarMembers},
    {"pilihan"_L1, PilihanMembers},
    {"kecamatan"_L1, TempatMembers},
    {"kelurahan"_L1, TempatMembers},
    {"pendaftaran"_L1, {}},
    {"layanan"_L1, LayananMembers},
    {"dasar_hukum"_L1, DasarHukumMembers},
    {"syarat"_L1, SyaratMembers},
    {"isian"_L1, IsianMembers},
    {"kolom"_L1, KolomMembers},
    {"keluaran"_L1, KeluaranMembers},
    {"batas_lapor"_L1, BatasLaporMembers},
    {"batas_usia"_L1, BatasUsiaMembers},
    {"catatan"_L1, CatatanMembers},
};

std::unexpected<Error> brokenRecord(const QString &what)
{
    return fail(ErrorCode::Malformed, what);
}

QString shortened(const QString &text)
{
    return text.size() <= 40 ? text : text.first(40) + u'…';
}

/// Members of the outermost object, each doubled one counted twice (QJsonObject keeps the last).
qsizetype writtenMembers(QByteArrayView line)
{
    qsizetype count = 0;
    int depth = 0;
    bool isInText = false;
    for (qsizetype i = 0; i < line.size(); ++i) {
        const char c = line[i];
        if (isInText) {
            if (c == '\\')
                ++i;
            else if (c == '"')
                isInText = false;
        } else if (c == '"') {
            isInText = true;
        } else if (c == '{' || c == '[') {
            ++depth;
        } else if (c == '}' || c == ']') {
            --depth;
        } else if (c == ':' && depth == 1) {
            ++count;
        }
    }
    return count;
}

bool isCode(const QString &text)
{
    const auto isAllowed = [](QChar c) {
        return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || (c >= u'0' && c <= u'9')
            || c == u'-' || c == u'_' || c == u'.';
    };
    return !text.isEmpty() && text.size() <= MaxCode && std::ranges::all_of(text, isAllowed);
}

/// What keeps a text from a screen; empty when nothing does. The working notes of those who
/// collected the facts ("unsourced", [S], [R], [D]) must never reach one.
QString screenFault(const QString &text)
{
    if (text.trimmed() != text || text.isEmpty())
        return u"is blank or has blanks around it"_s;
    if (text.size() > MaxScreenText)
        return u"is longer than %1 characters"_s.arg(MaxScreenText);
    if (std::ranges::any_of(text, [](QChar c) { return c.category() == QChar::Other_Control; }))
        return u"has a control character"_s;
    if (text.contains("unsourced"_L1, Qt::CaseInsensitive) || text.contains("[S]"_L1)
        || text.contains("[R]"_L1) || text.contains("[D]"_L1))
        return u"carries a working note that must not reach a screen"_s;
    return {};
}

QString textListFault(const QJsonValue &value)
{
    if (!value.isArray())
        return u"is not a list of texts"_s;
    for (const QJsonValue &item : value.toArray())
        if (!item.isString() || !screenFault(item.toString()).isEmpty())
            return u"is not a list of texts"_s;
    return {};
}

QString numberFault(const QJsonValue &value)
{
    const int number = value.toInt(-1);
    if (number < 0 || number > MaxNumber || double(number) != value.toDouble(-1))
        return u"is not a whole number from 0 to %1"_s.arg(MaxNumber);
    return {};
}

/// What is wrong with a value; empty when nothing is.
QString memberFault(const QJsonValue &value, MemberType type)
{
    switch (type) {
    case MemberType::Flag: return value.isBool() ? QString() : u"is not true or false"_s;
    case MemberType::Number: return numberFault(value);
    case MemberType::TextList: return textListFault(value);
    case MemberType::Code:
    case MemberType::Word:
        return value.isString() && isCode(value.toString()) ? QString() : u"is not a code"_s;
    case MemberType::Text: break;
    }
    return value.isString() ? screenFault(value.toString()) : u"is not a text"_s;
}

Result<> checkUnknownMembers(const QJsonObject &object, const RecordRule &rule)
{
    for (const QString &key : object.keys()) {
        const bool isKnown = key == "jenis"_L1
            || std::ranges::any_of(rule.members,
                                   [&](const MemberRule &m) { return m.name == key; });
        if (!isKnown)
            return brokenRecord(u"%1 has no member \"%2\""_s.arg(rule.jenis, shortened(key)));
    }
    return {};
}

Result<> checkMembers(const QJsonObject &object, const RecordRule &rule)
{
    if (auto known = checkUnknownMembers(object, rule); !known)
        return known;
    for (const MemberRule &member : rule.members) {
        const auto value = object.constFind(member.name);
        if (value == object.constEnd()) {
            if (member.isRequired)
                return brokenRecord(u"%1 lacks \"%2\""_s.arg(rule.jenis, member.name));
            continue;
        }
        const QString fault = memberFault(*value, member.type);
        if (!fault.isEmpty())
            return brokenRecord(u"\"%1\" of %2 %3"_s.arg(member.name, rule.jenis, fault));
    }
    return {};
}

} // namespace

KatalogRecord::KatalogRecord(QJsonObject object)
    : m_object(std::move(object))
{
}

Result<KatalogRecord> KatalogRecord::read(QByteArrayView line)
{
    if (line.size() > MaxLineSize)
        return brokenRecord(u"longer than %1 bytes"_s.arg(MaxLineSize));
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(line.toByteArray(), &error);
    if (error.error != QJsonParseError::NoError)
        return brokenRecord(u"no JSON: %1 at byte %2"_s.arg(error.errorString()).arg(error.offset));
    if (!document.isObject())
        return brokenRecord(u"not an object"_s);
    const QJsonObject object = document.object();
    if (writtenMembers(line) != object.size())
        return brokenRecord(u"a member stands twice"_s);
    const QString jenis = object.value("jenis"_L1).toString();
    const auto rule = std::ranges::find_if(
        RecordRules, [&jenis](const RecordRule &known) { return known.jenis == jenis; });
    if (rule == std::end(RecordRules))
        return brokenRecord(u"unknown jenis \"%1\""_s.arg(shortened(jenis)));
    if (auto checked = checkMembers(object, *rule); !checked)
        return std::unexpected(checked.error());
    return KatalogRecord(object);
}

QString KatalogRecord::text(QLatin1StringView member) const
{
    return m_object.value(member).toString();
}

QStringList KatalogRecord::textList(QLatin1StringView member) const
{
    return m_object.value(member).toVariant().toStringList();
}

bool KatalogRecord::flag(QLatin1StringView member, bool fallback) const
{
    return m_object.value(member).toBool(fallback);
}

int KatalogRecord::number(QLatin1StringView member) const
{
    return m_object.value(member).toInt();
}

} // namespace sipenduduk
