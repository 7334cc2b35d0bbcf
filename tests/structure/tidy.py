#!/usr/bin/env python3
"""clang-tidy within a time limit: what changed first, then the rest in turns.

tidy.py PROJECT BUILD_DIRECTORY SECONDS

Every commit starts elsewhere in the rest, so the whole program is read within a few commits.
SIPENDUDUK_CHECK_BASE names the commit to compare with; it is the one before otherwise.
"""

import json
import os
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from source import PRODUCT_FOLDERS

CLANG_TIDY = "clang-tidy-19"
ONE_FILE_SECONDS = 150
STRIDE = 37  # files further per commit


def git(project, *arguments):
    """Lines of git's answer; none outside a repository or without such a commit."""
    command = ["git", "-c", f"safe.directory={project}", "-C", str(project), *arguments]
    answer = subprocess.run(command, capture_output=True, text=True, check=False)
    return answer.stdout.split("\n")[:-1] if answer.returncode == 0 else []


def changed_stems(project):
    """Paths without suffix: a changed header is read through the source of its name."""
    base = os.environ.get("SIPENDUDUK_CHECK_BASE", "HEAD~1")
    names = git(project, "diff", "--name-only", base)
    return {Path(name).with_suffix("").as_posix() for name in names}


def in_order(project, files):
    """Changed files, then the others from a place that moves with every commit."""
    changed = changed_stems(project)
    first = [f for f in files if f.relative_to(project).with_suffix("").as_posix() in changed]
    rest = [f for f in files if f not in first]
    commits = len(git(project, "rev-list", "HEAD"))
    start = commits * STRIDE % len(rest) if rest else 0
    return first + rest[start:] + rest[:start]


def compiled_files(project, build):
    """Sources of the product in the compile database; tests are mostly Catch2's macros."""
    database = json.loads(Path(build, "compile_commands.json").read_text(encoding="utf-8"))
    files = {Path(entry["file"]) for entry in database}
    return sorted(f for f in files if any(f.is_relative_to(project / d) for d in PRODUCT_FOLDERS))


def check(build, file, deadline):
    """The findings in one file, one line each, or None when there was no time for it."""
    if time.monotonic() > deadline:
        return None
    command = [CLANG_TIDY, "--quiet", "-p", str(build), str(file)]
    try:
        answer = subprocess.run(
            command, capture_output=True, text=True, check=False, timeout=ONE_FILE_SECONDS
        )
    except subprocess.TimeoutExpired:
        return [f"{file}: clang-tidy needs more than {ONE_FILE_SECONDS} s"]
    if answer.returncode == 0:
        return []
    errors = [line for line in answer.stdout.split("\n") if ": error: " in line]
    return errors or [f"{file}: clang-tidy failed: {answer.stderr[-500:]}"]


def main():
    project, build, seconds = Path(sys.argv[1]), Path(sys.argv[2]), float(sys.argv[3])
    started = time.monotonic()
    files = in_order(project, compiled_files(project, build))
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        answers = list(pool.map(lambda f: check(build, f, started + seconds), files))
    read = [answer for answer in answers if answer is not None]
    findings = sorted({line for answer in read for line in answer})  # a header is read many times
    print("".join(f"{line}\n" for line in findings), end="")
    took = time.monotonic() - started
    print(f"clang-tidy: {len(read)} of {len(files)} files in {took:.0f} s, {len(findings)} findings")
    return 1 if findings or not read else 0


if __name__ == "__main__":
    sys.exit(main())
