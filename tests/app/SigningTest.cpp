#include "app/net/Session.h"
#include "app/signing/CryptoStart.h"
#include "app/signing/PinEdit.h"
#include "app/signing/SigningDialog.h"
#include "app/signing/SigningWords.h"
#include "common/tte/ParafChain.h"
#include "common/tte/seal/PracticePki.h"
#include "common/tte/verify/SignedDraftCheck.h"
#include "tests/app/PermohonanOffice.h"
#include "tests/app/SampleFiles.h"
#include "tests/app/SamplePermohonan.h"
#include "tests/support/Wait.h"

#include <catch2/catch_test_macros.hpp>

#include <QApplication>
#include <QFile>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace sipenduduk;
using namespace sipenduduk::test;

namespace {

constexpr char KeyPin[] = "rahasia-latihan";

const PracticePki &practicePki()
{
    static const PracticePki pki =
        *PracticePki::create(u"Akar latihan"_s, QDateTime::currentDateTimeUtc());
    return pki;
}

PracticeOfficer kadinOfficer()
{
    const QDateTime now = QDateTime::currentDateTimeUtc();
    return {
        .commonName = u"IRMA NOVRITA"_s, .notBefore = now.addDays(-1), .notAfter = now.addYears(1)};
}

const PracticeIdentity &kadinIdentity()
{
    static const PracticeIdentity identity = *practicePki().issue(kadinOfficer(), KeyPin);
    return identity;
}

/// The Kadin's desk: the dialog before an office that offers a set of three drafts.
class KadinDesk
{
public:
    explicit KadinDesk(const QByteArray &registered = kadinIdentity().certificateDer)
        : office(Role::Kadin)
    {
        QCoreApplication::setOrganizationName(u"sipenduduk-tests"_s);
        office.permohonan = birth(office, Status::DiKadin, Role::Kadin);
        office.setPractice(true);
        office.on<protocol::OfferSigning>(
            [this, registered](const protocol::OfferSigning &) -> Result<protocol::SigningOffer> {
                return offer(registered);
            });
        office.on<protocol::SignSet>(
            [this](const protocol::SignSet &message) { return accept(message); });
        office.logIn(session);
        dialog = std::make_unique<SigningDialog>(
            session,
            QList<SigningItem>{
                {office.permohonan.row.id, u"PKU-2026-000041"_s, u"Pencatatan Kelahiran"_s}});
        dialog->show();
        useKey(kadinIdentity().pkcs12);
    }

    void useKey(const QByteArray &bytes)
    {
        const QString path = m_folder.filePath(u"kunci.p12"_s);
        QFile file(path);
        REQUIRE(file.open(QIODevice::WriteOnly));
        REQUIRE(file.write(bytes) == bytes.size());
        file.close();
        dialog->findChild<QLineEdit *>(u"fileLineEdit"_s)->setText(path);
    }

    void sign(const QString &pin = QString::fromLatin1(KeyPin))
    {
        auto *button = dialog->findChild<QPushButton *>(u"signButton"_s);
        QTest::keyClicks(dialog->findChild<QLineEdit *>(u"pinEdit"_s), pin);
        REQUIRE(waitFor([&] { return button->isEnabled(); }));
        button->click();
        REQUIRE(waitFor([&] { return !dialog->isVisible() || !message().isEmpty(); }));
    }

    QString message()
    {
        auto *label = dialog->findChild<QLabel *>(u"messageLabel"_s);
        return label->isVisible() ? label->text() : QString();
    }

    protocol::SigningOffer offer(const QByteArray &registered)
    {
        protocol::SigningOffer made;
        made.version = office.permohonan.row.version;
        made.titleLines = {u"KEPALA DINAS KEPENDUDUKAN DAN PENCATATAN SIPIL"_s,
                           u"KOTA PEKANBARU"_s};
        made.name = u"IRMA NOVRITA"_s;
        made.nip = u"197001011995032001"_s;
        made.certificate = registered;
        made.at = QDateTime::currentDateTimeUtc();
        for (const Dokumen &dokumen : office.permohonan.dokumenList) {
            ParafChain chain;
            chain.draftSha256 = dokumen.draftSha256;
            for (const Paraf &paraf : dokumen.parafList)
                chain.entries.append({word(paraf.duty), paraf.at});
            made.dokumenList.append({dokumen.id, dokumen.draftSha256, *chain.toBytes(),
                                     u"https://localhost/periksa/%1"_s.arg(qint64(dokumen.id))});
        }
        return made;
    }

    /// As the server does it: every signature is judged before one is taken.
    Result<protocol::ActReply> accept(const protocol::SignSet &message)
    {
        const protocol::SigningOffer wanted = offer(kadinIdentity().certificateDer);
        for (const protocol::DokumenToSign &dokumen : wanted.dokumenList) {
            const auto given = std::ranges::find(message.signatures, dokumen.dokumen,
                                                 &protocol::SignedDokumen::dokumen);
            if (given == message.signatures.end())
                return fail(ErrorCode::Incomplete, u"signatures"_s);
            const auto info =
                checkSignedDraft(office.blobs.value(dokumen.draftSha256), given->appendix,
                                 {.signerCertificate = wanted.certificate,
                                  .anchors = *TrustAnchors::fromBytes(practicePki().rootPem()),
                                  .parafChain = dokumen.parafChain,
                                  .at = QDateTime::currentDateTimeUtc(),
                                  .place = {}});
            if (!info)
                return std::unexpected(info.error());
        }
        ++acceptedSets;
        return protocol::ActReply{message.version + 1, Status::Ditandatangani, Role::Sistem};
    }

