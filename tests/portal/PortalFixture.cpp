#include "tests/portal/PortalFixture.h"

#include "server/db/OutboxRepository.h"
#include "server/db/PermohonanRepository.h"
#include "server/services/Workflow.h"

#include <QBuffer>
#include <QImage>
#include <QPainter>
#include <QPdfWriter>
#include <QRegularExpression>

#include <catch2/catch_test_macros.hpp>

#include <qpdf/QPDF.hh>
#include <qpdf/QPDFWriter.hh>

using namespace Qt::StringLiterals;

namespace sipenduduk {

namespace {

const QByteArray PortalSecret(32, 'r');

QList<WaitingMail> allMail(TestOffice &office)
{
    const auto list = office.write(
        [&](Connection &db) { return OutboxRepository(db).due(office.now.addDays(1), 1000); });
    REQUIRE(list);
    return *list;
}

} // namespace

PortalFixture::PortalFixture(const QString &parent)
    : office(parent)
    , accounts(office.parts, PortalSecret)
    , folder(parent + u"/portal-XXXXXX"_s)
{
    start();
}

PortalFixture::~PortalFixture() = default;

void PortalFixture::start()
{
    portal = std::make_unique<Portal>(PortalOptions{.socketPath = socketPath(),
                                                    .dataDirectory = folder.filePath(u"portal"_s),
                                                    .secret = PortalSecret},
                                      office.parts, *office.citizens, accounts);
    REQUIRE(portal->start());
}

void PortalFixture::stop()
{
    portal.reset();
}

HttpClient PortalFixture::client() const
{
    return HttpClient({.baseUrl = "http://localhost", .socketPath = socketPath()});
}

QString PortalFixture::mailedCode(const QString &email)
{
    QString code;
    for (const WaitingMail &mail : allMail(office)) {
        if (mail.event == MailEvent::EmailCode && mail.recipient == email)
            code = mail.payload[u"code"].toString();
    }
    return code;
}

int PortalFixture::mailCount(MailEvent event)
{
    return int(std::ranges::count(allMail(office), event, &WaitingMail::event));
}

PermohonanId PortalFixture::idOf(const QString &number)
{
    const auto id =
        office.read([&](Connection &db) { return PermohonanRepository(db).byNumber(number); });
    REQUIRE(id);
    return *id;
}

int PortalFixture::permohonanCount()
{
    return mailCount(MailEvent::Acknowledgement);
}

void PortalFixture::registerIt(PermohonanId id)
{
    REQUIRE(office.act(id, Role::Fo, Action::Register));
}

void PortalFixture::enter(PermohonanId id)
{
    registerIt(id);
    office.judgeAllInOrder(id);
    REQUIRE(office.act(id, Role::Fo, Action::Verify));
    office.enter(id);
}

void PortalFixture::issue(PermohonanId id)
{
    office.makeDrafts(id);
    REQUIRE(office.act(id, Role::Fo, Action::HandToKasi));
    office.approve(id, Role::Kasi);
    office.approve(id, Role::Kabid);
    REQUIRE(office.recordSigned(id, office.session(Role::Kadin)));
    for (const DokumenRecord &dokumen : office.dokumenList(id)) {
        StepInput input;
        input.dokumen = dokumen.id;
        if (dokumen.delivery == Delivery::Mail)
            REQUIRE(office.act(id, Role::Sistem, Action::MailAccepted, input));
    }
}

Citizen::Citizen(HttpClient own)
    : client(std::move(own))
{
}

HttpAnswer Citizen::seen(HttpAnswer answer)
{
    if (const QByteArray token = attributeAfter(answer.body, "name=\"csrf\"", "value");
        !token.isEmpty())
        csrf = token;
    static const QRegularExpression Address(u"(?:href|action|src)=\"([^\"]*)\""_s);
    static const QRegularExpression Personal(u"\\d{16}|@|%40"_s);
    QStringList shown;
    for (const auto &[name, value] : answer.headers) {
        if (name == "location" || name == "set-cookie")
            shown.append(QString::fromUtf8(value));
    }
    auto addresses = Address.globalMatch(QString::fromUtf8(answer.body));
    while (addresses.hasNext())
        shown.append(addresses.next().captured(1));
    for (const QString &text : std::as_const(shown)) {
        if (Personal.match(text).hasMatch())
            leaks.append(text.toUtf8());
    }
    return answer;
}

HttpAnswer Citizen::open(const QByteArray &path)
{
    return seen(client.get(path));
}

HttpAnswer Citizen::follow(const HttpAnswer &answer)
{
    HttpAnswer last = answer;
    for (int i = 0; i < 5 && last.status == 303; ++i)
        last = open(last.header("Location"));
    return last;
}

HttpAnswer Citizen::openFollowing(const QByteArray &path)
{
    return follow(open(path));
}

HttpAnswer Citizen::send(const QByteArray &path, FormFields fields)
{
    fields.append({u"csrf"_s, QString::fromLatin1(csrf)});
    return seen(client.post(path, fields));
}

HttpAnswer Citizen::upload(const QByteArray &path, FormFields fields, const QList<FormFile> &files)
{
    fields.append({u"csrf"_s, QString::fromLatin1(csrf)});
    return seen(client.upload(path, fields, files));
}

FormFields Citizen::registration(const QString &email)
{
    return isianFields({{u"nama"_s, u"Budi Santoso"_s},
                        {u"nik"_s, u"1471010101800001"_s},
                        {u"nokk"_s, u"1471010101150001"_s},
                        {u"email"_s, email},
                        {u"hp"_s, u"081234567890"_s},
                        {u"kecamatan"_s, u"Sukajadi"_s},
                        {u"kelurahan"_s, u"Kampung Tengah"_s}});
}

void Citizen::registerAt(PortalFixture &fixture, const QString &email)
{
    REQUIRE(open("/daftar").status == 200);
    REQUIRE(follow(send("/daftar", registration(email))).status == 200);
    const QString code = fixture.mailedCode(email);
    REQUIRE(code.size() == 6);
    const HttpAnswer admitted = send("/kode", {{u"email"_s, email}, {u"kode"_s, code}});
    REQUIRE(admitted.status == 303);
    REQUIRE(follow(admitted).status == 200);
}

QByteArray attributeAfter(const QByteArray &page, const QByteArray &after, const QByteArray &name)
{
    const qsizetype begin = page.indexOf(after);
    const qsizetype attribute = begin < 0 ? -1 : page.indexOf(' ' + name + "=\"", begin);
    if (attribute < 0)
        return {};
    const qsizetype value = attribute + name.size() + 3;
    return page.sliced(value, page.indexOf('"', value) - value);
}

FormFields isianFields(const QMap<QString, QString> &data)
{
    FormFields fields;
    for (const auto &[code, value] : data.asKeyValueRange())
        fields.append({u"isian."_s + code, value});
    return fields;
}

QByteArray TestFile::pdf()
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    REQUIRE(buffer.open(QIODevice::WriteOnly));
    QPdfWriter writer(&buffer);
    QPainter painter(&writer);
    painter.drawRect(100, 100, 500, 500);
    painter.end();
    return bytes;
}

