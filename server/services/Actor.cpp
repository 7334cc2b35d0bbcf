#include "server/services/Actor.h"

namespace sipenduduk {

Actor Actor::officer(const Session &session, Role duty, const QDateTime &now)
{
    Actor actor;
    actor.duty = duty;
    actor.session = session;
    actor.isPasswordFresh = session.passwordUntil.isValid() && now < session.passwordUntil;
    return actor;
}

Actor Actor::applicant(PemohonId pemohon)
{
    Actor actor;
    actor.duty = Role::Pemohon;
    actor.pemohon = pemohon;
    return actor;
}

Actor Actor::system()
{
    Actor actor;
    actor.duty = Role::Sistem;
    return actor;
}

} // namespace sipenduduk
