#pragma once

#include <QString>

#include <expected>

namespace sipenduduk {

/// What went wrong, as callers branch on it. Numbers travel on the wire: append only.
enum class ErrorCode {
    InvalidArgument = 1, ///< the caller's input breaks a rule
    NotFound = 2,
    Conflict = 3,        ///< stale version, or somebody else was first
    Forbidden = 4,       ///< this duty, section or person may not
    Unauthenticated = 5, ///< nobody is logged in, or the password is wrong
    Locked = 6,          ///< account locked after failed log-ins
    NotAllowed = 7,      ///< the action does not exist in this state (Alur)
    Incomplete = 8,      ///< a guard is not met: verdicts, data, drafts, page views …
    FourEyes = 9,        ///< this person has already approved at another step
    TooLarge = 10,       ///< a size bound was exceeded before reading
    Malformed = 11,      ///< bytes that do not decode: frame, CBOR, JSON, PDF, picture
    Unsupported = 12,    ///< protocol version, PDF feature, key type …
    Storage = 13,        ///< disk full, database failure; nothing was written
    Network = 14,
    Untrusted = 15, ///< certificate or signature of a stranger
    Expired = 16,   ///< certificate, code or session out of date
    WrongPin = 17,
    Tampered = 18,         ///< bytes differ from what was approved or hashed
    PasswordRequired = 19, ///< the paraf window is closed: confirm the password again
    Busy = 20,             ///< a bounded queue is full; try again
    Held = 21,             ///< another officer has the berkas open (lease)
    Internal = 22,         ///< a defect of ours, with the detail for the log
};

/// A failure: a code that callers branch on, and a detail for the log and for the tests.
/// The detail never holds a name, a NIK or a key, and is never shown to a person as it is.
struct Error
{
    ErrorCode code = ErrorCode::Internal;
    QString detail;
    bool operator==(const Error &) const = default;
};

template <typename T = void>
using Result = std::expected<T, Error>;

[[nodiscard]] std::unexpected<Error> fail(ErrorCode code, QString detail);

} // namespace sipenduduk
