"""Waiting for a condition, never for a time."""
import time

POLL_SECONDS = 0.01


class TimedOut(Exception):
    """What was waited for did not come; the text says what."""


def wait_until(condition, what, timeout):
    """The first true value of `condition`; TimedOut after `timeout` seconds.

    `what` is a text, or a function that words what was seen instead.
    """
    end = time.monotonic() + timeout
    while True:
        value = condition()
        if value:
            return value
        if time.monotonic() > end:
            seen = what() if callable(what) else what
            raise TimedOut(f"waited {timeout:g} s: {seen}")
        time.sleep(POLL_SECONDS)
