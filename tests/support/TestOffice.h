#pragma once

#include "common/tte/seal/PracticePki.h"
#include "server/db/BlobStore.h"
#include "server/db/Store.h"
#include "server/services/CitizenDesk.h"
#include "server/services/Intake.h"
#include "server/services/Office.h"
#include "server/services/OfficeParts.h"

#include <QDir>
#include <QTemporaryDir>

#include <map>
#include <memory>

namespace sipenduduk {

class DraftRenderer;
class OfficeSeal;

/// An office as the server composes it, in a temporary folder: the real store, blobs, catalogue,
/// renderer and seal; only the clock stands still until a test moves it. One officer for each
/// duty of the birth section, and one applicant.
class TestOffice
{
public:
    /// Its folder is made in `parent`.
    explicit TestOffice(const QString &parent = QDir::tempPath());
    ~TestOffice();

    /// The officer of that duty.
    [[nodiscard]] Session session(Role duty) const;
    [[nodiscard]] Actor actor(Role duty) const;
    /// Another officer with these duties, added to the database.
    [[nodiscard]] Session addOfficer(const QString &username,
                                     const QList<protocol::DutyScope> &duties);

    /// Runs in Store::write and waits.
    template <typename F>
    auto write(F function)
    {
        return store->write(std::move(function)).result();
    }
    template <typename F>
    auto read(F function)
    {
        return store->read(std::move(function)).result();
    }

    /// A birth with all that it needs, in `diajukan`: three dokumen when `withCard`, else the akta
    /// alone.
    [[nodiscard]] PermohonanId submitBirth(bool withCard = false);
    [[nodiscard]] static QMap<QString, QString> birthData();
    [[nodiscard]] Application birthApplication(bool withCard = false);

    /// Does one action as the officer of `duty`, with the present version and an input that meets
    /// every guard but the state's own; receives first when the holder has not.
    Result<protocol::ActReply> act(PermohonanId id, Role duty, Action action,
                                   const StepInput &input = {});
    /// The steps of the ordinary way, each through the services as a client would.
    void judgeAllInOrder(PermohonanId id);
    void enter(PermohonanId id);
    void makeDrafts(PermohonanId id);
    void approve(PermohonanId id, Role duty);
    /// Signs with bytes that no verifier has seen: for tests of what comes after.
    Result<protocol::ActReply> recordSigned(PermohonanId id, const Session &by);
    /// The same without having been shown a page.
    Result<protocol::ActReply> recordUnseen(PermohonanId id, const Session &by);
    void showAllPages(PermohonanId id, const Session &officer);

    /// Brings a new birth to this state with this holder.
    [[nodiscard]] PermohonanId bringTo(Status status, Role holder, bool withCard = true);

    [[nodiscard]] PermohonanHead head(PermohonanId id);
    [[nodiscard]] Permohonan permohonan(PermohonanId id);
    [[nodiscard]] QList<DokumenRecord> dokumenList(PermohonanId id);
    [[nodiscard]] StepInput fullInput(PermohonanId id, Action action);

    QTemporaryDir folder;
    QDateTime now;
    KatalogLayanan katalog;
    std::unique_ptr<Store> store;
    std::unique_ptr<BlobStore> blobs;
    std::unique_ptr<DraftRenderer> renderer;
    std::unique_ptr<OfficeSeal> seal;
    OfficeParts parts;
    std::unique_ptr<Office> office;
    std::unique_ptr<CitizenDesk> citizens;
    PemohonId pemohon{};
    QByteArray caPem; ///< anchor of the seal

private:
    void addOfficers();
    void addPemohon();
    void passOn(PermohonanId id, Status target);

    std::map<Role, Session> m_sessions;
    QByteArray m_scanSha256;
    int m_births = 0;
};

} // namespace sipenduduk
