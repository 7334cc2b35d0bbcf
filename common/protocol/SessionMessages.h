#pragma once

#include "common/Ids.h"
#include "common/Status.h"
#include "common/protocol/Message.h"

#include <QDateTime>
#include <QList>
#include <QString>

namespace sipenduduk::protocol {

/// Answer to a request without data of its own.
struct Done
{
    static constexpr MessageType Type = MessageType::Ping;
    bool operator==(const Done &) const = default;
};

/// Answer to a request that failed; `detail` is a technical word, never shown as it is.
struct ErrorReply
{
    static constexpr MessageType Type = MessageType::Error;
    ErrorCode code = ErrorCode::Internal;
    QString detail;
    bool operator==(const ErrorReply &) const = default;
};

struct HelloReply
{
    static constexpr MessageType Type = MessageType::Hello;
    int version = 0;
    QString office;          ///< name to show in the log-in window
    bool isPractice = false; ///< mode = latihan: must be unmistakable on every screen
    QDateTime serverTime;
    bool operator==(const HelloReply &) const = default;
};

/// First message of a connection. Unsupported when the versions do not meet.
struct Hello
{
    static constexpr MessageType Type = MessageType::Hello;
    using Reply = HelloReply;
    int version = ProtocolVersion;
    QString client; ///< program and version, for the log
    bool operator==(const Hello &) const = default;
};

/// A duty that an officer holds, and the section (Kasi, Editor) or division (Kabid) it is for.
struct DutyScope
{
    Role role = Role::None;
    QString scope; ///< seksi or bidang code; empty: the whole office
    bool operator==(const DutyScope &) const = default;
};

struct LoginReply
{
    static constexpr MessageType Type = MessageType::Login;
    UserId user{};
    QString name;
    QString nip;
    QString title; ///< of the office held, as it stands under a signature
    QList<DutyScope> duties;
    bool operator==(const LoginReply &) const = default;
};

/// Unauthenticated for a wrong name or password alike, Locked after too many failures.
struct Login
{
    static constexpr MessageType Type = MessageType::Login;
    using Reply = LoginReply;
    QString username;
    QString password;
    bool operator==(const Login &) const = default;
};

struct Logout
{
    static constexpr MessageType Type = MessageType::Logout;
    using Reply = Done;
    bool operator==(const Logout &) const = default;
};

struct ConfirmPasswordReply
{
    static constexpr MessageType Type = MessageType::ConfirmPassword;
    QDateTime until; ///< parafs may be given until then
    bool operator==(const ConfirmPasswordReply &) const = default;
};

/// Opens the window in which parafs may be given.
struct ConfirmPassword
{
    static constexpr MessageType Type = MessageType::ConfirmPassword;
    using Reply = ConfirmPasswordReply;
    QString password;
    bool operator==(const ConfirmPassword &) const = default;
};

/// Heartbeat: keeps the connection, the session and its leases alive.
struct Ping
{
    static constexpr MessageType Type = MessageType::Ping;
    using Reply = Done;
    bool operator==(const Ping &) const = default;
};

} // namespace sipenduduk::protocol
