<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="id_ID" sourcelanguage="en">
<context>
    <name>AdminTexts</name>
    <message>
        <source>The documents cannot be opened.</source>
        <translation>Dokumen tidak dapat dibuka.</translation>
    </message>
    <message>
        <source>A document cannot be copied (%1). The backup is not complete.</source>
        <translation>Sebuah dokumen tidak dapat disalin (%1). Cadangan tidak lengkap.</translation>
    </message>
    <message>
        <source>Copies the office into the new directory TARGET, while the server goes on. TARGET holds the keys: keep it as safe.</source>
        <translation>Menyalin kantor ke direktori baru TARGET sementara server tetap berjalan. TARGET berisi kunci: simpan sama amannya.</translation>
    </message>
    <message>
        <source>%1 is there already; a backup needs a new directory.</source>
        <translation>%1 sudah ada; cadangan memerlukan direktori baru.</translation>
    </message>
    <message>
        <source>The database cannot be copied (%1).</source>
        <translation>Basis data tidak dapat disalin (%1).</translation>
    </message>
    <message numerus="yes">
        <source>The backup in %1 is complete: the database and %n document(s).</source>
        <translation>
            <numerusform>Cadangan di %1 lengkap: basis data dan %n dokumen.</numerusform>
        </translation>
    </message>
    <message>
        <source>write &quot;closed&quot;, or hours such as &quot;08:00-15:00, break 12:00-13:00&quot;.</source>
        <translation>tulis &quot;closed&quot;, atau jam seperti &quot;08:00-15:00, break 12:00-13:00&quot;.</translation>
    </message>
    <message>
        <source>this is neither a weekday (monday … sunday) nor a date (2026-12-25).</source>
        <translation>ini bukan hari (monday … sunday) dan bukan tanggal (2026-12-25).</translation>
    </message>
    <message>
        <source>Show this help.</source>
        <translation>Menampilkan bantuan ini.</translation>
    </message>
    <message>
        <source>The directory of the office.</source>
        <translation>Direktori kantor.</translation>
    </message>
    <message>
        <source>The command is: %1</source>
        <translation>Perintahnya adalah: %1</translation>
    </message>
    <message>
        <source>The option --dir DIR is missing: it names the directory of the office.</source>
        <translation>Opsi --dir DIR belum diberikan: opsi itu menunjuk direktori kantor.</translation>
    </message>
    <message>
        <source>%1 is not UTF-8 text.</source>
        <translation>%1 bukan teks UTF-8.</translation>
    </message>
    <message>
        <source>%1, line %2: this is neither a [section] nor &quot;key = value&quot;.</source>
        <translation>%1, baris %2: ini bukan [bagian] dan bukan &quot;kunci = nilai&quot;.</translation>
    </message>
    <message>
        <source>%1, line %2: there is no key %3.</source>
        <translation>%1, baris %2: tidak ada kunci %3.</translation>
    </message>
    <message>
        <source>%1, line %2: the key %3 is there twice.</source>
        <translation>%1, baris %2: kunci %3 tertulis dua kali.</translation>
    </message>
    <message>
        <source>There is no key %1.</source>
        <translation>Tidak ada kunci %1.</translation>
    </message>
    <message>
        <source>The value of %1 must be one line.</source>
        <translation>Nilai %1 harus satu baris.</translation>
    </message>
    <message>
        <source>%1, line %2, key %3: </source>
        <translation>%1, baris %2, kunci %3: </translation>
    </message>
    <message>
        <source>Key %1: </source>
        <translation>Kunci %1: </translation>
    </message>
    <message>
        <source>good</source>
        <translation>baik</translation>
    </message>
    <message>
        <source>CHECK</source>
        <translation>PERIKSA</translation>
    </message>
    <message>
        <source>WRONG</source>
        <translation>SALAH</translation>
    </message>
    <message>
        <source>The configuration %1 can be used.</source>
        <translation>Konfigurasi %1 dapat dipakai.</translation>
    </message>
    <message>
        <source>No mail server is set (smtp.host): letters wait.</source>
        <translation>Server surat belum diatur (smtp.host): surat menunggu.</translation>
    </message>
    <message>
        <source>No TTE root is set (tte.anchors): no signature will be accepted.</source>
        <translation>Sertifikat induk TTE belum diatur (tte.anchors): tidak ada tanda tangan yang diterima.</translation>
    </message>
    <message>
        <source>This is a practice office: no document is valid.</source>
        <translation>Ini kantor latihan: tidak ada dokumen yang berlaku.</translation>
    </message>
    <message>
        <source>The key %1 can be read by others: chmod 600.</source>
        <translation>Kunci %1 dapat dibaca pengguna lain: chmod 600.</translation>
    </message>
    <message>
        <source>The keys are private.</source>
        <translation>Kunci tertutup bagi pengguna lain.</translation>
    </message>
    <message>
        <source>The server&apos;s certificate %1 cannot be used: %2.</source>
        <translation>Sertifikat server %1 tidak dapat dipakai: %2.</translation>
    </message>
    <message numerus="yes">
        <source>The server&apos;s certificate is valid for %n more day(s).</source>
        <translation>
            <numerusform>Sertifikat server masih berlaku %n hari.</numerusform>
        </translation>
    </message>
    <message>
        <source>The seal of the office can be used.</source>
        <translation>Segel kantor dapat dipakai.</translation>
    </message>
    <message>
        <source>The seal of the office cannot be used: %1.</source>
        <translation>Segel kantor tidak dapat dipakai: %1.</translation>
    </message>
    <message numerus="yes">
        <source>The catalogue has %n service(s).</source>
        <translation>
            <numerusform>Katalog memuat %n layanan.</numerusform>
        </translation>
    </message>
    <message>
        <source>The database %1 is missing.</source>
        <translation>Basis data %1 tidak ada.</translation>
    </message>
    <message>
        <source>The database %1 cannot be read: %2.</source>
        <translation>Basis data %1 tidak dapat dibaca: %2.</translation>
    </message>
    <message>
        <source>The database is of a newer version of SIPENDUDUK.</source>
        <translation>Basis data berasal dari versi SIPENDUDUK yang lebih baru.</translation>
    </message>
    <message>
        <source>The database will be brought up to date at the next start; a copy is kept.</source>
        <translation>Basis data akan dimutakhirkan saat server dimulai; salinannya disimpan.</translation>
    </message>
    <message>
        <source>The database is damaged: restore a backup.</source>
        <translation>Basis data rusak: pulihkan dari cadangan.</translation>
    </message>
    <message>
        <source>The database is intact: %1 permohonan, %2 users.</source>
        <translation>Basis data utuh: %1 permohonan, %2 pengguna.</translation>
    </message>
    <message numerus="yes">
        <source>%n letter(s) could not be delivered.</source>
        <translation>
            <numerusform>%n surat tidak dapat disampaikan.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n letter(s) wait to be sent, the oldest since %1.</source>
        <translation>
            <numerusform>%n surat menunggu dikirim, yang terlama sejak %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>The last letter was put off by the recipient&apos;s mail server (%1); it is tried again.</source>
        <translation>Surat terakhir ditunda server surat penerima (%1); akan dicoba lagi.</translation>
    </message>
    <message>
        <source>The last letter could not be handed over: the connection broke or its attachment cannot be read; it is tried again.</source>
        <translation>Surat terakhir tidak dapat diserahkan: sambungan terputus atau lampirannya tidak dapat dibaca; akan dicoba lagi.</translation>
    </message>
    <message>
        <source>The mail server cannot be reached since %1: letters wait. Check the network and smtp.host, smtp.port, smtp.security, smtp.ca-file.</source>
        <translation>Server surat tidak dapat dihubungi sejak %1: surat menunggu. Periksa jaringan serta smtp.host, smtp.port, smtp.security, smtp.ca-file.</translation>
    </message>
    <message>
        <source>The mail server refuses this office since %1 (%2): letters wait. Check smtp.user, smtp.password-file, smtp.from.</source>
        <translation>Server surat menolak kantor ini sejak %1 (%2): surat menunggu. Periksa smtp.user, smtp.password-file, smtp.from.</translation>
    </message>
    <message>
        <source>The mail server can be used again: letters go out.</source>
        <translation>Server surat dapat dipakai lagi: surat dikirim.</translation>
    </message>
    <message>
        <source>The documents in %1 cannot be used.</source>
        <translation>Dokumen di %1 tidak dapat dipakai.</translation>
    </message>
    <message numerus="yes">
        <source>%n document(s) are there and undamaged.</source>
        <translation>
            <numerusform>%n dokumen ada dan utuh.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n document(s) are missing or damaged: restore a backup.</source>
        <translation>
            <numerusform>%n dokumen hilang atau rusak: pulihkan dari cadangan.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 MiB are free on the disk.</source>
        <translation>Ruang kosong di disk: %1 MiB.</translation>
    </message>
    <message>
        <source>Examines configuration, certificates, database and documents. Changes nothing.</source>
        <translation>Memeriksa konfigurasi, sertifikat, basis data, dan dokumen. Tidak mengubah apa pun.</translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) must be mended.</source>
        <translation>
            <numerusform>%n hal harus diperbaiki.</numerusform>
        </translation>
    </message>
    <message>
        <source>a value is needed.</source>
        <translation>nilai harus diisi.</translation>
    </message>
    <message>
        <source>a whole number from %1 to %2 is needed, not &quot;%3&quot;.</source>
        <translation>diperlukan bilangan bulat dari %1 sampai %2, bukan &quot;%3&quot;.</translation>
    </message>
    <message>
        <source>write &quot;produksi&quot; or &quot;latihan&quot;, not &quot;%1&quot;.</source>
        <translation>tulis &quot;produksi&quot; atau &quot;latihan&quot;, bukan &quot;%1&quot;.</translation>
    </message>
    <message>
        <source>the file holds no certificate in PEM form.</source>
        <translation>berkas itu tidak berisi sertifikat dalam bentuk PEM.</translation>
    </message>
    <message>
        <source>an address such as https://host:port without a slash at the end is needed, not &quot;%1&quot;.</source>
        <translation>diperlukan alamat seperti https://host:port tanpa garis miring di akhir, bukan &quot;%1&quot;.</translation>
    </message>
    <message>
        <source>four digits are needed.</source>
        <translation>diperlukan empat angka.</translation>
    </message>
    <message>
        <source>two to five capital letters are needed.</source>
        <translation>diperlukan dua sampai lima huruf besar.</translation>
    </message>
    <message>
        <source>write &quot;starttls&quot;, &quot;tls&quot; or &quot;none&quot;, not &quot;%1&quot;.</source>
        <translation>tulis &quot;starttls&quot;, &quot;tls&quot;, atau &quot;none&quot;, bukan &quot;%1&quot;.</translation>
    </message>
    <message>
        <source>the file is empty.</source>
        <translation>berkas itu kosong.</translation>
    </message>
    <message>
        <source>the mail server cannot be used like this (%1).</source>
        <translation>server surat tidak dapat dipakai seperti ini (%1).</translation>
    </message>
    <message>
        <source>an e-mail address is needed, not &quot;%1&quot;.</source>
        <translation>diperlukan alamat email, bukan &quot;%1&quot;.</translation>
    </message>
    <message>
        <source>an IP address is needed, not &quot;%1&quot;.</source>
        <translation>diperlukan alamat IP, bukan &quot;%1&quot;.</translation>
    </message>
    <message>
        <source>the path of the socket is too long.</source>
        <translation>jalur soket terlalu panjang.</translation>
    </message>
    <message>
        <source>The directory %1 does not exist. Make an office there with &quot;sipenduduk-server setup --dir %1&quot;.</source>
        <translation>Direktori %1 tidak ada. Buat kantor di sana dengan &quot;sipenduduk-server setup --dir %1&quot;.</translation>
    </message>
    <message>
        <source>There is no office in %1: the file %2 is missing. Make one with &quot;sipenduduk-server setup --dir %1&quot;.</source>
        <translation>Tidak ada kantor di %1: berkas %2 tidak ada. Buat dengan &quot;sipenduduk-server setup --dir %1&quot;.</translation>
    </message>
    <message>
        <source>The directory %1 cannot be written to by this user.</source>
        <translation>Direktori %1 tidak dapat ditulisi oleh pengguna ini.</translation>
    </message>
    <message>
        <source>The file %1 does not exist.</source>
        <translation>Berkas %1 tidak ada.</translation>
    </message>
    <message>
        <source>The file %1 cannot be read: %2.</source>
        <translation>Berkas %1 tidak dapat dibaca: %2.</translation>
    </message>
    <message>
        <source>The file %1 is too large to be what it should be.</source>
        <translation>Berkas %1 terlalu besar untuk isi yang semestinya.</translation>
    </message>
    <message>
        <source>The file %1 cannot be written: %2.</source>
        <translation>Berkas %1 tidak dapat ditulis: %2.</translation>
    </message>
    <message>
        <source>The directory %1 cannot be made.</source>
        <translation>Direktori %1 tidak dapat dibuat.</translation>
    </message>
    <message>
        <source>Another server or setup is at work in %1.</source>
        <translation>Server atau penyiapan lain sedang bekerja di %1.</translation>
    </message>
    <message>
        <source>The program was built without its catalogue of services.</source>
        <translation>Program dibuat tanpa katalog layanan.</translation>
    </message>
    <message>
        <source>The catalogue of services is broken: %1.</source>
        <translation>Katalog layanan rusak: %1.</translation>
    </message>
    <message>
        <source>A certificate cannot be made (%1).</source>
        <translation>Sertifikat tidak dapat dibuat (%1).</translation>
    </message>
    <message>
        <source>A password cannot be hashed (%1).</source>
        <translation>Kata sandi tidak dapat diolah (%1).</translation>
    </message>
    <message>
        <source>The user %1 cannot be added (%2).</source>
        <translation>Pengguna %1 tidak dapat ditambahkan (%2).</translation>
    </message>
    <message>
        <source>The directory %1 cannot be removed.</source>
        <translation>Direktori %1 tidak dapat dihapus.</translation>
    </message>
    <message>
        <source>%1, left by an interrupted setup, cannot be removed.</source>
        <translation>%1, sisa penyiapan yang terputus, tidak dapat dihapus.</translation>
    </message>
    <message>
        <source>There is an office in %1 already. Nothing was changed.</source>
        <translation>Sudah ada kantor di %1. Tidak ada yang diubah.</translation>
    </message>
    <message>
        <source>The directory %1 is not empty (%2). Nothing was changed.</source>
        <translation>Direktori %1 tidak kosong (%2). Tidak ada yang diubah.</translation>
    </message>
    <message>
        <source>The database %1 cannot be made (%2).</source>
        <translation>Basis data %1 tidak dapat dibuat (%2).</translation>
    </message>
    <message>
        <source>The database %1 cannot be made private.</source>
        <translation>Basis data %1 tidak dapat ditutup bagi pengguna lain.</translation>
    </message>
    <message>
        <source>The directory %1 cannot be written to the disk.</source>
        <translation>Direktori %1 tidak dapat ditulis ke disk.</translation>
    </message>
    <message>
        <source>%1 cannot be moved into place.</source>
        <translation>%1 tidak dapat dipindahkan ke tempatnya.</translation>
    </message>
    <message>
        <source>The practice certificate cannot be made (%1).</source>
        <translation>Sertifikat latihan tidak dapat dibuat (%1).</translation>
    </message>
    <message>
        <source>Serves the office until it is stopped by SIGTERM or Ctrl-C.</source>
        <translation>Melayani kantor sampai dihentikan dengan SIGTERM atau Ctrl-C.</translation>
    </message>
    <message>
        <source>The seal of the office (%1, %2) cannot be used: %3.</source>
        <translation>Segel kantor (%1, %2) tidak dapat dipakai: %3.</translation>
    </message>
    <message>
        <source>The database %1 was made by a newer version of SIPENDUDUK. Install that version; nothing was changed.</source>
        <translation>Basis data %1 dibuat oleh versi SIPENDUDUK yang lebih baru. Pasang versi tersebut; tidak ada yang diubah.</translation>
    </message>
    <message>
        <source>The database %1 cannot be opened: %2.</source>
        <translation>Basis data %1 tidak dapat dibuka: %2.</translation>
    </message>
    <message>
        <source>The documents in %1 cannot be used: %2.</source>
        <translation>Dokumen di %1 tidak dapat dipakai: %2.</translation>
    </message>
    <message>
        <source>Mail cannot be sent with these settings of [smtp]: %1.</source>
        <translation>Surat tidak dapat dikirim dengan pengaturan [smtp] ini: %1.</translation>
    </message>
    <message>
        <source>Another server listens on the portal&apos;s socket %1 (key portal.socket).</source>
        <translation>Server lain memakai soket portal %1 (kunci portal.socket).</translation>
    </message>
    <message>
        <source>The portal cannot be served on the socket %1 (key portal.socket): %2.</source>
        <translation>Portal tidak dapat dilayani pada soket %1 (kunci portal.socket): %2.</translation>
    </message>
    <message>
        <source>%1 port %2 cannot be listened on: it is taken, or not allowed for this user (keys listen.address and listen.port).</source>
        <translation>%1 port %2 tidak dapat dipakai: sudah dipakai program lain, atau tidak diizinkan bagi pengguna ini (kunci listen.address dan listen.port).</translation>
    </message>
    <message>
        <source>The server&apos;s certificate %1 has expired or is not yet valid. Check the clock of this machine, or renew the certificate.</source>
        <translation>Sertifikat server %1 sudah kedaluwarsa atau belum berlaku. Periksa jam mesin ini, atau perbarui sertifikatnya.</translation>
    </message>
    <message>
        <source>The server&apos;s certificate %1 and key %2 cannot be used: %3.</source>
        <translation>Sertifikat server %1 dan kunci %2 tidak dapat dipakai: %3.</translation>
    </message>
    <message>
        <source>The server of a SIPENDUDUK office.

  setup   make a new office
  run     serve it
  user    add and change the officers&apos; accounts
  backup  copy it while it runs
  doctor  examine it

