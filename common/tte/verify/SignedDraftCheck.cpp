#include "common/tte/verify/SignedDraftCheck.h"

#include "common/tte/verify/AppendixScan.h"
#include "common/tte/verify/PdfSignatureVerifier.h"
#include "common/tte/verify/RevisionDiff.h"
#include "common/tte/verify/SignatureFields.h"

#include <QCryptographicHash>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sipenduduk {

namespace {

/// PDF numbers are written with two decimals; a point is less than anyone can see.
constexpr double PlaceTolerance = 1.0;

ErrorCode codeFor(SignatureFault fault)
{
    switch (fault) {
    case SignatureFault::DigestMismatch:
    case SignatureFault::ChangedAfterwards:
    case SignatureFault::BytesAfterwards:
    case SignatureFault::DraftMismatch:
    case SignatureFault::WrongTimestamp:
    case SignatureFault::MalformedTimestamp: return ErrorCode::Tampered;
    case SignatureFault::BadSignatureValue:
    case SignatureFault::WrongSigningCertificate:
    case SignatureFault::WrongKeyUsage:
    case SignatureFault::UntrustedChain:
    case SignatureFault::UnusedCertificate:
    case SignatureFault::BadTimestampValue:
    case SignatureFault::WrongTimestampCertificate:
    case SignatureFault::UntrustedTimestamp:
    case SignatureFault::ClaimAfterTimestamp:
    case SignatureFault::RevokedCertificate:
    case SignatureFault::UnusableRevocation: return ErrorCode::Untrusted;
    case SignatureFault::ExpiredCertificate:
    case SignatureFault::NotValidWhenSigned:
    case SignatureFault::ExpiredTimestamp: return ErrorCode::Expired;
    case SignatureFault::WeakAlgorithm:
    case SignatureFault::UnsupportedPdf:
    case SignatureFault::UnsupportedAlgorithm: return ErrorCode::Unsupported;
    case SignatureFault::UnreadablePdf:
    case SignatureFault::NoSignature:
    case SignatureFault::WrongByteRange:
    case SignatureFault::MalformedContents:
    case SignatureFault::MalformedCms:
    case SignatureFault::WrongSubFilter:
    case SignatureFault::UncheckedAttribute:
    case SignatureFault::UncheckedRevision:
    case SignatureFault::SharedObject: return ErrorCode::Malformed;
    }
    return ErrorCode::Malformed;
}

bool isNear(double a, double b)
{
    return std::abs(a - b) <= PlaceTolerance;
}

/// What only the server knows, held against one signature that is good in itself.
class ExpectationCheck
{
public:
    ExpectationCheck(const PdfFile &draft, const SignedDraftExpectation &expected)
        : m_draft(draft)
        , m_expected(expected)
    {
    }

    [[nodiscard]] Result<> check(const VerifiedSignature &signature) const
    {
        if (signature.signer.der.isEmpty() || !signature.isIntact || signature.isDocumentTimestamp)
            return firstFault(signature);
        if (signature.signer.der != m_expected.signerCertificate)
            return fail(ErrorCode::Untrusted, u"signed with another certificate than registered"_s);
        if (signature.verdict != SignatureVerdict::Sah)
            return firstFault(signature);
        if (signature.draftSize != m_draft.bytes().size())
            return fail(ErrorCode::Tampered, u"signature speaks of a draft of another size"_s);
        if (signature.parafChain != m_expected.parafChain)
            return fail(ErrorCode::Tampered, u"paraf chain differs from the server's"_s);
        return checkPlace(signature);
    }

private:
    static Result<> firstFault(const VerifiedSignature &signature)
    {
        if (signature.findings.isEmpty())
            return fail(ErrorCode::Malformed, u"signature could not be judged"_s);
        // The signed bytes come first: whoever changed them may have broken the rest as well.
        const auto digest = std::ranges::find(signature.findings, SignatureFault::DigestMismatch,
                                              &SignatureFinding::fault);
        const SignatureFinding &finding =
            digest != signature.findings.end() ? *digest : signature.findings.first();
        return fail(codeFor(finding.fault), finding.detail);
    }

