#include "server/mail/MailTemplates.h"

#include "server/mail/MustacheJson.h"

#include <QFile>
#include <QJsonArray>
#include <QMap>
#include <QRegularExpression>

#include <algorithm>
#include <array>

namespace sipenduduk {

using namespace Qt::StringLiterals;

namespace {

struct Letter
{
    MailEvent event;
    const char *file;
    QList<QLatin1StringView> required; ///< keys without which the letter has holes
    QLatin1StringView list;            ///< whose items each need a "name"
};

const std::array<Letter, 7> &letters()
{
    static const std::array<Letter, 7> list{{
        {MailEvent::EmailCode, "email_code", {"office"_L1, "code"_L1, "minutes"_L1}, {}},
        {MailEvent::Acknowledgement,
         "acknowledgement",
         {"office"_L1, "number"_L1, "service"_L1},
         {}},
        {MailEvent::Resi, "resi", {"office"_L1, "number"_L1, "service"_L1}, {}},
        {MailEvent::RevisionAsked,
         "revision_asked",
         {"office"_L1, "number"_L1, "service"_L1},
         "defects"_L1},
        {MailEvent::Rejected,
         "rejected",
         {"office"_L1, "number"_L1, "service"_L1, "reason"_L1},
         {}},
        {MailEvent::Issued,
         "issued",
         {"office"_L1, "number"_L1, "service"_L1, "documents"_L1},
         "documents"_L1},
        {MailEvent::ReadyForPickup,
         "ready_for_pickup",
         {"office"_L1, "number"_L1, "service"_L1, "cards"_L1},
         "cards"_L1},
    }};
    return list;
}

/// What may hold several lines: everything else is one.
bool isParagraph(const QString &key)
{
    return key == "reason"_L1 || key == "solution"_L1;
}

QString cleaned(const QString &key, QString text)
{
    // Not part of a longer word: a download token may hold sixteen digits in a row.
    static const QRegularExpression nik(
        u"(?<![0-9A-Za-z_-])(\\d{4})\\d{8}(\\d{4})(?![0-9A-Za-z_-])"_s);
    text.replace(nik, u"\\1••••••••\\2"_s);
    if (isParagraph(key)) {
        text.replace("\r\n"_L1, "\n"_L1);
        text.removeIf([](QChar c) { return c.category() == QChar::Other_Control && c != u'\n'; });
        return text.trimmed();
    }
    return text.simplified();
}

QJsonValue cleanedValue(const QString &key, const QJsonValue &value)
{
    if (value.isString())
        return cleaned(key, value.toString());
    if (value.isArray()) {
        QJsonArray list;
        for (const QJsonValue &item : value.toArray())
            list.append(cleanedValue(key, item));
        return list;
    }
    if (!value.isObject())
        return value;
    QJsonObject object = value.toObject();
    for (auto item = object.begin(); item != object.end(); ++item)
        item.value() = cleanedValue(item.key(), item.value());
    return object;
}

bool isPresent(const QJsonValue &value)
{
    return value.isDouble() || !value.toString().isEmpty() || !value.toArray().isEmpty();
}

bool everyItemHas(const QJsonArray &list, QLatin1StringView key)
{
    return std::ranges::all_of(
        list, [key](const QJsonValue &item) { return isPresent(item.toObject().value(key)); });
}

Result<> checkPayload(const Letter &letter, const QJsonObject &payload)
{
    for (const QLatin1StringView key : letter.required) {
        if (!isPresent(payload.value(key)))
            return fail(ErrorCode::InvalidArgument,
                        u"letter %1 lacks %2"_s.arg(QLatin1StringView(letter.file), key));
    }
    // Without its own name an item would show the applicant's.
    if (!letter.list.isEmpty() && !everyItemHas(payload.value(letter.list).toArray(), "name"_L1))
        return fail(ErrorCode::InvalidArgument,
                    u"letter %1: an item without a name"_s.arg(QLatin1StringView(letter.file)));
    if (letter.event == MailEvent::RevisionAsked && !isPresent(payload.value("defects"_L1))
        && !isPresent(payload.value("reason"_L1)))
        return fail(ErrorCode::InvalidArgument, u"letter revision_asked says nothing to mend"_s);
    return {};
}

/// Headings that a list needs only once, which mustache cannot say by itself.
void addListClaims(QJsonObject &payload)
{
    payload.insert(u"hasDefects"_s, isPresent(payload.value("defects"_L1)));
    payload.insert(u"hasCards"_s, isPresent(payload.value("cards"_L1)));
    const QJsonArray documents = payload.value("documents"_L1).toArray();
    payload.insert(u"hasUrls"_s, !documents.isEmpty() && everyItemHas(documents, "url"_L1));
}

Result<QString> templateText(QLatin1StringView name)
{
    QFile file(u":/sipenduduk/mail/%1.mustache"_s.arg(name));
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorCode::Internal, u"mail template %1 is missing"_s.arg(name));
    return QString::fromUtf8(file.readAll());
}

/// A hidden section leaves its empty line behind: one blank line is enough anywhere.
QString withSingleBlankLines(const QString &text)
{
    static const QRegularExpression blankLines(u"\\n(?:[ \\t]*\\n){2,}"_s);
    return QString(text).replace(blankLines, u"\n\n"_s).trimmed() + u'\n';
}

Result<MailText> splitSubject(const QString &filled)
{
    constexpr QLatin1StringView SubjectMark = "Subject: "_L1;
    const qsizetype lineEnd = filled.indexOf(u'\n');
    if (!filled.startsWith(SubjectMark) || lineEnd < 0)
        return fail(ErrorCode::Internal, u"a mail template does not begin with its subject"_s);
    return MailText{filled.sliced(SubjectMark.size(), lineEnd - SubjectMark.size()).simplified(),
                    withSingleBlankLines(filled.sliced(lineEnd + 1))};
}

} // namespace

Result<MailText> MailTemplates::render(MailEvent event, const QJsonObject &payload)
{
    const auto letter = std::ranges::find(letters(), event, &Letter::event);
    if (letter == letters().end())
        return fail(ErrorCode::InvalidArgument, u"no letter for this event"_s);
    QJsonObject shown = cleanedValue({}, payload).toObject();
    if (auto complete = checkPayload(*letter, shown); !complete)
        return std::unexpected(complete.error());
    addListClaims(shown);
    const auto text = templateText(QLatin1StringView(letter->file));
    const auto greeting = templateText("sapaan"_L1);
    const auto closing = templateText("penutup"_L1);
    for (const auto *part : {&text, &greeting, &closing}) {
        if (!*part)
            return std::unexpected(part->error());
    }
    return filledText(*text, shown, {{u"sapaan"_s, *greeting}, {u"penutup"_s, *closing}})
        .and_then(splitSubject);
}

} // namespace sipenduduk
