#include "app/words/Words.h"

#include <QCoreApplication>

namespace sipenduduk {

namespace {

struct WorkTr
{
    Q_DECLARE_TR_FUNCTIONS(Words)
};

} // namespace

QString words::ofStatus(Status status)
{
    switch (status) {
    case Status::Baru: return WorkTr::tr("New");
    case Status::Diajukan: return WorkTr::tr("Submitted");
    case Status::Diregistrasi: return WorkTr::tr("Registered");
    case Status::Diverifikasi: return WorkTr::tr("Verified");
    case Status::Dientri: return WorkTr::tr("Entered");
    case Status::DiKasi: return WorkTr::tr("With the Kasi");
    case Status::DiKabid: return WorkTr::tr("With the Kabid");
    case Status::DiKadin: return WorkTr::tr("With the Kadin");
    case Status::Ditandatangani: return WorkTr::tr("Signed");
    case Status::Terkirim: return WorkTr::tr("Sent by e-mail");
    case Status::Diterima: return WorkTr::tr("Received by the applicant");
    case Status::SiapDiambil: return WorkTr::tr("Ready for pick-up");
    case Status::Diambil: return WorkTr::tr("Collected");
    case Status::DikembalikanKePemohon: return WorkTr::tr("Returned to the applicant");
    case Status::Ditolak: return WorkTr::tr("Rejected");
    case Status::DiEditor: return WorkTr::tr("With the Operator Editor");
    case Status::DikembalikanKeKasi: return WorkTr::tr("Returned to the Kasi");
    case Status::DikembalikanKeKabid: return WorkTr::tr("Returned to the Kabid");
    case Status::GagalKirim: return WorkTr::tr("E-mail failed");
    case Status::DibatalkanPemohon: return WorkTr::tr("Cancelled by the applicant");
    }
    return {};
}

QString words::ofRole(Role role)
{
    switch (role) {
    case Role::None: return WorkTr::tr("Nobody");
    case Role::Pemohon: return WorkTr::tr("Applicant");
    case Role::Fo: return WorkTr::tr("Front Office");
    case Role::Editor: return WorkTr::tr("Operator Editor");
    case Role::Kasi: return WorkTr::tr("Section Head (Kasi)");
    case Role::Kabid: return WorkTr::tr("Division Head (Kabid)");
    case Role::Kadin: return WorkTr::tr("Head of Office (Kadin)");
    case Role::Admin: return WorkTr::tr("Administrator");
    case Role::Sistem: return WorkTr::tr("System");
    }
    return {};
}

QString words::ofAction(Action action)
{
    switch (action) {
    case Action::Submit: return WorkTr::tr("Submit");
    case Action::Register: return WorkTr::tr("Register");
    case Action::Verify: return WorkTr::tr("Berkas are in order");
    case Action::Enter: return WorkTr::tr("Data entered, send resi");
    case Action::HandToKasi: return WorkTr::tr("Hand to the Kasi");
    case Action::AskRevision: return WorkTr::tr("Ask the applicant for a revision");
    case Action::Reject: return WorkTr::tr("Reject");
    case Action::Resubmit: return WorkTr::tr("Resubmit");
    case Action::Cancel: return WorkTr::tr("Cancel the application");
    case Action::Receive: return WorkTr::tr("Receive");
    case Action::GiveParaf: return WorkTr::tr("Give paraf and ask for the TTE");
    case Action::ReturnToEditor: return WorkTr::tr("Return to the Operator Editor");
    case Action::HandToFo: return WorkTr::tr("Hand to the Front Office");
    case Action::HandToEditor: return WorkTr::tr("Hand to the Operator Editor");
    case Action::ReturnToKasi: return WorkTr::tr("Return to the Kasi");
    case Action::ReturnToKabid: return WorkTr::tr("Return to the Kabid");
    case Action::Sign: return WorkTr::tr("Sign (TTE)");
    case Action::MailAccepted: return WorkTr::tr("E-mail accepted");
    case Action::MailBounced: return WorkTr::tr("E-mail refused");
    case Action::ConfirmReceipt: return WorkTr::tr("Confirm receipt");
    case Action::MakeReady: return WorkTr::tr("Card is ready for pick-up");
    case Action::HandOverCard: return WorkTr::tr("Hand over the card");
    case Action::CorrectAddress: return WorkTr::tr("Correct the e-mail address");
    case Action::PrintAtCounter: return WorkTr::tr("Print at the counter");
    case Action::EditData: return WorkTr::tr("Change the data");
    case Action::JudgeBerkas: return WorkTr::tr("Check the berkas");
    case Action::MakeDraft: return WorkTr::tr("Make the draft");
    }
    return {};
}

QString words::doneAction(Action action)
{
    switch (action) {
    case Action::Submit: return WorkTr::tr("Application submitted");
    case Action::Register: return WorkTr::tr("Registered");
    case Action::Verify: return WorkTr::tr("Berkas verified");
    case Action::Enter: return WorkTr::tr("Data entered, resi sent");
    case Action::HandToKasi: return WorkTr::tr("Handed to the Kasi");
    case Action::AskRevision: return WorkTr::tr("Revision asked of the applicant");
    case Action::Reject: return WorkTr::tr("Rejected");
    case Action::Resubmit: return WorkTr::tr("Application resubmitted");
    case Action::Cancel: return WorkTr::tr("Cancelled by the applicant");
    case Action::Receive: return WorkTr::tr("Received");
    case Action::GiveParaf: return WorkTr::tr("Paraf given");
    case Action::ReturnToEditor: return WorkTr::tr("Returned to the Operator Editor");
    case Action::HandToFo: return WorkTr::tr("Handed to the Front Office");
    case Action::HandToEditor: return WorkTr::tr("Handed to the Operator Editor");
    case Action::ReturnToKasi: return WorkTr::tr("Returned to the Kasi");
    case Action::ReturnToKabid: return WorkTr::tr("Returned to the Kabid");
    case Action::Sign: return WorkTr::tr("Signed (TTE)");
    case Action::MailAccepted: return WorkTr::tr("Sent by e-mail");
    case Action::MailBounced: return WorkTr::tr("E-mail could not be delivered");
    case Action::ConfirmReceipt: return WorkTr::tr("Received by the applicant");
    case Action::MakeReady: return WorkTr::tr("Card ready for pick-up");
    case Action::HandOverCard: return WorkTr::tr("Card handed over");
    case Action::CorrectAddress: return WorkTr::tr("E-mail address corrected");
    case Action::PrintAtCounter: return WorkTr::tr("To be printed at the counter");
    case Action::EditData: return WorkTr::tr("Data changed");
    case Action::JudgeBerkas: return WorkTr::tr("Berkas checked");
    case Action::MakeDraft: return WorkTr::tr("Draft made");
    }
    return {};
}

QString words::ofVerdict(Verdict verdict)
{
    switch (verdict) {
    case Verdict::Pending: return WorkTr::tr("Not checked yet");
    case Verdict::Ok: return WorkTr::tr("In order");
    case Verdict::Unreadable: return WorkTr::tr("Unreadable");
    case Verdict::OtherPerson: return WorkTr::tr("Of another person");
    case Verdict::OutOfDate: return WorkTr::tr("Out of date");
    case Verdict::Incomplete: return WorkTr::tr("Incomplete");
    case Verdict::NotMatching: return WorkTr::tr("Does not match the data");
    case Verdict::Missing: return WorkTr::tr("Not uploaded");
    }
    return {};
}

QString words::ofLineKind(LineKind kind)
{
    switch (kind) {
    case LineKind::Pengajuan: return WorkTr::tr("Application");
    case LineKind::Penyerahan: return WorkTr::tr("Handed over");
    case LineKind::Penerimaan: return WorkTr::tr("Taken over");
    case LineKind::Pekerjaan: return WorkTr::tr("Work");
    case LineKind::Paraf: return WorkTr::tr("Paraf");
    case LineKind::Tte: return WorkTr::tr("TTE");
    case LineKind::Pengiriman: return WorkTr::tr("Delivery");
    case LineKind::Selesai: return WorkTr::tr("Closed");
    }
    return {};
}

QString words::ofDelivery(Delivery delivery)
{
    switch (delivery) {
    case Delivery::Mail: return WorkTr::tr("By e-mail");
    case Delivery::Pickup: return WorkTr::tr("Collected at the office");
    }
    return {};
}

QString words::ofView(protocol::QueueView view)
{
    switch (view) {
    case protocol::QueueView::Work: return WorkTr::tr("Work");
    case protocol::QueueView::Returned: return WorkTr::tr("Returned");
    case protocol::QueueView::Pickup: return WorkTr::tr("Pick-up");
    case protocol::QueueView::Sent: return WorkTr::tr("Sent on");
    }
    return {};
}

QString words::ofGuard(Guard guard)
{
    switch (guard) {
    case Guard::None: return {};
    case Guard::Received: return WorkTr::tr("Receive the permohonan first.");
    case Guard::VerdictsOk: return WorkTr::tr("Every requirement must be found in order first.");
    case Guard::DataValid: return WorkTr::tr("The data must be without error first.");
    case Guard::DraftsMade: return WorkTr::tr("Every dokumen needs a draft of the present data.");
    case Guard::Defects: return WorkTr::tr("Say what must be mended.");
    case Guard::Reason: return WorkTr::tr("Write the reason.");
    case Guard::PasswordFresh: return WorkTr::tr("Confirm your password.");
    case Guard::FourEyes:
        return WorkTr::tr("You have approved this permohonan at another step already.");
    case Guard::BothParafs: return WorkTr::tr("The parafs of Kasi and Kabid are missing.");
    case Guard::Signatures: return WorkTr::tr("Every dokumen needs a signature.");
    case Guard::DefectsAnswered: return WorkTr::tr("Everything that was refused must be renewed.");
    case Guard::NewAddress: return WorkTr::tr("Type the e-mail address to send to.");
    case Guard::Taker: return WorkTr::tr("Write who collects the card, and the relation.");
    case Guard::PerDokumen: return WorkTr::tr("Choose the dokumen.");
    case Guard::ByMail: return WorkTr::tr("Only for a dokumen that is sent by e-mail.");
    case Guard::ByCard: return WorkTr::tr("Only for a card that is collected.");
    }
    return {};
}

} // namespace sipenduduk
