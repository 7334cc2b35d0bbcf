#pragma once

#include "common/tte/KeySource.h"

#include <QWidget>

#include <memory>
#include <optional>

namespace Ui {
class KeyChooser;
}

namespace sipenduduk {

class TokenWatch;

/// Where the key is: a file, or a certificate on a token, with what the token says of its PIN.
/// Remembers the last choice on this computer.
class KeyChooser : public QWidget
{
    Q_OBJECT

public:
    explicit KeyChooser(QWidget *parent = nullptr);
    ~KeyChooser() override;

    /// Nothing until a file or a certificate is chosen.
    [[nodiscard]] std::optional<KeySource> source() const;
    /// False when the PIN is typed on the reader's own pad.
    [[nodiscard]] bool isPinTypedHere() const;
    /// For the next time.
    void remember() const;
    /// While a key is in use, no new look at the tokens begins.
    void setInUse(bool isInUse);

Q_SIGNALS:
    void changed();
    void chosen(); ///< by the file dialog: the PIN comes next

private:
    void restore();
    void chooseFile();
    void chooseModule();
    void selectModule(const QString &path);
    void watchTokens();
    void showTokens(const Result<QList<Token>> &tokens);
    void showTokenState();
    void updatePanels();
    [[nodiscard]] const Token *chosenToken() const;

    std::unique_ptr<Ui::KeyChooser> m_ui;
    TokenWatch *m_watch;
    QList<Token> m_tokens;
    QString m_watched;                ///< module whose tokens are shown
    std::optional<TokenKey> m_wanted; ///< the remembered or chosen one, also while it is away
};

} // namespace sipenduduk
