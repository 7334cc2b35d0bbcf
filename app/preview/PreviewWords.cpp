#include "app/preview/PreviewWords.h"

#include <QCoreApplication>

namespace sipenduduk {

namespace {

struct PreviewText
{
    Q_DECLARE_TR_FUNCTIONS(PreviewText)
};

} // namespace

QString previewProblem(const Error &error)
{
    switch (error.code) {
    case ErrorCode::Tampered:
        return PreviewText::tr("This file is not the one that the office recorded: its fingerprint "
                               "is different. It is not shown. Tell the administrator.");
    case ErrorCode::Unsupported:
        return PreviewText::tr(
            "This file is locked with a password or is of another kind than PDF, "
            "JPEG or PNG. Ask for a file without a password.");
    case ErrorCode::TooLarge:
        return PreviewText::tr(
            "This file is too large to be shown safely. Ask for a smaller scan.");
    case ErrorCode::Malformed:
        return PreviewText::tr("This file is damaged and cannot be opened. Ask for it again.");
    case ErrorCode::Network:
        return PreviewText::tr("The line to the office is down. The file comes as soon as the line "
                               "is back.");
    case ErrorCode::NotFound:
        return PreviewText::tr("The office does not have this file any more. Load the permohonan "
                               "again.");
    case ErrorCode::Forbidden: return PreviewText::tr("You may not see this file.");
    default: return PreviewText::tr("This file cannot be shown at the moment. Try again.");
    }
}

} // namespace sipenduduk
