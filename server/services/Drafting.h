#pragma once

#include "server/services/Office.h"

class QThreadPool;

namespace sipenduduk {

/// Making drafts takes longer than a transaction may: numbers first, then the PDFs on a pool and
/// into the blob store, then one transaction that records them.
class Drafting
{
public:
    Drafting(Office &office, OfficeParts &parts, QThreadPool &pool);

    /// Drafts of every dokumen that shows other data than the present ones, by our templates.
    Answer<protocol::ActReply> make(const Session &session, const protocol::MakeDrafts &request,
                                    const Office::Key &key);

    /// An uploaded PDF of SIAK becomes the draft of one dokumen. Malformed, Unsupported or
    /// TooLarge when it could not be signed later.
    Answer<protocol::ActReply> takeOver(const Session &session,
                                        const protocol::UploadDraft &request,
                                        const Office::Key &key);

private:
    Office &m_office;
    OfficeParts &m_parts;
    QThreadPool &m_pool;
};

} // namespace sipenduduk
