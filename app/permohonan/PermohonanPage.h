#pragma once

#include "common/Ids.h"
#include "common/Status.h"

#include <QWidget>

#include <memory>

namespace sipenduduk {

class KatalogLayanan;
class Session;

/// The work on one permohonan: header, data beside the berkas, drafts, kartu kendali, notes and
/// exactly the actions that Alur allows the duty. Shows one permohonan after another.
class PermohonanPage : public QWidget
{
    Q_OBJECT

public:
    /// Both must outlive the page.
    PermohonanPage(Session &session, const KatalogLayanan &katalog, QWidget *parent = nullptr);
    ~PermohonanPage() override;

    /// Whether something was typed that the office does not have yet.
    [[nodiscard]] bool hasUnsavedWork() const;

public Q_SLOTS:
    /// Loads the permohonan and takes the lease on it for `duty`. What is open before is given
    /// back first.
    void openPermohonan(sipenduduk::PermohonanId id, sipenduduk::Role duty);

    /// Gives the lease back and emits closed(); asks first when work is unsaved.
    void closePermohonan();

    /// Gives the lease back without a question or a signal: the window shows another page.
    void abandonPermohonan();

Q_SIGNALS:
    /// The officer goes back to the queue; the lease is given back.
    void closed();
    /// The permohonan went on to another hand and the officer wants the next one of his queue.
    void openNext();

private:
    class Private;
    std::unique_ptr<Private> m_d;
};

} // namespace sipenduduk
