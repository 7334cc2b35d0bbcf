#pragma once

#include "common/tte/verify/PdfFile.h"
#include "common/tte/verify/SignatureReport.h"

#include <QList>

#include <optional>

namespace sipenduduk {

/// What came after the first signature of a file, one update after the other: later updates may
/// replace what earlier ones brought (a /DSS by a larger one), so that comparing only the first
/// with the last would see leftovers without a purpose.
class RevisionHistory
{
public:
    /// Most updates looked at; a file with more counts as changed.
    static constexpr qsizetype MaxUpdates = 64;

    /// `signedEnds` are the ends of what the signatures cover, in any order; what cannot be the
    /// end of a revision is left out.
    RevisionHistory(const PdfFile &file, const QList<qint64> &signedEnds);

    /// The first change after `end` that no signer may make there (ChangedAfterwards), or nothing.
    [[nodiscard]] std::optional<SignatureFinding> violationAfter(qint64 end) const;

    /// What stands behind `end`, where the last signature ends: nothing is wrong with updates
    /// that bring a /DSS and nothing else, since that is what makes a signature last and its data
    /// bear signatures of their own. UncheckedRevision when not every byte of them is accounted
    /// for, BytesAfterwards for anything else.
    [[nodiscard]] std::optional<SignatureFinding> findingBehind(qint64 end) const;

private:
    struct Update
    {
        qint64 from = 0;
        qint64 to = 0;
        std::optional<SignatureFinding> violation;
    };

    void findEnds(QList<qint64> ends);
    void compare(const QList<qint64> &ends);

    const PdfFile &m_file;
    QList<Update> m_updates;
    bool m_isTooLong = false;
};

/// Whether the bytes end as a PDF revision does, with or without a line end.
[[nodiscard]] bool endsAsRevision(QByteArrayView bytes);

} // namespace sipenduduk
