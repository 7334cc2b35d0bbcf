#pragma once

namespace sipenduduk {

/// Where the connection to the office stands. Only LoggedIn lets work be done.
enum class ConnectionState {
    Offline,    ///< no connection, none wanted yet, or the last attempt failed
    Connecting, ///< TCP, TLS and Hello under way for the log-in window
    Connected,  ///< the office has answered, nobody is logged in
    LoggingIn,
    LoggedIn,
    Reconnecting, ///< logged in before, the line is lost; attempts go on with back-off
};

/// Why there is no connection; the log-in window and the banner word each of them.
enum class ConnectionProblem {
    None,
    NoAddress,          ///< the server's address is missing or not host:port
    NoCa,               ///< the file with the office's CA is missing or holds no certificate
    Unreachable,        ///< no such host, refused, no route, timed out
    WrongCa,            ///< the server's certificate is not from the office's CA
    WrongHost,          ///< the certificate is for another host
    ExpiredCertificate, ///< out of its dates, or the clock of this computer is wrong
    InsecureServer,     ///< the other end does not speak TLS 1.3
    OtherVersion,       ///< the versions of the protocol do not meet
    BadAnswer,          ///< a frame that is too large or does not decode
    Lost,               ///< it was there and broke
};

enum class LogoutReason {
    Asked,        ///< the officer chose to
    Idle,         ///< nobody touched the computer for too long
    SessionEnded, ///< the office ended it, or the password is no longer right
};

} // namespace sipenduduk
