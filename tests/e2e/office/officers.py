"""What officers do at their desks, in the words of the SOP; each method is one piece of work.

Methods that commit something give the time just before the committing key or button; those whose
result appears at the same desk give the time of that as well.
"""
import os
import time

from driver.desk import Desk, DeskFailure
from driver.waiting import wait_until

READING_SECONDS = 60
GLANCE_SECONDS = 0.35  # people look at a page before they turn it; shorter does not count as seen
JUDGING_SECONDS = 15
WORK, PICKUP = "work", "pickup"
IN_ORDER, UNREADABLE = 1, 2  # numbers of the verdicts, as in the names of their buttons


class Officer:
    """One person at one client."""

    def __init__(self, duty, user, build, servers, folder):
        account = servers.accounts[user]
        self.duty = duty
        self.user = user
        self.name = account["name"]
        self._password = account["password"]
        self.desk = Desk(user, os.path.join(folder, user), [
            os.path.join(build, "app", "sipenduduk"), "--lang", "id",
            "--settings", os.path.join(folder, user, "settings.ini"),
            "--server", servers.address, "--ca", servers.office_file("certificates/office-ca.pem"),
            "--user", user])

    def log_in(self):
        self.desk.wait_enabled("LoginWindow.passwordLineEdit", timeout=60)
        self.desk.fill("LoginWindow.passwordLineEdit", self._password, secret=True)
        self.desk.press("LoginWindow.loginButton")
        self.desk.wait_shown("sidePanel")

    # lists

    def _list(self, view):
        return f"queuePage_{self.duty}_{view}"

    def show_list(self, view=WORK):
        if not self.desk.is_shown(self._list(view)):
            self.desk.press(f"queueButton_{self.duty}_{view}")
            self.desk.wait_shown(self._list(view))

    def wait_in_list(self, number, view=WORK):
        """When `number` was seen in the list."""
        return self.desk.wait_row(self._list(view) + ".table", number, timeout=30)

    def open(self, number, view=WORK):
        self.show_list(view)
        self.desk.open_row(self._list(view) + ".table", number, timeout=30)
        self.desk.wait_text("header.numberLabel", number)
        self.desk.wait_enabled("permohonanPage.tabs")

    def leave(self):
        """Back to the list."""
        self.desk.press("header.backButton")
        self.desk.wait_shown(f"queuePage_{self.duty}_*")

    # steps

    def act(self, action):
        return self.desk.press(f"actionBar.{action}Button")

    def receive(self):
        """Acknowledges receipt: the line `penerimaan` of the kartu kendali."""
        return self.act("receive"), self.desk.wait_disabled("actionBar.receiveButton")

    def submit(self, dialog):
        before = self.desk.press(f"{dialog}.submitButton")
        self.desk.wait_gone(dialog)
        return before

    def send_back(self, action, place="", verdict="", solution=""):
        """Returns it with a defect; without a place, with those that the verdicts made."""
        self.act(action)
        self.desk.wait_shown("ReturnDialog.placeBox")
        if place:
            self.desk.choose("ReturnDialog.placeBox", place)
            self.desk.choose("ReturnDialog.verdictBox", verdict)
            self.desk.fill("ReturnDialog.solutionEdit", solution)
        self.desk.wait_enabled("ReturnDialog.submitButton")

    def read_drafts(self):
        """Turns pages with the space bar until every page of every draft was on the screen."""
        self.desk.focus("draftPageView")
        end = time.monotonic() + READING_SECONDS
        while not self._is_all_read():
            if time.monotonic() > end:
                raise DeskFailure(f"{self.user}: the drafts are not all seen")
            time.sleep(GLANCE_SECONDS)
            self.desk.key("space")

    def _is_all_read(self):
        rows = self.desk.rows("draftsPanel.dokumenView")
        seen = [row[-1].split(" dari ") for row in rows]
        return bool(rows) and all(len(pair) == 2 and pair[0] == pair[1] for pair in seen)

    def export_card(self, form, path):
        """Saves the kartu kendali as "Pdf" or "Json"."""
        self.desk.choose_tab("permohonanPage.tabs", "Kartu kendali")
        self.desk.press(f"kartuKendaliView.save{form}Button")
        self.desk.choose_file("exportFileDialog", path)
        self.desk.wait_text("kartuKendaliView.messageStrip.messageLabel", path)


