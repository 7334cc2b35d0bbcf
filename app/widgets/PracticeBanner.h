#pragma once

#include <QLabel>

namespace sipenduduk {

/// The stripe that says that this office only practises. It stands on every screen, in letters
/// and not by colour alone, and nothing closes it.
class PracticeBanner : public QLabel
{
    Q_OBJECT
public:
    explicit PracticeBanner(QWidget *parent = nullptr);

protected:
    void paintEvent(QPaintEvent *event) override;
};

} // namespace sipenduduk
