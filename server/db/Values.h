#pragma once

#include "common/Result.h"

#include <QByteArray>
#include <QDateTime>
#include <QJsonDocument>
#include <QJsonObject>
#include <QList>
#include <QMap>
#include <QSqlQuery>
#include <QTimeZone>
#include <QVariant>

#include <expected>
#include <utility>

/// How values stand in columns, and how rows become values. For repositories only.
namespace sipenduduk::db {

inline QVariant ms(const QDateTime &at)
{
    return at.isValid() ? QVariant(at.toMSecsSinceEpoch()) : QVariant();
}

inline QDateTime time(const QVariant &value)
{
    return value.isNull() ? QDateTime()
                          : QDateTime::fromMSecsSinceEpoch(value.toLongLong(), QTimeZone::UTC);
}

inline QVariant day(const QDate &date)
{
    return date.isValid() ? QVariant(date.toJulianDay()) : QVariant();
}

inline QDate date(const QVariant &value)
{
    return value.isNull() ? QDate() : QDate::fromJulianDay(value.toLongLong());
}

/// A null QString or QByteArray would become NULL, which the schema refuses.
inline QVariant text(const QString &value)
{
    return value.isNull() ? QVariant(QLatin1StringView("")) : QVariant(value);
}

inline QVariant bytes(const QByteArray &value)
{
    return value.isNull() ? QVariant(QByteArray("", 0)) : QVariant(value);
}

/// NULL for none, where a foreign key stands.
inline QVariant hashOrNull(const QByteArray &value)
{
    return value.isEmpty() ? QVariant() : QVariant(value);
}

template <typename Id>
QVariant idOrNull(Id id)
{
    return qint64(id) == 0 ? QVariant() : QVariant(qint64(id));
}

inline QString json(const QJsonObject &object)
{
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

inline QJsonObject jsonObject(const QVariant &value)
{
    return QJsonDocument::fromJson(value.toString().toUtf8()).object();
}

/// Every row of a select, made a value by `make(const QSqlQuery &)`.
template <typename F>
auto all(Result<QSqlQuery *> query, F make)
    -> Result<QList<decltype(make(std::declval<const QSqlQuery &>()))>>
{
    if (!query)
        return std::unexpected(query.error());
    QList<decltype(make(std::declval<const QSqlQuery &>()))> rows;
    while ((*query)->next())
        rows.append(make(**query));
    return rows;
}

/// The one row of a select; NotFound without one.
template <typename F>
auto one(Result<QSqlQuery *> query, F make)
    -> Result<decltype(make(std::declval<const QSqlQuery &>()))>
{
    if (!query)
        return std::unexpected(query.error());
    if (!(*query)->next())
        return fail(ErrorCode::NotFound, QString());
    return make(**query);
}

/// For statements that only write.
inline Result<> written(const Result<QSqlQuery *> &query)
{
    return query ? Result<>() : Result<>(std::unexpected(query.error()));
}

/// For an INSERT: the row's id.
template <typename Id>
Result<Id> inserted(const Result<QSqlQuery *> &query)
{
    if (!query)
        return std::unexpected(query.error());
    return Id((*query)->lastInsertId().toLongLong());
}

} // namespace sipenduduk::db
