#!/usr/bin/env python3
"""Reads every source of the project and names each broken rule as file:line.

check_structure.py PROJECT QT_INCLUDE_DIRECTORY
"""

import sys

from includes import IncludeRules
from programs import twice_defined
from rules import RULES
from source import read_sources
from unity import collisions


def findings(root, qt_folder):
    """All findings below `root`, and how many files were read."""
    include_rules = IncludeRules(root, qt_folder)
    found, sources = [], list(read_sources(root))
    for source in sources:
        found.extend(include_rules.findings(source))
        for rule in RULES:
            found.extend(rule(source))
    found.extend(collisions(sources))
    found.extend(twice_defined(sources))
    return found, len(sources)


def main():
    found, files = findings(*sys.argv[1:3])
    for finding in found:
        print(finding)
    print(f"{files} files, {len(found)} findings")
    return 0 if files and not found else 1


if __name__ == "__main__":
    sys.exit(main())
