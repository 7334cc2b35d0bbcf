#include "app/main/Language.h"

#include <QCoreApplication>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace sipenduduk {

Language::Language(const QString &code)
{
    const bool isEnglish = code == u"en"_s;
    QLocale::setDefault(isEnglish ? QLocale(QLocale::English, QLocale::Indonesia)
                                  : QLocale(QLocale::Indonesian, QLocale::Indonesia));
    if (isEnglish) {
        install(m_texts, u":/i18n/sipenduduk_en.qm"_s); // the plurals alone
    } else {
        install(m_texts, u":/i18n/sipenduduk_id.qm"_s);
        install(m_ofQt, u":/i18n/qtbase_id.qm"_s);
    }
}

Language::~Language() = default; // a translator leaves the application when it dies

void Language::install(QTranslator &translator, const QString &file)
{
    const bool isLoaded = translator.load(file);
    Q_ASSERT_X(isLoaded, "Language", "the translations are part of the program");
    if (isLoaded)
        QCoreApplication::installTranslator(&translator);
}

} // namespace sipenduduk
