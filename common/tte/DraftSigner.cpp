#include "common/tte/DraftSigner.h"

#include "common/tte/CadesBuilder.h"
#include "common/tte/ParafChain.h"
#include "common/tte/PdfRevision.h"
#include "common/tte/SignatureFieldWriter.h"
#include "common/tte/SignatureLook_p.h"
#include "common/tte/SigningKey.h"

#include <qpdf/QPDF.hh>

#include <optional>

using namespace Qt::StringLiterals;

namespace sipenduduk {

namespace {

/// Room for the CMS: three certificates and a time stamp with two. Twice as many hexadecimal
/// digits.
constexpr int UsualContentsSize = 8192;
constexpr int LargestContentsSize = 65536;
constexpr qsizetype MaxUrlLength = 300; // a QR that still scans at 22 mm

/// A SHA-256 that can be finished at several places of one run over the bytes.
class RunningSha256
{
public:
    RunningSha256()
        : m_context(EVP_MD_CTX_new())
    {
        EVP_DigestInit_ex(m_context.get(), EVP_sha256(), nullptr);
    }
    RunningSha256(const RunningSha256 &other)
        : RunningSha256()
    {
        EVP_MD_CTX_copy_ex(m_context.get(), other.m_context.get());
    }
    RunningSha256 &operator=(const RunningSha256 &) = delete;

    void add(QByteArrayView bytes)
    {
        EVP_DigestUpdate(m_context.get(), bytes.data(), size_t(bytes.size()));
    }

    /// The hash so far; the run may go on.
    [[nodiscard]] QByteArray result() const
    {
        const RunningSha256 copy(*this);
        QByteArray digest(32, Qt::Uninitialized);
        EVP_DigestFinal_ex(copy.m_context.get(), reinterpret_cast<unsigned char *>(digest.data()),
                           nullptr);
        return digest;
    }

private:
    ossl::DigestContext m_context;
};

Result<> checkRequest(const DraftSigningRequest &request, const QByteArray &draftSha256)
{
    if (request.verificationUrl.isEmpty() || request.verificationUrl.size() > MaxUrlLength
        || !request.signedAt.isValid())
        return fail(ErrorCode::InvalidArgument, u"verification address or time"_s);
    const auto chain = ParafChain::fromBytes(request.parafChain);
    if (!chain || chain->draftSha256 != draftSha256)
        return fail(ErrorCode::InvalidArgument, u"paraf chain is about another draft"_s);
    return {};
}

} // namespace

struct DraftSigner::Private
{
    SigningKey &key;
    SignatureLook &look;
    TimestampClient *stamps;
    std::optional<CadesBuilder> cades; ///< made with the first signature
    int contentsSize = UsualContentsSize;
};

struct PreparedSignature::Private
{
    QByteArray appended;
    SignatureGaps gaps;
    RunningSha256 draftHash;
    qint64 draftSize = 0;
    QByteArray draftSha256;
    QByteArray signedDigest; ///< SHA-256 of the two ranges
    QDateTime signedAt;      ///< UTC
};

PreparedSignature::PreparedSignature(std::unique_ptr<Private> d)
    : m_d(std::move(d))
{
}
PreparedSignature::PreparedSignature(PreparedSignature &&) noexcept = default;
PreparedSignature &PreparedSignature::operator=(PreparedSignature &&) noexcept = default;
PreparedSignature::~PreparedSignature() = default;

const QByteArray &PreparedSignature::draftSha256() const
{
    return m_d->draftSha256;
}

DraftSigner::DraftSigner(SigningKey &key, SignatureLook &look, TimestampClient *stamps)
    : m_d(new Private{key, look, stamps, std::nullopt})
{
}

DraftSigner::~DraftSigner() = default;

namespace {

/// Everything that is appended, its gaps still empty.
Result<SignatureGaps> writeRevision(PdfRevision &revision, const DraftSigningRequest &request,
                                    const QString &signerName, int contentsSize,
                                    SignatureLook::Private &look)
{
    try {
        auto field = SignatureFieldWriter::on(revision, request.place);
        if (!field)
            return std::unexpected(field.error());
        const auto form =
            look.appendTo(revision, request.text, request.signedAt, request.verificationUrl,
                          field->displayedSize(), field->rotate());
        if (!form)
            return std::unexpected(form.error());
        const SignatureGaps gaps =
            field->write({signerName, request.reason, request.signedAt, request.parafChain,
                          request.draft.size(), contentsSize},
                         *form);
        if (revision.qpdf().anyWarnings())
            return fail(ErrorCode::Malformed, u"PDF needs repair"_s);
        revision.finish(request.parafChain + request.verificationUrl.toUtf8());
        return gaps;
    } catch (const std::exception &) {
        return fail(ErrorCode::Malformed, u"PDF is damaged"_s);
    }
}

} // namespace

Result<PreparedSignature> DraftSigner::prepare(const DraftSigningRequest &request)
{
    auto d = std::make_unique<PreparedSignature::Private>();
    d->draftHash.add(request.draft);
    d->draftSha256 = d->draftHash.result();
    d->draftSize = request.draft.size();
    d->signedAt = request.signedAt;
    if (const auto good = checkRequest(request, d->draftSha256); !good)
        return std::unexpected(good.error());
    auto revision = PdfRevision::open(request.draft);
    if (!revision)
        return std::unexpected(revision.error());
    const auto gaps = writeRevision(*revision, request, m_d->key.certificate().subjectName,
                                    m_d->contentsSize, *m_d->look.m_d);
    if (!gaps)
        return std::unexpected(gaps.error());
    d->gaps = *gaps;
    d->appended = std::move(revision->appended());
    fillByteRange(d->appended, d->gaps, d->draftSize);
    RunningSha256 ranges(d->draftHash);
    ranges.add(QByteArrayView(d->appended).first(d->gaps.contents));
    ranges.add(QByteArrayView(d->appended).sliced(d->gaps.contentsEnd));
    d->signedDigest = ranges.result();
    return PreparedSignature(std::move(d));
}

Result<SignedAppendix> DraftSigner::sign(PreparedSignature prepared)
{
    auto &cades = m_d->cades;
    if (!cades) {
        auto made = CadesBuilder::create(m_d->key, m_d->stamps);
        if (!made)
            return std::unexpected(made.error());
        cades = std::move(*made);
    }
    PreparedSignature::Private &d = *prepared.m_d;
    const auto cms = cades->build(d.signedDigest, d.signedAt);
    if (!cms)
        return std::unexpected(cms.error());
    const QByteArray hex = cms->der.toHex();
    if (hex.size() > d.gaps.contentsEnd - d.gaps.contents - 2) {
        m_d->contentsSize = std::min(2 * m_d->contentsSize, LargestContentsSize);
        return fail(ErrorCode::TooLarge, u"CMS does not fit into the signature"_s);
    }
    d.appended.replace(d.gaps.contents + 1, hex.size(), hex);
    RunningSha256 whole(d.draftHash);
    whole.add(d.appended);
    const qint64 size = d.draftSize + d.appended.size();
    return SignedAppendix{std::move(d.appended), d.draftSha256,  whole.result(), size,
                          cms->isStamped,        cms->stampError};
}

Result<SignedAppendix> DraftSigner::signDraft(const DraftSigningRequest &request)
{
    for (;;) {
        const int reserved = m_d->contentsSize;
        auto prepared = prepare(request);
        if (!prepared)
            return std::unexpected(prepared.error());
        auto made = sign(std::move(*prepared));
        if (made || made.error().code != ErrorCode::TooLarge || m_d->contentsSize == reserved)
            return made;
    }
}

} // namespace sipenduduk
