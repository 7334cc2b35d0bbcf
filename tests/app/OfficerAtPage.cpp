#include "tests/app/OfficerAtPage.h"

#include "tests/app/SamplePermohonan.h"
#include "tests/support/TestDesk.h"
#include "tests/support/Wait.h"

#include <catch2/catch_test_macros.hpp>

#include <QDialog>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTabWidget>

using namespace Qt::StringLiterals;

namespace sipenduduk::test {

OfficerAtPage::OfficerAtPage(Role duty, Status status, Role holder)
    : office(duty)
    , session(testTimes())
    , page(session, katalog())
    , m_duty(duty)
{
    office.permohonan = birth(office, status, holder);
    office.logIn(session);
    page.resize(1366, 640);
    page.show();
}

void OfficerAtPage::open()
{
    page.openPermohonan(office.permohonan.row.id, m_duty);
    REQUIRE(waitFor([&] { return page.findChild<QTabWidget *>(u"tabs"_s)->isEnabled(); }));
}

QPushButton *OfficerAtPage::button(const QString &name) const
{
    return page.findChild<QPushButton *>(name);
}

bool OfficerAtPage::canPress(const QString &name) const
{
    return waitFor([&] { return button(name) && button(name)->isEnabled(); });
}

void OfficerAtPage::press(const QString &name)
{
    REQUIRE(canPress(name));
    button(name)->click();
}

void OfficerAtPage::type(const QString &field, const QString &text)
{
    auto *edit = page.findChild<QLineEdit *>(u"field_"_s + field);
    REQUIRE(edit);
    edit->setFocus();
    edit->selectAll();
    QTest::keyClicks(edit, text);
}

QString OfficerAtPage::notice() const
{
    const auto *strip = page.findChild<QWidget *>(u"notice"_s);
    return strip->isHidden() ? QString() : strip->findChild<QLabel *>(u"messageLabel"_s)->text();
}

QDialog *OfficerAtPage::dialog(const QString &name) const
{
    QDialog *found = nullptr;
    REQUIRE(waitFor([&] {
        found = page.findChild<QDialog *>(name);
        return found && found->isVisible();
    }));
    return found;
}

} // namespace sipenduduk::test
