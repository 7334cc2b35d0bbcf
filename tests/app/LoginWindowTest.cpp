#include "app/login/LoginWindow.h"
#include "app/login/CapsLock.h"
#include "app/widgets/MessageStrip.h"
#include "app/words/Words.h"
#include "tests/support/TestCertificates.h"
#include "tests/support/TestDesk.h"
#include "tests/support/Wait.h"

#include <catch2/catch_test_macros.hpp>

#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QToolButton>

using namespace Qt::StringLiterals;
using namespace sipenduduk;
using namespace sipenduduk::test;

namespace {

/// The log-in window as an officer uses it.
struct LoginDesk : TestDesk
{
    std::unique_ptr<LoginWindow> window;

    void open()
    {
        window = std::make_unique<LoginWindow>(session, settings);
        window->show();
    }
    void setServer(const FakeOffice &server, const QString &caFile)
    {
        settings.setValue(u"server"_s, u"127.0.0.1:%1"_s.arg(server.port()));
        settings.setValue(u"ca"_s, caFile);
    }
    template <typename T>
    T &part(const QString &name)
    {
        auto *found = window->findChild<T *>(name);
        REQUIRE(found);
        return *found;
    }
    void type(const QString &user, const QString &password)
    {
        part<QLineEdit>(u"userLineEdit"_s).setText(user);
        QTest::keyClicks(&part<QLineEdit>(u"passwordLineEdit"_s), password);
    }
    void press() { QTest::mouseClick(&part<QPushButton>(u"loginButton"_s), Qt::LeftButton); }
    QString message() { return part<MessageStrip>(u"messageStrip"_s).text(); }
};

} // namespace

SCENARIO("An officer opens the log-in window", "[login]")
{
    LoginDesk desk;
    desk.setServer(desk.office, testCertificates().caFile());

    WHEN("the office practises")
    {
        desk.office.setPractice(true);
        desk.open();
        REQUIRE(waitFor([&] { return desk.session.state() == ConnectionState::Connected; }));
        THEN("the banner says so before anybody types, and the office is named")
        {
            CHECK(desk.part<QLabel>(u"practiceBanner"_s).isVisible());
            CHECK(desk.part<QLabel>(u"practiceBanner"_s).text().startsWith(u"MODE LATIHAN"_s));
            CHECK(desk.part<QLabel>(u"officeLabel"_s).text() == u"Disdukcapil Kota Uji"_s);
            shoot(*desk.window, u"login-latihan"_s);
        }
    }
    WHEN("the password is wrong")
    {
        desk.open();
        CHECK_FALSE(desk.part<QPushButton>(u"loginButton"_s).isEnabled());
        desk.type(u"siti"_s, u"salah"_s);
        desk.press();
        REQUIRE(waitFor([&] { return !desk.message().isEmpty(); }));
        THEN("he is told in Indonesian and types it again")
        {
            CHECK(desk.message() == u"Nama pengguna atau kata sandi salah."_s);
            CHECK(desk.part<QLineEdit>(u"passwordLineEdit"_s).text().isEmpty());
            shoot(*desk.window, u"login-salah"_s);
            desk.type(u"siti"_s, QString(FakeOffice::Password));
            desk.press();
            CHECK(waitFor([&] { return desk.session.isOnline(); }));
            CHECK(desk.settings.value(u"user"_s).toString() == u"siti"_s);
            CHECK_FALSE(desk.settings.allKeys().contains(u"password"_s));
        }
    }
    WHEN("the account is locked")
    {
        desk.office.refuse<protocol::Login>(ErrorCode::Locked);
        desk.open();
        desk.type(u"siti"_s, u"apa saja"_s);
        desk.press();
        REQUIRE(waitFor([&] { return !desk.message().isEmpty(); }));
        THEN("the window says so")
        {
            CHECK(desk.message().startsWith(u"Akun terkunci"_s));
        }
    }
    WHEN("nothing is known of the server yet")
    {
        desk.settings.clear();
        desk.open();
        THEN("the settings of the server are open and no connection is tried")
        {
            CHECK(desk.part<QWidget>(u"advancedPanel"_s).isVisible());
            CHECK(desk.session.state() == ConnectionState::Offline);
            shoot(*desk.window, u"login-baru"_s);
        }
    }
}

SCENARIO("The log-in window words what is wrong with the server", "[login]")
{
    const auto messageOf = [](const IssuedCertificate &certificate, const QString &caFile,
                              QSsl::SslProtocol protocol, const QString &shot) {
        LoginDesk desk;
        FakeOffice other(certificate, protocol);
        desk.setServer(other, caFile);
        desk.open();
        REQUIRE(waitFor([&] { return !desk.message().isEmpty(); }));
        shoot(*desk.window, shot);
        CHECK(other.received(protocol::MessageType::Login).isEmpty());
        return desk.message();
    };
    const TestCertificates &pki = testCertificates();
    CHECK(messageOf(pki.valid(), pki.foreignCaFile(), QSsl::TlsV1_3, u"login-ca"_s)
              .startsWith(u"Sertifikat server bukan terbitan dinas ini"_s));
    CHECK(messageOf(pki.expired(), pki.caFile(), QSsl::TlsV1_3, u"login-expired"_s)
              .startsWith(u"Masa berlaku sertifikat server sudah lewat"_s));
    CHECK(
        messageOf(pki.valid(), pki.caFile(), QSsl::TlsV1_2, u"login-tls"_s).contains(u"TLS 1.3"_s));
    CHECK(messageOf(pki.valid(), u"/nowhere"_s, QSsl::TlsV1_3, u"login-noca"_s)
              .startsWith(u"Berkas sertifikat CA dinas tidak ada"_s));
}

TEST_CASE("The log-in window says that the versions differ", "[login]")
{
    LoginDesk desk;
    desk.office.refuse<protocol::Hello>(ErrorCode::Unsupported);
    desk.setServer(desk.office, testCertificates().caFile());
    desk.open();
    REQUIRE(waitFor([&] { return !desk.message().isEmpty(); }));
    CHECK(desk.message().startsWith(u"Versi program ini berbeda"_s));
}

TEST_CASE("Caps Lock is told from the letters that come", "[login]")
{
    const auto after = [](const QString &text, Qt::KeyboardModifiers modifiers) {
        return capsLockAfter(QKeyEvent(QEvent::KeyPress, Qt::Key_A, modifiers, text));
    };
    CHECK(after(u"A"_s, Qt::NoModifier) == CapsLock::On);
    CHECK(after(u"a"_s, Qt::ShiftModifier) == CapsLock::On);
    CHECK(after(u"a"_s, Qt::NoModifier) == CapsLock::Off);
    CHECK(after(u"A"_s, Qt::ShiftModifier) == CapsLock::Off);
    CHECK(after(u"7"_s, Qt::NoModifier) == CapsLock::Unknown);

    LoginDesk desk;
    desk.open();
    QTest::keyClicks(&desk.part<QLineEdit>(u"passwordLineEdit"_s), u"a"_s);
    CHECK_FALSE(desk.part<QLabel>(u"capsLockLabel"_s).isVisible());
    QTest::keyClick(&desk.part<QLineEdit>(u"passwordLineEdit"_s), 'A');
    CHECK(desk.part<QLabel>(u"capsLockLabel"_s).isVisible());
}
