#include "server/portal/http/Router.h"

#include <algorithm>
#include <utility>

namespace sipenduduk {

namespace {

bool isParameter(const QString &segment)
{
    return segment.size() > 2 && segment.startsWith(u'{') && segment.endsWith(u'}');
}

QStringList segmentsOf(const QString &path)
{
    QStringList segments = path.split(u'/');
    segments.removeFirst(); // before the leading "/"
    if (!segments.isEmpty() && segments.last().isEmpty())
        segments.removeLast();
    return segments;
}

bool fits(const QStringList &pattern, const QStringList &segments)
{
    return std::ranges::equal(pattern, segments, [](const QString &wanted, const QString &given) {
        return isParameter(wanted) ? !given.isEmpty() : wanted == given;
    });
}

bool isMoreLiteral(const Router::Route &a, const Router::Route &b)
{
    return std::ranges::lexicographical_compare(a.segments, b.segments, {}, isParameter,
                                                isParameter);
}

QList<NameValue> parametersOf(const QStringList &pattern, const QStringList &segments)
{
    QList<NameValue> parameters;
    for (qsizetype i = 0; i < pattern.size(); ++i) {
        if (isParameter(pattern[i]))
            parameters.append({pattern[i].sliced(1, pattern[i].size() - 2), segments[i]});
    }
    return parameters;
}

} // namespace

void Router::get(const QString &pattern, HttpHandler handler)
{
    add({HttpMethod::Get, segmentsOf(pattern), Body::Form, std::move(handler)});
}

void Router::post(const QString &pattern, HttpHandler handler, Body body)
{
    add({HttpMethod::Post, segmentsOf(pattern), body, std::move(handler)});
}

void Router::add(Route route)
{
    const auto position = std::ranges::upper_bound(m_routes, route, isMoreLiteral);
    m_routes.insert(position, std::move(route));
}

Router::Match Router::match(std::optional<HttpMethod> method, const QString &path) const
{
    const QStringList segments = segmentsOf(path);
    bool hasGet = false;
    bool hasPost = false;
    for (const Route &route : m_routes) {
        if (!fits(route.segments, segments))
            continue;
        if (route.method == method)
            return {&route, parametersOf(route.segments, segments), {}};
        (route.method == HttpMethod::Get ? hasGet : hasPost) = true;
    }
    QByteArray allowed = hasGet ? "GET, HEAD" : "";
    if (hasPost)
        allowed += hasGet ? ", POST" : "POST";
    return {nullptr, {}, allowed};
}

} // namespace sipenduduk
