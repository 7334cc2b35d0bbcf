#include "app/permohonan/BerkasModel.h"
#include "app/permohonan/BerkasPanel.h"
#include "app/permohonan/BerkasReview.h"
#include "app/permohonan/PreparedSolutions.h"
#include "tests/app/PermohonanOffice.h"
#include "tests/app/SamplePermohonan.h"

#include <catch2/catch_test_macros.hpp>

#include <QCheckBox>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QSignalSpy>
#include <QTest>
#include <QTreeView>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace sipenduduk;
using namespace sipenduduk::test;

namespace {

const Layanan &birthService()
{
    return *katalog().layanan(u"akta-kelahiran");
}

const ReviewRow &rowOf(const QList<ReviewRow> &rows, const QString &requirement)
{
    const auto found = std::ranges::find(rows, requirement, &ReviewRow::requirement);
    REQUIRE(found != rows.end());
    return *found;
}

Permohonan registered()
{
    static PermohonanOffice office;
    return birth(office, Status::Diregistrasi, Role::Fo);
}

BerkasReview allOk(const Permohonan &permohonan)
{
    BerkasReview review(birthService(), permohonan);
    for (const Berkas &berkas : permohonan.berkasList)
        review.judge(berkas.id, Verdict::Ok, {});
    review.confirmAnswers(true);
    return review;
}

} // namespace

SCENARIO("The front office judges the uploads", "[review]")
{
    const Permohonan permohonan = registered();

    GIVEN("everything in order")
    {
        BerkasReview review = allOk(permohonan);
        CHECK(review.isInOrder());
        CHECK(review.defects().isEmpty());

        WHEN("the answers are not confirmed")
        {
            review.confirmAnswers(false);
            THEN("it is not in order")
            {
                CHECK_FALSE(review.isInOrder());
            }
        }
        WHEN("one upload is refused")
        {
            review.judge(BerkasId(2), Verdict::OutOfDate, u"Unggah yang berlaku"_s);
            THEN("it is a defect with its text")
            {
                CHECK_FALSE(review.isInOrder());
                REQUIRE(review.defects().size() == 1);
                const Defect expected{DefectTarget::Requirement, u"bukti-kawin"_s,
                                      Verdict::OutOfDate, u"Unggah yang berlaku"_s};
                CHECK(review.defects().first() == expected);
            }
        }
        WHEN("another answer makes a paper wanted that is not there")
        {
            review.answer(u"syarat.dok-perjalanan"_s, true);
            THEN("it is missing, with a text to start from")
            {
                CHECK_FALSE(review.isInOrder());
                CHECK(rowOf(review.rows(), u"dok-perjalanan"_s).isWanted);
                REQUIRE(review.defects().size() == 1);
                CHECK(review.defects().first().verdict == Verdict::Missing);
                CHECK_FALSE(review.defects().first().solution.isEmpty());
            }
        }
    }
    GIVEN("one of several alternatives uploaded")
    {
        const QList<ReviewRow> rows = BerkasReview(birthService(), permohonan).rows();
        CHECK(rowOf(rows, u"ket-lahir"_s).isWanted);
        CHECK_FALSE(rowOf(rows, u"sptjm-kelahiran"_s).isWanted);
        CHECK(std::ranges::is_partitioned(rows, &ReviewRow::isWanted));
    }
    GIVEN("none of several alternatives uploaded")
    {
        Permohonan without = permohonan;
        without.berkasList.removeFirst();
        BerkasReview review = allOk(without);
        CHECK_FALSE(review.isInOrder());
        CHECK(rowOf(review.rows(), u"sptjm-kelahiran"_s).isWanted);
        CHECK(review.defects().first().code == u"ket-lahir"_s);
    }
    GIVEN("an upload that was replaced by a newer one")
    {
        Permohonan renewed = permohonan;
        renewed.berkasList[0].isSuperseded = true;
        Berkas newer = renewed.berkasList.first();
        newer.id = BerkasId(9);
        newer.isSuperseded = false;
        renewed.berkasList.append(newer);
        CHECK(rowOf(BerkasReview(birthService(), renewed).rows(), u"ket-lahir"_s).berkas.id
              == BerkasId(9));
    }
}

