#include "common/tte/verify/SignatureJudge.h"

#include "common/tte/ParafChain.h"
#include "common/tte/verify/ChainCheck.h"
#include "common/tte/verify/CmsCheck.h"
#include "common/tte/verify/Der.h"
#include "common/tte/verify/PatternReader.h"
#include "common/tte/verify/PdfDate.h"
#include "common/tte/verify/RevisionDiff.h"
#include "common/tte/verify/TimestampCheck.h"

#include <QCryptographicHash>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sipenduduk {

namespace {

/// Clocks of honest computers differ by less.
constexpr qint64 ClaimToleranceSeconds = 300;

/// What leaves a question open instead of answering it with no.
bool isOnlyOpen(SignatureFault fault)
{
    switch (fault) {
    case SignatureFault::UntrustedChain:
    case SignatureFault::ExpiredCertificate:
    case SignatureFault::UncheckedAttribute:
    case SignatureFault::UnsupportedAlgorithm:
    case SignatureFault::UnsupportedPdf:
    case SignatureFault::UntrustedTimestamp:
    case SignatureFault::ExpiredTimestamp:
    case SignatureFault::ClaimAfterTimestamp:
    case SignatureFault::UnusableRevocation:
    case SignatureFault::UncheckedRevision: return true;
    default: return false;
    }
}

/// Length of the DER value at the start of `bytes`; 0 when there is none.
qsizetype derSize(QByteArrayView bytes)
{
    DerReader reader(bytes);
    const auto value = reader.next(0x30);
    return value ? value->whole.size() : 0;
}

/// Hexadecimal digits of one case only: else the case of a digit could change unseen.
bool isUniformHex(QByteArrayView text)
{
    bool hasLower = false;
    bool hasUpper = false;
    for (const char c : text) {
        hasLower = hasLower || (c >= 'a' && c <= 'f');
        hasUpper = hasUpper || (c >= 'A' && c <= 'F');
        if (!((c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F')))
            return false;
    }
    return text.size() % 2 == 0 && !(hasLower && hasUpper);
}

/// Judges one signature of one file.
class SignatureJudge
{
public:
    SignatureJudge(const JudgeContext &context, const SignatureField &field,
                   const LaterProof &later)
        : m_context(context)
        , m_later(later)
        , m_file(context.file)
        , m_field(field)
    {
        m_stampRevocation.isComplete = true;
    }

    VerifiedSignature judge()
    {
        m_result.fieldName = m_field.name;
        m_result.page = m_field.page;
        m_result.rect = m_field.rect;
        m_result.claimedAt = pdfDate(m_field.claimedAt);
        m_result.parafChain = m_field.parafChain;
        if (m_field.isOdd)
            add(SignatureFault::SharedObject, u"signature value is shared or direct"_s);
        m_result.isDocumentTimestamp = m_field.type == "/DocTimeStamp";
        const QByteArray subFilter =
            m_result.isDocumentTimestamp ? "/ETSI.RFC3161" : "/ETSI.CAdES.detached";
        if (m_field.subFilter != subFilter)
            add(SignatureFault::WrongSubFilter, QString::fromLatin1(m_field.subFilter.left(40)),
                m_field.subFilter.isEmpty() ? AttackPattern::UniversalForgery
                                            : AttackPattern::None);
        if (checkRange() && checkContents())
            m_result.isDocumentTimestamp ? checkDocumentTimestamp() : checkCmsAndChain();
        m_result.verdict = verdictOf(m_result.findings);
        return m_result;
    }

private:
    void add(SignatureFault fault, const QString &detail,
             AttackPattern pattern = AttackPattern::None)
    {
        m_result.findings.append({fault, detail, pattern});
    }

    bool checkRange()
    {
        const QByteArrayView bytes = m_file.bytes();
        const QList<qint64> &range = m_field.byteRange;
        const bool isShaped = range.size() == 4 && range[0] == 0 && range[1] > 0
            && range[2] > range[1] + 2 && range[3] > 0 && range[2] < bytes.size()
            && range[3] <= bytes.size() - range[2];
        // The gap must be the very string that the dictionary holds, not a copy of it elsewhere.
        if (!isShaped || range[1] != m_field.contentsOffset || bytes[range[1]] != '<'
            || bytes[range[2] - 1] != '>') {
            add(SignatureFault::WrongByteRange, u"not exactly around the contents"_s,
                patternOfRange(m_field, bytes.size()));
            return false;
        }
        m_end = range[2] + range[3];
        m_result.coveredBytes = m_end;
        m_result.coversWholeFile = m_end == bytes.size();
        if (!endsAsRevision(bytes.first(m_end)))
            add(SignatureFault::WrongByteRange, u"does not end where a revision ends"_s,
                AttackPattern::SignatureWrapping);
        else if (!m_result.coversWholeFile)
            checkLaterChanges();
        if (!m_result.isDocumentTimestamp)
            checkDraft();
        return true;
    }

    bool checkContents()
    {
        const qint64 start = m_field.byteRange[1] + 1;
        const QByteArrayView hex = m_file.bytes().sliced(start, m_field.byteRange[2] - 1 - start);
        m_der = QByteArray::fromHex(hex.toByteArray());
        const qsizetype size = derSize(m_der);
        const QByteArrayView padding = QByteArrayView(m_der).sliced(size);
        if (!isUniformHex(hex) || m_der != m_field.contents || size == 0
            || std::ranges::any_of(padding, [](char c) { return c != '\0'; })) {
            add(SignatureFault::MalformedContents, u"hex, DER or padding"_s,
                patternOfContents(m_der));
            return false;
        }
        m_der.truncate(size);
        return true;
    }

    void checkCmsAndChain()
    {
        const QList<qint64> &range = m_field.byteRange;
        CmsOutcome cms = checkCms(m_der, m_file.bytes().first(range[1]),
                                  m_file.bytes().sliced(range[2], range[3]));
        m_result.isIntact = std::ranges::all_of(cms.findings, [](const SignatureFinding &finding) {
            return isOnlyOpen(finding.fault);
        });
        m_result.findings.append(cms.findings);
        m_result.algorithm = cms.algorithm;
        m_result.signer = cms.signer;
        if (!cms.signer.der.isEmpty())
            checkSigner(cms);
    }

    [[nodiscard]] TimestampContext stampContext() const
    {
        return {m_context.anchors, m_context.certificates,
                m_later.at.isValid() ? m_later.at : m_context.at, m_context.at, m_context.evidence};
    }

    void checkDocumentTimestamp()
    {
        const QList<qint64> &range = m_field.byteRange;
        const TimestampOutcome stamp =
            checkTimestamp(m_der, m_file.bytes().first(range[1]),
                           m_file.bytes().sliced(range[2], range[3]), stampContext());
        m_result.findings.append(stamp.findings);
        m_result.isIntact =
            std::ranges::all_of(stamp.findings, [](const SignatureFinding &finding) {
                return isOnlyOpen(finding.fault);
            });
        m_result.isTrusted = stamp.isGood();
        m_result.algorithm = stamp.algorithm;
        m_result.signer = stamp.authority;
        m_result.provenAt = stamp.at;
        m_result.provenBy = stamp.authority.subjectName;
        setRevocation(stamp.revocation);
    }

    void setRevocation(const RevocationOutcome &found)
    {
        m_result.revocation = found.state;
        m_result.revocationAsOf = found.asOf;
        m_result.revokedAt = found.revokedAt;
    }

    void checkSigner(const CmsOutcome &cms)
    {
        if (!cms.signer.maySignDocuments)
            add(SignatureFault::WrongKeyUsage, u"certificate is not for signatures"_s);
        if (!m_result.claimedAt.isValid() || m_result.claimedAt < cms.signer.notBefore
            || m_result.claimedAt > cms.signer.notAfter)
            add(SignatureFault::NotValidWhenSigned, u"claimed time is outside of the validity"_s);
        if (!cms.timestamp.isEmpty())
            checkOwnTimestamp(cms);
        if (!m_result.provenAt.isValid() && m_later.at.isValid())
            takeProof(m_later.at, m_later.by);
        checkSignerChain(cms);
    }

    void checkOwnTimestamp(const CmsOutcome &cms)
    {
        const TimestampOutcome stamp =
            checkTimestamp(cms.timestamp, cms.signatureValue, {}, stampContext());
        m_result.findings.append(stamp.findings);
        if (!stamp.isGood())
            return;
        m_stampRevocation = stamp.revocation;
        takeProof(stamp.at, stamp.authority.subjectName);
    }

    void takeProof(const QDateTime &at, const QString &by)
    {
        m_result.provenAt = at;
        m_result.provenBy = by;
        m_result.level = PadesLevel::BT;
        if (m_result.claimedAt > at.addSecs(ClaimToleranceSeconds))
            add(SignatureFault::ClaimAfterTimestamp, u"claimed time is after the time stamp"_s);
        if (at < m_result.signer.notBefore)
            add(SignatureFault::NotValidWhenSigned, u"stamped before the validity"_s);
    }

    void checkSignerChain(const CmsOutcome &cms)
    {
        const QDateTime &at = m_result.provenAt.isValid() ? m_result.provenAt : m_context.at;
        const ChainOutcome chain = checkChain(
            cms.signer.der, cms.certificates + m_context.certificates, m_context.anchors, at);
        m_result.isTrusted = chain.state == ChainState::Trusted;
        if (chain.state == ChainState::OutOfDate)
            add(SignatureFault::ExpiredCertificate, chain.detail);
        if (chain.state == ChainState::Untrusted)
            add(SignatureFault::UntrustedChain, chain.detail);
        if (!m_result.isTrusted)
            return;
        const bool allUsed = std::ranges::all_of(cms.certificates, [&](const QByteArray &der) {
            return chain.certificates.contains(der);
        });
        if (!allUsed)
            add(SignatureFault::UnusedCertificate, u"certificate of no chain"_s);
        checkRevocation(cms, chain.certificates, at);
    }

    void checkRevocation(const CmsOutcome &cms, const QList<QByteArray> &chain, const QDateTime &at)
    {
        const RevocationEvidence evidence = m_context.evidence.with({{}, cms.ocsps, cms.crls});
        const RevocationOutcome found = evidence.check(chain, at, m_context.at);
        setRevocation(found);
        const bool isProvenBefore =
            m_result.provenAt.isValid() && m_result.provenAt < found.revokedAt;
        if (found.state == RevocationState::Revoked && !isProvenBefore)
            add(SignatureFault::RevokedCertificate, u"certificate was revoked"_s);
        if (found.hasUnusable)
            add(SignatureFault::UnusableRevocation, u"revocation of the signer"_s);
        // No signature covers these: each that served no purpose could be changed unseen.
        const auto isUsed = [&](const QByteArray &der) { return found.used.contains(der); };
        if (!std::ranges::all_of(cms.crls, isUsed) || !std::ranges::all_of(cms.ocsps, isUsed))
            add(SignatureFault::UncheckedAttribute, u"revocation data beside the signature"_s);
        raiseLevel(found);
    }

    /// By what is there: answers for all, and these under a document time stamp.
    void raiseLevel(const RevocationOutcome &found)
    {
        if (m_result.level != PadesLevel::BT || !found.isComplete || !m_stampRevocation.isComplete
            || found.state == RevocationState::NotChecked)
            return;
        m_result.level = PadesLevel::BLT;
        const QList<QByteArray> used = found.used + m_stampRevocation.used;
        const bool isKept = std::ranges::all_of(
            used, [&](const QByteArray &der) { return m_later.evidence.contains(der); });
        if (m_later.at.isValid() && isKept)
            m_result.level = PadesLevel::BLTA;
    }

    void checkLaterChanges()
    {
        if (const auto violation = m_context.history.violationAfter(m_end))
            m_result.findings.append(*violation);
    }

    /// The paraf chain is about the draft: the first bytes, to which this signature alone was
    /// added.
    void checkDraft()
    {
        if (m_field.parafChain.isEmpty() && m_field.draftSize == 0)
            return;
        if (m_field.draftSize <= 0 || m_field.draftSize >= m_field.byteRange[1])
            return add(SignatureFault::DraftMismatch, u"size of the draft"_s);
        m_result.draftSize = m_field.draftSize;
        const QByteArrayView draft = m_file.bytes().first(m_field.draftSize);
        m_result.draftSha256 = QCryptographicHash::hash(draft, QCryptographicHash::Sha256);
        const auto chain = ParafChain::fromBytes(m_field.parafChain);
        if (!chain || chain->draftSha256 != m_result.draftSha256)
            return add(SignatureFault::DraftMismatch, u"parafs are about another draft"_s);
        const auto before = PdfFile::open(draft);
        const auto signedRevision = PdfFile::open(m_file.bytes().first(m_end));
        if (!before || !signedRevision
            || RevisionDiff(*before, *signedRevision, RevisionDiff::Rule::Lenient).firstViolation())
            add(SignatureFault::DraftMismatch, u"the signed revision changes the draft"_s);
    }

    const JudgeContext &m_context;
    const LaterProof &m_later;
    const PdfFile &m_file;
    const SignatureField &m_field;
    VerifiedSignature m_result;
    qint64 m_end = 0;
    QByteArray m_der;
    RevocationOutcome m_stampRevocation; ///< of its own time stamp; complete without one
};

} // namespace

SignatureVerdict verdictOf(const QList<SignatureFinding> &findings)
{
    SignatureVerdict verdict = SignatureVerdict::Sah;
    for (const SignatureFinding &finding : findings)
        verdict = std::max(verdict,
                           isOnlyOpen(finding.fault) ? SignatureVerdict::BelumDapatDipastikan
                                                     : SignatureVerdict::TidakSah);
    return verdict;
}

VerifiedSignature judgeSignature(const JudgeContext &context, const SignatureField &field,
                                 const LaterProof &later)
{
    return SignatureJudge(context, field, later).judge();
}

} // namespace sipenduduk
