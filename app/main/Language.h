#pragma once

#include <QObject>
#include <QString>

#include <memory>

class QTranslator;

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
    std::unique_ptr<QTranslator> m_texts;
};

} // namespace sipenduduk