class FrontOffice(Officer):
    def register(self):
        return self.act("register"), self.desk.wait_shown("actionBar.verifyButton")

    def judge_all(self):
        """Finds every uploaded berkas in order and confirms the answers."""
        self.desk.choose_tab("berkasPanel.tabs", "Berkas")
        while waiting := self._unjudged():
            self.desk.press("verdict1Button")
            wait_until(lambda: self._unjudged() < waiting, "a verdict was not taken", JUDGING_SECONDS)
        self.desk.choose_tab("berkasPanel.tabs", "Pertanyaan")
        if not self.desk.is_checked("answersConfirmedBox"):
            self.desk.press("answersConfirmedBox")
        self.desk.wait_enabled("actionBar.verifyButton")

    def _unjudged(self):
        return sum(row[-1].startswith("•") for row in self.desk.rows("berkasPanel.requirementView"))

    def refuse(self, requirement, verdict):
        """Gives one berkas a verdict other than in order; the prepared solution stays."""
        self.desk.choose_tab("berkasPanel.tabs", "Berkas")
        self.desk.select_row("berkasPanel.requirementView", requirement)
        self.desk.press(f"verdict{verdict}Button")

    def verify(self):
        return self.act("verify"), self.desk.wait_shown("actionBar.enterButton")

    def enter(self, siak_number):
        self.desk.fill("siakLineEdit", siak_number)
        if self.desk.is_shown("reasonLineEdit"):
            self.desk.fill("reasonLineEdit", "Sesuai dengan dokumen asli")
        return self.act("enter"), self.desk.wait_shown("actionBar.handToKasiButton")

    def make_drafts(self):
        return self.desk.key("ctrl+d"), self.desk.wait_enabled("actionBar.handToKasiButton", timeout=30)

    def hand_to_kasi(self):
        return self.act("handToKasi")

    def reject(self, reason):
        self.act("reject")
        self.desk.fill("ReasonDialog.reasonEdit", reason)
        return self.submit("ReasonDialog")

    def make_card_ready(self):
        return self.desk.press("actionBar.makeReadyButton_*"), self.desk.wait_enabled("actionBar.handOverCardButton_*")

    def hand_over_card(self):
        self.desk.press("actionBar.handOverCardButton_*")
        self.desk.wait_shown("TakerDialog")
        return self.submit("TakerDialog")


class Editor(Officer):
    def mend(self, field, text):
        """Changes one field of the data and makes the drafts again."""
        self.desk.choose_tab("permohonanPage.tabs", "Data")
        self.desk.fill(f"field_{field}", text)
        self.desk.key("Tab")
        self.desk.press("dataPanel.saveButton")
        return self.desk.key("ctrl+d"), self.desk.wait_enabled("actionBar.handToKasiButton", timeout=30)

    def hand_to_kasi(self):
        return self.act("handToKasi")


class Approver(Officer):
    """Kasi and Kabid."""

    def give_paraf(self):
        before = self.act("giveParaf")
        found = self.desk.first_shown(["PasswordDialog.passwordLineEdit", "notice.messageButton"])
        if found.startswith("PasswordDialog"):
            self.desk.fill("PasswordDialog.passwordLineEdit", self._password, secret=True)
            before = self.submit("PasswordDialog")
        return before


class Kadin(Officer):
    def __init__(self, user, build, servers, folder):
        super().__init__("kadin", user, build, servers, folder)
        self._key_file = servers.office_file("latihan/kadin.p12")
        self._pin = servers.pin

    def prepare_signing(self):
        """Opens the dialog and types key file and PIN."""
        self.act("sign")
        self.desk.fill("SigningDialog.fileLineEdit", self._key_file)
        self.desk.fill("SigningDialog.pinEdit", self._pin, secret=True)
        self.desk.wait_enabled("SigningDialog.signButton")

    def sign(self):
        before = self.desk.press("SigningDialog.signButton")
        self.desk.wait_gone("SigningDialog", timeout=30)
        return before
