"""A desk as a scenario sees it: Desk(...).press("loginButton")."""
import json
import os
import subprocess
import sys
import threading

from driver.processes import start

E2E = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))


class DeskFailure(Exception):
    """Something on a screen was not as expected."""


class Desk:
    """One client on a screen of its own. Every method of Hands can be called on it.

    The lock is for scenarios that share a desk: hold it while a permohonan is on the screen.
    """

    def __init__(self, name, folder, command, size="1366x768"):
        self.name = name
        self.folder = folder
        self.lock = threading.RLock()
        os.makedirs(folder, exist_ok=True)
        self._pipe = threading.Lock()
        with open(os.path.join(folder, "agent.log"), "ab") as log:
            self._agent = start([sys.executable, "-B", "-m", "driver.agent", folder, size, *command],
                                cwd=E2E, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=log,
                                text=True, encoding="utf-8")

    def wait_ready(self):
        self._read("start")

    def close(self):
        self._agent.stdin.close()
        self._agent.terminate()

    def __getattr__(self, call):
        def ask(*arguments, **options):
            request = json.dumps({"call": call, "arguments": arguments, "options": options})
            with self._pipe:
                self._agent.stdin.write(request + "\n")
                self._agent.stdin.flush()
                return self._read(f"{call}{arguments!r}")
        return ask

    def _read(self, what):
        line = self._agent.stdout.readline()
        if not line:
            raise DeskFailure(f"{self.name}: the desk has ended during {what}; see {self.folder}")
        answer = json.loads(line)
        if "error" in answer:
            raise DeskFailure(f"{self.name}: {what}: {answer['error']}")
        return answer["value"]
