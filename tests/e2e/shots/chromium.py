"""A real browser without a window, told what to do over its DevTools pipe.

Messages are JSON, each ended by a NUL; the browser reads descriptor 3 and writes descriptor 4.
It trusts one key beside the usual ones: that of the portal's own certificate.
"""
import base64
import fcntl
import hashlib
import json
import os
import select
import subprocess
import time

from driver.processes import start

ANSWER_SECONDS = 60
FIRST_FREE_DESCRIPTOR = 10  # our ends must not be 3 or 4, which the shell below takes


def _key_hash(certificate):
    """What --ignore-certificate-errors-spki-list wants: the hash of the public key."""
    pem = subprocess.run(["openssl", "x509", "-in", certificate, "-noout", "-pubkey"], check=True,
                         stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, text=True).stdout
    body = "".join(line for line in pem.splitlines() if not line.startswith("-----"))
    return base64.b64encode(hashlib.sha256(base64.b64decode(body)).digest()).decode()


def _pipe():
    ends = os.pipe()
    moved = [fcntl.fcntl(end, fcntl.F_DUPFD_CLOEXEC, FIRST_FREE_DESCRIPTOR) for end in ends]
    for end in ends:
        os.close(end)
    return moved


class Chromium:
    """One page of one browser with a profile of its own."""

    def __init__(self, url, certificate, folder):
        self.url = url
        os.makedirs(folder)
        theirs_in, self._commands = _pipe()
        self._events, theirs_out = _pipe()
        with open(os.path.join(folder, "chromium.log"), "ab") as log:
            start(["bash", "-c", f'exec "$@" 3<&{theirs_in} 4>&{theirs_out}', "chromium",
                   "chromium", "--headless", "--no-sandbox", "--disable-gpu",
                   "--hide-scrollbars", "--no-first-run", "--remote-debugging-pipe",
                   "--user-data-dir=" + os.path.join(folder, "profile"),
                   "--ignore-certificate-errors-spki-list=" + _key_hash(certificate),
                   "about:blank"],
                  env={**os.environ, "HOME": folder, "LANGUAGE": "id"}, pass_fds=[theirs_in, theirs_out],
                  stdin=subprocess.DEVNULL, stdout=log, stderr=log)
        os.close(theirs_in)
        os.close(theirs_out)
        self._rest, self._number, self._session = b"", 0, None
        target = self._page_target()
        self._session = self._call("Target.attachToTarget", targetId=target,
                                   flatten=True)["sessionId"]
        self._call("Page.enable")

    def _page_target(self):
        end = time.monotonic() + ANSWER_SECONDS
        while time.monotonic() < end:
            for target in self._call("Target.getTargets")["targetInfos"]:
                if target["type"] == "page":
                    return target["targetId"]
        raise AssertionError("the browser opens no page")

    # the pipe

    def _message(self):
        while b"\0" not in self._rest:
            if not select.select([self._events], [], [], ANSWER_SECONDS)[0]:
                raise AssertionError("the browser does not answer")
            chunk = os.read(self._events, 1 << 20)
            if not chunk:
                raise AssertionError("the browser has ended")
            self._rest += chunk
        line, _, self._rest = self._rest.partition(b"\0")
        return json.loads(line)

    def _send(self, method, parameters):
        self._number += 1
        request = {"id": self._number, "method": method, "params": parameters}
        if self._session:
            request["sessionId"] = self._session
        data = json.dumps(request).encode() + b"\0"
        while data:
            data = data[os.write(self._commands, data):]
        return self._number

    def _call(self, method, until=None, **parameters):
        """The result; with `until`, when that event has come after the call as well."""
        number = self._send(method, parameters)
        result = None
        while result is None or until:
            message = self._message()
            if message.get("id") == number:
                if "error" in message:
                    raise AssertionError(f"{method}: {message['error']['message']}")
                result = message["result"]
                if result.get("errorText"):
                    raise AssertionError(f"{parameters}: {result['errorText']}")
            elif message.get("method") == until:
                until = None
        return result

    # what a visitor does

    def size(self, width, height, is_phone=False):
        self._call("Emulation.setDeviceMetricsOverride", width=width, height=height,
                   deviceScaleFactor=1, mobile=is_phone)

    def dark(self, is_dark):
        self._call("Emulation.setEmulatedMedia", features=[
            {"name": "prefers-color-scheme", "value": "dark" if is_dark else "light"}])

    def open(self, path):
        self._call("Page.navigate", until="Page.loadEventFired", url=self.url + path)

    def run(self, script, until=None):
        answer = self._call("Runtime.evaluate", until=until, expression=script,
                            returnByValue=True)
        if "exceptionDetails" in answer:
            raise AssertionError(f"{script}: {answer['exceptionDetails']}")
        return answer["result"].get("value")

    def fill(self, values):
        for name, value in values.items():
            field = f"document.querySelector({json.dumps(f'main [name={json.dumps(name)}]')})"
            self.run(f"{field}.value = {json.dumps(value)}")

    def press(self, selector):
        """A button or link that leads to another page."""
        self.run(f"document.querySelector({json.dumps(selector)}).click()",
                 until="Page.loadEventFired")

    def path(self):
        return self.run("location.pathname + location.search")

    # cookies, to go on as the same visitor in office.browser.Browser

    def cookies(self):
        return {cookie["name"]: cookie["value"] for cookie in
                self._call("Network.getCookies", urls=[self.url])["cookies"]}

    def set_cookies(self, cookies):
        self._call("Network.clearBrowserCookies")
        for name, value in cookies.items():
            self._call("Network.setCookie", name=name, value=value, url=self.url, path="/",
                       secure=True)

    # pictures

    def widest(self):
        """How much of the page lies beyond the right edge of the window, in pixels."""
        return self.run("document.documentElement.scrollWidth - window.innerWidth")

    def shot(self, path):
        """The whole page, however long it is."""
        area = self._call("Page.getLayoutMetrics")["cssContentSize"]
        picture = self._call("Page.captureScreenshot", format="png", captureBeyondViewport=True,
                             clip={"x": 0, "y": 0, "width": area["width"],
                                   "height": area["height"], "scale": 1})
        with open(path, "wb") as file:
            file.write(base64.b64decode(picture["data"]))
