#include "common/SiakPdfReason.h"
#include "server/db/DokumenRepository.h"
#include "tests/support/TestOffice.h"

#include <catch2/catch_test_macros.hpp>

#include <qpdf/QPDF.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <qpdf/QPDFWriter.hh>

#include <QCryptographicHash>

#include <algorithm>
#include <functional>

using namespace sipenduduk;
using namespace Qt::StringLiterals;

namespace {

using enum Status;

/// A PDF of two pages as another program makes it; `change` spoils it.
QByteArray siakPdf(const std::function<void(QPDF &)> &change = {},
                   const std::function<void(QPDFWriter &)> &setUp = {})
{
    QPDF pdf;
    pdf.emptyPDF();
    for (int page = 0; page < 2; ++page)
        pdf.addPage(pdf.makeIndirectObject(QPDFObjectHandle::parse(
                        "<< /Type /Page /MediaBox [0 0 842 595] /Resources << >> >>")),
                    false);
    if (change)
        change(pdf);
    QPDFWriter writer(pdf);
    writer.setDeterministicID(!setUp);
    if (setUp)
        setUp(writer);
    writer.setOutputMemory();
    writer.write();
    const auto buffer = writer.getBufferSharedPointer();
    return {reinterpret_cast<const char *>(buffer->getBuffer()), qsizetype(buffer->getSize())};
}

QByteArray withCatalogEntry(const std::string &key, const std::string &value)
{
    return siakPdf(
        [&](QPDF &pdf) { pdf.getRoot().replaceKey(key, QPDFObjectHandle::parse(&pdf, value)); });
}

QByteArray withAnnotation(const std::string &value)
{
    return siakPdf([&](QPDF &pdf) {
        auto page = QPDFPageDocumentHelper(pdf).getAllPages().at(0).getObjectHandle();
        page.replaceKey("/Annots", QPDFObjectHandle::parse(&pdf, "[" + value + "]"));
    });
}

QByteArray lockedWith(const char *password)
{
    return siakPdf({}, [password](QPDFWriter &writer) {
        writer.setR6EncryptionParameters(password, "pemilik", true, true, true, true, true, true,
                                         qpdf_r3p_full, true);
    });
}

/// What the officer's client sends once the bytes have arrived.
protocol::UploadDraft uploadOf(TestOffice &office, PermohonanId id, Role duty, int dokumen,
                               const QByteArray &pdf)
{
    const auto sha256 = office.blobs->putNow(pdf);
    REQUIRE(sha256);
    return {.id = id,
            .duty = duty,
            .version = office.head(id).version,
            .dokumen = office.dokumenList(id).at(dokumen).id,
            .sha256 = *sha256};
}

Result<protocol::ActReply> uploadNow(TestOffice &office, PermohonanId id, Role duty, int dokumen,
                                     const QByteArray &pdf)
{
    return office.office
        ->uploadDraft(office.session(duty), uploadOf(office, id, duty, dokumen, pdf), {})
        .result();
}

StepInput returnInput()
{
    StepInput input;
    input.defects = {{.target = DefectTarget::Draft,
                      .code = u"kk"_s,
                      .verdict = Verdict::NotMatching,
                      .solution = u"Pakai PDF dari SIAK"_s}};
    return input;
}

} // namespace

