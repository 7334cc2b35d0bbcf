#pragma once

#include "common/tte/x509/CertificateInfo.h"

#include <QList>
#include <QString>

#include <memory>

struct _CK_FUNCTION_LIST; // p11-kit's name for the PKCS#11 table

namespace sipenduduk {

/// How many wrong PINs a token still forgives, as far as it tells.
enum class PinTries { Enough, Low, LastOne, Locked };

/// A person's certificate on a token. Its key is seen only after the PIN.
struct TokenIdentity
{
    QByteArray id; ///< CKA_ID, the same for certificate and key
    QString label;
    CertificateInfo certificate;
    bool operator==(const TokenIdentity &) const = default;
};

/// A smart card or USB token in a reader.
struct Token
{
    unsigned long slot = 0;
    QString label;
    QString serial; ///< with the label, how a token is known again
    QString manufacturer;
    PinTries pinTries = PinTries::Enough;
    bool hasPinPad = false; ///< the PIN is typed on the reader, never here
    QList<TokenIdentity> identities;
    bool operator==(const Token &) const = default;
};

/// A vendor's PKCS#11 module: one for all who ask for it, as long as one of them holds it (a module
/// that two parts of a program start and end on their own ends for both). The calls take as long as
/// the reader does: on a worker.
class Pkcs11Module
{
public:
    /// NotFound when there is no such file, Unsupported when it is no PKCS#11 module or does not
    /// start. Thread-safe.
    [[nodiscard]] static Result<std::shared_ptr<Pkcs11Module>> load(const QString &path);

    ~Pkcs11Module();
    Pkcs11Module(const Pkcs11Module &) = delete;
    Pkcs11Module &operator=(const Pkcs11Module &) = delete;

    /// The initialised tokens in the readers, with the certificates that can be seen without a PIN.
    /// One that cannot be read is passed over; its error comes when no other is there.
    [[nodiscard]] Result<QList<Token>> tokens() const;

    /// Another value whenever a token came or went or counts its PIN tries anew; opens no session,
    /// so that it may be asked every few seconds.
    [[nodiscard]] QByteArray presence() const;

    [[nodiscard]] const _CK_FUNCTION_LIST &functions() const { return *m_functions; }

private:
    struct Registry;
    static Registry &registry();
    static Result<std::shared_ptr<Pkcs11Module>> start(const QString &path);
    static void end(const QString &path, Pkcs11Module *module);
    [[nodiscard]] Result<QList<unsigned long>> slotsWithToken() const;
    [[nodiscard]] Result<Token> tokenIn(unsigned long slot) const;
    Pkcs11Module(void *library, _CK_FUNCTION_LIST *functions);

    void *m_library;
    _CK_FUNCTION_LIST *m_functions;
};

} // namespace sipenduduk
