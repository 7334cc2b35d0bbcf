#include "server/net/UploadDesk.h"

#include "server/net/SharedCounts.h"

using namespace Qt::StringLiterals;

namespace sipenduduk {

namespace {

constexpr qsizetype HashSize = 32;

} // namespace

UploadDesk::UploadDesk(const NetLimits &limits, ByteBudget &budget)
    : m_limits(limits)
    , m_budget(budget)
{
}

UploadDesk::~UploadDesk()
{
    while (!m_uploads.empty())
        drop(m_uploads.begin());
}

Result<protocol::BeginUploadReply> UploadDesk::begin(const protocol::BeginUpload &request)
{
    if (request.size < 1 || request.sha256.size() != HashSize)
        return fail(ErrorCode::InvalidArgument, u"upload: size or hash"_s);
    if (request.size > m_limits.upload)
        return fail(ErrorCode::TooLarge, u"upload"_s);
    if (int(m_uploads.size()) >= m_limits.uploads || !m_budget.take(request.size))
        return fail(ErrorCode::Busy, u"too many uploads under way"_s);
    auto upload = std::make_unique<Upload>();
    upload->size = request.size;
    upload->sha256 = request.sha256;
    m_uploads.emplace(++m_lastId, std::move(upload));
    return protocol::BeginUploadReply{.upload = m_lastId, .isKnown = false};
}

Result<std::optional<QByteArray>> UploadDesk::append(const protocol::UploadChunk &chunk)
{
    const auto found = m_uploads.find(chunk.upload);
    if (found == m_uploads.end())
        return fail(ErrorCode::NotFound, u"no such upload"_s);
    Upload &upload = *found->second;
    const qint64 received = upload.bytes.size() + chunk.bytes.size();
    ErrorCode problem{};
    if (chunk.bytes.isEmpty() || chunk.offset != upload.bytes.size())
        problem = ErrorCode::Conflict;
    else if (received > upload.size)
        problem = ErrorCode::TooLarge;
    if (problem != ErrorCode{}) {
        drop(found);
        return fail(problem, u"upload: wrong chunk"_s);
    }
    upload.bytes.append(chunk.bytes);
    upload.hash.addData(chunk.bytes);
    if (received < upload.size)
        return std::nullopt;
    const bool isIntact = upload.hash.result() == upload.sha256;
    QByteArray whole = std::move(upload.bytes);
    drop(found);
    if (!isIntact)
        return fail(ErrorCode::Tampered, u"upload: another hash than announced"_s);
    return whole;
}

void UploadDesk::drop(Uploads::iterator upload)
{
    m_budget.giveBack(upload->second->size);
    m_uploads.erase(upload);
}

} // namespace sipenduduk
