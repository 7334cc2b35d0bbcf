#include "app/signing/SigningPage.h"
#include "app/net/Session.h"
#include "app/signing/CryptoStart.h"
#include "app/signing/SigningDialog.h"
#include "app/signing/SigningModel.h"
#include "tests/app/PermohonanOffice.h"
#include "tests/app/SamplePermohonan.h"
#include "tests/support/TestDesk.h"
#include "tests/support/Wait.h"

#include <catch2/catch_test_macros.hpp>

#include <QAbstractItemModelTester>
#include <QLabel>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QStackedWidget>
#include <QTableView>
#include <QTemporaryDir>
#include <QTreeWidget>

using namespace Qt::StringLiterals;
using namespace sipenduduk;
using namespace sipenduduk::test;

namespace {

protocol::SignableRow signableRow(int number, bool isReady, QList<SigningRisk> risks = {})
{
    protocol::SignableRow row;
    row.row.id = PermohonanId(number);
    row.row.number = u"PKU-%1"_s.arg(number);
    row.row.layanan = u"akta-kelahiran"_s;
    row.row.applicant = u"Budi"_s;
    row.row.status = Status::DiKadin;
    row.row.holder = Role::Kadin;
    row.row.stepSince = QDateTime::currentDateTimeUtc().addSecs(-600);
    row.dokumenCount = 3;
    row.pageCount = 4;
    row.seenPages = isReady ? 4 : 1;
    row.isReady = isReady;
    row.risks = std::move(risks);
    return row;
}

/// The Kadin before his list.
class SigningPageDesk
{
public:
    SigningPageDesk()
        : office(Role::Kadin)
        , m_settings(m_folder.filePath(u"settings"_s), QSettings::IniFormat)
    {
        office.on<protocol::ListSignable>(
            [this](const protocol::ListSignable &) -> Result<protocol::SignableList> {
                return protocol::SignableList{rows, true};
            });
        office.logIn(session);
        page = std::make_unique<SigningPage>(session, katalog(), m_settings);
        page->show();
    }
    void load()
    {
        page->reload();
        REQUIRE(waitFor([&] { return page->countText() != QString(); }));
    }
    template <typename T>
    T *find(const char *name)
    {
        return page->findChild<T *>(QString::fromLatin1(name));
    }

    PermohonanOffice office;
    Session session;
    QList<protocol::SignableRow> rows;
    std::unique_ptr<SigningPage> page;

private:
    QTemporaryDir m_folder;
    QSettings m_settings;
};

} // namespace

SCENARIO("The Kadin's list for signing", "[signing][batch]")
{
    const CryptoStart crypto;
    SigningPageDesk desk;
    auto *sign = desk.find<QPushButton>("signButton");

    WHEN("nothing waits")
    {
        desk.load();
        THEN("it says so")
        {
            CHECK(desk.find<QStackedWidget>("pages")->currentWidget()->objectName()
                  == u"emptyPage"_s);
        }
    }
    WHEN("three wait, two of them ready")
    {
        desk.rows = {signableRow(1, true, {SigningRisk::CorrectedDraft}), signableRow(2, false),
                     signableRow(3, true)};
        desk.load();
        auto *table = desk.find<QTableView>("table");
        const QAbstractItemModelTester tester(table->model());
        const auto tick = [&](int row, Qt::CheckState state) {
            return table->model()->setData(table->model()->index(row, 0), state,
                                           Qt::CheckStateRole);
        };
        THEN("those are ticked, and the other cannot be")
        {
            CHECK(sign->text().contains(u"2 permohonan"_s));
            CHECK(desk.find<QLabel>("sumLabel")->text().startsWith(u"6 dokumen"_s));
            CHECK_FALSE(tick(1, Qt::Checked));
            const auto attention = [&](int row) {
                return table->model()
                    ->index(row, int(SigningModel::Column::Attention))
                    .data()
                    .toString();
            };
            CHECK(attention(0).contains("corrected draft"_L1));
            CHECK(attention(1).contains("look through its pages"_L1));
            CHECK(attention(2).isEmpty());
        }
        AND_THEN("what he takes the tick from stays so when the list is read again")
        {
            REQUIRE(tick(0, Qt::Unchecked));
            CHECK(sign->text().contains(u"1 permohonan"_s));
            desk.rows.append(signableRow(4, true));
            desk.page->reload();
            REQUIRE(waitFor([&] { return table->model()->rowCount() == 4; }));
            CHECK(sign->text().contains(u"2 permohonan"_s));
            desk.find<QPushButton>("noneButton")->click();
            CHECK_FALSE(sign->isEnabled());
            desk.find<QPushButton>("allButton")->click();
            CHECK(sign->text().contains(u"3 permohonan"_s));
        }
        AND_THEN("the ticked ones go into the signing")
        {
            sign->click();
            auto *dialog = desk.page->window()->findChild<SigningDialog *>();
            REQUIRE(dialog);
            CHECK(dialog->findChild<QTreeWidget *>(u"itemList"_s)->topLevelItemCount() == 2);
            dialog->reject();
        }
        AND_THEN("Enter opens one, and the next follows")
        {
            QSignalSpy opened(desk.page.get(), &ListPage::openRequested);
            table->selectRow(0);
            QTest::keyClick(table, Qt::Key_Return);
            REQUIRE(opened.size() == 1);
            CHECK(desk.page->selectNext() == PermohonanId(2));
            CHECK(desk.page->selectNext() == PermohonanId(3));
            CHECK(desk.page->selectNext() == PermohonanId(0));
        }
        AND_THEN("a change in the office is shown by itself")
        {
            desk.rows.removeLast();
            desk.office.permohonan = birth(desk.office, Status::Ditandatangani, Role::Sistem);
            desk.office.sendEvent(
                protocol::QueueChanged{7, desk.office.permohonan.row, Role::Kadin});
            CHECK(waitFor([&] { return table->model()->rowCount() == 2; }));
        }
    }
    WHEN("the office cannot say")
    {
        desk.office.refuse<protocol::ListSignable>(ErrorCode::Storage);
        desk.page->reload();
        THEN("the reason is shown, with a button to try again")
        {
            CHECK(waitFor([&] { return desk.find<QFrame>("messageStrip")->isVisible(); }));
        }
    }
}
