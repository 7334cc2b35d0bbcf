#pragma once

#include "server/portal/http/HttpRequest.h"

#include <QString>

#include <cstdint>
#include <memory>

struct MHD_Connection;
struct MHD_PostProcessor;
class QFile;

namespace sipenduduk {

/// Bounds of one form.
struct FormLimits
{
    QString uploadDirectory{};
    qint64 maxBody = 64 * 1024; ///< bytes of the whole body
    qint64 maxFile = 0;         ///< bytes of one file; 0: the form may hold no files
    int maxFiles = 0;
    qint64 maxField = 64 * 1024; ///< bytes of one field's value
    int maxFields = 1000;
};

/// Reads a urlencoded or multipart body piece by piece: fields into memory, files to disk.
/// After the first fault the rest is counted and thrown away, and what was stored is removed.
class FormReader
{
public:
    enum class Fault {
        None,
        TooLarge,    ///< 413
        Malformed,   ///< 400
        Unsupported, ///< 415: neither urlencoded nor multipart
        Storage,     ///< 503: the disk is full
    };

    FormReader(MHD_Connection *connection, FormLimits limits);
    ~FormReader();
    Q_DISABLE_COPY_MOVE(FormReader)

    void feed(const char *data, size_t size);
    [[nodiscard]] Fault fault() const { return m_fault; }
    [[nodiscard]] qint64 received() const { return m_received; }
    /// Call once, after the last piece. The fields and files move to `request`.
    [[nodiscard]] Fault finish(HttpRequest &request);

    /// One piece of one part, as the post processor hands it out. False stops the parsing.
    bool take(const char *key, const char *fileName, const char *mediaType, const char *data,
              uint64_t offset, size_t size);

private:
    struct PostProcessorDeleter
    {
        void operator()(MHD_PostProcessor *processor) const;
    };
    bool stop(Fault fault);
    bool startPart(const QString &key, const char *fileName, const char *mediaType);
    bool startFile(const QString &key, const char *fileName, const char *mediaType);
    bool takeFile(const char *data, size_t size);
    bool takeField(const char *data, size_t size);
    bool isNewPart(const QString &key, const QString &fileName, uint64_t offset) const;

    FormLimits m_limits;
    std::unique_ptr<MHD_PostProcessor, PostProcessorDeleter> m_processor;
    bool m_isMultipart = false;
    Fault m_fault = Fault::None;
    qint64 m_received = 0;
    int m_parts = 0;
    QString m_partKey; ///< of the part being read
    QString m_partFileName;
    bool m_partIsFile = false;
    qint64 m_partSize = 0;
    QByteArray m_fieldBytes;       ///< UTF-8 may be cut between two pieces
    std::unique_ptr<QFile> m_file; ///< open while a file arrives
    QList<NameValue> m_fields;
    std::vector<UploadedFile> m_files;

    void endPart();
};

} // namespace sipenduduk
