#include "app/signing/TokenModules.h"

#include <QFileInfo>
#include <QStringList>

using namespace Qt::StringLiterals;

namespace sipenduduk {

namespace {

struct KnownModule
{
    QLatin1StringView name;
    QLatin1StringView file;
};

/// What the vendors' installers call their files on Linux.
constexpr KnownModule KnownModules[] = {
    {"OpenSC"_L1, "opensc-pkcs11.so"_L1},
    {"SafeNet / Thales eToken"_L1, "libeToken.so"_L1},
    {"SafeNet / Thales eToken"_L1, "libeTPkcs11.so"_L1},
    {"Thales IDPrime"_L1, "libIDPrimePKCS11.so"_L1},
    {"Feitian ePass2003"_L1, "libcastle.so"_L1},
    {"Bit4id"_L1, "libbit4xpki.so"_L1},
    {"Gemalto"_L1, "libgclib.so"_L1},
    {"YubiKey"_L1, "libykcs11.so"_L1},
    {"Nitrokey / CardContact"_L1, "libsc-hsm-pkcs11.so"_L1},
    {"SoftHSM"_L1, "libsofthsm2.so"_L1},
    {"p11-kit"_L1, "p11-kit-proxy.so"_L1},
};

constexpr QLatin1StringView ModuleFolders[] = {
    "/usr/lib/x86_64-linux-gnu/pkcs11"_L1,
    "/usr/lib/x86_64-linux-gnu"_L1,
    "/usr/lib/aarch64-linux-gnu/pkcs11"_L1,
    "/usr/lib/aarch64-linux-gnu"_L1,
    "/usr/lib/pkcs11"_L1,
    "/usr/lib/softhsm"_L1,
    "/usr/lib64"_L1,
    "/usr/lib"_L1,
    "/usr/local/lib"_L1,
};

} // namespace

QList<TokenModule> installedTokenModules()
{
    QList<TokenModule> found;
    QStringList seen; // the same file under two names is one module
    for (const KnownModule &known : KnownModules) {
        for (const QLatin1StringView folder : ModuleFolders) {
            const QString path = QFileInfo(folder + u'/' + known.file).canonicalFilePath();
            if (path.isEmpty() || seen.contains(path))
                continue;
            seen.append(path);
            found.append({known.name, path});
        }
    }
    return found;
}

} // namespace sipenduduk