SCENARIO("A PDF that SIAK made becomes the draft of one dokumen, byte for byte", "[siak]")
{
    TestOffice office;
    const PermohonanId id = office.bringTo(Dientri, Role::Fo, true);
    const auto before = office.dokumenList(id);
    const QByteArray pdf = siakPdf();
    const QByteArray key(16, 'u');
    const protocol::UploadDraft request = uploadOf(office, id, Role::Fo, 1, pdf);
    const auto reply = office.office->uploadDraft(office.session(Role::Fo), request, key).result();
    REQUIRE(reply);
    CHECK(reply->status == Dientri);
    CHECK(reply->holder == Role::Fo);
    CHECK(reply->version == request.version + 1);

    const auto after = office.dokumenList(id);
    CHECK(after.at(1).draftSha256 == QCryptographicHash::hash(pdf, QCryptographicHash::Sha256));
    CHECK(after.at(1).isFromSiak);
    CHECK(after.at(1).pageCount == 2);
    CHECK(after.at(1).draftVersion == before.at(1).draftVersion + 1);
    CHECK(after.at(1).draftData == before.at(1).draftData);
    CHECK(after.at(1).number == before.at(1).number);
    for (const int other : {0, 2}) {
        CHECK(after.at(other).draftSha256 == before.at(other).draftSha256);
        CHECK(after.at(other).draftVersion == before.at(other).draftVersion);
        CHECK_FALSE(after.at(other).isFromSiak);
    }
    const auto lines = office.permohonan(id).kartuKendali;
    CHECK(std::ranges::count_if(lines,
                                [&](const KartuKendaliLine &line) {
                                    return line.action == int(Action::MakeDraft)
                                        && line.dokumen == u"kk"_s
                                        && line.draftSha256 == after.at(1).draftSha256;
                                })
          == 1);

    WHEN("the same request comes again after a broken line")
    {
        THEN("it gets the first answer")
        {
            CHECK(office.office->uploadDraft(office.session(Role::Fo), request, key).result()
                  == reply);
            CHECK(office.dokumenList(id).at(1).draftVersion == after.at(1).draftVersion);
        }
    }
    WHEN("drafts are made of the rest")
    {
        office.makeDrafts(id);
        THEN("the PDF of SIAK stays, because it shows the present data")
        {
            CHECK(office.dokumenList(id).at(1).draftSha256 == after.at(1).draftSha256);
        }
    }
    WHEN("it goes all the way up")
    {
        REQUIRE(office.act(id, Role::Fo, Action::HandToKasi));
        const auto fetched =
            office.office->fetchBlob(office.session(Role::Kasi), {id, after.at(1).draftSha256, 0})
                .result();
        REQUIRE(fetched);
        CHECK(fetched->bytes == pdf);
        office.approve(id, Role::Kasi);
        office.approve(id, Role::Kabid);
        THEN("it is signed like the others")
        {
            REQUIRE(office.recordSigned(id, office.session(Role::Kadin)));
            CHECK_FALSE(office.dokumenList(id).at(1).signedSha256.isEmpty());
        }
    }
}

TEST_CASE("A PDF that could not be signed later is refused with its reason, and nothing changes",
          "[siak]")
{
    TestOffice office;
    const PermohonanId id = office.bringTo(Dientri, Role::Fo, true);
    const Permohonan before = office.permohonan(id);
    const auto refused = [&](const QByteArray &pdf, ErrorCode code, const char16_t *reason) {
        const auto reply = uploadNow(office, id, Role::Fo, 0, pdf);
        INFO(QStringView(reason).toString().toStdString());
        REQUIRE_FALSE(reply);
        CHECK(reply.error().code == code);
        CHECK(reply.error().detail.section(u':', 0, 0) == QStringView(reason));
        CHECK(office.permohonan(id) == before);
    };
    const QByteArray sound = siakPdf();
    using enum ErrorCode;

    refused("Ini sebuah surat, bukan PDF.\n", Malformed, SiakPdfReason::Header);
    refused(sound.first(sound.size() / 2), Malformed, SiakPdfReason::Trailing);
    refused(sound + "<html>", Malformed, SiakPdfReason::Trailing);
    refused("%PDF-1.7\nrusak\n%%EOF\n", Malformed, SiakPdfReason::Damaged);
    refused(QByteArray(sound).insert(9, "%geser\n"), Malformed, SiakPdfReason::Damaged);
    refused(lockedWith(""), Unsupported, SiakPdfReason::Encrypted);
    refused(lockedWith("rahasia"), Unsupported, SiakPdfReason::Encrypted);
    refused(withCatalogEntry("/OpenAction", "<< /S /JavaScript /JS (app.alert(1)) >>"), Unsupported,
            SiakPdfReason::Active);
    refused(withCatalogEntry("/Names", "<< /EmbeddedFiles << /Names [] >> >>"), Unsupported,
            SiakPdfReason::Embedded);
    refused(withCatalogEntry("/AcroForm", "<< /Fields [] /XFA [] >>"), Unsupported,
            SiakPdfReason::Xfa);
    refused(withCatalogEntry("/OCProperties", "<< /OCGs [] /D << >> >>"), Unsupported,
            SiakPdfReason::Optional);
    refused(withCatalogEntry("/Perms", "<< /DocMDP << /Type /Sig >> >>"), Unsupported,
            SiakPdfReason::Certified);
    refused(withAnnotation("<< /Type /Annot /Subtype /Widget /FT /Sig /T (a) /Rect [0 0 9 9]"
                           " /V << /Type /Sig /Contents <00> >> >>"),
            Unsupported, SiakPdfReason::Signed);
    refused(withAnnotation("<< /Type /Annot /Subtype /Link /Rect [0 0 9 9]"
                           " /RichMediaContent << >> >>"),
            Unsupported, SiakPdfReason::Unsignable);
    CHECK(uploadNow(office, id, Role::Fo, 0, sound)); // the way was open all the time
}

