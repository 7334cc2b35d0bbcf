#include "common/KatalogLayanan.h"
#include "tests/common/KatalogHelp.h"
#include "tests/common/Printers.h"

#include <QFile>
#include <QSet>

#include <catch2/catch_test_macros.hpp>

#include <algorithm>

using namespace sipenduduk;
using namespace Qt::StringLiterals;

// The numbers of the sources that the catalogue was made from.
namespace {

constexpr int LayananCount = 41;
constexpr int RequirementCount = 184;
constexpr int FieldCount = 893;
constexpr int OutputCount = 80;
constexpr int ColumnCount = 54;
constexpr int LegalBasisCount = 87;
constexpr int DeadlineCount = 16;
constexpr int GroupedCount = 41;
constexpr int ConditionalOutputCount = 37;
constexpr int KelurahanCount = 83;

template <typename Count>
int sumOverLayanan(Count count)
{
    int sum = 0;
    for (const Layanan &layanan : shippedKatalog().layananList())
        sum += int(count(layanan));
    return sum;
}

} // namespace

TEST_CASE("The shipped catalogue holds all services with all their parts", "[katalog]")
{
    const KatalogLayanan &katalog = shippedKatalog();
    CHECK(katalog.layananList().size() == LayananCount);
    CHECK(sumOverLayanan([](const Layanan &l) { return l.requirements.size(); })
          == RequirementCount);
    CHECK(sumOverLayanan([](const Layanan &l) { return l.fields.size(); }) == FieldCount);
    CHECK(sumOverLayanan([](const Layanan &l) { return l.outputs.size(); }) == OutputCount);
    CHECK(sumOverLayanan([](const Layanan &l) { return l.legalBasis.size(); }) == LegalBasisCount);
    CHECK(sumOverLayanan([](const Layanan &l) { return l.reportingDeadline ? 1 : 0; })
          == DeadlineCount);
    CHECK(sumOverLayanan([](const Layanan &l) {
              return std::ranges::count_if(l.requirements,
                                           [](const Syarat &s) { return !s.group.isEmpty(); });
          })
          == GroupedCount);
    CHECK(sumOverLayanan([](const Layanan &l) {
              return std::ranges::count_if(l.outputs,
                                           [](const Keluaran &k) { return !k.question.isEmpty(); });
          })
          == ConditionalOutputCount);
    CHECK(sumOverLayanan([](const Layanan &l) {
              return std::ranges::fold_left(
                  l.fields, qsizetype(0),
                  [](qsizetype sum, const Isian &f) { return sum + f.columns.size(); });
          })
          == ColumnCount);
    CHECK(katalog.bidangList().size() == 4);
    CHECK(katalog.seksiList().size() == 6);
    CHECK(katalog.dokumenList().size() == 21);
    CHECK(katalog.registrationFields().size() == 7);
}

TEST_CASE("The services are those of the office, by code", "[katalog]")
{
    const QStringList expected{u"biodata-wni"_s,
                               u"biodata-oa"_s,
                               u"rentan-adminduk"_s,
                               u"kk-baru"_s,
                               u"kk-ganti-kepala"_s,
                               u"kk-pisah"_s,
                               u"kk-perubahan"_s,
                               u"kk-hilang-rusak"_s,
                               u"ktp-baru"_s,
                               u"ktp-perubahan"_s,
                               u"ktp-hilang-rusak"_s,
                               u"ktp-pindah-datang"_s,
                               u"ktp-luar-domisili"_s,
                               u"ktp-oa"_s,
                               u"kia-0-5"_s,
                               u"kia-5-17"_s,
                               u"kia-hilang-rusak"_s,
                               u"kia-oa"_s,
                               u"pindah-dalam-kota"_s,
                               u"pindah-keluar"_s,
                               u"pindah-datang"_s,
                               u"pindah-keluar-ln"_s,
                               u"datang-dari-ln"_s,
                               u"sktt"_s,
                               u"akta-kelahiran"_s,
                               u"lahir-mati"_s,
                               u"akta-perkawinan"_s,
                               u"pembatalan-perkawinan"_s,
                               u"akta-perceraian"_s,
                               u"pembatalan-perceraian"_s,
                               u"akta-kematian"_s,
                               u"pengangkatan-anak"_s,
                               u"pengakuan-anak"_s,
                               u"pengesahan-anak"_s,
                               u"perubahan-nama"_s,
                               u"perubahan-kewarganegaraan"_s,
                               u"peristiwa-penting-lain"_s,
                               u"pembetulan-akta"_s,
                               u"pembatalan-akta"_s,
                               u"kutipan-kedua"_s,
                               u"pelaporan-capil-ln"_s};
    QStringList codes;
    for (const Layanan &layanan : shippedKatalog().layananList())
        codes << layanan.code;
    CHECK(codes == expected);
}

