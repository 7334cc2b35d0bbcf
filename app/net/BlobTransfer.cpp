#include "app/net/BlobTransfer.h"

#include "app/net/BlobFetcher.h"
#include "app/net/BlobUpload.h"
#include "app/net/Session.h"

using namespace Qt::StringLiterals;

namespace sipenduduk {

QFuture<Result<QByteArray>> fetchBlob(Session &session, PermohonanId id, const QByteArray &sha256)
{
    return session.blobFetcher().fetch(id, sha256);
}

QFuture<Result<QByteArray>> uploadBlob(Session &session, const QByteArray &bytes)
{
    using Answer = Result<QByteArray>;
    if (bytes.isEmpty())
        return QtFuture::makeReadyValueFuture(Answer(fail(ErrorCode::InvalidArgument, u"empty"_s)));
    if (bytes.size() > MaxUploadSize)
        return QtFuture::makeReadyValueFuture(Answer(fail(ErrorCode::TooLarge, u"upload"_s)));
    return (new BlobUpload(session, bytes))->start(); // the session owns it
}

} // namespace sipenduduk
