"""The play: starts the office, casts the officers, runs the journeys, collects the results."""
import json
import os
import shutil

from demo import proofs
from demo.journeys import BirthJourney, CardJourney, Cast, Companion, RejectedJourney
from demo.steps import steps_of
from driver.desk import DeskFailure
from office.citizen import Citizen
from office.officers import Approver, Editor, FrontOffice, Kadin
from office.people import BUDI, DEWI, RAHMAT
from office.server import OfficeServers
from office.specimens import make_specimen


class Play:
    def __init__(self, build, folder, out, log):
        self._build, self._folder, self._out, self._log = build, folder, out, log
        self._servers = OfficeServers(build, folder)
        self._cast = None
        self._birth = None

    def perform(self):
        self._servers.start()
        self._log.say("mail server, server and web server run")
        self._open_desks()
        self._log.say("seven officers are logged in")
        scans = self._make_scans()
        others = Companion(lambda: self._run_others(scans))
        others.start()
        self._birth = self._journey(BirthJourney, "A", "budi@warga.test", BUDI)
        self._birth.run(scans["birth"])
        others.join()
        self._collect()

    def _open_desks(self):
        common = (self._build, self._servers, os.path.join(self._folder, "desks"))
        self._cast = Cast(
            fo=FrontOffice("fo", "fo", *common), editor=Editor("editor", "editor", *common),
            kadin=Kadin("kadin", *common),
            kasi_birth=Approver("kasi", "kasi-kelahiran", *common),
            kabid_birth=Approver("kabid", "kabid-capil", *common),
            kasi_card=Approver("kasi", "kasi-identitas", *common),
            kabid_card=Approver("kabid", "kabid-dafduk", *common))
        for officer in self._cast.all():
            officer.desk.wait_ready()
        for officer in self._cast.all():
            officer.log_in()
        self._log.shot(self._cast.fo.desk, "fo-empty-list")

    def _journey(self, kind, label, address, person):
        citizen = Citizen(self._servers, address, person)
        return kind(label, self._cast, self._log, citizen)

    def _run_others(self, scans):
        card = self._journey(CardJourney, "B", "dewi@warga.test", DEWI)
        card.run(scans["blurred"], scans["letter"])
        rejected = self._journey(RejectedJourney, "C", "rahmat@warga.test", RAHMAT)
        rejected.run(scans["letter"])

    def _make_scans(self):
        folder = os.path.join(self._folder, "scans")
        def scan(name, title, *lines):
            return make_specimen(folder, name, title, lines)
        birth = scan("surat-lahir.pdf", "SURAT KETERANGAN KELAHIRAN", "Nama bayi: Putri Ayu Lestari",
                     "Ibu: Siti Aminah", "Ayah: Budi Santoso")
        marriage = scan("buku-nikah.jpg", "KUTIPAN AKTA NIKAH", "Nomor 123/45/VI/2005",
                        "Budi Santoso dan Siti Aminah")
        family = scan("kartu-keluarga.png", "KARTU KELUARGA", "No. 1471010101100001",
                      "Kepala keluarga: Budi Santoso")
        letter = scan("surat-hilang.pdf", "SURAT KETERANGAN HILANG", "Polsek Sukajadi",
                      "Satu lembar KTP-el")
        return {"birth": {"ket-lahir": [birth], "bukti-kawin": [marriage], "kk": [family]},
                "blurred": {"surat-hilang": [scan("buram.jpg", "...", "")]},
                "letter": {"surat-hilang": [letter]}}

    # results

    def _path(self, name):
        return os.path.join(self._out, name)

    def _collect(self):
        """What an office would keep or show: from the mail, through the Kadin's client, and what
        `setup` wrote for the administrator."""
        mail = self._birth.mail
        shutil.copyfile(mail.path, self._path("akta-kelahiran.eml"))
        signed = next(content for name, content in mail.attachments().items() if "akta" in name.lower())
        self._write("akta-kelahiran.pdf", signed)
        self._write("akta-kelahiran-draft.pdf", proofs.revision_before_signature(signed))
        shutil.copyfile(self._servers.office_file("certificates/office-ca.pem"),
                        self._path("office-ca.pem"))
        shutil.copyfile(self._servers.office_file("latihan/tte-root.pem"), self._path("tte-root.pem"))
        kadin = self._cast.kadin
        kadin.open(self._birth.number, "sent")
        kadin.export_card("Pdf", self._path("kartu-kendali.pdf"))
        kadin.export_card("Json", self._path("kartu-kendali.json"))
        self._log.shot(kadin.desk, "A-kadin-kartu-kendali")
        kadin.leave()
        with open(self._path("kartu-kendali.json"), encoding="utf-8") as file:
            steps = steps_of(json.load(file))
        self._write("steps.json", (json.dumps(steps, indent=2) + "\n").encode())

    def _write(self, name, content):
        with open(self._path(name), "wb") as file:
            file.write(content)

    def prove(self):
        print("\nProofs:", flush=True)
        proofs.prove_signature(self._out, self._folder)
        proofs.prove_mail(self._birth.mail, self._birth.downloads, self._out)
        proofs.prove_draft(self._out)
        proofs.prove_verifier(self._build, self._out, self._folder)

    def keep_evidence(self):
        """After a failure: what every screen showed, and every log."""
        folder = self._path("failure")
        os.makedirs(folder, exist_ok=True)
        for officer in self._cast.all() if self._cast else []:
            try:
                officer.desk.shot(os.path.join(folder, officer.user + ".png"))
                with open(os.path.join(folder, officer.user + ".txt"), "w", encoding="utf-8") as file:
                    file.write("\n".join(officer.desk.objects()))
            except (DeskFailure, OSError, ValueError):
                pass  # this desk is gone; the others may tell more
        for root, _, names in os.walk(self._folder):
            for name in names:
                if name.endswith((".log", ".out")):
                    target = os.path.relpath(os.path.join(root, name), self._folder)
                    shutil.copyfile(os.path.join(root, name),
                                    os.path.join(folder, target.replace(os.sep, "-")))
        print(f"What was on the screens is in {folder}.", flush=True)
