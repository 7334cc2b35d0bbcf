#pragma once

#include "common/Status.h"

#include <QFlags>
#include <QList>

#include <optional>
#include <span>

namespace sipenduduk {

/// What a person (or the server itself) does to a permohonan or one of its dokumen.
/// Numbers travel on the wire and stand in the database: append only.
enum class Action {
    Submit = 1,          ///< pemohon sends the application
    Register = 2,        ///< FO takes it into the register
    Verify = 3,          ///< FO finds every berkas in order
    Enter = 4,           ///< FO enters the data; the resi goes out
    HandToKasi = 5,      ///< FO or Editor hands the drafts to the Kasi
    AskRevision = 6,     ///< FO sends it back to the applicant with defects
    Reject = 7,          ///< FO refuses it for good
    Resubmit = 8,        ///< pemohon answers a revision
    Cancel = 9,          ///< pemohon withdraws
    Receive = 10,        ///< the holder acknowledges receipt (penerimaan)
    GiveParaf = 11,      ///< Kasi or Kabid approves the drafts and asks for the TTE
    ReturnToEditor = 12, ///< Kasi: an entry error
    HandToFo = 13,       ///< Editor: only the applicant can mend it
    HandToEditor = 14,   ///< FO: the office can mend it after all
    ReturnToKasi = 15,   ///< Kabid: an entry error
    ReturnToKabid = 16,  ///< Kadin: an entry error
    Sign = 17,           ///< Kadin applies the TTE to every dokumen of the set
    MailAccepted = 18,   ///< the mail server took the message
    MailBounced = 19,    ///< the mail server refused it for good
    ConfirmReceipt = 20, ///< pemohon opened the download or confirmed
    MakeReady = 21,      ///< FO: the card is printed and waits at the counter
    HandOverCard = 22,   ///< FO: the card was collected
    CorrectAddress = 23, ///< FO: send again to a corrected address
    PrintAtCounter = 24, ///< FO: hand a print over at the counter instead
    EditData = 25,       ///< FO or Editor changes the entered data
    JudgeBerkas = 26,    ///< FO gives a verdict on an upload
    MakeDraft = 27,      ///< FO or Editor makes or uploads a draft
};

/// What must be true besides state and duty before an action is done.
enum class Guard {
    None = 0,
    Received = 1 << 0,         ///< this officer has acknowledged receipt
    VerdictsOk = 1 << 1,       ///< every wanted requirement is judged in order
    DataValid = 1 << 2,        ///< no finding of level error, warnings confirmed
    DraftsMade = 1 << 3,       ///< every dokumen has a draft of the data as they stand
    Defects = 1 << 4,          ///< at least one structured defect is named
    Reason = 1 << 5,           ///< a note that is not blank
    PasswordFresh = 1 << 6,    ///< the paraf window is open
    FourEyes = 1 << 7,         ///< this person gave no other approval on it
    BothParafs = 1 << 8,       ///< Kasi and Kabid approved these very drafts
    Signatures = 1 << 9,       ///< a verified signature for each dokumen
    DefectsAnswered = 1 << 10, ///< everything that was refused was renewed
    NewAddress = 1 << 11,      ///< an e-mail address to send to
    Taker = 1 << 12,           ///< who collected it: name and relation
    PerDokumen = 1 << 13,      ///< moves one dokumen; the permohonan follows its set
    ByMail = 1 << 14,          ///< only a dokumen that is delivered by mail
    ByCard = 1 << 15,          ///< only a dokumen that is collected
};
Q_DECLARE_FLAGS(Guards, Guard)
Q_DECLARE_OPERATORS_FOR_FLAGS(Guards)

/// A letter to the applicant that a transition causes.
enum class MailEvent {
    None,
    EmailCode,
    Acknowledgement,
    Resi,
    RevisionAsked,
    Rejected,
    Issued,
    ReadyForPickup
};

/// One row of the workflow. Source: domain/rules.md 5.
struct Transition
{
    Status from;
    Role by; ///< the duty that acts, which must hold the permohonan
    Action action;
    Status to;
    Role holder; ///< who holds it next; `by` again when it stays
    Guards guards;
    MailEvent mail = MailEvent::None;
};

/// The whole workflow: one table, data, not code.
namespace Alur {

[[nodiscard]] std::span<const Transition> table();

/// The row for `action` done by `duty` in `from` while `holder` holds it; none when not allowed.
[[nodiscard]] std::optional<Transition> find(Status from, Role holder, Action action, Role duty);

/// Actions that `duty` may do now, in the order of the table.
[[nodiscard]] QList<Action> actions(Status from, Role holder, Role duty);

/// Whether nothing can happen any more.
[[nodiscard]] bool isFinal(Status status);

/// State of a permohonan after the TTE, from the states of its dokumen (at least one):
/// the least advanced one speaks for the set, a failed delivery before all others.
[[nodiscard]] Status ofSet(const QList<Status> &dokumen);

/// States in which the clock of the office runs; it stands still with the applicant.
[[nodiscard]] bool isWithOffice(Status status);

} // namespace Alur

} // namespace sipenduduk
