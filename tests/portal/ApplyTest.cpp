#include "tests/portal/PortalFixture.h"

#include <QDirIterator>
#include <QProcess>

#include <catch2/catch_test_macros.hpp>

#include <array>
#include <thread>

using namespace Qt::StringLiterals;
using namespace sipenduduk;

namespace {

const QString ApplyEmail = u"rina@contoh.test"_s;
const QByteArray ApplyBirth = "/ajukan/akta-kelahiran";

FormFields birthFields(const QMap<QString, QString> &changes = {})
{
    QMap<QString, QString> data = TestOffice::birthData();
    data.insert(changes);
    FormFields fields = isianFields(data);
    fields.append({u"aksi"_s, u"lanjut"_s});
    return fields;
}

FormFields birthAnswers()
{
    return {{u"jawab.syarat.kk"_s, u"ya"_s},
            {u"jawab.syarat.dok-perjalanan"_s, u"tidak"_s},
            {u"jawab.keluaran.kk"_s, u"tidak"_s},
            {u"jawab.keluaran.kia"_s, u"tidak"_s}};
}

} // namespace

TEST_CASE("All services can be applied for, each with its questions and fields", "[portal]")
{
    PortalFixture fixture;
    Citizen citizen(fixture.client());
    citizen.registerAt(fixture, ApplyEmail);
    for (const Layanan &layanan : fixture.office.katalog.layananList()) {
        INFO(layanan.code.toStdString());
        const QByteArray path = "/ajukan/" + layanan.code.toUtf8();
        const HttpAnswer first = citizen.openFollowing(path);
        REQUIRE(first.status == 200);
        FormFields answers;
        for (const Syarat &syarat : layanan.requirements) {
            if (!syarat.question.isEmpty())
                answers.append({u"jawab.syarat."_s + syarat.code, u"ya"_s});
        }
        for (const Keluaran &output : layanan.outputs) {
            if (!output.question.isEmpty())
                answers.append({u"jawab.keluaran."_s + output.dokumen, u"ya"_s});
        }
        for (const auto &[name, value] : std::as_const(answers))
            CHECK(first.body.contains("name=\"" + name.toUtf8() + '"'));
        const HttpAnswer form = citizen.follow(citizen.send(path, answers));
        REQUIRE(form.status == 200);
        for (const Isian &field : layanan.fields) {
            const QByteArray name = field.columns.isEmpty()
                ? "isian." + field.code.toUtf8()
                : "isian." + field.code.toUtf8() + ".0." + field.columns.first().code.toUtf8();
            INFO(name.toStdString());
            CHECK(form.body.count(" name=\"" + name + '"') >= 1);
        }
        const HttpAnswer berkas = citizen.open(path + "/berkas");
        REQUIRE(berkas.status == 200);
        for (const Syarat &syarat : layanan.requirements)
            CHECK(berkas.body.contains("name=\"berkas." + syarat.code.toUtf8() + '"')
                  == syarat.isUploaded);
        REQUIRE(citizen.send(path + "/hapus", {}).status == 303);
    }
    CHECK(citizen.leaks.isEmpty());
}

