#include "common/Alur.h"

#include <algorithm>
#include <array>

namespace sipenduduk {

namespace {

using enum Status;
using enum Action;
using G = Guard;

constexpr Guards Returned = Guards(G::Received) | G::Defects;
constexpr Guards Approved = Guards(G::Received) | G::DraftsMade | G::PasswordFresh | G::FourEyes;
constexpr Guards OneMail = Guards(G::PerDokumen) | G::ByMail;
constexpr Guards OneCard = Guards(G::PerDokumen) | G::ByCard;

// clang-format off
constexpr std::array Table {
    // step 1: the citizen applies, FO registers
    Transition{Baru,         Role::Pemohon, Submit,   Diajukan,     Role::Fo, G::None, MailEvent::Acknowledgement},
    Transition{Diajukan,     Role::Fo, Register,      Diregistrasi, Role::Fo, G::None},
    Transition{Diajukan,     Role::Fo, AskRevision,   DikembalikanKePemohon, Role::Pemohon, G::Defects, MailEvent::RevisionAsked},
    Transition{Diajukan,     Role::Fo, Reject,        Ditolak,      Role::None, G::Reason, MailEvent::Rejected},
    Transition{Diajukan,     Role::Pemohon, Cancel,   DibatalkanPemohon, Role::None, G::None},
    // step 2: FO verifies, enters, makes the drafts and hands them on
    Transition{Diregistrasi, Role::Fo, Receive,       Diregistrasi, Role::Fo, G::None},
    Transition{Diregistrasi, Role::Fo, JudgeBerkas,   Diregistrasi, Role::Fo, G::Received},
    Transition{Diregistrasi, Role::Fo, EditData,      Diregistrasi, Role::Fo, G::Received},
    Transition{Diregistrasi, Role::Fo, Verify,        Diverifikasi, Role::Fo, Guards(G::Received) | G::VerdictsOk},
    Transition{Diregistrasi, Role::Fo, AskRevision,   DikembalikanKePemohon, Role::Pemohon, Returned, MailEvent::RevisionAsked},
    Transition{Diregistrasi, Role::Fo, Reject,        Ditolak,      Role::None, Guards(G::Received) | G::Reason, MailEvent::Rejected},
    Transition{Diverifikasi, Role::Fo, Receive,       Diverifikasi, Role::Fo, G::None},
    Transition{Diverifikasi, Role::Fo, EditData,      Diverifikasi, Role::Fo, G::Received},
    Transition{Diverifikasi, Role::Fo, Enter,         Dientri,      Role::Fo, Guards(G::Received) | G::DataValid, MailEvent::Resi},
    Transition{Diverifikasi, Role::Fo, AskRevision,   DikembalikanKePemohon, Role::Pemohon, Returned, MailEvent::RevisionAsked},
    Transition{Diverifikasi, Role::Fo, Reject,        Ditolak,      Role::None, Guards(G::Received) | G::Reason, MailEvent::Rejected},
    Transition{Dientri,      Role::Fo, Receive,       Dientri,      Role::Fo, G::None},
    Transition{Dientri,      Role::Fo, EditData,      Dientri,      Role::Fo, G::Received},
    Transition{Dientri,      Role::Fo, MakeDraft,     Dientri,      Role::Fo, G::Received},
    Transition{Dientri,      Role::Fo, HandToKasi,    DiKasi,       Role::Kasi, Guards(G::Received) | G::DataValid | G::DraftsMade},
    // with the applicant
    Transition{DikembalikanKePemohon, Role::Pemohon, Resubmit, Diajukan, Role::Fo, G::DefectsAnswered, MailEvent::Acknowledgement},
    Transition{DikembalikanKePemohon, Role::Pemohon, Cancel,   DibatalkanPemohon, Role::None, G::None},
    // step 3: Kasi
    Transition{DiKasi,       Role::Kasi, Receive,        DiKasi,   Role::Kasi, G::None},
    Transition{DiKasi,       Role::Kasi, GiveParaf,      DiKabid,  Role::Kabid, Approved},
    Transition{DiKasi,       Role::Kasi, ReturnToEditor, DiEditor, Role::Editor, Returned},
    Transition{DikembalikanKeKasi, Role::Kasi, Receive,        DikembalikanKeKasi, Role::Kasi, G::None},
    Transition{DikembalikanKeKasi, Role::Kasi, GiveParaf,      DiKabid,  Role::Kabid, Approved},
    Transition{DikembalikanKeKasi, Role::Kasi, ReturnToEditor, DiEditor, Role::Editor, Returned},
    // the Editor mends; what only the applicant can mend goes through the FO
    Transition{DiEditor,     Role::Editor, Receive,    DiEditor, Role::Editor, G::None},
    Transition{DiEditor,     Role::Editor, EditData,   DiEditor, Role::Editor, G::Received},
    Transition{DiEditor,     Role::Editor, MakeDraft,  DiEditor, Role::Editor, G::Received},
    Transition{DiEditor,     Role::Editor, HandToKasi, DiKasi,   Role::Kasi, Guards(G::Received) | G::DataValid | G::DraftsMade},
    Transition{DiEditor,     Role::Editor, HandToFo,   DiEditor, Role::Fo, Guards(G::Received) | G::Reason},
    Transition{DiEditor,     Role::Fo, Receive,        DiEditor, Role::Fo, G::None},
    Transition{DiEditor,     Role::Fo, HandToEditor,   DiEditor, Role::Editor, Guards(G::Received) | G::Reason},
    Transition{DiEditor,     Role::Fo, AskRevision,    DikembalikanKePemohon, Role::Pemohon, Returned, MailEvent::RevisionAsked},
    Transition{DiEditor,     Role::Fo, Reject,         Ditolak,  Role::None, Guards(G::Received) | G::Reason, MailEvent::Rejected},
    // step 4: Kabid
    Transition{DiKabid,      Role::Kabid, Receive,      DiKabid, Role::Kabid, G::None},
    Transition{DiKabid,      Role::Kabid, GiveParaf,    DiKadin, Role::Kadin, Approved},
    Transition{DiKabid,      Role::Kabid, ReturnToKasi, DikembalikanKeKasi, Role::Kasi, Returned},
    Transition{DikembalikanKeKabid, Role::Kabid, Receive,      DikembalikanKeKabid, Role::Kabid, G::None},
    Transition{DikembalikanKeKabid, Role::Kabid, GiveParaf,    DiKadin, Role::Kadin, Approved},
    Transition{DikembalikanKeKabid, Role::Kabid, ReturnToKasi, DikembalikanKeKasi, Role::Kasi, Returned},
    // step 5: Kadin
    Transition{DiKadin,      Role::Kadin, Receive,       DiKadin, Role::Kadin, G::None},
    Transition{DiKadin,      Role::Kadin, Sign,          Ditandatangani, Role::Sistem, Guards(G::Received) | G::DraftsMade | G::FourEyes | G::BothParafs | G::Signatures, MailEvent::Issued},
    Transition{DiKadin,      Role::Kadin, ReturnToKabid, DikembalikanKeKabid, Role::Kabid, Returned},
    // step 6: delivery, dokumen by dokumen
    Transition{Ditandatangani, Role::Sistem, MailAccepted, Terkirim,    Role::Pemohon, OneMail},
    Transition{Ditandatangani, Role::Sistem, MailBounced,  GagalKirim,  Role::Fo, OneMail},
    Transition{Ditandatangani, Role::Pemohon, ConfirmReceipt, Diterima, Role::None, OneMail},
    Transition{Ditandatangani, Role::Fo, MakeReady,        SiapDiambil, Role::Fo, OneCard, MailEvent::ReadyForPickup},
    Transition{Terkirim,     Role::Pemohon, ConfirmReceipt, Diterima,   Role::None, OneMail},
    Transition{SiapDiambil,  Role::Fo, HandOverCard,      Diambil,     Role::None, Guards(G::PerDokumen) | G::Taker},
    Transition{GagalKirim,   Role::Fo, CorrectAddress,    GagalKirim,  Role::Sistem, OneMail | Guards(G::NewAddress), MailEvent::Issued},
    Transition{GagalKirim,   Role::Sistem, MailAccepted,  Terkirim,    Role::Pemohon, OneMail},
    Transition{GagalKirim,   Role::Sistem, MailBounced,   GagalKirim,  Role::Fo, OneMail},
    Transition{GagalKirim,   Role::Fo, PrintAtCounter,    SiapDiambil, Role::Fo, OneMail, MailEvent::None},
};
// clang-format on

/// Who holds a dokumen is not asked after the TTE: its state says which duties may act, and an
/// applicant may cancel what the FO holds but has not begun.
bool holderMatters(const Transition &row)
{
    return !row.guards.testFlag(G::PerDokumen) && row.action != Cancel && row.action != Submit;
}

/// How far a delivery still has to go: the set shows its least advanced dokumen.
int remaining(Status status)
{
    switch (status) {
    case GagalKirim: return 5;
    case Ditandatangani: return 4;
    case SiapDiambil: return 3;
    case Terkirim: return 2;
    case Diambil: return 1;
    default: return 0;
    }
}

} // namespace

std::span<const Transition> Alur::table()
{
    return Table;
}

std::optional<Transition> Alur::find(Status from, Role holder, Action action, Role duty)
{
    const auto row = std::ranges::find_if(Table, [&](const Transition &t) {
        return t.from == from && t.action == action && t.by == duty
            && (!holderMatters(t) || t.by == holder);
    });
    return row == Table.end() ? std::nullopt : std::optional(*row);
}

QList<Action> Alur::actions(Status from, Role holder, Role duty)
{
    QList<Action> allowed;
    for (const Transition &row : Table) {
        if (row.from == from && row.by == duty && (!holderMatters(row) || row.by == holder))
            allowed.append(row.action);
    }
    return allowed;
}

bool Alur::isFinal(Status status)
{
    return std::ranges::none_of(Table, [&](const Transition &t) { return t.from == status; });
}

Status Alur::ofSet(const QList<Status> &dokumen)
{
    Q_ASSERT(!dokumen.isEmpty());
    return *std::ranges::max_element(dokumen, {}, remaining);
}

bool Alur::isWithOffice(Status status)
{
    return status != DikembalikanKePemohon && status != Terkirim && status != SiapDiambil
        && !isFinal(status);
}

} // namespace sipenduduk
