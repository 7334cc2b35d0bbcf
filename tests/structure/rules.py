"""Rules of the house that a compiler does not know, each as one function over one source."""

import re

from source import Finding

MAX_LINES = 600

_Q_OBJECT = re.compile(r"\bQ_OBJECT\b")
_SLEEP = re.compile(
    r"\b(QTest::qSleep|QTest::qWait|QThread::(?:m|u)?sleep|sleep_for|sleep_until|usleep|nanosleep)\s*\("
)
_UMBRELLA = {"QtCore", "QtGui", "QtWidgets", "QtNetwork", "QtSql", "QtTest", "QtConcurrent", "bits/stdc++.h"}
_SQL = re.compile(
    r"\b(SELECT\s+\S|INSERT\s+(OR\s+\w+\s+)?INTO\b|UPDATE\s+\w+\s+SET\b|DELETE\s+FROM\b|PRAGMA\s+\w"
    r"|(CREATE|DROP|ALTER)\s+(UNIQUE\s+|VIRTUAL\s+)?(TABLE|INDEX|TRIGGER|VIEW)\b|BEGIN\s+IMMEDIATE\b"
    r"|SAVEPOINT\b|ROLLBACK\s+TO\b|VACUUM\b)"
)
_TRUST_ALL = re.compile(r"\bignoreSslErrors\s*\(")
_TRUST_SERVER = re.compile(r"\bVerifyNone\b")  # a server that asks for no client certificate may
_NESTED_LOOP = re.compile(r"\bprocessEvents\s*\(|\bQEventLoop\b|\bwaitFor(?:Finished|ReadyRead|Connected|Encrypted|BytesWritten|Started)\s*\(")
_FUTURE = re.compile(r"(^|/)(QFuture\w*|QPromise|QtConcurrent\w*)$")
_FOR = re.compile(r"\bfor\s*\(")
_RANGE = re.compile(r"[^:?]:(?!:)\s*(.*)$", re.DOTALL)
_TEMPORARY_PART = re.compile(r"\*.*\(|.*\)\s*\.value\(\)$", re.DOTALL)


def too_long(source):
    lines = source.text.count("\n")
    if lines > MAX_LINES:
        yield Finding(source.path, lines, f"{lines} lines; at {MAX_LINES} a class is hiding inside")


def pragma_once(source):
    if source.path.endswith(".h") and not re.match(r"\s*#pragma once\n", source.code):
        yield Finding(source.path, 1, "a header starts with #pragma once")


def q_object_alone(source):
    """moc finds Q_OBJECT only at the start of a line; elsewhere the program fails to link."""
    lines = source.code.split("\n")
    for line, _ in source.code_matches(_Q_OBJECT):
        if lines[line - 1].strip() != "Q_OBJECT":
            yield Finding(source.path, line, "Q_OBJECT stands on a line of its own")


def umbrella_headers(source):
    for line, name, _ in source.includes:
        if name in _UMBRELLA or name.split("/")[-1] in _UMBRELLA and name.count("/") == 1:
            yield Finding(source.path, line, f"<{name}> is parsed for seconds: include the classes used")


def sleeping_tests(source):
    if source.path.startswith("tests/"):
        for line, match in source.code_matches(_SLEEP):
            yield Finding(source.path, line, f"{match.group(1)}: wait for a condition (QTest::qWaitFor)")


def sql_outside_db(source):
    if source.path.startswith(("common/", "server/", "app/")) and not source.path.startswith("server/db/"):
        for line, text in source.strings:
            if _SQL.search(text):
                yield Finding(source.path, line, "SQL lives in server/db alone")


def trusting_everybody(source):
    if not source.path.startswith("tests/"):
        found = source.code_matches(_TRUST_ALL)
        if source.path.startswith("app/"):
            found += source.code_matches(_TRUST_SERVER)
        for line, match in found:
            yield Finding(source.path, line, f"{match.group().rstrip('( ')} trusts everybody")


def waiting_gui(source):
    if source.path.startswith("app/"):
        for line, match in source.code_matches(_NESTED_LOOP):
            yield Finding(source.path, line, f"{match.group().rstrip('( ')}: the GUI thread never waits")


def answers_of_the_server(source):
    """Qt 6.8.2 runs a continuation twice that is attached while another thread finishes the future."""
    if source.path.startswith("server/"):
        for line, name, _ in source.includes:
            if _FUTURE.search(name):
                yield Finding(source.path, line, "what comes from another thread is an Answer (server/db/Answer.h)")


def range_over_temporary(source):
    """GCC 14 ends the temporary before the loop begins (P2718 comes with GCC 15)."""
    for line, match in source.code_matches(_FOR):
        head = _in_parentheses(source.code, match.end())
        found = None if ";" in head else _RANGE.search(head)
        if found and _TEMPORARY_PART.match(found.group(1).strip()):
            yield Finding(source.path, line, "the loop runs over what a temporary held: name the result first")


def _in_parentheses(code, position):
    """The text from after an opening parenthesis up to its closing one."""
    depth = 1
    for index in range(position, len(code)):
        depth += (code[index] == "(") - (code[index] == ")")
        if not depth:
            return code[position:index]
    return ""



RULES = [
    too_long,
    pragma_once,
    q_object_alone,
    umbrella_headers,
    sleeping_tests,
    sql_outside_db,
    trusting_everybody,
    waiting_gui,
    answers_of_the_server,
    range_over_temporary,
]
