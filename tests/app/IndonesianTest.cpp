#include "app/permohonan/AskDialogs.h"
#include "app/permohonan/ReturnDialog.h"
#include "app/signing/CryptoStart.h"
#include "app/signing/SigningDialog.h"
#include "app/words/Words.h"
#include "common/SiakPdfReason.h"
#include "tests/app/OfficerAtPage.h"
#include "tests/app/SamplePermohonan.h"
#include "tests/app/ScreenTexts.h"
#include "tests/support/Wait.h"

#include <catch2/catch_test_macros.hpp>

#include <QLabel>
#include <QPushButton>
#include <QSet>
#include <QTabWidget>

#include <array>

using namespace Qt::StringLiterals;
using namespace sipenduduk;
using namespace sipenduduk::test;

namespace {

void checkNoEnglish(const QList<QWidget *> &screens)
{
    const QStringList english = englishOn(screens);
    INFO(english.join(u'\n').toStdString());
    CHECK(english.isEmpty());
}

QStringList errorSentences()
{
    QStringList sentences;
    for (int code = 1; code <= int(ErrorCode::Internal); ++code)
        sentences.append(words::ofError({ErrorCode(code), {}}));
    return sentences;
}

QStringList problemSentences()
{
    QStringList sentences;
    for (int problem = 1; problem <= int(ConnectionProblem::Lost); ++problem)
        sentences.append(words::ofProblem(ConnectionProblem(problem)));
    return sentences;
}

QStringList siakSentences()
{
    namespace Reason = SiakPdfReason;
    QStringList sentences;
    for (const char16_t *reason :
         {Reason::Size, Reason::Header, Reason::Damaged, Reason::Trailing, Reason::Pages,
          Reason::Encrypted, Reason::Hybrid, Reason::Active, Reason::Embedded, Reason::Xfa,
          Reason::External, Reason::Optional, Reason::Certified, Reason::Signed,
          Reason::Unsignable})
        sentences.append(words::ofSiakPdf({ErrorCode::Unsupported, QString::fromUtf16(reason)}));
    return sentences;
}

void checkTranslated(const QStringList &english, const QStringList &translated)
{
    REQUIRE(english.size() == translated.size());
    for (int i = 0; i < english.size(); ++i) {
        INFO(english.at(i).toStdString() << " / " << translated.at(i).toStdString());
        CHECK(english.at(i).endsWith(u'.'));
        CHECK(translated.at(i).endsWith(u'.'));
        CHECK(english.at(i) != translated.at(i));
    }
    CHECK(QSet(translated.begin(), translated.end()).size() == translated.size());
}

} // namespace

TEST_CASE("Every failure has an Indonesian sentence of its own", "[indonesian]")
{
    const QStringList errors = errorSentences();
    const QStringList problems = problemSentences();
    const QStringList siak = siakSentences();
    CHECK(words::ofSiakPdf({ErrorCode::Unsupported, u"no reason"_s}).isEmpty());
    CHECK(words::ofSiakPdf({ErrorCode::Unsupported, {}}).isEmpty());
    const Indonesian indonesian;
    checkTranslated(errors, errorSentences());
    checkTranslated(problems, problemSentences());
    checkTranslated(siak, siakSentences());
    CHECK(words::ofProblem(ConnectionProblem::None).isEmpty());
    CHECK(words::ofError({ErrorCode::Locked, {}})
          == u"Akun terkunci karena terlalu banyak percobaan. Coba lagi setelah beberapa saat, "
             "atau minta administrator membukanya."_s);
}

TEST_CASE("No English is left on the page of a permohonan", "[indonesian]")
{
    struct Stand
    {
        Role duty;
        Status status;
        Role holder;
    };
    using enum Status;
    const Indonesian indonesian;
    for (const auto &[duty, status, holder] :
         {Stand{Role::Fo, Diajukan, Role::Fo}, Stand{Role::Fo, Diregistrasi, Role::Fo},
          Stand{Role::Fo, Diverifikasi, Role::Fo}, Stand{Role::Fo, Dientri, Role::Fo},
          Stand{Role::Editor, DiEditor, Role::Editor}, Stand{Role::Kasi, DiKasi, Role::Kasi},
          Stand{Role::Kabid, DiKabid, Role::Kabid}, Stand{Role::Kadin, DiKadin, Role::Kadin},
          Stand{Role::Fo, Ditandatangani, Role::Fo}, Stand{Role::Fo, SiapDiambil, Role::Fo},
          Stand{Role::Fo, GagalKirim, Role::Fo}}) {
        INFO(word(status).toStdString());
        OfficerAtPage officer(duty, status, holder);
        if (status == DiEditor)
            officer.office.permohonan.defects = {{.target = DefectTarget::Draft,
                                                  .code = u"kk"_s,
                                                  .verdict = Verdict::NotMatching,
                                                  .solution = u"Nama ibu keliru"_s}};
        officer.open();
        auto *tabs = officer.page.findChild<QTabWidget *>(u"tabs"_s);
        for (int i = 0; i < tabs->count(); ++i) {
            tabs->setCurrentIndex(i);
            checkNoEnglish({&officer.page});
        }
    }
}

TEST_CASE("No English is left on the dialogs of a permohonan", "[indonesian]")
{
    {
        AddressDialog english(u"budi@contoh.test"_s, nullptr);
        CHECK(englishOn({&english}).size() > 3); // the walk sees it, with an address put in too
        CHECK(englishOn({&english})
                  .contains(u"formerLabel: The mail to budi@contoh.test came back."_s));
    }
    const Indonesian indonesian;
    const CryptoStart crypto;
    OfficerAtPage kadin(Role::Kadin, Status::DiKadin, Role::Kadin);
    const Permohonan &permohonan = kadin.office.permohonan;
    const Layanan &layanan = *katalog().layanan(permohonan.row.layanan);
    const QList<Defect> known{{.target = DefectTarget::Requirement,
                               .code = u"kk"_s,
                               .verdict = Verdict::Unreadable,
                               .solution = u"Pindai kembali"_s}};
    for (const Action action : {Action::AskRevision, Action::ReturnToEditor, Action::ReturnToKasi,
                                Action::ReturnToKabid}) {
        ReturnDialog dialog(action, layanan, katalog(), permohonan, known, nullptr);
        checkNoEnglish({&dialog});
    }
    for (const Action action : {Action::Reject, Action::HandToFo, Action::HandToEditor}) {
        ReasonDialog dialog(action, nullptr);
        checkNoEnglish({&dialog});
    }
    TakerDialog taker(u"Budi Santoso"_s, u"KIA"_s, nullptr);
    AddressDialog address(u"budi@contoh.test"_s, nullptr);
    PasswordDialog password(nullptr);
    checkNoEnglish({&taker, &address, &password});

    kadin.office.refuse<protocol::OfferSigning>(ErrorCode::Untrusted);
    SigningDialog signing(kadin.session,
                          {{permohonan.row.id, permohonan.row.number, layanan.name}});
    signing.show();
    checkNoEnglish({&signing});
    auto *message = signing.findChild<QLabel *>(u"messageLabel"_s);
    REQUIRE(waitFor([&] { return message->isVisible(); }));
    checkNoEnglish({&signing});
}
