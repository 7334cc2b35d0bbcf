#pragma once

#include "common/Result.h"

#include <QByteArray>
#include <QCborMap>
#include <QtTypes>

namespace sipenduduk::protocol {

/// Version of the office protocol; both sides must agree on it in Hello.
inline constexpr int ProtocolVersion = 1;

/// Bounds that are checked before a byte is stored. Source: architecture.md 5.
inline constexpr qint64 MaxFrameSize = 1024 * 1024;
inline constexpr qint64 ChunkSize = 256 * 1024;
inline constexpr qint64 MaxBlobSize = 100 * 1024 * 1024;

/// What a frame carries. Numbers are only ever appended.
enum class MessageType {
    Error = 0,
    Hello = 1,
    Login = 2,
    Logout = 3,
    ConfirmPassword = 4,
    Ping = 5,
    ListQueue = 10,
    OpenPermohonan = 11,
    Search = 12,
    Subscribe = 13,
    QueueChanged = 14, ///< event
    Claim = 20,
    ReleaseClaim = 21,
    Act = 22,
    SaveData = 23,
    JudgeBerkas = 24,
    AddNote = 26,
    MakeDrafts = 30,
    UploadDraft = 31,
    RecordView = 32,
    OfferSigning = 33,
    SignSet = 34,
    ListSignable = 35,
    BeginUpload = 40,
    UploadChunk = 41,
    FetchBlob = 42,
    ExportKartuKendali = 50,
};

/// One frame's content. A request has an id above 0 and its answer repeats it; events have id 0.
struct Envelope
{
    MessageType type = MessageType::Error;
    qint64 id = 0;
    QByteArray key; ///< idempotency key, 16 bytes, on mutating requests; else empty
    QCborMap body;
};

/// Encodes with the 4-byte big-endian length in front.
[[nodiscard]] QByteArray frame(const Envelope &envelope);

/// Decodes one frame's content without its length. Errors: Malformed.
[[nodiscard]] Result<Envelope> envelopeFromCbor(const QByteArray &bytes);

/// Body of a message struct and back. Errors of decoding: Malformed, naming the message's number
/// and the key. Instantiated for every message in the .cpp of its header.
template <typename M>
[[nodiscard]] QCborMap toCbor(const M &message);
template <typename M>
[[nodiscard]] Result<M> fromCbor(const QCborMap &body);

} // namespace sipenduduk::protocol
