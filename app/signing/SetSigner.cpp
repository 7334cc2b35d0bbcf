#include "app/signing/SetSigner.h"

#include "common/tte/DraftSigner.h"
#include "common/tte/SigningKey.h"
#include "common/tte/verify/PdfSignatureVerifier.h"

#include <QCryptographicHash>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sipenduduk {

namespace {

/// The client knows no roots: that the chain is trusted is for the office to say. Everything
/// else must be right before the signature leaves this computer.
bool isOnlyAboutTrust(const SignatureFinding &finding)
{
    return finding.fault == SignatureFault::UntrustedChain
        || finding.fault == SignatureFault::UntrustedTimestamp;
}

Result<> selfCheck(const DraftToSign &wanted, const SignedAppendix &made, const SigningKey &key,
                   const QDateTime &at)
{
    const PdfVerification verified =
        PdfSignatureVerifier(TrustAnchors{}).verify(wanted.draft + made.appendix, at);
    if (!verified.findings.isEmpty() || verified.signatures.size() != 1)
        return fail(ErrorCode::Tampered, u"self-check: not exactly one signature"_s);
    const VerifiedSignature &signature = verified.signatures.first();
    if (!signature.isIntact || !signature.coversWholeFile
        || !std::ranges::all_of(signature.findings, isOnlyAboutTrust))
        return fail(ErrorCode::Tampered, u"self-check: the signature is not intact"_s);
    if (signature.signer.der != key.certificate().der || signature.parafChain != wanted.parafChain
        || signature.draftSha256 != wanted.draftSha256)
        return fail(ErrorCode::Tampered, u"self-check: signed something else"_s);
    return {};
}

Result<SignedDraft> signOne(DraftSigner &signer, const SigningKey &key, const SetToSign &set,
                            const DraftToSign &wanted)
{
    if (QCryptographicHash::hash(wanted.draft, QCryptographicHash::Sha256) != wanted.draftSha256)
        return fail(ErrorCode::Tampered, u"the draft is not the approved one"_s);
    const auto made = signer.signDraft({.draft = wanted.draft,
                                        .parafChain = wanted.parafChain,
                                        .verificationUrl = wanted.verifyUrl,
                                        .text = set.text,
                                        .signedAt = set.at,
                                        .reason = {},
                                        .place = {}});
    if (!made)
        return std::unexpected(made.error());
    if (const auto checked = selfCheck(wanted, *made, key, set.at); !checked)
        return std::unexpected(checked.error());
    return SignedDraft{wanted.dokumen, wanted.draftSha256, made->appendix};
}

} // namespace

Result<> checkSigner(const SigningKey &key, const QByteArray &registeredCertificate,
                     const QDateTime &at)
{
    if (registeredCertificate.isEmpty())
        return fail(ErrorCode::Untrusted, u"no certificate is registered"_s);
    if (const auto fit = checkFitForTte(key.certificate(), at); !fit)
        return fit;
    if (key.certificate().der != registeredCertificate)
        return fail(ErrorCode::Untrusted, u"not the registered certificate"_s);
    return {};
}

Result<QList<SignedDraft>> signSet(DraftSigner &signer, const SigningKey &key, const SetToSign &set,
                                   SigningWatch &watch)
{
    if (const auto checked = checkSigner(key, set.registeredCertificate, set.at); !checked)
        return std::unexpected(checked.error());
    QList<SignedDraft> done;
    for (const DraftToSign &wanted : set.drafts) {
        if (watch.isCancelled)
            return fail(ErrorCode::Busy, u"cancelled"_s);
        auto signedDraft = signOne(signer, key, set, wanted);
        if (!signedDraft)
            return std::unexpected(signedDraft.error());
        done.append(std::move(*signedDraft));
        if (watch.signedDrafts)
            watch.signedDrafts(int(done.size()));
    }
    return done;
}

} // namespace sipenduduk
