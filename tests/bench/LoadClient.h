#pragma once

#include "common/Ids.h"
#include "common/protocol/Framing.h"
#include "common/protocol/Message.h"

#include <QObject>
#include <QSslCertificate>
#include <QSslSocket>

#include <functional>

namespace sipenduduk {

/// The idempotency key of the one step that a permohonan takes here: 16 bytes, in no order.
[[nodiscard]] QByteArray stepKey(PermohonanId id);

/// One officer's machine under load: logs in, confirms its password, then gives a paraf after the
/// other, each when the one before was acknowledged.
class LoadClient : public QObject
{
    Q_OBJECT

public:
    /// `next` gives the permohonan to act on, or 0 when nothing is left.
    LoadClient(quint16 port, const QSslCertificate &ca, int version,
               std::function<PermohonanId()> next);

    void start(); ///< after ready(), and again after finished()

Q_SIGNALS:
    void ready();
    void finished();

private:
    template <typename Request>
    void send(const Request &request, const QByteArray &key = {});
    void read();
    void answer(const protocol::Envelope &envelope);
    void act();

    QSslSocket m_socket;
    protocol::FrameReader m_reader{protocol::MaxFrameSize};
    int m_version;
    std::function<PermohonanId()> m_next;
    qint64 m_id = 0;
};

} // namespace sipenduduk
