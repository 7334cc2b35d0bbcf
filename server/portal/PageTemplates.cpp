#include "server/portal/PageTemplates.h"

#include <QDirIterator>
#include <QFile>
#include <QJsonArray>

#include <exception>
#include <kainjow/mustache.hpp>
#include <unordered_map>

using namespace Qt::StringLiterals;

namespace sipenduduk {

namespace {

using PageData = kainjow::mustache::data;

const QString TemplateFolder = u":/sipenduduk/portal/halaman"_s;
const QString FrameName = u"kerangka"_s;
constexpr QLatin1StringView PartialPrefix("_"); ///< of templates that others include

PageData pageDataFrom(const QJsonValue &value)
{
    switch (value.type()) {
    case QJsonValue::Object: {
        PageData object(PageData::type::object);
        const QJsonObject values = value.toObject();
        for (auto item = values.begin(); item != values.end(); ++item)
            object[item.key().toStdString()] = pageDataFrom(item.value());
        return object;
    }
    case QJsonValue::Array: {
        PageData list(PageData::type::list);
        for (const QJsonValue &item : value.toArray())
            list.push_back(pageDataFrom(item));
        return list;
    }
    case QJsonValue::Bool: return PageData(value.toBool());
    case QJsonValue::Double: return PageData(QString::number(value.toInteger()).toStdString());
    case QJsonValue::String:
        // mustache counts an empty string as true
        return value.toString().isEmpty() ? PageData(false)
                                          : PageData(value.toString().toStdString());
    case QJsonValue::Null:
    case QJsonValue::Undefined: break;
    }
    return PageData(false);
}

} // namespace

struct PageTemplates::Sources
{
    std::unordered_map<std::string, std::string> texts; ///< by name, without the ending

    [[nodiscard]] std::string filled(const std::string &name, PageData &data) const;
};

/// Throws what the library throws.
std::string PageTemplates::Sources::filled(const std::string &name, PageData &data) const
{
    kainjow::mustache::mustache page(texts.at(name));
    for (const auto &[partial, text] : texts) {
        if (partial.starts_with(PartialPrefix.data()))
            data.set(partial, PageData(kainjow::mustache::partial([&text] { return text; })));
    }
    std::string text = page.render(data);
    if (!page.is_valid())
        throw std::runtime_error(page.error_message());
    return text;
}

PageTemplates::PageTemplates()
{
    auto sources = std::make_unique<Sources>();
    QDirIterator folder(TemplateFolder, {u"*.mustache"_s}, QDir::Files);
    while (folder.hasNext()) {
        QFile file(folder.next());
        if (file.open(QIODevice::ReadOnly))
            sources->texts.emplace(folder.fileInfo().completeBaseName().toStdString(),
                                   file.readAll().toStdString());
    }
    m_sources = std::move(sources);
}

PageTemplates::~PageTemplates() = default;

Result<QByteArray> PageTemplates::page(const QString &name, const QJsonObject &values) const
{
    try {
        PageData data = pageDataFrom(values);
        // Written out already, and taken over by the frame as it is.
        const std::string content = m_sources->filled(name.toStdString(), data);
        data.set("isi", PageData(content));
        return QByteArray::fromStdString(m_sources->filled(FrameName.toStdString(), data));
    } catch (const std::exception &refused) {
        return fail(ErrorCode::Internal,
                    u"page %1: %2"_s.arg(name, QString::fromUtf8(refused.what())));
    }
}

} // namespace sipenduduk
