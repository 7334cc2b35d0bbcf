#include "common/tte/verify/PdfSignatureVerifier.h"
#include "tests/tte/SoftToken.h"
#include "tests/tte/TteSupport.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include <p11-kit/pkcs11.h>

#include <dlfcn.h>

using namespace Qt::StringLiterals;
using namespace sipenduduk;
using namespace sipenduduk::test;

namespace {

PracticeIdentity ecIdentity()
{
    PracticeOfficer officer = goodOfficer();
    officer.isEc = true;
    return identityFor(officer);
}

/// One token behind the module that behaves like devices which are not here.
class Device
{
public:
    explicit Device(const PracticeIdentity &identity = kadin())
    {
        m_tokens.add(u"kadin"_s, identity);
        module = Pkcs11Module::load(SoftTokens::proxy()).value();
        m_self = ::dlopen(QFile::encodeName(SoftTokens::proxy()).constData(), RTLD_NOW);
        REQUIRE(m_self);
        reinterpret_cast<void (*)()>(::dlsym(m_self, "token_proxy_reset"))();
    }
    ~Device()
    {
        for (const char *name : {"TOKEN_PROXY_FLAGS", "TOKEN_PROXY_LOGIN", "TOKEN_PROXY_PIN_PAD",
                                 "TOKEN_PROXY_ALWAYS", "TOKEN_PROXY_SIGNATURES"})
            qunsetenv(name);
        module.reset();
        ::dlclose(m_self);
    }

    [[nodiscard]] int logins() const
    {
        return reinterpret_cast<int (*)()>(::dlsym(m_self, "token_proxy_logins"))();
    }
    static void set(const char *name, qlonglong value) { qputenv(name, QByteArray::number(value)); }
    [[nodiscard]] Result<std::unique_ptr<SigningKey>> open(const QByteArray &pin = TokenPin) const
    {
        return openToken(module, u"kadin"_s, pin);
    }

    std::shared_ptr<Pkcs11Module> module;

private:
    TteRuntime m_runtime;
    SoftTokens m_tokens;
    void *m_self = nullptr;
};

} // namespace

TEST_CASE("A token is listed with the certificate that it holds, before any PIN", "[tte][token]")
{
    const Device device;
    const Token token = tokenNamed(*device.module, u"kadin"_s);
    CHECK_FALSE(token.serial.isEmpty());
    CHECK(token.manufacturer == u"SoftHSM project"_s);
    CHECK(token.pinTries == PinTries::Enough);
    CHECK_FALSE(token.hasPinPad);
    REQUIRE(token.identities.size() == 1); // the issuer's certificate is nobody's identity
    CHECK(token.identities.first().certificate.der == kadin().certificateDer);
    CHECK(device.logins() == 0);
}

TEST_CASE("A key on a token signs as the same key in a file would", "[tte][token]")
{
    const TteRuntime runtime;
    const PracticeIdentity identity = GENERATE(0, 1) == 0 ? kadin() : ecIdentity();
    const Device device(identity);
    auto key = device.open();
    REQUIRE(key);
    CHECK((*key)->certificate().der == identity.certificateDer);
    REQUIRE((*key)->chain().size() == 2);
    CHECK((*key)->chain().last() == readCertificate(pki().intermediatePem())->der);
    const QByteArray draft = qtPdf();
    Signer signer(std::move(*key));
    for (int i = 0; i < 3; ++i) {
        const auto appendix = signer.sign(draft);
        REQUIRE(appendix);
        SignedDraftExpectation expected = expectationFor(draft);
        expected.signerCertificate = identity.certificateDer;
        CHECK(checkSignedDraft(draft, appendix->appendix, expected));
    }
    CHECK(device.logins() == 1); // one for the whole batch
}

TEST_CASE("A wrong PIN costs one try, and no more than one", "[tte][token]")
{
    const Device device;
    const auto key = device.open("000000");
    REQUIRE_FALSE(key);
    CHECK(key.error().code == ErrorCode::WrongPin);
    CHECK(device.logins() == 1);
    CHECK(device.open()); // nothing is kept of the wrong one
}

