#include "tests/support/HttpClient.h"

#include <QFile>

#include <curl/curl.h>
#include <mutex>

namespace sipenduduk {

namespace {

struct CurlDeleter
{
    void operator()(CURL *handle) const { curl_easy_cleanup(handle); }
    void operator()(curl_slist *list) const { curl_slist_free_all(list); }
    void operator()(curl_mime *mime) const { curl_mime_free(mime); }
};

size_t takeBody(char *data, size_t size, size_t count, void *answer)
{
    static_cast<HttpAnswer *>(answer)->body.append(data, qsizetype(size * count));
    return size * count;
}

size_t takeHeader(char *data, size_t size, size_t count, void *answer)
{
    auto &headers = static_cast<HttpAnswer *>(answer)->headers;
    const QByteArray line = QByteArray(data, qsizetype(size * count)).trimmed();
    if (line.startsWith("HTTP/"))
        headers.clear(); // a 100 Continue came before
    else if (const qsizetype colon = line.indexOf(':'); colon > 0)
        headers.append({line.first(colon).toLower(), line.sliced(colon + 1).trimmed()});
    return size * count;
}

struct Pending
{
    QByteArray bytes;
    qsizetype position = 0;
};

size_t giveBody(char *target, size_t size, size_t count, void *source)
{
    auto &pending = *static_cast<Pending *>(source);
    const qsizetype length = qMin(qsizetype(size * count), pending.bytes.size() - pending.position);
    std::copy_n(pending.bytes.constData() + pending.position, length, target);
    pending.position += length;
    return size_t(length);
}

QByteArray encodedForm(const FormFields &fields)
{
    QByteArray form;
    for (const auto &[name, value] : fields) {
        if (!form.isEmpty())
            form += '&';
        form += name.toUtf8().toPercentEncoding() + '=' + value.toUtf8().toPercentEncoding();
    }
    return form;
}

} // namespace

QByteArray HttpAnswer::header(const QByteArray &name) const
{
    for (const auto &[key, value] : headers) {
        if (key == name.toLower())
            return value;
    }
    return {};
}

struct HttpClient::Private
{
    Options options;
    std::unique_ptr<CURL, CurlDeleter> handle;
    QList<std::pair<QByteArray, QByteArray>> extraHeaders;

