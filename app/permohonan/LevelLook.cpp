#include "app/permohonan/LevelLook.h"

#include "app/widgets/Icons.h"

#include <QPalette>
#include <QWidget>

namespace sipenduduk {

void setLevelColor(QWidget &widget, FindingLevel level)
{
    widget.setPalette({}); // back to the inherited one, of which remarks keep the ink
    if (level == FindingLevel::Info)
        return;
    QPalette palette = widget.palette();
    palette.setColor(QPalette::WindowText,
                     level == FindingLevel::Error ? errorInk() : warningInk());
    widget.setPalette(palette);
}

} // namespace sipenduduk
