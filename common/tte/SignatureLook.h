#pragma once

#include "common/Result.h"

#include <QByteArray>
#include <QDateTime>
#include <QSizeF>
#include <QString>
#include <QStringList>

#include <memory>

namespace sipenduduk {

/// What stands in the visible signature, beside the QR.
struct SignatureText
{
    QStringList titleLines;  ///< office title as it is to be printed, with Plt./Plh. in front
    QString name;            ///< signer with academic titles; printed bold
    QString nip;             ///< digits only; left out when empty
    bool isPractice = false; ///< adds SPESIMEN – TIDAK BERLAKU
    bool operator==(const SignatureText &) const = default;
};

/// Draws the appearance of a signature: QR on the left, text on the right.
///
/// The text is drawn with QPainter into a one-page PDF with its font embedded and kept for the
/// minute, so that a batch pays for it once; the QR is written as PDF operators per document.
/// Needs a QGuiApplication. Used by one thread at a time.
class SignatureLook
{
public:
    /// `fontFamily` is a family known to QFontDatabase (loaded from data by the caller; see
    /// loadFontFamily()); `utcOffsetSeconds` is the office's local time (WIB: 25200).
    explicit SignatureLook(QString fontFamily, int utcOffsetSeconds = 7 * 3600);
    ~SignatureLook();
    SignatureLook(const SignatureLook &) = delete;
    SignatureLook &operator=(const SignatureLook &) = delete;

    /// Registers font files (regular, bold) and gives their family; empty when one is no font.
    [[nodiscard]] static QString loadFontFamily(const QList<QByteArray> &fontFiles);

    struct Private; ///< shared with DraftSigner, which imports the drawing

private:
    friend class DraftSigner;
    std::unique_ptr<Private> m_d;
};

} // namespace sipenduduk
