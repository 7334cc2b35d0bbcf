"""What was done, by whom, how long it took: printed as it happens and as a table at the end."""
import os
import threading
import time
from dataclasses import dataclass

SOP_LIMITS = {"1": 60, "2": 60, "3": 300, "4": 300, "5": 300, "6": 60}  # domain: 18 minutes in all


@dataclass
class Entry:
    journey: str
    step: str      # of the SOP, 1 to 6
    who: str
    what: str
    seconds: float
    machine: float | None  # committing input event → seen by the next holder


class Log:
    """Thread-safe."""

    def __init__(self, out, begun):
        self.entries = []
        self._out = out
        self._begun = begun
        self._lock = threading.Lock()
        self._shots = 0
        os.makedirs(os.path.join(out, "shots"), exist_ok=True)

    def shot(self, desk, name):
        with self._lock:
            self._shots += 1
            number = self._shots
        desk.shot(os.path.join(self._out, "shots", f"{number:02}-{name}.png"))

    def add(self, entry):
        with self._lock:
            self.entries.append(entry)
            print(f"{time.monotonic() - self._begun:6.1f} s  {entry.journey}  {entry.who}: "
                  f"{entry.what}", flush=True)

    def say(self, text):
        with self._lock:
            print(f"{time.monotonic() - self._begun:6.1f} s  {text}", flush=True)

    def machine_total(self, journey):
        return sum(e.machine for e in self.entries if e.journey == journey and e.machine is not None)

    def print_table(self):
        head = ("", "step", "who", "what", "spent", "SOP", "machine")
        rows = [(e.journey, e.step, e.who, e.what, f"{e.seconds:.1f} s",
                 f"{SOP_LIMITS[e.step] // 60} min" if e.step in SOP_LIMITS else "",
                 f"{e.machine:.2f} s" if e.machine is not None else "")
                for e in sorted(self.entries, key=lambda e: e.journey)]
        widths = [max(len(row[i]) for row in [head, *rows]) for i in range(len(head))]
        def line(row):
            return "  ".join(cell.ljust(width) if i < 4 else cell.rjust(width)
                             for i, (cell, width) in enumerate(zip(row, widths))).rstrip()
        print("\n" + line(head) + "\n" + "-" * len(line(head)))
        for row in rows:
            print(line(row))


class Step:
    """Times one step of a journey; `done` is called with what was measured."""

    def __init__(self, log, journey, step, who, what):
        self._log, self._fields = log, (journey, step, who, what)
        self._machine = 0.0
        self._is_measured = False

    def __enter__(self):
        self._begun = time.monotonic()
        return self

    def measured(self, before, after):
        """The machine's own part: several commits of one step add up."""
        self._machine += max(0.0, after - before)
        self._is_measured = True

    def __exit__(self, kind, error, trace):
        if kind is None:
            self._log.add(Entry(*self._fields, time.monotonic() - self._begun,
                                self._machine if self._is_measured else None))
