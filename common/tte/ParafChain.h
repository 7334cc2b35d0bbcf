#pragma once

#include "common/Result.h"

#include <QByteArray>
#include <QDateTime>
#include <QList>
#include <QString>

namespace sipenduduk {

/// One paraf, as it is embedded in the issued PDF: duty and time, no name and no NIP.
struct ParafEntry
{
    QString duty; ///< word of the duty, e.g. "kasi"
    QDateTime at; ///< UTC, milliseconds
    bool operator==(const ParafEntry &) const = default;
};

/// The approvals of one draft. The server makes the bytes, the signer embeds them unchanged, the
/// server compares them with its own, and the verifier shows them.
///
/// Canonical JSON: {"draftSha256":"hex","paraf":[{"at":"…Z","duty":"kasi"}, …],"version":1}
struct ParafChain
{
    static constexpr qsizetype MaxSize = 8 * 1024; ///< bytes

    QByteArray draftSha256; ///< 32 bytes: the draft that was approved
    QList<ParafEntry> entries;

    /// Canonical bytes; InvalidArgument without a 32-byte hash, or for a duty or time out of shape.
    [[nodiscard]] Result<QByteArray> toBytes() const;

    /// Inverse; Malformed for anything that toBytes() would not have written.
    [[nodiscard]] static Result<ParafChain> fromBytes(const QByteArray &bytes);

    bool operator==(const ParafChain &) const = default;
};

} // namespace sipenduduk
