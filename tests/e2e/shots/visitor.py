"""Everything of the portal that a citizen gets to see, on a desk and on a phone."""
from office.citizen import CODE
from shots.chromium import Chromium

SIZES = {"": (1366, 900, False), "-phone": (390, 844, True)}


class Visitor:
    """A citizen with a real browser. What takes long to fill in goes through office.citizen, with
    the same cookies, so that both are one visitor."""

    def __init__(self, servers, folder, album):
        self._album = album
        self._chromium = Chromium(servers.portal_url, servers.portal_certificate, folder)

    def shot(self, name, path=None):
        """The present page, or the one of `path`."""
        for suffix, size in SIZES.items():
            self._chromium.size(*size)
            if path:
                self._chromium.open(path)
            beyond = self._chromium.run("document.documentElement.scrollWidth") - size[0]
            if beyond > 0:
                self._album.complain(f"portal-{name}{suffix} is {beyond} pixels too wide")
            self._chromium.shot(self._album.path(f"portal-{name}{suffix}"))

    def be(self, citizen):
        """From now on this one's account is logged in."""
        self._chromium.set_cookies(citizen.browser.cookies)

    def look_around(self):
        """What needs no account."""
        for name, path in (("start", "/"), ("services", "/layanan"),
                           ("services-found", "/layanan?cari=lahir"),
                           ("services-none", "/layanan?cari=paspor"),
                           ("service", "/layanan/akta-kelahiran"), ("help", "/bantuan"),
                           ("privacy", "/privasi"), ("status-ask", "/status"),
                           ("status-unknown", "/status?nomor=PKU-2026-0000000"),
                           ("not-found", "/tidak-ada"), ("login", "/masuk")):
            self.shot(name, path)
        self._chromium.dark(True)
        self.shot("start-dark", "/")
        self._chromium.dark(False)

    def register(self, citizen):
        """Makes the account of `citizen` in this very browser."""
        self.shot("register", "/daftar")
        self._chromium.press("main form .tombol")
        self.shot("register-errors")
        self._chromium.fill({f"isian.{code}": value for code, value in citizen.person.items()})
        self._chromium.press("main form .tombol")
        self._chromium.fill({"kode": "000000"})
        self._chromium.press("main form .tombol")
        self.shot("code-wrong")
        self._chromium.open("/kode")
        self.shot("code")
        code = CODE.search(citizen.mailbox.wait("Kode verifikasi").text()).group(1)
        self._chromium.fill({"kode": code})
        self._chromium.press("main form .tombol")
        self.shot("own-list-empty")
        citizen.browser.cookies.update(self._chromium.cookies())

    def begin(self, citizen, layanan, answers):
        """The steps of an application before anything is filled in, and what is said of that."""
        path = f"/ajukan/{layanan}"
        self.be(citizen)
        self.shot("questions", path)
        self._chromium.press("main form .tombol")
        self.shot("questions-errors")
        citizen.answer(layanan, answers)
        self.shot("form", path + "/isian")
        self._chromium.press("main form .tombol")
        self.shot("form-errors")
        self.shot("uploads", path + "/berkas")
        self._chromium.press("main form .tombol")
        self.shot("uploads-errors")

    def review(self, layanan):
        """The same steps when all is there."""
        path = f"/ajukan/{layanan}"
        self.shot("form-filled", path + "/isian")
        self.shot("uploads-done", path + "/berkas")
        self.shot("summary", path + "/periksa")
        self.shot("own-list-unsent", "/permohonan")

    def sent(self, number):
        self.shot("receipt", f"/permohonan/{number}/tanda-terima")
        self.shot("own", f"/permohonan/{number}")
        self.shot("status", f"/status?nomor={number}")

    def revise(self, citizen, number):
        self.be(citizen)
        self.shot("own-to-revise", f"/permohonan/{number}")
        self.shot("revise", f"/permohonan/{number}/perbaiki")
        self._chromium.press("main form .tombol")
        self.shot("revise-errors")

    def rejected(self, citizen, number):
        self.be(citizen)
        self.shot("own-rejected", f"/permohonan/{number}")

    def issued(self, citizen, number):
        self.be(citizen)
        self.shot("own-list", "/permohonan")
        self.shot("own-issued", f"/permohonan/{number}")
        self.shot("status-issued", f"/status?nomor={number}")
        self._chromium.dark(True)
        self.shot("own-issued-dark", f"/permohonan/{number}")
        self._chromium.dark(False)
