#pragma once

#include "common/Ids.h"

#include <QWidget>

namespace sipenduduk {

/// A page of permohonan from which one is opened, and to which one comes back.
class ListPage : public QWidget
{
    Q_OBJECT
public:
    using QWidget::QWidget;

    virtual void reload() = 0;
    virtual void focusTable() = 0;
    [[nodiscard]] virtual QString title() const = 0;
    /// The permohonan that comes after the one opened last, which may have left the list since;
    /// 0 when there is none. It is selected.
    virtual PermohonanId selectNext() = 0;

Q_SIGNALS:
    void openRequested(sipenduduk::PermohonanId id);
};

} // namespace sipenduduk
