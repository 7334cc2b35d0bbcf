#include "app/signing/CryptoStart.h"
#include "common/tte/ParafChain.h"
#include "common/tte/seal/PracticePki.h"
#include "tests/app/OfficerAtPage.h"
#include "tests/app/ScreenTexts.h"
#include "tests/support/Wait.h"

#include <catch2/catch_test_macros.hpp>

#include <QDialog>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace sipenduduk;
using namespace sipenduduk::test;

namespace {

constexpr char RightPin[] = "rahasia-latihan";

PracticeIdentity identityOf(const QString &name, int fromDay, int toDay)
{
    const QDateTime now = QDateTime::currentDateTimeUtc();
    static const PracticePki pki = *PracticePki::create(u"Akar latihan"_s, now);
    return *pki.issue(
        {.commonName = name, .notBefore = now.addDays(fromDay), .notAfter = now.addDays(toDay)},
        RightPin);
}

/// The Kadin who has looked at every page, before the permohonan; his key file lies ready.
class KadinAtPage
{
public:
    explicit KadinAtPage(const PracticeIdentity &own, const PracticeIdentity &onDrive)
        : kadin(Role::Kadin, Status::DiKadin, Role::Kadin)
        , m_certificate(own.certificateDer)
    {
        QFile file(keyPath());
        REQUIRE(file.open(QIODevice::WriteOnly));
        REQUIRE(file.write(onDrive.pkcs12) == onDrive.pkcs12.size());
        for (Dokumen &dokumen : kadin.office.permohonan.dokumenList) {
            for (int page = 1; page <= dokumen.pageCount; ++page)
                dokumen.seenPages.append(page);
        }
        kadin.office.on<protocol::OfferSigning>(
            [this](const protocol::OfferSigning &) -> Result<protocol::SigningOffer> {
                return offer();
            });
        kadin.office.on<protocol::SignSet>(
            [this](const protocol::SignSet &message) -> Result<protocol::ActReply> {
                PermohonanRow &row = kadin.office.permohonan.row;
                if (message.version != row.version)
                    return fail(ErrorCode::Conflict, u"version"_s);
                row.status = Status::Ditandatangani;
                row.holder = Role::Fo;
                return protocol::ActReply{++row.version, row.status, row.holder};
            });
        kadin.open();
    }

    /// The dialog that the button of the page opens, with the key file typed in.
    QDialog *openSigning()
    {
        kadin.press(u"signButton"_s);
        QDialog *dialog = kadin.dialog(u"SigningDialog"_s);
        dialog->findChild<QLineEdit *>(u"fileLineEdit"_s)->setText(keyPath());
        return dialog;
    }

    static QString sign(QDialog *dialog, const char *pin = RightPin)
    {
        auto *button = dialog->findChild<QPushButton *>(u"signButton"_s);
        auto *message = dialog->findChild<QLabel *>(u"messageLabel"_s);
        QTest::keyClicks(dialog->findChild<QLineEdit *>(u"pinEdit"_s), QString::fromLatin1(pin));
        REQUIRE(waitFor([&] { return button->isEnabled(); }));
        button->click();
        REQUIRE(waitFor([&] { return message->isVisible(); }));
        return message->text();
    }

    const Indonesian indonesian;
    OfficerAtPage kadin;

private:
    [[nodiscard]] QString keyPath() const { return m_folder.filePath(u"kunci.p12"_s); }

    [[nodiscard]] protocol::SigningOffer offer() const
    {
        protocol::SigningOffer made;
        made.version = kadin.office.permohonan.row.version;
        made.titleLines = {u"KEPALA DINAS KEPENDUDUKAN DAN PENCATATAN SIPIL"_s};
        made.name = u"IRMA NOVRITA"_s;
        made.nip = u"197001011995032001"_s;
        made.certificate = m_certificate;
        made.at = QDateTime::currentDateTimeUtc();
        for (const Dokumen &dokumen : kadin.office.permohonan.dokumenList) {
            ParafChain chain;
            chain.draftSha256 = dokumen.draftSha256;
            for (const Paraf &paraf : dokumen.parafList)
                chain.entries.append({word(paraf.duty), paraf.at});
            made.dokumenList.append({dokumen.id, dokumen.draftSha256, *chain.toBytes(),
                                     u"https://localhost/periksa/%1"_s.arg(qint64(dokumen.id))});
        }
        return made;
    }

