#include "tests/bench/SignBench.h"

#include "common/tte/DraftSigner.h"
#include "common/tte/ParafChain.h"
#include "common/tte/SoftKey.h"
#include "common/tte/TteRuntime.h"
#include "common/tte/seal/PracticePki.h"
#include "common/tte/verify/PdfSignatureVerifier.h"
#include "common/tte/x509/OpenSsl.h"

#include <openssl/ec.h>
#include <openssl/rsa.h>

#include <QBuffer>
#include <QCryptographicHash>
#include <QElapsedTimer>
#include <QFile>
#include <QFont>
#include <QGuiApplication>
#include <QImage>
#include <QPageSize>
#include <QPainter>
#include <QPdfWriter>
#include <QProcess>
#include <QRandomGenerator>
#include <QRegularExpression>
#include <QTemporaryDir>

#include <ctime>

using namespace Qt::StringLiterals;

namespace sipenduduk {

namespace {

constexpr char BenchPassphrase[] = "bench";
constexpr int BatchSize = 200;
constexpr int PictureSide = 352; // noise that does not compress: a draft of about 190 KB

/// Time that this thread has computed, in milliseconds: what other programs took meanwhile would
/// fall on ours and on the limit by chance.
double computedMs()
{
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return double(now.tv_sec) * 1e3 + double(now.tv_nsec) / 1e6;
}

/// A one-page document of about 190 KB, as a certificate with an emblem is.
QByteArray benchDraft()
{
    QImage picture(PictureSide, PictureSide, QImage::Format_Grayscale8);
    QRandomGenerator random(1);
    for (int y = 0; y < PictureSide; ++y) {
        for (int x = 0; x < PictureSide; ++x)
            picture.scanLine(y)[x] = uchar(random.generate());
    }
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setPageSize(QPageSize(QPageSize::A4));
    QPainter painter(&writer);
    painter.setRenderHint(QPainter::LosslessImageRendering);
    painter.drawText(600, 600, u"Kutipan Akta Kelahiran – SPESIMEN"_s);
    painter.drawImage(QRect(600, 1200, 6000, 6000), picture);
    painter.end();
    return buffer.data();
}

template <typename T>
T needed(Result<T> result, const char *what)
{
    if (!result)
        qFatal("bench: %s: %s", what, qPrintable(result.error().detail));
    return std::move(*result);
}

/// SHA-256 over the draft and one private operation: nobody can sign with less.
QByteArray signLikeTheLimit(EVP_PKEY *key, const QByteArray &draft)
{
    const ossl::DigestContext context(EVP_MD_CTX_new());
    QByteArray value(512, Qt::Uninitialized);
    size_t size = size_t(value.size());
    if (EVP_DigestSignInit(context.get(), nullptr, EVP_sha256(), nullptr, key) != 1
        || EVP_DigestSign(context.get(), reinterpret_cast<unsigned char *>(value.data()), &size,
                          reinterpret_cast<const unsigned char *>(draft.constData()),
                          size_t(draft.size()))
            != 1)
        qFatal("bench: the limit could not sign");
    value.truncate(qsizetype(size));
    return value;
}

void verifyLikeTheLimit(EVP_PKEY *key, const QByteArray &draft, const QByteArray &value)
{
    const ossl::DigestContext context(EVP_MD_CTX_new());
    if (EVP_DigestVerifyInit(context.get(), nullptr, EVP_sha256(), nullptr, key) != 1
        || EVP_DigestVerify(
               context.get(), reinterpret_cast<const unsigned char *>(value.constData()),
               size_t(value.size()), reinterpret_cast<const unsigned char *>(draft.constData()),
               size_t(draft.size()))
            != 1)
        qFatal("bench: the limit could not verify");
}

/// A Kadin with a soft key, and the authority behind him.
struct BenchSigner
{
    explicit BenchSigner(bool isEc)
        : pki(needed(PracticePki::create(u"Akar Bench"_s, now), "authority"))
        , identity(needed(pki.issue({.commonName = u"Kepala Dinas Bench"_s,
                                     .notBefore = now.addDays(-1),
                                     .notAfter = now.addDays(1),
                                     .isForSigning = true,
                                     .isEc = isEc},
                                    BenchPassphrase),
                          "identity"))
        , limitKey(isEc ? EVP_EC_gen("P-256") : EVP_RSA_gen(2048))
    {
        QByteArray passphrase(BenchPassphrase);
        key = needed(openPkcs12(identity.pkcs12, Pin::take(passphrase), now), "key");
    }

