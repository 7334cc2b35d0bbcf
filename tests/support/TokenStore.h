#pragma once

#include "common/tte/seal/PracticePki.h"

#include <QTemporaryDir>

namespace sipenduduk::test {

inline constexpr char TokenPin[] = "123456";

/// SoftHSM tokens in a directory of their own, for one process at a time. Those made here come and
/// go with this.
class TokenStore
{
public:
    TokenStore();
    ~TokenStore();

    /// A token labelled `label` with key and certificate of `identity`, whose PKCS#12 opens with
    /// `passphrase`, and the certificate of its issuer.
    void add(const QString &label, const PracticeIdentity &identity, const char *passphrase,
             const QByteArray &issuerDer);

    /// The module that the tokens are reached by: SoftHSM itself, or the one in front of it.
    [[nodiscard]] static QString softHsm();
    [[nodiscard]] static QString proxy();

private:
    QTemporaryDir m_dir;
};

} // namespace sipenduduk::test
