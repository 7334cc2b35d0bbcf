#!/usr/bin/env python3
"""The structure tests find what they are there for: one bad sample per rule, and good ones.

selftest.py QT_INCLUDE_DIRECTORY
"""

import sys
import tempfile
import unittest
from pathlib import Path

from check_structure import findings
from programs import twice_defined
from source import Source
from unity import collisions

QT_FOLDER = sys.argv.pop(1)

# path, text, line that is named, part of the message
BAD = [
    ("app/Page.h", '#pragma once\n#include "server/db/Store.h"\n', 2, "app/ may include only"),
    ("server/net/Door.h", '#pragma once\n#include "app/Page.h"\n', 2, "server/ may include only"),
    ("common/Nik.h", '#pragma once\n#include "server/db/Store.h"\n', 2, "may include only common/"),
    ("server/net/Door.h", '#pragma once\n#include "tests/Fake.h"\n', 2, "server/ may include only"),
    ("common/Nik.h", '#pragma once\n#include "common/tte/Pin.h"\n', 2, "may not use common/tte/"),
    ("common/protocol/A.h", '#pragma once\n#include "common/tte/Pin.h"\n', 2, "may not use common/tte/"),
    ("common/tte/verify/A.h", '#pragma once\n#include "common/tte/Pin.h"\n', 2, "with the writer"),
    ("common/tte/A.h", '#pragma once\n#include "common/tte/verify/Der.h"\n', 2, "with the verifier"),
    ("common/Nik.h", "#pragma once\n#include <QPainter>\n", 2, "Qt Core and the standard library"),
    ("common/Nik.h", "#pragma once\n#include <QtGui/QPainter>\n", 2, "Qt Core and the standard"),
    ("common/Nik.h", "#pragma once\n#include <qpainter.h>\n", 2, "Qt Core and the standard library"),
    ("common/Nik.h", "#pragma once\n#include <QTcpSocket>\n", 2, "Qt Core and the standard library"),
    ("common/Nik.h", "#pragma once\n#include <unistd.h>\n", 2, "Qt Core and the standard library"),
    ("common/Nik.h", "#pragma once\n#  include <openssl/evp.h>\n", 2, "OpenSSL belongs to"),
    ("server/net/A.cpp", "#include <openssl/evp.h>\n", 1, "OpenSSL belongs to common/tte/"),
    ("app/A.cpp", "#include <QtCrypto>\n", 1, "QCA belongs to common/tte/"),
    ("app/A.cpp", "#include <qpdf/QPDF.hh>\n", 1, "libqpdf belongs to"),
    ("server/db/A.cpp", "#include <sodium.h>\n", 1, "libsodium belongs to"),
    ("server/net/A.cpp", "#include <curl/curl.h>\n", 1, "libcurl belongs to server/mail/"),
    ("server/portal/A.cpp", "#include <microhttpd.h>\n", 1, "belongs to server/portal/http/"),
    ("app/A.cpp", "#include <kainjow/mustache.hpp>\n", 1, "belongs to server/"),
    ("app/queue/A.cpp", "#include <poppler-qt6.h>\n", 1, "Poppler belongs to app/preview/"),
    ("server/services/A.cpp", "#include <sqlite3.h>\n", 1, "SQLite's own library"),
    ("tests/server/A.cpp", "#include <sqlite3.h>\n", 1, "SQLite's own library"),
    ("server/net/A.cpp", "#include <QSqlQuery>\n", 1, "QtSql belongs to server/db/"),
    ("server/net/A.cpp", "#include <QtSql/QSqlQuery>\n", 1, "QtSql belongs to server/db/"),
    ("server/net/A.cpp", "#include <QLabel>\n", 1, "QtWidgets belongs to app/"),
    ("app/A.cpp", "#include <QTest>\n", 1, "QtTest belongs to tests/"),
    ("app/A.cpp", '#include "Page.h"\n', 1, "includes start at the root"),
    ("app/A.cpp", '#include "app/../common/Nik.h"\n', 1, "includes start at the root"),
    ("app/A.cpp", '#include "common/Gone.h"\n', 1, "no such file"),
    ("server/A.cpp", '#include "ui_Page.h"\n', 1, "belongs to app/"),
    ("app/A.cpp", "#include <QtWidgets>\n", 1, "parsed for seconds"),
    ("app/A.cpp", "int a;\n" * 601, 601, "a class is hiding inside"),
    ("app/A.h", "// no guard\nint a;\n", 1, "#pragma once"),
    ("app/A.h", "#pragma once\nclass A { Q_OBJECT\n};\n", 2, "on a line of its own"),
    ("tests/A.cpp", "void f() { QTest::qSleep(50); }\n", 1, "wait for a condition"),
    ("tests/A.cpp", "\nvoid f() { QThread::msleep(50); }\n", 2, "wait for a condition"),
    ("tests/A.cpp", "std::this_thread::sleep_for(1s);\n", 1, "wait for a condition"),
    ("server/net/A.cpp", '\nauto q = u"SELECT id FROM users"_s;\n', 2, "SQL lives in server/db"),
    ("app/A.cpp", 'auto q = R"(DELETE FROM users)";\n', 1, "SQL lives in server/db"),
    ("common/A.cpp", 'auto q = "PRAGMA journal_mode";\n', 1, "SQL lives in server/db"),
    ("app/A.cpp", "socket.ignoreSslErrors();\n", 1, "trusts everybody"),
    ("server/net/A.cpp", "#include <QFuture>\n", 1, "an Answer"),
    ("server/net/A.cpp", "#include <QtConcurrent/QtConcurrentRun>\n", 1, "an Answer"),
    ("app/A.cpp", "x.setPeerVerifyMode(QSslSocket::VerifyNone);\n", 1, "trusts everybody"),
    ("app/A.cpp", "QCoreApplication::processEvents();\n", 1, "the GUI thread never waits"),
    ("app/A.cpp", "\nfor (const Row &row : *rows.list(1)) {}\n", 2, "a temporary held"),
    ("app/A.cpp", "for (auto &row : *Rows(db).list())\n    use(row);\n", 1, "a temporary held"),
    ("app/A.cpp", "for (auto &row : repository.list(id).value()) {}\n", 1, "a temporary held"),
    ("app/A.cpp", "future.waitForFinished();\n", 1, "the GUI thread never waits"),
]

