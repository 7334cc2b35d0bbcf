#pragma once

#include "tests/tte/TestAuthority.h"

#include <QTemporaryDir>

namespace sipenduduk::test {

/// What the authority's records say of one certificate.
struct RecordedCertificate
{
    QByteArray der;
    QDateTime revokedAt = {};            ///< UTC; invalid: it was not
    QByteArray reason = "keyCompromise"; ///< as RFC 5280 spells it; empty: none is given
};

/// How answers are made.
struct ResponderOptions
{
    QDateTime at = testNow().addSecs(120);       ///< UTC, what the responder's clock says
    int hours = 168;                             ///< until nextUpdate
    const KeyedCertificate *responder = nullptr; ///< null: the issuing authority itself
    const KeyedCertificate *issuer = nullptr;    ///< null: that of authority()
    QByteArray listExtensions = {};              ///< for a CRL, lines of x509v3_config(5)
};

/// The revocation service of an authority: the openssl program over these records. A certificate
/// that is not among them is unknown to it.
class TestResponder
{
public:
    explicit TestResponder(const QList<RecordedCertificate> &records,
                           ResponderOptions options = {});

    /// The OCSPResponse (DER) to an OCSPRequest (DER), as HTTP would carry it.
    [[nodiscard]] QByteArray reply(const QByteArray &requestDer) const;

    /// The answer about a certificate (DER).
    [[nodiscard]] QByteArray answerAbout(const QByteArray &certificate) const;

    /// The revocation list (DER).
    [[nodiscard]] QByteArray list() const;

private:
    [[nodiscard]] QString path(const char *name) const;
    void run(const QStringList &arguments) const;

    ResponderOptions m_options;
    QTemporaryDir m_dir;
};

} // namespace sipenduduk::test
