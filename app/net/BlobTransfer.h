#pragma once

#include "common/Ids.h"
#include "common/Result.h"

#include <QByteArray>
#include <QFuture>

namespace sipenduduk {

class Session;

/// A berkas, draft or signed PDF of a permohonan, by the SHA-256 (32 bytes) of its bytes.
///
/// Comes in parts, at most two under way in the whole session; goes on after a reconnection;
/// its hash is checked in the pool. What was fetched lately comes from memory. The errors are those
/// of protocol::FetchBlob, TooLarge above protocol::MaxBlobSize, Tampered for another hash.
[[nodiscard]] QFuture<Result<QByteArray>> fetchBlob(Session &session, PermohonanId id,
                                                    const QByteArray &sha256);

/// Hands bytes to the office; gives their SHA-256 (32 bytes) for the message that refers to them.
/// Begins again after a reconnection. TooLarge above MaxUploadSize, InvalidArgument when empty.
[[nodiscard]] QFuture<Result<QByteArray>> uploadBlob(Session &session, const QByteArray &bytes);

inline constexpr qint64 MaxUploadSize = 20 * 1024 * 1024; ///< as the office has it

} // namespace sipenduduk
