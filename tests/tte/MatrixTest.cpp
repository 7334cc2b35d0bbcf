// Producers × keys × levels: each signed by us and judged by our verifier and by strangers. The
// matrix is printed; a new level is a row in Levels and a case in signAt() and reached().

#include "common/tte/TimestampClient.h"
#include "common/tte/verify/PdfSignatureVerifier.h"
#include "tests/tte/HttpPeer.h"
#include "tests/tte/SoftToken.h"
#include "tests/tte/Strangers.h"
#include "tests/tte/TestTsa.h"
#include "tests/tte/TteSupport.h"

#include <catch2/catch_test_macros.hpp>

#include <cstdio>

using namespace Qt::StringLiterals;
using namespace sipenduduk;
using namespace sipenduduk::test;

namespace {

struct MatrixProducer
{
    QString name;
    QByteArray draft;
    int signatures = 1; ///< when it is signed
};

QList<MatrixProducer> matrixProducers()
{
    QList<MatrixProducer> producers;
    for (const QString &name : {u"qt"_s, u"libreoffice"_s, u"cairo"_s, u"ghostscript"_s,
                                u"qpdf-object-streams"_s, u"qpdf-linearized"_s})
        producers.append({name,
                          readFile(QStringLiteral(SIPENDUDUK_SOURCE_DIR "/tests/tte/producers/")
                                   + name + u".pdf"_s)});
    producers.append({u"signed already"_s, signedFile(producers.first().draft), 2});
    return producers;
}

/// The four kinds of key, opened once: a token asks for its PIN at every log-in.
class MatrixKeys
{
public:
    MatrixKeys()
    {
        PracticeOfficer officer = goodOfficer();
        const PracticeIdentity rsa = identityFor(officer);
        officer.isEc = true;
        const PracticeIdentity ec = identityFor(officer);
        m_tokens.add(u"rsa"_s, rsa);
        m_tokens.add(u"ec"_s, ec);
        const auto module = Pkcs11Module::load(SoftTokens::softHsm());
        REQUIRE(module);
        add("RSA soft", std::make_unique<Signer>(rsa));
        add("EC soft", std::make_unique<Signer>(ec));
        for (const auto &[name, label] :
             {std::pair("RSA token", u"rsa"_s), {"EC token", u"ec"_s}}) {
            auto key = openToken(*module, label);
            REQUIRE(key);
            add(name, std::make_unique<Signer>(std::move(*key)));
        }
    }

    struct Key
    {
        const char *name;
        std::unique_ptr<Signer> signer;
    };
    [[nodiscard]] const std::vector<Key> &all() const { return m_keys; }

private:
    void add(const char *name, std::unique_ptr<Signer> signer)
    {
        m_keys.push_back({name, std::move(signer)});
    }

    TteRuntime m_runtime;
    SoftTokens m_tokens;
    std::vector<Key> m_keys; ///< last: they end before their tokens
};

/// A time stamp authority behind HTTP, and who asks it.
class MatrixStamps
{
public:
    MatrixStamps()
        : m_peer([this](const QByteArray &body) {
            return HttpPeer::ok("application/timestamp-reply", m_tsa.reply(body));
        })
        , m_root(TrustAnchors::fromBytes(pemOf(authority().root().certificate.get()))->roots)
        , m_client(TimestampSettings{.authorities = {{m_peer.url(), {}}}, .roots = m_root})
    {
    }

    [[nodiscard]] TimestampClient &client() { return m_client; }
    [[nodiscard]] const QList<QByteArray> &root() const { return m_root; }

private:
    TestTsa m_tsa;
    HttpPeer m_peer;
    QList<QByteArray> m_root;
    TimestampClient m_client;
};

enum class MatrixLevel { BaselineB, BaselineT };

struct LevelName
{
    MatrixLevel level;
    const char *name;
};
constexpr LevelName Levels[] = {{MatrixLevel::BaselineB, "B-B"}, {MatrixLevel::BaselineT, "B-T"}};

QByteArray signAt(MatrixLevel level, const QByteArray &draft, Signer &signer, MatrixStamps &stamps)
{
    TimestampClient *client = level == MatrixLevel::BaselineT ? &stamps.client() : nullptr;
    DraftSigner drafts(signer.key(), signer.look(), client);
    const auto appendix = drafts.signDraft(requestFor(draft));
    return appendix ? draft + appendix->appendix : QByteArray();
}

PadesLevel reached(MatrixLevel level)
{
    return level == MatrixLevel::BaselineT ? PadesLevel::BT : PadesLevel::BB;
}

/// Everybody who does not call the file good; empty when all do.
QString objectionsTo(const QByteArray &file, int signatures, MatrixLevel level,
                     const MatrixStamps &stamps)
{
    if (file.isEmpty())
        return u"the signer"_s;
    TrustAnchors anchors = practiceAnchors();
    anchors.roots += stamps.root();
    const auto report = PdfSignatureVerifier(anchors).verify(file, testNow().addSecs(3600));
    QStringList objections = refusalsByStrangers(file, signatures);
    if (report.verdict != SignatureVerdict::Sah || report.signatures.size() != signatures
        || !report.signatures.last().coversWholeFile
        || report.signatures.last().level != reached(level))
        objections.prepend(u"our verifier"_s);
    return objections.join(u'\n');
}

} // namespace

TEST_CASE("Every producer's document is signed well with every kind of key at every level",
          "[tte][matrix]")
{
    const MatrixKeys keys;
    MatrixStamps stamps;
    for (const MatrixProducer &producer : matrixProducers()) {
        REQUIRE(checkDraftSignable(producer.draft));
        for (const auto &key : keys.all()) {
            for (const auto &[level, levelName] : Levels) {
                const QByteArray file = signAt(level, producer.draft, *key.signer, stamps);
                const QString objections = objectionsTo(file, producer.signatures, level, stamps);
                std::printf("%-20s | %-9s | %-5s | %s\n", qPrintable(producer.name), key.name,
                            levelName, objections.isEmpty() ? "valid for all five" : "REFUSED");
                INFO(producer.name.toStdString() << ", " << key.name << ", " << levelName);
                CHECK(objections.toStdString() == std::string());
            }
        }
    }
}
