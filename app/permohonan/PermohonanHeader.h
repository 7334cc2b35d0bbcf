#pragma once

#include <QTimer>
#include <QWidget>

#include <memory>

namespace Ui {
class PermohonanHeader;
}

namespace sipenduduk {

class KatalogLayanan;
struct Permohonan;
struct PermohonanRow;

/// Number, service, applicant, state, who holds it, and the clock of the step against the SOP.
class PermohonanHeader : public QWidget
{
    Q_OBJECT

public:
    explicit PermohonanHeader(QWidget *parent = nullptr);
    ~PermohonanHeader() override;

    void showPermohonan(const Permohonan &permohonan, const KatalogLayanan &katalog);
    void clear();

Q_SIGNALS:
    void backRequested();
    void reloadRequested();

private:
    void updateClock();

    std::unique_ptr<Ui::PermohonanHeader> m_ui;
    std::unique_ptr<PermohonanRow> m_row;
    QTimer m_clockTimer;
};

} // namespace sipenduduk
