#include "common/tte/DraftSigner.h"
#include "common/tte/SoftKey.h"
#include "common/tte/TteRuntime.h"
#include "server/db/Connection.h"
#include "server/db/UserRepository.h"
#include "tests/server/TinyDisk.h"
#include "tests/support/TestOffice.h"

#include <catch2/catch_test_macros.hpp>

using namespace sipenduduk;
using namespace Qt::StringLiterals;

namespace {

using enum Status;

/// Room is given back so many bytes at a time: the disk ends at another place each time.
constexpr qint64 MoreRoom = 16 * 1024;

/// Moves the write-ahead log into the database, for it would not fit on the small disk beside it.
void shortenLog(const TestOffice &office)
{
    auto connection = Connection::open(office.folder.filePath(u"office.db"_s), u"shorten"_s);
    REQUIRE(connection);
    REQUIRE(connection->run(u"PRAGMA wal_checkpoint(TRUNCATE)"_s));
}

/// Does `work` on a full disk, then with a little more room each time until it succeeds; `check`
/// looks at what each failure left. How often it failed.
int tryUntilThereIsRoom(const TinyDisk &disk,
                        const std::function<Result<protocol::ActReply>()> &work,
                        const std::function<void()> &check)
{
    disk.fill();
    int failures = 0;
    for (;; ++failures) {
        const auto outcome = work();
        if (outcome)
            return failures;
        CHECK(outcome.error().code == ErrorCode::Storage);
        check();
        REQUIRE(disk.release(MoreRoom));
    }
}

/// Signs the set as the Kadin's client does, with a certificate that the office knows.
protocol::SignSet signedSet(TestOffice &office, PermohonanId id)
{
    const PracticePki pki = PracticePki::create(u"Test root"_s, office.now).value();
    office.parts.profile.tteAnchorsPem = pki.rootPem() + pki.intermediatePem();
    const PracticeIdentity identity = pki.issue({.commonName = u"Kepala Dinas"_s,
                                                 .notBefore = office.now.addDays(-30),
                                                 .notAfter = office.now.addDays(365)},
                                                "123456")
                                          .value();
    const Session kadin = office.session(Role::Kadin);
    REQUIRE(office.write([&](Connection &db) {
        return UserRepository(db).setCertificate(kadin.user, identity.certificateDer, office.now);
    }));
    const auto offer = office.office->offerSigning(kadin, {id}).result();
    REQUIRE(offer);
    QByteArray pin = "123456";
    auto key = openPkcs12(identity.pkcs12, Pin::take(pin), office.now);
    REQUIRE(key);
    SignatureLook look(u"DejaVu Sans"_s);
    DraftSigner signer(**key, look);
    protocol::SignSet set{.id = id, .version = offer->version, .signatures = {}};
    for (const protocol::DokumenToSign &wanted : offer->dokumenList) {
        const auto appendix =
            signer.signDraft({.draft = office.blobs->getNow(wanted.draftSha256).value(),
                              .parafChain = wanted.parafChain,
                              .verificationUrl = wanted.verifyUrl,
                              .text = {.titleLines = offer->titleLines,
                                       .name = offer->name,
                                       .nip = offer->nip,
                                       .isPractice = true},
                              .signedAt = office.now,
                              .reason = {},
                              .place = {}});
        REQUIRE(appendix);
        set.signatures.append({wanted.dokumen, wanted.draftSha256, appendix->appendix});
    }
    return set;
}

} // namespace

SCENARIO("Drafts that the disk has no room for are not made by half", "[full-disk]")
{
    const TinyDisk disk;
    TestOffice office(disk.path());
    const PermohonanId id = office.bringTo(Diverifikasi, Role::Fo, true);
    office.enter(id);
    shortenLog(office);
    const int version = office.head(id).version;
    const QByteArray key(16, 'd');
    const auto make = [&] {
        return office.office->makeDrafts(office.session(Role::Fo), {id, Role::Fo, version}, key)
            .result();
    };
    QMap<int, QString> numbers; // settled before a draft is made, and then for good
    const int failures = tryUntilThereIsRoom(disk, make, [&] {
        CHECK(office.head(id).version == version);
        for (const DokumenRecord &dokumen : office.dokumenList(id)) {
            CHECK(dokumen.draftSha256.isEmpty());
            if (!dokumen.number.isEmpty() && !numbers.contains(dokumen.position))
                numbers.insert(dokumen.position, dokumen.number);
            CHECK(dokumen.number == numbers.value(dokumen.position));
        }
    });
    CHECK(failures > 1);
    const auto set = office.dokumenList(id);
    REQUIRE(set.size() == 3);
    for (const DokumenRecord &dokumen : set) {
        CHECK(dokumen.draftVersion == 1);
        CHECK(office.blobs->getNow(dokumen.draftSha256));
        CHECK_FALSE(dokumen.number.isEmpty());
        CHECK(dokumen.number == numbers.value(dokumen.position, dokumen.number));
    }
    disk.release();
    CHECK(office.act(id, Role::Fo, Action::HandToKasi));
}

SCENARIO("Signatures that the disk has no room for are not kept by half", "[full-disk]")
{
    const TteRuntime runtime;
    const TinyDisk disk;
    TestOffice office(disk.path());
    const PermohonanId id = office.bringTo(DiKabid, Role::Kabid, true);
    shortenLog(office);
    office.approve(id, Role::Kabid);
    REQUIRE(office.act(id, Role::Kadin, Action::Receive));
    office.showAllPages(id, office.session(Role::Kadin));
    const protocol::SignSet set = signedSet(office, id);
    shortenLog(office);
    const auto before = office.head(id);
    const auto sign = [&] {
        return office.office->signSet(office.session(Role::Kadin), set, QByteArray(16, 's'))
            .result();
    };
    const int failures = tryUntilThereIsRoom(disk, sign, [&] {
        CHECK(office.head(id).status == DiKadin);
        CHECK(office.head(id).version == before.version);
        for (const DokumenRecord &dokumen : office.dokumenList(id))
            CHECK(dokumen.signedSha256.isEmpty());
    });
    CHECK(failures > 1);
    CHECK(office.head(id).status == Ditandatangani);
    for (const DokumenRecord &dokumen : office.dokumenList(id)) {
        const auto file = office.blobs->getNow(dokumen.signedSha256);
        REQUIRE(file);
        CHECK(file->startsWith(office.blobs->getNow(dokumen.draftSha256).value()));
    }
    CHECK(sign()); // the kept answer, as after a broken line
}
