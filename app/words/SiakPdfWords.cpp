#include "app/words/Words.h"
#include "common/SiakPdfReason.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace sipenduduk {

namespace {

struct SiakPdfTr
{
    Q_DECLARE_TR_FUNCTIONS(Words)
};

struct SiakPdfSentence
{
    QStringView reason;
    QString text;
};

} // namespace

QString words::ofSiakPdf(const Error &error)
{
    const std::array<SiakPdfSentence, 15> sentences{{
        {SiakPdfReason::Size,
         SiakPdfTr::tr("This PDF is larger than 20 MB. Make a smaller one in SIAK.")},
        {SiakPdfReason::Header,
         SiakPdfTr::tr("This file is not a PDF. Choose the PDF that SIAK made.")},
        {SiakPdfReason::Damaged, SiakPdfTr::tr("This PDF is damaged. Make it in SIAK once more.")},
        {SiakPdfReason::Trailing,
         SiakPdfTr::tr(
             "This PDF is cut off, or something stands behind its end. Make it in SIAK once more.")},
        {SiakPdfReason::Pages,
         SiakPdfTr::tr(
             "This PDF has no page, or more than 50. Choose the PDF of this dokumen alone.")},
        {SiakPdfReason::Encrypted,
         SiakPdfTr::tr(
             "This PDF is encrypted. Make it in SIAK without a password and without restrictions.")},
        {SiakPdfReason::Hybrid,
         SiakPdfTr::tr(
             "This PDF has two tables of contents, so that programs may show it differently. Make it in SIAK once more.")},
        {SiakPdfReason::Active,
         SiakPdfTr::tr(
             "This PDF contains a script or something else that acts by itself, such as JavaScript. Choose the PDF just as SIAK made it.")},
        {SiakPdfReason::Embedded,
         SiakPdfTr::tr(
             "This PDF carries other files inside. Choose the PDF just as SIAK made it.")},
        {SiakPdfReason::Xfa,
         SiakPdfTr::tr(
             "This PDF is a form that can still be filled in (XFA). Choose the PDF just as SIAK made it.")},
        {SiakPdfReason::External,
         SiakPdfTr::tr(
             "This PDF takes a part of its content from another file. Choose the PDF just as SIAK made it.")},
        {SiakPdfReason::Optional,
         SiakPdfTr::tr(
             "This PDF has layers that can be hidden. Choose the PDF just as SIAK made it.")},
        {SiakPdfReason::Certified,
         SiakPdfTr::tr(
             "This PDF is certified against changes, so that it could not be signed here. Make it in SIAK without a certification.")},
        {SiakPdfReason::Signed,
         SiakPdfTr::tr("This PDF is signed already. Choose the one without a signature.")},
        {SiakPdfReason::Unsignable,
         SiakPdfTr::tr(
             "This PDF cannot be signed electronically later. Make it in SIAK once more.")},
    }};
    const QString reason = error.detail.section(u':', 0, 0);
    const auto found = std::ranges::find(sentences, QStringView(reason), &SiakPdfSentence::reason);
    return found == sentences.end() ? QString() : found->text;
}

} // namespace sipenduduk
