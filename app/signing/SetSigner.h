#pragma once

#include "common/Ids.h"
#include "common/Result.h"
#include "common/tte/SignatureLook.h"

#include <QByteArray>
#include <QDateTime>
#include <QList>

#include <atomic>
#include <functional>

namespace sipenduduk {

class DraftSigner;
class SigningKey;

/// One dokumen of a set as the worker needs it.
struct DraftToSign
{
    DokumenId dokumen{};
    QByteArray draft;       ///< the bytes that were shown
    QByteArray draftSha256; ///< 32 bytes, from the office
    QByteArray parafChain;
    QString verifyUrl;
};

/// A whole set with what all of it shares.
struct SetToSign
{
    QList<DraftToSign> drafts;
    SignatureText text;
    QByteArray registeredCertificate; ///< DER that the office knows as the signer's
    QDateTime at;                     ///< UTC
};

struct SignedDraft
{
    DokumenId dokumen{};
    QByteArray draftSha256;
    QByteArray appendix;
};

/// What is shared with the window that waits.
struct SigningWatch
{
    std::atomic_bool isCancelled = false;
    std::function<void(int)> signedDrafts; ///< called on the worker with the count so far
};

/// Whether the key in hand is the registered one and is fit now: Untrusted for another one or
/// when none is registered; Expired, Forbidden, Unsupported as checkFitForTte().
[[nodiscard]] Result<> checkSigner(const SigningKey &key, const QByteArray &registeredCertificate,
                                   const QDateTime &at);

/// Signs every dokumen of the set or none: checks each hash, signs, and judges the result with
/// the verifier, which shares no code with the writer. `signer` signs with `key`. Runs on a worker.
///
/// Errors: those of checkSigner() and DraftSigner; Tampered when a draft is not the approved one
/// or a signature does not stand the check; Busy when cancelled.
[[nodiscard]] Result<QList<SignedDraft>> signSet(DraftSigner &signer, const SigningKey &key,
                                                 const SetToSign &set, SigningWatch &watch);

} // namespace sipenduduk
