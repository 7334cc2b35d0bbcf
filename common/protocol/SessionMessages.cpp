#include "common/protocol/SessionMessages.h"

#include "common/protocol/Codec.h"

namespace sipenduduk::protocol {

template <Is<Done> S>
void visit(S &, auto &)
{
}

template <Is<ErrorReply> S>
void visit(S &m, auto &v)
{
    v(1, m.code);
    v(2, m.detail);
}

template <Is<HelloReply> S>
void visit(S &m, auto &v)
{
    v(1, m.version);
    v(2, m.office, 200);
    v(3, m.isPractice);
    v(4, m.serverTime);
}

template <Is<Hello> S>
void visit(S &m, auto &v)
{
    v(1, m.version);
    v(2, m.client, 100);
}

template <Is<DutyScope> S>
void visit(S &m, auto &v)
{
    v(1, m.role);
    v(2, m.scope, 64);
}

template <Is<LoginReply> S>
void visit(S &m, auto &v)
{
    v(1, m.user);
    v(2, m.name, 200);
    v(3, m.nip, 32);
    v(4, m.title, 200);
    v(5, m.duties, 32);
}

template <Is<Login> S>
void visit(S &m, auto &v)
{
    v(1, m.username, 64);
    v(2, m.password, 256);
}

template <Is<Logout> S>
void visit(S &, auto &)
{
}

template <Is<ConfirmPasswordReply> S>
void visit(S &m, auto &v)
{
    v(1, m.until);
}

template <Is<ConfirmPassword> S>
void visit(S &m, auto &v)
{
    v(1, m.password, 256);
}

template <Is<Ping> S>
void visit(S &, auto &)
{
}

SIPENDUDUK_MESSAGE(Done);
SIPENDUDUK_MESSAGE(ErrorReply);
SIPENDUDUK_MESSAGE(HelloReply);
SIPENDUDUK_MESSAGE(Hello);
SIPENDUDUK_MESSAGE(LoginReply);
SIPENDUDUK_MESSAGE(Login);
SIPENDUDUK_MESSAGE(Logout);
SIPENDUDUK_MESSAGE(ConfirmPasswordReply);
SIPENDUDUK_MESSAGE(ConfirmPassword);
SIPENDUDUK_MESSAGE(Ping);

} // namespace sipenduduk::protocol
