#include "server/portal/http/ResponseSender.h"

#include "server/portal/http/HttpLog.h"
#include "server/portal/http/HttpResponse.h"

#include <QFile>

#include <fcntl.h>
#include <memory>
#include <microhttpd.h>
#include <sys/stat.h>
#include <unistd.h>

namespace sipenduduk {

namespace {

struct EngineResponseDeleter
{
    void operator()(MHD_Response *response) const { MHD_destroy_response(response); }
};
using EngineResponse = std::unique_ptr<MHD_Response, EngineResponseDeleter>;

void releaseBytes(void *bytes)
{
    delete static_cast<QByteArray *>(bytes);
}

EngineResponse fromBytes(const QByteArray &body)
{
    // The engine keeps this reference to the implicitly shared bytes until they are sent.
    auto kept = std::make_unique<QByteArray>(body);
    EngineResponse response(MHD_create_response_from_buffer_with_free_callback_cls(
        size_t(kept->size()), kept->constData(), &releaseBytes, kept.get()));
    if (response)
        (void)kept.release(); // releaseBytes() deletes them
    return response;
}

EngineResponse fromFile(const QString &path)
{
    const int file = ::open(QFile::encodeName(path).constData(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    struct stat status;
    if (file < 0 || ::fstat(file, &status) != 0 || !S_ISREG(status.st_mode)) {
        if (file >= 0)
            ::close(file);
        return {};
    }
    EngineResponse response(MHD_create_response_from_fd64(uint64_t(status.st_size), file));
    if (!response)
        ::close(file);
    return response;
}

bool queue(MHD_Connection *connection, const HttpResponse &described,
           const EngineResponse &response)
{
    if (!response)
        return false;
    for (const HttpHeader &header : described.headers()) {
        if (MHD_add_response_header(response.get(), header.name.constData(),
                                    header.value.constData())
            != MHD_YES)
            return false;
    }
    return MHD_queue_response(connection, unsigned(described.status()), response.get()) == MHD_YES;
}

} // namespace

bool sendResponse(MHD_Connection *connection, const HttpResponse &response,
                  const std::function<QByteArray(int)> &errorPage)
{
    if (response.isErrorPage())
        return queue(connection, response, fromBytes(errorPage(response.status())));
    if (response.filePath().isEmpty())
        return queue(connection, response, fromBytes(response.body()));
    if (const EngineResponse file = fromFile(response.filePath()))
        return queue(connection, response, file);
    qCWarning(lcHttp, "a file to be sent cannot be opened");
    return sendResponse(connection, HttpResponse::error(404), errorPage);
}

} // namespace sipenduduk
