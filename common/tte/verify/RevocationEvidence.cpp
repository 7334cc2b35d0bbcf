#include "common/tte/verify/RevocationEvidence.h"

#include "common/tte/verify/CertificateList.h"
#include "common/tte/verify/OcspAnswer.h"

#include <openssl/err.h>

#include <algorithm>

namespace sipenduduk {

namespace {

ossl::Cert queriedCertificate(const QByteArray &der)
{
    const auto *cursor = reinterpret_cast<const unsigned char *>(der.constData());
    return ossl::Cert(d2i_X509(nullptr, &cursor, long(der.size())));
}

/// Whether a certificate says where its revocation could be asked for. The access to information
/// may name its issuer's certificate alone.
bool namesSource(X509 *certificate)
{
    if (X509_get_ext_by_NID(certificate, NID_crl_distribution_points, -1) >= 0)
        return true;
    using Addresses = std::unique_ptr<STACK_OF(OPENSSL_STRING), ossl::Free<X509_email_free>>;
    const Addresses responders(X509_get1_ocsp(certificate));
    return responders && sk_OPENSSL_STRING_num(responders.get()) > 0;
}

/// Of several answers about one certificate: a revocation before all, then the newest good one.
RevocationAnswer decisive(const QList<RevocationAnswer> &answers)
{
    using Kind = RevocationAnswer::Kind;
    RevocationAnswer best;
    for (const RevocationAnswer &answer : answers) {
        const bool isBetter = answer.kind > best.kind
            || (answer.kind == best.kind && answer.kind == Kind::Revoked
                && answer.revokedAt < best.revokedAt)
            || (answer.kind == best.kind && answer.kind == Kind::Good && answer.asOf > best.asOf);
        if (isBetter)
            best = answer;
    }
    return best;
}

/// Adds what was said of one certificate to what was said of the chain.
void include(const RevocationAnswer &answer, bool isNeeded, RevocationOutcome &outcome)
{
    using Kind = RevocationAnswer::Kind;
    if (answer.kind == Kind::Unusable)
        outcome.hasUnusable = true;
    if (answer.kind == Kind::Good || answer.kind == Kind::Revoked)
        outcome.used.append(answer.source);
    else if (isNeeded)
        outcome.isComplete = false;
    if (answer.kind == Kind::Good && (!outcome.asOf.isValid() || answer.asOf < outcome.asOf))
        outcome.asOf = answer.asOf;
    if (answer.kind != Kind::Revoked
        || (outcome.revokedAt.isValid() && outcome.revokedAt <= answer.revokedAt))
        return;
    outcome.state = RevocationState::Revoked;
    outcome.revokedAt = answer.revokedAt;
    outcome.reason = answer.reason;
}

} // namespace

RevocationEvidence::RevocationEvidence(const ValidationData &data, const TrustAnchors &anchors)
    : m_anchors(&anchors)
{
    add(data);
}

RevocationEvidence RevocationEvidence::with(const ValidationData &more) const
{
    RevocationEvidence all = *this;
    all.add(more);
    return all;
}

void RevocationEvidence::add(const ValidationData &data)
{
    m_certificates += data.certificates;
    for (const QByteArray &der : data.ocsps) {
        if (auto answer = OcspAnswer::read(der))
            m_ocsps.push_back(std::make_shared<const OcspAnswer>(std::move(*answer)));
        else
            ++m_unreadable;
    }
    for (const QByteArray &der : data.crls) {
        if (auto list = CertificateList::read(der))
            m_crls.push_back(std::make_shared<const CertificateList>(std::move(*list)));
        else
            ++m_unreadable;
    }
}

QList<RevocationAnswer> RevocationEvidence::answersTo(const RevocationQuery &query) const
{
    QList<RevocationAnswer> answers;
    for (const auto &ocsp : m_ocsps)
        answers.append(ocsp->answerTo(query, m_certificates, *m_anchors));
    for (const auto &crl : m_crls)
        answers.append(crl->answerTo(query));
    return answers;
}

RevocationOutcome RevocationEvidence::check(const QList<QByteArray> &chain, const QDateTime &at,
                                            const QDateTime &now) const
{
    RevocationOutcome outcome;
    outcome.isComplete = chain.size() > 1;
    bool isAnswered = false; // for the first, which is what is asked about
    for (qsizetype i = 0; i + 1 < chain.size(); ++i) {
        const ossl::Cert certificate = queriedCertificate(chain[i]);
        const ossl::Cert issuer = queriedCertificate(chain[i + 1]);
        if (!certificate || !issuer)
            return {};
        const RevocationAnswer answer =
            decisive(answersTo({certificate.get(), issuer.get(), at, now}));
        include(answer, namesSource(certificate.get()), outcome);
        isAnswered = isAnswered || (i == 0 && !outcome.used.isEmpty());
    }
    if (outcome.isComplete && isAnswered && outcome.state == RevocationState::NotChecked)
        outcome.state = RevocationState::Good;
    ERR_clear_error();
    return outcome;
}

} // namespace sipenduduk
