#pragma once

#include <openssl/evp.h>

#include <QByteArray>
#include <QByteArrayView>

namespace sipenduduk {

/// An AlgorithmIdentifier, taken apart.
struct AlgorithmIdentifier
{
    QByteArrayView oid;   ///< content of the OBJECT IDENTIFIER
    bool hasNull = false; ///< the parameter NULL is there
    bool isGood = false;  ///< false with any other parameter, or when it is no such thing
};

[[nodiscard]] AlgorithmIdentifier algorithmOf(QByteArrayView der);

/// A digest that this verifier accepts: SHA-256, SHA-384 or SHA-512.
struct DigestPolicy
{
    QByteArrayView oid;
    const EVP_MD *(*make)();
    const char *name;

    /// Of `before` followed by `after`.
    [[nodiscard]] QByteArray hash(QByteArrayView before, QByteArrayView after = {}) const;

    /// What the algorithm names; null when it is not accepted. Lives for ever.
    [[nodiscard]] static const DigestPolicy *named(const AlgorithmIdentifier &algorithm);
    [[nodiscard]] static const DigestPolicy *sha256();
    [[nodiscard]] static const DigestPolicy *sha384();
    [[nodiscard]] static const DigestPolicy *sha512();
};

} // namespace sipenduduk
