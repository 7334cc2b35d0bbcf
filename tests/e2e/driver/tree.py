"""What is on the screen, as assistive programs see it (AT-SPI)."""
from fnmatch import fnmatchcase

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402

MAX_NODES = 20000
ANY_VIEW = "(view)"


def _quiet(call, fallback):
    try:
        return call()
    except GLib.GError:  # it went away while it was looked at
        return fallback


def states(node):
    return _quiet(lambda: node.get_state_set(), None)


def has(node, *wanted):
    found = states(node)
    return found is not None and all(found.contains(state) for state in wanted)


def is_showing(node):
    return has(node, Atspi.StateType.SHOWING, Atspi.StateType.VISIBLE)


def identity(node):
    """The chain of object names: "QApplication.MainWindow.….openButton".

    Qt 6.8 gives an item view's accessible name in its place: such a view is known by the chain
    around it, and takes any name that ends in "view" or "table".
    """
    own = _quiet(node.get_accessible_id, "") or ""
    if has(node, Atspi.StateType.MANAGES_DESCENDANTS):
        around = _quiet(node.get_parent, None)
        return f"{identity(around)}.{ANY_VIEW}" if around is not None else own
    return own


def children(node):
    count = _quiet(node.get_child_count, 0)
    for index in range(count):
        child = _quiet(lambda: node.get_child_at_index(index), None)
        if child is not None:
            yield child


def matches(node_identity, wanted):
    """`wanted` is an object name, or several of one chain: "ReturnDialog.solutionEdit".

    A "*" stands for anything: "handOverCardButton_*".
    """
    chain = node_identity.split(".")
    names = wanted.split(".")
    if chain[-1] == ANY_VIEW:
        if not names[-1].lower().endswith(("view", "table")):
            return False
        chain[-1] = names[-1]
    if not fnmatchcase(chain[-1], names[-1]):
        return False
    links = iter(chain)
    return all(any(fnmatchcase(link, name) for link in links) for name in names)


def walk(root):
    """Everything visible below `root`, parents first. Cells of tables are not entered."""
    stack, seen = [root], 0
    while stack and seen < MAX_NODES:
        node = stack.pop()
        seen += 1
        yield node
        if has(node, Atspi.StateType.MANAGES_DESCENDANTS):
            continue
        inner = [child for child in children(node) if has(child, Atspi.StateType.VISIBLE)]
        stack.extend(reversed(inner))


class Tree:
    """The windows of one program."""

    def __init__(self, process_id):
        self._process_id = process_id
        self._program = None
        self._known = {}

    def program(self):
        if self._program is None:
            for candidate in children(Atspi.get_desktop(0)):
                if _quiet(candidate.get_process_id, 0) == self._process_id:
                    self._program = candidate
        return self._program

    def windows(self):
        """The visible ones, dialogs before what they cover."""
        program = self.program()
        if program is None:
            return []
        program.clear_cache_single()
        found = [window for window in children(program) if is_showing(window)]
        found.sort(key=lambda window: not has(window, Atspi.StateType.ACTIVE))
        return found

    def find(self, wanted):
        """The visible object of this name; None when there is none."""
        known = self._known.get(wanted)
        if known is not None:
            known.clear_cache_single()
            if matches(identity(known), wanted) and is_showing(known):
                return known
            del self._known[wanted]
        for root in self._roots(wanted):
            root.clear_cache()
            for node in walk(root):
                if matches(identity(node), wanted) and is_showing(node):
                    self._known[wanted] = node
                    return node
        return None

    def _roots(self, wanted):
        """Where to look: in what stands around it, when that is shown. Every object that is looked
        at costs the program a message, and the time of the next one."""
        around = wanted.rpartition(".")[0]
        place = self.find(around) if around else None
        return [place] if place is not None else self.windows()

    def identities(self):
        """For people who write scenarios: what could be found now."""
        lines = []
        for window in self.windows():
            window.clear_cache()
            for node in walk(window):
                lines.append(f"{_quiet(node.get_role_name, '?')}\t{identity(node)}\t"
                             f"{_quiet(node.get_name, '')}")
        return lines
