#pragma once

#include <QByteArray>
#include <QStringList>
#include <QTemporaryDir>

namespace sipenduduk::test {

/// A root, and a certificate database with it, as strangers would have them.
class RootOfStrangers
{
public:
    explicit RootOfStrangers(const QByteArray &rootPem);

    [[nodiscard]] QString pem() const { return m_dir.filePath(QStringLiteral("root.pem")); }
    [[nodiscard]] QString database() const { return QStringLiteral("sql:") + m_dir.path(); }

private:
    QTemporaryDir m_dir;
};

/// Asks programs that share no line with us: pdfsig (each of `count` signatures valid and trusted,
/// the total document signed), openssl cms -verify -cades on the last value that was cut out,
/// qpdf --check, mutool sign -v. Gives what each that disagrees has said, behind its name; empty
/// when all agree. Certificates are judged under the practice root at testNow().
[[nodiscard]] QStringList refusalsByStrangers(const QByteArray &file, int count);

} // namespace sipenduduk::test
