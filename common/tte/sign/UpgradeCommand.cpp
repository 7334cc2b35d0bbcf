#include "common/tte/sign/UpgradeCommand.h"

#include "common/tte/sign/KeyOptions.h"
#include "common/tte/sign/SignWords.h"
#include "common/tte/sign/StampOptions.h"
#include "common/tte/sign/WholeFile.h"
#include "common/tte/upgrade/RevocationClient.h"
#include "common/tte/upgrade/SignatureUpgrader.h"
#include "common/tte/verify/PdfSignatureVerifier.h"

#include <QFile>
#include <QTextStream>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sipenduduk {

namespace {

constexpr qint64 MaxAnchorFile = 1024 * 1024; ///< bytes

struct UpgradeOptions
{
    QCommandLineOption level{u"level"_s,
                             u"Tingkat yang harus tercapai: b-lt atau b-lta. Bawaan: b-lta."_s,
                             u"TINGKAT"_s, u"b-lta"_s};
    StampOptions stamps;
    QCommandLineOption anchor{
        u"anchor"_s, u"Sertifikat akar penanda tangan, boleh dengan penerbit (boleh diulang)."_s,
        u"PEM"_s};
    QCommandLineOption force{u"force"_s, u"Mengganti berkas hasil yang sudah ada."_s};

    void addTo(QCommandLineParser &parser) const
    {
        parser.addOption(level);
        stamps.addTo(parser);
        parser.addOptions({anchor, force});
    }
};

/// Whom signers, time stamp authorities and responders must lead to.
Result<TrustAnchors> anchorsFrom(const QStringList &paths, const QList<QByteArray> &stampRoots)
{
    TrustAnchors all;
    for (const QString &path : paths) {
        const auto bytes = wholeFileOf(path, MaxAnchorFile);
        const auto anchors =
            bytes ? TrustAnchors::fromBytes(*bytes) : std::unexpected(bytes.error());
        if (!anchors)
            return anchors;
        all.roots += anchors->roots;
        all.intermediates += anchors->intermediates;
    }
    for (const QByteArray &root : stampRoots) {
        if (!all.roots.contains(root))
            all.roots.append(root);
    }
    return all;
}

QString levelName(UpgradeLevel level)
{
    switch (level) {
    case UpgradeLevel::BB: return u"B-B"_s;
    case UpgradeLevel::BT: return u"B-T"_s;
    case UpgradeLevel::BLT: return u"B-LT"_s;
    case UpgradeLevel::BLTA: return u"B-LTA"_s;
    }
    return {};
}

/// The verifier shares no code with the writer: what it does not call good is not written.
bool isGoodAt(UpgradeLevel level, const QByteArray &pdf, const TrustAnchors &anchors)
{
    const PdfVerification report = PdfSignatureVerifier(anchors).verify(pdf);
    return report.verdict == SignatureVerdict::Sah
        && std::ranges::all_of(report.signatures, [level](const VerifiedSignature &signature) {
               return signature.isDocumentTimestamp || int(signature.level) >= int(level);
           });
}

int upgradeFile(const QCommandLineParser &parser, const UpgradeOptions &options)
{
    const QString input = parser.positionalArguments().at(0);
    const QString output = parser.positionalArguments().at(1);
    const auto pdf = wholeFileOf(input, PdfSignatureVerifier::MaxFileSize);
    if (!pdf)
        return complain(u"Berkas tidak dapat dibaca atau terlalu besar: %1."_s.arg(input),
                        ExitRefused);
    const auto settings = options.stamps.settings(parser);
    const auto anchors = settings ? anchorsFrom(parser.values(options.anchor), settings->roots)
                                  : std::unexpected(settings.error());
    if (!anchors)
        return complain(u"Sertifikat akar tidak dapat dibaca: %1."_s.arg(anchors.error().detail),
                        ExitRefused);
    const UpgradeLevel wanted =
        parser.value(options.level) == "b-lt"_L1 ? UpgradeLevel::BLT : UpgradeLevel::BLTA;
    TimestampClient stamps(*settings);
    RevocationClient revocations(
        {.roots = anchors->roots, .intermediates = anchors->intermediates});
    const auto made = SignatureUpgrader(stamps, revocations)
                          .upgrade(*pdf, wanted, QDateTime::currentDateTimeUtc());
    if (!made)
        return complain(upgradeProblem(made.error()), ExitRefused);
    if (const auto &obstacle = made->obstacle; obstacle) {
        const bool isStamp = made->level != UpgradeLevel::BT;
        return complain(u"Hanya tingkat %1 yang tercapai; tidak ada yang disimpan: %2."_s.arg(
                            levelName(made->level),
                            isStamp ? stampProblem(*obstacle) : revocationProblem(*obstacle)),
                        ExitRefused);
    }
    if (!isGoodAt(wanted, *pdf + made->appendix, *anchors))
        return complain(u"Hasilnya tidak lolos pemeriksaan; tidak ada yang disimpan."_s,
                        ExitRefused);
    if (const auto stored = storeWhole(output, {*pdf, made->appendix}); !stored)
        return complain(u"Hasil tidak dapat disimpan: %1."_s.arg(stored.error().detail),
                        ExitRefused);
    QTextStream(stdout) << output << u": PAdES "_s << levelName(made->level) << Qt::endl;
    return ExitDone;
}

} // namespace

int upgradeCommand(const QStringList &arguments)
{
    const UpgradeOptions options;
    QCommandLineParser parser;
    parser.setApplicationDescription(
        u"Menambahkan data pencabutan dan tanda waktu pada PDF yang sudah bertanda tangan, "
        "sehingga tetap dapat diperiksa bertahun-tahun kemudian. Bagian yang sudah ada tidak "
        "berubah. Pada berkas B-LTA perintah ini memperbarui tanda waktunya."_s);
    const QCommandLineOption help = parser.addHelpOption();
    options.addTo(parser);
    parser.addPositionalArgument(u"PDF"_s, u"Berkas yang sudah bertanda tangan."_s);
    parser.addPositionalArgument(u"HASIL"_s, u"Berkas hasil."_s);
    if (!parser.parse(arguments))
        return complain(parser.errorText(), ExitWrongCall);
    if (parser.isSet(help)) {
        QTextStream(stdout) << parser.helpText() << Qt::flush;
        return ExitDone;
    }
    const QString level = parser.value(options.level);
    if (parser.positionalArguments().size() != 2 || !parser.isSet(options.anchor)
        || (level != "b-lt"_L1 && level != "b-lta"_L1))
        return complain(u"Cara pakai: sipenduduk-sign upgrade --anchor PEM [--level b-lt|b-lta] "
                        "[--tsa URL --tsa-root PEM] PDF HASIL"_s,
                        ExitWrongCall);
    if (QFile::exists(parser.positionalArguments().at(1)) && !parser.isSet(options.force))
        return complain(u"%1 sudah ada; pakai --force untuk menggantinya."_s.arg(
                            parser.positionalArguments().at(1)),
                        ExitWrongCall);
    return upgradeFile(parser, options);
}

} // namespace sipenduduk
