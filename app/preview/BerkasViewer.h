#pragma once

#include "app/preview/PageRenderer.h"

#include <QFutureWatcher>
#include <QWidget>

#include <memory>

namespace Ui {
class BerkasViewer;
}

namespace sipenduduk {

class PageView;

/// One uploaded berkas: PDF or picture, with the zoom kept from one to the next.
class BerkasViewer : public QWidget
{
    Q_OBJECT

public:
    explicit BerkasViewer(QWidget *parent = nullptr);
    ~BerkasViewer() override;

    /// Shows `bytes` once their SHA-256 is found to be `sha256`; else says why not.
    void showBerkas(const QByteArray &bytes, const QByteArray &sha256);
    void showMessage(const QString &text);
    void showProblem(const Error &error);

    [[nodiscard]] bool isShowing() const;
    [[nodiscard]] PageView &view() { return *m_view; }

private:
    void takeSource();

    PageRenderer m_renderer; ///< first in, last out: the view uses it
    std::unique_ptr<Ui::BerkasViewer> m_ui;
    PageView *m_view;
    QFutureWatcher<Result<std::shared_ptr<PageSource>>> m_opening;
};

} // namespace sipenduduk
