#pragma once

#include "server/portal/DraftStore.h"
#include "server/services/CitizenDesk.h"

#include <QJsonArray>
#include <QSet>

namespace sipenduduk {

class FormErrors;
class Visit;
struct Layanan;
struct WantedSyarat;

/// Name of the file input of a requirement: "berkas.ket-lahir".
[[nodiscard]] QString berkasName(const QString &requirement);

/// Judges the files that came with the form and keeps the good ones in `draft`; each bad one is
/// named in `errors`. Files for requirements not among `wanted` are dropped.
void takeBerkas(Visit &visit, const Layanan &layanan, const QSet<QString> &wanted,
                ApplicationDraft &draft, FormErrors &errors);

/// Does what a "hapus" button beside a kept file asks for. False when none was pressed.
[[nodiscard]] bool dropBerkasIfAsked(Visit &visit, ApplicationDraft &draft);

/// The inputs for the template: [{salahSatu, lengkap, pilihan: [{nama, namaSyarat, …}]}].
[[nodiscard]] QJsonArray berkasSlots(const Layanan &layanan, const QList<WantedSyarat> &wanted,
                                     const ApplicationDraft &draft, const FormErrors &errors);

[[nodiscard]] QSet<QString> codesOf(const QList<WantedSyarat> &wanted);
[[nodiscard]] QSet<QString> uploadedCodes(const ApplicationDraft &draft);

/// The kept files of `wanted`, to be sent. Storage.
[[nodiscard]] Result<QList<RawUpload>> rawUploads(const Visit &visit, const ApplicationDraft &draft,
                                                  const QSet<QString> &wanted);

} // namespace sipenduduk
