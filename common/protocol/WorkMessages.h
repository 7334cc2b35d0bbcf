#pragma once

#include "common/Permohonan.h"
#include "common/protocol/SessionMessages.h"

namespace sipenduduk::protocol {

struct ClaimReply
{
    static constexpr MessageType Type = MessageType::Claim;
    QDateTime until; ///< the lease ends then unless claimed again
    bool operator==(const ClaimReply &) const = default;
};

/// Takes or renews the lease on a permohonan: others see who has it open. Held when another
/// officer's lease still runs. Not a step of the workflow: nothing is recorded.
struct Claim
{
    static constexpr MessageType Type = MessageType::Claim;
    using Reply = ClaimReply;
    PermohonanId id{};
    Role duty = Role::None;
    bool operator==(const Claim &) const = default;
};

struct ReleaseClaim
{
    static constexpr MessageType Type = MessageType::ReleaseClaim;
    using Reply = Done;
    PermohonanId id{};
    bool operator==(const ReleaseClaim &) const = default;
};

/// Where a permohonan stands after a change.
struct ActReply
{
    static constexpr MessageType Type = MessageType::Act;
    int version = 0;
    Status status = Status::Diajukan;
    Role holder = Role::None;
    bool operator==(const ActReply &) const = default;
};

/// One action of Alur that needs no more than this; EditData, JudgeBerkas, MakeDraft and Sign
/// have messages of their own. Errors: NotAllowed (not in this state or for this duty),
/// Forbidden (section), Conflict (stale version), Incomplete (guard; detail names it),
/// FourEyes, PasswordRequired, Held, NotFound.
struct Act
{
    static constexpr MessageType Type = MessageType::Act;
    using Reply = ActReply;
    PermohonanId id{};
    Role duty = Role::None;
    int version = 0;
    Action action = Action::Receive;
    QString note;          ///< reason; for HandOverCard: name and relation of the taker
    QList<Defect> defects; ///< for returns
    DokumenId dokumen{};   ///< for actions per dokumen
    QString address;       ///< for CorrectAddress: e-mail
    bool operator==(const Act &) const = default;
};

/// The entered data, as a whole. Voids drafts made of other data.
struct SaveData
{
    static constexpr MessageType Type = MessageType::SaveData;
    using Reply = ActReply;
    PermohonanId id{};
    Role duty = Role::None;
    int version = 0;
    QMap<QString, QString> data; ///< by field code
    QString siakNumber;          ///< number that SIAK gave, when there is one
    QString warningReason;       ///< why warnings are accepted
    bool operator==(const SaveData &) const = default;
};

struct BerkasVerdict
{
    BerkasId berkas{};
    Verdict verdict = Verdict::Pending;
    QString solution; ///< required unless Ok or Pending
    bool operator==(const BerkasVerdict &) const = default;
};

/// Verdicts of the FO on uploads, and the answers to the conditions as he finds them.
struct JudgeBerkas
{
    static constexpr MessageType Type = MessageType::JudgeBerkas;
    using Reply = ActReply;
    PermohonanId id{};
    Role duty = Role::None;
    int version = 0;
    QList<BerkasVerdict> verdicts;
    QMap<QString, bool> answers;
    bool isAnswersConfirmed = false;
    bool operator==(const JudgeBerkas &) const = default;
};

/// A remark for the colleagues; any officer who may see the permohonan.
struct AddNote
{
    static constexpr MessageType Type = MessageType::AddNote;
    using Reply = Done;
    PermohonanId id{};
    Role duty = Role::None;
    QString text; ///< 1…2,000 characters
    bool operator==(const AddNote &) const = default;
};

/// The server makes the draft of every dokumen that has none of the present data.
struct MakeDrafts
{
    static constexpr MessageType Type = MessageType::MakeDrafts;
    using Reply = ActReply;
    PermohonanId id{};
    Role duty = Role::None;
    int version = 0;
    bool operator==(const MakeDrafts &) const = default;
};

/// The PDF that SIAK made, uploaded before (BeginUpload), becomes the draft of a dokumen.
struct UploadDraft
{
    static constexpr MessageType Type = MessageType::UploadDraft;
    using Reply = ActReply;
    PermohonanId id{};
    Role duty = Role::None;
    int version = 0;
    DokumenId dokumen{};
    QByteArray sha256; ///< of the uploaded blob, 32 bytes
    bool operator==(const UploadDraft &) const = default;
};

/// The officer was shown these pages of these bytes, for so long.
struct RecordView
{
    static constexpr MessageType Type = MessageType::RecordView;
    using Reply = Done;
    PermohonanId id{};
    DokumenId dokumen{};
    QByteArray draftSha256; ///< 32 bytes
    QList<int> pages;       ///< 1…n
    qint64 milliseconds = 0;
    bool operator==(const RecordView &) const = default;
};

} // namespace sipenduduk::protocol
