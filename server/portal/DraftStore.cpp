#include "server/portal/DraftStore.h"

#include "server/portal/PortalLog.h"
#include "server/portal/http/CsrfTokens.h"

#include <QCryptographicHash>
#include <QDir>
#include <QDirIterator>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMessageAuthenticationCode>
#include <QSaveFile>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace sipenduduk {

namespace {

const QString DraftFile = u"isian.json"_s;
const QString SentFile = u"terkirim.json"_s;
constexpr qint64 MaxDraftFile = 4 * 1024 * 1024; ///< far more than any form can hold
constexpr int MaxSent = 50;

template <typename Value>
QJsonObject jsonOfMap(const QMap<QString, Value> &map)
{
    QJsonObject object;
    for (const auto &[key, value] : map.asKeyValueRange())
        object.insert(key, value);
    return object;
}

QString isoTime(const QDateTime &time)
{
    return time.isValid() ? time.toUTC().toString(Qt::ISODateWithMs) : QString();
}

QDateTime timeOf(const QJsonValue &value)
{
    return QDateTime::fromString(value.toString(), Qt::ISODateWithMs);
}

QByteArray jsonOfDraft(const ApplicationDraft &draft)
{
    QJsonArray berkasList;
    for (const PendingBerkas &berkas : draft.berkasList)
        berkasList.append(QJsonObject{{u"id"_s, berkas.id},
                                      {u"syarat"_s, berkas.requirement},
                                      {u"nama"_s, berkas.fileName},
                                      {u"jenis"_s, berkas.mediaType},
                                      {u"ukuran"_s, berkas.size}});
    return QJsonDocument(QJsonObject{{u"formulir"_s, draft.formId},
                                     {u"nama"_s, draft.name},
                                     {u"disimpan"_s, isoTime(draft.savedAt)},
                                     {u"dikirim"_s, isoTime(draft.sendingSince)},
                                     {u"jawaban"_s, jsonOfMap(draft.answers)},
                                     {u"isian"_s, jsonOfMap(draft.data)},
                                     {u"berkas"_s, berkasList}})
        .toJson(QJsonDocument::Compact);
}

ApplicationDraft draftOfJson(const QJsonObject &object)
{
    ApplicationDraft draft;
    draft.formId = object[u"formulir"].toString();
    draft.name = object[u"nama"].toString();
    draft.savedAt = timeOf(object[u"disimpan"]);
    draft.sendingSince = timeOf(object[u"dikirim"]);
    const QJsonObject answers = object[u"jawaban"].toObject();
    for (auto item = answers.begin(); item != answers.end(); ++item)
        draft.answers.insert(item.key(), item->toBool());
    const QJsonObject data = object[u"isian"].toObject();
    for (auto item = data.begin(); item != data.end(); ++item)
        draft.data.insert(item.key(), item->toString());
    for (const QJsonValue &value : object[u"berkas"].toArray())
        draft.berkasList.append({.id = value[u"id"].toString(),
                                 .requirement = value[u"syarat"].toString(),
                                 .fileName = value[u"nama"].toString(),
                                 .mediaType = value[u"jenis"].toString(),
                                 .size = value[u"ukuran"].toInteger()});
    return draft;
}

QJsonObject readJson(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly) || file.size() > MaxDraftFile)
        return {};
    return QJsonDocument::fromJson(file.readAll()).object();
}

Result<> writePrivately(const QString &path, const QByteArray &bytes)
{
    QSaveFile file(path);
    const bool isWritten = file.open(QIODevice::WriteOnly)
        && file.setPermissions(QFile::ReadOwner | QFile::WriteOwner)
        && file.write(bytes) == bytes.size() && file.commit();
    if (isWritten)
        return {};
    qCCritical(lcPortal, "a draft cannot be stored: %d", int(file.error()));
    return fail(ErrorCode::Storage, u"draft not stored"_s);
}

Result<> makePrivateFolder(const QString &path)
{
    constexpr auto OwnerOnly = QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner;
    if (QDir(path).exists() || QDir().mkdir(path, OwnerOnly))
        return {};
    qCCritical(lcPortal, "a folder for drafts cannot be made");
    return fail(ErrorCode::Storage, u"draft folder not made"_s);
}