SCENARIO("A birth is applied for", "[portal]")
{
    PortalFixture fixture;
    Citizen citizen(fixture.client());
    citizen.registerAt(fixture, ApplyEmail);
    GIVEN("an application that was filled in")
    {
        fillBirth(citizen);
        WHEN("it is sent")
        {
            const HttpAnswer review = citizen.open(ApplyBirth + "/periksa");
            CHECK(review.body.contains("Putri Ayu Lestari"));
            CHECK(review.body.contains("1 November 2026"));
            CHECK(review.body.contains("Perempuan"));
            CHECK(review.body.contains("buku nikah.jpg"));
            const QString number = sendBirth(citizen);
            THEN("the citizen reads its number and finds it in the own list")
            {
                const HttpAnswer receipt =
                    citizen.open("/permohonan/" + number.toLatin1() + "/tanda-terima");
                CHECK(receipt.status == 200);
                CHECK(receipt.body.contains(number.toLatin1()));
                CHECK_FALSE(receipt.body.contains("1471010101800001"));
                CHECK(receipt.body.contains("147101••••••0001"));
                const HttpAnswer list = citizen.open("/permohonan");
                CHECK(list.body.contains("/permohonan/" + number.toLatin1()));
                CHECK_FALSE(list.body.contains("Belum dikirim"));
                CHECK(citizen.leaks.isEmpty());
            }
            THEN("the office has the data and every file as it was judged")
            {
                const Permohonan stored = fixture.office.permohonan(fixture.idOf(number));
                CHECK(stored.data == TestOffice::birthData());
                CHECK(stored.answers.value(u"syarat.kk"_s));
                REQUIRE(stored.berkasList.size() == 3);
                CHECK(stored.berkasList[0].requirement == u"ket-lahir");
                CHECK(stored.berkasList[0].mediaType == u"application/pdf");
                CHECK(stored.berkasList[0].fileName == u"surat lahir.pdf");
                CHECK(stored.email == ApplyEmail);
            }
            THEN("the resi is there once the data are entered, not before")
            {
                const QByteArray resi = "/permohonan/" + number.toLatin1() + "/resi";
                CHECK(citizen.open(resi).status == 404);
                fixture.enter(fixture.idOf(number));
                CHECK(citizen.open(resi).body.contains("Resi permohonan"));
                CHECK(citizen.open("/permohonan/" + number.toLatin1())
                          .body.contains("Resi sudah terbit"));
            }
            THEN("nobody else sees it")
            {
                Citizen other(fixture.client());
                other.registerAt(fixture, u"lain@contoh.test"_s);
                const QByteArray path = "/permohonan/" + number.toLatin1();
                for (const QByteArray &page :
                     {path, path + "/tanda-terima", path + "/resi", path + "/perbaiki"})
                    CHECK(other.open(page).status == 404);
                CHECK(other.send(path + "/batal", {{u"yakin"_s, u"ya"_s}}).status == 404);
                CHECK_FALSE(other.open("/permohonan").body.contains(number.toLatin1()));
            }
            THEN("it can be withdrawn by who is sure of it, while nobody has taken it")
            {
                const QByteArray path = "/permohonan/" + number.toLatin1();
                citizen.open(path);
                CHECK(citizen.send(path + "/batal", {}).status == 422);
                CHECK(citizen.follow(citizen.send(path + "/batal", {{u"yakin"_s, u"ya"_s}}))
                          .body.contains("Dibatalkan"));
                CHECK(fixture.office.head(fixture.idOf(number)).status
                      == Status::DibatalkanPemohon);
            }
            THEN("it cannot be withdrawn any more when an officer has it")
            {
                const QByteArray path = "/permohonan/" + number.toLatin1();
                citizen.open(path);
                fixture.registerIt(fixture.idOf(number));
                CHECK(citizen.send(path + "/batal", {{u"yakin"_s, u"ya"_s}}).status == 422);
            }
        }
        WHEN("the form is sent twice")
        {
            const HttpAnswer review = citizen.open(ApplyBirth + "/periksa");
            const FormFields form{
                {u"formulir"_s,
                 QString::fromLatin1(attributeAfter(review.body, "name=\"formulir\"", "value"))}};
            const HttpAnswer first = citizen.send(ApplyBirth + "/kirim", form);
            const HttpAnswer second = citizen.send(ApplyBirth + "/kirim", form);
            THEN("one permohonan exists, and both answers lead to it")
            {
                CHECK(first.status == 303);
                CHECK(second.header("Location") == first.header("Location"));
                CHECK(fixture.permohonanCount() == 1);
            }
        }
        WHEN("the form is sent by several connections at once")
        {
            const HttpAnswer review = citizen.open(ApplyBirth + "/periksa");
            const FormFields form{
                {u"formulir"_s,
                 QString::fromLatin1(attributeAfter(review.body, "name=\"formulir\"", "value"))},
                {u"csrf"_s, QString::fromLatin1(citizen.csrf)}};
            const QByteArray cookie = "__Host-sesi=" + citizen.client.cookie("__Host-sesi");
            std::array<QByteArray, 4> places;
            {
                std::vector<std::jthread> threads;
                for (QByteArray &place : places) {
                    threads.emplace_back([&] {
                        HttpClient client = fixture.client();
                        client.setHeader("Cookie", cookie);
                        place = client.post(ApplyBirth + "/kirim", form).header("Location");
                    });
                }
            }
            THEN("one permohonan exists all the same")
            {
                CHECK(fixture.permohonanCount() == 1);
                for (const QByteArray &place : places)
                    CHECK(place == places[0]);
                CHECK(places[0].endsWith("/tanda-terima"));
            }
        }
        WHEN("the server stops before it notes that the application was sent")
        {
            // The draft as it was when the service had committed: sending had begun.
            const HttpAnswer review = citizen.open(ApplyBirth + "/periksa");
            const QString kept = fixture.folder.filePath(u"salinan"_s);
            QProcess::execute(u"cp"_s, {u"-a"_s, fixture.folder.filePath(u"portal"_s), kept});
            const QString number = sendBirth(citizen);
            fixture.stop();
            QDir(fixture.folder.filePath(u"portal"_s)).removeRecursively();
            REQUIRE(QDir().rename(kept, fixture.folder.filePath(u"portal"_s)));
            QDirIterator drafts(fixture.folder.filePath(u"portal/draf"_s), {u"isian.json"_s},
                                QDir::Files, QDirIterator::Subdirectories);
            REQUIRE(drafts.hasNext());
            QFile draft(drafts.next());
            REQUIRE(draft.open(QIODevice::ReadWrite));
            QByteArray json = draft.readAll();
            json.replace("\"dikirim\":\"\"", "\"dikirim\":\"2026-11-23T02:00:00.000Z\"");
            REQUIRE(draft.resize(0));
            draft.seek(0);
            draft.write(json);
            draft.close();
            fixture.start();
            THEN("sending it again leads to the permohonan that exists")
            {
                const HttpAnswer again =
                    citizen.send(ApplyBirth + "/kirim",
                                 {{u"formulir"_s,
                                   QString::fromLatin1(attributeAfter(
                                       review.body, "name=\"formulir\"", "value"))}});
                CHECK(again.header("Location")
                      == "/permohonan/" + number.toLatin1() + "/tanda-terima");
                CHECK(fixture.permohonanCount() == 1);
            }
        }
        WHEN("the server is restarted before it is sent")
        {
            fixture.stop();
            fixture.start();
            THEN("nothing that was typed or uploaded is lost")
            {
                CHECK(citizen.open("/permohonan").body.contains("Belum dikirim"));
                CHECK_FALSE(sendBirth(citizen).isEmpty());
            }
        }
    }
}

