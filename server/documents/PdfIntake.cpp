#include "server/documents/PdfIntake.h"

#include <qpdf/QPDF.hh>

using namespace Qt::StringLiterals;

namespace sipenduduk {

Result<> checkReadablePdf(const QByteArray &bytes)
{
    try {
        QPDF pdf;
        pdf.setSuppressWarnings(true);
        pdf.processMemoryFile("upload", bytes.constData(), std::size_t(bytes.size()));
        if (pdf.isEncrypted())
            return fail(ErrorCode::Unsupported, u"encrypted"_s);
        if (pdf.getAllPages().empty())
            return fail(ErrorCode::Malformed, u"no page"_s);
        return {};
    } catch (const QPDFExc &error) {
        if (error.getErrorCode() == qpdf_e_password)
            return fail(ErrorCode::Unsupported, u"encrypted"_s);
        return fail(ErrorCode::Malformed, u"pdf"_s);
    } catch (const std::exception &) {
        return fail(ErrorCode::Malformed, u"pdf"_s);
    }
}

} // namespace sipenduduk
