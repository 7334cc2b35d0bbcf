#include "common/tte/sign/KeyOptions.h"

#include "common/tte/Pkcs11Key.h"
#include "common/tte/sign/PinInput.h"

#include <QTextStream>

using namespace Qt::StringLiterals;

namespace sipenduduk {

int complain(const QString &sentence, int code)
{
    QTextStream(stderr) << sentence << Qt::endl;
    return code;
}

KeyOptions::KeyOptions()
    : m_file(u"p12"_s, u"Berkas kunci (PKCS#12)."_s, u"BERKAS"_s)
    , m_module(u"module"_s, u"Driver token (modul PKCS#11)."_s, u"BERKAS"_s)
    , m_token(u"token"_s, u"Label token, bila terpasang lebih dari satu."_s, u"LABEL"_s)
    , m_id(u"id"_s, u"Nomor kunci di token (heksadesimal), bila lebih dari satu."_s, u"HEX"_s)
    , m_pinDescriptor(u"pin-fd"_s,
                      u"Membaca PIN dari baris pertama deskriptor ini; bawaan: diketik."_s, u"N"_s)
{
}

void KeyOptions::addTo(QCommandLineParser &parser) const
{
    parser.addOptions({m_file, m_module, m_token, m_id, m_pinDescriptor});
}

bool KeyOptions::areGood(const QCommandLineParser &parser) const
{
    return parser.isSet(m_file) != parser.isSet(m_module)
        && parser.isSet(m_pinDescriptor) == pinDescriptor(parser).has_value();
}

QString KeyOptions::file(const QCommandLineParser &parser) const
{
    return parser.value(m_file);
}

QString KeyOptions::module(const QCommandLineParser &parser) const
{
    return parser.value(m_module);
}

std::optional<int> KeyOptions::pinDescriptor(const QCommandLineParser &parser) const
{
    bool isNumber = false;
    const int descriptor = parser.value(m_pinDescriptor).toInt(&isNumber);
    return isNumber && descriptor >= 0 ? std::optional(descriptor) : std::nullopt;
}

Result<std::shared_ptr<SigningKey>> KeyOptions::open(const QCommandLineParser &parser) const
{
    if (parser.isSet(m_module))
        return openToken(parser);
    auto pin = readPin(pinDescriptor(parser), u"PIN berkas kunci: "_s);
    if (!pin)
        return std::unexpected(pin.error());
    return openKey(KeyFile{parser.value(m_file)}, std::move(*pin), QDateTime::currentDateTimeUtc());
}

Result<std::shared_ptr<SigningKey>> KeyOptions::openToken(const QCommandLineParser &parser) const
{
    const auto loaded = Pkcs11Module::load(module(parser));
    if (!loaded)
        return std::unexpected(loaded.error());
    const auto tokens = (*loaded)->tokens();
    if (!tokens)
        return std::unexpected(tokens.error());
    if (tokens->isEmpty())
        return fail(ErrorCode::NotFound, u"token removed"_s);
    QList<TokenKey> fitting;
    bool hasPinPad = false;
    for (const Token &token : *tokens) {
        if (parser.isSet(m_token) && token.label != parser.value(m_token))
            continue;
        for (const TokenIdentity &identity : token.identities) {
            if (parser.isSet(m_id)
                && identity.id != QByteArray::fromHex(parser.value(m_id).toLatin1()))
                continue;
            fitting.append({module(parser), token.label, token.serial, identity.id});
            hasPinPad = token.hasPinPad;
        }
    }
    if (fitting.isEmpty())
        return fail(ErrorCode::Incomplete, u"identity"_s);
    if (fitting.size() > 1)
        return fail(ErrorCode::InvalidArgument,
                    u"ada beberapa kunci; pilih dengan --token dan --id (lihat list-keys)"_s);
    QByteArray none;
    auto pin =
        hasPinPad ? Result<Pin>(Pin::take(none)) : readPin(pinDescriptor(parser), u"PIN token: "_s);
    if (!pin)
        return std::unexpected(pin.error());
    return openKey(fitting.first(), std::move(*pin), QDateTime::currentDateTimeUtc());
}

} // namespace sipenduduk
