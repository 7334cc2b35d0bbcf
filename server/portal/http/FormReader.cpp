#include "server/portal/http/FormReader.h"

#include "server/portal/http/HttpLog.h"

#include <QTemporaryFile>

#include <microhttpd.h>

#include <utility>

namespace sipenduduk {

using namespace Qt::StringLiterals;

namespace {

constexpr size_t ParserBuffer = 16 * 1024; ///< bounds the head of one part
constexpr qsizetype MaxFieldName = 200;

MHD_Result takePiece(void *reader, MHD_ValueKind, const char *key, const char *fileName,
                     const char *mediaType, const char *, const char *data, uint64_t offset,
                     size_t size)
{
    return static_cast<FormReader *>(reader)->take(key, fileName, mediaType, data, offset, size)
        ? MHD_YES
        : MHD_NO;
}

} // namespace

void FormReader::PostProcessorDeleter::operator()(MHD_PostProcessor *processor) const
{
    MHD_destroy_post_processor(processor);
}

FormReader::FormReader(MHD_Connection *connection, FormLimits limits)
    : m_limits(std::move(limits))
    , m_processor(MHD_create_post_processor(connection, ParserBuffer, &takePiece, this))
{
    if (!m_processor)
        m_fault = Fault::Unsupported;
    const char *type =
        MHD_lookup_connection_value(connection, MHD_HEADER_KIND, MHD_HTTP_HEADER_CONTENT_TYPE);
    m_isMultipart = type && qstrnicmp(type, "multipart/", 10) == 0;
}

FormReader::~FormReader()
{
    // The processor hands out its last piece while it dies; nobody wants it any more.
    stop(Fault::Malformed);
    m_processor.reset();
}

void FormReader::feed(const char *data, size_t size)
{
    m_received += qint64(size);
    if (m_received > m_limits.maxBody)
        stop(Fault::TooLarge);
    if (m_fault != Fault::None)
        return;
    if (MHD_post_process(m_processor.get(), data, size) != MHD_YES)
        stop(Fault::Malformed); // keeps the fault that take() has set
}

FormReader::Fault FormReader::finish(HttpRequest &request)
{
    if (m_fault != Fault::None)
        return m_fault;
    // Destroying tells whether the last boundary was seen, and may hand out the last value.
    if (MHD_destroy_post_processor(m_processor.release()) != MHD_YES)
        stop(Fault::Malformed);
    // A body in which no boundary was ever found counts as complete for the processor.
    if (m_isMultipart && m_parts == 0)
        stop(Fault::Malformed);
    endPart();
    if (m_fault != Fault::None)
        return m_fault;
    request.fields = std::move(m_fields);
    request.files = std::move(m_files);
    return m_fault;
}

bool FormReader::stop(Fault fault)
{
    if (m_fault == Fault::None)
        m_fault = fault;
    m_file.reset();
    m_files.clear();
    m_fields.clear();
    return false;
}

bool FormReader::take(const char *key, const char *fileName, const char *mediaType,
                      const char *data, uint64_t offset, size_t size)
{
    if (m_fault != Fault::None)
        return false;
    const QString name = QString::fromUtf8(key ? key : "");
    const bool isNew = isNewPart(name, QString::fromUtf8(fileName ? fileName : ""), offset);
    if (isNew && !startPart(name, fileName, mediaType))
        return false;
    return m_partIsFile ? takeFile(data, size) : takeField(data, size);
}

/// The processor may announce an empty first piece and then give the first bytes, both at offset 0.
bool FormReader::isNewPart(const QString &key, const QString &fileName, uint64_t offset) const
{
    if (m_parts == 0)
        return true;
    return offset == 0 && (m_partSize > 0 || key != m_partKey || fileName != m_partFileName);
}

bool FormReader::startPart(const QString &key, const char *fileName, const char *mediaType)
{
    endPart();
    if (m_fault != Fault::None)
        return false;
    if (++m_parts > m_limits.maxFields || key.size() > MaxFieldName)
        return stop(Fault::TooLarge);
    m_partKey = key;
    m_partFileName = QString::fromUtf8(fileName ? fileName : "");
    m_partIsFile = fileName != nullptr;
    m_partSize = 0;
    return m_partIsFile ? startFile(key, fileName, mediaType) : true;
}

bool FormReader::startFile(const QString &key, const char *fileName, const char *mediaType)
{
    if (int(m_files.size()) >= m_limits.maxFiles)
        return m_partFileName.isEmpty() || stop(Fault::TooLarge); // an unused file input is no file
    auto file = std::make_unique<QTemporaryFile>(m_limits.uploadDirectory + "/unggah-XXXXXX"_L1);
    file->setAutoRemove(false); // UploadedFile owns it from here
    if (!file->open()) {
        qCCritical(lcHttp, "an upload cannot be stored: %d", int(file->error()));
        return stop(Fault::Storage);
    }
    m_files.emplace_back(key, QString::fromUtf8(fileName),
                         QString::fromUtf8(mediaType ? mediaType : ""), file->fileName());
    m_file = std::make_unique<QFile>(file->fileName());
    // Unbuffered: a full disk shows itself at the write, not at the close.
    if (!m_file->open(QIODevice::WriteOnly | QIODevice::Unbuffered))
        return stop(Fault::Storage);
    return true;
}

bool FormReader::takeFile(const char *data, size_t size)
{
    m_partSize += qint64(size);
    if (size == 0)
        return true;
    if (!m_file || m_partSize > m_limits.maxFile)
        return stop(Fault::TooLarge);
    if (m_file->write(data, qint64(size)) != qint64(size)) {
        qCCritical(lcHttp, "an upload cannot be written: %d", int(m_file->error()));
        return stop(Fault::Storage);
    }
    return true;
}

bool FormReader::takeField(const char *data, size_t size)
{
    m_partSize += qint64(size);
    if (m_partSize > m_limits.maxField)
        return stop(Fault::TooLarge);
    m_fieldBytes.append(data, qsizetype(size));
    return true;
}

void FormReader::endPart()
{
    if (m_parts == 0 || m_fault != Fault::None)
        return;
    if (!m_partIsFile) {
        m_fields.append({m_partKey, QString::fromUtf8(m_fieldBytes)});
        m_fieldBytes.clear();
        return;
    }
    if (!m_file)
        return;
    m_file.reset();
    m_files.back().setSize(m_partSize);
    if (m_partSize == 0 && m_files.back().fileName().isEmpty())
        m_files.pop_back(); // a file input that was left empty
}

} // namespace sipenduduk
