#pragma once

#include "common/Ids.h"

#include <QWidget>

#include <memory>

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
    void save(bool asPdf);
    void print();
    void showMessage(const QString &text, bool isError);
    void updateButtons();

    std::unique_ptr<Ui::KartuKendaliView> m_ui;
    Session &m_session;
    KartuKendaliModel *m_model;
    PermohonanId m_id {};
    QString m_number;
    bool m_isBusy = false;
};

} // namespace sipenduduk
