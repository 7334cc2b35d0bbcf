"""Starts the real parts on free loopback ports, everything below one directory."""
import json
import os
import subprocess

from driver.processes import start
from driver.waiting import wait_until

START_SECONDS = 60
E2E = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
SUPPORT = os.path.join(os.path.dirname(E2E), "support")


def _ready_values(process, path, log):
    """The KEY=VALUE lines that a start script writes when its server answers."""
    def look():
        if process.poll() is not None:
            raise RuntimeError(f"a server has ended with {process.returncode}; see {log}")
        return os.path.exists(path)
    wait_until(look, f"a server is not ready; see {log}", START_SECONDS)
    with open(path, encoding="utf-8") as file:
        return dict(line.rstrip("\n").split("=", 1) for line in file)


def _make_certificate(folder):
    """A test authority and the portal's certificate for localhost."""
    os.makedirs(folder)
    curve = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-noenc"]
    def openssl(*arguments):
        subprocess.run(["openssl", *arguments], cwd=folder, check=True, stdin=subprocess.DEVNULL,
                       stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    openssl("req", "-x509", *curve, "-days", "2", "-subj", "/CN=SIPENDUDUK demo CA",
            "-addext", "keyUsage=critical,keyCertSign,cRLSign",
            "-keyout", "ca.key", "-out", "ca.pem")
    openssl("req", *curve, "-subj", "/CN=localhost", "-keyout", "key.pem", "-out", "cert.csr")
    with open(os.path.join(folder, "names"), "w", encoding="utf-8") as file:
        file.write("subjectAltName=DNS:localhost,IP:127.0.0.1\n")
    openssl("x509", "-req", "-in", "cert.csr", "-CA", "ca.pem", "-CAkey", "ca.key", "-days", "2",
            "-extfile", "names", "-out", "cert.pem")


class OfficeServers:
    """Mail server, sipenduduk-server and nginx, as an administrator would put them together."""

    def __init__(self, build, folder):
        self._program = os.path.join(build, "server", "sipenduduk-server")
        self._folder = folder
        self.directory = os.path.join(folder, "office")
        self.processes = []
        self.accounts = {}
        self.address = self.maildir = self.portal_url = ""
        self.portal_ca = self.portal_certificate = ""
        self.pin = ""

    def _path(self, name):
        return os.path.join(self._folder, name)

    def office_file(self, name):
        """A file that `setup` wrote for the administrator."""
        return os.path.join(self.directory, name)

    def start(self):
        mail = self._start_mail()
        web = self._start_web()
        self.portal_url = f"https://localhost:{web['port']}"
        self._set_up(mail)
        self._run_server()

    def _start_script(self, name, *arguments):
        folder = self._path(name)
        os.makedirs(folder, exist_ok=True)
        with open(self._path(name + ".out"), "ab") as out:
            process = start([os.path.join(SUPPORT, name, "start"), *arguments],
                            stdin=subprocess.DEVNULL, stdout=out, stderr=out)
        self.processes.append(process)
        return _ready_values(process, os.path.join(folder, "ready"), self._path(name + ".out"))

    def _start_mail(self):
        mail = self._start_script("smtp", self._path("smtp"))
        self.maildir = mail["maildir"]
        return mail

    def _start_web(self):
        _make_certificate(self._path("tls"))
        self.portal_ca = self._path("tls/ca.pem")
        self.portal_certificate = self._path("tls/cert.pem")
        return self._start_script("nginx", self._path("nginx"), self.office_file("run/portal.sock"),
                                  "0", self._path("tls/cert.pem"), self._path("tls/key.pem"))

    def _set_up(self, mail):
        password_file = self._path("smtp.password")
        with open(password_file, "w", encoding="utf-8", opener=_private) as file:
            file.write(mail["password"] + "\n")
        settings = {
            "listen.address": "127.0.0.1", "listen.port": "0", "portal.url": self.portal_url,
            "smtp.host": mail["host"], "smtp.port": mail["port"], "smtp.user": mail["user"],
            "smtp.password-file": password_file, "smtp.ca-file": mail["ca"],
            "smtp.from": "disdukcapil@localhost.test",
            "office.address": "Jalan Jenderal Sudirman, Pekanbaru",
        }
        # A practice office on one's own machine: cheaper password checks keep the demo short.
        settings.update({"accounts.hash-memory-mib": "32", "accounts.hash-operations": "1"})
        options = [part for key, value in settings.items() for part in ("--set", f"{key}={value}")]
        with open(self._path("setup.out"), "wb") as out:
            subprocess.run([self._program, "setup", "--dir", self.directory, "--practice", *options],
                           check=True, stdin=subprocess.DEVNULL, stdout=out, stderr=out)
        with open(self.office_file("latihan/akun.json"), encoding="utf-8") as file:
            told = json.load(file)
        self.accounts = {account["username"]: account for account in told["accounts"]}
        self.pin = told["kadin"]["pin"]

    def _run_server(self):
        log = self._path("server.log")
        with open(log, "ab") as out:
            process = start([self._program, "run", "--dir", self.directory],
                            stdin=subprocess.DEVNULL, stdout=out, stderr=out)
        self.processes.append(process)
        def ready():
            if process.poll() is not None:
                with open(log, encoding="utf-8") as file:
                    raise RuntimeError("the server does not start: " + file.read()[-500:])
            with open(log, encoding="utf-8") as file:
                return next((line for line in file if line.startswith("ready ")), None)
        line = wait_until(ready, f"the server is not ready; see {log}", START_SECONDS)
        self.address = line.split()[1].partition("=")[2]


def _private(path, flags):
    return os.open(path, flags, 0o600)
