#include "tests/tte/Strangers.h"

#include "tests/tte/TteSupport.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace sipenduduk::test {

RootOfStrangers::RootOfStrangers(const QByteArray &rootPem)
{
    writeFile(pem(), rootPem);
    const auto made = runTool(u"certutil"_s, {u"-N"_s, u"--empty-password"_s, u"-d"_s, database()});
    const auto imported = runTool(
        u"certutil"_s,
        {u"-A"_s, u"-d"_s, database(), u"-t"_s, u"C,C,C"_s, u"-n"_s, u"root"_s, u"-i"_s, pem()});
    if (made.exitCode != 0 || imported.exitCode != 0)
        qFatal("no certificate database: %s", qPrintable(made.text + imported.text));
}

namespace {

/// A signed file and its parts.
class Evidence
{
public:
    explicit Evidence(const QByteArray &file)
    {
        writeFile(path("signed.pdf"), file);
        cutOut(file);
    }

    [[nodiscard]] QString path(const char *name) const
    {
        return m_dir.filePath(QString::fromLatin1(name));
    }

private:
    /// The signed ranges and the CMS, found by the numbers that stand in the file.
    void cutOut(const QByteArray &file)
    {
        static const QRegularExpression numbers(u"/ByteRange \\[0 (\\d+) (\\d+) (\\d+)"_s);
        QRegularExpressionMatch match;
        const QString text = QString::fromLatin1(file);
        for (auto it = numbers.globalMatch(text); it.hasNext();)
            match = it.next();
        const qsizetype before = match.captured(1).toLongLong();
        const qsizetype after = match.captured(2).toLongLong();
        writeFile(path("content.bin"), file.first(before) + file.sliced(after));
        // The DER says its own length; zeros follow it.
        QByteArray der = QByteArray::fromHex(file.sliced(before + 1, after - before - 2));
        der.truncate(4 + uchar(der[2]) * 256 + uchar(der[3]));
        writeFile(path("signature.der"), der);
    }

    QTemporaryDir m_dir;
};

bool isTrustedByPdfsig(const ToolOutput &output, int count)
{
    return output.exitCode == 0 && output.text.count(u"Signature is Valid."_s) == count
        && output.text.contains(u"Total document signed"_s)
        && output.text.count(u"Certificate is Trusted."_s) == count
        && output.text.contains(u"ETSI.CAdES.detached"_s);
}

ToolOutput askOpenSsl(const Evidence &evidence, const RootOfStrangers &root)
{
    return runTool(u"openssl"_s,
                   {u"cms"_s, u"-verify"_s, u"-cades"_s, u"-binary"_s, u"-inform"_s, u"DER"_s,
                    u"-in"_s, evidence.path("signature.der"), u"-content"_s,
                    evidence.path("content.bin"), u"-CAfile"_s, root.pem(), u"-purpose"_s, u"any"_s,
                    u"-attime"_s, QString::number(testNow().toSecsSinceEpoch()), u"-out"_s,
                    u"/dev/null"_s});
}

} // namespace

QStringList refusalsByStrangers(const QByteArray &file, int count)
{
    static const RootOfStrangers root(pki().rootPem());
    const Evidence evidence(file);
    const QString pdf = evidence.path("signed.pdf");
    QStringList refusals;
    const auto ask = [&](const QString &name, const ToolOutput &output, bool agrees) {
        if (!agrees)
            refusals += name + u": "_s + output.text;
    };
    const auto pdfsig = runTool(
        u"faketime"_s, {u"2026-11-22 05:00:00"_s, u"pdfsig"_s, u"-nssdir"_s, root.database(), pdf});
    ask(u"pdfsig"_s, pdfsig, isTrustedByPdfsig(pdfsig, count));
    const auto openssl = askOpenSsl(evidence, root);
    ask(u"openssl"_s, openssl,
        openssl.exitCode == 0 && openssl.text.contains(u"successful"_s, Qt::CaseInsensitive));
    const auto qpdf = runTool(u"qpdf"_s, {u"--check"_s, pdf});
    ask(u"qpdf"_s, qpdf,
        qpdf.exitCode == 0 && qpdf.text.contains(u"No syntax or stream encoding errors found"_s));
    const auto mutool = runTool(u"mutool"_s, {u"sign"_s, u"-v"_s, pdf});
    ask(u"mutool"_s, mutool, mutool.text.contains(u"unchanged since"_s));
    return refusals;
}

} // namespace sipenduduk::test
