// Many permohonan in one sitting.

#include "app/signing/CryptoStart.h"
#include "tests/app/KadinSigningDesk.h"
#include "tests/support/Wait.h"

#include <catch2/catch_test_macros.hpp>

#include <QFile>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QSet>
#include <QTreeWidget>

using namespace Qt::StringLiterals;
using namespace sipenduduk;
using namespace sipenduduk::test;

namespace {

class BatchDesk : public KadinSigningDesk
{
public:
    explicit BatchDesk(int count = 5)
        : KadinSigningDesk(kadinIdentity().certificateDer, count)
    {
        REQUIRE(waitFor([&] {
            return !find<QLabel>(u"signerLabel"_s)->text().isEmpty(); // the offer is there
        }));
    }

    [[nodiscard]] QPushButton *button(const char *name) const
    {
        return find<QPushButton>(QString::fromLatin1(name));
    }
    [[nodiscard]] QTreeWidgetItem *line(int row) const
    {
        return find<QTreeWidget>(u"itemList"_s)->topLevelItem(row);
    }
    [[nodiscard]] int countOf(const QString &state) const
    {
        int count = 0;
        for (int row = 0; row < find<QTreeWidget>(u"itemList"_s)->topLevelItemCount(); ++row)
            count += line(row)->text(2) == state ? 1 : 0;
        return count;
    }
    void typePin()
    {
        QTest::keyClicks(find<QLineEdit>(u"pinEdit"_s), QLatin1StringView(KeyPin));
        REQUIRE(waitFor([&] { return button("signButton")->isEnabled(); }));
        button("signButton")->click();
    }
    /// A number or its absence in the office's hands is a whole set.
    [[nodiscard]] bool hasTwice() const
    {
        QSet<qint64> seen;
        for (const auto &set : office.requests<protocol::SignSet>()) {
            if (seen.contains(qint64(set.id)))
                return true;
            seen.insert(qint64(set.id));
        }
        return false;
    }
};

} // namespace

SCENARIO("The Kadin signs many permohonan with one PIN", "[signing][batch]")
{
    const CryptoStart crypto;
    BatchDesk desk;
    CHECK(desk.find<QLabel>(u"dokumenLabel"_s)->text().contains("3 Pencatatan Kelahiran"_L1));

    WHEN("nothing is in the way")
    {
        desk.typePin();
        REQUIRE(waitFor([&] { return desk.message().contains("5 permohonan signed"_L1); }));
        THEN("all are signed, and the list can be kept")
        {
            CHECK(desk.acceptedSets == 5);
            CHECK(desk.countOf(u"Signed"_s) == 5);
            CHECK_FALSE(desk.button("signButton")->isEnabled());
            const QTemporaryDir folder;
            desk.button("saveButton")->click();
            auto *dialog = desk.find<QFileDialog>(u"outcomeFileDialog"_s);
            REQUIRE(dialog);
            Q_EMIT dialog->fileSelected(folder.filePath(u"hasil.csv"_s));
            dialog->close();
            QFile file(folder.filePath(u"hasil.csv"_s));
            REQUIRE(file.open(QIODevice::ReadOnly));
            const QByteArray table = file.readAll();
            CHECK(table.count("\r\n") == 6);
            CHECK(table.contains("\"PKU-2026-000045\",\"Pencatatan Kelahiran\",\"Signed\""));
        }
    }
    WHEN("the office does not take one of them")
    {
        desk.refused = PermohonanId(qint64(desk.office.permohonan.row.id) + 2);
        desk.typePin();
        REQUIRE(waitFor([&] { return desk.message().contains("4 permohonan signed"_L1); }));
        THEN("the others are signed, and that one can be tried again alone")
        {
            CHECK(desk.countOf(u"Signed"_s) == 4);
            CHECK(desk.line(2)->text(2) == u"Not signed"_s);
            CHECK_FALSE(desk.line(2)->toolTip(2).isEmpty());
            desk.refused = {};
            desk.typePin();
            REQUIRE(waitFor([&] { return desk.message().contains("5 permohonan signed"_L1); }));
            CHECK(desk.acceptedSets == 5);
        }
    }
}

