#pragma once

#include "common/tte/Pkcs11Key.h"
#include "common/tte/seal/PracticePki.h"

#include <QTemporaryDir>

namespace sipenduduk::test {

inline constexpr char TokenPin[] = "123456";

/// SoftHSM tokens in a directory of their own, for one process at a time. Those made here come and
/// go with this.
class SoftTokens
{
public:
    SoftTokens();
    ~SoftTokens();

    /// A token labelled `label` with key and certificate of `identity`, and its issuer's
    /// certificate.
    void add(const QString &label, const PracticeIdentity &identity);

    /// The module that the tokens are reached by: SoftHSM itself, or the one in front of it.
    [[nodiscard]] static QString softHsm();
    [[nodiscard]] static QString proxy();

private:
    QTemporaryDir m_dir;
};

/// The token of this label; the test fails without it.
[[nodiscard]] Token tokenNamed(const Pkcs11Module &module, const QString &label);

/// Its only identity, opened with `pin`.
[[nodiscard]] Result<std::unique_ptr<SigningKey>> openToken(
    const std::shared_ptr<Pkcs11Module> &module, const QString &label, QByteArray pin = TokenPin);

} // namespace sipenduduk::test
