#include "tests/bench/SignBench.h"

#include "common/tte/DraftSigner.h"
#include "common/tte/ParafChain.h"
#include "common/tte/SoftKey.h"
#include "common/tte/TteRuntime.h"
#include "common/tte/seal/PracticePki.h"
#include "common/tte/x509/OpenSsl.h"

#include <openssl/rsa.h>

#include <QBuffer>
#include <QCryptographicHash>
#include <QFont>
#include <QGuiApplication>
#include <QImage>
#include <QPageSize>
#include <QPainter>
#include <QPdfWriter>
#include <QRandomGenerator>

#include <ctime>

using namespace Qt::StringLiterals;

namespace sipenduduk {

namespace {

constexpr char BenchPassphrase[] = "bench";
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

/// SHA-256 over the draft and one private RSA operation: nobody can sign with less.
bool signLikeTheLimit(EVP_PKEY *key, const QByteArray &draft)
{
    const ossl::DigestContext context(EVP_MD_CTX_new());
    unsigned char value[512];
    size_t size = sizeof value;
    return EVP_DigestSignInit(context.get(), nullptr, EVP_sha256(), nullptr, key) == 1
        && EVP_DigestSign(context.get(), value, &size,
                          reinterpret_cast<const unsigned char *>(draft.constData()),
                          size_t(draft.size()))
        == 1;
}

Result<std::unique_ptr<SigningKey>> benchKey(const QDateTime &now)
{
    const auto pki = PracticePki::create(u"Akar Bench"_s, now);
    if (!pki)
        return std::unexpected(pki.error());
    const auto identity = pki->issue(
        {u"Kepala Dinas Bench"_s, now.addDays(-1), now.addDays(1), true, false}, BenchPassphrase);
    if (!identity)
        return std::unexpected(identity.error());
    QByteArray passphrase(BenchPassphrase);
    return openPkcs12(identity->pkcs12, Pin::take(passphrase), now);
}

Result<DraftSigningRequest> benchRequest(const QDateTime &now)
{
    DraftSigningRequest request;
    request.draft = benchDraft();
    const ParafChain chain{QCryptographicHash::hash(request.draft, QCryptographicHash::Sha256),
                           {{u"kasi"_s, now}, {u"kabid"_s, now}}};
    const auto bytes = chain.toBytes();
    if (!bytes)
        return std::unexpected(bytes.error());
    request.parafChain = *bytes;
    request.text = {{u"KEPALA DINAS KEPENDUDUKAN DAN PENCATATAN SIPIL"_s, u"KOTA PEKANBARU"_s},
                    u"Nama Kepala Dinas, M.Si."_s,
                    u"197001011995032001"_s,
                    false};
    request.signedAt = now;
    return request;
}

} // namespace

Result<SignBenchResult> runSignBench(int batch, const QString &fontFamily)
{
    const TteRuntime runtime;
    const QDateTime now = QDateTime::currentDateTimeUtc();
    const auto key = benchKey(now);
    auto request = benchRequest(now);
    const ossl::Key limitKey(EVP_RSA_gen(2048));
    if (!key || !request || !limitKey)
        return std::unexpected(!key ? key.error() : request ? Error{} : request.error());
    SignatureLook look(fontFamily.isEmpty() ? QGuiApplication::font().family() : fontFamily);
    DraftSigner signer(**key, look);
    SignBenchResult result;
    result.batch = batch;
    result.draftSize = request->draft.size();
    for (int i = 0; i < batch; ++i) {
        double start = computedMs();
        if (!signLikeTheLimit(limitKey.get(), request->draft))
            return fail(ErrorCode::Internal, u"the limit could not sign"_s);
        result.limitMs += computedMs() - start;
        request->verificationUrl =
            u"https://dukcapil.example.id/v/%1QmX2d9KfW3bT8n"_s.arg(i, 8, 10, QChar(u'0'));
        start = computedMs();
        const auto appendix = signer.signDraft(*request);
        if (!appendix)
            return std::unexpected(appendix.error());
        const double spent = computedMs() - start;
        result.oursMs += spent;
        result.firstMs = i == 0 ? spent : result.firstMs;
        result.addedSize = appendix->appendix.size();
    }
    result.ratio = result.oursMs / result.limitMs;
    result.oursMs /= batch;
    result.limitMs /= batch;
    return result;
}

QList<BenchRow> measureSigning()
{
    const auto result = runSignBench();
    if (!result)
        qFatal("bench: signing failed: %s", qPrintable(result.error().detail));
    return {{u"sign_batch_vs_limit"_s, result->oursMs, result->limitMs, u"ms"_s, result->ratio}};
}

} // namespace sipenduduk
