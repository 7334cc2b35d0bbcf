#pragma once

#include "common/IsianPermohonan.h"
#include "server/db/Answer.h"
#include "server/db/PemohonRepository.h"
#include "server/services/LoginThrottle.h"

#include <chrono>

namespace sipenduduk {

struct OfficeParts;

/// Bounds of the portal's accounts.
struct PortalAccountPolicy
{
    std::chrono::minutes codeLife{15};
    int codeTries = 5;
    std::chrono::seconds codePause{60}; ///< between two codes to one address
    int codesPerDay = 10;               ///< to one address: more is guessing, or a nuisance
    std::chrono::hours sessionLife{8};
};

/// Answer to a registration.
struct Registration
{
    QString email;           ///< as it is known from now on; goes back with the code
    QList<Finding> findings; ///< errors: nothing was registered and no code goes out
};

/// A proved address: the cookie's value, of which the office keeps only a hash.
struct PortalAdmission
{
    QString token; ///< 32 characters, 192 random bits
    PemohonRecord pemohon;
};

/// Citizens' accounts. There is no password: an account is an e-mail address, proved by a code of
/// six digits that is mailed to it. The functions that take a Connection run inside Store::write.
///
/// Nobody learns from the answers whether an address has an account.
class PortalAccounts
{
public:
    /// Fields of the registration that have a meaning of their own.
    static constexpr QLatin1StringView EmailField{"email"};
    static constexpr QLatin1StringView NameField{"nama"};
    static constexpr QLatin1StringView NikField{"nik"};
    static constexpr QLatin1StringView PhoneField{"hp"};

    /// `parts` outlives this. `secret`: 32 bytes or more that are not in the database; codes are
    /// hashed with it.
    PortalAccounts(const OfficeParts &parts, const QByteArray &secret,
                   const PortalAccountPolicy &policy = {});

    /// Opens an account, or mends one that was never proved, and mails a code. An account that
    /// was proved keeps its data and gets a code to log in with. Busy within codePause of the
    /// code before.
    [[nodiscard]] Answer<Registration> registerPemohon(const IsianPermohonan &data);
    [[nodiscard]] Result<Registration> registerPemohon(Connection &connection,
                                                       const IsianPermohonan &data,
                                                       const QDateTime &now) const;

    /// Mails a code to log in with; an address without an account is answered the same and gets
    /// nothing. InvalidArgument when it is no address at all, Busy within codePause.
    [[nodiscard]] Answer<> requestCode(const QString &email);
    /// NotFound for an address without an account.
    [[nodiscard]] Result<> requestCode(Connection &connection, const QString &email,
                                       const QDateTime &now) const;

    /// Opens a session. Unauthenticated for a wrong code or address, Expired for a right code
    /// that is too old, Locked after too many tries (ask for a new code).
    [[nodiscard]] Answer<PortalAdmission> verify(const QString &email, const QString &code);
    /// The outer result is the store's: a wrong code is counted, so its transaction is kept.
    [[nodiscard]] Result<Result<PortalAdmission>> verify(Connection &connection,
                                                         const QString &email, const QString &code,
                                                         const QDateTime &now) const;

    /// Whose session this is. Unauthenticated for an unknown or expired token.
    [[nodiscard]] Answer<PemohonRecord> lookup(const QString &token);
    [[nodiscard]] static Result<PemohonRecord> lookup(Connection &connection, const QString &token,
                                                      const QDateTime &now);

    [[nodiscard]] Answer<> logout(const QString &token);
    /// Drops sessions and codes that have ended; once an hour is enough.
    [[nodiscard]] Answer<> removeExpired();

    /// Lower case, no blanks around; InvalidArgument unless mail can be sent there.
    [[nodiscard]] static Result<QString> normalizedEmail(const QString &text);

private:
    Result<> sendCode(Connection &connection, const PemohonRecord &pemohon,
                      const QDateTime &now) const;
    Result<PemohonRecord> stored(Connection &connection, const PemohonRecord &wanted) const;
    Result<PortalAdmission> admit(Connection &connection, PemohonRecord pemohon,
                                  const QDateTime &now) const;
    Result<Result<PortalAdmission>> judge(Connection &connection, const PemohonRecord &pemohon,
                                          const QString &code, const QDateTime &now) const;
    [[nodiscard]] QByteArray codeHash(PemohonId pemohon, const QString &code) const;

    const OfficeParts &m_parts;
    const QByteArray m_secret;
    const PortalAccountPolicy m_policy;
    // An address without an account has the same pauses and tries as one with an account.
    LoginThrottle m_strangersAsking;
    LoginThrottle m_strangersToday;
    LoginThrottle m_strangersTrying;
};

} // namespace sipenduduk
