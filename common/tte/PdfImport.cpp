#include "common/tte/PdfImport.h"

#include "common/tte/PdfRevision.h"

#include <qpdf/Buffer.hh>

namespace sipenduduk {

void PdfImport::take(QPDFObjectHandle root)
{
    m_objects.clear();
    m_sources = {root};
    for (size_t i = 0; i < m_sources.size(); ++i) { // grows while we read
        Object object;
        if (m_sources[i].isStream())
            writeStream(object, m_sources[i]);
        else
            write(object, m_sources[i]);
        m_objects.push_back(std::move(object));
    }
    m_sources.clear();
}

int PdfImport::indexOf(QPDFObjectHandle handle)
{
    for (size_t i = 0; i < m_sources.size(); ++i) {
        if (m_sources[i].isSameObjectAs(handle))
            return int(i);
    }
    m_sources.push_back(handle);
    return int(m_sources.size()) - 1;
}

void PdfImport::writeText(Object &object, const QByteArray &text)
{
    if (object.empty() || object.back().object >= 0)
        object.emplace_back();
    object.back().text += text;
}

void PdfImport::write(Object &object, QPDFObjectHandle handle)
{
    const auto child = [&](QPDFObjectHandle value) {
        if (!value.isIndirect())
            return write(object, value);
        writeText(object, "");
        object.back().object = indexOf(value);
    };
    if (handle.isDictionary()) {
        writeText(object, "<<");
        for (const std::string &key : handle.getKeys()) {
            writeText(object,
                      ' ' + QByteArray::fromStdString(QPDFObjectHandle::newName(key).unparse())
                          + ' ');
            child(handle.getKey(key));
        }
        writeText(object, " >>");
    } else if (handle.isArray()) {
        writeText(object, "[");
        for (int i = 0; i < handle.getArrayNItems(); ++i) {
            writeText(object, " ");
            child(handle.getArrayItem(i));
        }
        writeText(object, " ]");
    } else {
        writeText(object, QByteArray::fromStdString(handle.unparseResolved()));
    }
}

void PdfImport::writeStream(Object &object, QPDFObjectHandle stream)
{
    const auto data = stream.getRawStreamData();
    QPDFObjectHandle dictionary = stream.getDict().shallowCopy();
    dictionary.replaceKey("/Length",
                          QPDFObjectHandle::newInteger(static_cast<long long>(data->getSize())));
    write(object, dictionary);
    writeText(object, "\nstream\n");
    writeText(
        object,
        QByteArray(reinterpret_cast<const char *>(data->getBuffer()), qsizetype(data->getSize())));
    writeText(object, "\nendstream");
}

int PdfImport::appendTo(PdfRevision &revision) const
{
    const int first = revision.newObjects(int(m_objects.size()));
    for (size_t i = 0; i < m_objects.size(); ++i) {
        QByteArray body;
        for (const Piece &piece : m_objects[i]) {
            body += piece.text;
            if (piece.object >= 0)
                body += QByteArray::number(first + piece.object) + " 0 R";
        }
        revision.append(first + int(i), 0, body);
    }
    return first;
}

} // namespace sipenduduk
