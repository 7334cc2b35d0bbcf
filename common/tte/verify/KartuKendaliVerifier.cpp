#include "common/tte/verify/KartuKendaliVerifier.h"

#include "common/tte/verify/CanonicalScanner.h"
#include "common/tte/verify/SealCheck.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTimeZone>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sipenduduk {

namespace {

const QStringList HeaderKeys{u"exportedAt"_s,   u"format"_s, u"head"_s,  u"layanan"_s,
                             u"layananTitle"_s, u"number"_s, u"office"_s};

/// Judges one export; the first part that is broken ends it.
class ExportJudge
{
public:
    explicit ExportJudge(const QByteArray &bytes)
        : m_bytes(bytes)
        , m_scanner(bytes)
    {
    }

    KartuKendaliVerification judge(const TrustAnchors &anchors, const QDateTime &at)
    {
        if (parse() && checkShape() && checkLines() && checkHead())
            checkSignature(anchors, at);
        if (!m_result.isIntact()) { // nothing of a broken export is handed out as if it were good
            m_result.header = {};
            m_result.lines.clear();
        }
        return std::move(m_result);
    }

private:
    bool broken(ExportPart part, ErrorCode code, const QString &detail, qsizetype line = 0)
    {
        m_result.broken = part;
        m_result.code = code;
        m_result.detail = detail;
        m_result.line = line;
        return false;
    }

    bool parse()
    {
        if (m_bytes.size() > KartuKendaliExport::MaxSize)
            return broken(ExportPart::Header, ErrorCode::TooLarge, u"export"_s);
        if (!m_scanner.scan())
            return brokenAtScanner();
        m_object = QJsonDocument::fromJson(m_bytes).object();
        return true;
    }

    bool brokenAtScanner()
    {
        const QString detail = u"not canonical at byte %1"_s.arg(m_scanner.offset());
        if (m_scanner.member() == "signature"_L1)
            return broken(ExportPart::Signature, ErrorCode::Malformed, detail);
        if (m_scanner.member() != "lines"_L1)
            return broken(ExportPart::Header, ErrorCode::Malformed, detail);
        // Between two lines it is the border of the one before that broke.
        const qsizetype line = m_scanner.isInElement()
            ? m_scanner.elements() + 1
            : std::max(m_scanner.elements(), qsizetype(1));
        return broken(ExportPart::Line, ErrorCode::Malformed, detail, line);
    }

    bool checkShape()
    {
        const bool hasStrings = std::ranges::all_of(
            HeaderKeys, [this](const QString &key) { return m_object.value(key).isString(); });
        if (!hasStrings || !m_object.value("lines"_L1).isArray()
            || m_object.value("format"_L1).toString()
                != QLatin1StringView(KartuKendaliExport::Format)
            || m_object.value("version"_L1).toInteger() != KartuKendaliExport::Version)
            return broken(ExportPart::Header, ErrorCode::Malformed, u"members of the header"_s);
        if (!m_object.value("signature"_L1).isObject())
            return broken(ExportPart::Signature, ErrorCode::Untrusted, u"no signature"_s);
        if (m_object.size() != HeaderKeys.size() + 3)
            return broken(ExportPart::Header, ErrorCode::Malformed, u"unknown member"_s);
        readHeader();
        return true;
    }

    void readHeader()
    {
        KartuKendaliHeader &header = m_result.header;
        header.number = m_object.value("number"_L1).toString();
        header.layanan = m_object.value("layanan"_L1).toString();
        header.layananTitle = m_object.value("layananTitle"_L1).toString();
        header.office = m_object.value("office"_L1).toString();
        header.exportedAt = QDateTime::fromString(m_object.value("exportedAt"_L1).toString(),
                                                  u"yyyy-MM-dd'T'HH:mm:ss.zzz'Z'"_s);
        header.exportedAt.setTimeZone(QTimeZone::UTC);
    }

    bool checkLines()
    {
        const QJsonArray array = m_object.value("lines"_L1).toArray();
        m_head = KartuKendali::chainStart(m_result.header.number, m_result.header.layanan);
        for (qsizetype i = 0; i < array.size(); ++i) {
            if (!checkLine(array.at(i).toObject(), i + 1))
                return false;
        }
        return true;
    }

    bool checkLine(const QJsonObject &object, qsizetype number)
    {
        const auto line = KartuKendali::fromJson(object);
        if (!line || KartuKendali::toJson(*line) != object)
            return broken(ExportPart::Line, ErrorCode::Malformed, u"members of the line"_s, number);
        if (line->hash != KartuKendali::lineHash(*line))
            return broken(ExportPart::Line, ErrorCode::Tampered, u"hash of the line"_s, number);
        // The hash covers the link: a good first line with a wrong start speaks of another header.
        if (line->previousHash != m_head && number == 1)
            return broken(ExportPart::Header, ErrorCode::Tampered, u"number or service"_s);
        if (line->previousHash != m_head || line->seq != number)
            return broken(ExportPart::Line, ErrorCode::Tampered, u"link or number"_s, number);
        m_head = line->hash;
        m_result.lines.append(*line);
        return true;
    }

    bool checkHead()
    {
        if (m_object.value("head"_L1).toString().toLatin1() != m_head.toHex())
            return broken(ExportPart::Header, ErrorCode::Tampered, u"head of the chain"_s);
        return true;
    }

    void checkSignature(const TrustAnchors &anchors, const QDateTime &at)
    {
        const SealOutcome seal = checkSeal(m_object.value("signature"_L1).toObject(),
                                           contentWithoutSignature(), anchors, at);
        if (seal.state == SealState::Good) {
            m_result.broken = ExportPart::None;
            m_result.signer = seal.signer;
        } else if (seal.state == SealState::ContentChanged) {
            broken(ExportPart::Header, seal.code, seal.detail);
        } else {
            broken(ExportPart::Signature, seal.code, seal.detail);
        }
    }

    /// The canonical bytes as they were before the seal was put in. "version" follows always.
    [[nodiscard]] QByteArray contentWithoutSignature() const
    {
        const QByteArrayView member = m_scanner.signatureMember();
        QByteArray content = m_bytes;
        content.remove(member.data() - m_bytes.constData(), member.size() + 1);
        return content;
    }

    const QByteArray &m_bytes;
    CanonicalScanner m_scanner;
    QJsonObject m_object;
    QByteArray m_head;
    KartuKendaliVerification m_result;
};

} // namespace

KartuKendaliVerification verifyKartuKendali(const QByteArray &bytes, const TrustAnchors &anchors,
                                            const QDateTime &at)
{
    return ExportJudge(bytes).judge(anchors, at.isValid() ? at : QDateTime::currentDateTimeUtc());
}

} // namespace sipenduduk
