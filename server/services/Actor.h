#pragma once

#include "common/Ids.h"
#include "common/Status.h"
#include "server/services/Session.h"

namespace sipenduduk {

/// Who does one step, under which duty. Made from a session by its door, never from a message.
struct Actor
{
    Role duty = Role::None;
    Session session;     ///< for officers
    PemohonId pemohon{}; ///< for the applicant
    bool isPasswordFresh = false;

    [[nodiscard]] static Actor officer(const Session &session, Role duty, const QDateTime &now);
    [[nodiscard]] static Actor applicant(PemohonId pemohon);
    [[nodiscard]] static Actor system();

    /// Whoever came with a session is one, whatever duty his message claims: else an officer who
    /// says that he is the server would be asked for no duty at all.
    [[nodiscard]] bool isOfficer() const
    {
        return session.user != UserId{} || (duty != Role::Pemohon && duty != Role::Sistem);
    }
};

} // namespace sipenduduk
