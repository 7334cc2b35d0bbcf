#pragma once

#include "common/tte/Pkcs11Key.h"
#include "common/tte/seal/PracticePki.h"
#include "tests/support/TokenStore.h"

namespace sipenduduk::test {

/// Tokens with identities that pki() has issued.
class SoftTokens
{
public:
    void add(const QString &label, const PracticeIdentity &identity);

    [[nodiscard]] static QString softHsm() { return TokenStore::softHsm(); }
    [[nodiscard]] static QString proxy() { return TokenStore::proxy(); }

private:
    TokenStore m_store;
};

/// The token of this label; the test fails without it.
[[nodiscard]] Token tokenNamed(const Pkcs11Module &module, const QString &label);

/// Its only identity, opened with `pin`.
[[nodiscard]] Result<std::unique_ptr<SigningKey>> openToken(
    const std::shared_ptr<Pkcs11Module> &module, const QString &label, QByteArray pin = TokenPin);

} // namespace sipenduduk::test