GOOD = [
    ("app/A.cpp", '#include "app/Page.h"\n#include "common/Nik.h"\n#include "ui_Page.h"\n#include <QLabel>\n'),
    ("server/net/A.cpp", "x.setPeerVerifyMode(QSslSocket::VerifyNone);\n"),
    ("app/A.cpp", "for (auto &row : std::as_const(rows))\n    CHECK(f(row).value());\n"),
    ("app/A.cpp", "for (auto &row : *rows) {}\nfor (auto &r : list()) {}\nint a = b ? *c : *d(e);\n"),
    ("app/preview/A.cpp", "#include <poppler-qt6.h>\n"),
    ("common/A.cpp", "#include <QString>\n#include <QtEndian>\n#include <expected>\n#include <cstdint>\n"),
    ("common/tte/verify/A.cpp", '#include "common/tte/verify/Der.h"\n#include "common/Nik.h"\n'),
    ("common/tte/A.cpp", '#include "common/tte/Pin.h"\n#include <QtCrypto>\n#include <openssl/evp.h>\n'),
    ("server/db/A.cpp", '#include <QSqlQuery>\n#include <sqlite3.h>\nauto q = "SELECT 1 FROM t";\n'),
    ("server/net/A.cpp", '// #include "app/Page.h"\n/* SELECT a\n#include <QLabel> */\nint n = 1\'000\'000;\n'),
    ("server/net/A.cpp", 'auto text = "please SELECT";\nauto path = "https://localhost"; // "DROP TABLE x"\n'),
    ("tests/A.cpp", '#include "app/Page.h"\n#include "server/db/Store.h"\n#include <QTest>\n#include <QSqlQuery>\n'),
    ("app/A.h", "// Why.\n#pragma once\nclass A\n{\n    Q_OBJECT\n};\n"),
    ("app/A.cpp", "int a;\n" * 600),
]


