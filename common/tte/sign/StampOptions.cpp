#include "common/tte/sign/StampOptions.h"

#include "common/tte/sign/WholeFile.h"
#include "common/tte/verify/TrustAnchors.h"

using namespace Qt::StringLiterals;

namespace sipenduduk {

namespace {

constexpr qint64 MaxRootFile = 1024 * 1024; ///< bytes

} // namespace

StampOptions::StampOptions()
    : m_address(u"tsa"_s, u"Alamat penanda waktu RFC 3161 (boleh diulang)."_s, u"URL"_s)
    , m_policy(u"tsa-policy"_s, u"Kebijakan yang diminta darinya."_s, u"OID"_s)
    , m_root(u"tsa-root"_s, u"Sertifikat akar penanda waktu (boleh diulang)."_s, u"PEM"_s)
{
}

void StampOptions::addTo(QCommandLineParser &parser) const
{
    parser.addOptions({m_address, m_policy, m_root});
}

bool StampOptions::areSet(const QCommandLineParser &parser) const
{
    return parser.isSet(m_address);
}

Result<TimestampSettings> StampOptions::settings(const QCommandLineParser &parser) const
{
    TimestampSettings settings;
    const QStringList addresses = parser.values(m_address);
    for (const QString &address : addresses)
        settings.authorities.append({QUrl(address), parser.value(m_policy)});
    const QStringList roots = parser.values(m_root);
    for (const QString &path : roots) {
        const auto bytes = wholeFileOf(path, MaxRootFile);
        const auto anchors =
            bytes ? TrustAnchors::fromBytes(*bytes) : std::unexpected(bytes.error());
        if (!anchors)
            return std::unexpected(anchors.error());
        settings.roots += anchors->roots;
    }
    return settings;
}

} // namespace sipenduduk
