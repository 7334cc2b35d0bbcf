"""Made-up people and what they apply for. NIK and dates agree, as the checks want it."""
import datetime

RESIDENCE = {"kecamatan": "Sukajadi", "kelurahan": "Jadirejo"}


def person(name, nik, family_card, phone):
    return {"nama": name, "nik": nik, "nokk": family_card, "hp": phone, **RESIDENCE}


BUDI = person("Budi Santoso", "1471010101800001", "1471010101100001", "081200000001")
DEWI = person("Dewi Lestari", "1471014305850005", "1471010101100002", "081200000002")
RAHMAT = person("Rahmat Hidayat", "1471011206900007", "1471010101100003", "081200000003")


def birth_of(child, reporter, days_ago=12):
    """Data of akta-kelahiran; the child is younger than the 60 days of the report."""
    born = datetime.date.today() - datetime.timedelta(days=days_ago)
    return {
        "pelapor_nama": reporter["nama"], "pelapor_nik": reporter["nik"],
        "pelapor_nokk": reporter["nokk"], "pelapor_kewarganegaraan": "WNI",
        "ayah_nama": "Budi Santoso", "ayah_nik": "1471010101800001",
        "ayah_tempat_lahir": "Pekanbaru", "ayah_tgl_lahir": "1980-01-01",
        "ayah_kewarganegaraan": "WNI",
        "ibu_nama": "Siti Aminah", "ibu_nik": "1471014202820002",
        "ibu_tempat_lahir": "Bangkinang", "ibu_tgl_lahir": "1982-02-02",
        "ibu_kewarganegaraan": "WNI",
        "saksi1_nama": "Andi Wijaya", "saksi1_nik": "1471010303750003",
        "saksi1_kewarganegaraan": "WNI",
        "saksi2_nama": "Rina Marlina", "saksi2_nik": "1471014404760004",
        "saksi2_kewarganegaraan": "WNI",
        "anak_nama": child, "anak_nokk": reporter["nokk"], "anak_jk": "P",
        "tempat_dilahirkan": "1", "tempat_kelahiran": "Pekanbaru",
        "tgl_lahir": born.isoformat(), "pukul": "07:15", "jenis_kelahiran": "1",
        "kelahiran_ke": "1", "penolong": "1", "berat_kg": "3.1", "panjang_cm": "49",
        "status_ortu": "tercatat", "bukti_kawin_nomor": "123/45/VI/2005",
    }


BIRTH_ANSWERS = {"syarat.kk": True, "syarat.dok-perjalanan": False,
                 "keluaran.kk": True, "keluaran.kia": True}


def lost_card_of(someone, letter):
    """Data of ktp-hilang-rusak."""
    return {
        "pemohon_nama": someone["nama"], "pemohon_nik": someone["nik"],
        "pemohon_nokk": someone["nokk"], "sebab": "hilang",
        "surat_hilang_nomor": letter, "surat_hilang_tgl": datetime.date.today().isoformat(),
    }


LOST_CARD_ANSWERS = {"syarat.kk": False}
