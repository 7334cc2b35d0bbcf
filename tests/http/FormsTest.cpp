#include "tests/http/PortalUnderTest.h"
#include "tests/server/TinyDisk.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QTest>

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include <atomic>
#include <mutex>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace sipenduduk;

namespace {

QByteArray noise(qsizetype size)
{
    QByteArray bytes;
    for (quint32 block = 0; bytes.size() < size; ++block)
        bytes += QCryptographicHash::hash(QByteArray::number(block), QCryptographicHash::Sha256);
    return bytes.first(size);
}

QByteArray contents(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// Answers with every field and file, one a line, so that a test sees what arrived.
QByteArray described(HttpRequest &request)
{
    QByteArray text;
    for (const NameValue &field : request.fields)
        text += (field.name + u'=' + field.value + u'\n').toUtf8();
    for (const UploadedFile &file : request.files) {
        text += file.field().toUtf8() + ':' + file.fileName().toUtf8() + ':'
            + file.mediaType().toUtf8() + ':' + QByteArray::number(file.size()) + ':'
            + QCryptographicHash::hash(contents(file.path()), QCryptographicHash::Sha256).toHex()
            + '\n';
    }
    return text;
}

Router formRouter()
{
    Router router;
    const auto echo = [](const std::shared_ptr<HttpRequest> &request, const Responder &respond) {
        respond(HttpResponse::bytes(described(*request), "text/plain"));
    };
    router.post(u"/isian"_s, echo);
    router.post(u"/berkas"_s, echo, Router::Body::Files);
    return router;
}

QByteArray line(const QByteArray &field, const QByteArray &name, const QByteArray &type,
                const QByteArray &bytes)
{
    return field + ':' + name + ':' + type + ':' + QByteArray::number(bytes.size()) + ':'
        + QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex() + '\n';
}

const QByteArray Boundary = "batas";

QByteArray part(const QByteArray &head, const QByteArray &body)
{
    return "--" + Boundary + "\r\nContent-Disposition: form-data; " + head + "\r\n\r\n" + body
        + "\r\n";
}

QByteArray multipartHead(qsizetype length)
{
    return "POST /berkas HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Type: multipart/form-data; boundary="
        + Boundary + "\r\nContent-Length: " + QByteArray::number(length) + "\r\n\r\n";
}

} // namespace

TEST_CASE("A form's fields arrive in order, with every letter", "[http]")
{
    PortalUnderTest portal(formRouter());
    HttpClient client = portal.client();
    CHECK(client
              .post("/isian",
                    {{u"nama"_s, u"Siti Nurbaya é & = +"_s},
                     {u"kosong"_s, {}},
                     {u"pilih"_s, u"a"_s},
                     {u"pilih"_s, u"b"_s}})
              .body
          == "nama=Siti Nurbaya é & = +\nkosong=\npilih=a\npilih=b\n");
    CHECK(client.upload("/isian", {{u"nama"_s, u"baris 1\nbaris 2 é"_s}}, {}).body
          == "nama=baris 1\nbaris 2 é\n");
    CHECK(client.send("POST", "/isian", {}, {}).status == 200); // an empty form is a form
}

TEST_CASE("A form over its bounds is refused with a page", "[http]")
{
    PortalUnderTest portal(formRouter());
    HttpClient client = portal.client();
    const HttpAnswer tooLong = client.post("/isian", {{u"a"_s, QString(70000, u'x')}});
    CHECK(tooLong.status == 413);
    CHECK(tooLong.body.contains("terlalu besar"));
    FormFields many;
    for (int i = 0; i < 1100; ++i)
        many.append({u"f"_s, u"1"_s});
    CHECK(client.post("/isian", many).status == 413);
    CHECK(client.upload("/isian", {}, {{u"f"_s, u"a.pdf"_s, "application/pdf", "%PDF"}}).status
          == 413);
    CHECK(client.post("/isian", {{u"a"_s, u"1"_s}}).status == 200);
}

TEST_CASE("Files are streamed to disk, whole, and vanish with the request", "[http]")
{
    PortalUnderTest portal(formRouter());
    const QByteArray scan = noise(5 * 1024 * 1024 + 17);
    const QByteArray photo = noise(12345);
    const HttpAnswer answer =
        portal.client().upload("/berkas", {{u"catatan"_s, u"dua berkas"_s}},
                               {{u"kk"_s, u"C:\\scan\\KK saya é.pdf"_s, "application/pdf", scan},
                                {u"foto"_s, u"../../foto.jpg"_s, "image/jpeg", photo}});
    CHECK(answer.status == 200);
    CHECK(answer.body
          == "catatan=dua berkas\n" + line("kk", "KK saya é.pdf", "application/pdf", scan)
              + line("foto", "foto.jpg", "image/jpeg", photo));
    CHECK(QTest::qWaitFor([&] { return portal.uploads().isEmpty(); }, 10000));
}

TEST_CASE("Bytes that look like a boundary, and pieces of any size, change nothing", "[http]")
{
    PortalUnderTest portal(formRouter());
    const QByteArray tricky =
        "\r\n--bata\r\n--bat\r\n--\r\n\r\n-" + noise(3000) + "\r\n--bata\0s"_ba;
    const QByteArray body = part("name=\"kosong\"", {})
        + part("name=\"f\"; filename=\"a.bin\"\r\nContent-Type: x/y", tricky)
        + part("name=\"lagi\"", "nilai")
        + part("name=\"tanpa\"; filename=\"\"\r\nContent-Type: x/y", {}) + "--" + Boundary
        + "--\r\n";
    const int step = GENERATE(1, 7, 100000);
    const RawVisitor visitor(portal.socketPath());
    REQUIRE(visitor.send(multipartHead(body.size())));
    for (qsizetype at = 0; at < body.size(); at += step)
        REQUIRE(visitor.send(body.mid(at, step)));
    const QByteArray answer = visitor.receive(10000);
    CHECK(answer.endsWith("\r\n\r\nkosong=\nlagi=nilai\n" + line("f", "a.bin", "x/y", tricky)));
}

TEST_CASE("A kept file belongs to whoever moved it", "[http]")
{
    QTemporaryDir place;
    Router router;
    router.post(
        u"/berkas"_s,
        [&place](const std::shared_ptr<HttpRequest> &request, const Responder &respond) {
            UploadedFile *file = request->file(u"kk");
            const bool isKept = file && file->moveTo(place.filePath(u"simpan"_s));
            const bool isMovedAgain = file && file->moveTo(u"/tidak/ada"_s);
            respond(HttpResponse::html(isKept && !isMovedAgain ? "ya" : "tidak"));
        },
        Router::Body::Files);
    HttpServerOptions options;
    options.uploadDirectory = place.filePath(u"unggahan"_s);
    PortalUnderTest portal(std::move(router), std::move(options));
    CHECK(portal.client().upload("/berkas", {}, {{u"kk"_s, u"a"_s, "x/y", "isi"}}).body == "ya");
    CHECK(contents(place.filePath(u"simpan"_s)) == "isi");
    CHECK((QFile::permissions(place.filePath(u"simpan"_s)) & (QFile::ReadGroup | QFile::ReadOther))
          == QFile::Permissions());
}

TEST_CASE("What is too large gets a readable page and leaves nothing behind", "[http]")
{
    PortalUnderTest portal(formRouter(), {.maxBody = 300000, .maxFile = 100000, .maxFiles = 2});
    HttpClient client = portal.client();
    const auto upload = [&client](const QList<qsizetype> &sizes) {
        QList<FormFile> files;
        for (const qsizetype size : sizes)
            files.append({u"f"_s, u"a.pdf"_s, "application/pdf", noise(size)});
        return client.upload("/berkas", {}, files);
    };
    CHECK(upload({100000, 100000}).status == 200);
    for (const QList<qsizetype> &sizes :
         {QList<qsizetype>{100001}, {10, 100001}, {1, 2, 3}, {400000}}) {
        const HttpAnswer answer = upload(sizes);
        CHECK(answer.status == 413);
        CHECK(answer.body.contains("Berkas terlalu besar"));
    }
    const QByteArray body =
        part("name=\"f\"; filename=\"a\"", noise(400000)) + "--" + Boundary + "--\r\n";
    CHECK(client.send("POST", "/berkas", "multipart/form-data; boundary=" + Boundary, body, true)
              .status
          == 413);
    CHECK(QTest::qWaitFor([&] { return portal.uploads().isEmpty(); }, 10000));
}

TEST_CASE("A form that breaks off or is malformed is refused", "[http]")
{
    std::atomic<int> handled = 0;
    Router router;
    router.post(
        u"/berkas"_s,
        [&handled](const std::shared_ptr<HttpRequest> &, const Responder &respond) {
            ++handled;
            respond(HttpResponse::html("ya"));
        },
        Router::Body::Files);
    PortalUnderTest portal(std::move(router));
    const QByteArray whole = part("name=\"f\"; filename=\"a\"", noise(5000));
    for (const QByteArray &body :
         {whole /* without its end */, whole.first(2000), "bukan multipart"_ba}) {
        const RawVisitor visitor(portal.socketPath());
        REQUIRE(visitor.send(multipartHead(body.size()) + body));
        CHECK(visitor.receive(10000).startsWith("HTTP/1.1 400"));
    }
    CHECK(handled == 0);
    CHECK(portal.uploads().isEmpty());
}

TEST_CASE("A visitor who leaves in the middle of an upload leaves no file", "[http]")
{
    const bool isCutByDeadline = GENERATE(false, true);
    HttpServerOptions options;
    if (isCutByDeadline)
        options.readDeadline = 500ms;
    PortalUnderTest portal(formRouter(), std::move(options));
    RawVisitor visitor(portal.socketPath());
    REQUIRE(visitor.send(multipartHead(1000000)
                         + part("name=\"f\"; filename=\"a\"", noise(50000)).chopped(2)));
    CHECK(
        (isCutByDeadline || QTest::qWaitFor([&] { return portal.uploads().size() == 1; }, 10000)));
    if (!isCutByDeadline)
        visitor.close();
    else
        CHECK(visitor.receive(10000).isEmpty()); // returns when the server closes
    CHECK(QTest::qWaitFor([&] { return portal.uploads().isEmpty(); }, 10000));
}

TEST_CASE("A full disk is a 503, and room again is a success", "[http][full-disk]")
{
    const TinyDisk disk;
    HttpServerOptions options;
    options.uploadDirectory = disk.path();
    PortalUnderTest portal(formRouter(), std::move(options));
    const auto upload = [&portal](qsizetype size) {
        return portal.client().upload("/berkas", {}, {{u"f"_s, u"a"_s, "x/y", noise(size)}}).status;
    };
    disk.fill();
    CHECK(upload(200000) == 503);
    CHECK(QDir(disk.path()).entryList(QDir::Files) == QStringList{u"ballast"_s});
    disk.release();
    CHECK(upload(200000) == 200);
}
