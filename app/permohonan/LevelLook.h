#pragma once

#include "common/Temuan.h"

class QWidget;

namespace sipenduduk {

/// Gives text the ink of its level; the level is always said in words too.
void setLevelColor(QWidget &widget, FindingLevel level);

} // namespace sipenduduk
