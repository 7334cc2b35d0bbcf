#include "app/main/Language.h"

#include <QCoreApplication>
#include <QLocale>
#include <QTranslator>

using namespace Qt::StringLiterals;

namespace sipenduduk {

Language::Language(const QString &code)
    : m_texts(std::make_unique<QTranslator>())
{
    const bool isEnglish = code == u"en"_s;
    QLocale::setDefault(isEnglish ? QLocale(QLocale::English, QLocale::Indonesia)
                                  : QLocale(QLocale::Indonesian, QLocale::Indonesia));
    // The English file holds the plurals alone; it has to be there as well.
    const QString file = isEnglish ? u":/i18n/sipenduduk_en.qm"_s : u":/i18n/sipenduduk_id.qm"_s;
    const bool isLoaded = m_texts->load(file);
    Q_ASSERT_X(isLoaded, "Language", "the translations are part of the program");
    if (isLoaded)
        QCoreApplication::installTranslator(m_texts.get());
}

Language::~Language() = default; // a translator leaves the application when it dies

} // namespace sipenduduk
