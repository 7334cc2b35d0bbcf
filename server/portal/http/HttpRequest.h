#pragma once

#include "server/portal/http/UploadedFile.h"

#include <QList>
#include <QString>

#include <vector>

namespace sipenduduk {

enum class HttpMethod {
    Get, ///< HEAD too, see isHead: the engine leaves the body out
    Post,
};

struct NameValue
{
    QString name;
    QString value;
    bool operator==(const NameValue &) const = default;
};

/// A request whose head and body have arrived whole and within all bounds. Everything in it is
/// the visitor's word, but for `clientAddress`, which nginx sets.
struct HttpRequest
{
    HttpMethod method = HttpMethod::Get;
    bool isHead = false;         ///< nobody reads what is answered
    QString path;                ///< decoded, begins with "/", no control characters
    QString clientAddress;       ///< X-Real-IP; empty when nothing stands in front
    QList<NameValue> parameters; ///< from the route's pattern
    QList<NameValue> queryItems;
    QList<NameValue> headers; ///< names in lower case
    QList<NameValue> cookies;
    QList<NameValue> fields;         ///< form fields in the order of the form
    std::vector<UploadedFile> files; ///< in the order of the form; unused file inputs are left out

    /// The first value of that name, or an empty string. Header names are asked in lower case.
    [[nodiscard]] QString parameter(QStringView name) const;
    [[nodiscard]] QString query(QStringView name) const;
    [[nodiscard]] QString header(QStringView name) const;
    [[nodiscard]] QString cookie(QStringView name) const;
    [[nodiscard]] QString field(QStringView name) const;
    /// All values of a field that occurs more than once (check boxes).
    [[nodiscard]] QStringList fieldValues(QStringView name) const;
    [[nodiscard]] bool hasField(QStringView name) const;
    /// The first file of that field, or null. Owned by the request.
    [[nodiscard]] UploadedFile *file(QStringView field);
};

} // namespace sipenduduk
