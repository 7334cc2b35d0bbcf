#pragma once

#include "common/Layanan.h"
#include "server/portal/DraftStore.h"

#include <QJsonObject>

#include <optional>

namespace sipenduduk {

class HttpResponse;
class Visit;

/// The way to an application: questions, data, files, last look.
enum class ApplyStep { Questions, Data, Berkas, Review };

/// One request on that way: the service, and what is saved of the application so far. Holds the
/// account's lock: two requests at once do not overwrite each other.
struct Applying
{
    const Layanan &layanan;
    QMutexLocker<QMutex> lock;
    ApplicationDraft draft;

    /// None when there is no such service.
    [[nodiscard]] static std::optional<Applying> begin(Visit &visit);

    [[nodiscard]] QString path(ApplyStep step) const;
    /// Whether the service asks anything before the data.
    [[nodiscard]] bool hasQuestions() const;
    /// The first step at which something is wanting; Review when nothing is.
    [[nodiscard]] ApplyStep firstOpenStep(const QDate &today) const;

    /// What every step shows: service, and where on the way one is.
    [[nodiscard]] QJsonObject view(ApplyStep step) const;
    [[nodiscard]] QString generalHeading() const;
};

} // namespace sipenduduk
