#include "tests/app/KadinSigningDesk.h"

#include "common/tte/ParafChain.h"
#include "common/tte/verify/SignedDraftCheck.h"
#include "tests/app/SamplePermohonan.h"
#include "tests/support/Wait.h"

#include <catch2/catch_test_macros.hpp>

#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sipenduduk::test {

const PracticePki &practicePki()
{
    static const PracticePki pki =
        *PracticePki::create(u"Akar latihan"_s, QDateTime::currentDateTimeUtc());
    return pki;
}

PracticeOfficer kadinOfficer()
{
    const QDateTime now = QDateTime::currentDateTimeUtc();
    return {
        .commonName = u"IRMA NOVRITA"_s, .notBefore = now.addDays(-1), .notAfter = now.addYears(1)};
}

const PracticeIdentity &kadinIdentity()
{
    static const PracticeIdentity identity = *practicePki().issue(kadinOfficer(), KeyPin);
    return identity;
}

KadinSigningDesk::KadinSigningDesk(const QByteArray &registered, int count)
    : office(Role::Kadin)
    , m_registered(registered)
{
    QCoreApplication::setOrganizationName(u"sipenduduk-tests"_s);
    office.permohonan = birth(office, Status::DiKadin, Role::Kadin);
    office.setPractice(true);
    office.on<protocol::OfferSigning>(
        [this](const protocol::OfferSigning &) -> Result<protocol::SigningOffer> {
            return offer(m_registered);
        });
    office.on<protocol::SignSet>(
        [this](const protocol::SignSet &message) { return accept(message); });
    office.logIn(session);
    QList<SigningItem> items;
    for (int i = 0; i < count; ++i) {
        items.append({PermohonanId(qint64(office.permohonan.row.id) + i),
                      u"PKU-2026-%1"_s.arg(41 + i, 6, 10, QChar(u'0')),
                      i % 2 == 0 ? u"Pencatatan Kelahiran"_s : u"Kartu Keluarga"_s});
    }
    dialog = std::make_unique<SigningDialog>(session, items);
    dialog->show();
    useKey(kadinIdentity().pkcs12);
}

void KadinSigningDesk::useKey(const QByteArray &bytes)
{
    const QString path = m_folder.filePath(u"kunci.p12"_s);
    QFile file(path);
    REQUIRE(file.open(QIODevice::WriteOnly));
    REQUIRE(file.write(bytes) == bytes.size());
    file.close();
    find<QLineEdit>(u"fileLineEdit"_s)->setText(path);
}

void KadinSigningDesk::sign(const QString &pin)
{
    auto *button = find<QPushButton>(u"signButton"_s);
    QTest::keyClicks(find<QLineEdit>(u"pinEdit"_s), pin);
    REQUIRE(waitFor([&] { return button->isEnabled(); }));
    button->click();
    REQUIRE(waitFor([&] { return !dialog->isVisible() || !message().isEmpty(); }));
}

QString KadinSigningDesk::message() const
{
    auto *label = find<QLabel>(u"messageLabel"_s);
    return label->isVisible() ? label->text() : QString();
}

protocol::SigningOffer KadinSigningDesk::offer(const QByteArray &registered) const
{
    protocol::SigningOffer made;
    made.version = office.permohonan.row.version;
    made.titleLines = {u"KEPALA DINAS KEPENDUDUKAN DAN PENCATATAN SIPIL"_s, u"KOTA PEKANBARU"_s};
    made.name = u"IRMA NOVRITA"_s;
    made.nip = u"197001011995032001"_s;
    made.certificate = registered;
    made.at = QDateTime::currentDateTimeUtc();
    made.pinDokumen = pinDokumen;
    made.pinMinutes = 15;
    made.rootsPem = practicePki().rootPem() + timestampRootPem;
    if (!timestampUrl.isEmpty())
        made.timestampUrls = {timestampUrl.toString()};
    for (const Dokumen &dokumen : office.permohonan.dokumenList) {
        ParafChain chain;
        chain.draftSha256 = dokumen.draftSha256;
        for (const Paraf &paraf : dokumen.parafList)
            chain.entries.append({word(paraf.duty), paraf.at});
        made.dokumenList.append({dokumen.id, dokumen.draftSha256, *chain.toBytes(),
                                 u"https://localhost/periksa/%1"_s.arg(qint64(dokumen.id))});
    }
    return made;
}

/// As the server does it: every signature is judged before one is taken.
Result<protocol::ActReply> KadinSigningDesk::accept(const protocol::SignSet &message)
{
    if (message.id == refused)
        return fail(ErrorCode::Conflict, u"version"_s);
    const protocol::SigningOffer wanted = offer(m_registered);
    for (const protocol::DokumenToSign &dokumen : wanted.dokumenList) {
        const auto given = std::ranges::find(message.signatures, dokumen.dokumen,
                                             &protocol::SignedDokumen::dokumen);
        if (given == message.signatures.end())
            return fail(ErrorCode::Incomplete, u"signatures"_s);
        const auto info = checkSignedDraft(office.blobs.value(dokumen.draftSha256), given->appendix,
                                           {.signerCertificate = wanted.certificate,
                                            .anchors = *TrustAnchors::fromBytes(wanted.rootsPem),
                                            .parafChain = dokumen.parafChain,
                                            .at = QDateTime::currentDateTimeUtc(),
                                            .place = {}});
        if (!info)
            return std::unexpected(info.error());
        signedFiles.append(office.blobs.value(dokumen.draftSha256) + given->appendix);
    }
    ++acceptedSets;
    if (afterAccepting)
        QMetaObject::invokeMethod(dialog.get(), afterAccepting, Qt::QueuedConnection);
    return protocol::ActReply{message.version + 1, Status::Ditandatangani, Role::Sistem};
}

} // namespace sipenduduk::test