# Two sources of one folder, the name that meets (None: they are fine).
UNITY = [
    ("namespace {\nconst QDate Today(2026, 11, 22);\n}\n", "namespace {\nconst QDate Today;\n}\n", "Today"),
    ("namespace {\nconstexpr int A = 1;\n}\n", "namespace {\nint f() { return 1; }\nint A{2};\n}\n", "A"),
    ("namespace {\nint f(int a) { return a; }\n}\n", "namespace {\nbool f(int b)\n{\n}\n}\n", "f"),
    ("namespace {\nstruct Row { int a; };\n}\n", "namespace {\nclass Row : public X\n{\n};\n}\n", "Row"),
    ("namespace {\nint f(int a) { int B = a; }\n}\n", "namespace {\nint f(QString a) { int B = 1; }\n}\n", None),
    ("namespace {\nint a = 1;\n}\n", "namespace b {\nint a = 1;\n}\n", None),
    ("namespace {\nint a();\nint a() { return 1; }\n}\n", "int a() { return 2; }\n", None),
]

# The same sample in two files: how many findings.
TWICE = [
    ("server/net/A.h", "server/portal/A.h", "namespace s {\nclass Reply final : public X\n{\n};\n}\n", 1),
    ("common/A.h", "server/A.h", "#define A {\nnamespace s::t {\nenum class Reply { Yes };\n}\n", 1),
    ("common/A.h", "app/A.cpp", "namespace s {\nnamespace t {\nstruct O::Private { int a; };\n}\n}\n", 1),
    ("app/A.h", "server/A.h", "namespace s {\nclass Reply\n{\n};\n}\n", 0),
    ("app/A.h", "app/B.h", "namespace s {\nclass Reply;\n}\n", 0),
    ("app/A.cpp", "app/B.cpp", "namespace s {\nnamespace {\nclass Reply { };\n}\n}\n", 0),
    ("app/A.h", "app/B.h", "namespace s {\ntemplate <>\nstruct hash<Reply> { };\n}\n", 0),
]


class StructureTest(unittest.TestCase):
    def project(self, path, text):
        """A small project with one file of every folder, and the sample."""
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        base = ("app/Page.h", "common/Nik.h", "common/tte/Pin.h", "common/tte/verify/Der.h",
                "server/db/Store.h", "tests/Fake.h")
        for name, content in (*((name, "#pragma once\n") for name in base), (path, text)):
            file = Path(folder.name, name)
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(content, encoding="utf-8")
        return findings(folder.name, QT_FOLDER)[0]

    def test_bad_samples_are_named(self):
        for path, text, line, message in BAD:
            with self.subTest(path=path, text=text[:60]):
                found = [str(finding) for finding in self.project(path, text)]
                self.assertEqual(len(found), 1, found)
                self.assertTrue(found[0].startswith(f"{path}:{line}: "), found)
                self.assertIn(message, found[0])

    def test_names_that_meet_are_named(self):
        for first, second, name in UNITY:
            with self.subTest(first=first, second=second):
                found = [str(f) for f in collisions([Source("app/A.cpp", first), Source("app/B.cpp", second)])]
                self.assertEqual(len(found), 0 if name is None else 1, found)
                self.assertIn(f"{name} is in app/A.cpp too", "".join(found) or f"{name} is in app/A.cpp too")

    def test_types_that_meet_in_a_program_are_named(self):
        for first, second, text, count in TWICE:
            with self.subTest(first=first, second=second, text=text):
                found = [str(f) for f in twice_defined([Source(first, text), Source(second, text)])]
                self.assertEqual(len(found), count, found)
                self.assertIn(f"is in {first} too", "".join(found) or f"is in {first} too")

    def test_good_samples_pass(self):
        for path, text in GOOD:
            with self.subTest(path=path, text=text[:60]):
                self.assertEqual([str(finding) for finding in self.project(path, text)], [])


if __name__ == "__main__":
    unittest.main()
