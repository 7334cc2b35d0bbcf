#include "common/tte/KeySource.h"

#include "common/tte/Pkcs11Key.h"
#include "common/tte/SoftKey.h"
#include "common/tte/TteRuntime.h"

#include <QFile>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sipenduduk {

namespace {

Result<std::unique_ptr<SigningKey>> openFile(const KeyFile &source, const Pin &pin,
                                             const QDateTime &now)
{
    QFile file(source.path);
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorCode::NotFound, u"key file"_s);
    if (file.size() > MaxPkcs12Size)
        return fail(ErrorCode::TooLarge, u"key file"_s);
    return openPkcs12(file.read(MaxPkcs12Size), pin, now);
}

Result<std::unique_ptr<SigningKey>> openToken(const TokenKey &source, Pin pin, const QDateTime &now)
{
    auto module = Pkcs11Module::load(source.module);
    if (!module)
        return std::unexpected(module.error());
    const auto tokens = (*module)->tokens();
    if (!tokens)
        return std::unexpected(tokens.error());
    const auto token = std::ranges::find_if(*tokens, [&](const Token &candidate) {
        return candidate.label == source.label && candidate.serial == source.serial;
    });
    if (token == tokens->end())
        return fail(ErrorCode::NotFound, u"token removed"_s);
    const auto identity = std::ranges::find(token->identities, source.id, &TokenIdentity::id);
    if (identity == token->identities.end())
        return fail(ErrorCode::Incomplete, u"the certificate is no longer on the token"_s);
    return Pkcs11Key::open(std::move(*module), *token, *identity, std::move(pin), now);
}

} // namespace

Result<std::shared_ptr<SigningKey>> openKey(const KeySource &source, Pin pin, const QDateTime &now)
{
    if (const auto ready = TteRuntime::check(); !ready)
        return std::unexpected(ready.error());
    const auto *file = std::get_if<KeyFile>(&source);
    auto key = file ? openFile(*file, pin, now)
                    : openToken(std::get<TokenKey>(source), std::move(pin), now);
    if (!key)
        return std::unexpected(key.error());
    return std::shared_ptr<SigningKey>(std::move(*key));
}

} // namespace sipenduduk
