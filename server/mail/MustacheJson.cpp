#include "server/mail/MustacheJson.h"

#include <QJsonArray>
#include <QMap>

#include <exception>
#include <kainjow/mustache.hpp>

namespace sipenduduk {

using namespace Qt::StringLiterals;

namespace {

using MustacheData = kainjow::mustache::data;

MustacheData mustacheFrom(const QJsonValue &value)
{
    switch (value.type()) {
    case QJsonValue::Object: {
        MustacheData object(MustacheData::type::object);
        const QJsonObject values = value.toObject();
        for (auto item = values.begin(); item != values.end(); ++item)
            object.set(item.key().toStdString(), mustacheFrom(item.value()));
        return object;
    }
    case QJsonValue::Array: {
        MustacheData list(MustacheData::type::list);
        for (const QJsonValue &item : value.toArray())
            list.push_back(mustacheFrom(item));
        return list;
    }
    case QJsonValue::Bool: return MustacheData(value.toBool());
    case QJsonValue::Double: return MustacheData(QString::number(value.toInteger()).toStdString());
    case QJsonValue::String:
        // mustache counts an empty string as true
        return value.toString().isEmpty() ? MustacheData(false)
                                          : MustacheData(value.toString().toStdString());
    case QJsonValue::Null:
    case QJsonValue::Undefined: break;
    }
    return MustacheData(false);
}

} // namespace

Result<QString> filledText(const QString &source, const QJsonObject &values,
                           const QMap<QString, QString> &partials)
{
    try {
        kainjow::mustache::mustache text(source.toStdString());
        text.set_custom_escape([](const std::string &value) { return value; });
        MustacheData data = mustacheFrom(values);
        for (const auto &[name, partial] : partials.asKeyValueRange())
            data.set(name.toStdString(), MustacheData(kainjow::mustache::partial([&partial] {
                         return partial.toStdString();
                     })));
        const std::string filled = text.render(data);
        if (text.is_valid())
            return QString::fromStdString(filled);
        return fail(ErrorCode::Internal,
                    u"mail template: "_s + QString::fromStdString(text.error_message()));
    } catch (const std::exception &refused) {
        return fail(ErrorCode::Internal, u"mail template: "_s + QString::fromUtf8(refused.what()));
    }
}

} // namespace sipenduduk
