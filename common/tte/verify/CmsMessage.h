#pragma once

#include "common/Result.h"

#include <QByteArrayView>
#include <QList>

namespace sipenduduk {

/// The parts of a detached CMS signature as PDF wants it, all of them views into its bytes.
struct CmsMessage
{
    QList<QByteArrayView> certificates;
    QByteArrayView issuer;             ///< Name, DER
    QByteArrayView serial;             ///< INTEGER, DER
    QByteArrayView digestAlgorithm;    ///< AlgorithmIdentifier, DER
    QByteArrayView signedAttributes;   ///< the [0] with its header; signed as SET OF
    QByteArrayView signatureAlgorithm; ///< AlgorithmIdentifier, DER
    QByteArrayView signature;
    // Values of the signed attributes (one each); empty when absent.
    QByteArrayView contentType;
    QByteArrayView messageDigest;
    QByteArrayView signingCertificate;  ///< v2
    QByteArrayView algorithmProtection; ///< RFC 6211
    bool hasUnsignedAttributes = false;
    bool hasRevocationData = false;
};

/// Takes a SignedData apart without OpenSSL's CMS code, which the writer uses.
///
/// Malformed unless it is strict DER: version 1, one digest algorithm, detached id-data, one
/// SignerInfo (version 1, issuer and serial) with sorted and unique signed attributes.
[[nodiscard]] Result<CmsMessage> parseCms(QByteArrayView der);

} // namespace sipenduduk
