#include "common/tte/sign/SignCommand.h"

#include "common/tte/DraftSigner.h"
#include "common/tte/ParafChain.h"
#include "common/tte/SignatureFonts.h"
#include "common/tte/TimestampClient.h"
#include "common/tte/sign/KeyOptions.h"
#include "common/tte/sign/SignWords.h"
#include "common/tte/sign/StampOptions.h"
#include "common/tte/sign/WholeFile.h"
#include "common/tte/verify/PdfSignatureVerifier.h"
#include "common/tte/verify/SignedDraftCheck.h"

#include <QCryptographicHash>
#include <QFile>
#include <QTextStream>

using namespace Qt::StringLiterals;

namespace sipenduduk {

namespace {

/// What the command line says, besides the key.
struct SignOptions
{
    QCommandLineOption level{u"level"_s,
                             u"Tingkat yang harus tercapai: b-b atau b-t. Bawaan: b-t bila "
                             "penanda waktu menjawab, kalau tidak b-b."_s,
                             u"TINGKAT"_s};
    StampOptions stamps;
    QCommandLineOption url{u"url"_s, u"Isi kode QR. Bawaan: sidik jari berkas."_s, u"URL"_s};
    QCommandLineOption title{u"title"_s, u"Baris jabatan di tampilan (boleh diulang)."_s,
                             u"TEKS"_s};
    QCommandLineOption name{u"name"_s, u"Nama di tampilan. Bawaan: pemilik sertifikat."_s,
                            u"TEKS"_s};
    QCommandLineOption nip{u"nip"_s, u"NIP di tampilan."_s, u"ANGKA"_s};
    QCommandLineOption force{u"force"_s, u"Mengganti berkas hasil yang sudah ada."_s};

    void addTo(QCommandLineParser &parser) const
    {
        parser.addOption(level);
        stamps.addTo(parser);
        parser.addOptions({url, title, name, nip, force});
    }
};

DraftSigningRequest requestFor(const QByteArray &draft, const SigningKey &key,
                               const QCommandLineParser &parser, const SignOptions &options)
{
    const QByteArray sha256 = QCryptographicHash::hash(draft, QCryptographicHash::Sha256);
    const QString name = parser.value(options.name);
    const QString url = parser.value(options.url);
    return {.draft = draft,
            .parafChain = ParafChain{sha256, {}}.toBytes().value_or(QByteArray()),
            .verificationUrl =
                url.isEmpty() ? u"urn:sha256:"_s + QString::fromLatin1(sha256.toHex()) : url,
            .text = {.titleLines = parser.values(options.title),
                     .name = name.isEmpty() ? key.certificate().subjectName : name,
                     .nip = parser.value(options.nip),
                     .isPractice = false},
            .signedAt = QDateTime::currentDateTimeUtc(),
            .reason = {},
            .place = {}};
}

/// The verifier shares no code with the signer: what it does not find intact is not written.
bool isIntact(const QByteArray &pdf)
{
    const PdfVerification report = PdfSignatureVerifier(TrustAnchors{}).verify(pdf);
    return report.findings.isEmpty() && !report.signatures.isEmpty()
        && report.signatures.last().isIntact && report.signatures.last().coversWholeFile;
}

int store(const QString &path, const QByteArray &draft, const SignedAppendix &made)
{
    if (!isIntact(draft + made.appendix))
        return complain(u"Tanda tangan yang dibuat tidak lolos pemeriksaan; tidak ada yang "
                        "disimpan."_s,
                        ExitRefused);
    if (const auto stored = storeWhole(path, {draft, made.appendix}); !stored)
        return complain(u"Hasil tidak dapat disimpan: %1."_s.arg(stored.error().detail),
                        ExitRefused);
    QTextStream(stdout) << path << u": PAdES "_s << (made.isStamped ? u"B-T"_s : u"B-B"_s)
                        << Qt::endl;
    return ExitDone;
}

int signFile(const KeyOptions &keys, const QCommandLineParser &parser, const SignOptions &options)
{
    const QString input = parser.positionalArguments().at(0);
    const auto draft = wholeFileOf(input, PdfSignatureVerifier::MaxFileSize);
    if (!draft)
        return complain(u"Berkas tidak dapat dibaca atau terlalu besar: %1."_s.arg(input),
                        ExitRefused);
    if (const auto signable = checkDraftSignable(*draft); !signable)
        return complain(signProblem(signable.error()), ExitRefused);
    const auto settings = options.stamps.settings(parser);
    if (!settings)
        return complain(
            u"Sertifikat akar penanda waktu tidak dapat dibaca: %1."_s.arg(settings.error().detail),
            ExitRefused);
    const auto key = keys.open(parser);
    if (!key)
        return complain(signProblem(key.error()), ExitRefused);
    SignatureLook look(signatureFontFamily());
    TimestampClient stamps(*settings);
    DraftSigner signer(**key, look, settings->authorities.isEmpty() ? nullptr : &stamps);
    const auto made = signer.signDraft(requestFor(*draft, **key, parser, options));
    if (!made)
        return complain(signProblem(made.error()), ExitRefused);
    const bool mustBeStamped = parser.value(options.level) == "b-t"_L1;
    if (const auto &problem = made->stampError; problem)
        complain(u"Tanpa tanda waktu: %1."_s.arg(stampProblem(*problem)), ExitRefused);
    if (mustBeStamped && !made->isStamped)
        return complain(u"Tingkat B-T tidak tercapai; tidak ada yang disimpan."_s, ExitRefused);
    return store(parser.positionalArguments().at(1), *draft, *made);
}

} // namespace

int signCommand(const QStringList &arguments)
{
    const KeyOptions keys;
    const SignOptions options;
    QCommandLineParser parser;
    parser.setApplicationDescription(u"Menandatangani satu PDF."_s);
    const QCommandLineOption help = parser.addHelpOption();
    keys.addTo(parser);
    options.addTo(parser);
    parser.addPositionalArgument(u"PDF"_s, u"Berkas yang ditandatangani."_s);
    parser.addPositionalArgument(u"HASIL"_s, u"Berkas hasil."_s);
    if (!parser.parse(arguments))
        return complain(parser.errorText(), ExitWrongCall);
    if (parser.isSet(help)) {
        QTextStream(stdout) << parser.helpText() << Qt::flush;
        return ExitDone;
    }
    const QString level = parser.value(options.level);
    if (!keys.areGood(parser) || parser.positionalArguments().size() != 2
        || (!level.isEmpty() && level != "b-b"_L1 && level != "b-t"_L1)
        || (level == "b-b"_L1 && options.stamps.areSet(parser)))
        return complain(u"Cara pakai: sipenduduk-sign sign (--p12 BERKAS | --module BERKAS) "
                        "[--tsa URL --tsa-root PEM] PDF HASIL"_s,
                        ExitWrongCall);
    if (QFile::exists(parser.positionalArguments().at(1)) && !parser.isSet(options.force))
        return complain(u"%1 sudah ada; pakai --force untuk menggantinya."_s.arg(
                            parser.positionalArguments().at(1)),
                        ExitWrongCall);
    return signFile(keys, parser, options);
}

} // namespace sipenduduk
