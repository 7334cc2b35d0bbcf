"""Types of one name that meet in one program.

Two sources that each define `sipenduduk::Responder` compile and link without a word: the linker
keeps one set of the inline functions, and half of the objects are handled by those of the other
type. Only a damaged heap tells of it.
"""

import re

from source import PRODUCT_FOLDERS, Finding
from unity import heads

PROGRAMS = (("common", "server"), ("common", "app"))

_DIRECTIVE = re.compile(r"^[ \t]*#(?:[^\n]*\\\n)*[^\n]*", re.MULTILINE)
_NAMESPACE = re.compile(r"^(?:inline\s+)?namespace\s+([\w:]+)$")
_TYPE = re.compile(
    r"^(?:template\s*<.*>\s*)?(?:struct|class|union|enum(?:\s+(?:class|struct))?)\s+([\w:]+)"
    r"(?:\s+final)?(?:\s*:(?!:).*)?$"
)


def twice_defined(sources):
    """A finding for every type that another source of the same program defines as well."""
    first = {}
    for source in sources:
        folder = source.path.partition("/")[0]
        if folder not in PRODUCT_FOLDERS:
            continue
        for line, name in _types(source.code):
            others = {first.setdefault((program, name), source.path)
                      for program in PROGRAMS if folder in program} - {source.path}
            for other in sorted(others):
                yield Finding(source.path, line, f"{name} is in {other} too: one program, two types")


def _types(code):
    """(line, qualified name) of the types defined in named namespaces, or in none."""
    blanked = _DIRECTIVE.sub(lambda m: re.sub(r"[^\n]", " ", m.group()), code)
    return list(_within(blanked, 0, ""))


def _within(code, position, scope):
    for start, head, opens in heads(code, position):
        words = " ".join(head.split())
        if not opens:
            continue
        if found := _NAMESPACE.match(words):
            yield from _within(code, start + len(head.lstrip()) + 1, f"{scope}{found.group(1)}::")
        elif found := _TYPE.match(words):
            yield code.count("\n", 0, start) + 1, scope + found.group(1)
