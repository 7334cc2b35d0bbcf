#pragma once

#include "common/Temuan.h"

#include <QDate>
#include <QDateTime>
#include <QString>
#include <QStringList>

#include <catch2/catch_tostring.hpp>

// How Catch2 writes Qt values into the report of a failed check.
namespace Catch {

template <>
struct StringMaker<QString>
{
    static std::string convert(const QString &text) { return text.toStdString(); }
};

template <>
struct StringMaker<QStringView>
{
    static std::string convert(QStringView text) { return text.toString().toStdString(); }
};

template <>
struct StringMaker<QDate>
{
    static std::string convert(const QDate &date)
    {
        return date.toString(Qt::ISODate).toStdString();
    }
};

template <>
struct StringMaker<QDateTime>
{
    static std::string convert(const QDateTime &time)
    {
        return time.toString(Qt::ISODateWithMs).toStdString();
    }
};

template <>
struct StringMaker<sipenduduk::Finding>
{
    static std::string convert(const sipenduduk::Finding &finding)
    {
        return (QString::number(int(finding.level)) + u'/' + QString::number(int(finding.code))
                + u' ' + finding.field + u' ' + finding.parameters.join(u',') + u' '
                + QString::number(finding.row) + u' ' + finding.column)
            .toStdString();
    }
};

} // namespace Catch
