#include "tests/bench/BenchOffice.h"

#include "common/tte/seal/OfficeCa.h"
#include "server/db/UserRepository.h"

using namespace Qt::StringLiterals;

namespace sipenduduk {

namespace {

void must(bool isGood, const char *what)
{
    if (!isGood)
        qFatal("bench: %s", what);
}

/// All clients log in at once; what a log-in costs is not what is measured.
PasswordCost hashingForAll()
{
    PasswordCost cost = PasswordCost::cheapest();
    cost.waiting = 1'000;
    return cost;
}

} // namespace

BenchOffice::BenchOffice(int count)
    : m_hasher(hashingForAll())
{
    const PermohonanId first = office.bringTo(Status::DiKasi, Role::Kasi, false);
    const Session kasi =
        office.addOfficer(QString::fromLatin1(Username), {{Role::Kasi, u"kelahiran"_s}});
    const QString hash = m_hasher.hashNow(QString::fromLatin1(Password)).value();
    must(office
             .write([&](Connection &db) { return UserRepository(db).setPassword(kasi.user, hash); })
             .has_value(),
         "password");
    const protocol::Act receive{.id = first,
                                .duty = Role::Kasi,
                                .version = office.head(first).version,
                                .action = Action::Receive,
                                .note = {},
                                .defects = {},
                                .dokumen = {},
                                .address = {}};
    must(office.office->act(kasi, receive, {}).result().has_value(), "receive");
    copyBirths(first, count);

    office.now = QDateTime::currentDateTimeUtc();
    const OfficeCa authority = OfficeCa::create(u"Bench"_s, office.now).value();
    const IssuedCertificate tls =
        authority.issueTlsServerCertificate({u"localhost"_s}, office.now).value();
    ca = QSslCertificate(authority.pem().value().certificatePem);
    AccountPolicy policy;
    policy.parafWindow = std::chrono::minutes(60);
    m_accounts =
        std::make_unique<Accounts>(*office.store, m_hasher, [this] { return office.now; }, policy);
    OfficeServerOptions options;
    options.address = QHostAddress::LocalHost;
    options.certificatePem = tls.certificatePem;
    options.keyPem = tls.keyPem;
    options.now = [this] { return office.now; };
    options.limits.idle =
        std::chrono::hours(1); // the clients rest while the reference has its turn
    m_server = std::make_unique<OfficeServer>(*office.office, *m_accounts, options);
    must(m_server->start().has_value(), "listen");
}

BenchOffice::~BenchOffice() = default;

quint16 BenchOffice::port() const
{
    return m_server->port();
}

QString BenchOffice::databasePath() const
{
    return office.folder.filePath(u"office.db"_s);
}

void BenchOffice::copyBirths(PermohonanId from, int count)
{
    // What a copy does not get right (its chain starts with another number) no step looks at.
    const QVariant source = qint64(from);
    const bool isCopied =
        office
            .write([&](Connection &db) -> Result<> {
                for (int i = 1; i <= count; ++i) {
                    const QVariant id = qint64(from) + i;
                    const QString suffix = QString::number(i);
                    for (
                        const auto &sql :
                        {u"INSERT INTO permohonan SELECT ?2, number || '-' || ?3, layanan, seksi, bidang, pemohon_id,"
                         " applicant, email, phone, status, holder, queue_scope, received_by, handed_by, version,"
                         " is_returned, submitted_at, queue_at + ?2, step_since, chain_seq, chain_head"
                         " FROM permohonan WHERE id = ?1"_s,
                         u"INSERT INTO permohonan_data SELECT ?2, data, answers, is_answers_confirmed,"
                         " siak_number || substr(?3, 1, 0), warning_reason, data_version"
                         " FROM permohonan_data WHERE permohonan_id = ?1"_s,
                         u"INSERT INTO dokumen SELECT NULL, ?2, position, output, delivery, status, number,"
                         " issue_date, draft_version, draft_sha256, draft_data, page_count, is_from_siak,"
                         " signed_sha256, signed_at, verify_token || ?3, download_token || ?3"
                         " FROM dokumen WHERE permohonan_id = ?1"_s,
                         u"INSERT INTO kartu_kendali SELECT ?2, seq, kind, action, status, duty, officer_id,"
                         " officer, counterpart, at, note || substr(?3, 1, 0), dokumen, draft_sha256,"
                         " previous_hash, hash FROM kartu_kendali WHERE permohonan_id = ?1"_s}) {
                        if (auto copied = db.run(sql, {source, id, suffix}); !copied)
                            return std::unexpected(copied.error());
                    }
                    waiting.append(PermohonanId(id.toLongLong()));
                }
                return {};
            })
            .has_value();
    must(isCopied, "copies");
    version = office.head(from).version;
}

} // namespace sipenduduk
