#pragma once

#include "common/Result.h"

#include <QByteArray>
#include <QDateTime>
#include <QString>
#include <QStringList>

#include <memory>

namespace sipenduduk {

/// A certificate with its private key, both PEM (PKCS#8, unencrypted). The caller writes the key
/// with mode 0600 and nowhere else.
struct IssuedCertificate
{
    QByteArray certificatePem;
    QByteArray keyPem;
};

/// The office's own certification authority (EC P-256): made once by `setup`, trusted by the
/// office's clients, and the anchor of exported kartu kendali. It issues no TTE certificates.
class OfficeCa
{
public:
    static constexpr int CaYears = 10;
    static constexpr int SealYears = 10;
    static constexpr int ServerDays = 825;

    /// New authority with this common name, valid CaYears from `now` (UTC).
    [[nodiscard]] static Result<OfficeCa> create(const QString &commonName, const QDateTime &now);

    /// Reads back what pem() gave; Malformed, or InvalidArgument when key and certificate differ.
    [[nodiscard]] static Result<OfficeCa> fromPem(const IssuedCertificate &pem);

    OfficeCa(OfficeCa &&) noexcept;
    OfficeCa &operator=(OfficeCa &&) noexcept;
    ~OfficeCa();

    [[nodiscard]] Result<IssuedCertificate> pem() const;

    /// TLS server certificate for these DNS names and IP addresses (at least one), ServerDays.
    [[nodiscard]] Result<IssuedCertificate> issueTlsServerCertificate(const QStringList &hosts,
                                                                      const QDateTime &now) const;

    /// Certificate of the seal under exports; its extended key usage (SealPurpose.h) is critical
    /// and its own, so that no other certificate of this authority can seal.
    [[nodiscard]] Result<IssuedCertificate> issueSealCertificate(const QString &commonName,
                                                                 const QDateTime &now) const;

private:
    struct Private;
    explicit OfficeCa(std::unique_ptr<Private> d);
    std::unique_ptr<Private> m_d;
};

} // namespace sipenduduk
