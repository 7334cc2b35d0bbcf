#pragma once

#include "tests/tte/TteSupport.h"

#include <map>

namespace sipenduduk::test {

/// An incremental update as an attacker writes it: with any entry that he likes.
struct RawUpdate
{
    std::map<int, QByteArray> objects = {}; ///< number → body
    std::map<int, qint64> offsets = {};     ///< entries that lead to bytes which are there already
    QList<int> freed = {};
    QByteArray root = "1 0 R";
    QByteArray before = {}; ///< bytes in front of the first object
    bool hasTable = true;
    bool hasTrailer = true;
    bool hasEnd = true; ///< startxref and %%EOF
};
/// `file` with the update behind it.
[[nodiscard]] QByteArray withUpdate(const QByteArray &file, const RawUpdate &update);

/// What a draft of plainPdf() needs said again when its catalog and page are written anew, and
/// what a careless or hostile signer would do.
struct RawSigning
{
    QByteArray catalogMembers = {};
    QByteArray pageMembers = {};  ///< with the /Resources
    QByteArrayList annots = {};   ///< references that the page has already
    QByteArrayList fields = {};   ///< references that the form has already
    int certification = 0;        ///< level P of /DocMDP; 0 signs without
    QByteArray valueMembers = {}; ///< more members in front of the value's own
    qsizetype skippedFront = 0;   ///< bytes that the range leaves out at the start
    qsizetype hole = 0;           ///< blanks behind /Contents that the range leaves out
    qsizetype skippedEnd = 0;     ///< bytes that the range leaves out at the end
};
inline constexpr int RawFieldNumber = 50; ///< of the field; its value has the next number

/// A draft of plainPdf() signed without our writer, by the Kadin; no look.
[[nodiscard]] QByteArray signedRaw(const QByteArray &draft, const RawSigning &how = {});

/// An empty signature value that signLast() can fill.
[[nodiscard]] QByteArray rawSignatureValue(const QByteArray &moreMembers = {});
/// Fills the last range and value of the file: the whole file but the value's own string.
[[nodiscard]] QByteArray signLast(const QByteArray &file, const PracticeIdentity &identity);

} // namespace sipenduduk::test