    QTemporaryDir m_folder;
    QByteArray m_certificate;
};

} // namespace

SCENARIO("The Kadin signs from the page of a permohonan", "[roles][signing]")
{
    const CryptoStart crypto;
    const PracticeIdentity own = identityOf(u"IRMA NOVRITA"_s, -1, 365);
    KadinAtPage desk(own, own);
    QDialog *dialog = desk.openSigning();
    REQUIRE(waitFor(
        [&] { return dialog->findChild<QLabel *>(u"dokumenLabel"_s)->text().contains(u'3'); }));
    CHECK(dialog->windowTitle() == u"Tanda tangani secara elektronik (TTE)"_s);
    CHECK(desk.kadin.office.requests<protocol::Act>().isEmpty()); // signing is no mere action

    WHEN("the PIN is wrong")
    {
        THEN("he may type it again, and nothing was signed")
        {
            CHECK(KadinAtPage::sign(dialog, "salah") == u"PIN salah. Ketik kembali."_s);
            CHECK(desk.kadin.office.requests<protocol::SignSet>().isEmpty());
            CHECK(englishOn({dialog}).isEmpty());
        }
    }
    WHEN("another officer changed the permohonan in between")
    {
        desk.kadin.office.refuse<protocol::SignSet>(ErrorCode::Conflict);
        THEN("he is told to load it again")
        {
            CHECK(KadinAtPage::sign(dialog).startsWith(u"Petugas lain sudah mengubahnya."_s));
        }
    }
    WHEN("he signs")
    {
        QTest::keyClicks(dialog->findChild<QLineEdit *>(u"pinEdit"_s),
                         QString::fromLatin1(RightPin));
        auto *button = dialog->findChild<QPushButton *>(u"signButton"_s);
        REQUIRE(waitFor([&] { return button->isEnabled(); }));
        button->click();
        THEN("the set is sent, the dialog closes and the page shows the new state")
        {
            REQUIRE(waitFor(
                [&] { return !desk.kadin.office.requests<protocol::SignSet>().isEmpty(); }));
            const auto sent = desk.kadin.office.requests<protocol::SignSet>().first();
            CHECK(sent.signatures.size() == 3);
            CHECK(
                waitFor([&] { return !desk.kadin.page.findChild<QDialog *>(u"SigningDialog"_s); }));
            CHECK(waitFor([&] { return desk.kadin.notice().startsWith(u"Selesai."_s); }));
            CHECK_FALSE(desk.kadin.button(u"signButton"_s));
        }
    }
}

TEST_CASE("A certificate that cannot sign is told in Indonesian", "[roles][signing]")
{
    const CryptoStart crypto;
    SECTION("expired")
    {
        const PracticeIdentity old = identityOf(u"IRMA NOVRITA"_s, -400, -1);
        KadinAtPage desk(old, old);
        CHECK(KadinAtPage::sign(desk.openSigning())
              == u"Sertifikat ini sudah kedaluwarsa. Mintalah yang baru kepada penyelenggara "
                 "sertifikasi."_s);
        CHECK(desk.kadin.office.requests<protocol::SignSet>().isEmpty());
    }
    SECTION("of somebody else")
    {
        KadinAtPage desk(identityOf(u"IRMA NOVRITA"_s, -1, 365),
                         identityOf(u"ORANG LAIN"_s, -1, 365));
        CHECK(KadinAtPage::sign(desk.openSigning())
              == u"Ini bukan sertifikat yang terdaftar atas nama Anda. Pilih kunci yang "
                 "benar atau mintalah administrator mendaftarkannya."_s);
        CHECK(desk.kadin.office.requests<protocol::SignSet>().isEmpty());
    }
}

TEST_CASE("The Kadin cannot open the signing before he has seen every page", "[roles]")
{
    const Indonesian indonesian;
    OfficerAtPage kadin(Role::Kadin, Status::DiKadin, Role::Kadin);
    kadin.open();
    REQUIRE(waitFor([&] { return kadin.button(u"signButton"_s) != nullptr; }));
    CHECK_FALSE(kadin.button(u"signButton"_s)->isEnabled());
    CHECK(kadin.button(u"signButton"_s)->toolTip().contains(u"halaman"_s));
    CHECK(englishOn({&kadin.page}).isEmpty());
}
