#include "common/tte/verify/PdfSignatureVerifier.h"
#include "common/tte/verify/ReportText.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QFile>
#include <QTextStream>
#include <QTimeZone>

using namespace Qt::StringLiterals;
using namespace sipenduduk;

namespace {

constexpr int ExitGood = 0;
constexpr int ExitNotGood = 1;
constexpr int ExitUnusable = 2; ///< wrong call, or a file that cannot be read

int unusable(const QString &sentence)
{
    QTextStream(stderr) << sentence << Qt::endl;
    return ExitUnusable;
}

/// The whole file, at most `limit` bytes; nothing when it cannot be read or is larger.
std::optional<QByteArray> wholeFile(const QString &path, qint64 limit)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly) || file.size() > limit)
        return std::nullopt;
    QByteArray bytes = file.read(limit + 1);
    if (file.error() != QFileDevice::NoError || bytes.size() > limit)
        return std::nullopt;
    return bytes;
}

/// A PDF stays one for us when its first bytes are damaged.
bool looksLikePdf(const QByteArray &bytes)
{
    return bytes.startsWith("%PDF-")
        || bytes.last(std::min<qsizetype>(bytes.size(), 64)).contains("EOF");
}

Result<TrustAnchors> readAnchors(const QStringList &paths)
{
    constexpr qint64 MaxAnchorSize = 1024 * 1024;
    TrustAnchors all;
    for (const QString &path : paths) {
        const auto bytes = wholeFile(path, MaxAnchorSize);
        const auto anchors =
            bytes ? TrustAnchors::fromBytes(*bytes) : fail(ErrorCode::NotFound, u"anchor"_s);
        if (!anchors)
            return anchors;
        all.roots += anchors->roots;
        all.intermediates += anchors->intermediates;
    }
    return all;
}

int judge(const QByteArray &bytes, const TrustAnchors &anchors, const QDateTime &at)
{
    QTextStream out(stdout);
    if (looksLikePdf(bytes)) {
        const PdfVerification report = PdfSignatureVerifier(anchors).verify(bytes, at);
        out << reportText(report) << Qt::flush;
        return report.verdict == SignatureVerdict::Sah ? ExitGood : ExitNotGood;
    }
    const KartuKendaliVerification report = verifyKartuKendali(bytes, anchors, at);
    out << reportText(report) << Qt::flush;
    return report.isIntact() ? ExitGood : ExitNotGood;
}

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(u"sipenduduk-verify"_s);
    QCommandLineParser parser;
    parser.setApplicationDescription(
        u"Memeriksa PDF bertanda tangan elektronik atau ekspor kartu kendali.\n"
        "Keluar dengan 0 bila sah, 1 bila tidak, 2 bila tidak dapat diperiksa."_s);
    const QCommandLineOption help({u"h"_s, u"help"_s}, u"Menampilkan bantuan ini."_s);
    const QCommandLineOption anchor(u"anchor"_s,
                                    u"Sertifikat akar yang dipercaya (boleh diulang)."_s, u"PEM"_s);
    const QCommandLineOption atOption(u"at"_s, u"Waktu pemeriksaan (UTC); bawaan: sekarang."_s,
                                      u"YYYY-MM-DDTHH:MM:SS"_s);
    parser.addOptions({help, anchor, atOption});
    parser.addPositionalArgument(u"FILE"_s, u"Berkas yang diperiksa (PDF atau JSON)."_s);
    if (!parser.parse(QCoreApplication::arguments()))
        return unusable(parser.errorText());
    if (parser.isSet(help)) {
        QTextStream(stdout) << parser.helpText() << Qt::flush;
        return ExitGood;
    }
    const QStringList files = parser.positionalArguments();
    QDateTime at = QDateTime::fromString(parser.value(atOption), Qt::ISODate);
    at.setTimeZone(QTimeZone::UTC);
    if (files.size() != 1 || !parser.isSet(anchor) || parser.isSet(atOption) != at.isValid())
        return unusable(u"Cara pakai: sipenduduk-verify --anchor PEM FILE"_s);
    const auto anchors = readAnchors(parser.values(anchor));
    if (!anchors)
        return unusable(u"Sertifikat akar tidak dapat dibaca."_s);
    const auto bytes = wholeFile(files.first(), PdfSignatureVerifier::MaxFileSize);
    if (!bytes)
        return unusable(u"Berkas tidak dapat dibaca atau terlalu besar."_s);
    return judge(*bytes, *anchors, at);
}
