#include "app/main/Language.h"
#include "app/main/Theme.h"
#include "app/net/Session.h"
#include "app/permohonan/PermohonanPage.h"
#include "app/preview/PageView.h"
#include "app/signing/SigningDialog.h"
#include "tests/app/PermohonanOffice.h"
#include "tests/app/SamplePermohonan.h"
#include "tests/support/Wait.h"

#include <catch2/catch_test_macros.hpp>

#include <QApplication>
#include <QDialog>
#include <QDir>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTabWidget>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace sipenduduk;
using namespace sipenduduk::test;

namespace {

/// Pictures of the permohonan page for people to look at; SIPENDUDUK_SHOTS names the folder.
class PageShots
{
public:
    PageShots(Role duty, Status status, Role holder)
        : m_office(duty)
        , m_page(m_session, katalog())
    {
        m_office.permohonan = birth(m_office, status, holder);
        m_office.logIn(m_session);
        m_page.resize(1366, 640);
        m_page.show();
        m_page.openPermohonan(m_office.permohonan.row.id, duty);
    }

    PermohonanPage &page() { return m_page; }
    PermohonanOffice &office() { return m_office; }
    Session &session() { return m_session; }

    void settle()
    {
        REQUIRE(waitFor([&] { return m_page.findChild<QTabWidget *>(u"tabs"_s)->isEnabled(); }));
        REQUIRE(waitFor([&] {
            const auto views = m_page.findChildren<PageView *>();
            return std::ranges::any_of(views, [](const PageView *view) {
                return view->isVisible() && view->source() && view->isSharp();
            });
        }));
    }

    void take(const QString &name)
    {
        settle();
        save(m_page, name);
        for (QDialog *dialog : m_page.findChildren<QDialog *>()) {
            if (dialog->isVisible())
                save(*dialog, name + u"-dialog"_s);
        }
    }

    static void save(QWidget &widget, const QString &name)
    {
        const QDir folder(qEnvironmentVariable("SIPENDUDUK_SHOTS"));
        REQUIRE(widget.grab().save(folder.filePath(name + u".png"_s)));
    }

private:
    PermohonanOffice m_office;
    Session m_session;
    PermohonanPage m_page;
};

} // namespace

TEST_CASE("Pictures of the permohonan page", "[.shots]")
{
    REQUIRE(qEnvironmentVariableIsSet("SIPENDUDUK_SHOTS"));
    applyTheme(*qApp);
    const Language language(qEnvironmentVariable("SIPENDUDUK_LANGUAGE", u"id"_s));

    SECTION("front office checks")
    {
        PageShots shots(Role::Fo, Status::Diregistrasi, Role::Fo);
        shots.take(u"fo-check"_s);
        QTest::keyClick(&shots.page(), Qt::Key_2, Qt::AltModifier);
        REQUIRE(waitFor([&] {
            return !shots.page()
                        .findChild<QPlainTextEdit *>(u"solutionEdit"_s)
                        ->toPlainText()
                        .isEmpty();
        }));
        shots.take(u"fo-unreadable"_s);
        shots.page().findChild<QPushButton *>(u"askRevisionButton"_s)->click();
        REQUIRE(waitFor([&] { return shots.page().findChild<QDialog *>() != nullptr; }));
        shots.take(u"fo-return"_s);
    }
    SECTION("front office enters")
    {
        PageShots shots(Role::Fo, Status::Diverifikasi, Role::Fo);
        shots.take(u"fo-enter"_s);
    }
    SECTION("front office hands over")
    {
        PageShots shots(Role::Fo, Status::Dientri, Role::Fo);
        shots.page().findChild<QTabWidget *>(u"tabs"_s)->setCurrentIndex(1);
        shots.take(u"fo-drafts"_s);
        shots.page().findChild<QTabWidget *>(u"tabs"_s)->setCurrentIndex(2);
        PageShots::save(shots.page(), u"kartu-kendali"_s);
    }
    SECTION("front office after the TTE")
    {
        PageShots shots(Role::Fo, Status::GagalKirim, Role::Fo);
        shots.take(u"fo-delivery"_s);
    }
    SECTION("editor mends")
    {
        PageShots shots(Role::Editor, Status::DiEditor, Role::Editor);
        shots.office().permohonan.defects = {{DefectTarget::Field, u"anak_nama"_s,
                                              Verdict::NotMatching,
                                              u"Tulis nama sesuai surat lahir"_s},
                                             {DefectTarget::Draft, u"kk"_s, Verdict::Incomplete,
                                              u"Anggota ketiga belum tercantum"_s}};
        shots.office().changeByAnother();
        shots.take(u"editor"_s);
    }
    SECTION("kasi looks at drafts")
    {
        PageShots shots(Role::Kasi, Status::DiKasi, Role::Kasi);
        shots.take(u"kasi"_s);
    }
    SECTION("kadin")
    {
        PageShots shots(Role::Kadin, Status::DiKadin, Role::Kadin);
        shots.take(u"kadin"_s);
        SigningDialog dialog(shots.session(),
                             {{PermohonanId(41), u"PKU-2026-000041"_s, u"Pencatatan Kelahiran"_s}});
        dialog.show();
        REQUIRE(waitFor(
            [&] { return !dialog.findChild<QLabel *>(u"messageLabel"_s)->text().isEmpty(); }));
        PageShots::save(dialog, u"kadin-signing"_s);
    }
}
