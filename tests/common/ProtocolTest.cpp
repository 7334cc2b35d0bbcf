#include "common/protocol/BlobMessages.h"
#include "common/protocol/Framing.h"
#include "common/protocol/QueueMessages.h"
#include "common/protocol/SessionMessages.h"
#include "common/protocol/SigningMessages.h"
#include "common/protocol/WorkMessages.h"

#include <QCborArray>
#include <QTimeZone>
#include <QtEndian>

#include <catch2/catch_template_test_macros.hpp>
#include <catch2/catch_test_macros.hpp>

using namespace sipenduduk;
using namespace sipenduduk::protocol;
using namespace Qt::StringLiterals;

namespace {

const QDateTime WireMoment = QDateTime(QDate(2026, 11, 23), QTime(2, 3, 4, 567), QTimeZone::UTC);
const QByteArray WireHash(32, '\x7f');

PermohonanRow wireRow()
{
    return {.id = PermohonanId(7),
            .number = u"PKU-1"_s,
            .layanan = u"akta-kelahiran"_s,
            .applicant = u"Budi"_s,
            .status = Status::DiKabid,
            .holder = Role::Kabid,
            .submittedAt = WireMoment,
            .stepSince = WireMoment.addSecs(5),
            .heldBy = u"Ani"_s,
            .version = 3,
            .isReturned = true};
}

Defect wireDefect()
{
    return {.target = DefectTarget::Field,
            .code = u"anak_nama"_s,
            .verdict = Verdict::NotMatching,
            .solution = u"perbaiki"_s};
}

Permohonan samplePermohonan()
{
    Permohonan p;
    p.row = wireRow();
    p.email = u"a@b.test"_s;
    p.phone = u"0812"_s;
    p.siakNumber = u"S1"_s;
    p.data = {{u"a"_s, u"1"_s}, {u"b"_s, u"é"_s}};
    p.answers = {{u"syarat.kk"_s, true}};
    p.isAnswersConfirmed = p.isReceivedByMe = true;
    p.warningReason = u"ya"_s;
    p.berkasList = {{.id = BerkasId(2),
                     .requirement = u"kk"_s,
                     .fileName = u"kk.pdf"_s,
                     .mediaType = u"application/pdf"_s,
                     .size = 12,
                     .sha256 = WireHash,
                     .uploadedAt = WireMoment,
                     .verdict = Verdict::Ok,
                     .solution = {},
                     .isSuperseded = true}};
    Dokumen d;
    d.id = DokumenId(9);
    d.output = u"kk"_s;
    d.delivery = Delivery::Pickup;
    d.status = Status::SiapDiambil;
    d.number = u"1471-KK"_s;
    d.issueDate = QDate(2026, 11, 23);
    d.draftVersion = 2;
    d.draftSha256 = d.signedSha256 = WireHash;
    d.pageCount = 3;
    d.isFromSiak = true;
    d.signedAt = WireMoment;
    d.parafList = {{Role::Kasi, u"Ani"_s, WireHash, WireMoment}};
    d.seenPages = {1, 3};
    p.dokumenList = {d};
    p.defects = {wireDefect()};
    p.notes = {{u"Ani"_s, Role::Kasi, WireMoment, u"cek"_s}};
    KartuKendaliLine line;
    line.at = WireMoment;
    line.officer = u"Ani"_s;
    KartuKendali::chain(line, 0, KartuKendali::chainStart(u"PKU-1"_s, u"kk"_s));
    p.kartuKendali = {line};
    return p;
}

/// One filled example of each message: a field that is forgotten in its visit() comes back empty.
template <typename M>
M wireSample();
template <>
Done wireSample()
{
    return {};
}
template <>
ErrorReply wireSample()
{
    return {ErrorCode::Conflict, u"version"_s};
}
template <>
HelloReply wireSample()
{
    return {1, u"Kantor"_s, true, WireMoment};
}
template <>
Hello wireSample()
{
    return {4, u"klien"_s};
}
template <>
LoginReply wireSample()
{
    return {UserId(3), u"Ani"_s, u"19"_s, u"Kasi"_s, {{Role::Kasi, u"kelahiran"_s}}};
}
template <>
Login wireSample()
{
    return {u"ani"_s, u"rahasia"_s};
}
template <>
Logout wireSample()
{
    return {};
}
template <>
ConfirmPasswordReply wireSample()
{
    return {WireMoment};
}
template <>
ConfirmPassword wireSample()
{
    return {u"rahasia"_s};
}
template <>
Ping wireSample()
{
    return {};
}
template <>
QueuePage wireSample()
{
    return {{wireRow()}, {WireMoment, PermohonanId(7)}, false, 12};
}
template <>
ListQueue wireSample()
{
    return {Role::Kasi, QueueView::Returned, {WireMoment, PermohonanId(4)}, 20};
}
template <>
SearchPage wireSample()
{
    return {{wireRow()}};
}
template <>
Search wireSample()
{
    return {u"budi"_s};
}
template <>
PermohonanReply wireSample()
{
    return {samplePermohonan()};
}
template <>
OpenPermohonan wireSample()
{
    return {PermohonanId(7), Role::Fo};
}
template <>
SubscribeReply wireSample()
{
    return {8, false};
}
template <>
Subscribe wireSample()
{
    return {8};
}
template <>
QueueChanged wireSample()
{
    return {9, wireRow(), Role::Kasi};
}
template <>
ClaimReply wireSample()
{
    return {WireMoment};
}
template <>
Claim wireSample()
{
    return {PermohonanId(7), Role::Fo};
}
template <>
ReleaseClaim wireSample()
{
    return {PermohonanId(7)};
}
template <>
ActReply wireSample()
{
    return {4, Status::DiKabid, Role::Kabid};
}
template <>
Act wireSample()
{
    return {PermohonanId(7), Role::Kasi,   3, Action::ReturnToEditor, u"catatan"_s, {wireDefect()},
            DokumenId(9),    u"a@b.test"_s};
}
template <>
SaveData wireSample()
{
    return {PermohonanId(7), Role::Fo, 3, {{u"a"_s, u"b"_s}}, u"S"_s, u"ya"_s};
}
template <>
JudgeBerkas wireSample()
{
    return {PermohonanId(7),          Role::Fo, 3, {{BerkasId(2), Verdict::Unreadable, u"ulang"_s}},
            {{u"syarat.kk"_s, true}}, true};
}
template <>
AddNote wireSample()
{
    return {PermohonanId(7), Role::Fo, u"cek"_s};
}
template <>
MakeDrafts wireSample()
{
    return {PermohonanId(7), Role::Fo, 3};
}
template <>
UploadDraft wireSample()
{
    return {PermohonanId(7), Role::Fo, 3, DokumenId(9), WireHash};
}
template <>
RecordView wireSample()
{
    return {PermohonanId(7), DokumenId(9), WireHash, {1, 2}, 1500};
}
template <>
SigningOffer wireSample()
{
    return {3,          {u"KEPALA DINAS"_s},
            u"Ani"_s,   u"19"_s,
            "der",      {{DokumenId(9), WireHash, "{}", u"https://x/cek/y"_s}},
            WireMoment, {u"https://tsa.example/"_s},
            u"1.2.3"_s, "pem",
            200,        15};
}
template <>
SignableList wireSample()
{
    return {{{.row = wireRow(),
              .dokumenCount = 3,
              .pageCount = 4,
              .seenPages = 2,
              .isReady = true,
              .mustBeSeen = true,
              .risks = {SigningRisk::NewClerk, SigningRisk::RareLayanan}}},
            true};
}
template <>
ListSignable wireSample()
{
    return {20};
}
template <>
OfferSigning wireSample()
{
    return {PermohonanId(7)};
}
template <>
SignSet wireSample()
{
    return {PermohonanId(7), 3, {{DokumenId(9), WireHash, "appendix"}}};
}
template <>
BeginUploadReply wireSample()
{
    return {5, true};
}
template <>
BeginUpload wireSample()
{
    return {1000, WireHash};
}
template <>
UploadChunkReply wireSample()
{
    return {500};
}
template <>
UploadChunk wireSample()
{
    return {5, 500, "bytes"};
}
template <>
BlobPart wireSample()
{
    return {1000, 500, "bytes"};
}
template <>
FetchBlob wireSample()
{
    return {PermohonanId(7), WireHash, 500};
}
template <>
ExportReply wireSample()
{
    return {"{}"};
}
template <>
ExportKartuKendali wireSample()
{
    return {PermohonanId(7), ExportFormat::Pdf};
}

} // namespace

