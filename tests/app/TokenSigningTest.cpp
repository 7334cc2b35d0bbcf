// The Kadin signs with a token: SoftHSM, behind a module that plays the devices that are not here.

#include "app/signing/CryptoStart.h"
#include "common/tte/x509/CertificateInfo.h"
#include "tests/app/KadinSigningDesk.h"
#include "tests/support/TokenStore.h"
#include "tests/support/Wait.h"

#include <catch2/catch_test_macros.hpp>

#include <p11-kit/pkcs11.h>

#include <QComboBox>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QSettings>

using namespace Qt::StringLiterals;
using namespace sipenduduk;
using namespace sipenduduk::test;

namespace {

/// A computer with one token in its reader. What the device is like is set before the dialog opens.
class TokenDesk
{
public:
    explicit TokenDesk(const QList<QPair<const char *, QByteArray>> &device = {})
    {
        QCoreApplication::setOrganizationName(u"sipenduduk-tests"_s);
        QSettings().clear();
        m_store.add(u"Token Kadin"_s, kadinIdentity(), KeyPin,
                    readCertificate(practicePki().intermediatePem())->der);
        for (const auto &[name, value] : device)
            qputenv(name, value);
        desk = std::make_unique<KadinSigningDesk>();
    }
    ~TokenDesk()
    {
        desk.reset(); // its worker reads the environment
        for (const char *name : {"TOKEN_PROXY_FLAGS", "TOKEN_PROXY_LOGIN", "TOKEN_PROXY_PIN_PAD",
                                 "TOKEN_PROXY_SIGNATURES"})
            qunsetenv(name);
        QSettings().clear();
    }

    /// Chooses token and driver as a person would, by the file dialog.
    void choose(const QString &module = TokenStore::proxy())
    {
        desk->find<QRadioButton>(u"tokenButton"_s)->click();
        desk->find<QPushButton>(u"moduleButton"_s)->click();
        auto *dialog = desk->find<QFileDialog>(u"moduleFileDialog"_s);
        REQUIRE(dialog);
        Q_EMIT dialog->fileSelected(module);
        dialog->close();
    }
    [[nodiscard]] QComboBox *identities() const { return desk->find<QComboBox>(u"identityBox"_s); }
    [[nodiscard]] QString note() const
    {
        const auto *label = desk->find<QLabel>(u"tokenLabel"_s);
        return label->isVisible() ? label->text() : QString();
    }

    std::unique_ptr<KadinSigningDesk> desk;

private:
    TokenStore m_store;
};

QByteArray flags(CK_FLAGS value)
{
    return QByteArray::number(quint64(value));
}

} // namespace

SCENARIO("The Kadin signs a set with a token", "[signing][token]")
{
    const CryptoStart crypto;
    TokenDesk token;
    token.choose();
    REQUIRE(waitFor([&] { return token.identities()->count() == 1; }));
    CHECK(token.identities()->currentText().contains("IRMA NOVRITA"_L1));
    CHECK(token.identities()->currentText().contains("Token Kadin"_L1));

    WHEN("the PIN is right")
    {
        token.desk->sign(QString::fromLatin1(TokenPin));
        THEN("all dokumen are signed, and the token is remembered")
        {
            CHECK(waitFor([&] { return !token.desk->dialog->isVisible(); }));
            CHECK(token.desk->acceptedSets == 1);
            token.desk->dialog.reset();
            const KadinSigningDesk next;
            CHECK(next.find<QRadioButton>(u"tokenButton"_s)->isChecked());
            CHECK(waitFor([&] {
                return next.find<QComboBox>(u"identityBox"_s)
                    ->currentText()
                    .contains("Token Kadin"_L1);
            }));
        }
    }
    WHEN("the PIN is wrong")
    {
        token.desk->sign(u"000000"_s);
        THEN("nothing is signed, and he is told that tries are few")
        {
            CHECK(token.desk->message().contains("few tries"_L1));
            CHECK(token.desk->office.requests<protocol::SignSet>().isEmpty());
            CHECK(token.desk->find<QLineEdit>(u"pinEdit"_s)->text().isEmpty());
        }
    }
}

