#pragma once

#include <QtTypes>

namespace sipenduduk {

// Strong ids: two of them cannot be mistaken for each other. 0 means "none".
enum class UserId : qint64 {};
enum class PemohonId : qint64 {};
enum class PermohonanId : qint64 {};
enum class DokumenId : qint64 {};
enum class BerkasId : qint64 {};

} // namespace sipenduduk
