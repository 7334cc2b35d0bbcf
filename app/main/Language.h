#pragma once

#include <QString>
#include <QTranslator>

namespace sipenduduk {

/// Loads the translation of "id" or "en" and sets the locale of numbers and dates. Indonesian
/// whatever the system speaks: the officers' language is that of the forms.
class Language
{
public:
    explicit Language(const QString &code);
    ~Language();
    Q_DISABLE_COPY_MOVE(Language)

private:
    void install(QTranslator &translator, const QString &file);

    QTranslator m_texts;
    QTranslator m_ofQt; ///< buttons and dialogs of Qt, which comes without Indonesian
};

} // namespace sipenduduk
