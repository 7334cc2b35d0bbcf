#include "tests/portal/PortalFixture.h"

#include "server/db/DokumenRepository.h"
#include "server/services/Workflow.h"

#include <catch2/catch_test_macros.hpp>

using namespace Qt::StringLiterals;
using namespace sipenduduk;

namespace {

/// A birth sent back to its applicant, with these defects.
QByteArray returned(PortalFixture &fixture, Citizen &citizen, const QList<Defect> &defects)
{
    citizen.registerAt(fixture, u"rina@contoh.test"_s);
    fillBirth(citizen);
    const QString number = sendBirth(citizen);
    const PermohonanId id = fixture.idOf(number);
    fixture.registerIt(id);
    StepInput input;
    input.note = u"Lihat catatan"_s;
    input.defects = defects;
    REQUIRE(fixture.office.act(id, Role::Fo, Action::AskRevision, input));
    return "/permohonan/" + number.toLatin1();
}

const Defect BadName{.target = DefectTarget::Field,
                     .code = u"anak_nama"_s,
                     .verdict = Verdict::NotMatching,
                     .solution = u"Tulis sesuai surat lahir <i>asli</i>"_s};
const Defect BadScan{.target = DefectTarget::Requirement,
                     .code = u"kk"_s,
                     .verdict = Verdict::Unreadable,
                     .solution = u"Foto ulang lebih terang"_s};

} // namespace

SCENARIO("An applicant mends what was refused, and nothing else", "[portal]")
{
    PortalFixture fixture;
    Citizen citizen(fixture.client());
    const QByteArray path = returned(fixture, citizen, {BadName, BadScan});
    const PermohonanId id = fixture.idOf(QString::fromLatin1(path.split('/').last()));
    const HttpAnswer own = citizen.open(path);
    CHECK(own.body.contains("Perlu Anda perbaiki"));
    CHECK(own.body.contains("Foto ulang lebih terang"));
    CHECK(own.body.contains("&lt;i&gt;asli&lt;/i&gt;"));
    CHECK(citizen.open("/permohonan").body.contains(path + "/perbaiki"));

    const HttpAnswer form = citizen.open(path + "/perbaiki");
    REQUIRE(form.status == 200);
    CHECK(form.body.count(" name=\"isian.") == 1);
    CHECK(form.body.count("type=\"file\"") == 1);
    CHECK(form.body.contains("name=\"berkas.kk\""));
    CHECK(attributeAfter(form.body, "id=\"isian.anak_nama\"", "value") == "Putri Ayu Lestari");

    WHEN("nothing was mended")
    {
        const HttpAnswer answer = citizen.upload(
            path + "/perbaiki",
            {{u"isian.anak_nama"_s, u"Putri Ayu Lestari"_s}, {u"aksi"_s, u"kirim"_s}}, {});
        THEN("both are named, and the permohonan stays with the applicant")
        {
            CHECK(answer.status == 422);
            CHECK(answer.body.contains("Isian ini belum diubah."));
            CHECK(answer.body.contains("Unggah berkas penggantinya."));
            CHECK(fixture.office.head(id).status == Status::DikembalikanKePemohon);
        }
    }
    WHEN("the field is mended and the file is bad")
    {
        const HttpAnswer answer = citizen.upload(
            path + "/perbaiki",
            {{u"isian.anak_nama"_s, u"Putri Ayu Lestarini"_s}, {u"aksi"_s, u"kirim"_s}},
            {{u"berkas.kk"_s, u"kk.pdf"_s, "application/pdf", TestFile::lockedPdf()}});
        THEN("the file is refused in words and what was typed is kept")
        {
            CHECK(answer.status == 422);
            CHECK(answer.body.contains("terkunci dengan kata sandi"));
            CHECK(attributeAfter(answer.body, "id=\"isian.anak_nama\"", "value")
                  == "Putri Ayu Lestarini");
            CHECK(attributeAfter(citizen.open(path + "/perbaiki").body, "id=\"isian.anak_nama\"",
                                 "value")
                  == "Putri Ayu Lestarini");
        }
    }
    WHEN("more than was refused is sent along")
    {
        const HttpAnswer answer = citizen.upload(
            path + "/perbaiki",
            {{u"isian.anak_nama"_s, u"Putri Ayu Lestarini"_s},
             {u"isian.ibu_nama"_s, u"Orang Lain"_s},
             {u"aksi"_s, u"kirim"_s}},
            {{u"berkas.kk"_s, u"kk baru.jpg"_s, "image/jpeg", TestFile::jpeg()},
             {u"berkas.ket-lahir"_s, u"lain.pdf"_s, "application/pdf", TestFile::pdf()}});
        THEN("only that is taken, and it goes back to the office")
        {
            CHECK(answer.header("Location") == path + "?terkirim=1");
            CHECK(citizen.follow(answer).body.contains("Perbaikan sudah kami terima"));
            const Permohonan stored = fixture.office.permohonan(id);
            CHECK(stored.row.status == Status::Diajukan);
            CHECK(stored.data.value(u"anak_nama"_s) == u"Putri Ayu Lestarini");
            CHECK(stored.data.value(u"ibu_nama"_s) == u"Siti Aminah");
            QStringList current;
            for (const Berkas &berkas : stored.berkasList) {
                if (!berkas.isSuperseded)
                    current.append(berkas.fileName);
            }
            CHECK(current.contains(u"kk baru.jpg"));
            CHECK(current.contains(u"surat lahir.pdf"));
            CHECK_FALSE(current.contains(u"lain.pdf"));
        }
        THEN("sending it again changes nothing and leads to the permohonan")
        {
            const HttpAnswer again =
                citizen.upload(path + "/perbaiki",
                               {{u"isian.anak_nama"_s, u"Nama Ketiga"_s}, {u"aksi"_s, u"kirim"_s}},
                               {{u"berkas.kk"_s, u"kk.jpg"_s, "image/jpeg", TestFile::jpeg()}});
            CHECK(again.header("Location") == path);
            CHECK(fixture.office.permohonan(id).data.value(u"anak_nama"_s)
                  == u"Putri Ayu Lestarini");
        }
    }
    WHEN("what replaces the value breaks a rule")
    {
        const HttpAnswer answer = citizen.upload(
            path + "/perbaiki", {{u"isian.anak_nama"_s, u"Putri 3"_s}, {u"aksi"_s, u"kirim"_s}},
            {{u"berkas.kk"_s, u"kk.jpg"_s, "image/jpeg", TestFile::jpeg()}});
        THEN("it is said, and the file is kept")
        {
            CHECK(answer.status == 422);
            CHECK(answer.body.contains("Nama tidak boleh memuat angka."));
            CHECK(answer.body.contains("kk.jpg"));
            const HttpAnswer mended = citizen.upload(
                path + "/perbaiki",
                {{u"isian.anak_nama"_s, u"Putri Tiga"_s}, {u"aksi"_s, u"kirim"_s}}, {});
            CHECK(mended.header("Location") == path + "?terkirim=1");
        }
    }
    CHECK(citizen.leaks.isEmpty());
}

