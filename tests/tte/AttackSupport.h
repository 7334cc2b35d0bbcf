#pragma once

#include "common/tte/verify/PdfSignatureVerifier.h"
#include "tests/tte/TteSupport.h"

#include <functional>
#include <utility>

namespace sipenduduk {
class PdfRevision;
}

namespace sipenduduk::test {

/// Another page content than any draft here has.
inline constexpr char OtherContent[] = "<< /Length 20 >>\nstream\n100 100 400 400 re f\nendstream";

/// The verifier's opinion, with the practice root.
[[nodiscard]] PdfVerification judge(const QByteArray &file, const QDateTime &at = testNow());
/// Whether the file or one of its signatures has this defect.
[[nodiscard]] bool hasFault(const PdfVerification &report, SignatureFault fault);

/// Appends one well-formed incremental update to a signed file.
[[nodiscard]] QByteArray updated(const QByteArray &file,
                                 const std::function<void(PdfRevision &)> &change);

/// The gap of the last signature: offset of '<' and of the byte after '>'.
[[nodiscard]] std::pair<qsizetype, qsizetype> gapOf(const QByteArray &file);
/// The bytes around that gap.
[[nodiscard]] QByteArray signedBytesOf(const QByteArray &file);
/// The CMS in that gap, without its padding.
[[nodiscard]] QByteArray cmsOf(const QByteArray &file);
/// The file with another CMS in its gap.
[[nodiscard]] QByteArray withCms(const QByteArray &file, const QByteArray &der);
/// The file with another /ByteRange in its last signature.
[[nodiscard]] QByteArray withRange(const QByteArray &file, const QList<qint64> &range);

/// A CMS over the signed bytes of `file`, made by the openssl program.
[[nodiscard]] QByteArray opensslCms(const QByteArray &file,
                                    const QList<PracticeIdentity> &identities,
                                    const QStringList &options,
                                    const QByteArray &moreCertificates = {});

} // namespace sipenduduk::test
