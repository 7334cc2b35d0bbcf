#include "app/kartukendali/KartuKendaliView.h"
#include "app/kartukendali/NotesView.h"
#include "app/login/LoginWindow.h"
#include "app/main/MainWindow.h"
#include "app/words/Words.h"
#include "tests/app/ScreenTexts.h"
#include "tests/support/TestDesk.h"
#include "tests/support/Wait.h"

#include <catch2/catch_test_macros.hpp>

#include <QProcess>
#include <QSet>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace sipenduduk;
using namespace sipenduduk::test;

TEST_CASE("Every text has its Indonesian translation", "[translation]")
{
    const QList<TsEntry> entries = readTs(tsFile(u"sipenduduk_id.ts"_s));
    CHECK(entries.size() > 300);
    for (const TsEntry &entry : entries) {
        INFO(entry.context.toStdString() << ": " << entry.source.toStdString());
        CHECK_FALSE(entry.isUnfinished);
        CHECK_FALSE(entry.translation.isEmpty());
        for (const QString &place : {u"%1"_s, u"%2"_s, u"%3"_s, u"%4"_s, u"%n"_s})
            CHECK(entry.source.contains(place) == entry.translation.contains(place));
    }
}

TEST_CASE("The translation holds every text of the sources", "[translation]")
{
    QTemporaryDir folder;
    const QString fresh = folder.filePath(u"fresh.ts"_s);
    QProcess lupdate;
    lupdate.start(QStringLiteral(SIPENDUDUK_LUPDATE),
                  {u"-silent"_s, u"-recursive"_s, u"-locations"_s, u"none"_s, u"-I"_s,
                   QStringLiteral(SIPENDUDUK_SOURCE_DIR),
                   QStringLiteral(SIPENDUDUK_SOURCE_DIR "/app"),
                   QStringLiteral(SIPENDUDUK_SOURCE_DIR "/forms"), u"-ts"_s, fresh});
    REQUIRE(waitFor([&] { return lupdate.state() == QProcess::NotRunning; }));
    REQUIRE(lupdate.exitCode() == 0);
    QSet<QString> known;
    for (const TsEntry &entry : readTs(tsFile(u"sipenduduk_id.ts"_s)))
        known.insert(entry.source);
    for (const TsEntry &entry : readTs(fresh)) {
        INFO(entry.context.toStdString() << ": " << entry.source.toStdString());
        CHECK(known.contains(entry.source));
    }
}

TEST_CASE("No English is left on the screens", "[translation]")
{
    TestDesk desk;
    desk.office.answer<protocol::ListQueue>(testPage(testRows(3)));
    desk.office.setDuties({{Role::Fo, {}},
                           {Role::Editor, {}},
                           {Role::Kasi, {}},
                           {Role::Kabid, {}},
                           {Role::Kadin, {}}});
    desk.logIn();
    LoginWindow login(desk.session, desk.settings);
    MainWindow window(desk.session, testKatalog(), desk.settings);
    KartuKendaliView card(desk.session);
    card.showPermohonan(testPermohonan(), testKatalog());
    NotesView notes(desk.session);
    const QStringList english = englishOn({&login, &window, &card, &notes});
    INFO(english.join(u'\n').toStdString());
    CHECK(english.isEmpty());
}

TEST_CASE("Every code that the office sends has words", "[translation]")
{
    TestDesk dressed;
    for (int code = 1; code <= int(ErrorCode::Internal); ++code)
        CHECK(words::ofError({ErrorCode(code), {}}).endsWith(u'.'));
    CHECK(words::ofError({ErrorCode(999), {}}) == words::ofError({ErrorCode::Internal, {}}));
    for (int status = 0; status < StatusCount; ++status)
        CHECK_FALSE(words::ofStatus(Status(status)).isEmpty());
    for (int role = 0; role < RoleCount; ++role)
        CHECK_FALSE(words::ofRole(Role(role)).isEmpty());
    for (int action = 1; action <= int(Action::MakeDraft); ++action) {
        CHECK_FALSE(words::ofAction(Action(action)).isEmpty());
        CHECK_FALSE(words::doneAction(Action(action)).isEmpty());
    }
    for (int kind = 1; kind <= int(LineKind::Selesai); ++kind)
        CHECK_FALSE(words::ofLineKind(LineKind(kind)).isEmpty());
    for (int code = 1; code <= int(FindingCode::OpenRequest); ++code) {
        const Finding finding{FindingLevel::Error, FindingCode(code), {}, {u"7"_s, u"9"_s}, -1, {}};
        CHECK(words::ofFinding(finding).endsWith(u'.'));
    }
    CHECK(words::ofFinding({FindingLevel::Error, FindingCode::NikLength, {}, {u"15"_s}, -1, {}})
          == u"NIK terdiri atas 16 angka; ini 15."_s);
    CHECK(words::duration(65 * 60'000) == u"1 jam 5 menit"_s);
    CHECK(words::duration(50 * 3'600'000LL) == u"2 hari 2 jam"_s);
}
