#include "server/mail/MailTemplates.h"

#include <QJsonArray>

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

using namespace Qt::StringLiterals;
using namespace sipenduduk;

namespace {

/// What the services put into the outbox, all keys at once.
QJsonObject wholePayload()
{
    return {
        {u"office"_s, u"Disdukcapil Kota Pekanbaru"_s},
        {u"name"_s, u"Siti Nurbaya"_s},
        {u"number"_s, u"PKU-20261122-0001"_s},
        {u"service"_s, u"Akta Kelahiran"_s},
        {u"statusUrl"_s, u"https://portal.example/status/PKU-20261122-0001"_s},
        {u"reason"_s, u"Data pada KK & surat lahir berbeda."_s},
        {u"code"_s, u"482913"_s},
        {u"minutes"_s, 15},
        {u"defects"_s,
         QJsonArray{QJsonObject{{u"name"_s, u"Surat keterangan lahir"_s},
                                {u"problem"_s, u"tidak terbaca"_s},
                                {u"solution"_s, u"Pindai ulang dengan terang."_s}},
                    QJsonObject{{u"name"_s, u"Nama ayah"_s},
                                {u"problem"_s, QString()},
                                {u"solution"_s, u"Tulis sesuai KTP-el."_s}}}},
        {u"documents"_s,
         QJsonArray{QJsonObject{{u"name"_s, u"Kutipan Akta Kelahiran"_s},
                                {u"number"_s, u"1471-LU-22112026-0001"_s},
                                {u"url"_s, u"https://portal.example/unduh/abc"_s}},
                    QJsonObject{{u"name"_s, u"Kartu Keluarga"_s},
                                {u"number"_s, u"1471012211260001"_s},
                                {u"url"_s, u"https://portal.example/unduh/x1234567890123456y"_s}}}},
        {u"cards"_s,
         QJsonArray{QJsonObject{{u"name"_s, u"KIA tanpa foto"_s}, {u"number"_s, QString()}}}},
    };
}

struct Expected
{
    MailEvent event;
    QString subject;
    QStringList contains;
};

const QList<Expected> &allLetters()
{
    static const QList<Expected> list{
        {MailEvent::EmailCode,
         u"Kode verifikasi alamat email Anda"_s,
         {u"\n    482913\n"_s, u"15 menit"_s}},
        {MailEvent::Acknowledgement,
         u"Tanda terima pengajuan PKU-20261122-0001"_s,
         {u"Layanan          : Akta Kelahiran\n"_s,
          u"\nhttps://portal.example/status/PKU-20261122-0001\n"_s}},
        {MailEvent::Resi,
         u"Resi permohonan PKU-20261122-0001"_s,
         {u"Nomor resi : PKU-20261122-0001\n"_s}},
        {MailEvent::RevisionAsked,
         u"Permohonan PKU-20261122-0001 perlu diperbaiki"_s,
         {u"Catatan petugas:\nData pada KK & surat lahir berbeda.\n"_s,
          u"  * Surat keterangan lahir: tidak terbaca\n    Cara memperbaiki: Pindai ulang dengan terang.\n\n"
          "  * Nama ayah\n    Cara memperbaiki: Tulis sesuai KTP-el.\n"_s}},
        {MailEvent::Rejected,
         u"Permohonan PKU-20261122-0001 tidak dapat dikabulkan"_s,
         {u"Alasan:\nData pada KK & surat lahir berbeda.\n"_s}},
        {MailEvent::Issued,
         u"Dokumen permohonan PKU-20261122-0001 telah terbit"_s,
         {u"  * Kutipan Akta Kelahiran, nomor 1471-LU-22112026-0001\n    Unduh: https://portal.example/unduh/abc\n"_s,
          u"  * Kartu Keluarga, nomor 1471••••••••0001\n    Unduh: https://portal.example/unduh/x1234567890123456y\n"_s,
          u"  * KIA tanpa foto\n"_s}},
        {MailEvent::ReadyForPickup,
         u"Kartu permohonan PKU-20261122-0001 siap diambil"_s,
         {u"  * KIA tanpa foto\n"_s}},
    };
    return list;
}

} // namespace

