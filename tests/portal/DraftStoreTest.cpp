#include "server/portal/DraftStore.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTimeZone>

#include <catch2/catch_test_macros.hpp>

using namespace Qt::StringLiterals;
using namespace sipenduduk;

namespace {

const PemohonId Rina{7};
const PemohonId Budi{8};
const QString DraftBirth = u"akta-kelahiran"_s;

QDateTime monday()
{
    return QDateTime(QDate(2026, 11, 23), QTime(2, 0), QTimeZone::UTC);
}

struct StoreUnderTest
{
    QTemporaryDir folder;
    DraftStore store{folder.path(), QByteArray(32, 's')};
};

ApplicationDraft typed(DraftStore &store, PemohonId who, const QString &name, const QDateTime &now)
{
    ApplicationDraft draft = store.load(who, name, now);
    draft.data.insert(u"anak_nama"_s, u"Putri Ayu"_s);
    draft.answers.insert(u"syarat.kk"_s, false);
    REQUIRE(store.save(who, draft, now));
    return draft;
}

} // namespace

TEST_CASE("A draft comes back as it was saved, to its owner alone", "[portal][draft]")
{
    StoreUnderTest t;
    const ApplicationDraft saved = typed(t.store, Rina, DraftBirth, monday());
    const ApplicationDraft loaded = t.store.load(Rina, DraftBirth, monday().addDays(6));
    CHECK(loaded.formId == saved.formId);
    CHECK(loaded.data == saved.data);
    CHECK(loaded.answers == saved.answers);
    CHECK(loaded.savedAt == monday());
    CHECK(t.store.load(Budi, DraftBirth, monday()).isEmpty());
    CHECK(t.store.load(Rina, u"ktp-baru"_s, monday()).isEmpty());
    CHECK(t.store.list(Budi, monday()).isEmpty());
    REQUIRE(t.store.list(Rina, monday()).size() == 1);
}

TEST_CASE("A draft that nobody touches for a week is gone, with its files", "[portal][draft]")
{
    StoreUnderTest t;
    ApplicationDraft draft = typed(t.store, Rina, DraftBirth, monday());
    REQUIRE(t.store.addBerkas(Rina, draft, {.requirement = u"kk"_s, .fileName = u"kk.jpg"_s},
                              "bytes", monday()));
    t.store.removeExpired(monday().addDays(6));
    CHECK_FALSE(t.store.load(Rina, DraftBirth, monday().addDays(6)).isEmpty());
    CHECK(t.store.load(Rina, DraftBirth, monday().addDays(7)).isEmpty());
    t.store.removeExpired(monday().addDays(7));
    CHECK(t.store.load(Rina, DraftBirth, monday()).isEmpty());
}

TEST_CASE("Files of a draft are bounded in number and size", "[portal][draft]")
{
    StoreUnderTest t;
    ApplicationDraft draft = t.store.load(Rina, DraftBirth, monday());
    const PendingBerkas kk{.requirement = u"kk"_s, .fileName = u"kk.jpg"_s};
    for (int i = 0; i < MaxBerkasPerRequirement; ++i)
        REQUIRE(t.store.addBerkas(Rina, draft, kk, "bytes", monday()));
    CHECK(t.store.addBerkas(Rina, draft, kk, "bytes", monday()).error().detail == u"berkas");
    const QByteArray half(MaxDraftSize / 2, 'x');
    REQUIRE(t.store.addBerkas(Rina, draft, {.requirement = u"a"_s}, half, monday()));
    CHECK(t.store.addBerkas(Rina, draft, {.requirement = u"b"_s}, half, monday()).error().detail
          == u"draft");
    const auto first = t.store.bytes(Rina, draft, draft.berkasList.first());
    REQUIRE(first);
    CHECK(*first == "bytes");
    CHECK_FALSE(t.store.bytes(Budi, draft, draft.berkasList.first()));
}

TEST_CASE("An account cannot fill the disk with drafts", "[portal][draft]")
{
    StoreUnderTest t;
    for (int i = 0; i < MaxDraftsPerPemohon; ++i)
        typed(t.store, Rina, u"layanan-%1"_s.arg(i), monday());
    ApplicationDraft more = t.store.load(Rina, u"satu-lagi"_s, monday());
    CHECK(t.store.save(Rina, more, monday()).error().code == ErrorCode::Busy);
    ApplicationDraft known = t.store.load(Rina, u"layanan-3"_s, monday());
    CHECK(t.store.save(Rina, known, monday()));
    typed(t.store, Budi, DraftBirth, monday());
}

TEST_CASE("A form that was sent is known by its number, also after a restart", "[portal][draft]")
{
    StoreUnderTest t;
    const ApplicationDraft draft = typed(t.store, Rina, DraftBirth, monday());
    CHECK(t.store.sentAs(Rina, draft.formId).isEmpty());
    REQUIRE(t.store.markSent(Rina, draft, u"PKU-1"_s, monday()));
    CHECK(t.store.load(Rina, DraftBirth, monday()).isEmpty());
    const DraftStore restarted(t.folder.path(), QByteArray(32, 's'));
    CHECK(restarted.sentAs(Rina, draft.formId) == u"PKU-1");
    CHECK(restarted.sentAs(Budi, draft.formId).isEmpty());
    CHECK(restarted.sentAs(Rina, {}).isEmpty());
}

TEST_CASE("A draft that is no JSON is as good as none", "[portal][draft]")
{
    StoreUnderTest t;
    typed(t.store, Rina, DraftBirth, monday());
    const QStringList accounts = QDir(t.folder.path()).entryList(QDir::Dirs | QDir::NoDotAndDotDot);
    REQUIRE(accounts.size() == 1);
    QDir account(t.folder.filePath(accounts.first()));
    const QString draft = account.entryList(QDir::Dirs | QDir::NoDotAndDotDot).first();
    QFile file(account.filePath(draft + u"/isian.json"_s));
    REQUIRE(file.open(QIODevice::WriteOnly));
    file.write("{\"formulir\": [");
    file.close();
    CHECK(t.store.load(Rina, DraftBirth, monday()).isEmpty());
    CHECK(t.store.list(Rina, monday()).isEmpty());
}
