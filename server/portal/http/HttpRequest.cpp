#include "server/portal/http/HttpRequest.h"

#include <QStringList>

#include <algorithm>

namespace sipenduduk {

namespace {

const NameValue *findByName(const QList<NameValue> &list, QStringView name)
{
    const auto found = std::ranges::find(list, name, &NameValue::name);
    return found == list.end() ? nullptr : &*found;
}

QString valueByName(const QList<NameValue> &list, QStringView name)
{
    const NameValue *found = findByName(list, name);
    return found ? found->value : QString();
}

} // namespace

QString HttpRequest::parameter(QStringView name) const
{
    return valueByName(parameters, name);
}

QString HttpRequest::query(QStringView name) const
{
    return valueByName(queryItems, name);
}

QString HttpRequest::header(QStringView name) const
{
    return valueByName(headers, name);
}

QString HttpRequest::cookie(QStringView name) const
{
    return valueByName(cookies, name);
}

QString HttpRequest::field(QStringView name) const
{
    return valueByName(fields, name);
}

QStringList HttpRequest::fieldValues(QStringView name) const
{
    QStringList values;
    for (const NameValue &item : fields) {
        if (item.name == name)
            values.append(item.value);
    }
    return values;
}

bool HttpRequest::hasField(QStringView name) const
{
    return findByName(fields, name) != nullptr;
}

UploadedFile *HttpRequest::file(QStringView field)
{
    const auto found = std::ranges::find(files, field, &UploadedFile::field);
    return found == files.end() ? nullptr : &*found;
}

} // namespace sipenduduk
