#pragma once

#include "common/tte/verify/PdfFile.h"

#include <qpdf/QPDF.hh>
#include <qpdf/QPDFObjGen.hh>
#include <qpdf/QPDFObjectHandle.hh>

#include <map>
#include <optional>
#include <set>

#include <QString>

namespace sipenduduk {

/// Compares two revisions of one file, object by object, and says whether only signatures were
/// added: new signature fields, filled, with their widgets and looks, /AcroForm in the catalog,
/// /Annots of pages; and, unless strict, /DSS, document time stamps, which show nothing, and the
/// signing of fields that were there empty.
class RevisionDiff
{
public:
    enum class Rule {
        Strict,  ///< what our own signer writes: one field, nothing rewritten without need
        Lenient, ///< what any signer may add after a signature
        DssOnly, ///< /DSS and nothing else: what may stand behind the last signature
    };

    /// `before` must be a prefix of `after`.
    RevisionDiff(const PdfFile &before, const PdfFile &after, Rule rule);

    /// The first thing that is not permitted, or nothing.
    [[nodiscard]] std::optional<QString> firstViolation();

    /// Fields added, in the new file; valid after firstViolation() found nothing.
    [[nodiscard]] const std::set<QPDFObjGen> &addedFields() const { return m_fields; }

    /// Signature fields that were there empty and were signed since; as addedFields().
    [[nodiscard]] const std::set<QPDFObjGen> &filledFields() const { return m_filled; }

private:
    enum class ObjectRole { Catalog, AcroForm, Fields, Page, Annots, Dss, Ambiguous };
    using Handle = QPDFObjectHandle;
    using Table = std::map<QPDFObjGen, QPDFXRefEntry>;

    void findRoles();
    void addRole(const QPDFObjGen &object, ObjectRole role);
    void compareTables();
    [[nodiscard]] bool isUntouched(const QPDFXRefEntry &old, const QPDFXRefEntry &now) const;
    void compareObject(const QPDFObjGen &object);
    void compareOther(const QPDFObjGen &object, Handle old, Handle now);
    void compareMembers(Handle old, Handle now, const std::set<std::string> &except);
    void compareCatalog(Handle old, Handle now);
    void compareAcroForm(Handle old, Handle now);
    void comparePage(Handle old, Handle now);
    void compareDss(Handle old, Handle now);
    void compareArrayMember(Handle old, Handle now, std::set<QPDFObjGen> &added);
    void compareArray(Handle old, Handle now, std::set<QPDFObjGen> &added);
    void checkAdded();
    void checkField(const QPDFObjGen &object);
    void checkStrictField(Handle field);
    void checkFilled(Handle field);
    void reach(Handle handle, int depth, std::set<QPDFObjGen> &reached);
    [[nodiscard]] bool isNew(const QPDFObjGen &object) const;
    void violate(const QString &what);

    QPDF &m_before;
    QPDF &m_after;
    qint64 m_beforeSize;
    Rule m_rule;
    Table m_oldTable;
    Table m_newTable;
    std::set<int> m_oldIds;
    std::map<QPDFObjGen, ObjectRole> m_roles;
    std::set<QPDFObjGen> m_added;
    std::set<QPDFObjGen> m_fields;
    std::set<QPDFObjGen> m_filled;
    std::set<QPDFObjGen> m_widgets;
    std::set<QPDFObjGen> m_permitted;  ///< added objects that something permitted refers to
    std::set<QPDFObjGen> m_changedDss; ///< objects of the old /DSS that were written anew
    bool m_reachedOld = false;         ///< reach() met an object of the old revision
    std::optional<QString> m_violation;
};

} // namespace sipenduduk
