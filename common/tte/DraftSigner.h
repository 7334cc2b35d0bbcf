#pragma once

#include "common/Result.h"
#include "common/SignaturePlace.h"
#include "common/tte/SignatureLook.h"

#include <QByteArray>
#include <QDateTime>

#include <memory>
#include <optional>

namespace sipenduduk {

class SigningKey;
class TimestampClient;

/// One draft that is to be signed. The bytes are shared, never copied.
struct DraftSigningRequest
{
    QByteArray draft;        ///< exactly the bytes that were shown
    QByteArray parafChain;   ///< ParafChain bytes from the server; embedded unchanged
    QString verificationUrl; ///< in the QR; random token, never NIK or No. KK
    SignatureText text;
    QDateTime signedAt; ///< UTC; becomes /M
    QString reason;     ///< /Reason; may be empty
    /// The default place of the page's orientation when not given.
    std::optional<SignaturePlace> place;
};

/// What travels to the server: draft + appendix is the signed file.
struct SignedAppendix
{
    QByteArray appendix;
    QByteArray draftSha256;          ///< 32 bytes
    QByteArray signedSha256;         ///< 32 bytes, of draft + appendix
    qint64 signedSize = 0;           ///< bytes of draft + appendix
    bool isStamped = false;          ///< PAdES B-T, else B-B
    std::optional<Error> stampError; ///< why there is no time stamp although one was wanted
};

/// The appended revision without its signature; move-only, good for one sign().
class PreparedSignature
{
public:
    PreparedSignature(PreparedSignature &&) noexcept;
    PreparedSignature &operator=(PreparedSignature &&) noexcept;
    ~PreparedSignature();

    [[nodiscard]] const QByteArray &draftSha256() const;

private:
    friend class DraftSigner;
    struct Private;
    explicit PreparedSignature(std::unique_ptr<Private> d);
    std::unique_ptr<Private> m_d;
};

/// Signs drafts as PAdES B-T, or B-B where no time stamp can be had: one incremental update with
/// one visible signature.
///
/// Used by one thread at a time, never the GUI thread; a SigningKey and a SignatureLook may
/// serve one batch after another. The result is not checked here: the caller runs
/// checkSignedDraft() of sipenduduk_tte_verify before it uploads.
class DraftSigner
{
public:
    /// All must outlive the signer; no `stamps`: no time stamp is wanted.
    DraftSigner(SigningKey &key, SignatureLook &look, TimestampClient *stamps = nullptr);
    ~DraftSigner();
    DraftSigner(const DraftSigner &) = delete;
    DraftSigner &operator=(const DraftSigner &) = delete;

    /// Everything but the key's work. InvalidArgument (paraf chain of another draft, empty URL,
    /// place outside of the page), Malformed or Unsupported for a draft that cannot be signed.
    [[nodiscard]] Result<PreparedSignature> prepare(const DraftSigningRequest &request);

    /// The key's work, the time stamp and the assembly. Errors of SigningKey::sign(); TooLarge when
    /// certificates and time stamp do not fit into the space that prepare() left: it leaves more
    /// from now on.
    [[nodiscard]] Result<SignedAppendix> sign(PreparedSignature prepared);

    /// prepare() and sign(), once more with more space where that was too little.
    [[nodiscard]] Result<SignedAppendix> signDraft(const DraftSigningRequest &request);

private:
    struct Private;
    std::unique_ptr<Private> m_d;
};

} // namespace sipenduduk
