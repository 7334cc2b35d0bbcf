#pragma once

#include "app/permohonan/ActDialog.h"
#include "common/Alur.h"
#include "common/Permohonan.h"

#include <QMap>

#include <memory>

namespace Ui {
class ReturnDialog;
}

namespace sipenduduk {

class DefectModel;
class KatalogLayanan;
struct Layanan;

/// Something a defect can be about, with its name for people.
struct DefectPlace
{
    DefectTarget target = DefectTarget::Other;
    QString code;
    QString name;
};

/// What is wrong and how to mend it, item by item: no return without at least one defect, no
/// defect without a solution.
class ReturnDialog : public ActDialog
{
    Q_OBJECT

public:
    /// `known` are the defects that are there already, from the check of the berkas.
    ReturnDialog(Action action, const Layanan &layanan, const KatalogLayanan &katalog,
                 const Permohonan &permohonan, const QList<Defect> &known, QWidget *parent);
    ~ReturnDialog() override;

    [[nodiscard]] QList<Defect> defects() const;
    void fill(protocol::Act &act) const override;

protected:
    [[nodiscard]] bool isComplete() const override;

private:
    void fillPlaces(const Layanan &layanan, const KatalogLayanan &katalog,
                    const Permohonan &permohonan);
    void addDefect();
    void removeDefect();
    void showCurrent();
    void takeCurrent();
    void choosePlace();
    [[nodiscard]] Defect editedDefect() const;
    [[nodiscard]] int currentRow() const;

    std::unique_ptr<Ui::ReturnDialog> m_ui;
    DefectModel *m_model;
    QList<DefectPlace> m_places;
    Action m_action;
    QString m_prepared; ///< what was proposed for the present defect, to tell it from typing
    bool m_isShowing = false;
};

} // namespace sipenduduk
