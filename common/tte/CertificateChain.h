#pragma once

#include <QByteArray>
#include <QList>

namespace sipenduduk {

/// DER: `signer`, its issuer, the issuer's issuer … as far as `others` reach, without the root.
/// What is no certificate is passed over.
[[nodiscard]] QList<QByteArray> orderedChain(const QByteArray &signer,
                                             const QList<QByteArray> &others);

} // namespace sipenduduk
