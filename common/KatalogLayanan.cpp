#include "common/KatalogLayanan.h"

#include "common/KatalogParser.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sipenduduk {

namespace {

template <typename T>
const T *itemOfCode(const QList<T> &list, QStringView code)
{
    const auto found = std::ranges::find_if(list, [&](const T &item) { return item.code == code; });
    return found == list.cend() ? nullptr : &*found;
}

} // namespace

Result<KatalogLayanan> KatalogLayanan::parse(QByteArrayView jsonLines)
{
    if (jsonLines.size() > MaxKatalogSize)
        return fail(ErrorCode::TooLarge,
                    u"the catalogue is larger than %1 bytes"_s.arg(MaxKatalogSize));
    return KatalogParser().parse(jsonLines);
}

const Layanan *KatalogLayanan::layanan(QStringView code) const
{
    return itemOfCode(m_layananList, code);
}

const JenisDokumen *KatalogLayanan::dokumen(QStringView code) const
{
    return itemOfCode(m_dokumenList, code);
}

const Seksi *KatalogLayanan::seksi(QStringView code) const
{
    return itemOfCode(m_seksiList, code);
}

const Bidang *KatalogLayanan::bidang(QStringView code) const
{
    return itemOfCode(m_bidangList, code);
}

QList<Pilihan> KatalogLayanan::codeList(const QString &code) const
{
    return m_codeLists.value(code);
}

} // namespace sipenduduk