QByteArray TestFile::lockedPdf()
{
    const QByteArray open = pdf();
    QPDF document;
    document.processMemoryFile("scan", open.constData(), size_t(open.size()));
    QPDFWriter writer(document);
    writer.setOutputMemory();
    writer.setR6EncryptionParameters("rahasia", "pemilik", true, true, true, true, true, true,
                                     qpdf_r3p_full, true);
    writer.write();
    const auto locked = writer.getBufferSharedPointer();
    return QByteArray(reinterpret_cast<const char *>(locked->getBuffer()),
                      qsizetype(locked->getSize()));
}

QByteArray TestFile::jpeg()
{
    QImage picture(300, 200, QImage::Format_RGB32);
    picture.fill(Qt::lightGray);
    QByteArray bytes;
    QBuffer buffer(&bytes);
    REQUIRE(picture.save(&buffer, "JPEG"));
    return bytes;
}

QByteArray TestFile::pictureBomb()
{
    QImage picture(8000, 6000, QImage::Format_Mono);
    picture.fill(0);
    QByteArray bytes;
    QBuffer buffer(&bytes);
    REQUIRE(picture.save(&buffer, "PNG"));
    return bytes;
}

void fillBirth(Citizen &citizen)
{
    REQUIRE(citizen.open("/ajukan/akta-kelahiran").status == 200);
    REQUIRE(citizen
                .send("/ajukan/akta-kelahiran",
                      {{u"jawab.syarat.kk"_s, u"ya"_s},
                       {u"jawab.syarat.dok-perjalanan"_s, u"tidak"_s},
                       {u"jawab.keluaran.kk"_s, u"tidak"_s},
                       {u"jawab.keluaran.kia"_s, u"tidak"_s}})
                .status
            == 303);
    FormFields fields = isianFields(TestOffice::birthData());
    fields.append({u"aksi"_s, u"lanjut"_s});
    REQUIRE(citizen.send("/ajukan/akta-kelahiran/isian", fields).header("Location")
            == "/ajukan/akta-kelahiran/berkas");
    const HttpAnswer uploaded = citizen.upload(
        "/ajukan/akta-kelahiran/berkas", {{u"aksi"_s, u"lanjut"_s}},
        {{u"berkas.ket-lahir"_s, u"surat lahir.pdf"_s, "application/pdf", TestFile::pdf()},
         {u"berkas.bukti-kawin"_s, u"buku nikah.jpg"_s, "image/jpeg", TestFile::jpeg()},
         {u"berkas.kk"_s, u"kk.jpg"_s, "image/jpeg", TestFile::jpeg()}});
    REQUIRE(uploaded.header("Location") == "/ajukan/akta-kelahiran/periksa");
}

QString sendBirth(Citizen &citizen)
{
    const HttpAnswer review = citizen.open("/ajukan/akta-kelahiran/periksa");
    REQUIRE(review.status == 200);
    const QByteArray form = attributeAfter(review.body, "name=\"formulir\"", "value");
    const HttpAnswer sent =
        citizen.send("/ajukan/akta-kelahiran/kirim", {{u"formulir"_s, QString::fromLatin1(form)}});
    REQUIRE(sent.status == 303);
    const QByteArrayList path =
        sent.header("Location").split('/'); // /permohonan/NUMBER/tanda-terima
    REQUIRE(path.size() == 4);
    return QString::fromLatin1(path[2]);
}

} // namespace sipenduduk
