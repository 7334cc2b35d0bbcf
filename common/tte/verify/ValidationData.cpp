#include "common/tte/verify/ValidationData.h"

#include <qpdf/Pipeline.hh>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFObjectHandle.hh>

#include <stdexcept>

using namespace Qt::StringLiterals;

namespace sipenduduk {

namespace {

constexpr int MaxItems = 64;
constexpr size_t MaxSmallItem = size_t(64) * 1024;
constexpr size_t MaxListItem = size_t(8) * 1024 * 1024;
constexpr size_t MaxAllItems = size_t(32) * 1024 * 1024;

/// Takes decompressed bytes up to a limit, so that a small stream cannot fill the memory.
class BoundedSink : public Pipeline
{
public:
    explicit BoundedSink(size_t limit)
        : Pipeline("bounded", nullptr)
        , m_limit(limit)
    {
    }

    void write(const unsigned char *data, size_t size) override
    {
        if (size > m_limit - size_t(m_bytes.size()))
            throw std::length_error("stream too large");
        m_bytes.append(reinterpret_cast<const char *>(data), qsizetype(size));
    }
    void finish() override {}

    [[nodiscard]] QByteArray take() { return std::move(m_bytes); }

private:
    size_t m_limit;
    QByteArray m_bytes;
};

class DssReader
{
public:
    explicit DssReader(QPDFObjectHandle dss)
        : m_dss(std::move(dss))
    {
    }

    Result<ValidationData> read()
    {
        const auto certificates = itemsOf("/Certs", MaxSmallItem);
        if (!certificates)
            return std::unexpected(certificates.error());
        const auto ocsps = itemsOf("/OCSPs", MaxSmallItem);
        if (!ocsps)
            return std::unexpected(ocsps.error());
        const auto crls = itemsOf("/CRLs", MaxListItem);
        if (!crls)
            return std::unexpected(crls.error());
        return ValidationData{*certificates, *ocsps, *crls};
    }

private:
    Result<QList<QByteArray>> itemsOf(const char *key, size_t limit)
    {
        QList<QByteArray> items;
        QPDFObjectHandle array = m_dss.getKey(key);
        if (array.isNull())
            return items;
        if (!array.isArray())
            return fail(ErrorCode::Malformed, u"DSS: no array"_s);
        if (array.getArrayNItems() > MaxItems)
            return fail(ErrorCode::TooLarge, u"DSS: too many items"_s);
        for (int i = 0; i < array.getArrayNItems(); ++i) {
            QPDFObjectHandle item = array.getArrayItem(i);
            if (!item.isStream())
                return fail(ErrorCode::Malformed, u"DSS: no stream"_s);
            BoundedSink sink(std::min(limit, MaxAllItems - m_total));
            bool isFiltered = false;
            if (!item.pipeStreamData(&sink, &isFiltered, 0, qpdf_dl_generalized, true, false))
                return fail(ErrorCode::Malformed, u"DSS: stream damaged or too large"_s);
            items.append(sink.take());
            m_total += size_t(items.last().size());
        }
        return items;
    }

    QPDFObjectHandle m_dss;
    size_t m_total = 0; ///< bytes read so far
};

} // namespace

Result<ValidationData> validationDataOf(const PdfFile &file)
{
    try {
        QPDFObjectHandle dss = file.qpdf().getRoot().getKey("/DSS");
        if (dss.isNull())
            return ValidationData{};
        if (!dss.isDictionary())
            return fail(ErrorCode::Malformed, u"DSS: no dictionary"_s);
        return DssReader(dss).read();
    } catch (const std::length_error &) {
        return fail(ErrorCode::TooLarge, u"DSS: stream too large"_s);
    } catch (const std::exception &) {
        return fail(ErrorCode::Malformed, u"DSS: damaged"_s);
    }
}

} // namespace sipenduduk