    CURL *prepare(const QByteArray &path);
    HttpAnswer perform(const QByteArray &mediaType = {}, bool chunked = false);
};

HttpClient::HttpClient(Options options)
    : d(std::make_unique<Private>())
{
    static std::once_flag started;
    std::call_once(started, [] { curl_global_init(CURL_GLOBAL_DEFAULT); });
    d->options = std::move(options);
    d->handle.reset(curl_easy_init());
}

HttpClient::~HttpClient() = default;
HttpClient::HttpClient(HttpClient &&other) noexcept = default;
HttpClient &HttpClient::operator=(HttpClient &&other) noexcept = default;

/// A handle with nothing left of the request before but its connection and its cookies.
CURL *HttpClient::Private::prepare(const QByteArray &path)
{
    CURL *curl = handle.get();
    curl_easy_reset(curl);
    curl_easy_setopt(curl, CURLOPT_URL, (options.baseUrl + path).constData());
    curl_easy_setopt(curl, CURLOPT_PATH_AS_IS, 1L);
    curl_easy_setopt(curl, CURLOPT_COOKIEFILE, ""); // a jar in memory, kept by the reset
    curl_easy_setopt(curl, CURLOPT_PROXY, "");
    curl_easy_setopt(curl, CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(curl, CURLOPT_TIMEOUT_MS, long(options.timeoutMs));
    if (!options.caFile.isEmpty()) {
        curl_easy_setopt(curl, CURLOPT_CAINFO, QFile::encodeName(options.caFile).constData());
        curl_easy_setopt(curl, CURLOPT_CAPATH, nullptr);
    }
    if (!options.socketPath.isEmpty())
        curl_easy_setopt(curl, CURLOPT_UNIX_SOCKET_PATH,
                         QFile::encodeName(options.socketPath).constData());
    return curl;
}

HttpAnswer HttpClient::Private::perform(const QByteArray &mediaType, bool chunked)
{
    CURL *curl = handle.get();
    HttpAnswer answer;
    curl_slist *list = nullptr;
    for (const auto &[name, value] : extraHeaders)
        list = curl_slist_append(list, (name + ": " + value).constData());
    if (!mediaType.isEmpty())
        list = curl_slist_append(list, ("Content-Type: " + mediaType).constData());
    if (chunked)
        list = curl_slist_append(list, "Transfer-Encoding: chunked");
    list = curl_slist_append(list, "Expect:"); // browsers do not ask first
    const std::unique_ptr<curl_slist, CurlDeleter> headers(list);
    curl_easy_setopt(curl, CURLOPT_HTTPHEADER, headers.get());
    curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, &takeBody);
    curl_easy_setopt(curl, CURLOPT_WRITEDATA, &answer);
    curl_easy_setopt(curl, CURLOPT_HEADERFUNCTION, &takeHeader);
    curl_easy_setopt(curl, CURLOPT_HEADERDATA, &answer);
    const CURLcode code = curl_easy_perform(curl);
    long status = 0;
    curl_easy_getinfo(curl, CURLINFO_RESPONSE_CODE, &status);
    answer.status = int(status);
    if (code != CURLE_OK)
        answer.error = QString::fromUtf8(curl_easy_strerror(code));
    return answer;
}

HttpAnswer HttpClient::get(const QByteArray &path)
{
    d->prepare(path);
    return d->perform();
}

HttpAnswer HttpClient::head(const QByteArray &path)
{
    curl_easy_setopt(d->prepare(path), CURLOPT_NOBODY, 1L);
    return d->perform();
}

HttpAnswer HttpClient::post(const QByteArray &path, const FormFields &fields)
{
    return send("POST", path, "application/x-www-form-urlencoded", encodedForm(fields));
}

HttpAnswer HttpClient::upload(const QByteArray &path, const FormFields &fields,
                              const QList<FormFile> &files)
{
    CURL *curl = d->prepare(path);
    const std::unique_ptr<curl_mime, CurlDeleter> form(curl_mime_init(curl));
    for (const auto &[name, value] : fields) {
        curl_mimepart *part = curl_mime_addpart(form.get());
        const QByteArray bytes = value.toUtf8();
        curl_mime_name(part, name.toUtf8().constData());
        curl_mime_data(part, bytes.constData(), size_t(bytes.size()));
    }
    for (const FormFile &file : files) {
        curl_mimepart *part = curl_mime_addpart(form.get());
        curl_mime_name(part, file.field.toUtf8().constData());
        curl_mime_filename(part, file.fileName.toUtf8().constData());
        curl_mime_type(part, file.mediaType.constData());
        curl_mime_data(part, file.bytes.constData(), size_t(file.bytes.size()));
    }
    curl_easy_setopt(curl, CURLOPT_MIMEPOST, form.get());
    return d->perform();
}

HttpAnswer HttpClient::send(const QByteArray &method, const QByteArray &path,
                            const QByteArray &mediaType, const QByteArray &body, bool chunked)
{
    CURL *curl = d->prepare(path);
    Pending pending{body};
    curl_easy_setopt(curl, CURLOPT_POST, 1L);
    curl_easy_setopt(curl, CURLOPT_CUSTOMREQUEST, method.constData());
    curl_easy_setopt(curl, CURLOPT_READFUNCTION, &giveBody);
    curl_easy_setopt(curl, CURLOPT_READDATA, &pending);
    if (!chunked)
        curl_easy_setopt(curl, CURLOPT_POSTFIELDSIZE_LARGE, curl_off_t(body.size()));
    return d->perform(mediaType, chunked);
}

void HttpClient::setHeader(const QByteArray &name, const QByteArray &value)
{
    d->extraHeaders.append({name, value});
}

QByteArray HttpClient::cookie(const QByteArray &name) const
{
    curl_slist *list = nullptr;
    curl_easy_getinfo(d->handle.get(), CURLINFO_COOKIELIST, &list);
    const std::unique_ptr<curl_slist, CurlDeleter> owner(list);
    for (; list; list = list->next) {
        const QList<QByteArray> columns = QByteArray(list->data).split('\t'); // Netscape's format
        if (columns.size() == 7 && columns[5] == name)
            return columns[6];
    }
    return {};
}

} // namespace sipenduduk
