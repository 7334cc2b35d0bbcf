#include "tests/support/TestDesk.h"

#include "app/main/Language.h"
#include "app/main/Theme.h"
#include "tests/support/TestCertificates.h"
#include "tests/support/Wait.h"

#include <QApplication>
#include <QCryptographicHash>
#include <QFile>
#include <QPixmap>
#include <QTimeZone>
#include <QWidget>

using namespace Qt::StringLiterals;

namespace sipenduduk::test {

namespace {

void dressApplication()
{
    static const Language language(u"id"_s);
    static const bool isDressed = [] {
        applyTheme(*qobject_cast<QApplication *>(QCoreApplication::instance()));
        return true;
    }();
    Q_UNUSED(isDressed)
}

KartuKendaliLine lineOf(LineKind kind, Action action, Status status, Role duty,
                        const QString &officer, Role counterpart, int minute)
{
    KartuKendaliLine line;
    line.kind = kind;
    line.action = int(action);
    line.status = status;
    line.duty = duty;
    line.officer = officer;
    line.counterpart = counterpart;
    line.at = QDateTime(QDate(2026, 11, 23), QTime(2, 0, 7), QTimeZone::UTC).addSecs(60 * minute);
    return line;
}

} // namespace

TestDesk::TestDesk()
    : office(testCertificates().valid())
    , session(testTimes())
    , settings(folder.filePath(u"settings.ini"_s), QSettings::IniFormat)
{
    dressApplication();
}

Endpoint TestDesk::endpoint() const
{
    return {u"127.0.0.1"_s, office.port(), testCertificates().caFile()};
}

void TestDesk::logIn()
{
    session.connectTo(endpoint());
    const auto answer = session.login(QString(FakeOffice::UserName), QString(FakeOffice::Password));
    if (!resultOf(answer))
        qFatal("the log-in of a test failed");
}

const KatalogLayanan &testKatalog()
{
    static const KatalogLayanan katalog = [] {
        QFile file(u":/services/katalog.jsonl"_s);
        if (!file.open(QIODevice::ReadOnly))
            qFatal("the catalogue is missing");
        return KatalogLayanan::parse(file.readAll()).value();
    }();
    return katalog;
}

SessionTimes testTimes()
{
    SessionTimes times;
    times.firstRetry = std::chrono::milliseconds(20);
    times.longestRetry = std::chrono::milliseconds(100);
    return times;
}

QList<PermohonanRow> testRows(int count)
{
    static const QStringList services{u"akta-kelahiran"_s, u"kk-baru"_s, u"ktp-baru"_s,
                                      u"pindah-keluar"_s};
    static const QStringList names{u"Budi Santoso"_s, u"Nur Aini Rahmawati"_s, u"Yohanes Saputra"_s,
                                   u"Muhammad Rizki Pratama"_s, u"Dewi Lestari Siregar"_s};
    const QDateTime now = QDateTime::currentDateTimeUtc();
    QList<PermohonanRow> rows;
    for (int i = 1; i <= count; ++i) {
        PermohonanRow row;
        row.id = PermohonanId(i);
        row.number = u"1471-20261123-%1"_s.arg(i, 5, 10, QChar(u'0'));
        row.layanan = services.at(i % services.size());
        row.applicant = names.at(i % names.size());
        row.status = i % 3 ? Status::Diajukan : Status::Diregistrasi;
        row.holder = Role::Fo;
        row.submittedAt = now.addSecs(-7200 + i * 60);
        row.stepSince = now.addSecs(-3600 + i * 45);
        row.version = 1;
        rows.append(row);
    }
    return rows;
}

protocol::QueuePage testPage(const QList<PermohonanRow> &rows, bool isLast)
{
    protocol::QueuePage page;
    page.rows = rows;
    page.isLast = isLast;
    if (!rows.isEmpty())
        page.next = {rows.last().stepSince, rows.last().id};
    return page;
}

Permohonan testPermohonan()
{
    Permohonan permohonan;
    permohonan.row = testRows(1).first();
    permohonan.row.status = Status::DiKasi;
    permohonan.row.holder = Role::Kasi;
    using enum LineKind;
    QList<KartuKendaliLine> lines{
        lineOf(Pengajuan, Action::Submit, Status::Diajukan, Role::Pemohon, {}, Role::Fo, 0),
        lineOf(Pekerjaan, Action::Register, Status::Diregistrasi, Role::Fo, u"Siti Aminah"_s,
               Role::None, 1),
        lineOf(Pekerjaan, Action::MakeDraft, Status::Dientri, Role::Fo, u"Siti Aminah"_s,
               Role::None, 3),
        lineOf(Penyerahan, Action::HandToKasi, Status::DiKasi, Role::Fo, u"Siti Aminah"_s,
               Role::Kasi, 4),
        lineOf(Penerimaan, Action::Receive, Status::DiKasi, Role::Kasi, u"Rahmat Hidayat"_s,
               Role::Fo, 6),
    };
    lines[2].dokumen = u"akta-kelahiran"_s;
    lines[2].draftSha256 = QCryptographicHash::hash("draft", QCryptographicHash::Sha256);
    lines[3].note = u"Mohon diperiksa ejaan nama ibu."_s;
    QByteArray head = KartuKendali::chainStart(permohonan.row.number, permohonan.row.layanan);
    qint64 seq = 0;
    for (KartuKendaliLine &line : lines) {
        KartuKendali::chain(line, seq++, head);
        head = line.hash;
    }
    permohonan.kartuKendali = lines;
    permohonan.notes = {
        {u"Siti Aminah"_s, Role::Fo, lines.at(1).at, u"Buku nikah sudah saya lihat aslinya."_s},
        {u"Rahmat Hidayat"_s, Role::Kasi, lines.at(4).at,
         u"Terima kasih. Apakah saksi kedua satu KK dengan pelapor?"_s},
    };
    return permohonan;
}

void shoot(QWidget &widget, const QString &name)
{
    const QString folder = qEnvironmentVariable("SIPENDUDUK_SHOTS");
    if (folder.isEmpty())
        return;
    QCoreApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest);
    if (!widget.grab().save(u"%1/%2.png"_s.arg(folder, name)))
        qWarning("a picture could not be saved");
}

} // namespace sipenduduk::test
