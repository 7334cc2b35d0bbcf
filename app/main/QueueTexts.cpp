#include "app/main/QueueTexts.h"

#include "app/words/Words.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace sipenduduk {

namespace {

struct QueueTr
{
    Q_DECLARE_TR_FUNCTIONS(QueueTexts)
};

QString titleOf(Role duty, protocol::QueueView view)
{
    //: Title of a list: %1 is the view ("Work"), %2 the duty ("Front Office").
    return QueueTr::tr("%1 – %2").arg(words::ofView(view), words::ofRole(duty));
}

QString workHint(Role duty)
{
    switch (duty) {
    case Role::Fo: return QueueTr::tr("New applications of citizens appear here by themselves.");
    case Role::Editor:
        return QueueTr::tr("What a Kasi returns for mending appears here by itself.");
    case Role::Kasi:
        return QueueTr::tr("Drafts that the Front Office hands over appear here by themselves.");
    case Role::Kabid:
        return QueueTr::tr("Drafts with the paraf of a Kasi appear here by themselves.");
    case Role::Kadin:
        return QueueTr::tr("Drafts with both parafs appear here by themselves, ready for the TTE.");
    default: return {};
    }
}

} // namespace

QueuePageTexts queueTexts(Role duty, protocol::QueueView view)
{
    QueuePageTexts texts;
    texts.title = titleOf(duty, view);
    switch (view) {
    case protocol::QueueView::Work:
        texts.emptyTitle = QueueTr::tr("Nothing waits for you");
        texts.emptyHint = workHint(duty);
        texts.key = word(duty) + u"_work"_s;
        break;
    case protocol::QueueView::Returned:
        texts.emptyTitle = QueueTr::tr("Nothing was returned");
        texts.emptyHint = QueueTr::tr("What a later step sends back to be mended appears here.");
        texts.key = word(duty) + u"_returned"_s;
        break;
    case protocol::QueueView::Pickup:
        texts.emptyTitle = QueueTr::tr("Nothing waits at the counter");
        texts.emptyHint =
            QueueTr::tr("Cards to be printed or handed over and e-mails that could not be "
                        "delivered appear here.");
        texts.key = word(duty) + u"_pickup"_s;
        break;
    case protocol::QueueView::Sent:
        texts.emptyTitle = QueueTr::tr("Nothing was sent on yet");
        texts.emptyHint =
            QueueTr::tr("What you handed on can be followed here until it is finished.");
        texts.key = word(duty) + u"_sent"_s;
        texts.isNewestFirst = true;
        break;
    }
    return texts;
}

QueuePageTexts searchTexts()
{
    return {
        QueueTr::tr("Search"), QueueTr::tr("Nothing was found"),
        QueueTr::tr("Type the whole number or its end, a whole NIK, or the beginning of a name."),
        u"search"_s, true};
}

} // namespace sipenduduk
