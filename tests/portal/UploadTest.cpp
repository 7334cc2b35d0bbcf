#include "server/db/BlobStore.h"
#include "tests/portal/PortalFixture.h"
#include "tests/server/TinyDisk.h"
#include "tests/support/Wait.h"

#include <QDirIterator>

#include <catch2/catch_test_macros.hpp>

using namespace Qt::StringLiterals;
using namespace sipenduduk;

namespace {

constexpr qint64 RoomStep = 8192;

const QByteArray UploadBirth = "/ajukan/akta-kelahiran";

FormFile proof(const QString &name, const QByteArray &bytes)
{
    return {u"berkas.ket-lahir"_s, name, "application/pdf", bytes};
}

/// At the page of the files, with one good file there already.
void goToFiles(PortalFixture &fixture, Citizen &citizen)
{
    citizen.registerAt(fixture, u"rina@contoh.test"_s);
    citizen.open(UploadBirth);
    citizen.send(UploadBirth,
                 {{u"jawab.syarat.kk"_s, u"ya"_s},
                  {u"jawab.syarat.dok-perjalanan"_s, u"tidak"_s},
                  {u"jawab.keluaran.kk"_s, u"tidak"_s},
                  {u"jawab.keluaran.kia"_s, u"tidak"_s}});
    FormFields fields = isianFields(TestOffice::birthData());
    fields.append({u"aksi"_s, u"lanjut"_s});
    citizen.send(UploadBirth + "/isian", fields);
    citizen.open(UploadBirth + "/berkas");
    REQUIRE(citizen
                .upload(UploadBirth + "/berkas", {},
                        {{u"berkas.kk"_s, u"kk.jpg"_s, "image/jpeg", TestFile::jpeg()}})
                .status
            == 303);
}

QStringList filesIn(const QString &folder)
{
    QStringList files;
    QDirIterator found(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (found.hasNext())
        files.append(found.next());
    return files;
}

} // namespace

SCENARIO("A file that cannot be used is refused in words, and nothing is lost", "[portal]")
{
    PortalFixture fixture;
    Citizen citizen(fixture.client());
    goToFiles(fixture, citizen);
    const auto isNothingLost = [&] {
        return citizen.open(UploadBirth + "/berkas").body.contains("kk.jpg")
            && citizen.open(UploadBirth + "/isian").body.contains("Putri Ayu Lestari");
    };
    const auto refuses = [&](const FormFile &file, const QByteArray &words) {
        const HttpAnswer answer =
            citizen.upload(UploadBirth + "/berkas", {{u"aksi"_s, u"unggah"_s}}, {file});
        INFO(answer.body.toStdString());
        CHECK(answer.status == 422);
        CHECK(answer.body.contains(words));
        CHECK(answer.body.contains("href=\"#berkas.ket-lahir\""));
        CHECK(isNothingLost());
    };
    WHEN("it is a picture bomb")
    {
        refuses(proof(u"bom.png"_s, TestFile::pictureBomb()), "40 megapiksel");
    }
    WHEN("it is named .pdf and is none")
    {
        refuses(proof(u"surat.pdf"_s, "MZ\x90 this program cannot be run"),
                "Jenis berkas ini tidak diterima");
    }
    WHEN("it is a locked PDF")
    {
        refuses(proof(u"kunci.pdf"_s, TestFile::lockedPdf()), "terkunci dengan kata sandi");
    }
    WHEN("it is a broken PDF")
    {
        refuses(proof(u"rusak.pdf"_s, TestFile::pdf().first(300)), "rusak atau tidak utuh");
    }
    WHEN("it is a broken picture")
    {
        refuses({u"berkas.ket-lahir"_s, u"x.jpg"_s, "image/jpeg", TestFile::jpeg().first(60)},
                "rusak atau tidak utuh");
    }
    WHEN("it is larger than a file may be, in a form that is not")
    {
        refuses(proof(u"besar.pdf"_s, "%PDF-1.4" + QByteArray(10'700'000, 'x')),
                "lebih dari 10 MB");
    }
    WHEN("the form is larger than any may be")
    {
        const HttpAnswer answer = citizen.upload(
            UploadBirth + "/berkas", {}, {proof(u"raksasa.pdf"_s, QByteArray(13'000'000, 'x'))});
        THEN("the page of the error says so and leads back")
        {
            CHECK(answer.status == 413);
            CHECK(answer.body.contains("paling besar 10 MB"));
            CHECK(answer.body.contains("href=\"/permohonan\""));
            CHECK(isNothingLost());
        }
    }
    WHEN("its name is hostile")
    {
        refuses(proof(u"<img src=x onerror=alert(1)>.pdf"_s, "x"),
                "&lt;img src=x onerror=alert(1)&gt;.pdf");
    }
    WHEN("a good one comes beside a bad one")
    {
        const HttpAnswer answer = citizen.upload(
            UploadBirth + "/berkas", {{u"aksi"_s, u"lanjut"_s}},
            {proof(u"buruk.pdf"_s, "x"),
             {u"berkas.bukti-kawin"_s, u"nikah.pdf"_s, "application/pdf", TestFile::pdf()}});
        THEN("the good one is kept and need not be chosen again")
        {
            CHECK(answer.status == 422);
            CHECK(answer.body.contains("nikah.pdf"));
            CHECK(answer.body.contains("“buruk.pdf”"));
            const HttpAnswer mended =
                citizen.upload(UploadBirth + "/berkas", {{u"aksi"_s, u"lanjut"_s}},
                               {proof(u"baik.pdf"_s, TestFile::pdf())});
            CHECK(mended.header("Location") == UploadBirth + "/periksa");
        }
    }
}

TEST_CASE("Uploads stay private, are judged by their bytes and can be taken back", "[portal]")
{
    PortalFixture fixture;
    Citizen citizen(fixture.client());
    goToFiles(fixture, citizen);
    const QString folder = fixture.folder.filePath(u"portal"_s);
    for (const QString &path : filesIn(folder)) {
        INFO(path.toStdString());
        CHECK_FALSE(path.contains(u"kk.jpg"));
        CHECK_FALSE(path.contains(u"rina"));
        CHECK(QFile::permissions(path)
              == (QFile::ReadOwner | QFile::WriteOwner | QFile::ReadUser | QFile::WriteUser));
    }
    // What was typed, and the file; what came over the line goes when its answer is out.
    CHECK(test::waitFor([&] { return filesIn(folder).size() == 2; }));
    const HttpAnswer page = citizen.open(UploadBirth + "/berkas");
    const qsizetype at = page.body.indexOf("value=\"hapus.");
    REQUIRE(at > 0);
    const QByteArray action = page.body.sliced(at + 7, page.body.indexOf('"', at + 7) - at - 7);
    CHECK(citizen.upload(UploadBirth + "/berkas", {{u"aksi"_s, QString::fromLatin1(action)}}, {})
              .status
          == 303);
    CHECK_FALSE(citizen.open(UploadBirth + "/berkas").body.contains("kk.jpg"));
    CHECK(test::waitFor([&] { return filesIn(folder).size() == 1; }));
}

TEST_CASE("A requirement takes several files, but not without end", "[portal]")
{
    PortalFixture fixture;
    Citizen citizen(fixture.client());
    goToFiles(fixture, citizen);
    QList<FormFile> pages;
    for (int i = 1; i <= 6; ++i)
        pages.append(proof(u"halaman %1.pdf"_s.arg(i), TestFile::pdf()));
    const HttpAnswer answer = citizen.upload(UploadBirth + "/berkas", {}, pages);
    CHECK(answer.status == 422);
    CHECK(answer.body.contains("halaman 5.pdf"));
    CHECK(answer.body.contains("Paling banyak 5 berkas"));
}

TEST_CASE("Another citizen's unsent files cannot be reached", "[portal]")
{
    PortalFixture fixture;
    Citizen citizen(fixture.client());
    goToFiles(fixture, citizen);
    Citizen other(fixture.client());
    other.registerAt(fixture, u"lain@contoh.test"_s);
    other.open(UploadBirth);
    other.send(UploadBirth,
               {{u"jawab.syarat.kk"_s, u"ya"_s},
                {u"jawab.syarat.dok-perjalanan"_s, u"tidak"_s},
                {u"jawab.keluaran.kk"_s, u"tidak"_s},
                {u"jawab.keluaran.kia"_s, u"tidak"_s}});
    CHECK_FALSE(other.open(UploadBirth + "/berkas").body.contains("kk.jpg"));
}

SCENARIO("A full disk is said, and loses nothing of an application", "[portal][full-disk]")
{
    const TinyDisk disk;
    PortalFixture fixture(disk.path());
    Citizen citizen(fixture.client());
    const auto isSaid = [](const HttpAnswer &answer) {
        return answer.status == 503 && answer.body.contains("tidak hilang")
            && answer.body.contains("coba kembali");
    };
    WHEN("the disk is full when a file is uploaded")
    {
        goToFiles(fixture, citizen);
        const auto upload = [&] {
            return citizen.upload(UploadBirth + "/berkas", {{u"aksi"_s, u"unggah"_s}},
                                  {proof(u"lahir.pdf"_s, TestFile::pdf())});
        };
        // What a request before had on the disk may go a moment after its answer.
        bool isFull = false;
        for (int tries = 0; tries < 100 && !isFull; ++tries) {
            disk.fill();
            isFull = isSaid(upload());
        }
        CHECK(isFull);
        CHECK(isSaid(citizen.send(UploadBirth, {{u"jawab.syarat.kk"_s, u"ya"_s}})));
        THEN("what was there stays, and with room again the same file is taken")
        {
            CHECK(citizen.open(UploadBirth + "/berkas").body.contains("kk.jpg"));
            disk.release();
            CHECK(upload().status == 303);
            const QByteArray page = citizen.open(UploadBirth + "/berkas").body;
            CHECK(page.contains("kk.jpg"));
            CHECK(page.contains("lahir.pdf"));
            CHECK(citizen.open(UploadBirth + "/isian").body.contains("Putri Ayu Lestari"));
        }
    }
    WHEN("the disk is full when the application is sent")
    {
        citizen.registerAt(fixture, u"rina@contoh.test"_s);
        fillBirth(citizen);
        const QByteArray review = citizen.open(UploadBirth + "/periksa").body;
        const auto form = QString::fromLatin1(attributeAfter(review, "name=\"formulir\"", "value"));
        const auto sent = [&] {
            return citizen.send(UploadBirth + "/kirim", {{u"formulir"_s, form}});
        };
        disk.fill();
        THEN("it is sent once there is room for all of it, once, with every file")
        {
            int refusals = 0;
            HttpAnswer answer = sent();
            for (; answer.status != 303; ++refusals) {
                INFO(answer.body.toStdString());
                REQUIRE(isSaid(answer));
                CHECK(fixture.permohonanCount() == 0);
                REQUIRE(disk.release(RoomStep));
                answer = sent();
            }
            CHECK(refusals > 0);
            CHECK(sent().header("Location") == answer.header("Location")); // pressed again
            CHECK(fixture.permohonanCount() == 1);
            const auto id =
                fixture.idOf(QString::fromLatin1(answer.header("Location").split('/').value(2)));
            const QList<Berkas> kept = fixture.office.permohonan(id).berkasList;
            CHECK(kept.size() == 3);
            for (const Berkas &berkas : kept)
                CHECK(fixture.office.blobs->getNow(berkas.sha256));
        }
    }
}
