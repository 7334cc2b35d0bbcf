#include "app/signing/CryptoStart.h"
#include "app/signing/PinEdit.h"
#include "common/tte/verify/PdfSignatureVerifier.h"
#include "tests/app/KadinSigningDesk.h"
#include "tests/support/Wait.h"
#include "tests/tte/HttpPeer.h"
#include "tests/tte/TestTsa.h"

#include <catch2/catch_test_macros.hpp>

#include <QApplication>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QSignalSpy>

using namespace Qt::StringLiterals;
using namespace sipenduduk;
using namespace sipenduduk::test;

SCENARIO("The Kadin signs a set with the key file", "[signing]")
{
    const CryptoStart crypto;
    KadinSigningDesk desk;
    auto *pin = desk.find<QLineEdit>(u"pinEdit"_s);
    REQUIRE(waitFor([&] {
        return desk.find<QLabel>(u"certificateLabel"_s)->text().contains("IRMA NOVRITA"_L1);
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
            desk.find<QLabel>(u"messageLabel"_s)->hide();
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

SCENARIO("The office names a time stamp authority", "[signing][timestamp]")
{
    const CryptoStart crypto;
    const QDateTime now = QDateTime::currentDateTimeUtc();
    TsaOptions options;
    options.at = {}; // the clock of this computer
    options.certificate.notBefore = now.addDays(-1);
    options.certificate.notAfter = now.addYears(1);
    const TestTsa tsa(authority(), options);
    bool isUp = true;
    const HttpPeer server([&](const QByteArray &body) {
        return isUp ? HttpPeer::ok("application/timestamp-reply", tsa.reply(body))
                    : HttpPeer::ok("text/plain", "closed");
    });
    KadinSigningDesk desk;
    desk.timestampUrl = server.url();
    desk.timestampRootPem = pemOf(authority().root().certificate.get());
    const auto levels = [&] {
        QList<PadesLevel> found;
        const auto anchors =
            *TrustAnchors::fromBytes(practicePki().rootPem() + desk.timestampRootPem);
        for (const QByteArray &file : std::as_const(desk.signedFiles))
            found.append(PdfSignatureVerifier(anchors).verify(file).signatures.first().level);
        return found;
    };
    WHEN("it answers")
    {
        desk.sign();
        THEN("every dokumen carries a proven time")
        {
            CHECK(waitFor([&] { return desk.acceptedSets == 1; }));
            CHECK(levels() == QList{PadesLevel::BT, PadesLevel::BT, PadesLevel::BT});
        }
    }
    WHEN("it does not answer")
    {
        isUp = false;
        desk.sign();
        THEN("the set is signed all the same, and asks once only")
        {
            CHECK(waitFor([&] { return desk.acceptedSets == 1; }));
            CHECK(levels() == QList{PadesLevel::BB, PadesLevel::BB, PadesLevel::BB});
            CHECK(server.requests() == 1);
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
        KadinSigningDesk desk(identity.certificateDer);
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
