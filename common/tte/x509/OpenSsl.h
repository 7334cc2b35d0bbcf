#pragma once

#include <openssl/bio.h>
#include <openssl/cms.h>
#include <openssl/evp.h>
#include <openssl/pkcs12.h>
#include <openssl/x509.h>
#include <openssl/x509v3.h>

#include <memory>

/// Owners for the C objects of OpenSSL, so that every one of them has exactly one.
namespace sipenduduk::ossl {

template <auto Function>
struct Free
{
    template <typename T>
    void operator()(T *object) const
    {
        Function(object);
    }
};

inline void freeCertificates(STACK_OF(X509) * stack)
{
    sk_X509_pop_free(stack, X509_free);
}

inline void freeString(unsigned char *bytes)
{
    OPENSSL_free(bytes);
}

using Bio = std::unique_ptr<BIO, Free<BIO_free_all>>;
using Cert = std::unique_ptr<X509, Free<X509_free>>;
using CertStack = std::unique_ptr<STACK_OF(X509), Free<freeCertificates>>;
using Cms = std::unique_ptr<CMS_ContentInfo, Free<CMS_ContentInfo_free>>;
using DigestContext = std::unique_ptr<EVP_MD_CTX, Free<EVP_MD_CTX_free>>;
using Key = std::unique_ptr<EVP_PKEY, Free<EVP_PKEY_free>>;
using Pkcs12 = std::unique_ptr<PKCS12, Free<PKCS12_free>>;
using Bytes = std::unique_ptr<unsigned char, Free<freeString>>;

} // namespace sipenduduk::ossl
