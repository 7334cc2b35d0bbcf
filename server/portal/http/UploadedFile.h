#pragma once

#include "common/Result.h"

#include <QString>

namespace sipenduduk {

/// One file of a multipart form, in a temporary file (mode 0600) that disappears with this object.
///
/// What the browser says about it (name, media type) is a claim: judge the bytes.
class UploadedFile
{
public:
    UploadedFile() = default;
    UploadedFile(QString field, QString fileName, QString mediaType, QString path);
    UploadedFile(UploadedFile &&other) noexcept;
    UploadedFile &operator=(UploadedFile &&other) noexcept;
    ~UploadedFile();

    [[nodiscard]] const QString &field() const { return m_field; }
    /// Base name as the browser sent it: no directory, no control characters, at most 200
    /// characters.
    [[nodiscard]] const QString &fileName() const { return m_fileName; }
    /// As the browser claims it, at most 100 characters.
    [[nodiscard]] const QString &mediaType() const { return m_mediaType; }
    [[nodiscard]] const QString &path() const { return m_path; }
    [[nodiscard]] qint64 size() const { return m_size; }
    void setSize(qint64 size) { m_size = size; }

    /// Renames the temporary file to `path` on the same file system; it is then the caller's.
    /// An existing file there is replaced. Fails with Storage, and the file stays here.
    [[nodiscard]] Result<> moveTo(const QString &path);

private:
    void remove();

    QString m_field;
    QString m_fileName;
    QString m_mediaType;
    QString m_path;
    qint64 m_size = 0;
};

} // namespace sipenduduk
