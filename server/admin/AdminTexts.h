#pragma once

#include <QCoreApplication>

namespace sipenduduk {

/// Everything that is said to an administrator is translated in this one context. Its name is the
/// class's own without the namespace: lupdate takes that for what it cannot resolve.
struct AdminTexts
{
    Q_DECLARE_TR_FUNCTIONS(AdminTexts)
};

} // namespace sipenduduk
