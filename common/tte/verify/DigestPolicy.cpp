#include "common/tte/verify/DigestPolicy.h"

#include "common/tte/verify/Der.h"
#include "common/tte/x509/OpenSsl.h"

namespace sipenduduk {

namespace {

const DigestPolicy DigestTable[] = {
    {QByteArrayView("\x60\x86\x48\x01\x65\x03\x04\x02\x01"), EVP_sha256, "SHA-256"},
    {QByteArrayView("\x60\x86\x48\x01\x65\x03\x04\x02\x02"), EVP_sha384, "SHA-384"},
    {QByteArrayView("\x60\x86\x48\x01\x65\x03\x04\x02\x03"), EVP_sha512, "SHA-512"},
};

} // namespace

AlgorithmIdentifier algorithmOf(QByteArrayView der)
{
    DerReader outer(der);
    const auto sequence = outer.next(0x30);
    if (!sequence)
        return {};
    DerReader inner(sequence->content);
    const auto oid = inner.next(0x06);
    if (!oid)
        return {};
    if (inner.atEnd())
        return {oid->content, false, true};
    const auto null = inner.next(0x05);
    return {oid->content, true, null && null->content.isEmpty() && inner.atEnd()};
}

const DigestPolicy *DigestPolicy::named(const AlgorithmIdentifier &algorithm)
{
    for (const DigestPolicy &policy : DigestTable) {
        if (algorithm.isGood && policy.oid == algorithm.oid)
            return &policy;
    }
    return nullptr;
}

const DigestPolicy *DigestPolicy::sha256()
{
    return &DigestTable[0];
}

const DigestPolicy *DigestPolicy::sha384()
{
    return &DigestTable[1];
}

const DigestPolicy *DigestPolicy::sha512()
{
    return &DigestTable[2];
}

QByteArray DigestPolicy::hash(QByteArrayView before, QByteArrayView after) const
{
    const ossl::DigestContext context(EVP_MD_CTX_new());
    unsigned char out[EVP_MAX_MD_SIZE];
    unsigned int size = 0;
    if (EVP_DigestInit_ex(context.get(), make(), nullptr) != 1
        || EVP_DigestUpdate(context.get(), before.data(), size_t(before.size())) != 1
        || EVP_DigestUpdate(context.get(), after.data(), size_t(after.size())) != 1
        || EVP_DigestFinal_ex(context.get(), out, &size) != 1)
        return {};
    return QByteArray(reinterpret_cast<const char *>(out), qsizetype(size));
}

} // namespace sipenduduk
