#pragma once

#include "common/tte/seal/OfficeCa.h"

#include <QByteArray>
#include <QDateTime>
#include <QString>
#include <QTemporaryDir>

namespace sipenduduk::test {

/// An authority of the tests' own with certificates for 127.0.0.1 and localhost.
class TestCertificates
{
public:
    TestCertificates();

    /// File with the CA, as an officer's settings name it.
    [[nodiscard]] QString caFile() const { return m_caFile; }
    /// A second office's CA.
    [[nodiscard]] QString foreignCaFile() const { return m_foreignCaFile; }

    [[nodiscard]] const IssuedCertificate &valid() const { return m_valid; }
    [[nodiscard]] const IssuedCertificate &expired() const { return m_expired; }
    [[nodiscard]] const IssuedCertificate &forAnotherHost() const { return m_otherHost; }

private:
    QTemporaryDir m_folder;
    QString m_caFile;
    QString m_foreignCaFile;
    IssuedCertificate m_valid;
    IssuedCertificate m_expired;
    IssuedCertificate m_otherHost;
};

/// Made once per test program: a key pair costs time.
[[nodiscard]] const TestCertificates &testCertificates();

} // namespace sipenduduk::test
