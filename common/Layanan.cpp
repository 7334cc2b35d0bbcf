#include "common/Layanan.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sipenduduk {

namespace {

template <typename T>
const T *findByCode(const QList<T> &list, QStringView code, QString T::*member)
{
    const auto found =
        std::ranges::find_if(list, [&](const T &item) { return item.*member == code; });
    return found == list.cend() ? nullptr : &*found;
}

} // namespace

const Isian *Layanan::field(QStringView fieldCode) const
{
    return findByCode(fields, fieldCode, &Isian::code);
}

const Syarat *Layanan::requirement(QStringView requirementCode) const
{
    return findByCode(requirements, requirementCode, &Syarat::code);
}

const Keluaran *Layanan::outputOf(QStringView dokumenCode) const
{
    return findByCode(outputs, dokumenCode, &Keluaran::dokumen);
}

QString Layanan::legalText() const
{
    QStringList parts;
    for (const DasarHukum &basis : legalBasis) {
        const bool showsArticle = basis.isSourced && !basis.article.isEmpty();
        const QString part =
            showsArticle ? u"%1 Pasal %2"_s.arg(basis.law, basis.article) : basis.law;
        // A law whose uncertain article was left out says nothing new beside its certain one.
        const bool isKnown = std::ranges::any_of(parts, [&](const QString &known) {
            return known == part || known.startsWith(part + u' ');
        });
        if (!isKnown)
            parts << part;
    }
    return parts.join(u"; "_s);
}

} // namespace sipenduduk
