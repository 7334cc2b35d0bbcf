#include "common/tte/verify/RevocationAnswer.h"

#include <openssl/objects.h>

namespace sipenduduk {

bool isAboutTime(const RevocationQuery &query, const QDateTime &thisUpdate,
                 const QDateTime &nextUpdate)
{
    if (!thisUpdate.isValid() || thisUpdate > query.now.addSecs(ClockTolerance)
        || (nextUpdate.isValid() && nextUpdate < thisUpdate))
        return false;
    return thisUpdate.addSecs(ClockTolerance) >= query.at
        || (nextUpdate.isValid() && nextUpdate >= query.at);
}

bool isStrongSignature(int signatureNid)
{
    int digest = NID_undef;
    int key = NID_undef;
    if (OBJ_find_sigid_algs(signatureNid, &digest, &key) != 1)
        return false;
    return (digest == NID_sha256 || digest == NID_sha384 || digest == NID_sha512)
        && (key == NID_rsaEncryption || key == NID_X9_62_id_ecPublicKey);
}

} // namespace sipenduduk
