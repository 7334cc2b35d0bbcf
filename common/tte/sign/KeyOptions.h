#pragma once

#include "common/tte/KeySource.h"

#include <QCommandLineParser>

#include <optional>

namespace sipenduduk {

inline constexpr int ExitDone = 0;
inline constexpr int ExitRefused = 1; ///< nothing was written; the reason stands on the terminal
inline constexpr int ExitWrongCall = 2;

/// Says it on standard error and gives `code`.
int complain(const QString &sentence, int code);

/// The options that say where the key is and where its PIN comes from.
class KeyOptions
{
public:
    KeyOptions();

    void addTo(QCommandLineParser &parser) const;

    /// The one --p12 or --module; nothing when it is not exactly one, or --pin-fd is no number.
    [[nodiscard]] bool areGood(const QCommandLineParser &parser) const;
    [[nodiscard]] QString file(const QCommandLineParser &parser) const;
    [[nodiscard]] QString module(const QCommandLineParser &parser) const;
    [[nodiscard]] std::optional<int> pinDescriptor(const QCommandLineParser &parser) const;

    /// Opens the chosen key: of several identities on a token the one of --token and --id. Asks for
    /// the PIN where it is typed here. Errors of openKey() and readPin(); Incomplete (no such
    /// identity), InvalidArgument (several would do).
    [[nodiscard]] Result<std::shared_ptr<SigningKey>> open(const QCommandLineParser &parser) const;

private:
    [[nodiscard]] Result<std::shared_ptr<SigningKey>> openToken(
        const QCommandLineParser &parser) const;

    QCommandLineOption m_file;
    QCommandLineOption m_module;
    QCommandLineOption m_token;
    QCommandLineOption m_id;
    QCommandLineOption m_pinDescriptor;
};

} // namespace sipenduduk
