#include "common/tte/DraftSigner.h"
#include "common/tte/ParafChain.h"
#include "common/tte/SoftKey.h"
#include "common/tte/TteRuntime.h"
#include "common/tte/verify/PdfSignatureVerifier.h"
#include "server/db/UserRepository.h"
#include "tests/support/TestOffice.h"

#include <catch2/catch_test_macros.hpp>

#include <QCryptographicHash>

#include <functional>

using namespace sipenduduk;
using namespace Qt::StringLiterals;

namespace {

using enum Status;

/// The Kadin's machine: his key, and drafts signed as the client does.
class KadinMachine
{
public:
    explicit KadinMachine(TestOffice &office)
        : m_office(office)
        , pki(PracticePki::create(u"Test root"_s, office.now).value())
    {
        office.parts.profile.tteAnchorsPem = pki.rootPem() + pki.intermediatePem();
    }

    PracticeIdentity issue(const QString &name, int validDays = 365) const
    {
        return pki
            .issue({.commonName = name,
                    .notBefore = m_office.now.addDays(-30),
                    .notAfter = m_office.now.addDays(validDays)},
                   "123456")
            .value();
    }

    void registerCertificate(const PracticeIdentity &identity)
    {
        const UserId kadin = m_office.session(Role::Kadin).user;
        REQUIRE(m_office.write([&](Connection &db) {
            return UserRepository(db).setCertificate(kadin, identity.certificateDer, m_office.now);
        }));
    }

    using Change = std::function<QByteArray(QByteArray draft)>;

    /// `change` makes what is signed of the draft that the office has.
    protocol::SignSet sign(PermohonanId id, const PracticeIdentity &identity,
                           const Change &change = std::identity())
    {
        const Session kadin = m_office.session(Role::Kadin);
        const auto offer = m_office.office->offerSigning(kadin, {id}).result();
        REQUIRE(offer);
        QByteArray pinText = "123456";
        auto key = openPkcs12(identity.pkcs12, Pin::take(pinText), m_office.now);
        REQUIRE(key);
        SignatureLook look(u"DejaVu Sans"_s);
        DraftSigner signer(**key, look);
        protocol::SignSet set{.id = id, .version = offer->version, .signatures = {}};
        for (const protocol::DokumenToSign &wanted : offer->dokumenList) {
            const QByteArray draft = change(m_office.blobs->getNow(wanted.draftSha256).value());
            // The signer refuses a chain of other bytes, so a forger brings one that fits his.
            ParafChain chain = ParafChain::fromBytes(wanted.parafChain).value();
            chain.draftSha256 = QCryptographicHash::hash(draft, QCryptographicHash::Sha256);
            const auto appendix = signer.signDraft({.draft = draft,
                                                    .parafChain = chain.toBytes().value(),
                                                    .verificationUrl = wanted.verifyUrl,
                                                    .text = {.titleLines = offer->titleLines,
                                                             .name = offer->name,
                                                             .nip = offer->nip,
                                                             .isPractice = true},
                                                    .signedAt = m_office.now,
                                                    .reason = {},
                                                    .place = {}});
            REQUIRE(appendix);
            set.signatures.append({wanted.dokumen, wanted.draftSha256, appendix->appendix});
        }
        return set;
    }

    Result<protocol::ActReply> upload(const protocol::SignSet &set, const QByteArray &key = {})
    {
        return m_office.office->signSet(m_office.session(Role::Kadin), set, key).result();
    }

private:
    TestOffice &m_office;

public:
    PracticePki pki;
};

PermohonanId readyToSign(TestOffice &office)
{
    const PermohonanId id = office.bringTo(DiKadin, Role::Kadin, true);
    REQUIRE(office.act(id, Role::Kadin, Action::Receive));
    office.showAllPages(id, office.session(Role::Kadin));
    return id;
}

} // namespace

