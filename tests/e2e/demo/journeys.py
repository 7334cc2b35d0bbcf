"""The journeys: what happens to each permohonan, hand by hand.

A desk is held (its lock) while a permohonan is on its screen, so that journeys can run beside
each other. Whoever measures also holds the desk of the next officer, whose list must be in view.
"""
import threading
import time
from dataclasses import dataclass

from demo.log import Step
from office.officers import PICKUP, UNREADABLE
from office.people import (BIRTH_ANSWERS, BUDI, DEWI, LOST_CARD_ANSWERS, RAHMAT, birth_of,
                           lost_card_of)


@dataclass
class Cast:
    """Who takes part."""
    fo: object
    editor: object
    kadin: object
    kasi_birth: object
    kabid_birth: object
    kasi_card: object
    kabid_card: object

    def all(self):
        return [self.fo, self.editor, self.kasi_birth, self.kabid_birth, self.kasi_card,
                self.kabid_card, self.kadin]


class Journey:
    """One permohonan on its way."""

    def __init__(self, label, cast, log, citizen):
        self.label, self.cast, self.log, self.citizen = label, cast, log, citizen
        self.number = ""

    def step(self, step, who, what):
        return Step(self.log, self.label, step, who, what)

    def shot(self, officer, name):
        self.log.shot(officer.desk, f"{self.label}-{officer.duty}-{name}")

    def apply(self, *application):
        with self.step("1", "Citizen", "registers with an e-mailed code, applies over HTTPS") as step:
            self.citizen.register()
            self.citizen.fill_in(*application)
            with self.cast.fo.desk.lock:
                self.cast.fo.show_list()
                before = time.monotonic()
                self.number = self.citizen.send()
                step.measured(before, self.cast.fo.wait_in_list(self.number))
            self.citizen.mailbox.wait("Tanda terima", self.number)

    def front_office(self, siak_number):
        fo = self.cast.fo
        with fo.desk.lock:
            with self.step("1", "FO", "registers, judges every berkas, verifies") as step:
                fo.open(self.number)
                step.measured(*fo.register())
                fo.judge_all()
                self.shot(fo, "berkas")
                step.measured(*fo.verify())
            self._enter(fo, siak_number)

    def _enter(self, fo, siak_number):
        next_officer = self.next_after_fo()
        with self.step("2", "FO", "enters (SIAK), resi, drafts, hands to the Kasi") as step:
            step.measured(*fo.enter(siak_number))
            step.measured(*fo.make_drafts())
            self.shot(fo, "drafts")
            with next_officer.desk.lock:
                next_officer.show_list()
                before = fo.hand_to_kasi()
                step.measured(before, next_officer.wait_in_list(self.number))
            self.citizen.mailbox.wait("Resi", self.number)
        fo.leave()

    def next_after_fo(self):
        raise NotImplementedError

    def approve(self, officer, next_officer, step_number, what):
        """Receives, reads the drafts, gives paraf."""
        with officer.desk.lock:
            with self.step(step_number, officer.duty.capitalize(), what) as step:
                officer.open(self.number)
                step.measured(*officer.receive())
                officer.read_drafts()
                self.shot(officer, "drafts")
                with next_officer.desk.lock:
                    next_officer.show_list()
                    before = officer.give_paraf()
                    step.measured(before, next_officer.wait_in_list(self.number))
            officer.leave()

    def send_back(self, officer, next_officer, action, step_number, what, *defect):
        """Receives, looks, returns it with a defect to the one before."""
        with officer.desk.lock:
            with self.step(step_number, officer.duty.capitalize(), what):
                officer.open(self.number)
                officer.receive()
                officer.send_back(action, *defect)
                self.shot(officer, "return")
                officer.submit("ReturnDialog")
            officer.leave()
        with next_officer.desk.lock:
            next_officer.show_list()
            next_officer.wait_in_list(self.number)

    def sign(self, what):
        """The Kadin sees every page and signs the set."""
        kadin = self.cast.kadin
        with kadin.desk.lock:
            with self.step("5", "Kadin", what) as step:
                kadin.open(self.number)
                step.measured(*kadin.receive())
                kadin.read_drafts()
                self.shot(kadin, "drafts")
                kadin.prepare_signing()
                self.shot(kadin, "signing")
                before = kadin.sign()
                arrived = self.wait_issued()
                step.measured(before, arrived)
            kadin.leave()

    def wait_issued(self):
        """When the applicant or the counter has it."""
        raise NotImplementedError

    def hand_over_card(self, what):
        fo = self.cast.fo
        with fo.desk.lock:
            with self.step("6", "FO", what):
                fo.show_list(PICKUP)
                fo.wait_in_list(self.number, PICKUP)
                fo.open(self.number, PICKUP)
                fo.make_card_ready()
                self.citizen.mailbox.wait("siap diambil", self.number)
                fo.hand_over_card()
                self.shot(fo, "collected")
            fo.leave()


