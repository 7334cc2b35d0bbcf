#pragma once

#include "common/Ids.h"
#include "common/Result.h"
#include "common/protocol/BlobMessages.h"

#include <QFutureWatcher>
#include <QWidget>

#include <atomic>
#include <functional>
#include <memory>

class QPrinter;

namespace Ui {
class KartuKendaliView;
}

namespace sipenduduk {

class KartuKendaliModel;
class KatalogLayanan;
class Session;
struct Permohonan;

/// The kartu kendali of one permohonan as a timeline, with the ways to take it out of the office:
/// on paper, as a PDF, or as JSON under the office's seal.
class KartuKendaliView : public QWidget
{
    Q_OBJECT
public:
    explicit KartuKendaliView(Session &session, QWidget *parent = nullptr);
    ~KartuKendaliView() override;

    void showPermohonan(const Permohonan &permohonan, const KatalogLayanan &katalog);
    void clear();

private:
    void askFile(protocol::ExportFormat format);
    void save(protocol::ExportFormat format, const QString &fileName);
    void askPrinter();
    void print(const std::shared_ptr<QPrinter> &printer);
    /// Gets the export and hands it to `work` on a pool; `done` is said when that succeeded.
    void exportTo(protocol::ExportFormat format, std::function<Result<>(const QByteArray &)> work,
                  const QString &done);
    void onWorked();
    void updateButtons();

    std::unique_ptr<Ui::KartuKendaliView> m_ui;
    Session &m_session;
    KartuKendaliModel *m_model;
    QFutureWatcher<Result<>> m_working;
    std::shared_ptr<std::atomic_bool> m_isCancelled; ///< the view has died while it prints
    QString m_doneText;
    QString m_number;
    PermohonanId m_id{};
    bool m_isBusy = false;
};

} // namespace sipenduduk
