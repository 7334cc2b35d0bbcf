#include "common/tte/upgrade/DssRevision.h"

#include "common/tte/PdfRevision.h"
#include "common/tte/upgrade/SignatureParts.h"

#include <qpdf/Pipeline.hh>
#include <qpdf/QPDF.hh>

#include <QCryptographicHash>

#include <stdexcept>

using namespace Qt::StringLiterals;

namespace sipenduduk {

namespace {

// What sipenduduk_tte_verify reads at most, too.
constexpr int MaxDssItems = 64; ///< of a kind
constexpr qsizetype MaxDssBytes = 32 * 1024 * 1024;

/// Takes decompressed bytes up to what is left of a limit for all.
class LimitedSink : public Pipeline
{
public:
    explicit LimitedSink(qsizetype &left)
        : Pipeline("limited", nullptr)
        , m_left(left)
    {
    }
    void write(const unsigned char *data, size_t size) override
    {
        m_isFull = size > size_t(m_left);
        if (m_isFull)
            throw std::length_error("too large");
        m_left -= qsizetype(size);
        m_bytes.append(reinterpret_cast<const char *>(data), qsizetype(size));
    }
    void finish() override {}
    [[nodiscard]] QByteArray take() { return std::move(m_bytes); }
    [[nodiscard]] bool isFull() const { return m_isFull; }

private:
    qsizetype &m_left;
    QByteArray m_bytes;
    bool m_isFull = false; ///< qpdf swallows what is thrown
};

Result<QList<QByteArray>> itemsOfDss(QPDFObjectHandle array, qsizetype &left)
{
    QList<QByteArray> items;
    if (!array.isArray())
        return items;
    if (array.getArrayNItems() > MaxDssItems)
        return fail(ErrorCode::TooLarge, u"DSS"_s);
    for (int i = 0; i < array.getArrayNItems(); ++i) {
        LimitedSink sink(left);
        bool isFiltered = false;
        QPDFObjectHandle item = array.getArrayItem(i);
        if (!item.isStream()
            || !item.pipeStreamData(&sink, &isFiltered, 0, qpdf_dl_generalized, true, false))
            return fail(sink.isFull() ? ErrorCode::TooLarge : ErrorCode::Malformed, u"DSS"_s);
        items.append(sink.take());
    }
    return items;
}

Result<ValidationMaterial> readDss(QPDFObjectHandle dss)
{
    qsizetype left = MaxDssBytes;
    auto certificates = itemsOfDss(dss.getKeyIfDict("/Certs"), left);
    if (!certificates)
        return std::unexpected(certificates.error());
    auto ocsps = itemsOfDss(dss.getKeyIfDict("/OCSPs"), left);
    if (!ocsps)
        return std::unexpected(ocsps.error());
    auto crls = itemsOfDss(dss.getKeyIfDict("/CRLs"), left);
    if (!crls)
        return std::unexpected(crls.error());
    return ValidationMaterial{*std::move(certificates), *std::move(ocsps), *std::move(crls)};
}

/// The items of `array` followed by new streams; nothing when nothing is new.
void extend(PdfRevision &revision, QPDFObjectHandle array, const QList<QByteArray> &more,
            const std::string &key, std::map<std::string, QByteArray> &members)
{
    if (more.isEmpty())
        return;
    QByteArray references;
    for (const QByteArray &item : more) {
        const int number = revision.newObject();
        revision.append(number, 0,
                        "<< /Length " + QByteArray::number(item.size()) + " >>\nstream\n" + item
                            + "\nendstream");
        references += ' ' + QByteArray::number(number) + " 0 R";
    }
    members[key] = PdfRevision::withItem(array, references.trimmed());
}

bool fitsIntoDss(const ValidationMaterial &material)
{
    qsizetype bytes = 0;
    for (const auto *list : {&material.certificates, &material.ocsps, &material.crls}) {
        if (list->size() > MaxDssItems)
            return false;
        for (const QByteArray &item : *list)
            bytes += item.size();
    }
    return bytes <= MaxDssBytes;
}

QByteArray digestOf(const ValidationMaterial &material)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    for (const auto *list : {&material.certificates, &material.ocsps, &material.crls}) {
        for (const QByteArray &item : *list)
            hash.addData(item);
    }
    return hash.result();
}

void writeDss(PdfRevision &revision, const ValidationMaterial &more)
{
    QPDFObjectHandle root = revision.qpdf().getRoot();
    QPDFObjectHandle old = root.getKey("/DSS");
    std::map<std::string, QByteArray> members{{"/Type", "/DSS"_ba}};
    extend(revision, old.getKeyIfDict("/Certs"), more.certificates, "/Certs", members);
    extend(revision, old.getKeyIfDict("/OCSPs"), more.ocsps, "/OCSPs", members);
    extend(revision, old.getKeyIfDict("/CRLs"), more.crls, "/CRLs", members);
    // Always an object of its own: whoever compares revisions sees something new, nothing changed.
    const int dss = revision.newObject();
    revision.append(dss, 0, PdfRevision::withMembers(old, members));
    revision.append(root.getObjectID(), root.getGeneration(),
                    PdfRevision::withMembers(root, {{"/DSS", QByteArray::number(dss) + " 0 R"}}));
    revision.finish(digestOf(more));
}

} // namespace

Result<ValidationMaterial> validationMaterialOf(const PdfRevision &file)
{
    try {
        return readDss(file.qpdf().getRoot().getKey("/DSS"));
    } catch (const std::exception &) {
        return fail(ErrorCode::Malformed, u"DSS"_s);
    }
}

Result<QByteArray> dssRevision(const QByteArray &pdf, const ValidationMaterial &more)
{
    auto revision = PdfRevision::open(pdf);
    if (!revision)
        return std::unexpected(revision.error());
    auto all = validationMaterialOf(*revision);
    if (!all)
        return std::unexpected(all.error());
    all->add(more);
    if (!fitsIntoDss(*all))
        return fail(ErrorCode::TooLarge, u"DSS"_s);
    try {
        writeDss(*revision, more);
    } catch (const std::exception &) {
        return fail(ErrorCode::Malformed, u"PDF is damaged"_s);
    }
    if (revision->qpdf().anyWarnings())
        return fail(ErrorCode::Malformed, u"PDF needs repair"_s);
    return std::move(revision->appended());
}

} // namespace sipenduduk
