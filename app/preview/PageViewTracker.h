#pragma once

#include <QList>

#include <array>

namespace sipenduduk {

/// Part of a page that is on the screen, from its top (0) to its bottom (1).
struct PageBand
{
    int page = 0; ///< 0-based
    double from = 0;
    double to = 0;
};

/// Decides which pages an officer was really shown: all of a page, from top to bottom, each part
/// for a moment. Opening a long document and seeing its first lines is not seeing it.
class PageViewTracker
{
public:
    static constexpr int Slices = 100;
    static constexpr qint64 NeededPerSlice = 250; ///< ms on the screen

    /// Forgets everything.
    void reset(int pageCount);

    /// `bands` were on the screen for `milliseconds`. Gives the pages (0-based) that are hereby
    /// seen completely for the first time.
    QList<int> add(qint64 milliseconds, const QList<PageBand> &bands);

    [[nodiscard]] bool isComplete() const; ///< every page was seen
    /// Milliseconds that any page was on the screen since the last call.
    qint64 takeMilliseconds();

private:
    struct Page
    {
        std::array<qint64, Slices> shown{};
        bool isSeen = false;
    };

    QList<Page> m_pages;
    qint64 m_milliseconds = 0;
};

} // namespace sipenduduk
