#pragma once

#include "common/Permohonan.h"
#include "common/protocol/BlobMessages.h"
#include "common/protocol/Framing.h"
#include "common/protocol/QueueMessages.h"
#include "common/protocol/SigningMessages.h"

#include <QHash>
#include <QObject>
#include <QSslServer>
#include <QTemporaryDir>

#include <functional>

namespace sipenduduk::test {

/// The office at the other end of the line, as far as a page of the client hears it: real TLS and
/// real frames, and behind them one permohonan in memory that a test shapes. It keeps no rule of
/// the office but the table of Alur; what it answers can be replaced message by message.
class PeerOffice : public QObject
{
    Q_OBJECT

public:
    static constexpr char Password[] = "kata-sandi";

    PeerOffice();
    ~PeerOffice() override;

    [[nodiscard]] QString address() const; ///< host:port
    [[nodiscard]] QString caFile() const;

    Permohonan permohonan;
    QHash<QByteArray, QByteArray> blobs; ///< by SHA-256
    protocol::LoginReply officer;
    bool isPractice = true;

    /// Keeps the bytes and gives their SHA-256.
    QByteArray addBlob(const QByteArray &bytes);

    /// How this message is answered from now on.
    template <typename Request>
    void answer(std::function<Result<typename Request::Reply>(const Request &)> handler)
    {
        m_handlers.insert(int(Request::Type), [handler](const QCborMap &body) -> Result<QCborMap> {
            const auto request = protocol::fromCbor<Request>(body);
            if (!request)
                return std::unexpected(request.error());
            const auto reply = handler(*request);
            if (!reply)
                return std::unexpected(reply.error());
            return protocol::toCbor(*reply);
        });
    }

    /// The messages of this kind that came, oldest first.
    template <typename Request>
    [[nodiscard]] QList<Request> received() const
    {
        QList<Request> requests;
        for (const protocol::Envelope &envelope : m_received) {
            if (envelope.type == Request::Type)
                requests.append(*protocol::fromCbor<Request>(envelope.body));
        }
        return requests;
    }

    /// Tells the client that the permohonan is not as it was.
    void announceChange();
    /// Breaks the line.
    void hangUp();

private:
    using Handler = std::function<Result<QCborMap>(const QCborMap &)>;

    void addDefaultAnswers();
    void addBlobAnswers();
    void accept();
    void read();
    void reply(const protocol::Envelope &request);
    [[nodiscard]] Result<protocol::ActReply> changed(int version);
    Result<protocol::ActReply> act(const protocol::Act &message);

    QTemporaryDir m_folder;
    QSslServer m_server;
    QSslSocket *m_line = nullptr;
    protocol::FrameReader m_reader;
    QHash<int, Handler> m_handlers;
    QList<protocol::Envelope> m_received;
    QByteArray m_upload;
};

} // namespace sipenduduk::test
