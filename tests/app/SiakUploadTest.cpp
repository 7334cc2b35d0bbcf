#include "app/words/Words.h"
#include "common/SiakPdfReason.h"
#include "tests/app/OfficerAtPage.h"
#include "tests/app/SampleFiles.h"
#include "tests/app/ScreenTexts.h"
#include "tests/support/Wait.h"

#include <catch2/catch_test_macros.hpp>

#include <QCryptographicHash>
#include <QDialogButtonBox>
#include <QFile>
#include <QFileDialog>
#include <QLineEdit>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTreeView>

using namespace Qt::StringLiterals;
using namespace sipenduduk;
using namespace sipenduduk::test;

namespace {

/// The front office, before the second dokumen of a birth: the KK, which SIAK knows better.
class SiakDesk
{
public:
    SiakDesk()
        : fo(Role::Fo, Status::Dientri, Role::Fo)
    {
        fo.open();
        auto *list = fo.page.findChild<QTreeView *>(u"dokumenView"_s);
        list->setCurrentIndex(list->model()->index(1, 0));
    }

    QString fileWith(const QByteArray &bytes, const QString &name = u"dari-siak.pdf"_s)
    {
        QFile file(m_folder.filePath(name));
        REQUIRE(file.open(QIODevice::WriteOnly));
        REQUIRE(file.write(bytes) == bytes.size());
        return file.fileName();
    }

    QString emptyFileOf(qint64 size)
    {
        QFile file(m_folder.filePath(u"besar.pdf"_s));
        REQUIRE(file.open(QIODevice::WriteOnly));
        REQUIRE(file.resize(size));
        return file.fileName();
    }

    void choose(const QString &path)
    {
        fo.press(u"uploadButton"_s);
        auto *dialog = qobject_cast<QFileDialog *>(fo.dialog(u"siakFileDialog"_s));
        REQUIRE(dialog);
        dialog->setDirectory(m_folder.path());
        auto *line = dialog->findChild<QLineEdit *>(u"fileNameEdit"_s);
        REQUIRE(line);
        line->setText(path);
        auto *buttons = dialog->findChild<QDialogButtonBox *>(u"buttonBox"_s);
        REQUIRE(buttons);
        REQUIRE(waitFor([&] { return buttons->button(QDialogButtonBox::Open)->isEnabled(); }));
        buttons->button(QDialogButtonBox::Open)->click();
        REQUIRE(waitFor([&] { return !fo.page.findChild<QDialog *>(u"siakFileDialog"_s); }));
    }

    const Indonesian indonesian;
    OfficerAtPage fo;

private:
    QTemporaryDir m_folder;
};

} // namespace

TEST_CASE("A file chosen in the dialog is sent as the draft of the chosen dokumen", "[siak]")
{
    SiakDesk desk;
    const QByteArray pdf = samplePdf(u"KARTU KELUARGA"_s, {u"dari SIAK"_s}, 2);
    const QByteArray sha256 = QCryptographicHash::hash(pdf, QCryptographicHash::Sha256);
    desk.fo.office.on<protocol::UploadDraft>(
        [&](const protocol::UploadDraft &message) -> Result<protocol::ActReply> {
            Permohonan &permohonan = desk.fo.office.permohonan;
            permohonan.dokumenList[1].draftSha256 = message.sha256;
            permohonan.dokumenList[1].isFromSiak = true;
            return protocol::ActReply{++permohonan.row.version, permohonan.row.status,
                                      permohonan.row.holder};
        });
    const int version = desk.fo.office.permohonan.row.version;
    desk.choose(desk.fileWith(pdf));
    REQUIRE(waitFor([&] { return !desk.fo.office.requests<protocol::UploadDraft>().isEmpty(); }));
    const auto sent = desk.fo.office.requests<protocol::UploadDraft>().first();
    CHECK(sent.dokumen == DokumenId(2));
    CHECK(sent.duty == Role::Fo);
    CHECK(sent.version == version);
    CHECK(sent.sha256 == sha256);
    CHECK(desk.fo.office.blobs.value(sha256) == pdf);
    CHECK(waitFor([&] { return desk.fo.notice() == words::doneAction(Action::MakeDraft); }));
    // The office's word counts: its bytes are fetched and shown.
    CHECK(waitFor([&] {
        const auto asked = desk.fo.office.requests<protocol::FetchBlob>();
        return !asked.isEmpty() && asked.last().sha256 == sha256;
    }));
}

SCENARIO("A file that is no PDF of SIAK is not even sent", "[siak]")
{
    SiakDesk desk;
    WHEN("a letter was named .pdf")
    {
        desk.choose(desk.fileWith("Yth. Kepala Dinas,\n"));
        THEN("the officer reads so in his language")
        {
            CHECK(waitFor([&] {
                return desk.fo.notice() == u"Berkas ini bukan PDF. Pilih PDF yang dibuat SIAK."_s;
            }));
        }
    }
    WHEN("it is larger than the office takes")
    {
        desk.choose(desk.emptyFileOf(20 * 1024 * 1024 + 1));
        THEN("he reads the bound")
        {
            CHECK(waitFor([&] {
                return desk.fo.notice()
                    == u"PDF ini lebih besar dari 20 MB. Buat yang lebih kecil di SIAK."_s;
            }));
        }
    }
    CHECK(desk.fo.office.received(protocol::BeginUpload::Type).isEmpty());
    CHECK(desk.fo.office.requests<protocol::UploadDraft>().isEmpty());
}

TEST_CASE("Why the office refused a PDF is said in a sentence, and it can be tried again", "[siak]")
{
    SiakDesk desk;
    desk.fo.office.refuse<protocol::UploadDraft>(ErrorCode::Unsupported,
                                                 QString::fromUtf16(SiakPdfReason::Encrypted));
    desk.choose(desk.fileWith(lockedPdf()));
    CHECK(waitFor([&] {
        return desk.fo.notice()
            == u"PDF ini terenkripsi. Buat di SIAK tanpa kata sandi dan tanpa pembatasan."_s;
    }));
    desk.fo.office.refuse<protocol::UploadDraft>(ErrorCode::Unsupported,
                                                 QString::fromUtf16(SiakPdfReason::Unsignable)
                                                     + u": something for the log"_s);
    desk.choose(desk.fileWith(samplePdf(u"KARTU KELUARGA"_s, {})));
    CHECK(waitFor([&] {
        return desk.fo.notice()
            == u"PDF ini nanti tidak dapat ditandatangani secara elektronik. Buat sekali lagi di SIAK."_s;
    }));
    desk.fo.office.refuse<protocol::UploadDraft>(ErrorCode::TooLarge);
    desk.choose(desk.fileWith(samplePdf(u"KARTU KELUARGA"_s, {u"lagi"_s})));
    CHECK(waitFor([&] { return desk.fo.notice().endsWith(u"Berkas terlalu besar."_s); }));
    CHECK(desk.fo.canPress(u"uploadButton"_s));
}
