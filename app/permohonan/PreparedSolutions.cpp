#include "app/permohonan/PreparedSolutions.h"

using namespace Qt::StringLiterals;

namespace sipenduduk {

QString preparedSolution(Verdict verdict, const QString &requirement)
{
    switch (verdict) {
    case Verdict::Pending:
    case Verdict::Ok: return {};
    case Verdict::Unreadable:
        return u"%1 tidak terbaca. Pindai atau foto ulang dokumen aslinya dengan cahaya cukup, seluruh "
               "halaman terlihat dan tidak terpotong, lalu unggah kembali."_s.arg(requirement);
    case Verdict::OtherPerson:
        return u"%1 yang diunggah milik orang lain. Unggah dokumen atas nama yang tercantum pada "
               "permohonan."_s.arg(requirement);
    case Verdict::OutOfDate:
        return u"%1 yang diunggah sudah tidak berlaku. Unggah dokumen yang masih berlaku."_s.arg(
            requirement);
    case Verdict::Incomplete:
        return u"%1 belum lengkap. Unggah seluruh halaman, termasuk bagian tanda tangan dan "
               "meterai bila dipersyaratkan."_s.arg(requirement);
    case Verdict::NotMatching:
        return u"Isi %1 tidak sesuai dengan data permohonan. Perbaiki data permohonan atau unggah "
               "dokumen yang sesuai."_s.arg(requirement);
    case Verdict::Missing:
        return u"%1 belum diunggah. Unggah pindaian atau foto dokumen aslinya."_s.arg(requirement);
    }
    return {};
}

} // namespace sipenduduk
