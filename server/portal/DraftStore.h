#pragma once

#include "common/Ids.h"
#include "common/Result.h"

#include <QByteArray>
#include <QDateTime>
#include <QList>
#include <QMap>
#include <QMutex>
#include <QString>

#include <array>
#include <memory>

namespace sipenduduk {

struct CheckedUpload;

/// A file that was uploaded and judged, and waits for its application to be sent.
struct PendingBerkas
{
    QString id{}; ///< random; its name on the disk and in the form
    QString requirement{};
    QString fileName{};
    QString mediaType{};
    qint64 size = 0;
    bool operator==(const PendingBerkas &) const = default;
};

/// An application, or the answer to a revision, that its applicant has not sent yet.
struct ApplicationDraft
{
    QString formId; ///< random; goes with the form, so that sending twice is noticed
    QString name;   ///< see DraftStore
    QDateTime savedAt;
    QMap<QString, bool> answers;
    QMap<QString, QString> data;
    QList<PendingBerkas> berkasList;
    QDateTime sendingSince; ///< valid while it is being sent, or when a crash cut that short

    [[nodiscard]] bool isEmpty() const;
};

inline constexpr int MaxBerkasPerRequirement = 5;
inline constexpr int MaxDraftsPerPemohon = 12;
inline constexpr qint64 MaxDraftSize = 64 * 1024 * 1024; ///< bytes of all files of one draft
inline constexpr std::chrono::days DraftLife{7};         ///< after the last change

/// What citizens have filled in and uploaded but not sent: nothing typed is lost with a session, a
/// broken line or a restart. One draft per account and name; a name is a service's code, or the
/// number of a permohonan that is being mended.
///
/// Files of mode 0600 below a private directory whose names are keyed hashes and random numbers.
/// Functions are thread-safe, those on one account only under its lock().
class DraftStore
{
public:
    /// `directory` must exist. `secret`: 32 bytes or more.
    DraftStore(QString directory, QByteArray secret);
    ~DraftStore();

    [[nodiscard]] QMutexLocker<QMutex> lock(PemohonId pemohon);

    /// A fresh, empty one when there is none (any more).
    [[nodiscard]] ApplicationDraft load(PemohonId pemohon, const QString &name,
                                        const QDateTime &now) const;
    [[nodiscard]] QList<ApplicationDraft> list(PemohonId pemohon, const QDateTime &now) const;
    /// Sets savedAt. Storage; Busy when this account has too many drafts.
    [[nodiscard]] Result<> save(PemohonId pemohon, ApplicationDraft &draft, const QDateTime &now);
    void discard(PemohonId pemohon, const QString &name);

    /// Adds a file and saves. TooLarge (detail `berkas`: too many for the requirement, `draft`: too
    /// much in all), Storage.
    [[nodiscard]] Result<> addBerkas(PemohonId pemohon, ApplicationDraft &draft,
                                     const PendingBerkas &berkas, const QByteArray &bytes,
                                     const QDateTime &now);
    [[nodiscard]] Result<> removeBerkas(PemohonId pemohon, ApplicationDraft &draft,
                                        const QString &berkasId, const QDateTime &now);
    [[nodiscard]] Result<QByteArray> bytes(PemohonId pemohon, const ApplicationDraft &draft,
                                           const PendingBerkas &berkas) const;

    /// Remembers which permohonan a form became, and drops the draft.
    [[nodiscard]] Result<> markSent(PemohonId pemohon, const ApplicationDraft &draft,
                                    const QString &number, const QDateTime &now);
    /// Number that the form became; empty when it was not sent.
    [[nodiscard]] QString sentAs(PemohonId pemohon, const QString &formId) const;

    /// Drops drafts that nobody has touched for DraftLife.
    void removeExpired(const QDateTime &now);

private:
    [[nodiscard]] QString accountFolder(PemohonId pemohon) const;
    [[nodiscard]] QString draftFolder(PemohonId pemohon, const QString &name) const;

    const QString m_directory;
    const QByteArray m_secret;
    std::array<QMutex, 64> m_locks;
};

} // namespace sipenduduk