sipenduduk-server COMMAND --help tells more.</source>
        <translation>Server kantor SIPENDUDUK.

  setup   membuat kantor baru
  run     melayani kantor
  user    menambah dan mengubah akun petugas
  backup  menyalin kantor selagi berjalan
  doctor  memeriksa kantor

sipenduduk-server PERINTAH --help menjelaskan lebih lanjut.</translation>
    </message>
    <message>
        <source>There is no command &quot;%1&quot;. See: sipenduduk-server help</source>
        <translation>Tidak ada perintah &quot;%1&quot;. Lihat: sipenduduk-server help</translation>
    </message>
    <message>
        <source>Makes an office: certificates, database and the first administrator.</source>
        <translation>Membuat kantor: sertifikat, basis data, dan administrator pertama.</translation>
    </message>
    <message>
        <source>Name or IP address of this server, as clients write it; may be repeated.</source>
        <translation>Nama atau alamat IP server ini seperti ditulis klien; boleh berulang.</translation>
    </message>
    <message>
        <source>A practice office: a user for each duty; no document is valid.</source>
        <translation>Kantor latihan: satu pengguna untuk tiap tugas; tidak ada dokumen yang berlaku.</translation>
    </message>
    <message>
        <source>A value of the configuration, as in listen.port=7443; may be repeated.</source>
        <translation>Nilai konfigurasi, misalnya listen.port=7443; boleh berulang.</translation>
    </message>
    <message>
        <source>Read the administrator&apos;s password from this open descriptor.</source>
        <translation>Membaca kata sandi administrator dari deskriptor terbuka ini.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is neither a host name nor an IP address.</source>
        <translation>&quot;%1&quot; bukan nama host dan bukan alamat IP.</translation>
    </message>
    <message>
        <source>Write --set as KEY=VALUE, not &quot;%1&quot;.</source>
        <translation>Tulis --set sebagai KUNCI=NILAI, bukan &quot;%1&quot;.</translation>
    </message>
    <message>
        <source>--password-fd takes the number of an open descriptor.</source>
        <translation>--password-fd memerlukan nomor deskriptor yang terbuka.</translation>
    </message>
    <message>
        <source>The office is ready in %1.</source>
        <translation>Kantor siap di %1.</translation>
    </message>
    <message>
        <source>Clients trust it by this certificate: %1</source>
        <translation>Klien memercayainya lewat sertifikat ini: %1</translation>
    </message>
    <message>
        <source>Administrator: %1, password (shown only this once): %2</source>
        <translation>Administrator: %1, kata sandi (hanya ditampilkan sekali ini): %2</translation>
    </message>
    <message>
        <source>Practice accounts and passwords: %1</source>
        <translation>Akun latihan dan kata sandinya: %1</translation>
    </message>
    <message>
        <source>Start it with: sipenduduk-server run --dir %1</source>
        <translation>Jalankan dengan: sipenduduk-server run --dir %1</translation>
    </message>
    <message>
        <source>The descriptor %1 of --password-fd cannot be read.</source>
        <translation>Deskriptor %1 dari --password-fd tidak dapat dibaca.</translation>
    </message>
    <message>
        <source>New password:</source>
        <translation>Kata sandi baru:</translation>
    </message>
    <message>
        <source>The same password again:</source>
        <translation>Ketik ulang kata sandi yang sama:</translation>
    </message>
    <message>
        <source>The two passwords differ.</source>
        <translation>Kedua kata sandi berbeda.</translation>
    </message>
    <message>
        <source>A password has %1 to %2 characters.</source>
        <translation>Kata sandi terdiri atas %1 sampai %2 karakter.</translation>
    </message>
    <message>
        <source>Nobody could administer the office any more: this is the last active administrator.</source>
        <translation>Tidak akan ada lagi yang mengelola kantor: ini administrator aktif yang terakhir.</translation>
    </message>
    <message>
        <source>There is a user of this name already.</source>
        <translation>Sudah ada pengguna dengan nama ini.</translation>
    </message>
    <message>
        <source>The value of &quot;%1&quot; is not acceptable.</source>
        <translation>Nilai &quot;%1&quot; tidak dapat diterima.</translation>
    </message>
    <message>
        <source>The file holds no single certificate (DER or PEM).</source>
        <translation>Berkas itu tidak berisi tepat satu sertifikat (DER atau PEM).</translation>
    </message>
    <message>
        <source>The certificate cannot be registered: it is outside its validity.</source>
        <translation>Sertifikat tidak dapat didaftarkan: di luar masa berlakunya.</translation>
    </message>
    <message>
        <source>The certificate cannot be registered: it is not for signing documents.</source>
        <translation>Sertifikat tidak dapat didaftarkan: bukan untuk menandatangani dokumen.</translation>
    </message>
    <message>
        <source>The certificate cannot be registered: its key is of an unsupported kind.</source>
        <translation>Sertifikat tidak dapat didaftarkan: jenis kuncinya tidak didukung.</translation>
    </message>
    <message>
        <source>The database refused it (%1).</source>
        <translation>Basis data menolaknya (%1).</translation>
    </message>
    <message>
        <source>There is no duty &quot;%1&quot;: fo, editor, kasi:SEKSI, kabid:BIDANG, kadin or admin.</source>
        <translation>Tidak ada tugas &quot;%1&quot;: fo, editor, kasi:SEKSI, kabid:BIDANG, kadin, atau admin.</translation>
    </message>
    <message>
        <source>There is no seksi or bidang &quot;%1&quot;.</source>
        <translation>Tidak ada seksi atau bidang &quot;%1&quot;.</translation>
    </message>
    <message>
        <source>Password (shown only this once): %1</source>
        <translation>Kata sandi (hanya ditampilkan sekali ini): %1</translation>
    </message>
    <message>
        <source>There is no user %1.</source>
        <translation>Tidak ada pengguna %1.</translation>
    </message>
    <message>
        <source>User %1 was added.</source>
        <translation>Pengguna %1 ditambahkan.</translation>
    </message>
    <message>
        <source>User %1 has a new password; a lock was lifted.</source>
        <translation>Pengguna %1 memiliki kata sandi baru; kunciannya dibuka.</translation>
    </message>
    <message numerus="yes">
        <source>User %1 has %n duty(-ies) now.</source>
        <translation>
            <numerusform>Pengguna %1 kini memiliki %n tugas.</numerusform>
        </translation>
    </message>
    <message>
        <source>The certificate of %1 was registered.</source>
        <translation>Sertifikat %1 didaftarkan.</translation>
    </message>
    <message>
        <source>User %1 was deactivated; open sessions end within seconds.</source>
        <translation>Pengguna %1 dinonaktifkan; sesi yang terbuka berakhir dalam hitungan detik.</translation>
    </message>
    <message>
        <source>deactivated</source>
        <translation>nonaktif</translation>
    </message>
    <message>
        <source>locked</source>
        <translation>terkunci</translation>
    </message>
    <message>
        <source>certificate</source>
        <translation>sertifikat</translation>
    </message>
    <message>
        <source>add: full name.</source>
        <translation>add: nama lengkap.</translation>
    </message>
    <message>
        <source>add: 18 digits.</source>
        <translation>add: 18 angka.</translation>
    </message>
    <message>
        <source>add: title of the office held, for signatures.</source>
        <translation>add: nama jabatan, untuk tanda tangan.</translation>
    </message>
    <message>
        <source>add, duties: fo, editor[:SEKSI], kasi:SEKSI, kabid:BIDANG, kadin, admin; may be repeated.</source>
        <translation>add, duties: fo, editor[:SEKSI], kasi:SEKSI, kabid:BIDANG, kadin, admin; boleh berulang.</translation>
    </message>
    <message>
        <source>certificate: of the officer&apos;s TTE, DER or PEM.</source>
        <translation>certificate: sertifikat TTE petugas, DER atau PEM.</translation>
    </message>
    <message>
        <source>add, password: read the password from this open descriptor.</source>
        <translation>add, password: membaca kata sandi dari deskriptor terbuka ini.</translation>
    </message>
    <message>
        <source>The officers&apos; accounts.</source>
        <translation>Akun para petugas.</translation>
    </message>
    <message>
        <source>There is no command &quot;user %1&quot;.</source>
        <translation>Tidak ada perintah &quot;user %1&quot;.</translation>
    </message>
    <message>
        <source>an address such as http://host/path is needed, not &quot;%1&quot;.</source>
        <translation>diperlukan alamat seperti http://host/jalur, bukan &quot;%1&quot;.</translation>
    </message>
    <message>
        <source>at most %1 addresses are used.</source>
        <translation>paling banyak %1 alamat.</translation>
    </message>
    <message>
        <source>numbers with dots between them are needed, not &quot;%1&quot;.</source>
        <translation>diperlukan bilangan dengan titik di antaranya, bukan &quot;%1&quot;.</translation>
    </message>
    <message>
        <source>the file is too large.</source>
        <translation>berkasnya terlalu besar.</translation>
    </message>
</context>
</TS>