TEST_CASE("What a token cannot do is told apart", "[tte][token]")
{
    const Device device;
    const auto refused = [&](ErrorCode code) {
        const auto key = device.open();
        REQUIRE_FALSE(key);
        CHECK(key.error().code == code);
    };
    SECTION("locked")
    {
        Device::set("TOKEN_PROXY_LOGIN", CKR_PIN_LOCKED);
        refused(ErrorCode::Locked);
    }
    SECTION("pulled out before the PIN")
    {
        Device::set("TOKEN_PROXY_LOGIN", CKR_TOKEN_NOT_PRESENT);
        refused(ErrorCode::NotFound);
    }
    SECTION("cancelled at the reader")
    {
        Device::set("TOKEN_PROXY_LOGIN", CKR_FUNCTION_CANCELED);
        refused(ErrorCode::Busy);
    }
    SECTION("its certificate is over: no PIN is tried")
    {
        const Token token = tokenNamed(*device.module, u"kadin"_s);
        QByteArray pin(TokenPin);
        const auto key = Pkcs11Key::open(device.module, token, token.identities.first(),
                                         Pin::take(pin), testNow().addYears(2));
        REQUIRE_FALSE(key);
        CHECK(key.error().code == ErrorCode::Expired);
        CHECK(device.logins() == 0);
    }
    SECTION("tries left")
    {
        Device::set("TOKEN_PROXY_FLAGS", CKF_USER_PIN_COUNT_LOW);
        CHECK(tokenNamed(*device.module, u"kadin"_s).pinTries == PinTries::Low);
        Device::set("TOKEN_PROXY_FLAGS", CKF_USER_PIN_COUNT_LOW | CKF_USER_PIN_FINAL_TRY);
        CHECK(tokenNamed(*device.module, u"kadin"_s).pinTries == PinTries::LastOne);
        Device::set("TOKEN_PROXY_FLAGS", CKF_USER_PIN_LOCKED);
        CHECK(tokenNamed(*device.module, u"kadin"_s).pinTries == PinTries::Locked);
    }
}

TEST_CASE("A token that is pulled out ends the batch, and is not asked again", "[tte][token]")
{
    const Device device;
    auto key = device.open();
    REQUIRE(key);
    Device::set("TOKEN_PROXY_SIGNATURES", 1);
    CHECK((*key)->sign("one"));
    const auto second = (*key)->sign("two");
    REQUIRE_FALSE(second);
    CHECK(second.error() == Error{ErrorCode::NotFound, u"token removed"_s});
    Device::set("TOKEN_PROXY_SIGNATURES", 100); // it is back, but nobody has given the PIN
    CHECK((*key)->sign("three").error().code == ErrorCode::NotFound);
}

TEST_CASE("The PIN is typed on a reader that has a pad", "[tte][token]")
{
    const Device device;
    Device::set("TOKEN_PROXY_FLAGS", CKF_PROTECTED_AUTHENTICATION_PATH);
    qputenv("TOKEN_PROXY_PIN_PAD", TokenPin);
    CHECK(tokenNamed(*device.module, u"kadin"_s).hasPinPad);
    const auto key = device.open("");
    REQUIRE(key);
    CHECK((*key)->sign("something"));
}

TEST_CASE("A key that wants its PIN for every signature gets it every time", "[tte][token]")
{
    const Device device;
    Device::set("TOKEN_PROXY_ALWAYS", 1);
    const auto key = device.open();
    REQUIRE(key);
    CHECK((*key)->sign("one"));
    CHECK((*key)->sign("two"));
    CHECK(device.logins() == 3);
    SECTION("and once it is refused, never again")
    {
        Device::set("TOKEN_PROXY_LOGIN", CKR_PIN_INCORRECT);
        CHECK((*key)->sign("three").error().code == ErrorCode::WrongPin);
        CHECK((*key)->sign("four").error().code == ErrorCode::WrongPin);
        CHECK(device.logins() == 4);
    }
}

TEST_CASE("A module that is none is refused", "[tte][token]")
{
    CHECK(Pkcs11Module::load(u"/nowhere/module.so"_s).error().code == ErrorCode::NotFound);
    CHECK(Pkcs11Module::load(QStringLiteral(SIPENDUDUK_SOURCE_DIR "/README.md")).error().code
          == ErrorCode::Unsupported);
    CHECK(Pkcs11Module::load(u"/usr/lib/x86_64-linux-gnu/libsodium.so.23"_s).error().code
          == ErrorCode::Unsupported);
}

TEST_CASE("Two who ask for a module get the same one", "[tte][token]")
{
    const SoftTokens tokens;
    const auto first = Pkcs11Module::load(SoftTokens::softHsm());
    const auto second = Pkcs11Module::load(SoftTokens::softHsm());
    REQUIRE(first);
    REQUIRE(second);
    CHECK(*first == *second);
}
