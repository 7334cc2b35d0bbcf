#include "common/tte/verify/ReportText.h"

#include "common/tte/ParafChain.h"

#include <QLocale>

using namespace Qt::StringLiterals;

namespace sipenduduk {

namespace {

QString timeText(const QDateTime &at)
{
    constexpr int Wib = 7 * 3600;
    const QLocale indonesian(QLocale::Indonesian, QLocale::Indonesia);
    return at.isValid()
        ? indonesian.toString(at.toOffsetFromUtc(Wib), u"d MMMM yyyy HH:mm:ss"_s) + u" WIB"_s
        : u"tidak disebutkan"_s;
}

QString verdictText(SignatureVerdict verdict)
{
    switch (verdict) {
    case SignatureVerdict::Sah: return u"SAH"_s;
    case SignatureVerdict::BelumDapatDipastikan: return u"BELUM DAPAT DIPASTIKAN"_s;
    case SignatureVerdict::TidakSah: return u"TIDAK SAH"_s;
    }
    return {};
}

QString patternText(AttackPattern pattern)
{
    const QString name = attackName(pattern);
    return name.isEmpty() ? QString() : u" Pola serangan yang dikenal: %1."_s.arg(name);
}

QString row(const QString &label, const QString &value)
{
    return u"  %1: %2\n"_s.arg(label, -20).arg(value);
}

QString findingsText(const QList<SignatureFinding> &findings)
{
    QString text;
    for (const SignatureFinding &finding : findings)
        text += u"  - "_s + faultText(finding.fault) + patternText(finding.pattern) + u'\n';
    return text;
}

QString parafText(const VerifiedSignature &signature)
{
    if (signature.draftSha256.isEmpty())
        return {};
    QString text = row(u"Draf disetujui"_s, u"%1 bita"_s.arg(signature.draftSize))
        + row(u"SHA-256 draf"_s, QString::fromLatin1(signature.draftSha256.toHex()));
    const auto chain = ParafChain::fromBytes(signature.parafChain);
    if (!chain)
        return text + row(u"Paraf"_s, u"tidak terbaca"_s);
    for (const ParafEntry &entry : chain->entries)
        text += row(u"Paraf "_s + entry.duty, timeText(entry.at));
    return text;
}

QString provenText(const VerifiedSignature &signature)
{
    if (!signature.provenAt.isValid())
        return row(u"Waktu (terbukti)"_s, u"belum terbukti, tidak ada stempel waktu yang sah"_s);
    return row(u"Waktu (terbukti)"_s, timeText(signature.provenAt))
        + row(u"Dibuktikan oleh"_s, signature.provenBy);
}

QString revocationText(const VerifiedSignature &signature)
{
    switch (signature.revocation) {
    case RevocationState::NotChecked:
        return u"belum diperiksa, berkas tidak membawa keterangan yang dapat dipakai"_s;
    case RevocationState::Good:
        return u"tidak dicabut, menurut keterangan penerbit tanggal "_s
            + timeText(signature.revocationAsOf);
    case RevocationState::Revoked: break;
    }
    const bool isHarmless =
        signature.provenAt.isValid() && signature.provenAt < signature.revokedAt;
    return u"DICABUT pada "_s + timeText(signature.revokedAt)
        + (isHarmless ? u", sesudah waktu yang terbukti"_s : QString());
}

QString levelText(PadesLevel level)
{
    switch (level) {
    case PadesLevel::BB: return u"B-B, hanya tanda tangan"_s;
    case PadesLevel::BT: return u"B-T, waktunya terbukti"_s;
    case PadesLevel::BLT: return u"B-LT, waktunya terbukti dan keterangan pencabutan tersimpan"_s;
    case PadesLevel::BLTA:
        return u"B-LTA, waktunya terbukti dan semua keterangan diawetkan stempel waktu dokumen"_s;
    }
    return {};
}

QString certificateText(const CertificateInfo &certificate)
{
    return row(u"Penerbit sertifikat"_s, certificate.issuerName)
        + row(u"Nomor seri"_s, certificate.serial)
        + row(u"Sidik jari SHA-256"_s, QString::fromLatin1(certificate.fingerprintSha256.toHex()));
}

/// What both a signature and a document time stamp have.
QString commonText(const VerifiedSignature &signature)
{
    return row(u"Keutuhan"_s, signature.isIntact ? u"utuh"_s : u"RUSAK"_s)
        + row(u"Cakupan"_s,
              signature.coversWholeFile ? u"seluruh dokumen"_s : u"bagian awal dokumen"_s)
        + row(u"Sertifikat"_s, signature.isTrusted ? u"tepercaya"_s : u"belum dapat dipercaya"_s)
        + row(u"Pencabutan"_s, revocationText(signature));
}

/// It proves when something was there, and speaks for no person.
QString documentTimestampText(const VerifiedSignature &stamp)
{
    QString text =
        u"\nStempel waktu dokumen \"%1\": %2\n"_s.arg(stamp.fieldName, verdictText(stamp.verdict));
    if (!stamp.signer.der.isEmpty())
        text +=
            row(u"Penerbit stempel"_s, stamp.signer.subjectName) + certificateText(stamp.signer);
    if (stamp.provenAt.isValid())
        text += row(u"Waktu stempel"_s, timeText(stamp.provenAt));
    return text + commonText(stamp) + findingsText(stamp.findings);
}

QString signatureText(const VerifiedSignature &signature)
{
    if (signature.isDocumentTimestamp)
        return documentTimestampText(signature);
    const CertificateInfo &signer = signature.signer;
    QString text =
        u"\nTanda tangan \"%1\": %2\n"_s.arg(signature.fieldName, verdictText(signature.verdict));
    if (!signer.der.isEmpty())
        text += row(u"Penanda tangan"_s, signer.subjectName) + certificateText(signer)
            + row(u"Waktu (pengakuan)"_s, timeText(signature.claimedAt)) + provenText(signature)
            + row(u"Algoritma"_s, signature.algorithm);
    text += commonText(signature);
    // What a signature that is not good would be worth is of no interest.
    if (signature.verdict == SignatureVerdict::Sah)
        text += row(u"Tingkat PAdES"_s, levelText(signature.level));
    return text + parafText(signature) + findingsText(signature.findings);
}

QString brokenPartText(const KartuKendaliVerification &report)
{
    switch (report.broken) {
    case ExportPart::Header:
        return u"kepala dokumen rusak, atau rantainya dihitung ulang: isinya tidak sesuai dengan "
               "segel kantor"_s;
    case ExportPart::Line: return u"baris kartu kendali ke-%1 rusak"_s.arg(report.line);
    case ExportPart::Signature: return u"tanda tangan (segel) rusak atau bukan milik kantor"_s;
    case ExportPart::None: break;
    }
    return {};
}

} // namespace

QString faultText(SignatureFault fault)
{
    switch (fault) {
    case SignatureFault::UnreadablePdf: return u"Berkas rusak atau bukan PDF."_s;
    case SignatureFault::UnsupportedPdf:
        return u"Berkas terenkripsi, terlalu besar, atau bentuknya belum dapat diperiksa program ini."_s;
    case SignatureFault::NoSignature: return u"Dokumen ini tidak ditandatangani."_s;
    case SignatureFault::WrongByteRange:
        return u"Tanda tangan tidak mencakup dokumen sebagaimana mestinya."_s;
    case SignatureFault::MalformedContents:
    case SignatureFault::MalformedCms: return u"Isi tanda tangan rusak atau diubah."_s;
    case SignatureFault::WrongSubFilter: return u"Jenis tanda tangan bukan PAdES."_s;
    case SignatureFault::WeakAlgorithm: return u"Algoritma tanda tangan terlalu lemah."_s;
    case SignatureFault::UnsupportedAlgorithm:
        return u"Algoritma tanda tangan belum dapat diperiksa program ini."_s;
    case SignatureFault::DigestMismatch: return u"Dokumen diubah setelah ditandatangani."_s;
    case SignatureFault::BadSignatureValue:
        return u"Tanda tangan tidak dibuat dengan kunci milik sertifikat ini."_s;
    case SignatureFault::WrongSigningCertificate:
        return u"Tanda tangan tidak terikat pada sertifikat ini."_s;
    case SignatureFault::WrongKeyUsage:
        return u"Sertifikat ini tidak diterbitkan untuk tanda tangan."_s;
    case SignatureFault::UntrustedChain:
        return u"Penerbit sertifikat tidak ada di antara yang dipercaya (--anchor)."_s;
    case SignatureFault::ExpiredCertificate:
        return u"Masa berlaku sertifikat sudah lewat atau belum mulai pada waktu yang dinilai."_s;
    case SignatureFault::NotValidWhenSigned:
        return u"Sertifikat tidak berlaku pada waktu penandatanganan."_s;
    case SignatureFault::UnusedCertificate:
        return u"Tanda tangan membawa sertifikat yang bukan bagiannya."_s;
    case SignatureFault::ChangedAfterwards:
        return u"Dokumen ditambahi atau diubah setelah tanda tangan ini."_s;
    case SignatureFault::BytesAfterwards:
        return u"Ada isi di akhir berkas yang tidak tercakup tanda tangan mana pun."_s;
    case SignatureFault::DraftMismatch:
        return u"Paraf yang tertanam bukan untuk isi dokumen ini."_s;
    case SignatureFault::UncheckedAttribute:
        return u"Ada data tambahan di luar tanda tangan yang belum dapat diperiksa program ini."_s;
    case SignatureFault::SharedObject:
        return u"Dua tanda tangan memakai isi yang sama atau bentuknya janggal."_s;
    case SignatureFault::WrongTimestamp:
        return u"Stempel waktu dibuat untuk isi lain, bukan untuk tanda tangan ini."_s;
    case SignatureFault::MalformedTimestamp: return u"Stempel waktu rusak atau diubah."_s;
    case SignatureFault::BadTimestampValue:
        return u"Stempel waktu tidak dibuat dengan kunci milik penerbit stempelnya."_s;
    case SignatureFault::WrongTimestampCertificate:
        return u"Sertifikat penerbit stempel waktu bukan untuk stempel waktu, atau tidak berlaku "
               "pada waktu itu."_s;
    case SignatureFault::UntrustedTimestamp:
        return u"Penerbit stempel waktu tidak ada di antara yang dipercaya (--anchor)."_s;
    case SignatureFault::ExpiredTimestamp:
        return u"Sertifikat penerbit stempel waktu sudah berakhir atau dicabut, dan tidak ada "
               "stempel waktu baru yang melindunginya."_s;
    case SignatureFault::ClaimAfterTimestamp:
        return u"Waktu yang diakui penanda tangan lebih lambat daripada stempel waktunya."_s;
    case SignatureFault::RevokedCertificate:
        return u"Sertifikat sudah dicabut, dan tidak terbukti bahwa tanda tangan dibuat sebelumnya."_s;
    case SignatureFault::UnusableRevocation:
        return u"Keterangan pencabutan di dalam berkas rusak atau bukan dari penerbit sertifikat."_s;
    case SignatureFault::UncheckedRevision:
        return u"Keterangan pencabutan ditambahkan dalam bentuk yang belum dapat diperiksa "
               "seluruhnya."_s;
    }
    return {};
}

QString attackName(AttackPattern pattern)
{
    switch (pattern) {
    case AttackPattern::None: break;
    case AttackPattern::IncrementalSaving: return u"incremental saving (ISA)"_s;
    case AttackPattern::SignatureWrapping: return u"signature wrapping (SWA)"_s;
    case AttackPattern::UniversalForgery: return u"universal signature forgery (USF)"_s;
    case AttackPattern::ShadowHide: return u"shadow attack, hide"_s;
    case AttackPattern::ShadowReplace: return u"shadow attack, replace"_s;
    case AttackPattern::ShadowHideAndReplace: return u"shadow attack, hide-and-replace"_s;
    case AttackPattern::EvilAnnotation: return u"evil annotation (EAA)"_s;
    case AttackPattern::SneakySignature: return u"sneaky signature (SSA)"_s;
    }
    return {};
}

QString reportText(const PdfVerification &report)
{
    QString text = u"Hasil: %1\n"_s.arg(verdictText(report.verdict));
    text += findingsText(report.findings);
    for (const VerifiedSignature &signature : report.signatures)
        text += signatureText(signature);
    return text;
}

QString reportText(const KartuKendaliVerification &report)
{
    if (report.isIntact())
        return u"Hasil: UTUH\n"_s + row(u"Kantor"_s, report.header.office)
            + row(u"Permohonan"_s, report.header.number)
            + row(u"Layanan"_s, report.header.layananTitle)
            + row(u"Jumlah baris"_s, QString::number(report.lines.size()))
            + row(u"Diekspor"_s, timeText(report.header.exportedAt))
            + row(u"Segel"_s, report.signer.subjectName);
    QString text = u"Hasil: TIDAK SAH\n  - "_s + brokenPartText(report) + u'\n';
    if (report.code == ErrorCode::Untrusted)
        text += u"  - Segel tidak dibuat dengan kunci server kantor yang dipercaya (--anchor).\n"_s;
    if (report.code == ErrorCode::Expired)
        text += u"  - Sertifikat segel tidak berlaku pada saat pemeriksaan.\n"_s;
    if (report.code == ErrorCode::TooLarge)
        text += u"  - Berkas terlalu besar.\n"_s;
    return text;
}

} // namespace sipenduduk
