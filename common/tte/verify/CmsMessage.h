#pragma once

#include "common/Result.h"

#include <QByteArrayView>
#include <QList>

namespace sipenduduk {

/// What a SignedData is for, and so how it must look.
enum class CmsKind {
    DetachedSignature = 1, ///< id-data, signs bytes that stand elsewhere
    TimestampToken = 2,    ///< RFC 3161: id-ct-TSTInfo, the TSTInfo inside
};

/// The parts of a CMS signature as PDF wants it, all of them views into its bytes.
struct CmsMessage
{
    CmsKind kind = CmsKind::DetachedSignature;
    QByteArrayView content; ///< the TSTInfo of a time stamp; empty for a detached signature
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
    QByteArrayView signingCertificate;   ///< ESS v2
    QByteArrayView signingCertificateV1; ///< ESS v1; older time stamp authorities have no other
    QByteArrayView algorithmProtection;  ///< RFC 6211
    // What the signature does not cover.
    QList<QByteArrayView> timestamps; ///< values of id-aa-timeStampToken, unread
    QList<QByteArrayView> crls;       ///< of the SignedData, unread
    QList<QByteArrayView> ocsps;      ///< of the SignedData (RFC 5940), OCSPResponse, unread
    bool hasUncheckedData = false;    ///< any other unsigned attribute or revocation data
};

/// Takes a SignedData apart without OpenSSL's CMS code, which the writer uses.
///
/// Malformed unless it is strict DER: version and content as `kind` says, one digest algorithm,
/// one SignerInfo (version 1, issuer and serial) with sorted and unique signed attributes.
[[nodiscard]] Result<CmsMessage> parseCms(QByteArrayView der,
                                          CmsKind kind = CmsKind::DetachedSignature);

} // namespace sipenduduk