TEST_CASE("A service knows its section, forms, law and deadline", "[katalog]")
{
    const Layanan *birth = shippedKatalog().layanan(u"akta-kelahiran");
    REQUIRE(birth);
    CHECK(birth->name == u"Pencatatan Kelahiran");
    CHECK(birth->nameEn == u"Birth registration");
    CHECK(birth->bidang == u"capil");
    CHECK(birth->seksi == u"kelahiran");
    CHECK(birth->form == u"F-2.01A");
    CHECK(birth->form2019 == u"F-2.01");
    CHECK(birth->delivery == Delivery::Mail);
    REQUIRE(birth->reportingDeadline);
    CHECK(birth->reportingDeadline->days == 60);
    CHECK(birth->reportingDeadline->eventField == u"tgl_lahir");
    CHECK(birth->legalText() == u"Perpres 96/2018; UU 23/2006 jo. UU 24/2013 Pasal 27");
    REQUIRE(birth->field(u"pukul"));
    CHECK(birth->field(u"pukul")->type == IsianType::Time);
    CHECK(birth->field(u"anak_nama")->rule == IsianRule::NewName);
    CHECK(birth->field(u"ayah_nama")->rule == IsianRule::RegisteredName);
    CHECK_FALSE(birth->field(u"biaya"));
    CHECK(shippedKatalog().layanan(u"ktp-baru")->delivery == Delivery::Pickup);
    CHECK_FALSE(shippedKatalog().layanan(u"ktp"));
    CHECK(shippedKatalog().seksi(birth->seksi)->name == u"Seksi Kelahiran");
    CHECK(shippedKatalog().bidang(u"capil")->name == u"Bidang Pelayanan Pencatatan Sipil");
    CHECK(shippedKatalog().dokumen(u"kia")->medium == Medium::Card);
}

TEST_CASE("An article without a certain source is not quoted", "[katalog]")
{
    Layanan layanan;
    layanan.legalBasis = {{u"UU 1/2000"_s, u"5"_s, true},
                          {u"UU 1/2000"_s, u"6"_s, false},
                          {u"Perpres 2/2001"_s, u"7"_s, false},
                          {u"PP 3/2002"_s, {}, true}};
    CHECK(layanan.legalText() == u"UU 1/2000 Pasal 5; Perpres 2/2001; PP 3/2002");
}

TEST_CASE("Code lists reach the fields and the columns that name them", "[katalog]")
{
    const KatalogLayanan &katalog = shippedKatalog();
    CHECK(katalog.codeList(u"pekerjaan"_s).size() == 108);
    CHECK(katalog.codeList(u"agama"_s).size() == 8);
    CHECK(katalog.codeList(u"hobi"_s).isEmpty());
    const Layanan *layanan = katalog.layanan(u"kk-baru");
    REQUIRE(layanan);
    const Isian *table = layanan->field(u"anggota");
    REQUIRE(table);
    REQUIRE(table->columns.size() == 18);
    CHECK(table->columns.at(2).choices == katalog.codeList(u"shdk"_s));
    CHECK(layanan->field(u"sebab")->choices.size() == 3);
}

TEST_CASE("The places are the 15 kecamatan and 83 kelurahan of the city", "[katalog]")
{
    const auto &kecamatanList = shippedKatalog().kecamatanList();
    CHECK(kecamatanList.size() == 15);
    QSet<QString> codes;
    for (const Kecamatan &kecamatan : kecamatanList)
        for (const Kelurahan &kelurahan : kecamatan.kelurahanList)
            codes << kelurahan.code;
    CHECK(codes.size() == KelurahanCount);
}

TEST_CASE("Places are found by their old names and in any spelling", "[katalog]")
{
    const auto &kecamatanList = shippedKatalog().kecamatanList();
    const auto tampan = findWilayah(kecamatanList, u"tampan");
    REQUIRE(tampan.size() == 2);
    CHECK(tampan.at(0) == WilayahMatch{u"147111"_s, u"1471111001"_s, false}); // a kelurahan today
    CHECK(tampan.at(1) == WilayahMatch{u"147108"_s, {}, true}); // Binawidya before 2020
    CHECK(findWilayah(kecamatanList, u"Rumbai Pesisir")
          == QList<WilayahMatch>{{u"147112"_s, {}, true}});
    CHECK(findWilayah(kecamatanList, u" SIMPANG  baru")
          == QList<WilayahMatch>{{u"147108"_s, u"1471081001"_s, false}});
    CHECK(findWilayah(kecamatanList, u"Jakarta").isEmpty());
    CHECK(findWilayah(kecamatanList, u"  ").isEmpty());
}

TEST_CASE("No working note and no fee reaches a screen from the shipped catalogue", "[katalog]")
{
    const QString text = QString::fromUtf8(shippedKatalogBytes());
    for (const QString &note :
         {u"unsourced"_s, u"[S]"_s, u"[R]"_s, u"[D]"_s, u"gitbook"_s, u"TODO"_s})
        CHECK_FALSE(text.contains(note, Qt::CaseInsensitive));
    for (const Layanan &layanan : shippedKatalog().layananList())
        for (const Isian &field : layanan.fields)
            CHECK_FALSE(field.code.contains(u"biaya"));
}

TEST_CASE("Every question is a question and asks whether it applies", "[katalog]")
{
    for (const Layanan &layanan : shippedKatalog().layananList()) {
        CAPTURE(layanan.code);
        for (const Syarat &syarat : layanan.requirements) {
            CAPTURE(syarat.code);
            const bool isAsked = !syarat.isMandatory && syarat.group.isEmpty();
            CHECK(isAsked
                  == (syarat.question.startsWith(u"Apakah ") && syarat.question.endsWith(u'?')));
        }
        for (const Keluaran &output : layanan.outputs)
            CHECK((output.question.isEmpty() || output.question.endsWith(u'?')));
    }
}
