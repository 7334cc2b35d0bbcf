#pragma once

#include "common/SigningRisk.h"
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
    int pinDokumen = 0;        ///< one PIN serves for so many dokumen …
    int pinMinutes = 0;        ///< … and for so long
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

/// A permohonan in di_kadin as the Kadin's list for signing shows it.
struct SignableRow
{
    PermohonanRow row;
    int dokumenCount = 0;
    int pageCount = 0;      ///< of all its drafts
    int seenPages = 0;      ///< of these, by the one who asks
    bool isReady = false;   ///< received, and seen as far as the office's rule asks for
    bool mustBeSeen = true; ///< false: the office's sampling spares it
    QList<SigningRisk> risks;
    bool operator==(const SignableRow &) const = default;
};

struct SignableList
{
    static constexpr MessageType Type = MessageType::ListSignable;
    QList<SignableRow> rows;
    bool isComplete = true; ///< false: more wait than were asked for
    bool operator==(const SignableList &) const = default;
};

/// What waits for the TTE of this Kadin, risks first, then by the time it has waited.
/// Forbidden for others, InvalidArgument (limit).
struct ListSignable
{
    static constexpr MessageType Type = MessageType::ListSignable;
    using Reply = SignableList;
    int limit = 500; ///< 1…500
    bool operator==(const ListSignable &) const = default;
};

} // namespace sipenduduk::protocol
