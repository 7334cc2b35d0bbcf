#pragma once

#include "app/permohonan/BerkasReview.h"

#include <QWidget>

#include <memory>
#include <optional>

class QAbstractButton;

namespace Ui {
class BerkasPanel;
}

namespace sipenduduk {

class BerkasModel;
class QuestionsPanel;

/// The requirements with a verdict by one key each, the text for the applicant, and the
/// questions. Alt+1 … Alt+6 judge the chosen upload and go to the next that waits.
class BerkasPanel : public QWidget
{
    Q_OBJECT

public:
    explicit BerkasPanel(QWidget *parent = nullptr);
    ~BerkasPanel() override;

    /// Another permohonan. `layanan` must outlive the panel's use of it.
    void showPermohonan(const Layanan &layanan, const Permohonan &permohonan);
    /// A newer state of the same; what was judged and not sent stays.
    void refresh(const Permohonan &permohonan);
    void setReadOnly(bool isReadOnly);

    [[nodiscard]] const BerkasReview &review() const { return m_review; }
    void markSent(const protocol::JudgeBerkas &sent);

Q_SIGNALS:
    /// This upload is to be shown; id 0: there is none.
    void berkasChosen(const sipenduduk::Berkas &berkas);
    /// Something was judged or answered that can be sent.
    void judged();
    void reviewChanged();

private:
    void addVerdictButtons();
    void showRows();
    void showCurrent();
    void judgeCurrent(Verdict verdict);
    void takeSolution();
    [[nodiscard]] const ReviewRow *current() const;

    std::unique_ptr<Ui::BerkasPanel> m_ui;
    BerkasModel *m_model;
    QuestionsPanel *m_questions;
    QMap<Verdict, QAbstractButton *> m_buttons;
    BerkasReview m_review;
    std::optional<BerkasId> m_shown; ///< none: nothing was announced yet
    bool m_isReadOnly = true;
    bool m_isShowing = false;
};

} // namespace sipenduduk