    const QDateTime now = QDateTime::currentDateTimeUtc();
    PracticePki pki;
    PracticeIdentity identity;
    ossl::Key limitKey;
    std::unique_ptr<SigningKey> key;
};

DraftSigningRequest benchRequest(const QDateTime &now)
{
    DraftSigningRequest request;
    request.draft = benchDraft();
    const ParafChain chain{QCryptographicHash::hash(request.draft, QCryptographicHash::Sha256),
                           {{u"kasi"_s, now}, {u"kabid"_s, now}}};
    request.parafChain = needed(chain.toBytes(), "paraf chain");
    request.text = {{u"KEPALA DINAS KEPENDUDUKAN DAN PENCATATAN SIPIL"_s, u"KOTA PEKANBARU"_s},
                    u"Nama Kepala Dinas, M.Si."_s,
                    u"197001011995032001"_s,
                    false};
    request.signedAt = now;
    return request;
}

/// An address as long as those of an office, another one for each.
QString benchUrl(int number)
{
    return u"https://dukcapil.example.id/v/%1QmX2d9KfW3bT8n"_s.arg(number, 8, 10, QChar(u'0'));
}

/// A batch takes turns with the limit in the same thread; computing time of both.
BenchRow measureBatch(const QString &name, bool isEc)
{
    BenchSigner bench(isEc);
    DraftSigningRequest request = benchRequest(bench.now);
    SignatureLook look(QGuiApplication::font().family());
    DraftSigner signer(*bench.key, look);
    double ours = 0;
    double limit = 0;
    for (int i = 0; i < BatchSize; ++i) {
        double start = computedMs();
        (void)signLikeTheLimit(bench.limitKey.get(), request.draft);
        limit += computedMs() - start;
        request.verificationUrl = benchUrl(i);
        start = computedMs();
        (void)needed(signer.signDraft(request), "signing");
        ours += computedMs() - start;
    }
    return {name, ours / BatchSize, limit / BatchSize, u"ms"_s, ours / limit};
}

/// The first signature of a sitting: nothing of its look is drawn yet.
BenchRow measureOne()
{
    constexpr int Sittings = 20;
    BenchSigner bench(false);
    DraftSigningRequest request = benchRequest(bench.now);
    double ours = 0;
    double limit = 0;
    for (int i = 0; i < Sittings; ++i) {
        double start = computedMs();
        (void)signLikeTheLimit(bench.limitKey.get(), request.draft);
        limit += computedMs() - start;
        request.verificationUrl = benchUrl(i);
        start = computedMs();
        SignatureLook look(QGuiApplication::font().family());
        DraftSigner signer(*bench.key, look);
        (void)needed(signer.signDraft(request), "signing");
        ours += computedMs() - start;
    }
    return {u"sign_one_vs_limit"_s, ours / Sittings, limit / Sittings, u"ms"_s, ours / limit};
}

BenchRow measureVerify()
{
    constexpr int Times = 100;
    BenchSigner bench(false);
    DraftSigningRequest request = benchRequest(bench.now);
    request.verificationUrl = benchUrl(0);
    SignatureLook look(QGuiApplication::font().family());
    DraftSigner signer(*bench.key, look);
    const QByteArray file = request.draft + needed(signer.signDraft(request), "signing").appendix;
    const PdfSignatureVerifier verifier(
        needed(TrustAnchors::fromBytes(bench.pki.rootPem()), "anchors"));
    const QByteArray value = signLikeTheLimit(bench.limitKey.get(), file);
    double ours = 0;
    double limit = 0;
    for (int i = 0; i < Times; ++i) {
        double start = computedMs();
        verifyLikeTheLimit(bench.limitKey.get(), file, value);
        limit += computedMs() - start;
        start = computedMs();
        if (verifier.verify(file).verdict != SignatureVerdict::Sah)
            qFatal("bench: the signature is not good");
        ours += computedMs() - start;
    }
    return {u"verify_ms"_s, ours / Times, limit / Times, u"ms"_s, ours / limit};
}

void mustRun(const QString &program, const QStringList &arguments)
{
    QProcess process;
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(program, arguments);
    if (!process.waitForFinished(60'000) || process.exitCode() != 0)
        qFatal("bench: %s: %s", qPrintable(program), process.readAll().constData());
}

/// pdfsig signs with NSS and is a process each time; ours stands in the client, and reads and
/// writes the files here as pdfsig does.
BenchRow measurePeer()
{
    constexpr int Times = 20;
    BenchSigner bench(false);
    DraftSigningRequest request = benchRequest(bench.now);
    const QTemporaryDir folder;
    const auto path = [&](const char *name) { return folder.filePath(QLatin1StringView(name)); };
    const auto write = [](const QString &name, const QByteArray &bytes) {
        QFile file(name);
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("bench: cannot write %s", qPrintable(name));
    };
    write(path("draft.pdf"), request.draft);
    write(path("key.p12"), bench.identity.pkcs12);
    const QString database = u"sql:"_s + folder.path();
    mustRun(u"certutil"_s, {u"-N"_s, u"--empty-password"_s, u"-d"_s, database});
    mustRun(u"pk12util"_s,
            {u"-i"_s, path("key.p12"), u"-d"_s, database, u"-W"_s,
             QString::fromLatin1(BenchPassphrase), u"-K"_s, QString()});
    QProcess list;
    list.start(u"certutil"_s, {u"-K"_s, u"-d"_s, database});
    list.waitForFinished();
    static const QRegularExpression nickname(u"rsa\\s+[0-9a-f]+\\s+(.+)"_s);
    const QString nick = nickname.match(QString::fromUtf8(list.readAll())).captured(1).trimmed();
    SignatureLook look(QGuiApplication::font().family());
    DraftSigner signer(*bench.key, look);
    QElapsedTimer clock;
    double ours = 0;
    double peer = 0;
    for (int i = 0; i < Times; ++i) {
        QFile::remove(path("peer.pdf"));
        clock.start();
        mustRun(u"pdfsig"_s,
                {u"-nssdir"_s, database, u"-add-signature"_s, u"-nick"_s, nick, path("draft.pdf"),
                 path("peer.pdf")});
        peer += double(clock.nsecsElapsed()) / 1e6;
        clock.start();
        QFile draft(path("draft.pdf"));
        if (!draft.open(QIODevice::ReadOnly))
            qFatal("bench: cannot read the draft");
        request.draft = draft.readAll();
        request.verificationUrl = benchUrl(i);
        const SignedAppendix made = needed(signer.signDraft(request), "signing");
        write(path("ours.pdf"), request.draft + made.appendix);
        ours += double(clock.nsecsElapsed()) / 1e6;
    }
    return {u"sign_vs_pdfsig"_s, ours / Times, peer / Times, u"ms"_s, ours / peer};
}

} // namespace

QList<BenchRow> measureSigning()
{
    const TteRuntime runtime;
    const BenchRow rsa = measureBatch(u"sign_batch_rsa_vs_limit"_s, false);
    BenchRow former = rsa;
    former.name = u"sign_batch_vs_limit"_s; // what kept records call it
    return {former,
            rsa,
            measureBatch(u"sign_batch_ec_vs_limit"_s, true),
            measureOne(),
            measureVerify(),
            measurePeer()};
}

} // namespace sipenduduk
