#include "common/tte/upgrade/CmsParts.h"

#include "common/tte/upgrade/CertificateAccess.h"
#include "common/tte/x509/Asn1Time.h"

#include <openssl/err.h>
#include <openssl/ts.h>

using namespace Qt::StringLiterals;

namespace sipenduduk {

namespace {

using TokenInfo = std::unique_ptr<TS_TST_INFO, ossl::Free<TS_TST_INFO_free>>;

Result<ossl::Cms> cmsFrom(const QByteArray &bytes)
{
    const auto *cursor = reinterpret_cast<const unsigned char *>(bytes.constData());
    ossl::Cms cms(d2i_CMS_ContentInfo(nullptr, &cursor, long(bytes.size())));
    ERR_clear_error();
    if (!cms || OBJ_obj2nid(CMS_get0_type(cms.get())) != NID_pkcs7_signed)
        return fail(ErrorCode::Malformed, u"CMS"_s);
    return cms;
}

/// Null unless there is exactly one.
CMS_SignerInfo *soleSigner(CMS_ContentInfo *cms)
{
    const STACK_OF(CMS_SignerInfo) *signers = CMS_get0_SignerInfos(cms);
    return sk_CMS_SignerInfo_num(signers) == 1 ? sk_CMS_SignerInfo_value(signers, 0) : nullptr;
}

Result<SignerParts> signerPartsOf(CMS_ContentInfo *cms)
{
    CMS_SignerInfo *signer = soleSigner(cms);
    if (!signer)
        return fail(ErrorCode::Malformed, u"CMS without exactly one signer"_s);
    const ossl::CertStack certificates(CMS_get1_certs(cms));
    SignerParts parts;
    for (int i = 0; i < sk_X509_num(certificates.get()); ++i) {
        X509 *certificate = sk_X509_value(certificates.get(), i);
        parts.certificates.append(certificateToDer(certificate));
        if (CMS_SignerInfo_cert_cmp(signer, certificate) == 0)
            parts.certificate = parts.certificates.last();
    }
    ERR_clear_error();
    if (parts.certificate.isEmpty())
        return fail(ErrorCode::Malformed, u"CMS without the signer's certificate"_s);
    return parts;
}

/// DER of the time stamp beside a signature; empty without one, null when there are several.
std::optional<QByteArray> tokenBeside(const CMS_SignerInfo *signer)
{
    const int index = CMS_unsigned_get_attr_by_NID(signer, NID_id_smime_aa_timeStampToken, -1);
    if (index < 0)
        return QByteArray();
    X509_ATTRIBUTE *attribute = CMS_unsigned_get_attr(signer, index);
    const bool isSole =
        CMS_unsigned_get_attr_by_NID(signer, NID_id_smime_aa_timeStampToken, index) < 0
        && X509_ATTRIBUTE_count(attribute) == 1;
    const auto *value = isSole ? static_cast<ASN1_STRING *>(X509_ATTRIBUTE_get0_data(
                                     attribute, 0, V_ASN1_SEQUENCE, nullptr))
                               : nullptr;
    if (!value)
        return std::nullopt;
    return QByteArray(reinterpret_cast<const char *>(ASN1_STRING_get0_data(value)),
                      ASN1_STRING_length(value));
}

} // namespace

Result<CmsParts> cmsPartsOf(const QByteArray &bytes)
{
    const auto cms = cmsFrom(bytes);
    if (!cms)
        return std::unexpected(cms.error());
    auto signer = signerPartsOf(cms->get());
    if (!signer)
        return std::unexpected(signer.error());
    CmsParts parts{*std::move(signer), std::nullopt};
    const auto token = tokenBeside(soleSigner(cms->get()));
    ERR_clear_error();
    if (!token)
        return fail(ErrorCode::Malformed, u"time stamps of a signature"_s);
    if (token->isEmpty())
        return parts;
    auto timestamp = timestampPartsOf(*token);
    if (!timestamp)
        return std::unexpected(timestamp.error());
    parts.timestamp = *std::move(timestamp);
    return parts;
}

Result<TimestampParts> timestampPartsOf(const QByteArray &bytes)
{
    const auto cms = cmsFrom(bytes);
    if (!cms)
        return std::unexpected(cms.error());
    auto authority = signerPartsOf(cms->get());
    if (!authority)
        return std::unexpected(authority.error());
    ASN1_OCTET_STRING **content = CMS_get0_content(cms->get());
    const bool isToken = OBJ_obj2nid(CMS_get0_eContentType(cms->get())) == NID_id_smime_ct_TSTInfo;
    if (!isToken || !content || !*content)
        return fail(ErrorCode::Malformed, u"time stamp without content"_s);
    const unsigned char *cursor = ASN1_STRING_get0_data(*content);
    const TokenInfo info(d2i_TS_TST_INFO(nullptr, &cursor, ASN1_STRING_length(*content)));
    ERR_clear_error();
    const QDateTime at = info ? dateTimeOf(TS_TST_INFO_get_time(info.get())) : QDateTime();
    if (!at.isValid())
        return fail(ErrorCode::Malformed, u"time of a time stamp"_s);
    return TimestampParts{*std::move(authority), at};
}

} // namespace sipenduduk
