#pragma once

#include "common/Result.h"

#include <memory>

namespace sipenduduk {

/// Starts QCA (provider plug-ins, locked memory) and ends it.
///
/// The program owns exactly one, made in main() after the QCoreApplication and destroyed after
/// the last Pin and SigningKey: the plug-ins that hold the keys are unloaded with it.
class TteRuntime
{
public:
    TteRuntime();
    ~TteRuntime();
    TteRuntime(const TteRuntime &) = delete;
    TteRuntime &operator=(const TteRuntime &) = delete;

    /// Unsupported when QCA's OpenSSL plug-in is not installed (package libqca-qt6-plugins).
    [[nodiscard]] static Result<> check();

private:
    struct Private;
    std::unique_ptr<Private> m_d;
};

} // namespace sipenduduk
