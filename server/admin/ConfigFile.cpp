#include "server/admin/ConfigFile.h"

#include "server/admin/AdminTexts.h"
#include "server/admin/ConfigKeys.h"

#include <QRegularExpression>
#include <QStringDecoder>

using namespace Qt::StringLiterals;

namespace sipenduduk {

namespace {

QString fullName(const QString &section, const QString &key)
{
    return section + u'.' + key;
}

bool hasControl(const QString &text)
{
    return std::ranges::any_of(text, [](QChar c) { return c.category() == QChar::Other_Control; });
}

} // namespace

ConfigFile ConfigFile::defaults()
{
    ConfigFile file;
    for (const ConfigKey &known : ConfigKeys::all()) {
        if (!known.key.isEmpty())
            file.m_values.insert(fullName(QString(known.section), QString(known.key)),
                                 {QString(known.preset), 0});
    }
    return file;
}

AdminResult<ConfigFile> ConfigFile::parse(const QByteArray &text, const QString &path)
{
    ConfigFile file = defaults();
    file.m_path = path;
    QStringDecoder decoder(QStringDecoder::Utf8);
    const QString decoded = decoder(text);
    if (decoder.hasError())
        return refuse(AdminTexts::tr("%1 is not UTF-8 text.").arg(path));
    QString section;
    int number = 0;
    for (const QString &line : decoded.split(u'\n')) {
        if (auto read = file.readLine(line.trimmed(), ++number, section); !read)
            return refuse(read.error());
    }
    return file;
}

AdminResult<> ConfigFile::readLine(const QString &line, int number, QString &section)
{
    static const QRegularExpression header(u"\\A\\[([a-z]+)\\]\\z"_s);
    static const QRegularExpression entry(u"\\A([a-z0-9.-]{1,64})\\s*=\\s*(.*)\\z"_s);
    if (line.isEmpty() || line.startsWith(u'#') || line.startsWith(u';'))
        return {};
    if (const auto match = header.match(line); match.hasMatch()) {
        section = match.captured(1);
        return {};
    }
    const auto match = entry.match(line);
    if (!match.hasMatch() || section.isEmpty() || hasControl(line))
        return refuse(
            AdminTexts::tr("%1, line %2: this is neither a [section] nor \"key = value\".")
                .arg(m_path)
                .arg(number));
    const QString key = fullName(section, match.captured(1));
    if (!ConfigKeys::find(section, match.captured(1)))
        return refuse(
            AdminTexts::tr("%1, line %2: there is no key %3.").arg(m_path).arg(number).arg(key));
    if (m_values.value(key).line > 0)
        return refuse(AdminTexts::tr("%1, line %2: the key %3 is there twice.")
                          .arg(m_path)
                          .arg(number)
                          .arg(key));
    m_values.insert(key, {match.captured(2), number});
    return {};
}

QStringList ConfigFile::keys(const QString &section) const
{
    QStringList names;
    const QString prefix = section + u'.';
    for (auto it = m_values.lowerBound(prefix);
         it != m_values.cend() && it.key().startsWith(prefix); ++it)
        names.append(it.key().sliced(prefix.size()));
    return names;
}

AdminResult<> ConfigFile::set(const QString &key, const QString &value)
{
    const qsizetype dot = key.indexOf(u'.');
    if (dot < 1 || dot == key.size() - 1 || !ConfigKeys::find(key.first(dot), key.sliced(dot + 1)))
        return refuse(AdminTexts::tr("There is no key %1.").arg(key));
    if (hasControl(value))
        return refuse(AdminTexts::tr("The value of %1 must be one line.").arg(key));
    m_values[key].text = value.trimmed();
    return {};
}

QByteArray ConfigFile::text() const
{
    QString text = u"# Konfigurasi kantor SIPENDUDUK. Setelah diubah, jalankan\n"
                   "#   sipenduduk-server doctor --dir DIREKTORI\n"
                   "# lalu mulai ulang layanan.\n"_s;
    QLatin1StringView section;
    for (const ConfigKey &known : ConfigKeys::all()) {
        if (known.section != section)
            text += u"\n[%1]\n"_s.arg(known.section);
        section = known.section;
        if (!known.meaning.isEmpty())
            text += u"# %1\n"_s.arg(known.meaning);
        const QString name = known.section;
        const QStringList names = known.key.isEmpty() ? keys(name) : QStringList{known.key};
        for (const QString &key : names)
            text += u"%1 = %2\n"_s.arg(key, value(fullName(name, key)));
    }
    return text.toUtf8();
}

QString ConfigFile::place(const QString &key) const
{
    const int line = m_values.value(key).line;
    return line > 0 ? AdminTexts::tr("%1, line %2, key %3: ").arg(m_path).arg(line).arg(key)
                    : AdminTexts::tr("Key %1: ").arg(key);
}

} // namespace sipenduduk