SCENARIO("What is wrong in an application is said and nothing is lost", "[portal]")
{
    PortalFixture fixture;
    Citizen citizen(fixture.client());
    citizen.registerAt(fixture, ApplyEmail);
    WHEN("a question is left open")
    {
        citizen.open(ApplyBirth);
        FormFields answers = birthAnswers();
        answers.removeFirst();
        const HttpAnswer answer = citizen.send(ApplyBirth, answers);
        THEN("it is asked again, and the others keep their answers")
        {
            CHECK(answer.status == 422);
            CHECK(answer.body.contains("Jawab ya atau tidak."));
            CHECK(answer.body.count(" checked") == 3);
            CHECK(citizen.open(ApplyBirth + "/isian").header("Location") == ApplyBirth);
        }
    }
    WHEN("a field is missing and another is wrong")
    {
        citizen.open(ApplyBirth);
        citizen.send(ApplyBirth, birthAnswers());
        citizen.open(ApplyBirth + "/isian");
        const HttpAnswer answer =
            citizen.send(ApplyBirth + "/isian",
                         birthFields({{u"anak_nama"_s, {}},
                                      {u"ibu_nik"_s, u"147101420282000"_s},
                                      {u"ayah_nama"_s, u"\"><script>alert(1)</script>"_s},
                                      {u"tgl_lahir"_s, u"31-02-2026"_s}}));
        THEN("each is named beside its field and on top, and all that was typed stays")
        {
            CHECK(answer.status == 422);
            CHECK(answer.body.contains("href=\"#isian.anak_nama\""));
            CHECK(answer.body.contains("NIK harus tepat 16 angka; yang diisi 15."));
            CHECK(attributeAfter(answer.body, "id=\"isian.ibu_nik\"", "value")
                  == "147101420282000");
            CHECK(attributeAfter(answer.body, "id=\"isian.saksi1_nama\"", "value")
                  == "Andi Wijaya");
            CHECK(answer.body.contains(
                "id=\"isian.tgl_lahir\" name=\"isian.tgl_lahir\" value=\"2026-02-31\""));
            CHECK_FALSE(answer.body.contains("<script>alert"));
            CHECK(answer.body.contains("&quot;&gt;&lt;script&gt;alert"));
        }
        THEN("it is still there for who comes back later")
        {
            const HttpAnswer later = citizen.open(ApplyBirth + "/isian?periksa=1");
            CHECK(later.status == 422);
            CHECK(attributeAfter(later.body, "id=\"isian.saksi1_nama\"", "value") == "Andi Wijaya");
            CHECK(citizen.open(ApplyBirth + "/periksa").header("Location")
                  == ApplyBirth + "/isian?periksa=1");
        }
    }
    WHEN("papers are missing")
    {
        citizen.open(ApplyBirth);
        citizen.send(ApplyBirth, birthAnswers());
        citizen.open(ApplyBirth + "/isian");
        citizen.send(ApplyBirth + "/isian", birthFields());
        citizen.open(ApplyBirth + "/berkas");
        const HttpAnswer answer =
            citizen.upload(ApplyBirth + "/berkas", {{u"aksi"_s, u"lanjut"_s}}, {});
        THEN("each is named")
        {
            CHECK(answer.status == 422);
            CHECK(answer.body.count("Unggah sedikitnya satu dari pilihan berkas ini.") == 4);
            CHECK(answer.body.contains("Berkas ini belum diunggah."));
        }
    }
}

