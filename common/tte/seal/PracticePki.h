#pragma once

#include "common/Result.h"

#include <QByteArray>
#include <QDateTime>
#include <QString>

#include <memory>

namespace sipenduduk {

/// A practice officer's certificate, as it is to be made.
struct PracticeOfficer
{
    QString commonName;
    QDateTime notBefore;      ///< UTC
    QDateTime notAfter;       ///< UTC; a past one makes an expired certificate
    bool isForSigning = true; ///< false: keyEncipherment only, which no signer may use
    bool isEc = false;        ///< P-256 instead of RSA-2048
};

/// A practice identity: what BSrE would hand to a Kadin.
struct PracticeIdentity
{
    QByteArray pkcs12;         ///< key, certificate and intermediate, PBES2 AES-256
    QByteArray certificateDer; ///< to be registered at the server
};

/// Stand-in for BSrE in `mode = latihan` and in the tests: a root and an issuing authority of
/// its own, unrelated to the office's. Never used where real documents are issued.
class PracticePki
{
public:
    /// New root and issuing authority, valid from one day before `now` (UTC) for ten years.
    [[nodiscard]] static Result<PracticePki> create(const QString &rootName, const QDateTime &now);

    PracticePki(PracticePki &&) noexcept;
    PracticePki &operator=(PracticePki &&) noexcept;
    ~PracticePki();

    [[nodiscard]] QByteArray rootPem() const;         ///< the anchor
    [[nodiscard]] QByteArray intermediatePem() const; ///< travels in the PKCS#12 as well

    /// A new key and certificate in a PKCS#12 under `passphrase` (UTF-8).
    [[nodiscard]] Result<PracticeIdentity> issue(const PracticeOfficer &officer,
                                                 const QByteArray &passphrase) const;

private:
    struct Private;
    explicit PracticePki(std::unique_ptr<Private> d);
    std::unique_ptr<Private> m_d;
};

} // namespace sipenduduk
