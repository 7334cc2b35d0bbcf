#include "server/documents/SiakPdfCheck.h"
#include "common/SignaturePlace.h"
#include "server/documents/DraftRenderer.h"
#include "tests/documents/Samples.h"
#include "tests/documents/Tools.h"

#include <catch2/catch_test_macros.hpp>

#include <qpdf/Buffer.hh>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <qpdf/QPDFWriter.hh>

#include <functional>

using namespace Qt::StringLiterals;
using namespace sipenduduk;

namespace {

const QByteArray &soundPdf()
{
    static const QByteArray pdf = DraftRenderer().render(samples::birth()).value();
    return pdf;
}

QByteArray writtenPdf(QPDFWriter &writer)
{
    writer.setOutputMemory();
    writer.write();
    const auto buffer = writer.getBufferSharedPointer();
    return {reinterpret_cast<const char *>(buffer->getBuffer()), qsizetype(buffer->getSize())};
}

/// The sound PDF after a change to its objects.
QByteArray changedPdf(const std::function<void(QPDF &)> &change)
{
    QPDF pdf;
    pdf.processMemoryFile("sound", soundPdf().constData(), size_t(soundPdf().size()));
    change(pdf);
    QPDFWriter writer(pdf);
    return writtenPdf(writer);
}

/// The sound PDF with an entry in its catalog.
QByteArray withRootEntry(const std::string &key, const std::string &value)
{
    return changedPdf(
        [&](QPDF &pdf) { pdf.getRoot().replaceKey(key, QPDFObjectHandle::parse(&pdf, value)); });
}

QByteArray withAnnotation(const std::string &value)
{
    return changedPdf([&](QPDF &pdf) {
        const auto page = QPDFPageDocumentHelper(pdf).getAllPages().at(0).getObjectHandle();
        QPDFObjectHandle(page).replaceKey("/Annots",
                                          QPDFObjectHandle::parse(&pdf, "[" + value + "]"));
    });
}

void checkRefused(const QByteArray &bytes, ErrorCode code, const char16_t *reason)
{
    const auto outcome = checkSiakPdf(bytes);
    REQUIRE_FALSE(outcome);
    CHECK(outcome.error().code == code);
    CHECK(outcome.error().detail.toStdString() == QStringView(reason).toString().toStdString());
}

} // namespace

TEST_CASE("A plain PDF may be uploaded; its pages and size are told", "[siak]")
{
    CHECK(checkSiakPdf(soundPdf()).value() == SiakPdf{1, QSizeF(595, 842)});
    const QByteArray landscape = DraftRenderer().render(samples::family(14)).value();
    const SiakPdf card = checkSiakPdf(landscape).value();
    CHECK(card == SiakPdf{2, QSizeF(842, 595)});
    CHECK(defaultSignaturePlace(card.lastPage) == LandscapeSignaturePlace);
}

TEST_CASE("A turned page is measured as it is displayed", "[siak]")
{
    const QByteArray turned = changedPdf([](QPDF &pdf) {
        auto page = QPDFPageDocumentHelper(pdf).getAllPages().at(0).getObjectHandle();
        page.replaceKey("/Rotate", QPDFObjectHandle::newInteger(90));
    });
    CHECK(checkSiakPdf(turned).value().lastPage == QSizeF(842, 595));
}

TEST_CASE("Object streams, linearised files and links are welcome", "[siak]")
{
    QPDF pdf;
    pdf.processMemoryFile("sound", soundPdf().constData(), size_t(soundPdf().size()));
    QPDFWriter writer(pdf);
    writer.setObjectStreamMode(qpdf_o_generate);
    writer.setLinearization(true);
    CHECK(checkSiakPdf(writtenPdf(writer)));
    CHECK(checkSiakPdf(withAnnotation("<< /Type /Annot /Subtype /Link /Rect [0 0 9 9]"
                                      " /A << /S /URI /URI (https://example.org) >> >>")));
}

TEST_CASE("What is no PDF is refused", "[siak]")
{
    checkRefused({}, ErrorCode::Malformed, SiakPdfReason::Header);
    checkRefused("\x89PNG\r\n", ErrorCode::Malformed, SiakPdfReason::Header);
    checkRefused("\n" + soundPdf(), ErrorCode::Malformed, SiakPdfReason::Header);
    checkRefused("%PDF-1.4\n%%EOF\n", ErrorCode::Malformed, SiakPdfReason::Damaged);
    checkRefused(soundPdf().first(soundPdf().size() / 2), ErrorCode::Malformed,
                 SiakPdfReason::Trailing);
    checkRefused(soundPdf() + "<script>", ErrorCode::Malformed, SiakPdfReason::Trailing);
}

TEST_CASE("A PDF that would need repair is refused", "[siak]")
{
    QByteArray shifted = soundPdf();
    shifted.insert(shifted.indexOf("\n") + 1, "%a line that moves every object\n");
    checkRefused(shifted, ErrorCode::Malformed, SiakPdfReason::Damaged);

    QByteArray broken = soundPdf(); // compressed page content overwritten
    const qsizetype stream = broken.indexOf("stream\n", broken.indexOf("/FlateDecode"));
    broken.replace(stream + 40, 60, QByteArray(60, 'x'));
    CHECK_FALSE(checkSiakPdf(broken));
}