bool isExpired(const ApplicationDraft &draft, const QDateTime &now)
{
    return !draft.savedAt.isValid() || draft.savedAt.addDuration(DraftLife) <= now;
}

/// A folder that nothing was made in or taken from for so long.
bool isOldFolder(const QString &path, const QDateTime &now)
{
    return QFileInfo(path).lastModified().addDuration(DraftLife) <= now;
}

qint64 sizeOf(const ApplicationDraft &draft)
{
    qint64 size = 0;
    for (const PendingBerkas &berkas : draft.berkasList)
        size += berkas.size;
    return size;
}

QStringList foldersIn(const QString &path)
{
    return QDir(path).entryList(QDir::Dirs | QDir::NoDotAndDotDot);
}

} // namespace

bool ApplicationDraft::isEmpty() const
{
    return answers.isEmpty() && data.isEmpty() && berkasList.isEmpty();
}

DraftStore::DraftStore(QString directory, QByteArray secret)
    : m_directory(std::move(directory))
    , m_secret(std::move(secret))
{
}

DraftStore::~DraftStore() = default;

QMutexLocker<QMutex> DraftStore::lock(PemohonId pemohon)
{
    return QMutexLocker(&m_locks[size_t(pemohon) % m_locks.size()]);
}

QString DraftStore::accountFolder(PemohonId pemohon) const
{
    const QByteArray name = QMessageAuthenticationCode::hash(
        "draft/" + QByteArray::number(qint64(pemohon)), m_secret, QCryptographicHash::Sha256);
    return m_directory + u'/' + QString::fromLatin1(name.toHex());
}

QString DraftStore::draftFolder(PemohonId pemohon, const QString &name) const
{
    const QByteArray hash =
        QMessageAuthenticationCode::hash(name.toUtf8(), m_secret, QCryptographicHash::Sha256);
    return accountFolder(pemohon) + u'/' + QString::fromLatin1(hash.toHex());
}

ApplicationDraft DraftStore::load(PemohonId pemohon, const QString &name,
                                  const QDateTime &now) const
{
    ApplicationDraft draft = draftOfJson(readJson(draftFolder(pemohon, name) + u'/' + DraftFile));
    if (draft.name == name && !draft.formId.isEmpty() && !isExpired(draft, now))
        return draft;
    ApplicationDraft fresh;
    fresh.formId = QString::fromLatin1(randomToken(24));
    fresh.name = name;
    return fresh;
}

QList<ApplicationDraft> DraftStore::list(PemohonId pemohon, const QDateTime &now) const
{
    QList<ApplicationDraft> drafts;
    const QString account = accountFolder(pemohon);
    for (const QString &folder : foldersIn(account)) {
        const ApplicationDraft draft =
            draftOfJson(readJson(account + u'/' + folder + u'/' + DraftFile));
        if (!isExpired(draft, now) && !draft.isEmpty())
            drafts.append(draft);
    }
    std::ranges::sort(drafts, std::ranges::greater(), &ApplicationDraft::savedAt);
    return drafts;
}

Result<> DraftStore::save(PemohonId pemohon, ApplicationDraft &draft, const QDateTime &now)
{
    const QString account = accountFolder(pemohon);
    if (auto made = makePrivateFolder(account); !made)
        return made;
    const QString folder = draftFolder(pemohon, draft.name);
    if (!QDir(folder).exists() && foldersIn(account).size() >= MaxDraftsPerPemohon)
        return fail(ErrorCode::Busy, u"too many drafts"_s);
    if (auto made = makePrivateFolder(folder); !made)
        return made;
    draft.savedAt = now;
    return writePrivately(folder + u'/' + DraftFile, jsonOfDraft(draft));
}

void DraftStore::discard(PemohonId pemohon, const QString &name)
{
    QDir folder(draftFolder(pemohon, name));
    if (folder.exists() && !folder.removeRecursively())
        qCWarning(lcPortal, "a draft cannot be removed");
}

