#include "common/tte/verify/RevisionDiff.h"

#include "common/tte/verify/DssObjects.h"

#include <qpdf/QPDFXRefEntry.hh>

#include <QList>

using namespace Qt::StringLiterals;

namespace sipenduduk {

namespace {

constexpr int MaxReachDepth = 64;

const std::set<std::string> StrictFieldKeys{"/Type", "/Subtype", "/FT", "/T", "/F",
                                            "/P",    "/Rect",    "/V",  "/AP"};
const std::set<std::string> StrictValueKeys{
    "/Type", "/Filter", "/SubFilter", "/ByteRange",        "/Contents",
    "/M",    "/Name",   "/Reason",    "/SIPENDUDUK.Paraf", "/SIPENDUDUK.Draf"};
/// Keys by which a drawing could act, show another file, or show itself only sometimes.
const std::set<std::string> ActiveKeys{"/A",  "/AA",  "/JS",  "/OpenAction", "/Launch", "/EF",
                                       "/RF", "/Ref", "/OPI", "/OC",         "/PS",     "/Kids"};

bool isSame(QPDFObjectHandle a, QPDFObjectHandle b)
{
    if (a.isIndirect() || b.isIndirect())
        return a.isIndirect() && b.isIndirect() && a.getObjGen() == b.getObjGen();
    return a.unparse() == b.unparse();
}

bool isSameContent(QPDFObjectHandle a, QPDFObjectHandle b)
{
    if (a.isStream() != b.isStream())
        return false;
    if (!a.isStream())
        return a.unparseResolved() == b.unparseResolved();
    if (a.getDict().unparseResolved() != b.getDict().unparseResolved())
        return false;
    const auto one = a.getRawStreamData();
    const auto other = b.getRawStreamData();
    return one->getSize() == other->getSize()
        && std::equal(one->getBuffer(), one->getBuffer() + one->getSize(), other->getBuffer());
}

bool isEmptySignatureField(QPDFObjectHandle field)
{
    return field.isDictionary() && field.getKey("/FT").isNameAndEquals("/Sig")
        && !field.hasKey("/V") && !field.hasKey("/Kids");
}

QString nameOf(const QPDFObjGen &object)
{
    return u"object %1 %2"_s.arg(object.getObj()).arg(object.getGen());
}

} // namespace

RevisionDiff::RevisionDiff(const PdfFile &before, const PdfFile &after, Rule rule)
    : m_before(before.qpdf())
    , m_after(after.qpdf())
    , m_beforeSize(before.bytes().size())
    , m_rule(rule)
{
}

std::optional<QString> RevisionDiff::firstViolation()
{
    try {
        m_oldTable = m_before.getXRefTable();
        m_newTable = m_after.getXRefTable();
        for (const auto &[object, entry] : m_oldTable)
            m_oldIds.insert(object.getObj());
        if (!isSame(m_before.getTrailer().getKey("/Root"), m_after.getTrailer().getKey("/Root"))
            || !isSame(m_before.getTrailer().getKey("/Info"), m_after.getTrailer().getKey("/Info")))
            violate(u"trailer points at another catalog or info"_s);
        findRoles();
        compareTables();
        checkAdded();
        if (m_before.anyWarnings() || m_after.anyWarnings())
            violate(u"a revision needs repair"_s);
    } catch (const std::exception &) {
        violate(u"a revision is damaged"_s);
    }
    return m_violation;
}

void RevisionDiff::violate(const QString &what)
{
    if (!m_violation)
        m_violation = what;
}

void RevisionDiff::addRole(const QPDFObjGen &object, ObjectRole role)
{
    const auto [entry, isFirst] = m_roles.try_emplace(object, role);
    if (!isFirst) // one array for two purposes: what is added to it would have two meanings
        entry->second = ObjectRole::Ambiguous;
}

void RevisionDiff::findRoles()
{
    Handle root = m_before.getRoot();
    addRole(root.getObjGen(), ObjectRole::Catalog);
    Handle form = root.getKey("/AcroForm");
    if (form.isIndirect())
        addRole(form.getObjGen(), ObjectRole::AcroForm);
    if (form.isDictionary() && form.getKey("/Fields").isIndirect())
        addRole(form.getKey("/Fields").getObjGen(), ObjectRole::Fields);
    for (Handle page : m_before.getAllPages()) {
        addRole(page.getObjGen(), ObjectRole::Page);
        if (page.getKey("/Annots").isIndirect())
            addRole(page.getKey("/Annots").getObjGen(), ObjectRole::Annots);
    }
    if (m_rule == Rule::Strict)
        return;
    for (const QPDFObjGen &object : dssObjectsOf(m_before))
        addRole(object, ObjectRole::Dss);
}

bool RevisionDiff::isNew(const QPDFObjGen &object) const
{
    return m_added.contains(object);
}

bool RevisionDiff::isUntouched(const QPDFXRefEntry &old, const QPDFXRefEntry &now) const
{
    if (old.getType() != now.getType())
        return false;
    if (old.getType() == 1)
        return old.getOffset() == now.getOffset() && now.getOffset() < m_beforeSize;
    const QPDFObjGen container(old.getObjStreamNumber(), 0);
    return old.getType() == 2 && old.getObjStreamNumber() == now.getObjStreamNumber()
        && old.getObjStreamIndex() == now.getObjStreamIndex() && m_oldTable.contains(container)
        && m_newTable.contains(container) && m_oldTable.at(container).getType() == 1
        && isUntouched(m_oldTable.at(container), m_newTable.at(container));
}

void RevisionDiff::compareTables()
{
    for (const auto &[object, entry] : m_oldTable) {
        if (!m_newTable.contains(object))
            violate(nameOf(object) + u" was removed"_s);
    }
    QList<QPDFObjGen> changed;
    for (const auto &[object, entry] : m_newTable) {
        const auto old = m_oldTable.find(object);
        if (old != m_oldTable.end() && isUntouched(old->second, entry))
            continue;
        if (m_rule == Rule::Strict && (entry.getType() != 1 || entry.getOffset() < m_beforeSize))
            violate(nameOf(object) + u" lies outside of the appended bytes"_s);
        if (old != m_oldTable.end())
            changed.append(object);
        else if (m_oldIds.contains(object.getObj()))
            violate(nameOf(object) + u" replaces another generation"_s);
        else
            m_added.insert(object);
    }
    for (const QPDFObjGen &object : std::as_const(changed)) {
        if (!m_violation)
            compareObject(object);
    }
}

void RevisionDiff::compareObject(const QPDFObjGen &object)
{
    Handle old = m_before.getObject(object);
    Handle now = m_after.getObject(object);
    const auto role = m_roles.find(object);
    if (role == m_roles.end())
        return compareOther(object, old, now);
    switch (role->second) {
    case ObjectRole::Catalog: return compareCatalog(old, now);
    case ObjectRole::AcroForm: return compareAcroForm(old, now);
    case ObjectRole::Fields: return compareArray(old, now, m_fields);
    case ObjectRole::Page: return comparePage(old, now);
    case ObjectRole::Annots: return compareArray(old, now, m_widgets);
    case ObjectRole::Dss: m_changedDss.insert(object); return compareDss(old, now);
    case ObjectRole::Ambiguous: return violate(nameOf(object) + u" has two meanings"_s);
    }
}

void RevisionDiff::compareOther(const QPDFObjGen &object, Handle old, Handle now)
{
    if (m_rule == Rule::Lenient && isEmptySignatureField(old) && now.isDictionary()
        && now.getKey("/V").isDictionary()) {
        m_filled.insert(object);
        compareMembers(old, now, {"/V", "/AP", "/M"});
        if (!isNew(now.getKey("/V").getObjGen()))
            violate(u"the value of a signature was there before it was signed"_s);
        reach(now.getKey("/V"), 0, m_permitted);
        return reach(now.getKey("/AP"), 0, m_permitted);
    }
    if (m_rule == Rule::Strict || !isSameContent(old, now))
        violate(nameOf(object) + u" was changed"_s);
}

void RevisionDiff::compareMembers(Handle old, Handle now, const std::set<std::string> &except)
{
    if (!old.isDictionary() || !now.isDictionary())
        return violate(u"a dictionary was replaced"_s);
    std::set<std::string> keys = old.getKeys();
    keys.merge(now.getKeys());
    for (const std::string &key : keys) {
        if (!except.contains(key) && !isSame(old.getKey(key), now.getKey(key)))
            violate(u"member %1 was changed"_s.arg(QString::fromStdString(key)));
    }
}

void RevisionDiff::compareCatalog(Handle old, Handle now)
{
    std::set<std::string> except{"/AcroForm"};
    if (m_rule != Rule::Strict)
        except.insert({"/DSS", "/Extensions"});
    compareMembers(old, now, except);
    if (m_rule != Rule::Strict) {
        reach(now.getKey("/DSS"), 0, m_permitted);
        reach(now.getKey("/Extensions"), 0, m_permitted);
    }
    Handle oldForm = old.getKey("/AcroForm");
    Handle newForm = now.getKey("/AcroForm");
    if (isSame(oldForm, newForm))
        return; // an indirect one is compared as an object of its own
    if (oldForm.isIndirect() || (newForm.isIndirect() && !isNew(newForm.getObjGen())))
        return violate(u"catalog points at another form"_s);
    if (newForm.isIndirect())
        m_permitted.insert(newForm.getObjGen());
    compareAcroForm(oldForm, newForm);
}

void RevisionDiff::compareAcroForm(Handle old, Handle now)
{
    if (old.isNull())
        old = Handle::newDictionary();
    compareMembers(old, now, {"/Fields", "/SigFlags"});
    if (m_violation)
        return;
    Handle flags = now.getKey("/SigFlags");
    if (!flags.isInteger() || (flags.getIntValue() != 3 && flags.getIntValue() != 1))
        violate(u"signature flags of the form"_s);
    compareArrayMember(old.getKey("/Fields"), now.getKey("/Fields"), m_fields);
}

void RevisionDiff::comparePage(Handle old, Handle now)
{
    compareMembers(old, now, {"/Annots"});
    if (!m_violation)
        compareArrayMember(old.getKey("/Annots"), now.getKey("/Annots"), m_widgets);
}

void RevisionDiff::compareDss(Handle old, Handle now)
{
    if (old.isArray() && now.isArray()) {
        for (int i = 0; i < now.getArrayNItems(); ++i)
            reach(now.getArrayItem(i), 0, m_permitted);
    } else if (old.isDictionary() && now.isDictionary()) {
        for (const std::string &key : now.getKeys())
            reach(now.getKey(key), 0, m_permitted);
    } else {
        violate(u"a part of /DSS was replaced"_s);
    }
}

void RevisionDiff::compareArrayMember(Handle old, Handle now, std::set<QPDFObjGen> &added)
{
    if (isSame(old, now))
        return;
    if (old.isIndirect() || (now.isIndirect() && !isNew(now.getObjGen())))
        return violate(u"an array was replaced by another"_s);
    if (now.isIndirect())
        m_permitted.insert(now.getObjGen());
    compareArray(old, now, added);
}

void RevisionDiff::compareArray(Handle old, Handle now, std::set<QPDFObjGen> &added)
{
    if (old.isNull())
        old = Handle::newArray();
    if (!old.isArray() || !now.isArray() || now.getArrayNItems() < old.getArrayNItems())
        return violate(u"an array lost items"_s);
    for (int i = 0; i < now.getArrayNItems(); ++i) {
        Handle item = now.getArrayItem(i);
        const bool isOld = i < old.getArrayNItems();
        if (isOld && !isSame(old.getArrayItem(i), item))
            return violate(u"an item of an array was changed"_s);
        if (!isOld && (!item.isIndirect() || !isNew(item.getObjGen())))
            return violate(u"an old object was added to an array"_s);
        if (!isOld && !added.insert(item.getObjGen()).second)
            return violate(u"an object was added twice"_s);
    }
}

void RevisionDiff::reach(Handle handle, int depth, std::set<QPDFObjGen> &reached)
{
    if (depth > MaxReachDepth)
        return violate(u"objects nest too deep"_s);
    if (handle.isIndirect() && !isNew(handle.getObjGen())) {
        m_reachedOld = true;
        return;
    }
    if (handle.isIndirect() && !reached.insert(handle.getObjGen()).second)
        return;
    if (handle.isStream())
        handle = handle.getDict();
    if (handle.isArray()) {
        for (int i = 0; i < handle.getArrayNItems(); ++i)
            reach(handle.getArrayItem(i), depth + 1, reached);
    } else if (handle.isDictionary()) {
        for (const std::string &key : handle.getKeys())
            reach(handle.getKey(key), depth + 1, reached);
    }
}

void RevisionDiff::checkAdded()
{
    if (m_violation)
        return;
    if (!m_changedDss.empty() && isUsedOutsideOfDss(m_before, m_changedDss))
        violate(u"a part of /DSS has another purpose"_s);
    for (const QPDFObjGen &widget : m_widgets) {
        if (!m_fields.contains(widget))
            violate(u"an annotation was added that is no signature field"_s);
    }
    if (m_rule == Rule::DssOnly && !(m_fields.empty() && m_widgets.empty()))
        violate(u"a field was added"_s);
    for (const QPDFObjGen &field : m_fields)
        checkField(field);
    if (m_rule == Rule::Strict && (m_fields.size() != 1 || m_widgets != m_fields))
        violate(u"not exactly one signature field with its widget"_s);
    for (const QPDFObjGen &object : m_added) {
        if (m_permitted.contains(object))
            continue;
        Handle handle = m_after.getObject(object);
        const bool isContainer = handle.isStreamOfType("/XRef")
            || (m_rule != Rule::Strict && handle.isStreamOfType("/ObjStm"));
        if (!isContainer)
            violate(nameOf(object) + u" was added for no permitted purpose"_s);
    }
}

void RevisionDiff::checkField(const QPDFObjGen &object)
{
    Handle field = m_after.getObject(object);
    if (!field.isDictionary() || !field.getKey("/FT").isNameAndEquals("/Sig")
        || !field.getKey("/Subtype").isNameAndEquals("/Widget") || field.hasKey("/A")
        || field.hasKey("/AA") || field.hasKey("/Kids") || field.hasKey("/Parent"))
        return violate(u"an added field is no plain signature field"_s);
    checkFilled(field);
    reach(field, 0, m_permitted);
    if (m_rule == Rule::Strict)
        checkStrictField(field);
}

/// An empty field signs nothing but may show something; and a time stamp has nothing to show.
void RevisionDiff::checkFilled(Handle field)
{
    Handle value = field.getKey("/V");
    if (!value.isDictionary() || !value.hasKey("/ByteRange") || !value.hasKey("/Contents"))
        return violate(u"an added field is not signed"_s);
    if (!value.getKey("/Type").isNameAndEquals("/DocTimeStamp") || !field.hasKey("/AP"))
        return;
    Handle rect = field.getKey("/Rect");
    const auto box =
        rect.isRectangle() ? rect.getArrayAsRectangle() : Handle::Rectangle(0, 0, 1, 1);
    if (box.llx != box.urx && box.lly != box.ury)
        violate(u"a document time stamp shows something"_s);
}

void RevisionDiff::checkStrictField(Handle field)
{
    const auto hasOnly = [](Handle dictionary, const std::set<std::string> &keys) {
        for (const std::string &key : dictionary.getKeys()) {
            if (!keys.contains(key))
                return false;
        }
        return true;
    };
    Handle value = field.getKey("/V");
    Handle look = field.getKey("/AP");
    if (!hasOnly(field, StrictFieldKeys) || !value.isDictionary() || !value.isIndirect()
        || !hasOnly(value, StrictValueKeys) || !value.getKey("/Type").isNameAndEquals("/Sig"))
        return violate(u"signature field or value has members it should not have"_s);
    if (!look.isDictionary() || look.isIndirect() || !hasOnly(look, {"/N"})
        || !look.getKey("/N").isStream() || !isNew(look.getKey("/N").getObjGen()))
        return violate(u"look of the signature"_s);
    Handle flags = field.getKey("/F");
    if (!flags.isInteger() || flags.getIntValue() != 132)
        return violate(u"flags of the widget"_s);
    std::set<QPDFObjGen> drawing;
    m_reachedOld = false;
    reach(look.getKey("/N"), 0, drawing);
    reach(value, 0, drawing);
    if (m_reachedOld)
        violate(u"look or value of the signature uses objects of the draft"_s);
    drawing.erase(value.getObjGen());
    for (const QPDFObjGen &object : drawing) {
        Handle handle = m_after.getObject(object);
        Handle dictionary = handle.isStream() ? handle.getDict() : handle;
        for (const std::string &key :
             dictionary.isDictionary() ? dictionary.getKeys() : std::set<std::string>()) {
            if (ActiveKeys.contains(key))
                violate(u"look of the signature has an active member"_s);
        }
    }
}

} // namespace sipenduduk
