"""A citizen: registers, applies, mends, opens what comes by mail. Everything over HTTPS."""
import re

from office.browser import Browser
from office.mailbox import Mailbox

CODE = re.compile(r"^\s{2,}(\d{6})\s*$", re.MULTILINE)
LINK = re.compile(r"https://\S+/unduh/\S+")


class Citizen:
    def __init__(self, servers, address, person):
        self.person = {**person, "email": address}
        self.browser = Browser(servers.portal_url, servers.portal_ca)
        self.mailbox = Mailbox(servers.maildir, address)
        self._summary = None  # the page before the sending: (path, page)

    def register(self):
        """Makes an account and enters the code that comes by mail."""
        page = self.browser.submit(self.browser.get("/daftar"), "/daftar",
                                   {f"isian.{code}": value for code, value in self.person.items()})
        code = CODE.search(self.mailbox.wait("Kode verifikasi").text()).group(1)
        page = self.browser.submit(page, "/kode", {"kode": code})
        self._expect(page, "/permohonan")

    def answer(self, layanan, answers):
        """The questions of an application, whose answers say what is wanted for it."""
        path = f"/ajukan/{layanan}"
        page = self.browser.get(path)
        if answers:
            page = self.browser.submit(page, path, {
                f"jawab.{key}": "ya" if answer else "tidak" for key, answer in answers.items()})
        return page

    def fill_in(self, layanan, answers, data, files):
        """All of an application up to the page that sends it. `files`: requirement → paths."""
        path = f"/ajukan/{layanan}"
        page = self.answer(layanan, answers)
        page = self.browser.submit(page, path + "/isian",
                                   {f"isian.{code}": value for code, value in data.items()},
                                   button=("aksi", "lanjut"))
        page = self.browser.submit(page, path + "/berkas", {}, self._files(files),
                                   button=("aksi", "lanjut"))
        self._summary = path, page

    def send(self):
        """The number of the new permohonan."""
        path, page = self._summary
        page = self.browser.submit(page, path + "/kirim", {})
        found = re.fullmatch(r"/permohonan/([A-Z0-9-]+)/tanda-terima", page.address)
        if page.status != 200 or not found:
            raise AssertionError(f"{page.address} ({page.status}): {page.text()[:600]}")
        return found.group(1)

    def mend(self, number, data, files):
        """Renews what was refused, and nothing else."""
        path = f"/permohonan/{number}/perbaiki"
        page = self.browser.submit(self.browser.get(path), path,
                                   {f"isian.{code}": value for code, value in data.items()},
                                   self._files(files), button=("aksi", "kirim"))
        self._expect(page, f"/permohonan/{number}?terkirim=1")

    def page_of(self, number):
        return self.browser.get(f"/permohonan/{number}")

    def download(self, mail):
        """What the links of a mail lead to, in their order."""
        return [self.browser.download(link)[0] for link in LINK.findall(mail.text())]

    @staticmethod
    def _files(files):
        return [(f"berkas.{requirement}", path)
                for requirement, paths in files.items() for path in paths]

    @staticmethod
    def _expect(page, address):
        if page.status != 200 or page.address != address:
            raise AssertionError(f"{page.address} ({page.status}), not {address}: "
                                 + page.text()[:600])