Result<> DraftStore::addBerkas(PemohonId pemohon, ApplicationDraft &draft,
                               const PendingBerkas &berkas, const QByteArray &bytes,
                               const QDateTime &now)
{
    const auto sameRequirement =
        std::ranges::count(draft.berkasList, berkas.requirement, &PendingBerkas::requirement);
    if (sameRequirement >= MaxBerkasPerRequirement)
        return fail(ErrorCode::TooLarge, u"berkas"_s);
    if (sizeOf(draft) + bytes.size() > MaxDraftSize)
        return fail(ErrorCode::TooLarge, u"draft"_s);
    if (auto saved = save(pemohon, draft, now); !saved) // makes the folder
        return saved;
    PendingBerkas added = berkas;
    added.id = QString::fromLatin1(randomToken(18));
    added.size = bytes.size();
    const QString path = draftFolder(pemohon, draft.name) + u'/' + added.id;
    if (auto written = writePrivately(path, bytes); !written)
        return written;
    draft.berkasList.append(added);
    return save(pemohon, draft, now);
}

Result<> DraftStore::removeBerkas(PemohonId pemohon, ApplicationDraft &draft,
                                  const QString &berkasId, const QDateTime &now)
{
    const auto found = std::ranges::find(draft.berkasList, berkasId, &PendingBerkas::id);
    if (found == draft.berkasList.end())
        return {}; // pressed twice
    const QString path = draftFolder(pemohon, draft.name) + u'/' + found->id;
    draft.berkasList.erase(found);
    if (auto saved = save(pemohon, draft, now); !saved)
        return saved;
    QFile::remove(path);
    return {};
}

Result<QByteArray> DraftStore::bytes(PemohonId pemohon, const ApplicationDraft &draft,
                                     const PendingBerkas &berkas) const
{
    QFile file(draftFolder(pemohon, draft.name) + u'/' + berkas.id);
    if (!file.open(QIODevice::ReadOnly) || file.size() != berkas.size)
        return fail(ErrorCode::Storage, u"pending file not readable"_s);
    return file.readAll();
}

Result<> DraftStore::markSent(PemohonId pemohon, const ApplicationDraft &draft,
                              const QString &number, const QDateTime &now)
{
    const QString path = accountFolder(pemohon) + u'/' + SentFile;
    QJsonArray sent = readJson(path)[u"terkirim"].toArray();
    while (sent.size() >= MaxSent)
        sent.removeFirst();
    sent.append(QJsonObject{
        {u"formulir"_s, draft.formId}, {u"nomor"_s, number}, {u"waktu"_s, isoTime(now)}});
    const QByteArray json = QJsonDocument(QJsonObject{{u"terkirim"_s, sent}}).toJson();
    if (auto written = writePrivately(path, json); !written)
        return written;
    discard(pemohon, draft.name);
    return {};
}

QString DraftStore::sentAs(PemohonId pemohon, const QString &formId) const
{
    const QJsonArray list =
        readJson(accountFolder(pemohon) + u'/' + SentFile)[u"terkirim"].toArray();
    for (const QJsonValue &entry : list) {
        if (!formId.isEmpty() && entry[u"formulir"].toString() == formId)
            return entry[u"nomor"].toString();
    }
    return {};
}

void DraftStore::removeExpired(const QDateTime &now)
{
    for (const QString &account : foldersIn(m_directory)) {
        const QString accountPath = m_directory + u'/' + account;
        for (const QString &draft : foldersIn(accountPath)) {
            const QString path = accountPath + u'/' + draft;
            const ApplicationDraft kept = draftOfJson(readJson(path + u'/' + DraftFile));
            // A folder without a draft may be one that is just being made.
            if (isExpired(kept, now) && (kept.savedAt.isValid() || isOldFolder(path, now)))
                QDir(path).removeRecursively();
        }
        if (foldersIn(accountPath).isEmpty() && isOldFolder(accountPath, now))
            QDir(accountPath).removeRecursively();
    }
}

} // namespace sipenduduk
