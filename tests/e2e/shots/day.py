"""A day in the practice office, with a camera: who does what, in which order."""
import os

from office.citizen import Citizen
from office.people import (BIRTH_ANSWERS, BUDI, DEWI, LOST_CARD_ANSWERS, RAHMAT, birth_of,
                           lost_card_of, person)
from office.server import OfficeServers
from office.specimens import make_specimen
from shots.desks import Desks
from shots.visitor import Visitor

BIRTH, CARD = "akta-kelahiran", "ktp-hilang-rusak"
OTHERS = (person("Sri Wahyuni", "1471015507880004", "1471010101100004", "081200000004"),
          person("Yusuf Nasution", "1471011708790006", "1471010101100005", "081200000005"),
          person("Maria Simanjuntak", "1471016409920008", "1471010101100006", "081200000006"))


class Day:
    def __init__(self, build, folder, album):
        self._build, self._folder, self._album = build, folder, album
        self._servers = OfficeServers(build, folder)
        self._desks = self._visitor = None

    def spend(self):
        self._servers.start()
        self._desks = Desks(self._build, self._servers, self._folder, self._album)
        try:
            self._scenes()
        except BaseException:
            self._desks.keep_evidence()
            raise

    def _scenes(self):
        desks = self._desks
        self._visitor = Visitor(self._servers, os.path.join(self._folder, "chromium"), self._album)
        self._make_scans()
        desks.log_in()
        desks.help()
        self._visitor.look_around()
        birth, budi = self._apply_before_the_camera()
        cards = [self._card(someone, number) for number, someone in
                 enumerate((DEWI, RAHMAT, *OTHERS), start=1)]
        desks.full_queue([birth, *(number for number, _ in cards)])
        self._counter(birth, *cards[:2])
        desks.approve(birth)
        desks.sign(birth)
        budi.mailbox.wait("telah terbit", birth)
        desks.hand_over(birth)
        self._visitor.issued(budi, birth)
        desks.idle()
        desks.lost_line(cards[2][0])

    def _counter(self, birth, unreadable, useless):
        """What the front office does with three applications."""
        desks = self._desks
        desks.check(birth, "SIAK-2026-0001")
        number, citizen = unreadable
        desks.ask_revision(number, "Surat keterangan hilang")
        self._visitor.revise(citizen, number)
        number, citizen = useless
        desks.reject(number, "KTP-el Anda sudah ditemukan dan masih berlaku.")
        self._visitor.rejected(citizen, number)
        desks.search("Lestari")

    # citizens

    def _citizen(self, someone):
        address = someone["nama"].split()[0].lower() + "@warga.test"
        return Citizen(self._servers, address, someone)

    def _apply_before_the_camera(self):
        budi = self._citizen(BUDI)
        self._visitor.register(budi)
        self._visitor.begin(budi, BIRTH, BIRTH_ANSWERS)
        budi.fill_in(BIRTH, BIRTH_ANSWERS, birth_of("Putri Ayu Lestari", BUDI), self._birth_scans)
        self._visitor.review(BIRTH)
        number = budi.send()
        self._visitor.sent(number)
        return number, budi

    def _card(self, someone, count):
        citizen = self._citizen(someone)
        citizen.register()
        citizen.fill_in(CARD, LOST_CARD_ANSWERS,
                        lost_card_of(someone, f"SKH/{count}/XI/2026/POLSEK"), self._card_scans)
        return citizen.send(), citizen

    def _make_scans(self):
        folder = os.path.join(self._folder, "scans")
        birth = make_specimen(folder, "surat-lahir.pdf", "SURAT KETERANGAN KELAHIRAN",
                              ["Nama bayi: Putri Ayu Lestari", "Ibu: Siti Aminah",
                               "Ayah: Budi Santoso"])
        marriage = make_specimen(folder, "buku-nikah.jpg", "KUTIPAN AKTA NIKAH",
                                 ["Nomor 123/45/VI/2005", "Budi Santoso dan Siti Aminah"])
        family = make_specimen(folder, "kartu-keluarga.png", "KARTU KELUARGA",
                               ["No. 1471010101100001", "Kepala keluarga: Budi Santoso"])
        letter = make_specimen(folder, "surat-hilang.pdf", "SURAT KETERANGAN HILANG",
                               ["Polsek Sukajadi", "Satu lembar KTP-el"])
        self._birth_scans = {"ket-lahir": [birth], "bukti-kawin": [marriage], "kk": [family]}
        self._card_scans = {"surat-hilang": [letter]}
