#include "server/documents/DocumentTemplate.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace sipenduduk {

namespace {

Result<QByteArray> documentResource(const QString &name)
{
    QFile file(u":/sipenduduk/documents/"_s + name);
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorCode::Internal, u"documents: resource missing: "_s + name);
    return file.readAll();
}

TemplatePart directivePart(QStringView line)
{
    const qsizetype end = line.indexOf(u' ');
    if (end < 0)
        return {line.sliced(1).toString(), {}};
    return {line.sliced(1, end - 1).toString(), line.sliced(end + 1).trimmed().toString()};
}

/// Collects lines into parts and sends them to the section that is open.
class TemplateReader
{
public:
    void take(const QString &line)
    {
        const bool isDirective = line.startsWith(u'@');
        if (isDirective || line.trimmed().isEmpty())
            flush();
        if (line == "@closing"_L1)
            m_section = &m_template.closing;
        else if (line == "@note"_L1)
            m_section = &m_template.note;
        else if (isDirective)
            m_section->append(directivePart(line));
        else if (!line.trimmed().isEmpty())
            m_block += line + u'\n';
    }

    DocumentTemplate finish()
    {
        flush();
        return m_template;
    }

private:
    void flush()
    {
        if (!m_block.isEmpty())
            m_section->append({{}, m_block});
        m_block.clear();
    }

    DocumentTemplate m_template;
    QList<TemplatePart> *m_section = &m_template.body;
    QString m_block;
};

Result<QJsonObject> allWordings()
{
    const auto bytes = documentResource(u"outputs.json"_s);
    if (!bytes)
        return std::unexpected(bytes.error());
    const QJsonDocument json = QJsonDocument::fromJson(*bytes);
    if (!json.isObject())
        return fail(ErrorCode::Internal, u"documents: outputs.json is broken"_s);
    return json.object();
}

} // namespace

Result<DocumentTemplate> loadDocumentTemplate(const QString &name)
{
    const auto bytes = documentResource(name + u".mustache"_s);
    if (!bytes)
        return std::unexpected(bytes.error());
    TemplateReader reader;
    for (const QString &line : QString::fromUtf8(*bytes).split(u'\n'))
        reader.take(line);
    return reader.finish();
}

QStringList templateArguments(const TemplatePart &part)
{
    QStringList arguments = part.text.split(u'|');
    for (QString &argument : arguments)
        argument = argument.trimmed();
    return arguments;
}

Result<OutputWording> outputWording(const QString &output)
{
    const auto all = allWordings();
    if (!all)
        return std::unexpected(all.error());
    const QJsonObject entry = all->value(output).toObject();
    if (entry.isEmpty())
        return fail(ErrorCode::InvalidArgument, u"documents: unknown output"_s);
    OutputWording wording{entry[u"layout"].toString(),   entry[u"name"].toString(),
                          entry[u"name_en"].toString(),  entry[u"basis"].toString(),
                          entry[u"basis_en"].toString(), entry[u"opening"].toString(),
                          entry[u"closing"].toString(),  {}};
    for (const auto &code : entry[u"omit"].toArray())
        wording.omit.append(code.toString());
    return wording;
}

QStringList knownOutputs()
{
    const auto all = allWordings();
    return all ? all->keys() : QStringList();
}

} // namespace sipenduduk