TEST_CASE("Only a refusal with a text is sent, and later judgements stay", "[review]")
{
    BerkasReview review(birthService(), registered());
    CHECK_FALSE(review.hasUnsent());
    review.judge(BerkasId(1), Verdict::Unreadable, u"  "_s);
    CHECK_FALSE(review.hasUnsent());
    review.judge(BerkasId(1), Verdict::Unreadable, u"Pindai ulang"_s);
    review.judge(BerkasId(2), Verdict::Ok, {});
    const protocol::JudgeBerkas sent = review.message();
    CHECK(sent.verdicts.size() == 2);
    review.judge(BerkasId(2), Verdict::NotMatching, u"Lain"_s); // while it was under way
    review.markSent(sent);
    REQUIRE(review.message().verdicts.size() == 1);
    CHECK(review.message().verdicts.first().berkas == BerkasId(2));
    review.refresh(registered());
    CHECK(review.hasUnsent());
}

TEST_CASE("Every refusal has a prepared text that names the paper", "[review]")
{
    for (const Verdict verdict : {Verdict::Unreadable, Verdict::OtherPerson, Verdict::OutOfDate,
                                  Verdict::Incomplete, Verdict::NotMatching, Verdict::Missing})
        CHECK(preparedSolution(verdict, u"Kartu Keluarga"_s).contains("Kartu Keluarga"_L1));
    CHECK(preparedSolution(Verdict::Ok, u"KK"_s).isEmpty());
    CHECK(preparedSolution(Verdict::Pending, u"KK"_s).isEmpty());
}

TEST_CASE("A file name from outside is shown, never interpreted", "[review]")
{
    Permohonan permohonan = registered();
    permohonan.berkasList[0].fileName = u"<img src='file:///etc/passwd'>.pdf"_s;
    BerkasModel model;
    model.setRows(BerkasReview(birthService(), permohonan).rows());
    const QString toolTip = model.index(0, 0).data(Qt::ToolTipRole).toString();
    CHECK(toolTip.contains("&lt;img"_L1));
    CHECK_FALSE(toolTip.contains("<img"_L1));
}

SCENARIO("The panel is worked by keys", "[review]")
{
    BerkasPanel panel;
    QSignalSpy chosen(&panel, &BerkasPanel::berkasChosen);
    panel.setReadOnly(false);
    panel.showPermohonan(birthService(), registered());
    panel.resize(330, 560);
    panel.show();
    auto *view = panel.findChild<QTreeView *>(u"requirementView"_s);
    auto *solution = panel.findChild<QPlainTextEdit *>(u"solutionEdit"_s);
    const auto press = [&](Verdict verdict) {
        panel.findChild<QPushButton *>(u"verdict%1Button"_s.arg(int(verdict)))->click();
    };
    REQUIRE(chosen.last().first().value<Berkas>().id == BerkasId(1));
    chosen.clear();

    WHEN("an upload is in order")
    {
        press(Verdict::Ok);
        THEN("the next that waits is chosen and shown")
        {
            CHECK(view->currentIndex().row() == 1);
            CHECK(chosen.count() == 1);
            CHECK_FALSE(solution->isEnabled());
        }
    }
    WHEN("one is refused")
    {
        press(Verdict::Unreadable);
        THEN("it stays chosen with the prepared text, which can be changed")
        {
            CHECK(view->currentIndex().row() == 0);
            CHECK(solution->toPlainText().contains("tidak terbaca"_L1));
            solution->setPlainText(u"Halaman 2 gelap"_s);
            press(Verdict::Unreadable); // again: the words stay
            CHECK(panel.review().defects().first().solution == u"Halaman 2 gelap"_s);
        }
    }
    WHEN("nothing may be changed")
    {
        panel.setReadOnly(true);
        THEN("no verdict is taken")
        {
            press(Verdict::Ok);
            CHECK_FALSE(panel.review().hasUnsent());
            CHECK(solution->isReadOnly());
        }
    }
    WHEN("the questions are answered")
    {
        auto *confirm = panel.findChild<QCheckBox *>(u"answersConfirmedBox"_s);
        CHECK(confirm->isEnabled());
        panel.findChild<QRadioButton *>(u"yes_syarat.dok-perjalanan"_s)->click();
        confirm->click();
        THEN("they are part of the message")
        {
            CHECK(panel.review().message().answers.value(u"syarat.dok-perjalanan"_s));
            CHECK(panel.review().message().isAnswersConfirmed);
        }
    }
    WHEN("a question is open")
    {
        Permohonan open = registered();
        open.answers.remove(u"syarat.kk"_s);
        panel.showPermohonan(birthService(), open);
        THEN("the answers cannot be confirmed")
        {
            CHECK_FALSE(panel.findChild<QCheckBox *>(u"answersConfirmedBox"_s)->isEnabled());
        }
    }
}
