#include "app/permohonan/IsianForm.h"

#include "app/permohonan/FieldEditor.h"
#include "app/permohonan/FieldRow.h"
#include "common/KatalogLayanan.h"

#include <QClipboard>
#include <QFormLayout>
#include <QGuiApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sipenduduk {

namespace {

QStringList placeNames(const KatalogLayanan &katalog)
{
    QStringList names;
    for (const Kecamatan &kecamatan : katalog.kecamatanList()) {
        names.append(kecamatan.name);
        for (const Kelurahan &kelurahan : kecamatan.kelurahanList)
            names.append(kelurahan.name);
    }
    names.removeDuplicates();
    return names;
}

} // namespace

IsianForm::IsianForm(QWidget *parent)
    : QScrollArea(parent)
{
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
}

IsianForm::~IsianForm() = default;

void IsianForm::setFields(const QList<Isian> &fields, const KatalogLayanan &katalog)
{
    m_rows.clear();
    auto *body = new QWidget(this);
    body->setObjectName(u"formBody"_s);
    auto *layout = new QFormLayout(body);
    layout->setContentsMargins(6, 6, 6, 6);
    layout->setVerticalSpacing(4);
    layout->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    layout->setRowWrapPolicy(QFormLayout::DontWrapRows);
    const QStringList places = placeNames(katalog);
    for (const Isian &field : fields) {
        auto row = std::make_unique<FieldRow>(field, places, *layout);
        connect(row.get(), &FieldRow::edited, this, &IsianForm::edited);
        connect(row.get(), &FieldRow::copyRequested, this,
                [this, copied = row.get()] { copyField(*copied); });
        m_rows.push_back(std::move(row));
    }
    setWidget(body); // deletes the former body with its editors
}

IsianPermohonan IsianForm::values() const
{
    IsianPermohonan values;
    for (const auto &row : m_rows) {
        const QString value = row->editor().value();
        if (!value.isEmpty())
            values.insert(row->field().code, value);
    }
    return values;
}

void IsianForm::setValues(const IsianPermohonan &values)
{
    for (const auto &row : m_rows)
        row->editor().setValue(values.value(row->field().code));
}

void IsianForm::setReadOnly(bool isReadOnly)
{
    for (const auto &row : m_rows)
        row->editor().setReadOnly(isReadOnly);
}

void IsianForm::setFindings(const QList<Finding> &findings)
{
    for (const auto &row : m_rows) {
        QList<Finding> own;
        for (const Finding &finding : findings) {
            if (finding.field == row->field().code)
                own.append(finding);
        }
        row->setFindings(own);
    }
}

bool IsianForm::showField(const QString &code)
{
    const auto row =
        std::ranges::find_if(m_rows, [&](const auto &r) { return r->field().code == code; });
    if (row == m_rows.end())
        return false;
    (*row)->editor().setFocus(Qt::OtherFocusReason);
    ensureWidgetVisible(&(*row)->editor(), 0, 60);
    return true;
}

QString IsianForm::copyText() const
{
    QStringList lines;
    for (const auto &row : m_rows) {
        const QString value = row->readableValue();
        if (!value.isEmpty())
            lines.append(row->field().label + u'\t' + value);
    }
    return lines.join(u'\n');
}

void IsianForm::copyField(const FieldRow &row) const
{
    QGuiApplication::clipboard()->setText(row.readableValue());
}

} // namespace sipenduduk
