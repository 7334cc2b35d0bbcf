#pragma once

#include <QByteArray>
#include <QList>

namespace sipenduduk {

/// What a /DSS is made of.
struct ValidationMaterial
{
    QList<QByteArray> certificates; ///< DER
    QList<QByteArray> ocsps;        ///< OCSPResponse, DER
    QList<QByteArray> crls;         ///< DER

    [[nodiscard]] bool isEmpty() const;
    /// Takes what is not there yet.
    void add(const ValidationMaterial &more);
    /// What of this is not in `known`.
    [[nodiscard]] ValidationMaterial without(const ValidationMaterial &known) const;

    bool operator==(const ValidationMaterial &) const = default;
};

} // namespace sipenduduk
