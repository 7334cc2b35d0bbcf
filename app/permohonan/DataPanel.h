#pragma once

#include "common/IsianPermohonan.h"
#include "common/Permohonan.h"
#include "common/protocol/WorkMessages.h"

#include <QWidget>

#include <memory>

namespace Ui {
class DataPanel;
}

namespace sipenduduk {

class KatalogLayanan;
struct Layanan;

/// The data of the permohonan as a form, with SIAK's number, the findings and their reason.
class DataPanel : public QWidget
{
    Q_OBJECT

public:
    explicit DataPanel(QWidget *parent = nullptr);
    ~DataPanel() override;

    /// Another permohonan. `layanan` must outlive the panel's use of it.
    void showPermohonan(const Layanan &layanan, const KatalogLayanan &katalog,
                        const Permohonan &permohonan);
    /// A newer state of the same: what was typed here stays, everything else is taken over.
    void refresh(const Permohonan &permohonan);
    void setReadOnly(bool isReadOnly);

    [[nodiscard]] bool hasUnsaved() const;
    /// No error; and a reason when there are warnings.
    [[nodiscard]] bool isValid() const;
    [[nodiscard]] const QList<Finding> &findings() const { return m_findings; }
    /// What stands in the form; id, duty and version are for the caller to fill.
    [[nodiscard]] protocol::SaveData message() const;
    /// The office has what `saved` says; what was typed since stays unsaved.
    void markSaved(const protocol::SaveData &saved);
    void focusFirstFinding();

Q_SIGNALS:
    void edited();
    void saveRequested();

private:
    [[nodiscard]] QString summary(int errors, int warnings) const;
    void applyReadOnly();
    void checkData();
    void fill(const protocol::SaveData &state);
    void copyAll();

    std::unique_ptr<Ui::DataPanel> m_ui;
    const Layanan *m_layanan = nullptr;
    protocol::SaveData m_stored; ///< as the office has it
    QList<Finding> m_findings;
    bool m_isReadOnly = true;
};

} // namespace sipenduduk
