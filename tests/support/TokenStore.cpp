#include "tests/support/TokenStore.h"

#include "common/tte/Pkcs11Session_p.h"
#include "common/tte/x509/OpenSsl.h"

#include <catch2/catch_test_macros.hpp>

#include <QDir>
#include <QFile>
#include <QProcess>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace sipenduduk::test {

namespace {

constexpr char KeyId[] = "a1";

/// Subject of a certificate, as a token wants it beside the DER.
QByteArray subjectOf(const QByteArray &der)
{
    const auto *cursor = reinterpret_cast<const unsigned char *>(der.constData());
    const ossl::Cert certificate(d2i_X509(nullptr, &cursor, long(der.size())));
    REQUIRE(certificate);
    unsigned char *subject = nullptr;
    const int size = i2d_X509_NAME(X509_get_subject_name(certificate.get()), &subject);
    const ossl::Bytes owner(subject);
    return QByteArray(reinterpret_cast<const char *>(subject), size);
}

void storeCertificate(const CK_FUNCTION_LIST &functions, CK_SESSION_HANDLE session, QByteArray der,
                      QByteArray id)
{
    CK_OBJECT_CLASS kind = CKO_CERTIFICATE;
    CK_CERTIFICATE_TYPE format = CKC_X_509;
    CK_BBOOL yes = CK_TRUE;
    CK_BBOOL no = CK_FALSE;
    QByteArray subject = subjectOf(der);
    std::array wanted{CK_ATTRIBUTE{CKA_CLASS, &kind, sizeof kind},
                      CK_ATTRIBUTE{CKA_CERTIFICATE_TYPE, &format, sizeof format},
                      CK_ATTRIBUTE{CKA_TOKEN, &yes, sizeof yes},
                      CK_ATTRIBUTE{CKA_PRIVATE, &no, sizeof no},
                      CK_ATTRIBUTE{CKA_SUBJECT, subject.data(), CK_ULONG(subject.size())},
                      CK_ATTRIBUTE{CKA_ID, id.data(), CK_ULONG(id.size())},
                      CK_ATTRIBUTE{CKA_VALUE, der.data(), CK_ULONG(der.size())}};
    CK_OBJECT_HANDLE object = 0;
    REQUIRE(functions.C_CreateObject(session, wanted.data(), wanted.size(), &object) == CKR_OK);
}

void write(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    REQUIRE(file.open(QIODevice::WriteOnly));
    REQUIRE(file.write(bytes) == bytes.size());
}

void mustRun(const QString &program, const QStringList &arguments)
{
    QProcess process;
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(program, arguments);
    REQUIRE(process.waitForFinished());
    INFO(process.readAll().toStdString());
    REQUIRE(process.exitCode() == 0);
}

/// The module itself has no writing session: it only signs.
void storeCertificates(const QString &label, const QByteArray &own, const QByteArray &issuer)
{
    const auto module = Pkcs11Module::load(TokenStore::softHsm());
    REQUIRE(module);
    const auto tokens = (*module)->tokens();
    REQUIRE(tokens);
    const auto token = std::ranges::find(*tokens, label, &Token::label);
    REQUIRE(token != tokens->end());
    const CK_FUNCTION_LIST &functions = (*module)->functions();
    CK_SESSION_HANDLE session = 0;
    REQUIRE(functions.C_OpenSession(token->slot, CKF_SERIAL_SESSION | CKF_RW_SESSION, nullptr,
                                    nullptr, &session)
            == CKR_OK);
    QByteArray pin(TokenPin);
    REQUIRE(functions.C_Login(session, CKU_USER, reinterpret_cast<unsigned char *>(pin.data()),
                              CK_ULONG(pin.size()))
            == CKR_OK);
    storeCertificate(functions, session, own, QByteArray::fromHex(KeyId));
    storeCertificate(functions, session, issuer, "issuer");
    functions.C_Logout(session);
    functions.C_CloseSession(session);
}

} // namespace

TokenStore::TokenStore()
{
    REQUIRE(QDir(m_dir.path()).mkdir(u"tokens"_s));
    write(m_dir.filePath(u"softhsm.conf"_s),
          "directories.tokendir = " + QFile::encodeName(m_dir.filePath(u"tokens"_s))
              + "\nlog.level = ERROR\n");
    qputenv("SOFTHSM2_CONF", QFile::encodeName(m_dir.filePath(u"softhsm.conf"_s)));
    qputenv("TOKEN_PROXY_MODULE", QFile::encodeName(softHsm()));
}

TokenStore::~TokenStore()
{
    qunsetenv("SOFTHSM2_CONF");
}

QString TokenStore::softHsm()
{
    return u"/usr/lib/softhsm/libsofthsm2.so"_s;
}

QString TokenStore::proxy()
{
    return QStringLiteral(SIPENDUDUK_TOKEN_PROXY);
}

void TokenStore::add(const QString &label, const PracticeIdentity &identity, const char *passphrase,
                     const QByteArray &issuerDer)
{
    const QString pkcs12 = m_dir.filePath(u"identity.p12"_s);
    const QString key = m_dir.filePath(u"key.pem"_s);
    const QString pin = QString::fromLatin1(TokenPin);
    write(pkcs12, identity.pkcs12);
    mustRun(u"openssl"_s,
            {u"pkcs12"_s, u"-in"_s, pkcs12, u"-passin"_s,
             u"pass:"_s + QLatin1StringView(passphrase), u"-nocerts"_s, u"-noenc"_s, u"-out"_s,
             key});
    mustRun(u"softhsm2-util"_s,
            {u"--init-token"_s, u"--free"_s, u"--label"_s, label, u"--so-pin"_s, u"87654321"_s,
             u"--pin"_s, pin});
    mustRun(u"softhsm2-util"_s,
            {u"--import"_s, key, u"--token"_s, label, u"--label"_s, u"TTE"_s, u"--id"_s,
             QString::fromLatin1(KeyId), u"--pin"_s, pin});
    storeCertificates(label, identity.certificateDer, issuerDer);
}

} // namespace sipenduduk::test
