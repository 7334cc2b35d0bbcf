#include "app/widgets/MessageStrip.h"

#include "app/widgets/Icons.h"

#include <QAccessible>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace sipenduduk {

namespace {

constexpr int StripIconSize = 20;

QString stripIconName(MessageStrip::Level level)
{
    switch (level) {
    case MessageStrip::Level::Info: return u"info"_s;
    case MessageStrip::Level::Success: return u"success"_s;
    case MessageStrip::Level::Warning: return u"warning"_s;
    case MessageStrip::Level::Error: return u"error"_s;
    }
    return {};
}

QColor stripInk(MessageStrip::Level level, const QPalette &palette)
{
    switch (level) {
    case MessageStrip::Level::Info: break;
    case MessageStrip::Level::Success: return successInk();
    case MessageStrip::Level::Warning: return warningInk();
    case MessageStrip::Level::Error: return errorInk();
    }
    return palette.color(QPalette::WindowText);
}

QColor mixed(const QColor &ground, const QColor &ink, double share)
{
    return QColor::fromRgbF(float(ground.redF() * (1 - share) + ink.redF() * share),
                            float(ground.greenF() * (1 - share) + ink.greenF() * share),
                            float(ground.blueF() * (1 - share) + ink.blueF() * share));
}

} // namespace

MessageStrip::MessageStrip(QWidget *parent)
    : QFrame(parent)
    , m_icon(new QLabel(this))
    , m_label(new QLabel(this))
    , m_button(new QPushButton(this))
{
    m_label->setObjectName(u"messageLabel"_s);
    m_label->setWordWrap(true);
    m_label->setTextFormat(Qt::PlainText);
    m_label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_button->setObjectName(u"messageButton"_s);
    m_button->hide();
    m_icon->setFixedSize(StripIconSize, StripIconSize);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(10, 7, 10, 7);
    row->setSpacing(9);
    row->addWidget(m_icon, 0, Qt::AlignTop);
    row->addWidget(m_label, 1);
    row->addWidget(m_button, 0, Qt::AlignVCenter);
    setFrameShape(QFrame::StyledPanel);
    setAutoFillBackground(true);
    connect(m_button, &QPushButton::clicked, this, &MessageStrip::buttonClicked);
    hide();
}

void MessageStrip::showMessage(Level level, const QString &text)
{
    m_level = level;
    m_label->setText(text);
    updateLook();
    setVisible(!text.isEmpty());
    if (!text.isEmpty()) { // read aloud at once, as it is seen at once
        QAccessibleEvent event(m_label, QAccessible::NameChanged);
        QAccessible::updateAccessibility(&event);
    }
}

void MessageStrip::clear()
{
    showMessage(Level::Info, {});
}

QString MessageStrip::text() const
{
    return m_label->text();
}

void MessageStrip::setButton(const QString &text)
{
    m_button->setText(text);
    m_button->setVisible(!text.isEmpty());
}

void MessageStrip::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::ApplicationPaletteChange)
        updateLook();
}

void MessageStrip::updateLook()
{
    setPalette({}); // begin with the inherited one: the look is derived from it
    const QColor ink = stripInk(m_level, palette());
    QPalette look = palette();
    look.setColor(QPalette::Window, mixed(look.color(QPalette::Base), ink, 0.07));
    look.setColor(QPalette::WindowText, ink);
    setPalette(look);
    m_icon->setPixmap(icon(stripIconName(m_level), ink)
                          .pixmap(QSize(StripIconSize, StripIconSize), devicePixelRatio()));
}

} // namespace sipenduduk
