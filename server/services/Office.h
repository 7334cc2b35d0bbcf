#pragma once

#include "common/KatalogLayanan.h"
#include "common/protocol/BlobMessages.h"
#include "common/protocol/QueueMessages.h"
#include "common/protocol/SigningMessages.h"
#include "common/protocol/WorkMessages.h"
#include "server/db/Answer.h"
#include "server/services/Changes.h"
#include "server/services/Session.h"

#include <QObject>

#include <memory>
#include <optional>

namespace sipenduduk {

struct NewDraft;
struct OfficeParts;
struct AcceptedSignature;
struct StepOutcome;

/// What officers may ask of the server, as one door needs it: decoded request and session in,
/// Answer out. Every rule is behind it. All functions may be called from any thread; their
/// answers come from threads of the store or of a pool, so a door continues on its own.
///
/// `key` is the idempotency key (16 bytes) of a mutating request: the same key with the same
/// request gets the first answer again, with another request InvalidArgument.
class Office : public QObject
{
    Q_OBJECT

public:
    explicit Office(OfficeParts &parts);
    ~Office() override;

    using Key = QByteArray;
    Answer<protocol::QueuePage> listQueue(const Session &session,
                                          const protocol::ListQueue &request);
    Answer<protocol::SearchPage> search(const Session &session, const protocol::Search &request);
    Answer<protocol::PermohonanReply> openPermohonan(const Session &session,
                                                     const protocol::OpenPermohonan &request);
    /// Changes after `afterSeq` that this session may see, at most 500; incomplete beyond.
    Answer<Changes> changesSince(const Session &session, qint64 afterSeq);

    Answer<protocol::ClaimReply> claim(const Session &session, const protocol::Claim &request);
    Answer<protocol::Done> releaseClaim(const Session &session,
                                        const protocol::ReleaseClaim &request);
    /// The connection of this officer is gone: its leases end.
    void dropClaims(UserId user);
    /// Answers to requests of a week ago: nobody sends those again. Now and then.
    Answer<> forgetOldAnswers();

    Answer<protocol::ActReply> act(const Session &session, const protocol::Act &request,
                                   const Key &key);
    Answer<protocol::ActReply> saveData(const Session &session, const protocol::SaveData &request,
                                        const Key &key);
    Answer<protocol::ActReply> judgeBerkas(const Session &session,
                                           const protocol::JudgeBerkas &request, const Key &key);
    Answer<protocol::Done> addNote(const Session &session, const protocol::AddNote &request,
                                   const Key &key);
    Answer<protocol::ActReply> makeDrafts(const Session &session,
                                          const protocol::MakeDrafts &request, const Key &key);
    Answer<protocol::ActReply> uploadDraft(const Session &session,
                                           const protocol::UploadDraft &request, const Key &key);
    Answer<protocol::Done> recordView(const Session &session, const protocol::RecordView &request);
    Answer<protocol::SignableList> listSignable(const Session &session,
                                                const protocol::ListSignable &request);
    Answer<protocol::SigningOffer> offerSigning(const Session &session,
                                                const protocol::OfferSigning &request);
    Answer<protocol::ActReply> signSet(const Session &session, const protocol::SignSet &request,
                                       const Key &key);

    /// Stores uploaded bytes whose hash the connection has checked. TooLarge, Storage.
    Answer<protocol::Done> storeBlob(const Session &session, const QByteArray &bytes);
    Answer<protocol::BlobPart> fetchBlob(const Session &session,
                                         const protocol::FetchBlob &request);
    Answer<protocol::ExportReply> exportKartuKendali(const Session &session,
                                                     const protocol::ExportKartuKendali &request);

    /// What another door or the mail worker has committed: tells those who watch. For the
    /// `announce` of Store::write(), or the order is lost.
    void tell(const std::optional<Change> &change, bool hasMail);

Q_SIGNALS:
    /// After a commit, in commit order, from the store's thread: connect queued.
    void committed(const sipenduduk::Change &change);
    /// A lease was taken or ended.
    void leaseChanged(const sipenduduk::Change &change);

private:
    friend class Drafting;
    friend class Signing;

    template <typename Work>
    Answer<protocol::ActReply> change(const Session &session, PermohonanId id, const Key &key,
                                      const QByteArray &hash, Work work);
    Answer<protocol::ActReply> recordDrafts(const Session &session,
                                            const protocol::MakeDrafts &request, const Key &key,
                                            const QByteArray &hash, int dataVersion,
                                            const QList<NewDraft> &drafts);
    /// What an upload is verified against; none when this key was answered before.
    Answer<std::optional<protocol::SigningOffer>> signingBasis(const Session &session,
                                                               const protocol::SignSet &request,
                                                               const Key &key);
    Answer<protocol::ActReply> recordSignatures(const Session &session,
                                                const protocol::SignSet &request, const Key &key,
                                                const QList<AcceptedSignature> &signatures);
    void tellFree(const QList<PermohonanId> &freed);

    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace sipenduduk
