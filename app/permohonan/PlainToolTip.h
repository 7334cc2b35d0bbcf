#pragma once

#include "app/widgets/PlainToolTip.h" // a shared piece; here for those who knew it here
