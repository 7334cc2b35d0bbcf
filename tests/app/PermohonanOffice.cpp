#include "tests/app/PermohonanOffice.h"

#include "app/net/Session.h"
#include "tests/support/TestCertificates.h"
#include "tests/support/Wait.h"

#include <QCryptographicHash>

using namespace Qt::StringLiterals;

namespace sipenduduk::test {

PermohonanOffice::PermohonanOffice(Role duty)
    : FakeOffice(testCertificates().valid())
{
    setDuties({{duty, {}}});
    answerWork();
    answerBlobs();
}

QByteArray PermohonanOffice::addBlob(const QByteArray &bytes)
{
    const QByteArray sha256 = QCryptographicHash::hash(bytes, QCryptographicHash::Sha256);
    blobs.insert(sha256, bytes);
    return sha256;
}

void PermohonanOffice::logIn(Session &session) const
{
    session.connectTo({u"127.0.0.1"_s, port(), testCertificates().caFile()});
    if (!resultOf(session.login(QString(UserName), QString(Password))))
        qFatal("the log-in failed");
}

void PermohonanOffice::changeByAnother()
{
    ++permohonan.row.version;
    sendEvent({permohonan.row.version, permohonan.row, Role::None});
}

Result<protocol::ActReply> PermohonanOffice::changed(int version)
{
    if (version != permohonan.row.version)
        return fail(ErrorCode::Conflict, u"version"_s);
    ++permohonan.row.version;
    return protocol::ActReply{permohonan.row.version, permohonan.row.status, permohonan.row.holder};
}

Result<protocol::ActReply> PermohonanOffice::act(const protocol::Act &message)
{
    PermohonanRow &row = permohonan.row;
    if (message.version != row.version)
        return fail(ErrorCode::Conflict, u"version"_s);
    const auto transition = Alur::find(row.status, row.holder, message.action, message.duty);
    if (!transition)
        return fail(ErrorCode::NotAllowed, u"act"_s);
    const bool changesHands = row.holder != transition->holder;
    row.status = transition->to;
    row.holder = transition->holder;
    if (message.action == Action::Register || message.action == Action::Receive)
        permohonan.isReceivedByMe = true;
    else if (changesHands)
        permohonan.isReceivedByMe = false;
    if (!message.defects.isEmpty())
        permohonan.defects = message.defects;
    return changed(row.version);
}

void PermohonanOffice::judge(const protocol::JudgeBerkas &message)
{
    for (const protocol::BerkasVerdict &verdict : message.verdicts) {
        for (Berkas &berkas : permohonan.berkasList) {
            if (berkas.id != verdict.berkas)
                continue;
            berkas.verdict = verdict.verdict;
            berkas.solution = verdict.solution;
        }
    }
    permohonan.answers = message.answers;
    permohonan.isAnswersConfirmed = message.isAnswersConfirmed;
}

void PermohonanOffice::answerWork()
{
    on<protocol::OpenPermohonan>(
        [this](const protocol::OpenPermohonan &) -> Result<protocol::PermohonanReply> {
            return protocol::PermohonanReply{permohonan};
        });
    on<protocol::Claim>([](const protocol::Claim &) -> Result<protocol::ClaimReply> {
        return protocol::ClaimReply{QDateTime::currentDateTimeUtc().addSecs(90)};
    });
    answer<protocol::ReleaseClaim>({});
    answer<protocol::RecordView>({});
    on<protocol::Act>([this](const protocol::Act &message) { return act(message); });
    on<protocol::SaveData>([this](const protocol::SaveData &message) {
        const auto reply = changed(message.version);
        if (reply) {
            permohonan.data = message.data;
            permohonan.siakNumber = message.siakNumber;
            permohonan.warningReason = message.warningReason;
        }
        return reply;
    });
    on<protocol::JudgeBerkas>([this](const protocol::JudgeBerkas &message) {
        const auto reply = changed(message.version);
        if (reply)
            judge(message);
        return reply;
    });
    on<protocol::MakeDrafts>(
        [this](const protocol::MakeDrafts &message) { return changed(message.version); });
    on<protocol::UploadDraft>(
        [this](const protocol::UploadDraft &message) { return changed(message.version); });
    on<protocol::ConfirmPassword>(
        [](const protocol::ConfirmPassword &message) -> Result<protocol::ConfirmPasswordReply> {
            if (message.password != Password)
                return fail(ErrorCode::Unauthenticated, u"password"_s);
            return protocol::ConfirmPasswordReply{QDateTime::currentDateTimeUtc().addSecs(900)};
        });
}

void PermohonanOffice::answerBlobs()
{
    on<protocol::FetchBlob>(
        [this](const protocol::FetchBlob &message) -> Result<protocol::BlobPart> {
            if (!blobs.contains(message.sha256))
                return fail(ErrorCode::NotFound, u"blob"_s);
            const QByteArray bytes = blobs.value(message.sha256);
            return protocol::BlobPart{bytes.size(), message.offset,
                                      bytes.mid(message.offset, protocol::ChunkSize)};
        });
    on<protocol::BeginUpload>(
        [this](const protocol::BeginUpload &) -> Result<protocol::BeginUploadReply> {
            m_upload.clear();
            return protocol::BeginUploadReply{1, false};
        });
    on<protocol::UploadChunk>(
        [this](const protocol::UploadChunk &message) -> Result<protocol::UploadChunkReply> {
            m_upload += message.bytes;
            addBlob(m_upload);
            return protocol::UploadChunkReply{m_upload.size()};
        });
}

} // namespace sipenduduk::test