class BirthJourney(Journey):
    """Akta, KK and KIA of a newborn, without a fault: what is measured and proved."""

    def next_after_fo(self):
        return self.cast.kasi_birth

    def run(self, files):
        cast = self.cast
        self.apply("akta-kelahiran", BIRTH_ANSWERS, birth_of("Putri Ayu Lestari", BUDI), files)
        self.front_office("SIAK-2026-0001")
        self.approve(cast.kasi_birth, cast.kabid_birth, "3", "reads the drafts, paraf, asks for TTE")
        self.approve(cast.kabid_birth, cast.kadin, "4", "validates the drafts, paraf, asks for TTE")
        self.sign("sees all pages, signs the set: PKCS#12 and PIN")
        with self.step("6", "Citizen", "opens the mail and the download link"):
            self.mail = self.citizen.mailbox.wait("telah terbit", self.number)
            self.downloads = self.citizen.download(self.mail)
        self.hand_over_card("KIA made ready and collected")

    def wait_issued(self):
        return self.citizen.mailbox.wait("telah terbit", self.number).arrived


class CardJourney(Journey):
    """A lost KTP-el that goes back once from every officer, and is collected in the end."""

    def next_after_fo(self):
        return self.cast.kasi_card

    def run(self, files, better_files):
        cast = self.cast
        data = lost_card_of(DEWI, "SKH/118/XI/2026/POLSEK")
        self.apply("ktp-hilang-rusak", LOST_CARD_ANSWERS, data, files)
        self._ask_revision(better_files)
        self.front_office("SIAK-2026-0002")
        self.send_back(cast.kasi_card, cast.editor, "returnToEditor", "3",
                       "returns it to the Editor: an entry error",
                       "Data: Nomor surat", "Tidak sesuai", "Nomor surat tertulis 119, bukan 118")
        self._mend()
        self.approve(cast.kasi_card, cast.kabid_card, "3", "reads the new draft, paraf")
        self.send_back(cast.kabid_card, cast.kasi_card, "returnToKasi", "4", "returns it to the Kasi",
                       "Draf:", "Tidak sesuai", "Pastikan nomor surat sesuai surat polisi")
        self.approve(cast.kasi_card, cast.kabid_card, "3", "has looked again, new paraf")
        self.approve(cast.kabid_card, cast.kadin, "4", "paraf, asks for TTE")
        self.send_back(cast.kadin, cast.kabid_card, "returnToKabid", "5", "returns it to the Kabid",
                       "Draf:", "Kurang lengkap", "Konfirmasi lokasi pengambilan dengan loket")
        self.approve(cast.kabid_card, cast.kadin, "4", "has asked, new paraf")
        self.sign("signs the print approval of the KTP-el")
        self.hand_over_card("KTP-el made ready and collected")

    def _ask_revision(self, better_files):
        fo = self.cast.fo
        with fo.desk.lock:
            with self.step("2", "FO", "cannot read a scan: asks the applicant for a revision"):
                fo.open(self.number)
                fo.register()
                fo.refuse("Surat keterangan hilang", UNREADABLE)
                fo.send_back("askRevision")
                self.shot(fo, "revision")
                fo.submit("ReturnDialog")
            fo.leave()
        with self.step("2", "Citizen", "gets the mail, renews that one berkas"):
            self.citizen.mailbox.wait("perlu diperbaiki", self.number)
            self.citizen.mend(self.number, {}, better_files)

    def _mend(self):
        editor = self.cast.editor
        with editor.desk.lock:
            with self.step("3", "Editor", "mends the entry, makes a new draft, hands it back"):
                editor.open(self.number)
                editor.receive()
                editor.mend("surat_hilang_nomor", "SKH/119/XI/2026/POLSEK")
                self.shot(editor, "mended")
                editor.hand_to_kasi()
            editor.leave()

    def wait_issued(self):
        fo = self.cast.fo
        with fo.desk.lock:
            fo.show_list(PICKUP)
            return fo.wait_in_list(self.number, PICKUP)


class RejectedJourney(Journey):
    """What cannot be granted ends at the counter."""

    def run(self, files):
        data = lost_card_of(RAHMAT, "SKH/120/XI/2026/POLSEK")
        self.apply("ktp-hilang-rusak", LOST_CARD_ANSWERS, data, files)
        fo = self.cast.fo
        with fo.desk.lock:
            with self.step("2", "FO", "rejects it with a reason"):
                fo.open(self.number)
                fo.register()
                fo.reject("KTP-el Anda sudah ditemukan dan masih berlaku.")
                self.shot(fo, "rejected")
            fo.leave()
        with self.step("2", "Citizen", "reads the reason in the mail and on the portal"):
            mail = self.citizen.mailbox.wait("tidak dapat dikabulkan", self.number)
            for place in (mail.text(), self.citizen.page_of(self.number).text()):
                if "sudah ditemukan" not in place:
                    raise AssertionError("the reason of the rejection is not told")


class Companion(threading.Thread):
    """Runs a journey beside others; join() raises what went wrong."""

    def __init__(self, run):
        super().__init__(daemon=True)
        self._run, self._error = run, None

    def run(self):
        try:
            self._run()
        except BaseException as error:  # carried into join(); the other journey may fail of it
            print(f"beside: {type(error).__name__}: {error}", flush=True)
            self._error = error

    def join(self, timeout=None):
        super().join(timeout)
        if self._error is not None:
            raise self._error
