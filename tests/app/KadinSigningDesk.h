#pragma once

#include "app/net/Session.h"
#include "app/signing/SigningDialog.h"
#include "common/tte/seal/PracticePki.h"
#include "tests/app/PermohonanOffice.h"

#include <QTemporaryDir>
#include <QUrl>

#include <functional>
#include <memory>

namespace sipenduduk::test {

inline constexpr char KeyPin[] = "rahasia-latihan";

[[nodiscard]] const PracticePki &practicePki();
/// A Kadin whose certificate is good now; to be varied.
[[nodiscard]] PracticeOfficer kadinOfficer();
[[nodiscard]] const PracticeIdentity &kadinIdentity();

/// The Kadin's desk: the dialog before an office that offers a set of three drafts.
class KadinSigningDesk
{
public:
    /// The certificate that the office has registered; `count` permohonan with equal drafts.
    explicit KadinSigningDesk(const QByteArray &registered = kadinIdentity().certificateDer,
                              int count = 1);

    /// Puts a key file on the disk and its path into the dialog.
    void useKey(const QByteArray &bytes);
    /// Types the PIN, presses the button, and waits for the end or a message.
    void sign(const QString &pin = QString::fromLatin1(KeyPin));
    [[nodiscard]] QString message() const; ///< empty while none is shown

    template <typename Widget>
    [[nodiscard]] Widget *find(const QString &name) const
    {
        return dialog->findChild<Widget *>(name);
    }

    PermohonanOffice office;
    Session session;
    std::unique_ptr<SigningDialog> dialog;
    int acceptedSets = 0;
    int pinDokumen = 200;                 ///< as the office offers it
    PermohonanId refused{};               ///< the office takes no signature of this one
    std::function<void()> afterAccepting; ///< with acceptedSets counted already
    QList<QByteArray> signedFiles;        ///< of the accepted sets
    QUrl timestampUrl;                    ///< what the office offers
    QByteArray timestampRootPem;          ///< what it trusts besides practicePki()

private:
    [[nodiscard]] protocol::SigningOffer offer(const QByteArray &registered) const;
    [[nodiscard]] Result<protocol::ActReply> accept(const protocol::SignSet &message);

    QByteArray m_registered;
    QTemporaryDir m_folder;
};

} // namespace sipenduduk::test
