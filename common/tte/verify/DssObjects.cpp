#include "common/tte/verify/DssObjects.h"

#include <qpdf/QPDF.hh>
#include <qpdf/QPDFObjectHandle.hh>

#include <vector>

namespace sipenduduk {

namespace {

constexpr int VriDepth = 4; // /DSS, /VRI, one of its entries, an array of that

void collect(QPDFObjectHandle handle, int depth, std::set<QPDFObjGen> &found)
{
    const bool isPart = handle.isDictionary() || handle.isArray();
    if (!isPart || depth > VriDepth)
        return;
    if (handle.isIndirect() && !found.insert(handle.getObjGen()).second)
        return;
    if (handle.isArray())
        return; // of streams, which never change
    for (const std::string &key : handle.getKeys())
        collect(handle.getKey(key), depth + 1, found);
}

void pushChildren(QPDFObjectHandle handle, bool isCatalog, std::vector<QPDFObjectHandle> &open)
{
    if (handle.isStream())
        handle = handle.getDict();
    if (handle.isArray()) {
        for (int i = 0; i < handle.getArrayNItems(); ++i)
            open.push_back(handle.getArrayItem(i));
    } else if (handle.isDictionary()) {
        for (const std::string &key : handle.getKeys()) {
            if (!isCatalog || key != "/DSS")
                open.push_back(handle.getKey(key));
        }
    }
}

} // namespace

std::set<QPDFObjGen> dssObjectsOf(QPDF &file)
{
    std::set<QPDFObjGen> found;
    collect(file.getRoot().getKey("/DSS"), 1, found);
    return found;
}

bool isUsedOutsideOfDss(QPDF &file, const std::set<QPDFObjGen> &objects)
{
    const QPDFObjGen catalog = file.getRoot().getObjGen();
    std::set<QPDFObjGen> seen;
    std::vector<QPDFObjectHandle> open{file.getRoot()};
    while (!open.empty()) {
        QPDFObjectHandle handle = open.back();
        open.pop_back();
        if (handle.isIndirect() && objects.contains(handle.getObjGen()))
            return true;
        if (handle.isIndirect() && !seen.insert(handle.getObjGen()).second)
            continue;
        pushChildren(handle, handle.isIndirect() && handle.getObjGen() == catalog, open);
    }
    return false;
}

} // namespace sipenduduk