TEST_CASE("Every event has its letter", "[mail]")
{
    for (const Expected &expected : allLetters()) {
        const auto text = MailTemplates::render(expected.event, wholePayload());
        REQUIRE(text);
        CHECK(text->subject.toStdString() == expected.subject.toStdString());
        INFO(text->body.toStdString());
        CHECK(text->body.startsWith(u"Yth. Bapak/Ibu Siti Nurbaya,\n\n"_s));
        CHECK(text->body.contains(u"Hormat kami,\nDisdukcapil Kota Pekanbaru\n"_s));
        for (const QString &part : expected.contains)
            CHECK(text->body.contains(part));
        CHECK_FALSE(text->body.contains(u"{{"_s));
        CHECK_FALSE(text->body.contains(u"}}"_s));
        CHECK_FALSE(text->body.contains(u"LATIHAN"_s));
        CHECK_FALSE(text->body.contains(u"\n\n\n"_s));
    }
    CHECK_FALSE(MailTemplates::render(MailEvent::None, wholePayload()));
}

TEST_CASE("A letter with a hole does not go out", "[mail]")
{
    const QList<std::pair<MailEvent, QString>> needed{
        {MailEvent::EmailCode, u"code"_s},         {MailEvent::EmailCode, u"minutes"_s},
        {MailEvent::Acknowledgement, u"number"_s}, {MailEvent::Resi, u"service"_s},
        {MailEvent::Rejected, u"reason"_s},        {MailEvent::Issued, u"documents"_s},
        {MailEvent::ReadyForPickup, u"cards"_s},   {MailEvent::RevisionAsked, u"office"_s}};
    for (const auto &[event, key] : needed) {
        QJsonObject payload = wholePayload();
        payload.remove(key);
        const auto missing = MailTemplates::render(event, payload);
        REQUIRE_FALSE(missing);
        CHECK(missing.error().code == ErrorCode::InvalidArgument);
        payload.insert(key, QString());
        CHECK_FALSE(MailTemplates::render(event, payload));
    }
    QJsonObject nothingToMend = wholePayload();
    nothingToMend.remove(u"defects"_s);
    CHECK(MailTemplates::render(MailEvent::RevisionAsked, nothingToMend));
    nothingToMend.remove(u"reason"_s);
    CHECK_FALSE(MailTemplates::render(MailEvent::RevisionAsked, nothingToMend));
    QJsonObject nameless = wholePayload();
    nameless.insert(u"cards"_s, QJsonArray{QJsonObject{{u"number"_s, u"1"_s}}});
    CHECK_FALSE(MailTemplates::render(MailEvent::ReadyForPickup, nameless));
}

TEST_CASE("A letter shows what applies and nothing else", "[mail]")
{
    QJsonObject payload = wholePayload();
    payload.remove(u"name"_s);
    payload.remove(u"cards"_s);
    payload.remove(u"statusUrl"_s);
    payload.remove(u"reason"_s);
    payload.insert(u"isPractice"_s, true);
    const auto issued = MailTemplates::render(MailEvent::Issued, payload);
    REQUIRE(issued);
    CHECK(issued->body.startsWith(u"[LATIHAN] "_s));
    CHECK(issued->body.contains(u"Yth. Bapak/Ibu Pemohon,"_s));
    CHECK_FALSE(issued->body.contains(u"Kartu berikut"_s));
    const auto revision = MailTemplates::render(MailEvent::RevisionAsked, payload);
    REQUIRE(revision);
    CHECK_FALSE(revision->body.contains(u"Catatan petugas"_s));
    CHECK_FALSE(revision->body.contains(u"melalui"_s));
}

TEST_CASE("No NIK leaves the office by mail, whoever typed it where", "[mail]")
{
    QJsonObject payload = wholePayload();
    payload.insert(u"reason"_s,
                   u"NIK 1471012211260001 pada KK 1471012211260002, bukan (1471012211260003)."_s);
    payload.insert(u"number"_s, u"1471012211260004"_s);
    const auto text = MailTemplates::render(MailEvent::Rejected, payload);
    REQUIRE(text);
    CHECK(text->body.contains(
        u"NIK 1471••••••••0001 pada KK 1471••••••••0002, bukan (1471••••••••0003)."_s));
    CHECK_FALSE((text->subject + text->body).contains(u"2211260"_s));
}

TEST_CASE("A value is never a template, nor a second header", "[mail]")
{
    QJsonObject payload = wholePayload();
    payload.insert(u"name"_s, u"{{code}}{{> penutup}}"_s);
    payload.insert(u"number"_s, u"PKU-1\r\nBcc: x@warga.example"_s);
    const auto text = MailTemplates::render(MailEvent::Resi, payload);
    REQUIRE(text);
    CHECK(text->body.contains(u"Yth. Bapak/Ibu {{code}}{{> penutup}},"_s));
    CHECK(text->subject == u"Resi permohonan PKU-1 Bcc: x@warga.example"_s);
}