    PermohonanOffice office;
    Session session;
    std::unique_ptr<SigningDialog> dialog;
    int acceptedSets = 0;

private:
    QTemporaryDir m_folder;
};

} // namespace

SCENARIO("The Kadin signs a set with the key file", "[signing]")
{
    const CryptoStart crypto;
    KadinDesk desk;
    auto *pin = desk.dialog->findChild<QLineEdit *>(u"pinEdit"_s);
    REQUIRE(waitFor([&] {
        return desk.dialog->findChild<QLabel *>(u"certificateLabel"_s)
            ->text()
            .contains("IRMA NOVRITA"_L1);
    }));

    WHEN("the PIN is right")
    {
        desk.sign();
        THEN("all dokumen are signed as the office's verifier wants it, and the dialog closes")
        {
            CHECK(waitFor([&] { return !desk.dialog->isVisible(); }));
            CHECK(desk.dialog->result() == QDialog::Accepted);
            CHECK(desk.acceptedSets == 1);
            REQUIRE(desk.office.requests<protocol::SignSet>().size() == 1);
            CHECK(desk.office.requests<protocol::SignSet>().first().signatures.size() == 3);
            CHECK(pin->text().isEmpty());
        }
    }
    WHEN("the PIN is wrong")
    {
        desk.sign(u"salah"_s);
        THEN("it can be typed again, and nothing was signed")
        {
            CHECK(desk.message().contains("PIN is wrong"_L1));
            CHECK(pin->text().isEmpty());
            CHECK(desk.office.requests<protocol::SignSet>().isEmpty());
            desk.dialog->findChild<QLabel *>(u"messageLabel"_s)->hide();
            desk.sign();
            CHECK(waitFor([&] { return desk.acceptedSets == 1; }));
        }
    }
    WHEN("a draft is not the one that was approved")
    {
        desk.office.blobs[desk.office.permohonan.dokumenList.at(1).draftSha256] += '\n';
        desk.sign();
        THEN("nothing at all is signed")
        {
            CHECK_FALSE(desk.message().isEmpty());
            CHECK(desk.office.requests<protocol::SignSet>().isEmpty());
        }
    }
    WHEN("the office does not accept the signatures")
    {
        desk.office.refuse<protocol::SignSet>(ErrorCode::Untrusted);
        desk.sign();
        THEN("the dialog stays and says so")
        {
            CHECK(desk.message().contains("does not trust"_L1));
            CHECK(desk.dialog->isVisible());
        }
    }
    WHEN("pages were not seen")
    {
        desk.office.refuse<protocol::OfferSigning>(ErrorCode::Incomplete, u"views"_s);
        desk.sign();
        THEN("he is sent back to the drafts")
        {
            CHECK(desk.message().contains("Not every page"_L1));
        }
    }
}

TEST_CASE("Every key file that cannot sign is refused with its own sentence", "[signing]")
{
    const CryptoStart crypto;
    const QDateTime now = QDateTime::currentDateTimeUtc();
    QSet<QString> sentences;
    const auto refused = [&](const PracticeIdentity &identity, const QByteArray &file,
                             const char *part) {
        KadinDesk desk(identity.certificateDer);
        desk.useKey(file);
        desk.sign();
        INFO(desk.message().toStdString());
        CHECK(desk.message().contains(QLatin1StringView(part)));
        CHECK(desk.office.requests<protocol::SignSet>().isEmpty());
        CHECK(desk.dialog->isVisible());
        sentences.insert(desk.message());
    };
    const auto issued = [](const PracticeOfficer &officer) {
        return *practicePki().issue(officer, KeyPin);
    };

    PracticeOfficer officer = kadinOfficer();
    officer.notBefore = now.addYears(-2);
    officer.notAfter = now.addDays(-1);
    refused(issued(officer), issued(officer).pkcs12, "expired");
    officer.notBefore = now.addDays(2);
    officer.notAfter = now.addYears(1);
    refused(issued(officer), issued(officer).pkcs12, "not valid yet");
    officer = kadinOfficer();
    officer.isForSigning = false;
    refused(issued(officer), issued(officer).pkcs12, "not meant for signatures");
    refused(kadinIdentity(), "this is no key file", "not a key file");
    refused(kadinIdentity(), kadinIdentity().pkcs12.first(200), "not a key file");
    officer = kadinOfficer();
    officer.commonName = u"ORANG LAIN"_s;
    refused(kadinIdentity(), issued(officer).pkcs12, "not the certificate that is registered");
    refused({}, kadinIdentity().pkcs12, "no certificate registered");
    CHECK(sentences.size() == 6); // garbage and a torn file share one
}

TEST_CASE("The PIN line tells of Caps Lock and forgets what it gave away", "[signing]")
{
    const CryptoStart crypto;
    PinEdit edit;
    QSignalSpy caps(&edit, &PinEdit::capsLockSeen);
    QTest::keyClicks(&edit, u"a"_s);
    CHECK_FALSE(caps.last().first().toBool());
    QKeyEvent capital(QEvent::KeyPress, Qt::Key_B, Qt::NoModifier, u"B"_s);
    QApplication::sendEvent(&edit, &capital);
    CHECK(caps.last().first().toBool());
    CHECK(edit.echoMode() == QLineEdit::Password);
    const Pin pin = edit.takePin();
    CHECK_FALSE(pin.isEmpty());
    CHECK(edit.text().isEmpty());
    CHECK_FALSE(edit.isUndoAvailable());
}
