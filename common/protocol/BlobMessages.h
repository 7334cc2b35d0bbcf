#pragma once

#include "common/Ids.h"
#include "common/protocol/SessionMessages.h"

namespace sipenduduk::protocol {

struct BeginUploadReply
{
    static constexpr MessageType Type = MessageType::BeginUpload;
    qint64 upload = 0;    ///< id for the chunks, of this connection
    bool isKnown = false; ///< the office has these bytes already: send nothing
    bool operator==(const BeginUploadReply &) const = default;
};

/// Announces bytes that a later message refers to by their hash. TooLarge above 20 MiB.
struct BeginUpload
{
    static constexpr MessageType Type = MessageType::BeginUpload;
    using Reply = BeginUploadReply;
    qint64 size = 0;
    QByteArray sha256; ///< 32 bytes
    bool operator==(const BeginUpload &) const = default;
};

struct UploadChunkReply
{
    static constexpr MessageType Type = MessageType::UploadChunk;
    qint64 received = 0; ///< bytes so far; equal to the size once stored durably
    bool operator==(const UploadChunkReply &) const = default;
};

/// At most ChunkSize bytes, in order. Tampered when the whole does not have the announced hash.
struct UploadChunk
{
    static constexpr MessageType Type = MessageType::UploadChunk;
    using Reply = UploadChunkReply;
    qint64 upload = 0;
    qint64 offset = 0;
    QByteArray bytes;
    bool operator==(const UploadChunk &) const = default;
};

struct BlobPart
{
    static constexpr MessageType Type = MessageType::FetchBlob;
    qint64 size = 0; ///< of the whole
    qint64 offset = 0;
    QByteArray bytes; ///< at most ChunkSize
    bool operator==(const BlobPart &) const = default;
};

/// One part of a berkas, draft or signed PDF that belongs to a permohonan one may see. A client
/// has at most two of these under way, so that a queue page never waits behind a document.
struct FetchBlob
{
    static constexpr MessageType Type = MessageType::FetchBlob;
    using Reply = BlobPart;
    PermohonanId id{};
    QByteArray sha256; ///< 32 bytes
    qint64 offset = 0;
    bool operator==(const FetchBlob &) const = default;
};

/// How a kartu kendali leaves the office. Append only.
enum class ExportFormat { Json = 1, Pdf = 2 };

struct ExportReply
{
    static constexpr MessageType Type = MessageType::ExportKartuKendali;
    QByteArray bytes;
    bool operator==(const ExportReply &) const = default;
};

/// The kartu kendali as canonical JSON signed by the office, or as a paper.
struct ExportKartuKendali
{
    static constexpr MessageType Type = MessageType::ExportKartuKendali;
    using Reply = ExportReply;
    PermohonanId id{};
    ExportFormat format = ExportFormat::Json;
    bool operator==(const ExportKartuKendali &) const = default;
};

} // namespace sipenduduk::protocol
