#!/usr/bin/env python3
"""The office protocol as CDDL (RFC 8610), read from the structs and their visit() functions.

wire.py PROJECT prints it; wire.py PROJECT --write brings common/protocol/protocol.cddl up to date;
wire.py PROJECT --check is the test that it is.
"""

import re
import sys
from pathlib import Path

from source import Source

_VISIT = re.compile(r"template <Is<(\w+)> S>\s*void visit\([^)]*\)\s*\{(.*?)\n\}", re.DOTALL)
_ITEM = re.compile(r"v\((\d+), m\.(\w+)(?:, ([^)]+))?\);")
_STRUCT = re.compile(r"\bstruct (\w+)\s*\{(.*?)\n\};", re.DOTALL)
_FIELD = re.compile(r"^\s*(?:static constexpr MessageType Type = MessageType::(\w+);"
                    r"|using Reply = (\w+);|([\w:<>, ]+?) (\w+)(?:\{[^}]*\})?(?: = [^;]+)?;)", re.MULTILINE)
_NUMBER = re.compile(r"^\s*(\w+) = (\d+),", re.MULTILINE)
_CONSTANT = re.compile(r"constexpr (?:qint64|qsizetype|int) (\w+) = ([^;]+);")

PLAIN = {"QString": "tstr", "QByteArray": "bstr", "bool": "bool", "QDateTime": "time", "QDate": "day"}
HEAD = """; Made by tests/structure/wire.py from the sources of this folder: change those, not this.
;
; A frame is the length of what follows (4 bytes, big-endian, at most 1 MiB) and one envelope.
; Bounds of texts count UTF-16 code units. Numbers of enumerations stand in the headers.

envelope = {
  0 => uint,               ; type, see below
  1 => uint,               ; id of a request, repeated in its answer; 0: an event
  ? 2 => bstr .size 16,    ; idempotency key, on requests that change something
  3 => { * int => any },   ; body; keys that are not known are passed over
}

time = int / null          ; milliseconds since 1970-01-01T00:00:00Z
day = int / null           ; Julian day number
"""


class Wire:
    """Structs of common/ with their fields, visits and message numbers."""

    def __init__(self, project):
        folder = Path(project, "common")
        sources = [Source(path.name, path.read_text(encoding="utf-8"))
                   for path in sorted((*folder.glob("*.h"), *(folder / "protocol").glob("*.*")))
                   if path.suffix in (".h", ".cpp")]
        code = "\n".join(source.code for source in sources)
        self.constants = {name: value.strip() for name, value in _CONSTANT.findall(code)}
        enumeration = re.search(r"enum class MessageType \{(.*?)\};", code, re.DOTALL).group(1)
        self.numbers = {name: int(number) for name, number in _NUMBER.findall(enumeration)}
        self.structs = {name: _FIELD.findall(body) for name, body in _STRUCT.findall(code)}
        self.visits = {name: _ITEM.findall(body) for name, body in _VISIT.findall(code)}

    def text(self):
        messages = sorted((self._type(name), name) for name in self.visits if self._type(name) is not None)
        parts = [HEAD]
        for number, name in messages:
            reply = next((reply for _, reply, _, _ in self.structs[name] if reply), None)
            answered = f"; answered by {_rule(reply)}" if reply else ""
            parts.append(self._map(name, f"; type {number}{answered}"))
        parts += [self._map(name, "") for name in sorted(self.visits) if self._type(name) is None]
        return "\n".join(parts)

    def _type(self, name):
        label = next((label for label, _, _, _ in self.structs.get(name, ()) if label), None)
        return self.numbers.get(label)

    def _map(self, name, note):
        kinds = {field: kind for _, _, kind, field in self.structs[name] if field}
        lines = [note] if note else []
        lines.append(f"{_rule(name)} = {{")
        for number, field, limit in self.visits[name]:
            lines.append(f"  {number} => {self._kind(kinds[field].strip(), limit)}, ; {field}")
        return "\n".join([*lines, "}", ""])

    def _kind(self, kind, limit):
        if found := re.fullmatch(r"QList<([\w:]+)>", kind):
            return f"[0*{self._size(limit, 2048)} {self._kind(found.group(1), '')}]"
        if kind == "QStringList":
            return f"[0*{self._size(limit, 2048)} tstr]"
        if found := re.fullmatch(r"QMap<QString, (\w+)>", kind):
            return f"{{ * tstr => {self._kind(found.group(1), limit)} }}"
        name = kind.rpartition("::")[2]
        if name in self.visits:
            return _rule(name)
        plain = PLAIN.get(name, "int")
        if plain in ("tstr", "bstr"):
            return f"{plain} .size (0..{self._size(limit, 4096)})"
        return plain

    def _size(self, limit, default):
        text = limit.replace("'", "") or str(default)
        while found := re.search(r"[A-Za-z]\w*", text):
            text = text.replace(found.group(), f"({self.constants[found.group()]})")
        return eval(text, {"__builtins__": {}})  # arithmetic of our own constants


def _rule(name):
    return re.sub(r"(?<!^)(?=[A-Z])", "-", name).lower()


def main():
    project, *option = sys.argv[1:]
    made = Wire(project).text()
    file = Path(project, "common/protocol/protocol.cddl")
    if option == ["--write"]:
        file.write_text(made, encoding="utf-8")
    elif option == ["--check"]:
        if not file.exists() or file.read_text(encoding="utf-8") != made:
            sys.exit(f"{file} is not what the sources say: wire.py PROJECT --write mends that")
    else:
        print(made)


if __name__ == "__main__":
    main()
