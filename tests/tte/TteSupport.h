#pragma once

#include "common/Result.h"
#include "common/tte/DraftSigner.h"
#include "common/tte/SoftKey.h"
#include "common/tte/TteRuntime.h"
#include "common/tte/seal/PracticePki.h"
#include "common/tte/verify/SignedDraftCheck.h"

#include <QByteArray>
#include <QDateTime>
#include <QString>
#include <QStringList>

#include <memory>

namespace sipenduduk::test {

inline constexpr char Passphrase[] = "rahasia-latihan";

/// The moment at which all tests sign: 22 November 2026 03:15:00 UTC.
[[nodiscard]] QDateTime testNow();

/// One practice authority for the whole run: RSA keys are slow to make.
[[nodiscard]] const PracticePki &pki();
/// A Kadin whose certificate is good at testNow().
[[nodiscard]] const PracticeIdentity &kadin();
/// A certificate issued by pki() as `officer` says.
[[nodiscard]] PracticeIdentity identityFor(const PracticeOfficer &officer);
/// The officer behind kadin(), to be varied.
[[nodiscard]] PracticeOfficer goodOfficer();
[[nodiscard]] TrustAnchors practiceAnchors();

/// A PDF by QPdfWriter; `filler` bytes of incompressible picture make it larger.
[[nodiscard]] QByteArray qtPdf(bool isLandscape = false, qsizetype filler = 0);
/// `pdf` after one pass of qpdf with these arguments.
[[nodiscard]] QByteArray throughQpdf(const QByteArray &pdf, const QStringList &arguments);
/// A PDF that cairo, ghostscript and their like might write: by hand, xref table, no final newline.
[[nodiscard]] QByteArray plainPdf(const QByteArray &pageMembers = {},
                                  const QByteArray &catalogMembers = {},
                                  const QByteArray &moreObjects = {});

/// Starts QCA, opens the Kadin's key and signs as the client does.
class Signer
{
public:
    explicit Signer(const PracticeIdentity &identity = kadin());
    /// With a key that is open already.
    explicit Signer(std::unique_ptr<SigningKey> key);
    ~Signer();

    [[nodiscard]] Result<SignedAppendix> sign(const QByteArray &draft);
    [[nodiscard]] Result<SignedAppendix> sign(const DraftSigningRequest &request);
    [[nodiscard]] SigningKey &key() { return *m_key; }
    [[nodiscard]] SignatureLook &look() { return *m_look; }

private:
    TteRuntime m_runtime;
    std::unique_ptr<SigningKey> m_key;
    std::unique_ptr<SignatureLook> m_look;
};

[[nodiscard]] DraftSigningRequest requestFor(const QByteArray &draft);
[[nodiscard]] QByteArray parafFor(const QByteArray &draft);
/// What the server expects of a signature by kadin() under `draft`.
[[nodiscard]] SignedDraftExpectation expectationFor(const QByteArray &draft);

/// draft + appendix, signed by the Kadin; made once per draft content.
[[nodiscard]] QByteArray signedFile(const QByteArray &draft);

struct ToolOutput
{
    int exitCode = -1;
    QString text; ///< both channels
};
/// Runs a program of the environment to its end.
[[nodiscard]] ToolOutput runTool(const QString &program, const QStringList &arguments);

void writeFile(const QString &path, const QByteArray &bytes);
[[nodiscard]] QByteArray readFile(const QString &path);

} // namespace sipenduduk::test