SCENARIO("The signed document reaches the citizen", "[portal]")
{
    PortalFixture fixture;
    Citizen citizen(fixture.client());
    citizen.registerAt(fixture, u"rina@contoh.test"_s);
    fillBirth(citizen);
    const QString number = sendBirth(citizen);
    const PermohonanId id = fixture.idOf(number);
    const QByteArray path = "/permohonan/" + number.toLatin1();
    CHECK_FALSE(citizen.open(path).body.contains("/unduh/"));
    fixture.enter(id);
    CHECK_FALSE(citizen.open(path).body.contains("/unduh/"));
    fixture.issue(id);

    GIVEN("the link on the own page")
    {
        const HttpAnswer own = citizen.open(path);
        CHECK(own.body.contains("Dokumen sudah dikirim"));
        const DokumenRecord dokumen = fixture.office.dokumenList(id).first();
        const QByteArray link = "/unduh/" + dokumen.downloadToken.toLatin1();
        REQUIRE(own.body.contains("href=\"" + link + '"'));
        CHECK(dokumen.status == Status::Terkirim);
        WHEN("only its head is asked for, as mail programs do")
        {
            THEN("that is no receipt")
            {
                CHECK(fixture.client().head(link).status == 200);
                CHECK(fixture.office.dokumenList(id).first().status == Status::Terkirim);
            }
        }
        WHEN("it is opened, by who has the link from the mail and no session")
        {
            const HttpAnswer file = fixture.client().get(link);
            THEN("the stored bytes come, and the receipt is recorded once")
            {
                CHECK(file.status == 200);
                CHECK(file.header("Content-Type") == "application/pdf");
                CHECK(file.header("Content-Disposition").startsWith("attachment"));
                CHECK(file.header("Cache-Control") == "no-store");
                CHECK(file.body == "signed " + dokumen.draftSha256);
                CHECK(fixture.office.dokumenList(id).first().status == Status::Diterima);
                const int version = fixture.office.head(id).version;
                CHECK(fixture.client().get(link).status == 200);
                CHECK(fixture.office.head(id).version == version);
                CHECK(citizen.open(path).body.contains("Sudah Anda terima"));
            }
        }
        WHEN("a link is guessed")
        {
            THEN("there is nothing")
            {
                CHECK(citizen.open("/unduh/" + QByteArray(32, 'A')).status == 404);
                CHECK(citizen.open("/unduh/" + dokumen.verifyToken.toLatin1()).status == 404);
                CHECK(citizen.open("/unduh/..%2f..%2foffice.db").status == 404);
            }
        }
    }
    CHECK(citizen.leaks.isEmpty());
}
