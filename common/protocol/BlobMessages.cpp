#include "common/protocol/BlobMessages.h"

#include "common/protocol/Codec.h"

namespace sipenduduk::protocol {

namespace {

constexpr qsizetype MaxExport = 900 * 1024; ///< fits one frame

} // namespace

template <Is<BeginUploadReply> S>
void visit(S &m, auto &v)
{
    v(1, m.upload);
    v(2, m.isKnown);
}

template <Is<BeginUpload> S>
void visit(S &m, auto &v)
{
    v(1, m.size);
    v(2, m.sha256, 32);
}

template <Is<UploadChunkReply> S>
void visit(S &m, auto &v)
{
    v(1, m.received);
}

template <Is<UploadChunk> S>
void visit(S &m, auto &v)
{
    v(1, m.upload);
    v(2, m.offset);
    v(3, m.bytes, ChunkSize);
}

template <Is<BlobPart> S>
void visit(S &m, auto &v)
{
    v(1, m.size);
    v(2, m.offset);
    v(3, m.bytes, ChunkSize);
}

template <Is<FetchBlob> S>
void visit(S &m, auto &v)
{
    v(1, m.id);
    v(2, m.sha256, 32);
    v(3, m.offset);
}

template <Is<ExportReply> S>
void visit(S &m, auto &v)
{
    v(1, m.bytes, MaxExport);
}

template <Is<ExportKartuKendali> S>
void visit(S &m, auto &v)
{
    v(1, m.id);
    v(2, m.format);
}

SIPENDUDUK_MESSAGE(BeginUploadReply);
SIPENDUDUK_MESSAGE(BeginUpload);
SIPENDUDUK_MESSAGE(UploadChunkReply);
SIPENDUDUK_MESSAGE(UploadChunk);
SIPENDUDUK_MESSAGE(BlobPart);
SIPENDUDUK_MESSAGE(FetchBlob);
SIPENDUDUK_MESSAGE(ExportReply);
SIPENDUDUK_MESSAGE(ExportKartuKendali);

} // namespace sipenduduk::protocol
