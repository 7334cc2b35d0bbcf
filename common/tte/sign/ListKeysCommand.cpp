#include "common/tte/sign/ListKeysCommand.h"

#include "common/tte/sign/KeyOptions.h"
#include "common/tte/sign/SignWords.h"

#include <QTextStream>

using namespace Qt::StringLiterals;

namespace sipenduduk {

namespace {

QString pinTriesText(PinTries tries)
{
    switch (tries) {
    case PinTries::Enough: return u"cukup"_s;
    case PinTries::Low: return u"tinggal sedikit"_s;
    case PinTries::LastOne: return u"tinggal satu kali"_s;
    case PinTries::Locked: return u"terkunci"_s;
    }
    return {};
}

QString keyText(const CertificateInfo &certificate)
{
    switch (certificate.keyKind) {
    case KeyKind::Rsa: return u"RSA-%1"_s.arg(certificate.keyBits);
    case KeyKind::EcP256: return u"EC P-256"_s;
    case KeyKind::EcP384: return u"EC P-384"_s;
    case KeyKind::Other: return u"jenis lain"_s;
    }
    return {};
}

void printCertificate(const CertificateInfo &certificate)
{
    const auto fit = checkFitForTte(certificate, QDateTime::currentDateTimeUtc());
    QTextStream(stdout) << u"  Pemilik      : "_s << certificate.subjectName
                        << u"\n  Penerbit     : "_s << certificate.issuerName
                        << u"\n  Berlaku      : "_s
                        << certificate.notBefore.toLocalTime().toString(u"yyyy-MM-dd HH:mm"_s)
                        << u" sampai "_s
                        << certificate.notAfter.toLocalTime().toString(u"yyyy-MM-dd HH:mm"_s)
                        << u"\n  Kunci        : "_s << keyText(certificate)
                        << u"\n  Sidik SHA-256: "_s
                        << QString::fromLatin1(certificate.fingerprintSha256.toHex(':').toUpper())
                        << u"\n  Untuk TTE    : "_s
                        << (fit ? u"ya"_s : u"tidak. "_s + signProblem(fit.error())) << Qt::endl;
}

int listFile(const KeyOptions &options, const QCommandLineParser &parser)
{
    const auto key = options.open(parser);
    if (!key)
        return complain(signProblem(key.error()), ExitRefused);
    QTextStream(stdout) << u"Berkas kunci: "_s << options.file(parser) << Qt::endl;
    printCertificate((*key)->certificate());
    return ExitDone;
}

int listTokens(const QString &path)
{
    const auto module = Pkcs11Module::load(path);
    const auto tokens = module ? (*module)->tokens() : std::unexpected(module.error());
    if (!tokens)
        return complain(signProblem(tokens.error()), ExitRefused);
    QTextStream out(stdout);
    if (tokens->isEmpty())
        out << u"Tidak ada token yang terlihat."_s << Qt::endl;
    for (const Token &token : *tokens) {
        out << u"Token: "_s << token.label << u" (nomor seri "_s << token.serial << u", "_s
            << token.manufacturer << u"), kesempatan PIN: "_s << pinTriesText(token.pinTries)
            << (token.hasPinPad ? u", PIN diketik di pembaca"_s : QString()) << Qt::endl;
        for (const TokenIdentity &identity : token.identities) {
            out << u"  --id         : "_s << QString::fromLatin1(identity.id.toHex()) << Qt::endl;
            printCertificate(identity.certificate);
        }
    }
    return ExitDone;
}

} // namespace

int listKeysCommand(const QStringList &arguments)
{
    const KeyOptions options;
    QCommandLineParser parser;
    parser.setApplicationDescription(u"Menampilkan kunci di berkas atau di token."_s);
    const QCommandLineOption help = parser.addHelpOption();
    options.addTo(parser);
    if (!parser.parse(arguments))
        return complain(parser.errorText(), ExitWrongCall);
    if (parser.isSet(help)) {
        QTextStream(stdout) << parser.helpText() << Qt::flush;
        return ExitDone;
    }
    if (!options.areGood(parser) || !parser.positionalArguments().isEmpty())
        return complain(u"Cara pakai: sipenduduk-sign list-keys (--p12 BERKAS | --module BERKAS)"_s,
                        ExitWrongCall);
    return options.module(parser).isEmpty() ? listFile(options, parser)
                                            : listTokens(options.module(parser));
}

} // namespace sipenduduk
