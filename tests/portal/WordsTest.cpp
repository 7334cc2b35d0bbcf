#include "common/KatalogLayanan.h"
#include "server/portal/FindingWords.h"
#include "server/portal/IsianReader.h"
#include "server/portal/IsianSections.h"
#include "server/portal/PageTemplates.h"
#include "server/portal/PortalText.h"
#include "server/portal/StatusWords.h"
#include "server/portal/UploadWords.h"
#include "server/portal/http/HttpRequest.h"

#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>
#include <QTimeZone>

#include <catch2/catch_test_macros.hpp>

using namespace Qt::StringLiterals;
using namespace sipenduduk;

namespace {

constexpr int LastFindingCode = int(FindingCode::OpenRequest);
const QString NoWords = u"Periksa kembali isian ini."_s;

/// Numbers of FindingCode that exist, by what the header says.
QList<int> findingCodes()
{
    QFile header(u"" SIPENDUDUK_SOURCE_DIR "/common/Temuan.h"_s);
    REQUIRE(header.open(QIODevice::ReadOnly));
    const QString text = QString::fromUtf8(header.readAll())
                             .section(u"enum class FindingCode"_s, 1)
                             .section(u"};"_s, 0, 0);
    static const QRegularExpression Value(u"^\\s+\\w+ = (\\d+),"_s,
                                          QRegularExpression::MultilineOption);
    QList<int> codes;
    auto values = Value.globalMatch(text);
    while (values.hasNext())
        codes.append(values.next().captured(1).toInt());
    return codes;
}

QString templateText(const QString &path)
{
    QFile file(path);
    REQUIRE(file.open(QIODevice::ReadOnly));
    return QString::fromUtf8(file.readAll());
}

} // namespace

TEST_CASE("Every finding has words of its own", "[portal][words]")
{
    const QList<int> codes = findingCodes();
    REQUIRE(codes.size() > 40);
    REQUIRE(codes.last() == LastFindingCode);
    QSet<QString> texts;
    for (const int code : codes) {
        INFO(code);
        const QString text =
            wordFinding({.code = FindingCode(code), .parameters = {u"3"_s, u"17"_s}}, nullptr);
        CHECK(text != NoWords);
        CHECK_FALSE(text.contains(u'%'));
        CHECK_FALSE(texts.contains(text));
        texts.insert(text);
    }
    CHECK(wordFinding({.code = FindingCode(9999)}, nullptr) == NoWords);
}

TEST_CASE("Every state has words, and the way ends where it should", "[portal][words]")
{
    for (int i = 0; i < StatusCount; ++i) {
        INFO(i);
        const StatusWords words = wordStatus(Status(i));
        CHECK_FALSE(words.title.isEmpty());
        CHECK(words.text.endsWith(u'.'));
    }
    CHECK(statusSteps(Status::Ditolak).isEmpty());
    const QJsonArray done = statusSteps(Status::Diterima);
    CHECK(done.size() == 8);
    for (const QJsonValue &step : done)
        CHECK(step[u"selesai"].toBool());
    const QJsonArray begun = statusSteps(Status::Diajukan);
    CHECK(begun[0][u"selesai"].toBool());
    CHECK(begun[1][u"kini"].toBool());
    CHECK_FALSE(begun[2][u"selesai"].toBool());
}

TEST_CASE("Every reason for refusing a file has words of its own", "[portal][words]")
{
    const QList<Error> errors{
        {ErrorCode::TooLarge, u"bytes"_s},        {ErrorCode::TooLarge, u"pixels"_s},
        {ErrorCode::TooLarge, u"berkas"_s},       {ErrorCode::TooLarge, u"draft"_s},
        {ErrorCode::Malformed, u"pdf"_s},         {ErrorCode::Unsupported, u"type"_s},
        {ErrorCode::Unsupported, u"encrypted"_s}, {ErrorCode::Storage, {}}};
    QSet<QString> texts;
    for (const Error &error : errors)
        texts.insert(wordUploadError(error));
    CHECK(texts.size() == errors.size());
}

