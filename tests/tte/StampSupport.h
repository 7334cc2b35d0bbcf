#pragma once

#include "common/tte/verify/ValidationData.h"
#include "tests/tte/TestTsa.h"

#include <string>

namespace sipenduduk {
class PdfRevision;
}

namespace sipenduduk::test {

/// `draft` signed by officer(), without a time stamp.
[[nodiscard]] QByteArray officersFile(const QByteArray &draft);

/// The verifier's opinion with all roots of the tests.
[[nodiscard]] PdfVerification judgeAll(const QByteArray &file, const QDateTime &at);

/// All findings of a report, for a test that fails.
[[nodiscard]] std::string findingsOf(const PdfVerification &report);

/// What a signature time stamp of the last signature of `file` is over.
[[nodiscard]] QByteArray signatureValueOf(const QByteArray &file);

/// The file with these unsigned attributes in the CMS of its last signature, in this order.
[[nodiscard]] QByteArray withUnsigned(const QByteArray &file,
                                      const QList<std::pair<QByteArray, QByteArray>> &attributes);

/// The file with these RevocationInfoChoices (DER, RFC 5652) in the CMS of its last signature.
[[nodiscard]] QByteArray withRevocationInfo(const QByteArray &file, const QByteArray &choices,
                                            char version);

/// The file (B-B) with a time stamp of `tsa` beside its signature (B-T).
[[nodiscard]] QByteArray stampedFile(const QByteArray &file, const TestTsa &tsa);

/// Adds /DSS with these data to an update of a file.
void addDss(PdfRevision &revision, const ValidationData &data);

/// The file with one update that brings a /DSS (B-LT).
[[nodiscard]] QByteArray withDss(const QByteArray &file, const ValidationData &data);

/// How a document time stamp stands in its file.
struct DocumentTimestampShape
{
    QByteArray type = "/DocTimeStamp";
    QByteArray rect = "0 0 0 0";
    QByteArray look = {}; ///< content of an appearance; empty: none
};

/// The file with a field for a document time stamp whose /Contents is still empty.
[[nodiscard]] QByteArray withTimestampField(const QByteArray &file,
                                            const DocumentTimestampShape &shape = {});

/// The file under a document time stamp of `tsa` (B-LTA, when it has a /DSS).
[[nodiscard]] QByteArray withDocumentTimestamp(const QByteArray &file, const TestTsa &tsa,
                                               const DocumentTimestampShape &shape = {});

/// OID of a signature time stamp, as withUnsigned() wants it.
inline constexpr char TimestampAttribute[] = "1.2.840.113549.1.9.16.2.14";

} // namespace sipenduduk::test
