#include "app/widgets/ScrollAreaAccess.h"
#include "tests/support/Wait.h"

#include <catch2/catch_test_macros.hpp>

#include <QAccessible>
#include <QLabel>
#include <QScrollArea>
#include <QScrollBar>

using namespace Qt::StringLiterals;
using namespace sipenduduk;

namespace {

/// The program installs it once; so do the tests.
void installOnce()
{
    static const bool isInstalled = [] {
        installScrollAreaAccess();
        return true;
    }();
    REQUIRE(isInstalled);
}

/// A form of its own kind of scroll area, as a page of ours may be.
class OwnScrollArea : public QAbstractScrollArea
{
};

} // namespace

TEST_CASE("A screen reader may ask for a scroll bar that has just gone", "[widgets]")
{
    installOnce();
    QScrollArea area;
    auto *content = new QLabel(u"long"_s);
    content->setObjectName(u"content"_s);
    area.setWidget(content);
    content->resize(2'000, 2'000);
    area.resize(200, 200);
    area.show();
    QAccessibleInterface *access = QAccessible::queryAccessibleInterface(&area);
    REQUIRE(access);
    CHECK(access->role() == QAccessible::Client);
    REQUIRE(test::waitFor([&] { return area.verticalScrollBar()->isVisible(); }));
    const int before = access->childCount();

    content->resize(10, 10);
    REQUIRE(test::waitFor([&] { return !area.verticalScrollBar()->isVisible(); }));
    for (int index = 0; index < before + 5; ++index) {
        QAccessibleInterface *child = access->child(index);
        CHECK((child != nullptr) == (index < access->childCount()));
    }
    CHECK_FALSE(access->child(-1));
}

TEST_CASE("What stands in a scroll area is still found", "[widgets]")
{
    installOnce();
    QScrollArea area;
    auto *content = new QLabel(u"text"_s);
    area.setWidget(content);
    area.show();
    QAccessibleInterface *label = QAccessible::queryAccessibleInterface(content);
    REQUIRE(label);
    QAccessibleInterface *top = label;
    while (top && top->object() != &area)
        top = top->parent();
    CHECK(top == QAccessible::queryAccessibleInterface(&area));

    OwnScrollArea own;
    QAccessibleInterface *access = QAccessible::queryAccessibleInterface(&own);
    REQUIRE(access);
    CHECK_FALSE(access->child(access->childCount()));
    CHECK(access->indexOfChild(QAccessible::queryAccessibleInterface(own.viewport())) >= 0);
}
