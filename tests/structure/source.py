"""C++ sources as the structure tests read them: includes, code without comments, string literals."""

import re
from pathlib import Path

PRODUCT_FOLDERS = ("common", "server", "app")
FOLDERS = (*PRODUCT_FOLDERS, "tests")
CPP_SUFFIXES = (".cpp", ".h")

_TOKEN = re.compile(
    r"""(?P<comment>//(?:\\\n|[^\n])*|/\*.*?\*/)"""
    r"""|(?P<raw>R"(?P<delimiter>[^()\\\s]{0,16})\((?P<body>.*?)\)(?P=delimiter)")"""
    r"""|(?P<string>"(?:\\.|[^"\\\n])*")"""
    r"""|(?P<number>\b\d[\w']*)"""
    r"""|(?P<char>'(?:\\.|[^'\\\n])+')""",
    re.DOTALL | re.VERBOSE,
)
_INCLUDE = re.compile(r"""^[ \t]*\#[ \t]*include[ \t]*(<[^>\n]*>|"[^"\n]*")""", re.MULTILINE | re.VERBOSE)


class Finding:
    """A broken rule and the place it is broken at."""

    def __init__(self, path, line, message):
        self.path, self.line, self.message = path, line, message

    def __str__(self):
        return f"{self.path}:{self.line}: {self.message}"


class Source:
    """One file; `path` is relative to the project, with forward slashes."""

    def __init__(self, path, text):
        self.path = path
        self.text = text
        self.strings = []  # (line, body) of every literal
        self.code = _TOKEN.sub(self._blank, text)  # without comments and literals, same lines
        uncommented = _TOKEN.sub(
            lambda m: _keep_lines(m.group()) if m.group("comment") else m.group(), text
        )
        self.includes = [  # (line, name, quoted)
            (_line_of(uncommented, m.start(1)), m.group(1)[1:-1], m.group(1)[0] == '"')
            for m in _INCLUDE.finditer(uncommented)
        ]

    def _blank(self, match):
        line = _line_of(self.text, match.start())
        if match.group("raw") is not None:
            self.strings.append((line, match.group("body")))
        elif match.group("string") is not None:
            self.strings.append((line, match.group("string")[1:-1]))
        elif match.group("comment") is None:
            return match.group()
        return _keep_lines(match.group())

    def code_matches(self, pattern):
        """Lines where the compiled `pattern` stands in code, not in comments or literals."""
        return [(_line_of(self.code, m.start()), m) for m in pattern.finditer(self.code)]


def read_sources(root):
    """Every C++ file of the product and of its tests, in a stable order."""
    for folder in FOLDERS:
        for path in sorted(Path(root, folder).rglob("*")):
            if path.suffix in CPP_SUFFIXES:
                yield Source(path.relative_to(root).as_posix(), path.read_text(encoding="utf-8"))


def _line_of(text, position):
    return text.count("\n", 0, position) + 1


def _keep_lines(text):
    return " " + "\n" * text.count("\n")
