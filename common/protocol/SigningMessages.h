#pragma once

#include "common/protocol/WorkMessages.h"

#include <QStringList>

namespace sipenduduk::protocol {

/// What the Kadin's machine needs to sign one dokumen.
struct DokumenToSign
{
    DokumenId dokumen{};
    QByteArray draftSha256; ///< 32 bytes; fetch the draft by it and check it
    QByteArray parafChain;  ///< bytes that go into the signature dictionary as they are
    QString verifyUrl;      ///< content of the QR: address with a random token
    bool operator==(const DokumenToSign &) const = default;
};

struct SigningOffer
{
    static constexpr MessageType Type = MessageType::OfferSigning;
    int version = 0;        ///< of the permohonan; goes back with SignSet
    QStringList titleLines; ///< office title for the appearance, with Plt./Plh. where it applies
    QString name;           ///< of the signer, for the appearance
    QString nip;
    QByteArray certificate; ///< DER registered for the signer; empty when none is
    QList<DokumenToSign> dokumenList;
    QDateTime at;              ///< the office's time, by which the signature is dated; UTC
    QStringList timestampUrls; ///< RFC 3161 over HTTP, in the order to ask; empty: no time stamp
    QString timestampPolicy;   ///< dotted OID to ask for; empty: any
    QByteArray rootsPem;       ///< whom the office trusts: time stamps must lead there
    bool operator==(const SigningOffer &) const = default;
};

/// Asks for the set of one permohonan in di_kadin that this Kadin may sign now.
/// Incomplete (detail `views`) when pages were not shown, FourEyes, Held …
struct OfferSigning
{
    static constexpr MessageType Type = MessageType::OfferSigning;
    using Reply = SigningOffer;
    PermohonanId id{};
    bool operator==(const OfferSigning &) const = default;
};

/// The appended part of one signed PDF; the server holds the draft it continues.
struct SignedDokumen
{
    DokumenId dokumen{};
    QByteArray draftSha256; ///< 32 bytes
    QByteArray appendix;    ///< at most 256 KiB
    bool operator==(const SignedDokumen &) const = default;
};

/// The signatures of a whole set: all are verified and stored, or none.
/// Errors: Tampered, Untrusted, Expired, Malformed, Incomplete, FourEyes, Conflict,
/// InvalidArgument (detail `signing time`: before the last paraf, or ahead of the office's clock).
struct SignSet
{
    static constexpr MessageType Type = MessageType::SignSet;
    using Reply = ActReply;
    PermohonanId id{};
    int version = 0;
    QList<SignedDokumen> signatures;
    bool operator==(const SignSet &) const = default;
};

} // namespace sipenduduk::protocol
