#pragma once

#include "common/Layanan.h"
#include "common/Result.h"
#include "common/Wilayah.h"

#include <QByteArrayView>
#include <QHash>
#include <QList>
#include <QString>

namespace sipenduduk {

/// Largest catalogue that is read at all, in bytes.
inline constexpr qsizetype MaxKatalogSize = 4 * 1024 * 1024;

/// Everything the office offers: services with their requirements, fields and outputs, the
/// kinds of dokumen, seksi and bidang, code lists, places. A value; built by parse() alone, so
/// that one in hand is whole: every code that it names exists.
class KatalogLayanan
{
public:
    /// Reads JSON Lines (see resources/services/README.md). Refuses the first fault:
    /// Malformed with the detail "line N: what is wrong"; TooLarge beyond MaxKatalogSize.
    [[nodiscard]] static Result<KatalogLayanan> parse(QByteArrayView jsonLines);

    [[nodiscard]] const QList<Layanan> &layananList() const { return m_layananList; }
    [[nodiscard]] const QList<JenisDokumen> &dokumenList() const { return m_dokumenList; }
    [[nodiscard]] const QList<Seksi> &seksiList() const { return m_seksiList; }
    [[nodiscard]] const QList<Bidang> &bidangList() const { return m_bidangList; }
    [[nodiscard]] const QList<Kecamatan> &kecamatanList() const { return m_kecamatanList; }
    /// What an applicant gives when opening an account.
    [[nodiscard]] const QList<Isian> &registrationFields() const { return m_registrationFields; }

    /// None when there is no such code; valid as long as the catalogue is not changed.
    [[nodiscard]] const Layanan *layanan(QStringView code) const;
    [[nodiscard]] const JenisDokumen *dokumen(QStringView code) const;
    [[nodiscard]] const Seksi *seksi(QStringView code) const;
    [[nodiscard]] const Bidang *bidang(QStringView code) const;
    /// A code list such as "agama"; empty when there is none.
    [[nodiscard]] QList<Pilihan> codeList(const QString &code) const;

    bool operator==(const KatalogLayanan &) const = default;

private:
    friend class KatalogParser;

    QList<Layanan> m_layananList;
    QList<JenisDokumen> m_dokumenList;
    QList<Seksi> m_seksiList;
    QList<Bidang> m_bidangList;
    QList<Kecamatan> m_kecamatanList;
    QList<Isian> m_registrationFields;
    QHash<QString, QList<Pilihan>> m_codeLists;
};

} // namespace sipenduduk
