#pragma once

#include "common/tte/Pkcs11Module.h"

#include <p11-kit/pkcs11.h>

#include <span>

namespace sipenduduk {

/// What a code of PKCS#11 means to the one who signs. NotFound says "token removed".
[[nodiscard]] std::unexpected<Error> pkcs11Failure(CK_RV code);

/// A text without the blanks that PKCS#11 pads it with.
[[nodiscard]] QString paddedText(const CK_UTF8CHAR *text, qsizetype size);

/// One session with a token; ends with this. The end of the last one logs out.
class Pkcs11Session
{
public:
    /// `functions` outlive the session.
    [[nodiscard]] static Result<Pkcs11Session> open(const CK_FUNCTION_LIST &functions,
                                                    CK_SLOT_ID slot);

    Pkcs11Session(Pkcs11Session &&other) noexcept;
    Pkcs11Session &operator=(Pkcs11Session &&) = delete;
    ~Pkcs11Session();

    [[nodiscard]] CK_SESSION_HANDLE handle() const { return m_handle; }
    [[nodiscard]] const CK_FUNCTION_LIST &functions() const { return *m_functions; }

    /// At most 64 objects that have these attributes.
    [[nodiscard]] Result<QList<CK_OBJECT_HANDLE>> find(std::span<CK_ATTRIBUTE> wanted) const;
    /// Content of an attribute, at most 64 KiB; empty when the object has none.
    [[nodiscard]] QByteArray attribute(CK_OBJECT_HANDLE object, CK_ATTRIBUTE_TYPE type) const;

private:
    Pkcs11Session(const CK_FUNCTION_LIST &functions, CK_SESSION_HANDLE handle);

    const CK_FUNCTION_LIST *m_functions;
    CK_SESSION_HANDLE m_handle;
};

/// DER of the certificates on a token, those of authorities among them; `id` is CKA_ID.
struct TokenCertificate
{
    QByteArray id;
    QString label;
    QByteArray der;
};
[[nodiscard]] Result<QList<TokenCertificate>> certificatesOn(const Pkcs11Session &session);

/// Those that belong to a person: no authority's, and with an id that a key may have too. (Keys are
/// not seen before the PIN.)
[[nodiscard]] Result<QList<TokenIdentity>> identitiesOn(const Pkcs11Session &session);

} // namespace sipenduduk
