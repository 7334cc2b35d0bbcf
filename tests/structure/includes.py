"""Who may include whom. The compiler does not stop a wrong direction; this does."""

import re
from pathlib import Path

from source import Finding

# Folders that a folder's files may include from; the first prefix that fits a file decides.
DIRECTIONS = [
    ("common/protocol/", ("common/",)),
    ("common/tte/", ("common/",)),
    ("common/", ("common/",)),
    ("server/", ("common/", "server/")),
    ("app/", ("common/", "app/")),
    ("tests/", ("common/", "server/", "app/", "tests/")),
]

# What common/ proper may not reach although it lies below the same folder.
COMMON_ALONE = "common/tte/"

# The judge of signatures shares nothing with the writer but these.
VERIFIER = "common/tte/verify/"
SIGN_PROGRAM = "common/tte/sign/"  # stands on both: what it wrote is judged before it is stored
VERIFIER_MAY_USE = (
    VERIFIER,
    "common/tte/x509/",
    "common/tte/KartuKendaliExport.h",
    "common/tte/ParafChain.h",
    "common/tte/SealPurpose.h",
)

# A library's headers, and the only folders that may include them besides tests/.
LIBRARIES = [
    ("OpenSSL", r"openssl/", ("common/tte/",)),
    ("QCA", r"(QtCrypto|Qca-qt6/|qca)", ("common/tte/",)),
    ("libqpdf", r"qpdf/", ("common/tte/", "server/documents/")),
    ("libsodium", r"sodium(\.h|/)", ("server/services/", "server/admin/")),
    ("libcurl", r"curl/", ("server/mail/",)),
    ("libmicrohttpd", r"microhttpd", ("server/portal/http/",)),
    ("mustache templates", r"(kainjow/)?mustache\.hpp", ("server/",)),
    ("Poppler", r"poppler", ("app/preview/",)),
]

# The C library of SQLite stands for measurements; the tests of a broken database need it too.
SQLITE_FOLDERS = ("server/db/", "tests/bench/", "tests/db/")

QT_MODULES = {
    "QtSql": ("server/db/",),
    "QtWidgets": ("app/",),
    "QtSvgWidgets": ("app/",),
    "QtPrintSupport": ("app/",),
    "QtTest": (),
}

STANDARD = set(
    """algorithm any array atomic barrier bit bitset cassert cctype cerrno cfenv cfloat charconv
    chrono cinttypes climits clocale cmath codecvt compare complex concepts condition_variable
    coroutine csetjmp csignal cstdarg cstddef cstdint cstdio cstdlib cstring ctime cuchar cwchar
    cwctype deque exception execution expected filesystem format forward_list fstream functional
    future generator initializer_list iomanip ios iosfwd iostream istream iterator latch limits
    list locale map mdspan memory memory_resource mutex new numbers numeric optional ostream print
    queue random ranges ratio regex scoped_allocator semaphore set shared_mutex source_location
    span spanstream sstream stack stacktrace stdexcept stdfloat stop_token streambuf string
    string_view strstream syncstream system_error thread tuple type_traits typeindex typeinfo
    unordered_map unordered_set utility valarray variant vector version""".split()
)


class IncludeRules:
    """`qt_folder` holds one directory per Qt module (…/include/…/qt6)."""

    def __init__(self, root, qt_folder):
        self.root = Path(root)
        self.module_of = {}
        for module in ("QtCore", "QtGui", "QtNetwork", *QT_MODULES):
            names = {path.name for path in Path(qt_folder, module).iterdir()}
            self.module_of.update({name: module for name in names})
            self.module_of[module] = module

    def findings(self, source):
        for line, name, quoted in source.includes:
            message = self._quoted(source, name) if quoted else self._library(source.path, name)
            if message:
                yield Finding(source.path, line, message)

    def _quoted(self, source, name):
        path = source.path
        if name.startswith("ui_") or name.endswith(".moc"):
            return None if path.startswith(("app/", "tests/")) else f'"{name}" belongs to app/'
        if "/" not in name or name.startswith(".") or "/../" in name:
            return f'"{name}": includes start at the root ("common/Result.h")'
        if not (self.root / name).is_file():
            return f'"{name}": no such file of the project'
        own = next(prefix for prefix, _ in DIRECTIONS if path.startswith(prefix))
        allowed = dict(DIRECTIONS)[own]
        if not name.startswith(allowed):
            return f'"{name}": {own} may include only {", ".join(allowed)}'
        if own in ("common/", "common/protocol/") and name.startswith(COMMON_ALONE):
            return f'"{name}": {own} may not use {COMMON_ALONE}'
        return self._verifier(path, name) if own == COMMON_ALONE else None

    @staticmethod
    def _verifier(path, name):
        judges = path.startswith(VERIFIER)
        if judges and name.startswith(COMMON_ALONE) and not name.startswith(VERIFIER_MAY_USE):
            return f'"{name}": the verifier shares nothing with the writer'
        if not judges and not path.startswith(SIGN_PROGRAM) and name.startswith(VERIFIER):
            return f'"{name}": the writer shares nothing with the verifier'
        return None

    def _library(self, path, name):
        in_tests = path.startswith("tests/")
        if name == "sqlite3.h" and not path.startswith(SQLITE_FOLDERS):
            return f"<{name}>: only {', '.join(SQLITE_FOLDERS)} use SQLite's own library"
        if in_tests:
            return None
        for library, pattern, folders in LIBRARIES:
            if re.match(pattern, name) and not path.startswith(folders):
                return f"<{name}>: {library} belongs to {', '.join(folders)}"
        module = name.split("/")[0] if "/" in name else self.module_of.get(name)
        if module in QT_MODULES and not path.startswith(QT_MODULES[module]):
            return f"<{name}>: {module} belongs to {', '.join(QT_MODULES[module]) or 'tests/'}"
        proper = path.startswith("common/") and not path.startswith("common/tte/")
        if proper and module != "QtCore" and name not in STANDARD:
            return f"<{name}>: common/ uses Qt Core and the standard library alone"
        return None
