#include "tests/tte/SoftToken.h"

#include "tests/tte/TteSupport.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>

namespace sipenduduk::test {

void SoftTokens::add(const QString &label, const PracticeIdentity &identity)
{
    m_store.add(label, identity, Passphrase, readCertificate(pki().intermediatePem())->der);
}

Token tokenNamed(const Pkcs11Module &module, const QString &label)
{
    const auto tokens = module.tokens();
    REQUIRE(tokens);
    const auto found = std::ranges::find(*tokens, label, &Token::label);
    REQUIRE(found != tokens->end());
    return *found;
}

Result<std::unique_ptr<SigningKey>> openToken(const std::shared_ptr<Pkcs11Module> &module,
                                              const QString &label, QByteArray pin)
{
    const Token token = tokenNamed(*module, label);
    REQUIRE(token.identities.size() == 1);
    return Pkcs11Key::open(module, token, token.identities.first(), Pin::take(pin), testNow());
}

} // namespace sipenduduk::test
