#pragma once

#include "common/Permohonan.h"
#include "common/protocol/SigningMessages.h"
#include "tests/support/FakeOffice.h"

namespace sipenduduk {
class Session;
}

namespace sipenduduk::test {

/// The fake office with one permohonan in memory that a test shapes. It keeps no rule of the real
/// one but the table of Alur and the version; a test replaces the answers that it is about.
class PermohonanOffice : public FakeOffice
{
public:
    explicit PermohonanOffice(Role duty = Role::Fo);

    Permohonan permohonan;
    QHash<QByteArray, QByteArray> blobs; ///< by SHA-256

    /// Keeps the bytes and gives their SHA-256.
    QByteArray addBlob(const QByteArray &bytes);
    /// Connects and logs in; waits for it.
    void logIn(Session &session) const;
    /// Another officer did something: the version grows and the event goes out.
    void changeByAnother();

    /// The messages of this kind that came, oldest first.
    template <typename Request>
    [[nodiscard]] QList<Request> requests() const
    {
        QList<Request> found;
        for (const protocol::Envelope &envelope : received(Request::Type))
            found.append(*protocol::fromCbor<Request>(envelope.body));
        return found;
    }

private:
    void answerWork();
    void answerBlobs();
    [[nodiscard]] Result<protocol::ActReply> changed(int version);
    [[nodiscard]] Result<protocol::ActReply> act(const protocol::Act &message);
    void judge(const protocol::JudgeBerkas &message);

    QByteArray m_upload;
};

} // namespace sipenduduk::test
