#pragma once

#include "common/Result.h"

#include <QByteArray>
#include <QList>

namespace sipenduduk {

/// Whom a verifier believes.
struct TrustAnchors
{
    QList<QByteArray> roots;         ///< DER, self-signed; a chain must end in one of them
    QList<QByteArray> intermediates; ///< DER; help to build a chain, are trusted for nothing

    /// Reads a PEM file (any number of certificates) or one DER certificate; self-signed ones
    /// become roots. Malformed when there is no certificate, TooLarge above 1 MiB.
    [[nodiscard]] static Result<TrustAnchors> fromBytes(const QByteArray &pemOrDer);

    bool operator==(const TrustAnchors &) const = default;
};

} // namespace sipenduduk
