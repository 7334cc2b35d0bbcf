#include "common/NomorKk.h"

#include "common/Nik.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sipenduduk {

namespace {

constexpr qsizetype KkLength = 16;

bool isKkDigit(QChar character)
{
    return character >= u'0' && character <= u'9';
}

std::optional<FindingCode> kkFault(QStringView text)
{
    if (!std::ranges::all_of(text, isKkDigit))
        return FindingCode::KkNotDigits;
    if (text.size() != KkLength)
        return FindingCode::KkLength;
    return std::nullopt;
}

void addKkAreaFindings(QList<Finding> &findings, const QString &area, const QString &field)
{
    if (!area.startsWith(OfficeCityCode)) {
        findings << Finding{
            FindingLevel::Warning, FindingCode::KkOutsideCity, field, {area.first(4)}};
        return;
    }
    const int kecamatan = area.last(2).toInt();
    if (kecamatan < 1 || kecamatan > OfficeKecamatanCount)
        findings << Finding{
            FindingLevel::Warning, FindingCode::KkUnknownKecamatan, field, {area.last(2)}};
}

} // namespace

NomorKk::NomorKk(QString digits)
    : m_digits(std::move(digits))
{
}

Result<NomorKk> NomorKk::parse(QStringView text)
{
    const auto fault = kkFault(text);
    if (fault == FindingCode::KkNotDigits)
        return fail(ErrorCode::InvalidArgument, u"No. KK: not only digits"_s);
    if (fault)
        return fail(ErrorCode::InvalidArgument, u"No. KK: not 16 digits"_s);
    return NomorKk(text.toString());
}

QString NomorKk::masked() const
{
    return maskedNumber(m_digits);
}

std::optional<QDate> NomorKk::registeredOn() const
{
    const QStringView digits(m_digits);
    const QDate date(2000 + digits.sliced(10, 2).toInt(), digits.sliced(8, 2).toInt(),
                     digits.sliced(6, 2).toInt());
    return date.isValid() ? std::optional(date) : std::nullopt;
}

int NomorKk::serial() const
{
    return QStringView(m_digits).last(4).toInt();
}

QList<Finding> checkNomorKk(QStringView text, const QDate &today, const QString &field)
{
    if (const auto fault = kkFault(text)) {
        Finding finding{FindingLevel::Error, *fault, field};
        if (*fault == FindingCode::KkLength)
            finding.parameters << QString::number(text.size());
        return {finding};
    }
    const NomorKk number = *NomorKk::parse(text);
    QList<Finding> findings;
    addKkAreaFindings(findings, number.areaCode(), field);
    const auto date = number.registeredOn();
    if (!date)
        findings << Finding{FindingLevel::Warning, FindingCode::KkImpossibleDate, field};
    else if (*date > today)
        findings << Finding{FindingLevel::Warning, FindingCode::KkFutureDate, field};
    return findings;
}

} // namespace sipenduduk
