"""Names that meet when the sources of a folder are compiled as one.

Unity batches put several sources into one translation unit, where their unnamed namespaces become
one. The compiler finds a collision too, but only minutes into the build and one at a time.
"""

import re
from collections import defaultdict

from source import Finding

_UNNAMED = re.compile(r"\bnamespace\s*\{")
_TYPE = re.compile(r"^(?:template\s*<.*>\s*)?(?:struct|class|union|enum(?:\s+(?:class|struct))?)\s+(\w+)")
_ALIAS = re.compile(r"^using\s+(\w+)\s*=")
_FUNCTION = re.compile(r"\b(\w+)\s*\((.*)\)\s*(?:const|noexcept)?\s*(?:->.*)?$", re.DOTALL)
_VARIABLE = re.compile(r"\b(\w+)\s*(?:\[[^\]]*\]\s*)?(?:=.*|\(.*\)|)$", re.DOTALL)


def collisions(sources):
    """A finding for every name that a second source of the same folder defines as well."""
    first = {}
    for source in sources:
        if not source.path.endswith(".cpp"):
            continue
        folder = source.path.rpartition("/")[0]
        own = defaultdict(lambda: source.path)
        for line, name in unnamed_definitions(source.code):
            other = first.setdefault((folder, name), own[name])
            if other != source.path:
                shown = name.split("(")[0]
                yield Finding(source.path, line, f"{shown} is in {other} too: they meet in a unity batch")


def unnamed_definitions(code):
    """(line, name) of what unnamed namespaces define; functions carry their parameters."""
    for match in _UNNAMED.finditer(code):
        for start, head, opens in heads(code, match.end()):
            name = _name(" ".join(head.split()), opens)
            if name:
                yield code.count("\n", 0, start) + 1, name


def heads(code, position):
    """(position, text, whether a brace follows) of each statement up to the namespace's end."""
    start, depth, braces = position, 0, 0
    for index in range(position, len(code)):
        char = code[index]
        if braces:
            braces += (char == "{") - (char == "}")
            if not braces:
                start = index + 1
            continue
        if char == "}":
            return
        depth += (char in "([") - (char in ")]")
        if depth or char not in ";{":
            continue
        head = code[start:index]
        begin = start + len(head) - len(head.lstrip())
        if head.strip():
            yield begin, head, char == "{"
        start, braces = index + 1, int(char == "{")


def _name(head, opens):
    for pattern in (_TYPE, _ALIAS):
        if found := pattern.match(head):
            return found.group(1)
    if head.startswith(("template", "using", "Q_", "namespace", "extern")):
        return None
    if opens and (found := _FUNCTION.search(head)):
        return f"{found.group(1)}({_types(found.group(2))})"
    if not opens and "(" in head and not re.match(r"(const|constexpr|static|inline)\b", head):
        return None  # a declaration, or a macro
    found = _VARIABLE.search(head)
    return found.group(1) if found else None


def _types(parameters):
    """Parameters without their names: what tells overloads apart."""
    return ",".join(re.sub(r"\b\w+\s*(=.*)?$", "", part.strip()).strip() for part in parameters.split(","))
