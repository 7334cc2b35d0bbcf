#pragma once

#include "server/services/Office.h"

class QThreadPool;

namespace sipenduduk {

/// Takes the Kadin's signatures: rebuilds each document from the stored draft and the uploaded
/// appendix, verifies it, stores it durably, and only then records the set in one transaction.
/// Whatever fails leaves the permohonan unsigned where it was.
class Signing
{
public:
    Signing(Office &office, OfficeParts &parts, QThreadPool &pool);

    Answer<protocol::ActReply> accept(const Session &session, const protocol::SignSet &request,
                                      const Office::Key &key);

private:
    Office &m_office;
    OfficeParts &m_parts;
    QThreadPool &m_pool;
};

} // namespace sipenduduk
