#pragma once

#include "common/Ids.h"

#include <QString>

namespace sipenduduk {

/// One permohonan whose set is to be signed, with what stands in the list for people.
struct SigningItem
{
    PermohonanId id{};
    QString number;
    QString title; ///< the service
};

} // namespace sipenduduk
