// Makes the signed seeds of the corpus anew: make_fuzz_corpus tests/fuzz. Needed only when the
// writer changes what it writes; findings of the fuzzers are kept beside the seeds by hand.

#include "tests/tte/TteSupport.h"

#include <QDir>
#include <QGuiApplication>

using namespace Qt::StringLiterals;
using namespace sipenduduk;
using namespace sipenduduk::test;

namespace {

QByteArray cmsOfLast(const QByteArray &file)
{
    const qsizetype start = file.lastIndexOf("/Contents <") + qsizetype(qstrlen("/Contents <"));
    const QByteArray der =
        QByteArray::fromHex(file.sliced(start, file.indexOf('>', start) - start));
    return der.first(4 + uchar(der[2]) * 256 + uchar(der[3]));
}

} // namespace

int main(int argc, char *argv[])
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    const QGuiApplication application(argc, argv);
    const QStringList arguments = QGuiApplication::arguments();
    if (arguments.size() != 2 || !QDir(arguments.at(1)).exists(u"corpus"_s))
        qFatal("make_fuzz_corpus FOLDER: the one with corpus/ in it");
    const QDir folder(arguments.at(1));
    writeFile(folder.filePath(u"root.pem"_s), pki().rootPem());

    const QByteArray signedTable = signedFile(plainPdf());
    const QByteArray signedStreams =
        signedFile(throughQpdf(plainPdf(), {u"--object-streams=generate"_s}));
    PracticeOfficer officer = goodOfficer();
    officer.isEc = true;
    const QByteArray draft = plainPdf();
    const QByteArray signedEc = draft + Signer(identityFor(officer)).sign(draft).value().appendix;
    for (const QString &target : {u"verifier"_s, u"revision"_s}) {
        const QString corpus = u"corpus/"_s + target;
        writeFile(folder.filePath(corpus + u"/signed-table.pdf"_s), signedTable);
        writeFile(folder.filePath(corpus + u"/signed-streams.pdf"_s), signedStreams);
        writeFile(folder.filePath(corpus + u"/signed-twice.pdf"_s), signedFile(signedTable));
        writeFile(folder.filePath(corpus + u"/unsigned.pdf"_s), plainPdf("/Rotate 90"));
        writeFile(folder.filePath(corpus + u"/linearized.pdf"_s),
                  throughQpdf(plainPdf(), {u"--linearize"_s, u"--object-streams=generate"_s}));
    }
    writeFile(folder.filePath(u"corpus/verifier/signed-ec.pdf"_s), signedEc);
    writeFile(folder.filePath(u"corpus/cms/rsa.der"_s), cmsOfLast(signedTable));
    writeFile(folder.filePath(u"corpus/cms/ec.der"_s), cmsOfLast(signedEc));
    writeFile(folder.filePath(u"corpus/cms/paraf.json"_s), parafFor(draft));
    return 0;
}
