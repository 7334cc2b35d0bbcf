#include "server/portal/BerkasForm.h"

#include "common/SyaratPermohonan.h"
#include "server/portal/IsianForm.h"
#include "server/portal/PortalText.h"
#include "server/portal/UploadWords.h"
#include "server/portal/Visit.h"
#include "server/services/UploadCheck.h"

#include <QFile>
#include <QSemaphoreReleaser>

using namespace Qt::StringLiterals;

namespace sipenduduk {

namespace {

constexpr QLatin1StringView BerkasPrefix("berkas.");
constexpr QLatin1StringView DropPrefix("hapus.");
constexpr qsizetype MaxShownName = 120;

Result<CheckedUpload> judgeFile(Visit &visit, const UploadedFile &file)
{
    if (file.size() > MaxUploadSize)
        return fail(ErrorCode::TooLarge, u"bytes"_s);
    QFile stored(file.path());
    if (!stored.open(QIODevice::ReadOnly))
        return fail(ErrorCode::Storage, u"upload not readable"_s);
    const QByteArray bytes = stored.readAll();
    visit.parts().decoders.acquire();
    const QSemaphoreReleaser turn(visit.parts().decoders);
    return checkUpload(bytes);
}

Result<> keepFile(Visit &visit, ApplicationDraft &draft, const QString &requirement,
                  const UploadedFile &file)
{
    const auto checked = judgeFile(visit, file);
    if (!checked)
        return std::unexpected(checked.error());
    const PendingBerkas berkas{.id = {},
                               .requirement = requirement,
                               .fileName = file.fileName().left(MaxShownName),
                               .mediaType = checked->mediaType};
    return visit.parts().drafts.addBerkas(visit.pemohonId(), draft, berkas, checked->bytes,
                                          visit.now());
}

QJsonArray keptFiles(const ApplicationDraft &draft, const QString &requirement)
{
    QJsonArray files;
    for (const PendingBerkas &berkas : draft.berkasList) {
        if (berkas.requirement == requirement)
            files.append(QJsonObject{{u"id"_s, berkas.id},
                                     {u"namaBerkas"_s, berkas.fileName},
                                     {u"ukuran"_s, fileSize(berkas.size)}});
    }
    return files;
}

QJsonObject slotOf(const Syarat &syarat, bool isAlternative, const ApplicationDraft &draft,
                   const FormErrors &errors)
{
    const QString name = berkasName(syarat.code);
    const QString error = errors.message(name);
    const QJsonArray files = keptFiles(draft, syarat.code);
    return {{u"nama"_s, name},
            {u"namaSyarat"_s, syarat.name},
            {u"bila"_s, isAlternative ? syarat.condition : QString()},
            {u"galat"_s, error},
            {u"berkas"_s, files},
            {u"adaBerkas"_s, !files.isEmpty()},
            {u"penuh"_s, files.size() >= MaxBerkasPerRequirement}};
}

} // namespace

QString berkasName(const QString &requirement)
{
    return BerkasPrefix + requirement;
}

void takeBerkas(Visit &visit, const Layanan &layanan, const QSet<QString> &wanted,
                ApplicationDraft &draft, FormErrors &errors)
{
    QMap<QString, QStringList> refused; // by name of the input: it may have held several files
    for (const UploadedFile &file : visit.request().files) {
        const QString requirement = file.field().startsWith(BerkasPrefix)
            ? file.field().sliced(BerkasPrefix.size())
            : QString();
        if (!wanted.contains(requirement))
            continue;
        if (auto kept = keepFile(visit, draft, requirement, file); !kept)
            refused[file.field()].append(u"“%1”: %2"_s.arg(file.fileName().left(MaxShownName),
                                                           wordUploadError(kept.error())));
    }
    for (const auto &[name, messages] : refused.asKeyValueRange()) {
        const Syarat *syarat = layanan.requirement(name.sliced(BerkasPrefix.size()));
        errors.add(name, messages.join(u' '), syarat ? syarat->name : QString());
    }
}

bool dropBerkasIfAsked(Visit &visit, ApplicationDraft &draft)
{
    const QString action = visit.request().field(u"aksi");
    if (!action.startsWith(DropPrefix))
        return false;
    // A file that cannot be taken off the disk stays listed, and may be tried again.
    std::ignore = visit.parts().drafts.removeBerkas(visit.pemohonId(), draft,
                                                    action.sliced(DropPrefix.size()), visit.now());
    return true;
}

QJsonArray berkasSlots(const Layanan &layanan, const QList<WantedSyarat> &wanted,
                       const ApplicationDraft &draft, const FormErrors &errors)
{
    const QSet<QString> uploaded = uploadedCodes(draft);
    QJsonArray entries;
    for (const WantedSyarat &entry : wanted) {
        const bool isAlternative = entry.codes.size() > 1;
        QJsonArray inputs;
        bool isComplete = false;
        for (const QString &code : entry.codes) {
            if (const Syarat *syarat = layanan.requirement(code))
                inputs.append(slotOf(*syarat, isAlternative, draft, errors));
            isComplete = isComplete || uploaded.contains(code);
        }
        entries.append(QJsonObject{
            {u"salahSatu"_s, isAlternative}, {u"lengkap"_s, isComplete}, {u"pilihan"_s, inputs}});
    }
    return entries;
}

QSet<QString> codesOf(const QList<WantedSyarat> &wanted)
{
    QSet<QString> codes;
    for (const WantedSyarat &entry : wanted)
        codes.unite(QSet<QString>(entry.codes.cbegin(), entry.codes.cend()));
    return codes;
}

QSet<QString> uploadedCodes(const ApplicationDraft &draft)
{
    QSet<QString> codes;
    for (const PendingBerkas &berkas : draft.berkasList)
        codes.insert(berkas.requirement);
    return codes;
}

Result<QList<RawUpload>> rawUploads(const Visit &visit, const ApplicationDraft &draft,
                                    const QSet<QString> &wanted)
{
    QList<RawUpload> uploads;
    for (const PendingBerkas &berkas : draft.berkasList) {
        if (!wanted.contains(berkas.requirement))
            continue;
        auto bytes = visit.parts().drafts.bytes(visit.pemohonId(), draft, berkas);
        if (!bytes)
            return std::unexpected(bytes.error());
        uploads.append({berkas.requirement, berkas.fileName, std::move(*bytes)});
    }
    return uploads;
}

} // namespace sipenduduk