TEST_CASE("A PDF beyond 20 MiB is refused before it is read", "[siak]")
{
    QByteArray large("%PDF-1.4\n");
    large.resize(MaxSiakPdfSize + 1, ' ');
    checkRefused(large, ErrorCode::TooLarge, SiakPdfReason::Size);
}

TEST_CASE("An encrypted PDF is refused, with and without an opening password", "[siak]")
{
    for (const char *password : {"", "rahasia"}) {
        QPDF pdf;
        pdf.processMemoryFile("sound", soundPdf().constData(), size_t(soundPdf().size()));
        QPDFWriter writer(pdf);
        writer.setR6EncryptionParameters(password, "pemilik", true, true, true, true, true, true,
                                         qpdf_r3p_full, true);
        checkRefused(writtenPdf(writer), ErrorCode::Unsupported, SiakPdfReason::Encrypted);
    }
}

TEST_CASE("Active content is refused wherever it hides", "[siak]")
{
    const ErrorCode code = ErrorCode::Unsupported;
    checkRefused(withRootEntry("/OpenAction", "<< /S /JavaScript /JS (app.alert(1)) >>"), code,
                 SiakPdfReason::Active);
    checkRefused(withRootEntry("/Names", "<< /JavaScript << /Names [] >> >>"), code,
                 SiakPdfReason::Active);
    checkRefused(withRootEntry("/AA", "<< >>"), code, SiakPdfReason::Active);
    checkRefused(withAnnotation("<< /Type /Annot /Subtype /Link /Rect [0 0 9 9]"
                                " /A << /S /Launch /F (calc.exe) >> >>"),
                 code, SiakPdfReason::Active);
    checkRefused(withAnnotation("<< /Type /Annot /Subtype /RichMedia /Rect [0 0 9 9] >>"), code,
                 SiakPdfReason::Active);
}

TEST_CASE("Embedded files, XFA, outside data and layers are refused", "[siak]")
{
    const ErrorCode code = ErrorCode::Unsupported;
    checkRefused(withRootEntry("/Names", "<< /EmbeddedFiles << /Names [] >> >>"), code,
                 SiakPdfReason::Embedded);
    checkRefused(withAnnotation("<< /Type /Annot /Subtype /FileAttachment /Rect [0 0 9 9] >>"),
                 code, SiakPdfReason::Embedded);
    checkRefused(withRootEntry("/AcroForm", "<< /Fields [] /XFA [] >>"), code, SiakPdfReason::Xfa);
    checkRefused(withRootEntry("/OCProperties", "<< /OCGs [] /D << >> >>"), code,
                 SiakPdfReason::Optional);
    checkRefused(changedPdf([](QPDF &pdf) {
                     auto stream = QPDFObjectHandle::newStream(&pdf, "x");
                     stream.getDict().replaceKey("/F", QPDFObjectHandle::newString("/etc/passwd"));
                     pdf.getRoot().replaceKey("/Other", stream);
                 }),
                 code, SiakPdfReason::External);
}

TEST_CASE("A certified or signed PDF is refused: our signature would break or be forbidden",
          "[siak]")
{
    const std::string signature = "<< /Type /Sig /Filter /Adobe.PPKLite /Contents <00> >>";
    checkRefused(withRootEntry("/Perms", "<< /DocMDP " + signature + " >>"), ErrorCode::Unsupported,
                 SiakPdfReason::Certified);
    checkRefused(withAnnotation("<< /Type /Annot /Subtype /Widget /FT /Sig /T (a)"
                                " /Rect [0 0 9 9] /V "
                                + signature + " >>"),
                 ErrorCode::Unsupported, SiakPdfReason::Signed);
}

TEST_CASE("A hybrid cross-reference is refused", "[siak]")
{
    QByteArray hybrid = soundPdf();
    hybrid.replace("trailer <<", "trailer << /XRefStm 15 ");
    REQUIRE(hybrid.contains("/XRefStm"));
    checkRefused(hybrid, ErrorCode::Unsupported, SiakPdfReason::Hybrid);
}

TEST_CASE("A PDF without pages or with too many is refused", "[siak]")
{
    QPDF empty;
    empty.emptyPDF();
    QPDFWriter writer(empty);
    checkRefused(writtenPdf(writer), ErrorCode::Malformed, SiakPdfReason::Pages);

    checkRefused(changedPdf([](QPDF &pdf) {
                     QPDFPageDocumentHelper pages(pdf);
                     const auto first = pages.getAllPages().at(0);
                     for (int i = 0; i < 50; ++i)
                         pages.addPage(QPDFPageObjectHelper(first).shallowCopyPage(), false);
                 }),
                 ErrorCode::Malformed, SiakPdfReason::Pages);
}