    [[nodiscard]] Result<> checkPlace(const VerifiedSignature &signature) const
    {
        const int last = pageCountOf(m_draft) - 1;
        const auto geometry = pageGeometryOf(m_draft, signature.page);
        if (!geometry)
            return fail(ErrorCode::Tampered, u"look stands on no page"_s);
        const SignaturePlace place =
            m_expected.place.value_or(defaultSignaturePlace(geometry->displayedSize()));
        const QRectF rect = geometry->toUserSpace(place.rect);
        const bool isThere = isNear(rect.left(), signature.rect.left())
            && isNear(rect.top(), signature.rect.top())
            && isNear(rect.right(), signature.rect.right())
            && isNear(rect.bottom(), signature.rect.bottom());
        const int page = place.page == SignaturePlace::LastPage ? last : place.page;
        if (signature.page != page || !isThere)
            return fail(ErrorCode::Tampered, u"look does not stand in its place"_s);
        return {};
    }

    const PdfFile &m_draft;
    const SignedDraftExpectation &m_expected;
};

Result<> checkBounds(const QByteArray &draft, const QByteArray &appendix,
                     const SignedDraftExpectation &expected)
{
    if (expected.signerCertificate.isEmpty() || expected.anchors.roots.isEmpty()
        || expected.parafChain.isEmpty() || !expected.at.isValid())
        return fail(ErrorCode::InvalidArgument, u"expectation is incomplete"_s);
    if (draft.size() + MaxAppendixSize > PdfSignatureVerifier::MaxFileSize
        || appendix.size() > MaxAppendixSize)
        return fail(ErrorCode::TooLarge, u"draft or appendix"_s);
    if (appendix.isEmpty())
        return fail(ErrorCode::Malformed, u"nothing was appended"_s);
    return {};
}

/// One update of the draft that adds a signature and nothing else.
Result<> checkRevision(const PdfFile &draft, const PdfFile &whole)
{
    if (const auto scanned = scanAppendix(draft, whole); !scanned)
        return scanned;
    if (const auto violation =
            RevisionDiff(draft, whole, RevisionDiff::Rule::Strict).firstViolation())
        return fail(ErrorCode::Tampered, *violation);
    return {};
}

} // namespace

Result<SignedInfo> checkSignedDraft(const QByteArray &draft, const QByteArray &appendix,
                                    const SignedDraftExpectation &expected)
{
    if (const auto bounds = checkBounds(draft, appendix, expected); !bounds)
        return std::unexpected(bounds.error());
    const auto before = PdfFile::open(draft);
    if (!before)
        return std::unexpected(before.error());
    const QByteArray bytes = draft + appendix;
    const auto whole = PdfFile::open(bytes);
    if (!whole)
        return std::unexpected(whole.error());
    if (const auto revision = checkRevision(*before, *whole); !revision)
        return std::unexpected(revision.error());
    const PdfVerification report =
        PdfSignatureVerifier(expected.anchors).verify(bytes, expected.at);
    // What a draft carried before says nothing about the signature that is new.
    const auto blocking = std::ranges::find_if(report.findings, [](const SignatureFinding &found) {
        return found.fault != SignatureFault::UnusableRevocation;
    });
    if (blocking != report.findings.end())
        return fail(codeFor(blocking->fault), u"file as a whole"_s);
    if (report.signatures.isEmpty())
        return fail(ErrorCode::Malformed, u"file as a whole"_s);
    const VerifiedSignature &signature = report.signatures.last();
    if (const auto outcome = ExpectationCheck(*before, expected).check(signature); !outcome)
        return std::unexpected(outcome.error());
    return SignedInfo{QCryptographicHash::hash(bytes, QCryptographicHash::Sha256),
                      signature.draftSha256,
                      bytes.size(),
                      signature.signer,
                      signature.claimedAt,
                      signature.fieldName};
}

} // namespace sipenduduk
