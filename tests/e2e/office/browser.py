"""A visitor of the portal: HTTPS with the portal's CA alone, cookies, redirects, uploads."""
import http.client
import os
import secrets
import ssl
import urllib.parse
from http.cookies import SimpleCookie

from office.forms import Page

TIMEOUT_SECONDS = 60
MAX_REDIRECTS = 5


def _multipart(values, files):
    boundary = "sipenduduk" + secrets.token_hex(12)
    parts = []
    for name, value in values:
        parts.append((f'form-data; name="{name}"', None, value.encode()))
    for name, path in files:
        with open(path, "rb") as file:
            parts.append((f'form-data; name="{name}"; filename="{os.path.basename(path)}"',
                          "application/octet-stream", file.read()))
    body = b""
    for disposition, media_type, content in parts:
        body += f"--{boundary}\r\nContent-Disposition: {disposition}\r\n".encode()
        body += f"Content-Type: {media_type}\r\n".encode() if media_type else b""
        body += b"\r\n" + content + b"\r\n"
    return f"multipart/form-data; boundary={boundary}", body + f"--{boundary}--\r\n".encode()


class Browser:
    def __init__(self, url, ca_file):
        self._host = urllib.parse.urlsplit(url).netloc
        self._tls = ssl.create_default_context(cafile=ca_file)
        self.cookies = {}

    def get(self, path):
        return self._visit("GET", path)

    def submit(self, page, action, values, files=(), button=None):
        """Fills and sends a form of `page`; the page that one ends on."""
        form = page.form(action)
        for name, value in values.items():
            form.fill(name, value)
        sent = list(form.values.items()) + ([button] if button else [])
        if form.is_multipart:
            unknown = {name for name, _ in files} - form.files
            if unknown:
                raise AssertionError(f"{action} does not ask for the files {sorted(unknown)}")
            media_type, body = _multipart(sent, files)
        else:
            media_type = "application/x-www-form-urlencoded"
            body = urllib.parse.urlencode(sent).encode()
        return self._visit("POST", action, {"Content-Type": media_type}, body)

    def download(self, address):
        """Bytes and headers behind an address as it stands in a mail."""
        response, content = self._request("GET", self._local(address))
        if response.status != 200:
            raise AssertionError(f"the download answers {response.status}")
        return content, response.headers

    def _local(self, address):
        parts = urllib.parse.urlsplit(address)
        if parts.netloc not in ("", self._host):
            raise AssertionError(f"{address} leads away from the portal")
        return parts.path + ("?" + parts.query if parts.query else "")

    def _visit(self, method, path, headers=None, body=None):
        for _ in range(MAX_REDIRECTS):
            response, content = self._request(method, path, headers, body)
            if response.status not in (302, 303):
                return Page(response.status, path, content.decode())
            method, headers, body = "GET", None, None
            path = self._local(response.headers["Location"])
        raise AssertionError(f"too many redirects at {path}")

    def _request(self, method, path, headers=None, body=None):
        connection = http.client.HTTPSConnection(self._host, context=self._tls,
                                                 timeout=TIMEOUT_SECONDS)
        try:
            cookies = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
            connection.request(method, path, body, {**(headers or {}),
                                                    **({"Cookie": cookies} if cookies else {})})
            response = connection.getresponse()
            content = response.read()
        finally:
            connection.close()
        for line in response.headers.get_all("Set-Cookie", []):
            for name, morsel in SimpleCookie(line).items():
                self.cookies[name] = morsel.value
                if morsel["max-age"] == "0":
                    del self.cookies[name]
        return response, content