TEST_CASE("A draft is uploaded by the one who makes the drafts, in the state that he saw", "[siak]")
{
    TestOffice office;
    const PermohonanId id = office.bringTo(Dientri, Role::Fo, false);
    const PermohonanId other = office.bringTo(DiKasi, Role::Kasi, false);
    const auto errorOf = [&](Role duty, const protocol::UploadDraft &request) {
        const auto reply = office.office->uploadDraft(office.session(duty), request, {}).result();
        return reply ? ErrorCode{} : reply.error().code;
    };
    const protocol::UploadDraft good = uploadOf(office, id, Role::Fo, 0, siakPdf());

    protocol::UploadDraft request = good;
    --request.version;
    CHECK(errorOf(Role::Fo, request) == ErrorCode::Conflict);
    request = good;
    request.sha256 = QCryptographicHash::hash("never sent", QCryptographicHash::Sha256);
    CHECK(errorOf(Role::Fo, request) == ErrorCode::NotFound);
    request = good;
    request.dokumen = office.dokumenList(other).first().id;
    CHECK(errorOf(Role::Fo, request) == ErrorCode::NotFound);
    request = good;
    request.duty = Role::Kasi;
    CHECK(errorOf(Role::Fo, request) == ErrorCode::Forbidden);
    CHECK(errorOf(Role::Kasi, uploadOf(office, other, Role::Kasi, 0, siakPdf()))
          == ErrorCode::NotAllowed);
    CHECK(errorOf(Role::Fo, good) == ErrorCode{});
}

SCENARIO("A paraf counts for the bytes that it was given on", "[siak]")
{
    TestOffice office;
    const PermohonanId id = office.bringTo(DiKabid, Role::Kabid, true);
    const auto approved = office.dokumenList(id);
    REQUIRE(office.act(id, Role::Kabid, Action::ReturnToKasi, returnInput()));
    REQUIRE(office.act(id, Role::Kasi, Action::ReturnToEditor, returnInput()));
    REQUIRE(office.act(id, Role::Editor, Action::Receive));
    const auto kasiParafs = [&] {
        QList<int> counts;
        for (const Dokumen &dokumen : office.permohonan(id).dokumenList)
            counts.append(int(dokumen.parafList.size()));
        return counts;
    };

    WHEN("the Editor uploads after the return")
    {
        REQUIRE(uploadNow(office, id, Role::Editor, 1, siakPdf()));
        REQUIRE(office.act(id, Role::Editor, Action::HandToKasi));
        THEN(
            "the Kasi gives his paraf anew, on the new bytes of this dokumen and the old of others")
        {
            CHECK(kasiParafs() == QList{0, 0, 0});
            office.approve(id, Role::Kasi);
            const auto list = office.permohonan(id).dokumenList;
            for (int i = 0; i < list.size(); ++i) {
                REQUIRE(list.at(i).parafList.size() == 1);
                CHECK(list.at(i).parafList.first().draftSha256 == list.at(i).draftSha256);
                CHECK((list.at(i).draftSha256 == approved.at(i).draftSha256) == (i != 1));
            }
        }
    }
    WHEN("parafs stand on all of the set")
    {
        REQUIRE(office.write([&](Connection &db) -> Result<> {
            for (const DokumenRecord &dokumen : approved) {
                const ParafRecord paraf{.dokumen = dokumen.id,
                                        .draftSha256 = dokumen.draftSha256,
                                        .duty = Role::Kasi,
                                        .user = office.session(Role::Kasi).user,
                                        .officer = office.session(Role::Kasi).name,
                                        .at = office.now};
                if (auto put = DokumenRepository(db).putParaf(paraf); !put)
                    return put;
            }
            return {};
        }));
        REQUIRE(kasiParafs() == QList{1, 1, 1});
        THEN("an upload voids those of its own dokumen, a refused one none")
        {
            CHECK_FALSE(uploadNow(office, id, Role::Editor, 1, lockedWith("rahasia")));
            CHECK(kasiParafs() == QList{1, 1, 1});
            REQUIRE(uploadNow(office, id, Role::Editor, 1, siakPdf()));
            CHECK(kasiParafs() == QList{1, 0, 1});
        }
    }
}
