#pragma once

#include "app/preview/PageRenderer.h"

#include <QFutureWatcher>
#include <QWidget>

#include <memory>

class QPrinter;

namespace Ui {
class DraftPreview;
}

namespace sipenduduk {

class PageView;

/// One draft or issued dokumen, shown from exactly the bytes that are approved or signed.
class DraftPreview : public QWidget
{
    Q_OBJECT

public:
    explicit DraftPreview(QWidget *parent = nullptr);
    ~DraftPreview() override;

    /// Shows `bytes` once their SHA-256 is found to be `sha256`; else says why not. DRAF is
    /// painted over it unless `isSigned`.
    void showDraft(const QByteArray &bytes, const QByteArray &sha256, bool isSigned);
    /// A sentence in place of a document: nothing chosen, still loading, not made yet …
    void showMessage(const QString &text);
    void showProblem(const Error &error);

    [[nodiscard]] bool isShowing() const; ///< a document is on the screen
    [[nodiscard]] PageView &view() { return *m_view; }

    /// Gives the keys to the pages, as soon as there are some.
    void takeKeys();

    /// Prints what is shown; the result comes by printed(). For the print dialog and for tests.
    void printTo(std::shared_ptr<QPrinter> printer);

Q_SIGNALS:
    /// These pages (1…n) of what is shown were really seen, for so long.
    void viewed(const QList<int> &pages, qint64 milliseconds);
    void printed(bool isDone);
    /// The officer went on from the end of the last page.
    void endPassed();

private:
    void takeSource();
    void askPrinter();
    void takePrinted();

    PageRenderer m_renderer; ///< first in, last out: the view uses it
    std::unique_ptr<Ui::DraftPreview> m_ui;
    PageView *m_view;
    QFutureWatcher<Result<std::shared_ptr<PageSource>>> m_opening;
    QFutureWatcher<Result<>> m_printing;
    bool m_isSigned = false;
    bool m_wantsKeys = false; ///< the view had the focus before a message took its place
};

} // namespace sipenduduk