TEST_CASE("Dates and times are read as Indonesians write them", "[portal][words]")
{
    const auto field = [](const QString &code, IsianType type) {
        Isian made;
        made.code = code;
        made.type = type;
        return made;
    };
    Isian table = field(u"daftar"_s, IsianType::LongText);
    table.columns = {{.code = u"nama"_s, .label = {}},
                     {.code = u"lahir"_s, .label = {}, .type = IsianType::Date}};
    const QList<Isian> fields{field(u"tgl"_s, IsianType::Date), field(u"jam"_s, IsianType::Time),
                              field(u"teks"_s, IsianType::Text), table};
    const auto read = [&](const QString &name, const QString &value) {
        HttpRequest request;
        request.fields.append({name, value});
        return readIsian(fields, request).value(name.section(u'.', 1, 1));
    };
    CHECK(read(u"isian.tgl"_s, u"17-08-1990"_s) == u"1990-08-17");
    CHECK(read(u"isian.tgl"_s, u" 7/8/1990 "_s) == u"1990-08-07");
    CHECK(read(u"isian.tgl"_s, u"1990-08-17"_s) == u"1990-08-17");
    CHECK(read(u"isian.tgl"_s, u"kemarin"_s) == u"kemarin");
    CHECK(read(u"isian.jam"_s, u"7.15"_s) == u"07:15");
    CHECK(read(u"isian.teks"_s, u"17-08-1990"_s) == u"17-08-1990");
    CHECK(read(u"isian.tak_dikenal"_s, u"x"_s).isEmpty());
    CHECK(read(u"isian.daftar.39.lahir"_s, u"1-2-2003"_s) == u"[{\"lahir\":\"2003-02-01\"}]");
    CHECK(read(u"isian.daftar.40.lahir"_s, u"1-2-2003"_s).isEmpty());
}

TEST_CASE("Text for citizens is in their words and time", "[portal][words]")
{
    CHECK(longDate(QDate(2026, 8, 17)) == u"17 Agustus 2026");
    CHECK(longTime(QDateTime(QDate(2026, 11, 22), QTime(18, 5), QTimeZone::UTC))
          == u"23 November 2026 pukul 01.05 WIB");
    CHECK(fileSize(100) == u"1 KB");
    CHECK(fileSize(1'300'000) == u"1,2 MB");
    CHECK(maskedNumber(u"1471010101800001"_s) == u"147101••••••0001");
    CHECK(maskedNumber({}).isEmpty());
}

TEST_CASE("Forms are cut into sections without losing or moving a field", "[portal][words]")
{
    QFile file(u":/services/katalog.jsonl"_s);
    REQUIRE(file.open(QIODevice::ReadOnly));
    const auto katalog = KatalogLayanan::parse(file.readAll());
    REQUIRE(katalog);
    for (const Layanan &layanan : katalog->layananList()) {
        INFO(layanan.code.toStdString());
        QStringList wanted, shown;
        for (const Isian &field : layanan.fields)
            wanted.append(field.code);
        for (const IsianSection &section : isianSectionsOf(layanan.fields, u"Data"_s)) {
            CHECK_FALSE(section.heading.isEmpty());
            for (const Isian *field : section.fields)
                shown.append(field->code);
        }
        CHECK(shown == wanted);
    }
}

TEST_CASE("Templates include only what there is and let no value through unescaped",
          "[portal][words]")
{
    QDirIterator folder(u":/sipenduduk/portal/halaman"_s, QDir::Files);
    static const QRegularExpression Partial(u"\\{\\{> ([\\w-]+)\\}\\}"_s);
    static const QRegularExpression Raw(u"\\{\\{\\{|\\{\\{&"_s);
    int count = 0;
    while (folder.hasNext()) {
        const QString path = folder.next();
        INFO(path.toStdString());
        const QString text = templateText(path);
        auto partials = Partial.globalMatch(text);
        while (partials.hasNext())
            CHECK(QFile::exists(
                u":/sipenduduk/portal/halaman/%1.mustache"_s.arg(partials.next().captured(1))));
        const bool isFrame = path.endsWith(u"/kerangka.mustache");
        CHECK(text.count(Raw) == (isFrame ? 1 : 0));
        CHECK_FALSE(text.contains(u" style=\""));
        CHECK_FALSE(text.contains(u"onclick"));
        ++count;
    }
    CHECK(count > 30);
    const PageTemplates templates;
    const auto page =
        templates.page(u"galat"_s, {{u"judul"_s, u"<b>&"_s}, {u"saran"_s, u"{{judul}}"_s}});
    REQUIRE(page);
    CHECK(page->contains("&lt;b&gt;&amp;"));
    CHECK(page->contains("{{judul}}"));
    CHECK(templates.page(u"tidak-ada"_s, {}).error().code == ErrorCode::Internal);
}
