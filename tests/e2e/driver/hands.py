"""Eyes and hands of one officer: finds what is on the screen, presses, types, chooses, waits.

Buttons are pressed through AT-SPI, text is typed with real key events, rows of tables are
clicked with the real mouse. Everything waits until it can be done, up to a deadline. Times are
CLOCK_MONOTONIC seconds, which all processes of a machine share.
"""
import subprocess
import time

from driver.tree import Atspi, Tree, _quiet, children, has, identity, is_showing, walk
from driver.waiting import TimedOut, wait_until

State = Atspi.StateType
WAIT_SECONDS = 15
PRESSES = ("Press", "Toggle", "SetFocus")


class Hands:
    def __init__(self, process, environment):
        self._process = process
        self._environment = environment
        self._tree = Tree(process.pid)

    # finding

    def _object(self, wanted, timeout=WAIT_SECONDS, enabled=False):
        def look():
            node = self._tree.find(wanted)
            return node if node is not None and (not enabled or has(node, State.ENABLED)) else None
        return wait_until(look, lambda: self._absence(wanted), timeout)

    def _absence(self, wanted):
        if self._process.poll() is not None:
            return f"the program has ended with {self._process.returncode}"
        node = self._tree.find(wanted)
        if node is None:
            return f"no {wanted} is shown"
        why = _quiet(node.get_description, "")
        return f"{wanted} stays disabled" + (f" ({why})" if why else "")

    def is_shown(self, wanted):
        return self._tree.find(wanted) is not None

    def wait_gone(self, wanted, timeout=WAIT_SECONDS):
        wait_until(lambda: not self.is_shown(wanted), f"{wanted} stays", timeout)
        return time.monotonic()

    def wait_shown(self, wanted, timeout=WAIT_SECONDS):
        self._object(wanted, timeout)
        return time.monotonic()

    def wait_enabled(self, wanted, timeout=WAIT_SECONDS):
        self._object(wanted, timeout, enabled=True)
        return time.monotonic()

    def wait_disabled(self, wanted, timeout=WAIT_SECONDS):
        """Until it is disabled or gone."""
        def look():
            node = self._tree.find(wanted)
            return node is None or not has(node, State.ENABLED)
        wait_until(look, f"{wanted} stays enabled", timeout)
        return time.monotonic()

    def first_shown(self, names, timeout=WAIT_SECONDS):
        """The first of several objects that appears."""
        return wait_until(lambda: next((name for name in names if self.is_shown(name)), None),
                          "none of these is shown: " + ", ".join(names), timeout)

    def objects(self):
        return self._tree.identities()

    # reading

    def text(self, wanted):
        """What a field holds or a label says."""
        node = self._object(wanted)
        content = _quiet(node.get_text_iface, None)
        if content is not None:
            length = _quiet(content.get_character_count, 0)
            return _quiet(lambda: Atspi.Text.get_text(content, 0, length), "")
        return _quiet(node.get_name, "")

    def wait_text(self, wanted, part, timeout=WAIT_SECONDS):
        wait_until(lambda: self.is_shown(wanted) and part in self.text(wanted),
                   lambda: f"{wanted} does not say {part!r}", timeout)
        return time.monotonic()

    def is_checked(self, wanted):
        return has(self._object(wanted), State.CHECKED)

    def rows(self, wanted):
        """The texts of all cells of a table or tree view."""
        node = self._object(wanted)
        node.clear_cache()
        table = _quiet(node.get_table_iface, None)
        if table is None:
            raise TimedOut(f"{wanted} is no table")
        columns = _quiet(lambda: Atspi.Table.get_n_columns(table), 0)
        return [[self._cell_text(table, row, column) for column in range(columns)]
                for row in range(_quiet(lambda: Atspi.Table.get_n_rows(table), 0))]

    @staticmethod
    def _cell_text(table, row, column):
        cell = _quiet(lambda: Atspi.Table.get_accessible_at(table, row, column), None)
        return (_quiet(cell.get_name, "") or "") if cell is not None else ""

    def row_of(self, wanted, text):
        """Number of the first row in which a cell holds `text`; -1 when there is none."""
        for number, cells in enumerate(self.rows(wanted)):
            if any(text in cell for cell in cells):
                return number
        return -1

    def wait_row(self, wanted, text, timeout=WAIT_SECONDS):
        """When a row with `text` was seen."""
        wait_until(lambda: self.is_shown(wanted) and self.row_of(wanted, text) >= 0,
                   lambda: f"no row with {text} in {wanted}", timeout)
        return time.monotonic()

    # doing

    def press(self, wanted, timeout=WAIT_SECONDS):
        """Presses a button, box or tab; the time just before."""
        node = self._object(wanted, timeout, enabled=True)
        actions = _quiet(node.get_action_iface, None)
        names = [Atspi.Action.get_action_name(actions, index)
                 for index in range(Atspi.Action.get_n_actions(actions))]
        name = next((name for name in PRESSES if name in names), None)
        if name is None:
            raise TimedOut(f"{wanted} cannot be pressed: {names}")
        before = time.monotonic()
        Atspi.Action.do_action(actions, names.index(name))
        return before

    def choose_tab(self, wanted, title):
        """Shows the page of a tab widget whose tab begins with `title`."""
        bar = self._object(wanted)
        for node in self._inner(bar):
            if _quiet(node.get_role, None) == Atspi.Role.PAGE_TAB \
                    and _quiet(node.get_name, "").startswith(title):
                actions = node.get_action_iface()
                Atspi.Action.do_action(actions, 0)
                return
        raise TimedOut(f"{wanted} has no tab {title}")

    def _inner(self, node):
        for child in children(node):
            yield child
            if _quiet(child.get_role, None) == Atspi.Role.PAGE_TAB_LIST:
                yield from children(child)

    def focus(self, wanted, timeout=WAIT_SECONDS):
        node = self._object(wanted, timeout, enabled=True)
        is_box = _quiet(node.get_role, None) == Atspi.Role.COMBO_BOX
        def focused():
            if has(node, State.FOCUSED):
                return True
            if is_box:  # Qt 6.8 has no way through AT-SPI for these
                self._click(node, 1)
                self.key("Escape")
            else:
                _quiet(node.grab_focus, False)
            node.clear_cache_single()
            return has(node, State.FOCUSED)
        wait_until(focused, f"{wanted} takes no focus", timeout)

    def key(self, *keys):
        """Presses keys, such as "ctrl+Return"; the time just before."""
        before = time.monotonic()
        self._xdotool("key", "--delay", "4", *keys)
        return before

    def write(self, text):
        """Types into what has the focus."""
        self._xdotool("type", "--delay", "4", "--", text)

    def fill(self, wanted, text, secret=False):
        """Types `text` into a field in place of what is there."""
        self.focus(wanted)
        self.key("ctrl+a", "BackSpace")
        self.write(text)
        if not secret:
            wait_until(lambda: self.text(wanted) == text,
                       lambda: f"{wanted} holds {self.text(wanted)!r}, not {text!r}", WAIT_SECONDS)

    def choose(self, wanted, text):
        """Chooses the first entry of a combo box that begins with `text`, by arrow keys."""
        self.focus(wanted)
        box = self._object(wanted)
        entries = self._entries(box)
        target = next((i for i, entry in enumerate(entries) if entry.startswith(text)), None)
        if target is None:
            raise TimedOut(f"{wanted} offers no {text!r} but {entries}")
        present = entries.index(box.get_name()) if box.get_name() in entries else -1
        step = "Down" if target > present else "Up"
        if target != present:
            self._xdotool("key", "--delay", "4", "--repeat", str(abs(target - present)),
                          "--repeat-delay", "4", step)
        def chosen():
            box.clear_cache_single()
            return box.get_name() == entries[target]
        wait_until(chosen, lambda: f"{wanted} shows {box.get_name()!r}", WAIT_SECONDS)

    def _entries(self, box):
        box.clear_cache()
        for child in children(box):
            names = [_quiet(entry.get_name, "") for entry in children(child)]
            if names:
                return names
        return []

    def open_row(self, wanted, text, timeout=WAIT_SECONDS):
        """Double-clicks the row with `text`; the time just before."""
        return self._click_row(wanted, text, 2, timeout)

    def select_row(self, wanted, text, timeout=WAIT_SECONDS):
        return self._click_row(wanted, text, 1, timeout)

    def _click_row(self, wanted, text, times, timeout):
        self.wait_row(wanted, text, timeout)
        table = self._object(wanted).get_table_iface()
        cell = Atspi.Table.get_accessible_at(table, self.row_of(wanted, text), 0)
        return self._click(cell, times)

    def _click(self, node, times):
        """Clicks near the left end of what is shown there; the time just before."""
        place = node.get_component_iface().get_extents(Atspi.CoordType.SCREEN)
        self._xdotool("mousemove", str(place.x + min(40, place.width // 2)),
                      str(place.y + place.height // 2))
        before = time.monotonic()
        self._xdotool("click", "--repeat", str(times), "--delay", "30", "1")
        return before

    def choose_file(self, dialog, path):
        """Types a path into a file dialog and presses its default button. The Return key would do
        the same but for the list of names that may open below the field, or close, at any moment
        while the folder is being read: a key that meets it just then is lost."""
        self.fill(dialog + ".fileNameEdit", path)
        self._press_default(dialog)
        self.wait_gone(dialog)

    def _press_default(self, dialog):
        def look():
            place = self._tree.find(dialog)
            return next((node for node in walk(place)
                         if has(node, State.IS_DEFAULT, State.ENABLED)), None) if place else None
        button = wait_until(look, f"{dialog} has no default button", WAIT_SECONDS)
        Atspi.Action.do_action(button.get_action_iface(), 0)

    # showing

    def shot(self, path):
        """A picture of the whole screen."""
        subprocess.run(["import", "-window", "root", path], env=self._environment, check=True,
                       stdin=subprocess.DEVNULL)

    def _xdotool(self, *command):
        subprocess.run(["xdotool", *command], env=self._environment, check=True,
                       stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL)
