#include "tests/services/AlurExpected.h"

namespace sipenduduk::expected {

using enum Status;
using enum Role;
using enum Action;
using enum LineKind;
using enum Delivery;
using M = MailEvent;

// clang-format off

const std::vector<Situation> &situations()
{
    static const std::vector<Situation> list {
        {Baru,                  Pemohon, None},
        {Diajukan,              Fo,      Pemohon},
        {Diregistrasi,          Fo,      Pemohon},
        {Diverifikasi,          Fo,      Pemohon},
        {Dientri,               Fo,      Pemohon},
        {DiKasi,                Kasi,    Fo},
        {DiKabid,               Kabid,   Kasi},
        {DiKadin,               Kadin,   Kabid},
        {DiEditor,              Editor,  Kasi},
        {DiEditor,              Fo,      Editor},
        {DikembalikanKeKasi,    Kasi,    Kabid},
        {DikembalikanKeKabid,   Kabid,   Kadin},
        {DikembalikanKePemohon, Pemohon, Fo},
        {Ditolak,               None,    Fo},
        {DibatalkanPemohon,     None,    Pemohon},
    };
    return list;
}

const std::vector<StepRow> &steps()
{
    static const std::vector<StepRow> list {
        {Baru, Pemohon, Pemohon, Submit, Diajukan, Fo, {Pengajuan}, M::Acknowledgement},

        {Diajukan, Fo, Fo, Register, Diregistrasi, Fo, {Penerimaan}},
        {Diajukan, Fo, Fo, AskRevision, DikembalikanKePemohon, Pemohon, {Penyerahan}, M::RevisionAsked},
        {Diajukan, Fo, Fo, Reject, Ditolak, None, {Selesai}, M::Rejected},
        {Diajukan, Fo, Pemohon, Cancel, DibatalkanPemohon, None, {Selesai}},

        {Diregistrasi, Fo, Fo, Receive, Diregistrasi, Fo, {Penerimaan}},
        {Diregistrasi, Fo, Fo, JudgeBerkas, Diregistrasi, Fo, {Pekerjaan}},
        {Diregistrasi, Fo, Fo, EditData, Diregistrasi, Fo, {Pekerjaan}},
        {Diregistrasi, Fo, Fo, Verify, Diverifikasi, Fo, {Pekerjaan}},
        {Diregistrasi, Fo, Fo, AskRevision, DikembalikanKePemohon, Pemohon, {Penyerahan}, M::RevisionAsked},
        {Diregistrasi, Fo, Fo, Reject, Ditolak, None, {Selesai}, M::Rejected},

        {Diverifikasi, Fo, Fo, Receive, Diverifikasi, Fo, {Penerimaan}},
        {Diverifikasi, Fo, Fo, EditData, Diverifikasi, Fo, {Pekerjaan}},
        {Diverifikasi, Fo, Fo, AskRevision, DikembalikanKePemohon, Pemohon, {Penyerahan}, M::RevisionAsked},
        {Diverifikasi, Fo, Fo, Reject, Ditolak, None, {Selesai}, M::Rejected},
        {Diverifikasi, Fo, Fo, Enter, Dientri, Fo, {Pekerjaan}, M::Resi},

        {Dientri, Fo, Fo, Receive, Dientri, Fo, {Penerimaan}},
        {Dientri, Fo, Fo, EditData, Dientri, Fo, {Pekerjaan}},
        {Dientri, Fo, Fo, MakeDraft, Dientri, Fo, {Pekerjaan}},
        {Dientri, Fo, Fo, HandToKasi, DiKasi, Kasi, {Penyerahan}},

        {DikembalikanKePemohon, Pemohon, Pemohon, Resubmit, Diajukan, Fo, {Pengajuan}, M::Acknowledgement},
        {DikembalikanKePemohon, Pemohon, Pemohon, Cancel, DibatalkanPemohon, None, {Selesai}},

        {DiKasi, Kasi, Kasi, Receive, DiKasi, Kasi, {Penerimaan}},
        {DiKasi, Kasi, Kasi, GiveParaf, DiKabid, Kabid, {Paraf, Penyerahan}},
        {DiKasi, Kasi, Kasi, ReturnToEditor, DiEditor, Editor, {Penyerahan}},
        {DikembalikanKeKasi, Kasi, Kasi, Receive, DikembalikanKeKasi, Kasi, {Penerimaan}},
        {DikembalikanKeKasi, Kasi, Kasi, GiveParaf, DiKabid, Kabid, {Paraf, Penyerahan}},
        {DikembalikanKeKasi, Kasi, Kasi, ReturnToEditor, DiEditor, Editor, {Penyerahan}},

        {DiEditor, Editor, Editor, Receive, DiEditor, Editor, {Penerimaan}},
        {DiEditor, Editor, Editor, EditData, DiEditor, Editor, {Pekerjaan}},
        {DiEditor, Editor, Editor, MakeDraft, DiEditor, Editor, {Pekerjaan}},
        {DiEditor, Editor, Editor, HandToKasi, DiKasi, Kasi, {Penyerahan}},
        {DiEditor, Editor, Editor, HandToFo, DiEditor, Fo, {Penyerahan}},
        {DiEditor, Fo, Fo, Receive, DiEditor, Fo, {Penerimaan}},
        {DiEditor, Fo, Fo, HandToEditor, DiEditor, Editor, {Penyerahan}},
        {DiEditor, Fo, Fo, AskRevision, DikembalikanKePemohon, Pemohon, {Penyerahan}, M::RevisionAsked},
        {DiEditor, Fo, Fo, Reject, Ditolak, None, {Selesai}, M::Rejected},

        {DiKabid, Kabid, Kabid, Receive, DiKabid, Kabid, {Penerimaan}},
        {DiKabid, Kabid, Kabid, GiveParaf, DiKadin, Kadin, {Paraf, Penyerahan}},
        {DiKabid, Kabid, Kabid, ReturnToKasi, DikembalikanKeKasi, Kasi, {Penyerahan}},
        {DikembalikanKeKabid, Kabid, Kabid, Receive, DikembalikanKeKabid, Kabid, {Penerimaan}},
        {DikembalikanKeKabid, Kabid, Kabid, GiveParaf, DiKadin, Kadin, {Paraf, Penyerahan}},
        {DikembalikanKeKabid, Kabid, Kabid, ReturnToKasi, DikembalikanKeKasi, Kasi, {Penyerahan}},

        {DiKadin, Kadin, Kadin, Receive, DiKadin, Kadin, {Penerimaan}},
        {DiKadin, Kadin, Kadin, ReturnToKabid, DikembalikanKeKabid, Kabid, {Penyerahan}},
        {DiKadin, Kadin, Kadin, Sign, Ditandatangani, Sistem, {Tte, Penyerahan}, M::Issued},
    };
    return list;
}

const std::vector<StepRow> &stepsOfThree()
{
    static const std::vector<StepRow> list {
        {DiKasi, Kasi, Kasi, GiveParaf, DiKabid, Kabid, {Paraf, Paraf, Paraf, Penyerahan}},
        {DikembalikanKeKasi, Kasi, Kasi, GiveParaf, DiKabid, Kabid, {Paraf, Paraf, Paraf, Penyerahan}},
        {DiKabid, Kabid, Kabid, GiveParaf, DiKadin, Kadin, {Paraf, Paraf, Paraf, Penyerahan}},
        {DikembalikanKeKabid, Kabid, Kabid, GiveParaf, DiKadin, Kadin, {Paraf, Paraf, Paraf, Penyerahan}},
        {DiKadin, Kadin, Kadin, Sign, Ditandatangani, Fo, {Tte, Tte, Tte, Penyerahan}, M::Issued},
    };
    return list;
}

const std::vector<DeliveryRow> &deliveries()
{
    static const std::vector<DeliveryRow> list {
        {Mail, Ditandatangani, Sistem, MailAccepted, Terkirim},
        {Mail, Ditandatangani, Sistem, MailBounced, GagalKirim},
        {Mail, Ditandatangani, Pemohon, ConfirmReceipt, Diterima},
        {Mail, Terkirim, Pemohon, ConfirmReceipt, Diterima},
        {Mail, GagalKirim, Fo, CorrectAddress, GagalKirim, M::Issued},
        {Mail, GagalKirim, Sistem, MailAccepted, Terkirim},
        {Mail, GagalKirim, Sistem, MailBounced, GagalKirim},
        {Mail, GagalKirim, Fo, PrintAtCounter, SiapDiambil},
        {Mail, SiapDiambil, Fo, HandOverCard, Diambil}, // the print, like a card
        {Pickup, Ditandatangani, Fo, MakeReady, SiapDiambil, M::ReadyForPickup},
        {Pickup, SiapDiambil, Fo, HandOverCard, Diambil},
    };
    return list;
}

const std::vector<SetRow> &sets()
{
    static const std::vector<SetRow> list {
        {Ditandatangani, {}, Ditandatangani, Sistem},
        {Terkirim,       {}, Terkirim,       Pemohon},
        {Diterima,       {}, Diterima,       None},
        {GagalKirim,     {}, GagalKirim,     Fo},
        {SiapDiambil,    {}, SiapDiambil,    Fo},
        {Diambil,        {}, Diambil,        None},

        {Ditandatangani, Ditandatangani, Ditandatangani, Fo},
        {Terkirim,       Ditandatangani, Ditandatangani, Fo},
        {Diterima,       Ditandatangani, Ditandatangani, Fo},
        {GagalKirim,     Ditandatangani, GagalKirim,     Fo},
        {SiapDiambil,    Ditandatangani, Ditandatangani, Fo},
        {Diambil,        Ditandatangani, Ditandatangani, Fo},

        {Ditandatangani, SiapDiambil,    Ditandatangani, Fo},
        {Terkirim,       SiapDiambil,    SiapDiambil,    Fo},
        {Diterima,       SiapDiambil,    SiapDiambil,    Fo},
        {GagalKirim,     SiapDiambil,    GagalKirim,     Fo},
        {SiapDiambil,    SiapDiambil,    SiapDiambil,    Fo},
        {Diambil,        SiapDiambil,    SiapDiambil,    Fo},

        {Ditandatangani, Diambil,        Ditandatangani, Sistem},
        {Terkirim,       Diambil,        Terkirim,       Pemohon},
        {Diterima,       Diambil,        Diambil,        None},
        {GagalKirim,     Diambil,        GagalKirim,     Fo},
        {SiapDiambil,    Diambil,        SiapDiambil,    Fo},
        {Diambil,        Diambil,        Diambil,        None},
    };
    return list;
}

// clang-format on

} // namespace sipenduduk::expected
