#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

#include <memory>
#include <utility>

namespace sipenduduk {

/// What came back. `status` 0: nothing did, and `error` says why.
struct HttpAnswer
{
    int status = 0;
    QByteArray body;
    QList<std::pair<QByteArray, QByteArray>> headers; ///< names in lower case
    QString error;

    [[nodiscard]] QByteArray header(const QByteArray &name) const;
};

using FormFields = QList<std::pair<QString, QString>>;

struct FormFile
{
    QString field;
    QString fileName;
    QByteArray mediaType;
    QByteArray bytes;
};

/// A visitor of the portal for tests: keeps cookies and the connection, as a browser does. Does
/// not follow redirects by itself. One thread at a time.
class HttpClient
{
public:
    struct Options
    {
        QByteArray baseUrl = "http://localhost"; ///< no slash at the end
        QString caFile{};                        ///< for https: only this authority is trusted
        QString socketPath{};                    ///< a local socket instead of the address
        int timeoutMs = 60000;
    };
    explicit HttpClient(Options options);
    ~HttpClient();
    HttpClient(HttpClient &&other) noexcept;
    HttpClient &operator=(HttpClient &&other) noexcept;

    HttpAnswer get(const QByteArray &path);
    HttpAnswer head(const QByteArray &path);
    /// As a browser sends a form without files.
    HttpAnswer post(const QByteArray &path, const FormFields &fields);
    /// As a browser sends a form with files (multipart).
    HttpAnswer upload(const QByteArray &path, const FormFields &fields,
                      const QList<FormFile> &files);
    /// Any method and body; `chunked`: without saying the length.
    HttpAnswer send(const QByteArray &method, const QByteArray &path, const QByteArray &mediaType,
                    const QByteArray &body, bool chunked = false);

    /// Sent with every later request.
    void setHeader(const QByteArray &name, const QByteArray &value);
    /// Value of a cookie in the jar, or empty.
    [[nodiscard]] QByteArray cookie(const QByteArray &name) const;

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace sipenduduk