TEST_CASE("A second permohonan for the same person and service is refused with the first's number",
          "[portal]")
{
    PortalFixture fixture;
    Citizen citizen(fixture.client());
    citizen.registerAt(fixture, ApplyEmail);
    const QByteArray path = "/ajukan/ktp-hilang-rusak";
    const auto apply = [&] {
        citizen.open(path);
        citizen.send(path, {{u"jawab.syarat.kk"_s, u"tidak"_s}});
        FormFields fields = isianFields({{u"pemohon_nama"_s, u"Rina Marlina"_s},
                                         {u"pemohon_nik"_s, u"1471014404760004"_s},
                                         {u"pemohon_nokk"_s, u"1471010101150001"_s},
                                         {u"sebab"_s, u"rusak"_s}});
        fields.append({u"aksi"_s, u"lanjut"_s});
        REQUIRE(citizen.send(path + "/isian", fields).header("Location") == path + "/berkas");
        citizen.upload(path + "/berkas", {},
                       {{u"berkas.ktp-rusak"_s, u"ktp.jpg"_s, "image/jpeg", TestFile::jpeg()}});
        const HttpAnswer review = citizen.open(path + "/periksa");
        return citizen.send(
            path + "/kirim",
            {{u"formulir"_s,
              QString::fromLatin1(attributeAfter(review.body, "name=\"formulir\"", "value"))}});
    };
    const HttpAnswer first = apply();
    REQUIRE(first.status == 303);
    const QByteArray number = first.header("Location").split('/').at(2);
    const HttpAnswer second = apply();
    CHECK(second.status == 422);
    CHECK(second.body.contains("href=\"/status/" + number + '"'));
    CHECK(second.body.contains("tetap tersimpan"));
    CHECK(fixture.permohonanCount() == 1);
    CHECK(citizen.open(path + "/periksa").body.contains("ktp.jpg"));
}

TEST_CASE("A table grows by a row without losing what stands in it", "[portal]")
{
    PortalFixture fixture;
    Citizen citizen(fixture.client());
    citizen.registerAt(fixture, ApplyEmail);
    const QByteArray path = "/ajukan/kk-pisah";
    citizen.openFollowing(path);
    citizen.send(path, {{u"jawab.syarat.bukti-kawin-cerai"_s, u"tidak"_s}});
    REQUIRE(citizen.open(path + "/isian").status == 200);
    const HttpAnswer grown = citizen.send(path + "/isian",
                                          {{u"isian.anggota_pisah.0.nama"_s, u"Ani Susanti"_s},
                                           {u"isian.anggota_pisah.1.nama"_s, u""_s},
                                           {u"isian.anggota_pisah.2.nama"_s, u"Dewi Lestari"_s},
                                           {u"aksi"_s, u"tambah.anggota_pisah"_s}});
    CHECK(grown.status == 200);
    CHECK(grown.body.contains("isian.anggota_pisah.3.nama"));
    CHECK_FALSE(grown.body.contains("isian.anggota_pisah.4.nama"));
    CHECK(attributeAfter(grown.body, "id=\"isian.anggota_pisah.0.nama\"", "value")
          == "Ani Susanti");
    CHECK(attributeAfter(grown.body, "id=\"isian.anggota_pisah.1.nama\"", "value")
          == "Dewi Lestari");
    const HttpAnswer wrong = citizen.send(path + "/isian",
                                          {{u"isian.anggota_pisah.0.nama"_s, u"Ani Susanti"_s},
                                           {u"isian.anggota_pisah.0.nik"_s, u"12"_s},
                                           {u"aksi"_s, u"lanjut"_s}});
    CHECK(wrong.status == 422);
    CHECK(wrong.body.contains("href=\"#isian.anggota_pisah.0.nik\""));
    CHECK(wrong.body.contains("Anggota yang pisah, baris 1, NIK"));
}

TEST_CASE("What the office knows of the applicant need not be typed again", "[portal]")
{
    PortalFixture fixture;
    Citizen citizen(fixture.client());
    citizen.registerAt(fixture, ApplyEmail);
    citizen.open(ApplyBirth);
    citizen.send(ApplyBirth, birthAnswers());
    const HttpAnswer form = citizen.open(ApplyBirth + "/isian");
    CHECK(attributeAfter(form.body, "id=\"isian.pelapor_nama\"", "value") == "Budi Santoso");
    CHECK(attributeAfter(form.body, "id=\"isian.pelapor_nik\"", "value") == "1471010101800001");
    CHECK(attributeAfter(form.body, "id=\"isian.ibu_nama\"", "value").isEmpty());
}