TEST_CASE("What a token says of itself is shown before the PIN", "[signing][token]")
{
    const CryptoStart crypto;
    const auto shows = [](CK_FLAGS value, const char *part) {
        TokenDesk token({{"TOKEN_PROXY_FLAGS", flags(value)}});
        token.choose();
        REQUIRE(waitFor([&] { return token.identities()->count() == 1; }));
        INFO(token.note().toStdString());
        CHECK(token.note().contains(QLatin1StringView(part)));
        return token.desk->find<QLineEdit>(u"pinEdit"_s)->isVisible();
    };
    CHECK(shows(CKF_USER_PIN_COUNT_LOW, "Few tries"));
    CHECK(shows(CKF_USER_PIN_COUNT_LOW | CKF_USER_PIN_FINAL_TRY, "Only one try"));
    CHECK_FALSE(shows(CKF_PROTECTED_AUTHENTICATION_PATH, "on the reader itself"));

    TokenDesk locked({{"TOKEN_PROXY_FLAGS", flags(CKF_USER_PIN_LOCKED)}});
    locked.choose();
    REQUIRE(waitFor([&] { return locked.identities()->count() == 1; }));
    CHECK(locked.note().contains("locked"_L1));
    QTest::keyClicks(locked.desk->find<QLineEdit>(u"pinEdit"_s), QLatin1StringView(TokenPin));
    CHECK_FALSE(locked.desk->find<QPushButton>(u"signButton"_s)->isEnabled());
}

TEST_CASE("A PIN pad is all it takes", "[signing][token]")
{
    const CryptoStart crypto;
    TokenDesk token({{"TOKEN_PROXY_FLAGS", flags(CKF_PROTECTED_AUTHENTICATION_PATH)},
                     {"TOKEN_PROXY_PIN_PAD", TokenPin}});
    token.choose();
    token.desk->sign(QString());
    CHECK(waitFor([&] { return !token.desk->dialog->isVisible(); }));
    CHECK(token.desk->acceptedSets == 1);
}

TEST_CASE("A token that fails has its own sentence, and nothing is signed", "[signing][token]")
{
    const CryptoStart crypto;
    const auto fails = [](const char *name, CK_RV answer, const char *part) {
        TokenDesk token({{name, QByteArray::number(quint64(answer))}});
        token.choose();
        token.desk->sign(QString::fromLatin1(TokenPin));
        INFO(token.desk->message().toStdString());
        CHECK(token.desk->message().contains(QLatin1StringView(part)));
        CHECK(token.desk->office.requests<protocol::SignSet>().isEmpty());
    };
    fails("TOKEN_PROXY_LOGIN", CKR_PIN_LOCKED, "is locked after");
    fails("TOKEN_PROXY_LOGIN", CKR_TOKEN_NOT_PRESENT, "token is gone");
    fails("TOKEN_PROXY_LOGIN", CKR_FUNCTION_CANCELED, "cancelled at the reader");
    fails("TOKEN_PROXY_SIGNATURES", 1, "token is gone"); // pulled out after the first of three
}

TEST_CASE("A driver that is none, and a reader without a token, are told apart", "[signing][token]")
{
    const CryptoStart crypto;
    TokenDesk token;
    token.choose(u"/nowhere/module.so"_s);
    CHECK(waitFor([&] { return token.note().contains("not on this computer"_L1); }));
    token.choose(QCoreApplication::applicationFilePath());
    CHECK(waitFor([&] { return token.note().contains("no driver of a token"_L1); }));
    CHECK_FALSE(token.desk->find<QPushButton>(u"signButton"_s)->isEnabled());
}

TEST_CASE("What was seen through one driver is not offered with another", "[signing][token]")
{
    const CryptoStart crypto;
    TokenDesk token;
    token.choose();
    REQUIRE(waitFor([&] { return token.identities()->count() == 1; }));
    QTest::keyClicks(token.desk->find<QLineEdit>(u"pinEdit"_s), QLatin1StringView(TokenPin));
    token.choose(QCoreApplication::applicationFilePath());
    CHECK(token.identities()->count() == 0);
    CHECK_FALSE(token.desk->find<QPushButton>(u"signButton"_s)->isEnabled());
    token.choose();
    CHECK(waitFor([&] { return token.identities()->count() == 1; }));
}
