"""Processes that end with us, however we end.

Each is killed by the kernel when the thread that started it ends, so start them in the main
thread. Orphans come back to us (subreaper), so that end_all() leaves nothing behind.
"""
import ctypes
import os
import signal
import subprocess
import time

PR_SET_CHILD_SUBREAPER = 36
GRACE_SECONDS = 5


def adopt_orphans():
    if ctypes.CDLL(None, use_errno=True).prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0):
        raise OSError(ctypes.get_errno(), "PR_SET_CHILD_SUBREAPER")


def start(command, **options):
    """Popen; the process gets SIGTERM when we are gone."""
    return subprocess.Popen(["setpriv", "--pdeathsig", "TERM", *command], **options)


def _parents():
    parents = {}
    for name in os.listdir("/proc"):
        if not name.isdigit():
            continue
        try:
            with open(f"/proc/{name}/stat", encoding="utf-8", errors="replace") as file:
                fields = file.read().rpartition(")")[2].split()
        except OSError:
            continue  # ended in the meantime
        parents[int(name)] = int(fields[1])
    return parents


def descendants():
    """Our children and theirs, the younger first."""
    parents = _parents()
    found, level = [], [os.getpid()]
    while level:
        level = [pid for pid, parent in parents.items() if parent in level]
        found = level + found
    return found


def _signal_all(number):
    for pid in descendants():
        try:
            os.kill(pid, number)
        except ProcessLookupError:
            pass


def _reap():
    try:
        while os.waitpid(-1, os.WNOHANG)[0]:
            pass
    except ChildProcessError:
        pass


def end_all():
    """Ends every process below us, kindly first."""
    for number, patience in ((signal.SIGTERM, GRACE_SECONDS), (signal.SIGKILL, 1)):
        _signal_all(number)
        end = time.monotonic() + patience
        while descendants() and time.monotonic() < end:
            _reap()
            time.sleep(0.01)
    _reap()
