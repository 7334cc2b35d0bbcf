#pragma once

#include "common/Result.h"

#include <QByteArray>
#include <QDateTime>

#include <optional>

namespace sipenduduk {

class RevocationClient;
class TimestampClient;

/// Levels of PAdES (ETSI EN 319 142-1), of a whole file.
enum class UpgradeLevel {
    BB = 1,   ///< signed
    BT = 2,   ///< every signature has a time stamp, of its own or behind it
    BLT = 3,  ///< and certificates and revocation data of all of them are in the file
    BLTA = 4, ///< and a document time stamp is over these
};

/// What is to be appended to a file. Nothing of it is half: each part is a whole revision.
struct UpgradedFile
{
    QByteArray appendix; ///< empty: nothing could be added, or nothing was missing
    /// What the file with the appendix has, no higher than was wanted.
    UpgradeLevel level = UpgradeLevel::BB;
    /// Why no more: what the time stamp authority (level BB and BLT) or the revocation services
    /// (BT) lack. Untrusted when a certificate was revoked in time.
    std::optional<Error> obstacle;
};

/// Raises signed PDFs to PAdES B-LT and B-LTA by appending, without the signer. Used by one thread
/// at a time, never the GUI thread.
///
/// It does not judge the signatures: the caller has the result judged by PdfSignatureVerifier
/// before it is stored.
class SignatureUpgrader
{
public:
    /// Both must outlive the upgrader.
    SignatureUpgrader(TimestampClient &stamps, RevocationClient &revocations);

    /// In this order, as far as `wanted` asks: a document time stamp where a signature has no
    /// proof of its time (B-T); a /DSS with what it lacks (B-LT); a document time stamp over all
    /// (B-LTA). A file that is B-LTA already gets the revocation data of its last time stamp and a
    /// new one: that is the renewal. `now`: UTC.
    ///
    /// Errors: Malformed, Unsupported, TooLarge, NotFound (nobody signed).
    [[nodiscard]] Result<UpgradedFile> upgrade(const QByteArray &pdf, UpgradeLevel wanted,
                                               const QDateTime &now);

private:
    TimestampClient &m_stamps;
    RevocationClient &m_revocations;
};

/// When the archive must have been renewed (UTC): the end of the first certificate of those that
/// stand behind the last document time stamp. NotFound when there is none; Malformed, Unsupported.
[[nodiscard]] Result<QDateTime> archiveRenewalDue(const QByteArray &pdf);

} // namespace sipenduduk