SCENARIO("The Kadin holds a batch", "[signing][batch]")
{
    const CryptoStart crypto;
    BatchDesk desk;

    WHEN("he pauses after the second one")
    {
        desk.afterAccepting = [&] {
            if (desk.acceptedSets == 2)
                desk.button("pauseButton")->click();
        };
        desk.typePin();
        REQUIRE(waitFor(
            [&] { return desk.acceptedSets >= 2 && desk.countOf(u"Being signed …"_s) == 0; }));
        const int signedFirst = desk.acceptedSets;
        CHECK(signedFirst < 5);
        CHECK(desk.countOf(u"Signed"_s) == signedFirst);
        THEN("he may take one out and go on without a PIN")
        {
            desk.line(4)->setSelected(true);
            REQUIRE(desk.button("removeButton")->isEnabled());
            desk.button("removeButton")->click();
            CHECK(desk.line(4)->text(2) == u"Taken out"_s);
            desk.button("pauseButton")->click();
            REQUIRE(waitFor([&] { return desk.message().contains("4 permohonan signed"_L1); }));
            CHECK(desk.acceptedSets == 4);
            CHECK_FALSE(desk.hasTwice());
        }
        AND_THEN("stopping leaves the rest as it was")
        {
            desk.button("closeButton")->click();
            REQUIRE(waitFor([&] {
                return desk.button("signButton")->isVisible()
                    && desk.find<QLineEdit>(u"pinEdit"_s)->isEnabled();
            }));
            CHECK(desk.acceptedSets == signedFirst);
            CHECK(desk.countOf(u"Not signed yet"_s) == 5 - signedFirst);
        }
    }
    WHEN("he stops while it runs")
    {
        desk.afterAccepting = [&] {
            if (desk.acceptedSets == 1)
                desk.button("closeButton")->click();
        };
        desk.typePin();
        REQUIRE(waitFor([&] { return !desk.message().isEmpty(); }));
        THEN("each is either signed or untouched, and none twice")
        {
            CHECK(desk.acceptedSets < 5);
            CHECK(desk.countOf(u"Signed"_s) == desk.acceptedSets);
            CHECK_FALSE(desk.hasTwice());
            desk.afterAccepting = {};
            desk.typePin();
            REQUIRE(waitFor([&] { return desk.message().contains("5 permohonan signed"_L1); }));
            CHECK(desk.acceptedSets == 5);
        }
    }
}

SCENARIO("The Kadin presses buttons while the key is being opened", "[signing][batch]")
{
    const CryptoStart crypto;
    BatchDesk desk;
    desk.typePin(); // the key is opened on a worker: nothing of it has come back yet
    WHEN("he pauses and goes on")
    {
        desk.button("pauseButton")->click();
        desk.button("pauseButton")->click();
        THEN("the batch runs once")
        {
            REQUIRE(waitFor([&] { return desk.message().contains("5 permohonan signed"_L1); }));
            CHECK(desk.acceptedSets == 5);
            CHECK_FALSE(desk.hasTwice());
        }
    }
    WHEN("he pauses, and stops")
    {
        desk.button("pauseButton")->click();
        desk.button("closeButton")->click();
        REQUIRE(waitFor([&] { return !desk.message().isEmpty(); }));
        THEN("nothing was signed, and it can begin anew")
        {
            CHECK(desk.acceptedSets == 0);
            CHECK(desk.countOf(u"Not signed yet"_s) == 5);
            desk.typePin();
            REQUIRE(waitFor([&] { return desk.message().contains("5 permohonan signed"_L1); }));
            CHECK(desk.acceptedSets == 5);
            CHECK_FALSE(desk.hasTwice());
        }
    }
}

TEST_CASE("A PIN is spent by what it signed, whatever the office said", "[signing][batch]")
{
    const CryptoStart crypto;
    BatchDesk desk;
    desk.pinDokumen = 6;
    desk.office.refuse<protocol::SignSet>(ErrorCode::Conflict);
    desk.typePin();
    REQUIRE(waitFor([&] { return desk.message().contains("Type it again"_L1); }));
    CHECK(desk.office.requests<protocol::SignSet>().size() == 2);
}

TEST_CASE("One PIN serves for as many dokumen as the office allows", "[signing][batch]")
{
    const CryptoStart crypto;
    BatchDesk desk;
    desk.pinDokumen = 6; // two sets of three
    for (const int done : {2, 4}) {
        desk.typePin();
        REQUIRE(waitFor([&] { return desk.message().contains("Type it again"_L1); }));
        CHECK(desk.acceptedSets == done);
        CHECK(desk.countOf(u"Being signed …"_s) == 0);
        CHECK(desk.find<QLineEdit>(u"pinEdit"_s)->text().isEmpty());
        desk.find<QLabel>(u"messageLabel"_s)->hide();
    }
    desk.typePin();
    REQUIRE(waitFor([&] { return desk.message().contains("5 permohonan signed"_L1); }));
    CHECK(desk.acceptedSets == 5);
}