TEMPLATE_TEST_CASE("A message comes back as it was, and malformed ones are refused", "[protocol]",
                   Done, ErrorReply, HelloReply, Hello, LoginReply, Login, Logout,
                   ConfirmPasswordReply, ConfirmPassword, Ping, QueuePage, ListQueue, SearchPage,
                   Search, PermohonanReply, OpenPermohonan, SubscribeReply, Subscribe, QueueChanged,
                   ClaimReply, Claim, ReleaseClaim, ActReply, Act, SaveData, JudgeBerkas, AddNote,
                   MakeDrafts, UploadDraft, RecordView, SigningOffer, OfferSigning, SignSet,
                   SignableList, ListSignable, BeginUploadReply, BeginUpload, UploadChunkReply,
                   UploadChunk, BlobPart, FetchBlob, ExportReply, ExportKartuKendali)
{
    const TestType message = wireSample<TestType>();
    const QCborMap body = toCbor(message);
    const auto back = fromCbor<TestType>(body);
    REQUIRE(back);
    CHECK(*back == message);

    for (const auto &[key, value] : body) {
        CAPTURE(key.toInteger());
        QCborMap lacking = body;
        lacking.remove(key.toInteger());
        // A time may be absent as null, but no field may be left out.
        CHECK(fromCbor<TestType>(lacking).error_or(Error{}).code == ErrorCode::Malformed);
        QCborMap illTyped = body;
        illTyped[key.toInteger()] = 1.5;
        CHECK(fromCbor<TestType>(illTyped).error_or(Error{}).code == ErrorCode::Malformed);
    }
}

