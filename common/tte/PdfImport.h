#pragma once

#include <QByteArray>

#include <vector>

#include <qpdf/QPDFObjectHandle.hh>

namespace sipenduduk {

class PdfRevision;

/// Objects taken out of another PDF, kept as text with gaps for their numbers, so that the same
/// drawing can be put into many documents for the price of a copy.
class PdfImport
{
public:
    /// Takes `root` (a stream or dictionary value) and all that it refers to; `root` becomes the
    /// first object. Streams are taken as they are, with a direct /Length.
    void take(QPDFObjectHandle root);

    /// Appends all objects to `revision`; gives the number of the first.
    [[nodiscard]] int appendTo(PdfRevision &revision) const;

    [[nodiscard]] bool isEmpty() const { return m_objects.empty(); }

private:
    struct Piece
    {
        QByteArray text;
        int object = -1; ///< index of the object whose reference follows the text; -1: none
    };
    using Object = std::vector<Piece>;

    int indexOf(QPDFObjectHandle handle);
    void write(Object &object, QPDFObjectHandle handle);
    void writeStream(Object &object, QPDFObjectHandle stream);
    static void writeText(Object &object, const QByteArray &text);

    std::vector<Object> m_objects;
    std::vector<QPDFObjectHandle> m_sources;
};

} // namespace sipenduduk
