"""Everything of the officers' client: what they get to see on the way of a permohonan."""
import os
import subprocess
import time

from driver.desk import DeskFailure
from office.officers import PICKUP, UNREADABLE, Approver, Editor, FrontOffice, Kadin

REST_SECONDS = 0.3   # two pictures this far apart show the same: nothing moves any more
PATIENCE_SECONDS = 4


class Camera:
    def __init__(self, album, folder):
        self._album = album
        self._file = os.path.join(folder, "latest.png")

    def shot(self, officer, name):
        """A picture of the officer's screen once it has come to rest."""
        path = self._album.path("client-" + name)
        end = time.monotonic() + PATIENCE_SECONDS
        before, now = None, self._look(officer)
        while before != now and time.monotonic() < end:
            time.sleep(REST_SECONDS)
            before, now = now, self._look(officer)
        subprocess.run(["convert", self._file, "-strip", path], check=True,
                       stdin=subprocess.DEVNULL)

    def _look(self, officer):
        """The hash of the picture that was taken."""
        officer.desk.shot(self._file)
        return subprocess.run(["identify", "-format", "%#", self._file], check=True,
                              stdin=subprocess.DEVNULL, stdout=subprocess.PIPE).stdout


class Desks:
    """The officers, and one method for each scene."""

    def __init__(self, build, servers, folder, album):
        self._servers, self._album = servers, album
        desks = os.path.join(folder, "desks")
        self._leave_alone(desks, "editor")
        common = (build, servers, desks)
        self.fo = FrontOffice("fo", "fo", *common)
        self.editor = Editor("editor", "editor", *common)
        self.kasi = Approver("kasi", "kasi-kelahiran", *common)
        self.kabid = Approver("kabid", "kabid-capil", *common)
        self.kadin = Kadin("kadin", *common)
        self._camera = Camera(album, folder)
        self.shot = self._camera.shot

    @staticmethod
    def _leave_alone(desks, user):
        """This one's client logs out after a minute without work; others wait half an hour."""
        os.makedirs(os.path.join(desks, user))
        with open(os.path.join(desks, user, "settings.ini"), "w", encoding="utf-8") as file:
            file.write("[General]\nidleMinutes=1\n")

    def all(self):
        return [self.fo, self.editor, self.kasi, self.kabid, self.kadin]

    def tab(self, officer, title):
        officer.desk.choose_tab("permohonanPage.tabs", title)

    def log_in(self):
        fo, desk = self.fo, self.fo.desk
        for officer in self.all():
            officer.desk.wait_ready()
        desk.wait_enabled("LoginWindow.passwordLineEdit", timeout=60)
        self.shot(fo, "login")
        desk.press("LoginWindow.advancedButton")
        self.shot(fo, "login-server")
        desk.press("LoginWindow.advancedButton")
        desk.fill("LoginWindow.passwordLineEdit", "bukan kata sandinya", secret=True)
        desk.press("LoginWindow.loginButton")
        desk.wait_shown("LoginWindow.messageStrip.messageLabel")
        self.shot(fo, "login-wrong-password")
        for officer in self.all():
            officer.log_in()
        self.shot(fo, "queue-empty")
        self.shot(self.editor, "queue-empty-editor")

    def help(self):
        desk = self.fo.desk
        for key, box, name in (("ctrl+slash", "shortcutsMessageBox", "shortcuts"),):
            desk.key(key)
            desk.wait_shown(box)
            self.shot(self.fo, name)
            desk.key("Escape")
            desk.wait_gone(box)

    # the front office

    def full_queue(self, numbers):
        for number in numbers:
            self.fo.wait_in_list(number)
        self.shot(self.fo, "queue")

    def check(self, number, siak_number):
        """From the application to the drafts at the Kasi."""
        fo = self.fo
        fo.open(number)
        self.shot(fo, "fo-new")
        fo.register()
        fo.desk.select_row("berkasPanel.requirementView", "•")
        self.shot(fo, "fo-check")
        fo.desk.choose_tab("berkasPanel.tabs", "Pertanyaan")
        self.shot(fo, "fo-questions")
        fo.judge_all()
        self.shot(fo, "fo-checked")
        fo.verify()
        fo.desk.fill("siakLineEdit", siak_number)
        self.shot(fo, "fo-entry")
        fo.enter(siak_number)
        fo.make_drafts()
        self.shot(fo, "fo-drafts")
        fo.hand_to_kasi()
        self.kasi.show_list()
        self.kasi.wait_in_list(number)
        fo.leave()

    def ask_revision(self, number, requirement):
        fo = self.fo
        fo.open(number)
        fo.register()
        fo.refuse(requirement, UNREADABLE)
        self.shot(fo, "fo-refused")
        fo.send_back("askRevision")
        self.shot(fo, "fo-return-dialog")
        fo.submit("ReturnDialog")
        self.shot(fo, "fo-returned")
        fo.leave()

    def reject(self, number, reason):
        fo = self.fo
        fo.open(number)
        fo.register()
        fo.act("reject")
        fo.desk.fill("ReasonDialog.reasonEdit", reason)
        self.shot(fo, "fo-reject-dialog")
        fo.submit("ReasonDialog")
        self.shot(fo, "fo-rejected")
        fo.leave()

    def search(self, text):
        desk = self.fo.desk
        desk.key("ctrl+f")
        desk.write(text)
        desk.key("Return")
        desk.wait_row("queuePage_search.table", text)
        self.shot(self.fo, "search")
        self.fo.show_list()

    # who approves

    @staticmethod
    def _first_draft(officer):
        """Back to the top of what was read."""
        officer.desk.select_row("draftsPanel.dokumenView", "Akta")
        officer.desk.focus("draftPageView")
        officer.desk.key("Home")

    def approve(self, number):
        """The Kasi looks at everything, both give paraf."""
        kasi, kabid = self.kasi, self.kabid
        self.shot(kasi, "kasi-queue")
        kasi.open(number)
        kasi.receive()
        kasi.read_drafts()
        self._first_draft(kasi)
        self.shot(kasi, "kasi-drafts")
        self.tab(kasi, "Data")
        self.shot(kasi, "kasi-data")
        self.tab(kasi, "Catatan")
        kasi.desk.fill("notesView.noteTextEdit", "Nama ibu sudah dicocokkan dengan buku nikah.")
        kasi.desk.press("notesView.addNoteButton")
        kasi.desk.wait_text("notesView.noteTextEdit", "")
        self.shot(kasi, "kasi-notes")
        self.tab(kasi, "Draf")
        kasi.act("returnToEditor")
        kasi.desk.wait_shown("ReturnDialog.placeBox")
        self.shot(kasi, "kasi-return-dialog")
        kasi.desk.key("Escape")
        kasi.desk.wait_gone("ReturnDialog")
        kasi.give_paraf()
        kabid.wait_in_list(number)
        kasi.leave()
        kabid.open(number)
        kabid.receive()
        kabid.read_drafts()
        self._first_draft(kabid)
        self.shot(kabid, "kabid-drafts")
        kabid.give_paraf()
        self.kadin.wait_in_list(number)
        kabid.leave()

    def sign(self, number):
        kadin, desk = self.kadin, self.kadin.desk
        desk.press("queueButton_kadin_signing")
        desk.wait_row("SigningPage.table", number)
        self.shot(kadin, "signing-list")
        kadin.open(number)
        kadin.receive()
        self.shot(kadin, "kadin-unread")
        kadin.read_drafts()
        self._first_draft(kadin)
        self.shot(kadin, "kadin-drafts")
        kadin.act("sign")
        desk.wait_shown("SigningDialog.pinEdit")
        self.shot(kadin, "signing-empty")
        desk.fill("SigningDialog.fileLineEdit", self._servers.office_file("latihan/kadin.p12"))
        desk.fill("SigningDialog.pinEdit", "000000", secret=True)
        desk.wait_enabled("SigningDialog.signButton")
        self.shot(kadin, "signing")
        desk.press("SigningDialog.signButton")
        desk.wait_text("SigningDialog.messageLabel", "PIN")
        self.shot(kadin, "signing-wrong-pin")
        desk.fill("SigningDialog.pinEdit", self._servers.pin, secret=True)
        desk.wait_enabled("SigningDialog.signButton")
        kadin.sign()
        self.shot(kadin, "signed")
        kadin.leave()

    def hand_over(self, number):
        fo = self.fo
        fo.show_list(PICKUP)
        fo.wait_in_list(number, PICKUP)
        self.shot(fo, "pickup-list")
        fo.open(number, PICKUP)
        fo.make_card_ready()
        fo.desk.press("actionBar.handOverCardButton_*")
        fo.desk.wait_shown("TakerDialog")
        self.shot(fo, "taker-dialog")
        fo.submit("TakerDialog")
        self.shot(fo, "handed-over")
        self.tab(fo, "Kartu kendali")
        self.shot(fo, "kartu-kendali")
        fo.leave()

    # what goes wrong

    def idle(self):
        self.editor.desk.wait_shown("LoginWindow.messageStrip.messageLabel", timeout=120)
        self.shot(self.editor, "idle-log-out")

    def lost_line(self, number):
        """The server ends; its clients notice, and keep what was typed."""
        self.fo.show_list()
        self.fo.open(number)
        self._servers.processes[-1].terminate()
        self.fo.desk.wait_shown("connectionStrip.messageLabel", timeout=60)
        self.shot(self.fo, "line-lost")

    def keep_evidence(self):
        """After a failure: what every screen showed."""
        for officer in self.all():
            try:
                officer.desk.shot(self._album.path(f"client-failure-{officer.user}"))
            except (DeskFailure, OSError, ValueError):
                pass  # this desk is gone; the others may tell more
