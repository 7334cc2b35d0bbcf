#pragma once

#include <QByteArray>
#include <QStringList>

namespace sipenduduk::test {

/// Asks programs that share no line with us: pdfsig (each of `count` signatures valid and trusted,
/// the total document signed), openssl cms -verify -cades on the last value that was cut out,
/// qpdf --check, mutool sign -v. Gives what each that disagrees has said, behind its name; empty
/// when all agree. Certificates are judged under the practice root at testNow().
[[nodiscard]] QStringList refusalsByStrangers(const QByteArray &file, int count);

} // namespace sipenduduk::test
