#pragma once

#include "common/protocol/BlobMessages.h"
#include "server/net/NetLimits.h"

#include <QByteArray>
#include <QCryptographicHash>

#include <map>
#include <memory>
#include <optional>

namespace sipenduduk {

class ByteBudget;

/// Uploads of one connection while their chunks arrive. An upload announces its size and hash;
/// what is held is bounded by the connection's and by everybody's budget.
class UploadDesk
{
public:
    UploadDesk(const NetLimits &limits, ByteBudget &budget);
    ~UploadDesk();
    UploadDesk(const UploadDesk &) = delete;
    UploadDesk &operator=(const UploadDesk &) = delete;

    /// InvalidArgument, TooLarge; Busy when too much is under way.
    [[nodiscard]] Result<protocol::BeginUploadReply> begin(const protocol::BeginUpload &request);

    /// The whole bytes with the last chunk, none before. NotFound for an unknown upload;
    /// Conflict for a chunk out of order, TooLarge beyond the announced size, Tampered when the
    /// whole has another hash: the upload is then gone.
    [[nodiscard]] Result<std::optional<QByteArray>> append(const protocol::UploadChunk &chunk);

private:
    struct Upload
    {
        qint64 size = 0;
        QByteArray sha256;
        QByteArray bytes;
        QCryptographicHash hash{QCryptographicHash::Sha256};
    };
    using Uploads = std::map<qint64, std::unique_ptr<Upload>>;
    void drop(Uploads::iterator upload);

    const NetLimits &m_limits;
    ByteBudget &m_budget;
    Uploads m_uploads;
    qint64 m_lastId = 0;
};

} // namespace sipenduduk