TEST_CASE("Texts, lists and enums are bounded while they are decoded", "[protocol]")
{
    QCborMap login = toCbor(wireSample<Login>());
    login[1] = QString(65, u'x');
    CHECK_FALSE(fromCbor<Login>(login));
    QCborMap act = toCbor(wireSample<Act>());
    act[2] = 99; // no such duty
    CHECK_FALSE(fromCbor<Act>(act));
    act = toCbor(wireSample<Act>());
    QCborArray many;
    for (int i = 0; i < 65; ++i)
        many.append(QCborMap());
    act[6] = many;
    CHECK_FALSE(fromCbor<Act>(act));
    act = toCbor(wireSample<Act>());
    act[3] = Q_INT64_C(1) << 40; // more than an int holds
    CHECK_FALSE(fromCbor<Act>(act));
}

TEST_CASE("A frame is one length and one map, within its bounds", "[protocol]")
{
    const Envelope envelope{MessageType::Act, 12, QByteArray(16, 'k'), toCbor(wireSample<Act>())};
    const QByteArray bytes = frame(envelope);

    SECTION("whole, in pieces, and two at once")
    {
        FrameReader reader(MaxFrameSize);
        for (const char byte : bytes + bytes)
            reader.append(QByteArray(1, byte));
        for (int i = 0; i < 2; ++i) {
            const auto content = reader.next();
            REQUIRE(content);
            REQUIRE(content->has_value());
            const auto back = envelopeFromCbor(**content);
            REQUIRE(back);
            CHECK(back->id == 12);
            CHECK(back->type == MessageType::Act);
            CHECK(back->key == envelope.key);
            CHECK(back->body == envelope.body);
        }
        CHECK_FALSE(reader.next()->has_value());
        CHECK(reader.buffered() == 0);
    }
    SECTION("a length of nothing or of too much")
    {
        for (const quint32 size : {quint32(0), quint32(MaxFrameSize + 1), quint32(0xffffffff)}) {
            FrameReader reader(MaxFrameSize);
            QByteArray head(4, Qt::Uninitialized);
            qToBigEndian(size, head.data());
            reader.append(head);
            CHECK(reader.next().error_or(Error{}).code == ErrorCode::TooLarge);
        }
    }
    SECTION("content that is not an envelope")
    {
        for (const QByteArray &content :
             {QByteArray(), QByteArray("hello"), QByteArray("\xa0", 1), QByteArray("\x80", 1),
              bytes.mid(4) + "x", bytes.mid(4).chopped(1),
              QCborValue(QCborMap{{0, 22}, {1, -1}, {3, QCborMap()}}).toCbor(),
              QCborValue(QCborMap{{0, 22}, {1, 1}, {2, QByteArray(15, 'k')}, {3, QCborMap()}})
                  .toCbor()})
            CHECK(envelopeFromCbor(content).error_or(Error{}).code == ErrorCode::Malformed);
    }
}
