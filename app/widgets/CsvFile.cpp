#include "app/widgets/CsvFile.h"

#include <QSaveFile>

using namespace Qt::StringLiterals;

namespace sipenduduk {

namespace {

QString quotedCell(QString cell)
{
    if (!cell.isEmpty() && u"=+-@\t"_s.contains(cell.front()))
        cell.prepend(u'\'');
    return u'"' + cell.replace(u'"', u"\"\""_s) + u'"';
}

} // namespace

bool writeCsv(const QString &path, const QList<QStringList> &rows)
{
    QByteArray bytes = "\xef\xbb\xbf";
    for (const QStringList &row : rows) {
        QStringList cells;
        for (const QString &cell : row)
            cells.append(quotedCell(cell));
        bytes += cells.join(u',').toUtf8() + "\r\n";
    }
    QSaveFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.commit();
}

} // namespace sipenduduk
