"""The process of one desk: its screen, its client, and the hands that a scenario moves.

Reads one JSON request a line on standard input and answers on standard output. AT-SPI serves one
session bus per process and is not made for threads, so every desk has a process of its own.
"""
import json
import os
import subprocess
import sys

from driver.processes import start
from driver.screen import open_screen


def _answer(answer):
    sys.stdout.write(json.dumps(answer) + "\n")
    sys.stdout.flush()


def _serve(hands):
    for line in sys.stdin:
        request = json.loads(line)
        try:
            value = getattr(hands, request["call"])(*request["arguments"], **request["options"])
            _answer({"value": value})
        except Exception as error:  # told to the scenario, which knows what it means
            _answer({"error": f"{type(error).__name__}: {error}"})


def main():
    folder, size, *command = sys.argv[1:]
    environment = open_screen(folder, size)
    os.environ.update(environment)
    with open(os.path.join(folder, "client.log"), "ab") as log:
        process = start(command, env=environment, stdin=subprocess.DEVNULL, stdout=log, stderr=log)
    from driver.hands import Hands  # connects to the session bus, which is there only now
    _answer({"value": "ready"})
    _serve(Hands(process, environment))


if __name__ == "__main__":
    main()
