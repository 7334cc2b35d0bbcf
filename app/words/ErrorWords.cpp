#include "app/words/Words.h"

#include <QCoreApplication>

namespace sipenduduk {

namespace {

struct ErrorTr
{
    Q_DECLARE_TR_FUNCTIONS(Words)
};

} // namespace

QString words::ofError(const Error &error)
{
    switch (error.code) {
    case ErrorCode::InvalidArgument:
        return ErrorTr::tr("The office does not accept this entry. Check what was typed.");
    case ErrorCode::NotFound:
        return ErrorTr::tr("This is not in the office's records, or it is no longer there.");
    case ErrorCode::Conflict:
        return ErrorTr::tr("Another officer changed this in the meantime. Load it again first.");
    case ErrorCode::Forbidden: return ErrorTr::tr("Your duty does not include this permohonan.");
    case ErrorCode::Unauthenticated:
        return ErrorTr::tr("The password is not right, or nobody is logged in any more.");
    case ErrorCode::Locked:
        return ErrorTr::tr("The account is locked after too many failed attempts. Try again in a "
                           "while, or ask the administrator to unlock it.");
    case ErrorCode::NotAllowed:
        return ErrorTr::tr("This cannot be done in the present state of the permohonan.");
    case ErrorCode::Incomplete:
        return ErrorTr::tr("Something is still missing before this can be done.");
    case ErrorCode::FourEyes:
        return ErrorTr::tr("You have already approved this permohonan at another step. "
                           "Another officer must do this one.");
    case ErrorCode::TooLarge: return ErrorTr::tr("The file is too large.");
    case ErrorCode::Malformed: return ErrorTr::tr("The file or the answer cannot be read.");
    case ErrorCode::Unsupported: return ErrorTr::tr("This kind of file or key is not supported.");
    case ErrorCode::Storage:
        return ErrorTr::tr("The office's server could not store this; nothing was changed. "
                           "Tell the administrator.");
    case ErrorCode::Network: return ErrorTr::tr("There is no connection to the office's server.");
    case ErrorCode::Untrusted:
        return ErrorTr::tr("The certificate is not from an authority that is trusted here.");
    case ErrorCode::Expired: return ErrorTr::tr("The certificate or the code is out of date.");
    case ErrorCode::WrongPin: return ErrorTr::tr("The PIN is wrong.");
    case ErrorCode::Tampered:
        return ErrorTr::tr("The bytes are not those that were approved. Nothing was done; "
                           "tell the administrator.");
    case ErrorCode::PasswordRequired: return ErrorTr::tr("Confirm your password first.");
    case ErrorCode::Busy: return ErrorTr::tr("The office's server is busy. Try again in a moment.");
    case ErrorCode::Held:
        return ErrorTr::tr("Another officer has this permohonan open at the moment.");
    case ErrorCode::Internal: break;
    }
    return ErrorTr::tr("The program met an unexpected fault. Tell the administrator.");
}

QString words::ofProblem(ConnectionProblem problem)
{
    switch (problem) {
    case ConnectionProblem::None: return {};
    case ConnectionProblem::NoAddress:
        return ErrorTr::tr("The address of the office's server is missing or not right. "
                           "It is written as name:port.");
    case ConnectionProblem::NoCa:
        return ErrorTr::tr("The file with the office's CA certificate is missing or cannot be "
                           "read. Choose the file that the administrator gave you.");
    case ConnectionProblem::Unreachable:
        return ErrorTr::tr("The office's server does not answer. Check the network and the "
                           "address of the server.");
    case ConnectionProblem::WrongCa:
        return ErrorTr::tr("The server's certificate was not issued by this office, so nothing "
                           "was sent to it. Do not go on; tell the administrator.");
    case ConnectionProblem::WrongHost:
        return ErrorTr::tr("The server's certificate belongs to another address. Check the "
                           "address of the server.");
    case ConnectionProblem::ExpiredCertificate:
        return ErrorTr::tr("The server's certificate is out of date. Check the date of this "
                           "computer, then tell the administrator.");
    case ConnectionProblem::InsecureServer:
        return ErrorTr::tr("The server does not offer a connection that is secure enough "
                           "(TLS 1.3). Tell the administrator.");
    case ConnectionProblem::OtherVersion:
        return ErrorTr::tr("This program and the office's server are of different versions. "
                           "Ask the administrator for an update.");
    case ConnectionProblem::BadAnswer:
        return ErrorTr::tr("The server sent something that cannot be understood. The connection "
                           "was closed.");
    case ConnectionProblem::Lost:
        return ErrorTr::tr("The connection to the office's server was lost.");
    }
    return {};
}

QString words::ofState(ConnectionState state)
{
    switch (state) {
    case ConnectionState::Offline: return ErrorTr::tr("Not connected");
    case ConnectionState::Connecting: return ErrorTr::tr("Connecting…");
    case ConnectionState::Connected: return ErrorTr::tr("Connected");
    case ConnectionState::LoggingIn: return ErrorTr::tr("Logging in…");
    case ConnectionState::LoggedIn: return ErrorTr::tr("Connected");
    case ConnectionState::Reconnecting: return ErrorTr::tr("Connection lost");
    }
    return {};
}

QString words::ofLogout(LogoutReason reason)
{
    switch (reason) {
    case LogoutReason::Asked: return {};
    case LogoutReason::Idle:
        return ErrorTr::tr("You were logged out because the computer was not used for a while. "
                           "What you were doing is still there.");
    case LogoutReason::SessionEnded:
        return ErrorTr::tr("The office's server ended your session. Log in again; what you were "
                           "doing is still there.");
    }
    return {};
}

} // namespace sipenduduk
