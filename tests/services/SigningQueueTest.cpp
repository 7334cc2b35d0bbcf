#include "tests/support/TestOffice.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>

using namespace sipenduduk;
using namespace Qt::StringLiterals;

namespace {

using enum Status;

protocol::SignableList listFor(TestOffice &office, const Session &session, int limit = 500)
{
    const auto list = office.office->listSignable(session, {limit}).result();
    REQUIRE(list);
    return *list;
}

protocol::SignableRow rowOf(TestOffice &office, PermohonanId id)
{
    for (const protocol::SignableRow &row : listFor(office, office.session(Role::Kadin)).rows) {
        if (row.row.id == id)
            return row;
    }
    FAIL("not in the list");
    return {};
}

/// An office in which nothing speaks for a closer look: its clerks are old hands, and births are
/// signed every day.
void makeOrdinary(TestOffice &office)
{
    office.parts.profile.signing = {.newClerkDays = 0, .rareCount = 0};
}

} // namespace

SCENARIO("The Kadin's list tells what waits and what was seen of it", "[signing]")
{
    TestOffice office;
    makeOrdinary(office);
    const Session kadin = office.session(Role::Kadin);
    const PermohonanId id = office.bringTo(DiKadin, Role::Kadin);

    WHEN("nobody has looked at it")
    {
        THEN("it is there, not ready")
        {
            const protocol::SignableRow row = rowOf(office, id);
            CHECK(row.dokumenCount == 3);
            CHECK(row.pageCount >= 3);
            CHECK(row.seenPages == 0);
            CHECK(row.mustBeSeen);
            CHECK_FALSE(row.isReady);
            CHECK(row.risks.isEmpty());
        }
    }
    WHEN("he received it and was shown every page")
    {
        REQUIRE(office.act(id, Role::Kadin, Action::Receive));
        CHECK_FALSE(rowOf(office, id).isReady);
        office.showAllPages(id, kadin);
        THEN("it is ready, for him")
        {
            const protocol::SignableRow row = rowOf(office, id);
            CHECK(row.seenPages == row.pageCount);
            CHECK(row.isReady);
        }
        AND_THEN("what he saw does not count for another Kadin")
        {
            const Session other = office.addOfficer(u"plh"_s, {{Role::Kadin, {}}});
            const auto rows = listFor(office, other).rows;
            REQUIRE(rows.size() == 1);
            CHECK(rows.first().seenPages == 0);
            CHECK_FALSE(rows.first().isReady);
        }
    }
    WHEN("it is signed")
    {
        REQUIRE(office.recordSigned(id, kadin));
        THEN("it has left the list")
        {
            CHECK(listFor(office, kadin).rows.isEmpty());
        }
    }
}

TEST_CASE("The list for signing is the Kadin's alone, and bounded", "[signing]")
{
    TestOffice office;
    const Session kadin = office.session(Role::Kadin);
    for (const Role duty : {Role::Fo, Role::Editor, Role::Kasi, Role::Kabid, Role::Admin})
        CHECK(office.office->listSignable(office.session(duty), {10}).result().error().code
              == ErrorCode::Forbidden);
    for (const int limit : {-1, 0, 501})
        CHECK(office.office->listSignable(kadin, {limit}).result().error().code
              == ErrorCode::InvalidArgument);
    for (int i = 0; i < 3; ++i)
        (void)office.bringTo(DiKadin, Role::Kadin, false);
    CHECK(listFor(office, kadin, 3).isComplete);
    const auto part = listFor(office, kadin, 2);
    CHECK(part.rows.size() == 2);
    CHECK_FALSE(part.isComplete);
}

TEST_CASE("What deserves a closer look comes first, with the reason", "[signing]")
{
    TestOffice office;
    makeOrdinary(office);
    const PermohonanId ordinary = office.bringTo(DiKadin, Role::Kadin, false);
    const PermohonanId returned = office.bringTo(DiKabid, Role::Kabid, false);
    REQUIRE(office.act(returned, Role::Kabid, Action::ReturnToKasi,
                       office.fullInput(returned, Action::ReturnToKasi)));
    office.approve(returned, Role::Kasi);
    office.approve(returned, Role::Kabid);
    CHECK(rowOf(office, ordinary).risks.isEmpty());
    CHECK(rowOf(office, returned).risks == QList{SigningRisk::CorrectedDraft});
    CHECK(listFor(office, office.session(Role::Kadin)).rows.first().row.id == returned);

    SECTION("a clerk who has not drafted for long")
    {
        office.parts.profile.signing.newClerkDays = 30;
        CHECK(rowOf(office, ordinary).risks == QList{SigningRisk::NewClerk});
        office.now = office.now.addDays(31);
        CHECK(rowOf(office, ordinary).risks.isEmpty());
    }
    SECTION("a dokumen that is seldom signed")
    {
        office.parts.profile.signing.rareCount = 1;
        CHECK(rowOf(office, ordinary).risks == QList{SigningRisk::RareLayanan});
        REQUIRE(office.recordSigned(office.bringTo(DiKadin, Role::Kadin, false),
                                    office.session(Role::Kadin)));
        CHECK(rowOf(office, ordinary).risks.isEmpty());
        office.now = office.now.addDays(91);
        CHECK(rowOf(office, ordinary).risks == QList{SigningRisk::RareLayanan});
    }
}

SCENARIO("The office lets its Kadin sign by sample", "[signing]")
{
    TestOffice office;
    makeOrdinary(office);
    const Session kadin = office.session(Role::Kadin);
    const auto offered = [&](PermohonanId id) {
        return office.office->offerSigning(kadin, {id}).result();
    };
    QList<PermohonanId> waiting;
    for (int i = 0; i < 24; ++i) {
        waiting.append(office.bringTo(DiKadin, Role::Kadin, false));
        REQUIRE(office.act(waiting.last(), Role::Kadin, Action::Receive));
    }
    WHEN("the rule is off")
    {
        THEN("nothing that was not seen may be signed")
        {
            for (const PermohonanId id : waiting)
                CHECK(offered(id).error() == Error{ErrorCode::Incomplete, u"views"_s});
        }
    }
    WHEN("half of the ordinary ones must be seen")
    {
        office.parts.profile.signing.samplePercent = 50;
        int spared = 0;
        for (const PermohonanId id : waiting) {
            const protocol::SignableRow row = rowOf(office, id);
            CHECK(row.isReady == !row.mustBeSeen);
            CHECK(offered(id).has_value() == !row.mustBeSeen);
            CHECK(rowOf(office, id).mustBeSeen == row.mustBeSeen); // drawn once
            spared += row.mustBeSeen ? 0 : 1;
        }
        THEN("the draw falls on some and not on others")
        {
            CHECK(spared > 0);
            CHECK(spared < waiting.size());
        }
        AND_THEN("a risk is never spared")
        {
            office.parts.profile.signing.newClerkDays = 30;
            for (const PermohonanId id : waiting)
                CHECK(offered(id).error().code == ErrorCode::Incomplete);
        }
        AND_THEN("the kartu kendali tells what was signed unseen")
        {
            for (const PermohonanId id : waiting) {
                if (!office.recordUnseen(id, kadin))
                    continue;
                const auto lines = office.permohonan(id).kartuKendali;
                CHECK(std::ranges::any_of(lines, [](const KartuKendaliLine &line) {
                    return line.kind == LineKind::Tte && line.note.contains("50%"_L1);
                }));
                break;
            }
        }
    }
}
