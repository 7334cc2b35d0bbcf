#include "tests/support/TestCertificates.h"

#include <QFile>

using namespace Qt::StringLiterals;

namespace sipenduduk::test {

namespace {

void writePem(const QString &fileName, const QByteArray &pem)
{
    QFile file(fileName);
    if (!file.open(QIODevice::WriteOnly) || file.write(pem) != pem.size())
        qFatal("cannot write a test certificate");
}

} // namespace

TestCertificates::TestCertificates()
    : m_caFile(m_folder.filePath(u"office-ca.pem"_s))
    , m_foreignCaFile(m_folder.filePath(u"foreign-ca.pem"_s))
{
    const QDateTime now = QDateTime::currentDateTimeUtc().addSecs(-3600);
    const QDateTime longAgo = now.addYears(-5); // the authority lives for ten years
    auto office = OfficeCa::create(u"Test office"_s, longAgo);
    auto foreign = OfficeCa::create(u"Foreign office"_s, longAgo);
    if (!office || !foreign)
        qFatal("cannot make the test authorities");
    const QStringList here{u"127.0.0.1"_s, u"localhost"_s};
    m_valid = office->issueTlsServerCertificate(here, now).value();
    m_expired = office->issueTlsServerCertificate(here, longAgo).value();
    m_otherHost = office->issueTlsServerCertificate({u"server.elsewhere.test"_s}, now).value();
    writePem(m_caFile, office->pem()->certificatePem);
    writePem(m_foreignCaFile, foreign->pem()->certificatePem);
}

const TestCertificates &testCertificates()
{
    static const TestCertificates certificates;
    return certificates;
}

} // namespace sipenduduk::test
