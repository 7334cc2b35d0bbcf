#include "server/documents/MustacheText.h"

#include <kainjow/mustache.hpp>

#include <exception>

using namespace Qt::StringLiterals;

namespace sipenduduk {

namespace {

kainjow::mustache::data mustacheData(const TemplateValues &values)
{
    kainjow::mustache::data data(kainjow::mustache::data::type::object);
    for (const auto &[name, value] : values.asKeyValueRange()) {
        if (!value.isEmpty())
            data.set(name.toStdString(), value.toStdString());
    }
    return data;
}

/// Line breaks of a value are line breaks on paper.
std::string htmlEscaped(const std::string &text)
{
    QString escaped = QString::fromStdString(text).toHtmlEscaped();
    return escaped.replace(u'\n', u"<br/>"_s).toStdString();
}

} // namespace

Result<QString> filledTemplate(const QString &source, const TemplateValues &values,
                               Escaping escaping)
{
    try {
        kainjow::mustache::mustache page(source.toStdString());
        if (!page.is_valid())
            return fail(ErrorCode::Internal,
                        u"documents: template: "_s + QString::fromStdString(page.error_message()));
        if (escaping == Escaping::None)
            page.set_custom_escape([](const std::string &text) { return text; });
        else
            page.set_custom_escape(htmlEscaped);
        return QString::fromStdString(page.render(mustacheData(values)));
    } catch (const std::exception &refused) {
        return fail(ErrorCode::Internal,
                    u"documents: template: "_s + QString::fromUtf8(refused.what()));
    }
}

} // namespace sipenduduk
