#include "tests/tte/TteSupport.h"

#include "common/tte/ParafChain.h"

#include <QBuffer>
#include <QCryptographicHash>
#include <QFile>
#include <QImage>
#include <QPageSize>
#include <QPainter>
#include <QPdfWriter>
#include <QProcess>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTimeZone>

#include <map>

using namespace Qt::StringLiterals;

namespace sipenduduk::test {

namespace {

constexpr int ToolTimeout = 120'000; // milliseconds

QImage noise(qsizetype bytes)
{
    const int width = 256;
    QImage image(width, int(bytes / width) + 1, QImage::Format_Grayscale8);
    QRandomGenerator generator(7);
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < width; ++x)
            image.scanLine(y)[x] = uchar(generator.generate());
    }
    return image;
}

} // namespace

QDateTime testNow()
{
    return QDateTime(QDate(2026, 11, 22), QTime(3, 15), QTimeZone::UTC);
}

const PracticePki &pki()
{
    static const PracticePki instance = *PracticePki::create(u"Akar TTE Latihan"_s, testNow());
    return instance;
}

PracticeOfficer goodOfficer()
{
    return {u"Dra. Sri Wahyuni (Latihan)"_s, testNow().addDays(-30), testNow().addYears(1), true,
            false};
}

PracticeIdentity identityFor(const PracticeOfficer &officer)
{
    return *pki().issue(officer, Passphrase);
}

const PracticeIdentity &kadin()
{
    static const PracticeIdentity instance = identityFor(goodOfficer());
    return instance;
}

TrustAnchors practiceAnchors()
{
    return *TrustAnchors::fromBytes(pki().rootPem());
}

QByteArray qtPdf(bool isLandscape, qsizetype filler)
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setPageSize(QPageSize(QPageSize::A4));
    writer.setPageOrientation(isLandscape ? QPageLayout::Landscape : QPageLayout::Portrait);
    QPainter painter(&writer);
    painter.setRenderHint(QPainter::LosslessImageRendering);
    painter.drawText(600, 600, u"Kutipan Akta Kelahiran – SPESIMEN"_s);
    if (filler > 0)
        painter.drawImage(QRect(600, 1200, 6000, 6000), noise(filler));
    painter.end();
    return buffer.data();
}

QByteArray throughQpdf(const QByteArray &pdf, const QStringList &arguments)
{
    QTemporaryDir dir;
    writeFile(dir.filePath(u"in.pdf"_s), pdf);
    const ToolOutput output = runTool(
        u"qpdf"_s, arguments + QStringList{dir.filePath(u"in.pdf"_s), dir.filePath(u"out.pdf"_s)});
    return output.exitCode == 0 ? readFile(dir.filePath(u"out.pdf"_s)) : QByteArray();
}

QByteArray plainPdf(const QByteArray &pageMembers, const QByteArray &catalogMembers,
                    const QByteArray &moreObjects)
{
    QByteArrayList bodies{
        "<< /Type /Catalog /Pages 2 0 R " + catalogMembers + " >>",
        "<< /Type /Pages /Kids [ 3 0 R ] /Count 1 >>",
        "<< /Type /Page /Parent 2 0 R /MediaBox [ 0 0 595 842 ] /Contents 4 0 R "
            + (pageMembers.contains("/Resources") ? ""_ba : "/Resources << >> "_ba) + pageMembers
            + " >>",
        "<< /Length 17 >>\nstream\n100 700 90 20 re \nendstream",
    };
    if (!moreObjects.isEmpty())
        bodies += moreObjects.split('|');
    QByteArray out = "%PDF-1.4\n%\xe2\xe3\xcf\xd3\n";
    QByteArray table =
        "xref\n0 " + QByteArray::number(bodies.size() + 1) + "\n0000000000 65535 f \n";
    for (qsizetype i = 0; i < bodies.size(); ++i) {
        table += QByteArray::number(out.size()).rightJustified(10, '0') + " 00000 n \n";
        out += QByteArray::number(i + 1) + " 0 obj\n" + bodies.at(i) + "\nendobj\n";
    }
    const qsizetype start = out.size();
    return out + table + "trailer\n<< /Size " + QByteArray::number(bodies.size() + 1)
        + " /Root 1 0 R >>\nstartxref\n" + QByteArray::number(start) + "\n%%EOF";
}

namespace {

std::unique_ptr<SigningKey> opened(const PracticeIdentity &identity)
{
    QByteArray passphrase(Passphrase);
    return openPkcs12(identity.pkcs12, Pin::take(passphrase), testNow()).value();
}

} // namespace

Signer::Signer(const PracticeIdentity &identity)
    : Signer(nullptr)
{
    m_key = opened(identity);
}

Signer::Signer(std::unique_ptr<SigningKey> key)
    : m_key(std::move(key))
{
    const QString fonts = QStringLiteral(SIPENDUDUK_SOURCE_DIR "/resources/fonts/");
    const QString family =
        SignatureLook::loadFontFamily({readFile(fonts + u"SipendudukSans-Regular.ttf"_s),
                                       readFile(fonts + u"SipendudukSans-Bold.ttf"_s)});
    m_look = std::make_unique<SignatureLook>(family);
}

Signer::~Signer() = default;

Result<SignedAppendix> Signer::sign(const QByteArray &draft)
{
    return sign(requestFor(draft));
}

Result<SignedAppendix> Signer::sign(const DraftSigningRequest &request)
{
    return DraftSigner(*m_key, *m_look).signDraft(request);
}

QByteArray parafFor(const QByteArray &draft)
{
    const ParafChain chain{
        QCryptographicHash::hash(draft, QCryptographicHash::Sha256),
        {{u"kasi"_s, testNow().addSecs(-7200)}, {u"kabid"_s, testNow().addSecs(-3600)}}};
    return *chain.toBytes();
}

DraftSigningRequest requestFor(const QByteArray &draft)
{
    DraftSigningRequest request;
    request.draft = draft;
    request.parafChain = parafFor(draft);
    request.verificationUrl = u"https://dukcapil.example.id/v/7QmX2d9KfW3bT8nLpR5c"_s;
    request.text = {{u"KEPALA DINAS KEPENDUDUKAN DAN PENCATATAN SIPIL"_s, u"KOTA PEKANBARU"_s},
                    u"Dra. Sri Wahyuni, M.Si."_s,
                    u"197001011995032001"_s,
                    true};
    request.signedAt = testNow();
    request.reason = u"Penerbitan dokumen kependudukan"_s;
    return request;
}

SignedDraftExpectation expectationFor(const QByteArray &draft)
{
    return {kadin().certificateDer, practiceAnchors(), parafFor(draft), testNow(), std::nullopt};
}

QByteArray signedFile(const QByteArray &draft)
{
    static std::map<QByteArray, QByteArray> made;
    QByteArray &file = made[draft];
    if (file.isEmpty())
        file = draft + Signer().sign(draft).value().appendix;
    return file;
}

ToolOutput runTool(const QString &program, const QStringList &arguments)
{
    QProcess process;
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(program, arguments);
    if (!process.waitForFinished(ToolTimeout))
        return {-1, process.errorString()};
    return {process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1,
            QString::fromUtf8(process.readAll())};
}

void writeFile(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("cannot write %s", qPrintable(path));
}

QByteArray readFile(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("cannot read %s", qPrintable(path));
    return file.readAll();
}

} // namespace sipenduduk::test