SCENARIO("The Kadin's signatures are verified before anything is signed", "[signing]")
{
    const TteRuntime runtime;
    TestOffice office;
    KadinMachine machine(office);
    const PracticeIdentity own = machine.issue(u"Kepala Dinas"_s);
    machine.registerCertificate(own);
    const PermohonanId id = readyToSign(office);

    const auto checkUntouched = [&] {
        CHECK(office.head(id).status == DiKadin);
        for (const DokumenRecord &dokumen : office.dokumenList(id))
            CHECK(dokumen.signedSha256.isEmpty());
    };

    WHEN("every dokumen of the set is signed with the registered certificate")
    {
        const protocol::SignSet set = machine.sign(id, own);
        const QByteArray key(16, 's');
        const auto reply = machine.upload(set, key);
        THEN("the set is signed, stored, and each file begins with its approved draft")
        {
            REQUIRE(reply);
            for (const DokumenRecord &dokumen : office.dokumenList(id)) {
                CHECK(dokumen.status == Ditandatangani);
                const QByteArray file = office.blobs->getNow(dokumen.signedSha256).value();
                const QByteArray draft = office.blobs->getNow(dokumen.draftSha256).value();
                CHECK(file.startsWith(draft));
            }
            CHECK(machine.upload(set, key) == reply); // a retry after a broken line
            CHECK(machine.upload(set).error().code == ErrorCode::Conflict);
        }
    }
    WHEN("one byte of an appendix differs")
    {
        protocol::SignSet set = machine.sign(id, own);
        QByteArray &appendix = set.signatures.last().appendix;
        appendix[appendix.size() / 2] = char(appendix[appendix.size() / 2] ^ 1);
        THEN("nothing of the set is signed")
        {
            CHECK_FALSE(machine.upload(set));
            checkUntouched();
        }
    }
    WHEN("the appendix continues a draft that differs by one byte")
    {
        const protocol::SignSet set = machine.sign(id, own, [](QByteArray draft) {
            const qsizetype at = draft.indexOf("/Producer (") + 12; // a letter of the maker's name
            draft[at] = char(draft[at] ^ 1);
            return draft;
        });
        THEN("it is refused")
        {
            CHECK(machine.upload(set).error().code == ErrorCode::Tampered);
            checkUntouched();
        }
        AND_THEN("as is the appendix of another dokumen of the set")
        {
            protocol::SignSet swapped = machine.sign(id, own);
            std::swap(swapped.signatures[0].appendix, swapped.signatures[1].appendix);
            CHECK_FALSE(machine.upload(swapped));
            checkUntouched();
        }
        AND_THEN("also when the message names another draft")
        {
            protocol::SignSet other = machine.sign(id, own);
            other.signatures[0].draftSha256[0] = char(other.signatures[0].draftSha256[0] ^ 1);
            CHECK(machine.upload(other).error().code == ErrorCode::Conflict);
            checkUntouched();
        }
    }
    WHEN("the signature is dated before the parafs, or in the future")
    {
        const auto dated = [&](qint64 seconds) {
            const QDateTime present = office.now;
            office.now = present.addSecs(seconds);
            const protocol::SignSet set = machine.sign(id, own);
            office.now = present;
            return machine.upload(set);
        };
        THEN("it is refused, a clock a minute ahead is not")
        {
            const Error wrong{ErrorCode::InvalidArgument, u"signing time"_s};
            CHECK(dated(-3600).error() == wrong);
            CHECK(dated(180).error() == wrong);
            checkUntouched();
            CHECK(dated(60));
        }
    }
    WHEN("another person's key signed, with the same name")
    {
        const auto reply = machine.upload(machine.sign(id, machine.issue(u"Kepala Dinas"_s)));
        THEN("it is refused as foreign")
        {
            CHECK(reply.error().code == ErrorCode::Untrusted);
            checkUntouched();
        }
    }
    WHEN("the registered certificate is of another authority")
    {
        const PracticePki foreign = PracticePki::create(u"Foreign root"_s, office.now).value();
        const PracticeIdentity stranger = foreign
                                              .issue({.commonName = u"Kepala Dinas"_s,
                                                      .notBefore = office.now.addDays(-1),
                                                      .notAfter = office.now.addDays(90)},
                                                     "123456")
                                              .value();
        machine.registerCertificate(stranger);
        THEN("it is refused")
        {
            CHECK(machine.upload(machine.sign(id, stranger)).error().code == ErrorCode::Untrusted);
            checkUntouched();
        }
    }
    WHEN("the certificate has expired between signing and upload")
    {
        const PracticeIdentity brief = machine.issue(u"Kepala Dinas"_s, 1);
        machine.registerCertificate(brief);
        const protocol::SignSet set = machine.sign(id, brief);
        office.now = office.now.addDays(2);
        THEN("it is refused as expired")
        {
            CHECK(machine.upload(set).error().code == ErrorCode::Expired);
            checkUntouched();
        }
    }
    WHEN("a dokumen of the set is left out")
    {
        protocol::SignSet set = machine.sign(id, own);
        set.signatures.removeLast();
        THEN("the set is not signed")
        {
            CHECK(machine.upload(set).error().code == ErrorCode::Incomplete);
            checkUntouched();
        }
    }
    WHEN("no certificate is registered")
    {
        const protocol::SignSet set = machine.sign(id, own);
        machine.registerCertificate({});
        THEN("it is refused")
        {
            CHECK(machine.upload(set).error().code == ErrorCode::Untrusted);
            checkUntouched();
        }
    }
}
