<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="id_ID" sourcelanguage="en">
<context>
    <name>AddressDialog</name>
    <message>
        <source>Correct the e-mail address</source>
        <translation>Perbaiki alamat e-mail</translation>
    </message>
    <message>
        <source>&amp;E-mail address to send to:</source>
        <translation>Alamat &amp;e-mail tujuan:</translation>
    </message>
    <message>
        <source>E-mail address to send to</source>
        <translation>Alamat e-mail tujuan</translation>
    </message>
</context>
<context>
    <name>BerkasPanel</name>
    <message>
        <source>Check of the berkas</source>
        <translation>Pemeriksaan berkas</translation>
    </message>
    <message>
        <source>Berkas</source>
        <translation>Berkas</translation>
    </message>
    <message>
        <source>Requirements and verdicts</source>
        <translation>Persyaratan dan hasil pemeriksaan</translation>
    </message>
    <message>
        <source>What the a&amp;pplicant is asked to do:</source>
        <translation>Yang diminta dari &amp;pemohon:</translation>
    </message>
    <message>
        <source>What the applicant is asked to do</source>
        <translation>Yang diminta dari pemohon</translation>
    </message>
</context>
<context>
    <name>DataPanel</name>
    <message>
        <source>S&amp;IAK number:</source>
        <translation>Nomor S&amp;IAK:</translation>
    </message>
    <message>
        <source>SIAK number</source>
        <translation>Nomor SIAK</translation>
    </message>
    <message>
        <source>Copy all for SIAK</source>
        <translation>Salin semua untuk SIAK</translation>
    </message>
    <message>
        <source>Copies all filled fields, in the order of SIAK (Ctrl+Shift+C)</source>
        <translation>Menyalin semua isian yang terisi menurut urutan SIAK (Ctrl+Shift+C)</translation>
    </message>
    <message>
        <source>Data of the permohonan</source>
        <translation>Data permohonan</translation>
    </message>
    <message>
        <source>&amp;Why the warnings are accepted:</source>
        <translation>A&amp;lasan peringatan diterima:</translation>
    </message>
    <message>
        <source>Why the warnings are accepted</source>
        <translation>Alasan peringatan diterima</translation>
    </message>
    <message>
        <source>Show the first</source>
        <translation>Tampilkan yang pertama</translation>
    </message>
    <message>
        <source>Goes to the first field with a finding (F8)</source>
        <translation>Menuju isian pertama yang bertemuan (F8)</translation>
    </message>
    <message>
        <source>Save data</source>
        <translation>Simpan data</translation>
    </message>
    <message>
        <source>Saves what was typed (Ctrl+S)</source>
        <translation>Menyimpan yang diketik (Ctrl+S)</translation>
    </message>
</context>
<context>
    <name>DefectWords</name>
    <message>
        <source>Something else</source>
        <translation>Hal lain</translation>
    </message>
    <message>
        <source>To be mended:</source>
        <translation>Yang harus diperbaiki:</translation>
    </message>
    <message>
        <source>• %1: %2. %3</source>
        <extracomment>What, its defect, and how to mend it.</extracomment>
        <translation>• %1: %2. %3</translation>
    </message>
</context>
<context>
    <name>DraftsPanel</name>
    <message>
        <source>Dokumen of this permohonan</source>
        <translation>Dokumen permohonan ini</translation>
    </message>
    <message>
        <source>&amp;Make drafts</source>
        <translation>&amp;Buat draf</translation>
    </message>
    <message>
        <source>&amp;Use the PDF of SIAK …</source>
        <translation>&amp;Pakai PDF dari SIAK …</translation>
    </message>
</context>
<context>
    <name>FieldWords</name>
    <message>
        <source>dd-mm-yyyy</source>
        <extracomment>Shape of a date: day, month, year.</extracomment>
        <translation>hh-bb-tttt</translation>
    </message>
    <message>
        <source>hh:mm</source>
        <extracomment>Shape of a time: hours and minutes.</extracomment>
        <translation>jj:mm</translation>
    </message>
    <message>
        <source>16 digits</source>
        <translation>16 angka</translation>
    </message>
</context>
<context>
    <name>KartuKendaliView</name>
    <message>
        <source>Print</source>
        <translation>Cetak</translation>
    </message>
    <message>
        <source>Print the kartu kendali</source>
        <translation>Cetak kartu kendali</translation>
    </message>
    <message>
        <source>Save as PDF</source>
        <translation>Simpan sebagai PDF</translation>
    </message>
    <message>
        <source>Save the kartu kendali as PDF</source>
        <translation>Simpan kartu kendali sebagai PDF</translation>
    </message>
    <message>
        <source>Save sealed JSON</source>
        <translation>Simpan JSON bersegel</translation>
    </message>
    <message>
        <source>Saves the kartu kendali under the office&apos;s seal, so that anybody can check it with sipenduduk-verify.</source>
        <translation>Menyimpan kartu kendali dengan segel dinas sehingga siapa pun dapat memeriksanya dengan sipenduduk-verify.</translation>
    </message>
    <message>
        <source>Save the kartu kendali as sealed JSON</source>
        <translation>Simpan kartu kendali sebagai JSON bersegel</translation>
    </message>
    <message>
        <source>Kartu kendali</source>
        <translation>Kartu kendali</translation>
    </message>
</context>
<context>
    <name>KeyChooser</name>
    <message>
        <source>Key &amp;file</source>
        <translation>&amp;Berkas kunci</translation>
    </message>
    <message>
        <source>&amp;Token or card</source>
        <translation>&amp;Token atau kartu</translation>
    </message>
    <message>
        <source>Key file</source>
        <translation>Berkas kunci</translation>
    </message>
    <message>
        <source>File that came with the certificate (.p12 or .pfx)</source>
        <translation>Berkas yang diterima bersama sertifikat (.p12 atau .pfx)</translation>
    </message>
    <message>
        <source>C&amp;hoose …</source>
        <translation>P&amp;ilih …</translation>
    </message>
    <message>
        <source>Driver of the token</source>
        <translation>Driver token</translation>
    </message>
    <message>
        <source>Other &amp;driver …</source>
        <translation>&amp;Driver lain …</translation>
    </message>
    <message>
        <source>Certificate on the token</source>
        <translation>Sertifikat di token</translation>
    </message>
</context>
<context>
    <name>LoginWindow</name>
    <message>
        <source>SIPENDUDUK – Log in</source>
        <translation>SIPENDUDUK – Masuk</translation>
    </message>
    <message>
        <source>&amp;User name</source>
        <translation>Nama &amp;pengguna</translation>
    </message>
    <message>
        <source>User name</source>
        <translation>Nama pengguna</translation>
    </message>
    <message>
        <source>&amp;Password</source>
        <translation>&amp;Kata sandi</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Kata sandi</translation>
    </message>
    <message>
        <source>Caps Lock is on.</source>
        <translation>Caps Lock aktif.</translation>
    </message>
    <message>
        <source>Server settings</source>
        <translation>Pengaturan server</translation>
    </message>
    <message>
        <source>&amp;Server</source>
        <translation>&amp;Server</translation>
    </message>
    <message>
        <source>name:port, as the administrator gave it</source>
        <translation>nama:port, dari administrator</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>&amp;CA certificate</source>
        <translation>Sertifikat &amp;CA</translation>
    </message>
    <message>
        <source>file of the office, *.pem</source>
        <translation>berkas dari dinas, *.pem</translation>
    </message>
    <message>
        <source>CA certificate</source>
        <translation>Sertifikat CA</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Pilih…</translation>
    </message>
    <message>
        <source>Choose the CA certificate</source>
        <translation>Pilih sertifikat CA</translation>
    </message>
    <message>
        <source>Log in</source>
        <translation>Masuk</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Duties and lists</source>
        <translation>Tugas dan daftar</translation>
    </message>
    <message>
        <source>Search by number, NIK or name (Ctrl+F)</source>
        <translation>Cari menurut nomor, NIK, atau nama (Ctrl+F)</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Cari</translation>
    </message>
    <message>
        <source>You hold no duty in the flow of a permohonan. The accounts are kept with sipenduduk-server on the office&apos;s server.</source>
        <translation>Anda tidak memegang tugas dalam alur permohonan. Akun dikelola dengan sipenduduk-server di server dinas.</translation>
    </message>
    <message>
        <source>&amp;Program</source>
        <translation>&amp;Program</translation>
    </message>
    <message>
        <source>&amp;Lists</source>
        <translation>&amp;Daftar</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Bantuan</translation>
    </message>
    <message>
        <source>&amp;Load again</source>
        <translation>&amp;Muat ulang</translation>
    </message>
    <message>
        <source>&amp;Search</source>
        <translation>&amp;Cari</translation>
    </message>
    <message>
        <source>L&amp;og out</source>
        <translation>Kel&amp;uar dari akun</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Tutup program</translation>
    </message>
    <message>
        <source>List &amp;before</source>
        <translation>Daftar &amp;sebelumnya</translation>
    </message>
    <message>
        <source>&amp;Next list</source>
        <translation>Daftar &amp;berikutnya</translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts</source>
        <translation>&amp;Pintasan papan ketik</translation>
    </message>
    <message>
        <source>&amp;About SIPENDUDUK</source>
        <translation>&amp;Tentang SIPENDUDUK</translation>
    </message>
</context>
<context>
    <name>NotesView</name>
    <message>
        <source>There are no notes yet. Write one to ask or to tell your colleagues something about this permohonan.</source>
        <translation>Belum ada catatan. Tulislah catatan untuk bertanya atau memberi tahu rekan tentang permohonan ini.</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Catatan</translation>
    </message>
    <message>
        <source>&amp;New note</source>
        <translation>&amp;Catatan baru</translation>
    </message>
    <message>
        <source>New note</source>
        <translation>Catatan baru</translation>
    </message>
    <message>
        <source>For colleagues only; the applicant does not see it.</source>
        <translation>Hanya untuk rekan kerja; pemohon tidak melihatnya.</translation>
    </message>
    <message>
        <source>Add note</source>
        <translation>Tambah catatan</translation>
    </message>
    <message>
        <source>Adds the note (Ctrl+Enter).</source>
        <translation>Menambahkan catatan (Ctrl+Enter).</translation>
    </message>
</context>
<context>
    <name>PageBar</name>
    <message>
        <source>Previous page</source>
        <translation>Halaman sebelumnya</translation>
    </message>
    <message>
        <source>‹</source>
        <translation>‹</translation>
    </message>
    <message>
        <source>Next page</source>
        <translation>Halaman berikutnya</translation>
    </message>
    <message>
        <source>›</source>
        <translation>›</translation>
    </message>
    <message>
        <source>Smaller (key −, or Ctrl and the wheel)</source>
        <translation>Perkecil (tombol −, atau Ctrl dan roda tetikus)</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>Perkecil</translation>
    </message>
    <message>
        <source>−</source>
        <translation>−</translation>
    </message>
    <message>
        <source>Larger (key +, or Ctrl and the wheel)</source>
        <translation>Perbesar (tombol +, atau Ctrl dan roda tetikus)</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>Perbesar</translation>
    </message>
    <message>
        <source>+</source>
        <translation>+</translation>
    </message>
    <message>
        <source>As wide as the window (key 0)</source>
        <translation>Selebar jendela (tombol 0)</translation>
    </message>
    <message>
        <source>Fit width</source>
        <translation>Selebar jendela</translation>
    </message>
    <message>
        <source>The whole page in the window</source>
        <translation>Seluruh halaman dalam jendela</translation>
    </message>
    <message>
        <source>Whole page</source>
        <translation>Satu halaman</translation>
    </message>
    <message>
        <source>Turn to the right</source>
        <translation>Putar ke kanan</translation>
    </message>
    <message>
        <source>Turn</source>
        <translation>Putar</translation>
    </message>
    <message>
        <source>Print this document</source>
        <translation>Cetak dokumen ini</translation>
    </message>
    <message>
        <source>Print …</source>
        <translation>Cetak …</translation>
    </message>
</context>
<context>
    <name>PasswordDialog</name>
    <message>
        <source>Confirm your password</source>
        <translation>Konfirmasi kata sandi</translation>
    </message>
    <message>
        <source>A paraf approves the drafts in your name. Confirm it with your own password; further parafs need none for a while.</source>
        <translation>Paraf menyetujui draf atas nama Anda. Konfirmasikan dengan kata sandi Anda sendiri; untuk sementara waktu paraf berikutnya tidak memerlukannya lagi.</translation>
    </message>
    <message>
        <source>&amp;Password:</source>
        <translation>&amp;Kata sandi:</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Kata sandi</translation>
    </message>
</context>
<context>
    <name>PermohonanHeader</name>
    <message>
        <source>‹ Queue</source>
        <translation>‹ Antrean</translation>
    </message>
    <message>
        <source>Back to the queue (Alt+Left)</source>
        <translation>Kembali ke antrean (Alt+Kiri)</translation>
    </message>
    <message>
        <source>Back to the queue</source>
        <translation>Kembali ke antrean</translation>
    </message>
    <message>
        <source>Reload</source>
        <translation>Muat ulang</translation>
    </message>
    <message>
        <source>Load again; what was typed stays (F5)</source>
        <translation>Muat ulang; yang diketik tetap ada (F5)</translation>
    </message>
</context>
<context>
    <name>PermohonanPage</name>
    <message>
        <source>Parts of the permohonan</source>
        <translation>Bagian permohonan</translation>
    </message>
    <message>
        <source>Data and berkas</source>
        <translation>Data dan berkas</translation>
    </message>
</context>
<context>
    <name>PreviewText</name>
    <message>
        <source>This file is not the one that the office recorded: its fingerprint is different. It is not shown. Tell the administrator.</source>
        <translation>Berkas ini bukan yang dicatat dinas: sidik digitalnya berbeda. Berkas tidak ditampilkan. Beri tahu administrator.</translation>
    </message>
    <message>
        <source>This file is locked with a password or is of another kind than PDF, JPEG or PNG. Ask for a file without a password.</source>
        <translation>Berkas ini terkunci kata sandi atau bukan PDF, JPEG, maupun PNG. Mintalah berkas tanpa kata sandi.</translation>
    </message>
    <message>
        <source>This file is too large to be shown safely. Ask for a smaller scan.</source>
        <translation>Berkas ini terlalu besar untuk ditampilkan dengan aman. Mintalah pindaian yang lebih kecil.</translation>
    </message>
    <message>
        <source>This file is damaged and cannot be opened. Ask for it again.</source>
        <translation>Berkas ini rusak dan tidak dapat dibuka. Mintalah kembali.</translation>
    </message>
    <message>
        <source>The line to the office is down. The file comes as soon as the line is back.</source>
        <translation>Sambungan ke dinas terputus. Berkas akan dimuat begitu sambungan pulih.</translation>
    </message>
    <message>
        <source>The office does not have this file any more. Load the permohonan again.</source>
        <translation>Dinas tidak lagi memiliki berkas ini. Muat ulang permohonannya.</translation>
    </message>
    <message>
        <source>You may not see this file.</source>
        <translation>Anda tidak berwenang melihat berkas ini.</translation>
    </message>
    <message>
        <source>This file cannot be shown at the moment. Try again.</source>
        <translation>Berkas ini sedang tidak dapat ditampilkan. Coba lagi.</translation>
    </message>
</context>
<context>
    <name>QueuePage</name>
    <message>
        <source>Copy number</source>
        <translation>Salin nomor</translation>
    </message>
    <message>
        <source>Copies the number of the selected permohonan (Ctrl+Shift+C).</source>
        <translation>Menyalin nomor permohonan yang dipilih (Ctrl+Shift+C).</translation>
    </message>
    <message>
        <source>Load again</source>
        <translation>Muat ulang</translation>
    </message>
    <message>
        <source>Loads the list again (F5).</source>
        <translation>Memuat ulang daftar (F5).</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Buka</translation>
    </message>
    <message>
        <source>Opens the selected permohonan (Enter).</source>
        <translation>Membuka permohonan yang dipilih (Enter).</translation>
    </message>
    <message>
        <source>List of permohonan</source>
        <translation>Daftar permohonan</translation>
    </message>
</context>
<context>
    <name>QueueTexts</name>
    <message>
        <source>%1 – %2</source>
        <extracomment>Title of a list: %1 is the view (&quot;Work&quot;), %2 the duty (&quot;Front Office&quot;).</extracomment>
        <translation>%1 – %2</translation>
    </message>
    <message>
        <source>New applications of citizens appear here by themselves.</source>
        <translation>Permohonan baru dari warga muncul di sini dengan sendirinya.</translation>
    </message>
    <message>
        <source>What a Kasi returns for mending appears here by itself.</source>
        <translation>Yang dikembalikan Kasi untuk diperbaiki muncul di sini dengan sendirinya.</translation>
    </message>
    <message>
        <source>Drafts that the Front Office hands over appear here by themselves.</source>
        <translation>Draf yang diserahkan Front Office muncul di sini dengan sendirinya.</translation>
    </message>
    <message>
        <source>Drafts with the paraf of a Kasi appear here by themselves.</source>
        <translation>Draf yang sudah diparaf Kasi muncul di sini dengan sendirinya.</translation>
    </message>
    <message>
        <source>Drafts with both parafs appear here by themselves, ready for the TTE.</source>
        <translation>Draf dengan kedua paraf muncul di sini dengan sendirinya, siap untuk TTE.</translation>
    </message>
    <message>
        <source>Nothing waits for you</source>
        <translation>Tidak ada yang menunggu Anda</translation>
    </message>
    <message>
        <source>Nothing was returned</source>
        <translation>Tidak ada yang dikembalikan</translation>
    </message>
    <message>
        <source>What a later step sends back to be mended appears here.</source>
        <translation>Yang dikembalikan oleh langkah berikutnya untuk diperbaiki muncul di sini.</translation>
    </message>
    <message>
        <source>Nothing waits at the counter</source>
        <translation>Tidak ada yang menunggu di loket</translation>
    </message>
    <message>
        <source>Cards to be printed or handed over and e-mails that could not be delivered appear here.</source>
        <translation>Kartu yang harus dicetak atau diserahkan dan e-mail yang gagal terkirim muncul di sini.</translation>
    </message>
    <message>
        <source>Nothing was sent on yet</source>
        <translation>Belum ada yang diteruskan</translation>
    </message>
    <message>
        <source>What you handed on can be followed here until it is finished.</source>
        <translation>Yang sudah Anda teruskan dapat diikuti di sini sampai selesai.</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Cari</translation>
    </message>
    <message>
        <source>Nothing was found</source>
        <translation>Tidak ada yang ditemukan</translation>
    </message>
    <message>
        <source>Type the whole number or its end, a whole NIK, or the beginning of a name.</source>
        <translation>Ketik nomor lengkap atau bagian akhirnya, NIK lengkap, atau awal nama.</translation>
    </message>
</context>
<context>
    <name>ReasonDialog</name>
    <message>
        <source>Reason</source>
        <translation>Alasan</translation>
    </message>
    <message>
        <source>&amp;Reason:</source>
        <translation>&amp;Alasan:</translation>
    </message>
</context>
<context>
    <name>ReturnDialog</name>
    <message>
        <source>Return</source>
        <translation>Kembalikan</translation>
    </message>
    <message>
        <source>Defects</source>
        <translation>Kekurangan</translation>
    </message>
    <message>
        <source>&amp;Add a defect</source>
        <translation>T&amp;ambah kekurangan</translation>
    </message>
    <message>
        <source>Re&amp;move this defect</source>
        <translation>&amp;Hapus kekurangan ini</translation>
    </message>
    <message>
        <source>&amp;What:</source>
        <translation>&amp;Yang mana:</translation>
    </message>
    <message>
        <source>What the defect is about</source>
        <translation>Yang kurang</translation>
    </message>
    <message>
        <source>&amp;Defect:</source>
        <translation>&amp;Kekurangan:</translation>
    </message>
    <message>
        <source>Kind of defect</source>
        <translation>Jenis kekurangan</translation>
    </message>
    <message>
        <source>&amp;How to mend it:</source>
        <translation>&amp;Cara memperbaiki:</translation>
    </message>
    <message>
        <source>How to mend it</source>
        <translation>Cara memperbaiki</translation>
    </message>
</context>
<context>
    <name>SigningDialog</name>
    <message>
        <source>Sign electronically (TTE)</source>
        <translation>Tanda tangani secara elektronik (TTE)</translation>
    </message>
    <message>
        <source>Permohonan to be signed</source>
        <translation>Permohonan yang akan ditandatangani</translation>
    </message>
    <message>
        <source>Signer:</source>
        <translation>Penanda tangan:</translation>
    </message>
    <message>
        <source>Registered certificate:</source>
        <translation>Sertifikat terdaftar:</translation>
    </message>
    <message>
        <source>&amp;PIN of the key:</source>
        <translation>&amp;PIN kunci:</translation>
    </message>
    <message>
        <source>PIN of the key</source>
        <translation>PIN kunci</translation>
    </message>
    <message>
        <source>Caps Lock seems to be on.</source>
        <translation>Caps Lock tampaknya aktif.</translation>
    </message>
    <message>
        <source>Progress of the signing</source>
        <translation>Kemajuan penandatanganan</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Tutup</translation>
    </message>
    <message>
        <source>&amp;Sign</source>
        <translation>&amp;Tanda tangani</translation>
    </message>
    <message>
        <source>Key:</source>
        <translation>Kunci:</translation>
    </message>
    <message>
        <source>&amp;Take out</source>
        <translation>&amp;Keluarkan</translation>
    </message>
    <message>
        <source>Takes the selected permohonan out of this signing; it waits as before.</source>
        <translation>Mengeluarkan permohonan terpilih dari penandatanganan ini; permohonan itu tetap menunggu.</translation>
    </message>
    <message>
        <source>Sa&amp;ve the list …</source>
        <translation>Si&amp;mpan daftar …</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Jeda</translation>
    </message>
</context>
<context>
    <name>SigningPage</name>
    <message>
        <source>To be signed</source>
        <translation>Siap ditandatangani</translation>
    </message>
    <message>
        <source>Load again</source>
        <translation>Muat ulang</translation>
    </message>
    <message>
        <source>Loads the list again (F5).</source>
        <translation>Memuat ulang daftar (F5).</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Buka</translation>
    </message>
    <message>
        <source>Opens the selected permohonan, to read its drafts (Enter).</source>
        <translation>Membuka permohonan terpilih untuk membaca drafnya (Enter).</translation>
    </message>
    <message>
        <source>Permohonan that wait for the signature</source>
        <translation>Permohonan yang menunggu tanda tangan</translation>
    </message>
    <message>
        <source>Tick &amp;all that are ready</source>
        <translation>Centang semua yang &amp;siap</translation>
    </message>
    <message>
        <source>Tick &amp;none</source>
        <translation>&amp;Hapus centang</translation>
    </message>
    <message>
        <source>&amp;Sign …</source>
        <translation>&amp;Tanda tangani …</translation>
    </message>
    <message>
        <source>Nothing waits for your signature</source>
        <translation>Tidak ada yang menunggu tanda tangan Anda</translation>
    </message>
    <message>
        <source>What the Kabid approves appears here at once.</source>
        <translation>Yang disetujui Kabid langsung muncul di sini.</translation>
    </message>
</context>
<context>
    <name>SigningWords</name>
    <message>
        <source>Not every page of the drafts was shown to you yet. Look through all of them before you sign.</source>
        <translation>Belum semua halaman draf ditampilkan kepada Anda. Periksa semuanya sebelum menandatangani.</translation>
    </message>
    <message>
        <source>You gave a paraf on this permohonan yourself. Another person must sign it.</source>
        <translation>Anda sendiri sudah memberi paraf pada permohonan ini. Orang lain harus menandatanganinya.</translation>
    </message>
    <message>
        <source>This certificate is not valid yet. Check the date of this computer and the certificate.</source>
        <translation>Sertifikat ini belum berlaku. Periksa tanggal komputer ini dan sertifikatnya.</translation>
    </message>
    <message>
        <source>This certificate has expired. Ask the certification authority for a new one.</source>
        <translation>Sertifikat ini sudah kedaluwarsa. Mintalah yang baru kepada penyelenggara sertifikasi.</translation>
    </message>
    <message>
        <source>The PIN is wrong. Type it again.</source>
        <translation>PIN salah. Ketik kembali.</translation>
    </message>
    <message>
        <source>The key file cannot be read. Is the flash drive plugged in?</source>
        <translation>Berkas kunci tidak dapat dibaca. Apakah diska lepas sudah terpasang?</translation>
    </message>
    <message>
        <source>This file is not a key file (PKCS#12), or it is damaged. Choose the file that you got with the certificate, ending in .p12 or .pfx.</source>
        <translation>Berkas ini bukan berkas kunci (PKCS#12) atau rusak. Pilih berkas yang Anda terima bersama sertifikat, berakhiran .p12 atau .pfx.</translation>
    </message>
    <message>
        <source>This file holds no private key with its certificate. Choose the file that you got with the certificate.</source>
        <translation>Berkas ini tidak memuat kunci pribadi beserta sertifikatnya. Pilih berkas yang Anda terima bersama sertifikat.</translation>
    </message>
    <message>
        <source>This key cannot be used: it is neither an RSA key of at least 2048 bits nor a P-256 or P-384 key, or a part of the cryptography is missing on this computer.</source>
        <translation>Kunci ini tidak dapat dipakai: bukan kunci RSA minimal 2048 bit dan bukan pula kunci P-256 atau P-384, atau komponen kriptografi di komputer ini tidak lengkap.</translation>
    </message>
    <message>
        <source>This certificate is not meant for signatures. Choose the one for electronic signatures.</source>
        <translation>Sertifikat ini bukan untuk tanda tangan. Pilih sertifikat untuk tanda tangan elektronik.</translation>
    </message>
    <message>
        <source>The office has no certificate registered for you. Ask the administrator to register it.</source>
        <translation>Dinas belum mencatat sertifikat atas nama Anda. Mintalah administrator mendaftarkannya.</translation>
    </message>
    <message>
        <source>The draft is not the one that was approved, or the signature did not stand the check. Nothing was signed. Tell the administrator.</source>
        <translation>Draf bukan yang disetujui, atau tanda tangan tidak lolos pemeriksaan. Tidak ada yang ditandatangani. Beri tahu administrator.</translation>
    </message>
    <message>
        <source>The signing was stopped. Nothing was signed.</source>
        <translation>Penandatanganan dihentikan. Tidak ada yang ditandatangani.</translation>
    </message>
    <message>
        <source>This draft cannot be signed as it is. Return it so that it is made anew.</source>
        <translation>Draf ini tidak dapat ditandatangani apa adanya. Kembalikan agar dibuat ulang.</translation>
    </message>
    <message>
        <source>The office did not accept the signature: it does not belong to the approved draft. Load the permohonan again and repeat the signing.</source>
        <translation>Dinas menolak tanda tangan: bukan milik draf yang disetujui. Muat ulang permohonan lalu ulangi penandatanganan.</translation>
    </message>
    <message>
        <source>The office does not trust this certificate or it is not the registered one. Ask the administrator.</source>
        <translation>Dinas tidak memercayai sertifikat ini atau bukan sertifikat yang terdaftar. Hubungi administrator.</translation>
    </message>
    <message>
        <source>The office did not accept the signature: the certificate is out of date by the clock of the office.</source>
        <translation>Dinas menolak tanda tangan: menurut jam dinas masa berlaku sertifikat sudah lewat.</translation>
    </message>
    <message>
        <source>The token is locked after too many wrong PINs. Unlock it with its PUK in the token&apos;s own software, or ask whoever issued it.</source>
        <translation>Token terkunci karena PIN terlalu sering salah. Buka dengan PUK lewat perangkat lunak token itu, atau tanyakan kepada penerbitnya.</translation>
    </message>
    <message>
        <source>The driver of the token is not on this computer.</source>
        <translation>Driver token tidak ada di komputer ini.</translation>
    </message>
    <message>
        <source>The token is gone. Plug it in again and repeat the signing.</source>
        <translation>Token terlepas. Pasang kembali lalu ulangi penandatanganan.</translation>
    </message>
    <message>
        <source>The PIN was cancelled at the reader.</source>
        <translation>Pengisian PIN dibatalkan di pembaca kartu.</translation>
    </message>
    <message>
        <source>Another part of this computer is using the token. Try again.</source>
        <translation>Token sedang dipakai program lain di komputer ini. Coba lagi.</translation>
    </message>
    <message>
        <source>The private key of this certificate is not on the token.</source>
        <translation>Kunci privat sertifikat ini tidak ada di token.</translation>
    </message>
    <message>
        <source>This token cannot sign: its key is neither an RSA key of at least 2048 bits nor a P-256 or P-384 key, or its driver does not start.</source>
        <translation>Token ini tidak dapat menandatangani: kuncinya bukan RSA minimal 2048 bit, P-256, atau P-384, atau driver-nya tidak dapat dijalankan.</translation>
    </message>
    <message>
        <source>The token did not sign. Take it out, plug it in again and repeat the signing.</source>
        <translation>Token tidak menandatangani. Cabut, pasang kembali, lalu ulangi penandatanganan.</translation>
    </message>
    <message>
        <source>The token did not accept the PIN. It locks after a few tries: make sure of the PIN before you type again.</source>
        <translation>Token menolak PIN. Token terkunci setelah beberapa kali salah: pastikan PIN-nya sebelum mengetik lagi.</translation>
    </message>
    <message>
        <source>new clerk</source>
        <translation>petugas baru</translation>
    </message>
    <message>
        <source>corrected draft</source>
        <translation>draf pernah diperbaiki</translation>
    </message>
    <message>
        <source>rare dokumen</source>
        <translation>dokumen jarang</translation>
    </message>
    <message>
        <source>receive it and look through its pages</source>
        <translation>terima dan lihat semua halamannya</translation>
    </message>
    <message>
        <source>spared by the sample</source>
        <translation>tidak masuk sampel</translation>
    </message>
    <message>
        <source>This is not the certificate that is registered for you. Choose the right key, or ask the administrator to register this one.</source>
        <translation>Ini bukan sertifikat yang terdaftar atas nama Anda. Pilih kunci yang benar atau mintalah administrator mendaftarkannya.</translation>
    </message>
    <message>
        <source>The line broke while the signatures were handed over. It is not known whether they arrived: look into the list before you sign again.</source>
        <translation>Sambungan putus saat tanda tangan dikirim. Belum diketahui apakah sudah sampai: lihat daftar sebelum menandatangani lagi.</translation>
    </message>
</context>
<context>
    <name>TakerDialog</name>
    <message>
        <source>Hand over the card</source>
        <translation>Serahkan kartu</translation>
    </message>
    <message>
        <source>&amp;Name of the person who takes it:</source>
        <translation>&amp;Nama pengambil:</translation>
    </message>
    <message>
        <source>Name of the person who takes it</source>
        <translation>Nama pengambil</translation>
    </message>
    <message>
        <source>Re&amp;lation to the applicant:</source>
        <translation>&amp;Hubungan dengan pemohon:</translation>
    </message>
    <message>
        <source>Relation to the applicant</source>
        <translation>Hubungan dengan pemohon</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>The office does not accept this entry. Check what was typed.</source>
        <translation>Dinas menolak isian ini. Periksa yang diketik.</translation>
    </message>
    <message>
        <source>This is not in the office&apos;s records, or it is no longer there.</source>
        <translation>Ini tidak ada atau sudah tidak ada dalam catatan dinas.</translation>
    </message>
    <message>
        <source>Another officer changed this in the meantime. Load it again first.</source>
        <translation>Petugas lain sudah mengubahnya. Muat ulang terlebih dahulu.</translation>
    </message>
    <message>
        <source>Your duty does not include this permohonan.</source>
        <translation>Permohonan ini tidak termasuk tugas Anda.</translation>
    </message>
    <message>
        <source>The password is not right, or nobody is logged in any more.</source>
        <translation>Kata sandi salah, atau sesi sudah berakhir.</translation>
    </message>
    <message>
        <source>The account is locked after too many failed attempts. Try again in a while, or ask the administrator to unlock it.</source>
        <translation>Akun terkunci karena terlalu banyak percobaan. Coba lagi setelah beberapa saat, atau minta administrator membukanya.</translation>
    </message>
    <message>
        <source>This cannot be done in the present state of the permohonan.</source>
        <translation>Ini tidak dapat dilakukan pada status permohonan saat ini.</translation>
    </message>
    <message>
        <source>Something is still missing before this can be done.</source>
        <translation>Masih ada yang kurang sebelum ini dapat dilakukan.</translation>
    </message>
    <message>
        <source>You have already approved this permohonan at another step. Another officer must do this one.</source>
        <translation>Anda sudah menyetujui permohonan ini pada langkah lain. Petugas lain harus melakukan langkah ini.</translation>
    </message>
    <message>
        <source>The file is too large.</source>
        <translation>Berkas terlalu besar.</translation>
    </message>
    <message>
        <source>The file or the answer cannot be read.</source>
        <translation>Berkas atau jawaban tidak dapat dibaca.</translation>
    </message>
    <message>
        <source>This kind of file or key is not supported.</source>
        <translation>Jenis berkas atau kunci ini tidak didukung.</translation>
    </message>
    <message>
        <source>The office&apos;s server could not store this; nothing was changed. Tell the administrator.</source>
        <translation>Server dinas gagal menyimpannya; tidak ada yang berubah. Beri tahu administrator.</translation>
    </message>
    <message>
        <source>There is no connection to the office&apos;s server.</source>
        <translation>Tidak ada sambungan ke server dinas.</translation>
    </message>
    <message>
        <source>The certificate is not from an authority that is trusted here.</source>
        <translation>Sertifikat bukan dari penerbit yang dipercaya di sini.</translation>
    </message>
    <message>
        <source>The certificate or the code is out of date.</source>
        <translation>Masa berlaku sertifikat atau kode sudah lewat.</translation>
    </message>
    <message>
        <source>The PIN is wrong.</source>
        <translation>PIN salah.</translation>
    </message>
    <message>
        <source>The bytes are not those that were approved. Nothing was done; tell the administrator.</source>
        <translation>Isi berkas bukan yang disetujui. Tidak ada yang dilakukan; beri tahu administrator.</translation>
    </message>
    <message>
        <source>Confirm your password first.</source>
        <translation>Konfirmasikan kata sandi Anda terlebih dahulu.</translation>
    </message>
    <message>
        <source>The office&apos;s server is busy. Try again in a moment.</source>
        <translation>Server dinas sedang sibuk. Coba lagi sebentar.</translation>
    </message>
    <message>
        <source>Another officer has this permohonan open at the moment.</source>
        <translation>Petugas lain sedang membuka permohonan ini.</translation>
    </message>
    <message>
        <source>The program met an unexpected fault. Tell the administrator.</source>
        <translation>Terjadi kesalahan yang tidak terduga. Beri tahu administrator.</translation>
    </message>
    <message>
        <source>The address of the office&apos;s server is missing or not right. It is written as name:port.</source>
        <translation>Alamat server dinas kosong atau tidak benar. Penulisannya nama:port.</translation>
    </message>
    <message>
        <source>The file with the office&apos;s CA certificate is missing or cannot be read. Choose the file that the administrator gave you.</source>
        <translation>Berkas sertifikat CA dinas tidak ada atau tidak dapat dibaca. Pilih berkas yang diberikan administrator.</translation>
    </message>
    <message>
        <source>The office&apos;s server does not answer. Check the network and the address of the server.</source>
        <translation>Server dinas tidak menjawab. Periksa jaringan dan alamat server.</translation>
    </message>
    <message>
        <source>The server&apos;s certificate was not issued by this office, so nothing was sent to it. Do not go on; tell the administrator.</source>
        <translation>Sertifikat server bukan terbitan dinas ini, sehingga tidak ada yang dikirim kepadanya. Jangan dilanjutkan; beri tahu administrator.</translation>
    </message>
    <message>
        <source>The server&apos;s certificate belongs to another address. Check the address of the server.</source>
        <translation>Sertifikat server milik alamat lain. Periksa alamat server.</translation>
    </message>
    <message>
        <source>The server&apos;s certificate is out of date. Check the date of this computer, then tell the administrator.</source>
        <translation>Masa berlaku sertifikat server sudah lewat. Periksa tanggal komputer ini, lalu beri tahu administrator.</translation>
    </message>
    <message>
        <source>The server does not offer a connection that is secure enough (TLS 1.3). Tell the administrator.</source>
        <translation>Server tidak menyediakan sambungan yang cukup aman (TLS 1.3). Beri tahu administrator.</translation>
    </message>
    <message>
        <source>This program and the office&apos;s server are of different versions. Ask the administrator for an update.</source>
        <translation>Versi program ini berbeda dengan versi server dinas. Mintalah pembaruan kepada administrator.</translation>
    </message>
    <message>
        <source>The server sent something that cannot be understood. The connection was closed.</source>
        <translation>Server mengirim sesuatu yang tidak dapat dipahami. Sambungan ditutup.</translation>
    </message>
    <message>
        <source>The connection to the office&apos;s server was lost.</source>
        <translation>Sambungan ke server dinas terputus.</translation>
    </message>
    <message>
        <source>Not connected</source>
        <translation>Tidak tersambung</translation>
    </message>
    <message>
        <source>Connecting…</source>
        <translation>Menyambung…</translation>
    </message>
    <message>
        <source>Connected</source>
        <translation>Tersambung</translation>
    </message>
    <message>
        <source>Logging in…</source>
        <translation>Sedang masuk…</translation>
    </message>
    <message>
        <source>Connection lost</source>
        <translation>Sambungan terputus</translation>
    </message>
    <message>
        <source>You were logged out because the computer was not used for a while. What you were doing is still there.</source>
        <translation>Anda dikeluarkan karena komputer tidak dipakai beberapa waktu. Pekerjaan Anda masih ada.</translation>
    </message>
    <message>
        <source>The office&apos;s server ended your session. Log in again; what you were doing is still there.</source>
        <translation>Server dinas mengakhiri sesi Anda. Masuk kembali; pekerjaan Anda masih ada.</translation>
    </message>
    <message>
        <source>A NIK has 16 digits; this one has %1.</source>
        <translation>NIK terdiri atas 16 angka; ini %1.</translation>
    </message>
    <message>
        <source>A NIK holds digits only.</source>
        <translation>NIK hanya berisi angka.</translation>
    </message>
    <message>
        <source>The day in the NIK (digits 7 and 8) is not possible.</source>
        <translation>Tanggal dalam NIK (angka ke-7 dan ke-8) tidak mungkin.</translation>
    </message>
    <message>
        <source>The month in the NIK (digits 9 and 10) is not possible.</source>
        <translation>Bulan dalam NIK (angka ke-9 dan ke-10) tidak mungkin.</translation>
    </message>
    <message>
        <source>The birth date in the NIK is a day that does not exist.</source>
        <translation>Tanggal lahir dalam NIK tidak ada dalam kalender.</translation>
    </message>
    <message>
        <source>The last four digits of a NIK are never 0000.</source>
        <translation>Empat angka terakhir NIK tidak pernah 0000.</translation>
    </message>
    <message>
        <source>The same NIK is given for another person in this application.</source>
        <translation>NIK yang sama dipakai untuk orang lain dalam permohonan ini.</translation>
    </message>
    <message>
        <source>The birth date in the NIK differs from the birth date as typed.</source>
        <translation>Tanggal lahir dalam NIK berbeda dengan tanggal lahir yang diketik.</translation>
    </message>
    <message>
        <source>The sex in the NIK differs from the sex as typed.</source>
        <translation>Jenis kelamin dalam NIK berbeda dengan yang diketik.</translation>
    </message>
    <message>
        <source>The NIK was first issued in another area (%1).</source>
        <translation>NIK pertama kali diterbitkan di wilayah lain (%1).</translation>
    </message>
    <message>
        <source>The city has no kecamatan with the number %1.</source>
        <translation>Kota ini tidak memiliki kecamatan bernomor %1.</translation>
    </message>
    <message>
        <source>The date in the NIK is one that was used when the birth date was not known.</source>
        <translation>Tanggal dalam NIK adalah tanggal yang dipakai bila tanggal lahir tidak diketahui.</translation>
    </message>
    <message>
        <source>The NIK fits two centuries; type the birth date. Assumed for now: %1.</source>
        <translation>NIK cocok untuk dua abad; ketik tanggal lahirnya. Sementara dianggap: %1.</translation>
    </message>
    <message>
        <source>A No. KK has 16 digits; this one has %1.</source>
        <translation>No. KK terdiri atas 16 angka; ini %1.</translation>
    </message>
    <message>
        <source>A No. KK holds digits only.</source>
        <translation>No. KK hanya berisi angka.</translation>
    </message>
    <message>
        <source>The No. KK is also given as a NIK.</source>
        <translation>No. KK juga dipakai sebagai NIK.</translation>
    </message>
    <message>
        <source>The No. KK was issued in another area (%1).</source>
        <translation>No. KK diterbitkan di wilayah lain (%1).</translation>
    </message>
    <message>
        <source>Digits 7 to 12 of the No. KK are not a date.</source>
        <translation>Angka ke-7 sampai ke-12 No. KK bukan tanggal.</translation>
    </message>
    <message>
        <source>The date in the No. KK lies in the future.</source>
        <translation>Tanggal dalam No. KK belum terjadi.</translation>
    </message>
    <message>
        <source>The name is missing.</source>
        <translation>Nama belum diisi.</translation>
    </message>
    <message>
        <source>A name has at most %1 letters, blanks included.</source>
        <translation>Nama paling banyak %1 huruf termasuk spasi.</translation>
    </message>
    <message>
        <source>A name has at least two words.</source>
        <translation>Nama paling sedikit dua kata.</translation>
    </message>
    <message>
        <source>A name is written in Latin letters.</source>
        <translation>Nama ditulis dengan huruf Latin.</translation>
    </message>
    <message>
        <source>A name holds no digits.</source>
        <translation>Nama tidak memuat angka.</translation>
    </message>
    <message>
        <source>A name does not hold the symbol %1.</source>
        <translation>Nama tidak memuat tanda %1.</translation>
    </message>
    <message>
        <source>A name is not abbreviated.</source>
        <translation>Nama tidak disingkat.</translation>
    </message>
    <message>
        <source>A title does not belong in the name; it has its own field.</source>
        <translation>Gelar tidak ditulis dalam nama; gelar memiliki isian sendiri.</translation>
    </message>
    <message>
        <source>This must be filled in.</source>
        <translation>Wajib diisi.</translation>
    </message>
    <message>
        <source>This service has no such field.</source>
        <translation>Layanan ini tidak memiliki isian tersebut.</translation>
    </message>
    <message>
        <source>At most %1 characters fit here.</source>
        <translation>Paling banyak %1 karakter.</translation>
    </message>
    <message>
        <source>This holds a character that cannot be shown.</source>
        <translation>Isian memuat karakter yang tidak dapat ditampilkan.</translation>
    </message>
    <message>
        <source>This is not a date.</source>
        <translation>Ini bukan tanggal.</translation>
    </message>
    <message>
        <source>This is not a time of day.</source>
        <translation>Ini bukan jam.</translation>
    </message>
    <message>
        <source>This is not a number.</source>
        <translation>Ini bukan angka.</translation>
    </message>
    <message>
        <source>This is not among the choices.</source>
        <translation>Ini tidak ada dalam pilihan.</translation>
    </message>
    <message>
        <source>The table cannot be read.</source>
        <translation>Tabel tidak dapat dibaca.</translation>
    </message>
    <message>
        <source>The table has at most %1 rows.</source>
        <translation>Tabel paling banyak %1 baris.</translation>
    </message>
    <message>
        <source>The table has a column that is not known.</source>
        <translation>Tabel memuat kolom yang tidak dikenal.</translation>
    </message>
    <message>
        <source>The birth date lies in the future.</source>
        <translation>Tanggal lahir belum terjadi.</translation>
    </message>
    <message>
        <source>The person is %1 years old; the service is for those below %2.</source>
        <translation>Usia yang bersangkutan %1 tahun; layanan ini untuk usia di bawah %2 tahun.</translation>
    </message>
    <message>
        <source>The person is %1 years old; the service is for those of %2 and above.</source>
        <translation>Usia yang bersangkutan %1 tahun; layanan ini untuk usia %2 tahun ke atas.</translation>
    </message>
    <message>
        <source>The reporter is only %1 years old.</source>
        <translation>Usia pelapor baru %1 tahun.</translation>
    </message>
    <message>
        <source>Reported after %1 days; the legal limit is %2 days.</source>
        <translation>Dilaporkan setelah %1 hari; batas menurut peraturan %2 hari.</translation>
    </message>
    <message>
        <source>The event has not happened yet.</source>
        <translation>Peristiwanya belum terjadi.</translation>
    </message>
    <message>
        <source>Permohonan %1 for the same NIK and service is still open.</source>
        <translation>Permohonan %1 untuk NIK dan layanan yang sama masih berjalan.</translation>
    </message>
    <message>
        <source>This needs attention.</source>
        <translation>Perlu diperhatikan.</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Kesalahan</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Peringatan</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>Catatan</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>duration</comment>
        <extracomment>A duration of two parts, as in &quot;2 hours 5 minutes&quot;.</extracomment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>d MMM yyyy HH:mm</source>
        <extracomment>How a date with time is written; see QLocale::toString() for the letters.</extracomment>
        <translation>d MMM yyyy HH.mm</translation>
    </message>
    <message>
        <source>d MMM yyyy HH:mm:ss</source>
        <extracomment>How a date with time to the second is written; see QLocale::toString() for the letters.</extracomment>
        <translation>d MMM yyyy HH.mm.ss</translation>
    </message>
    <message>
        <source>d MMM yyyy</source>
        <extracomment>How a date is written; see QLocale::toString() for the letters.</extracomment>
        <translation>d MMM yyyy</translation>
    </message>
    <message>
        <source>under a minute</source>
        <translation>kurang dari semenit</translation>
    </message>
    <message numerus="yes">
        <source>%n hours</source>
        <translation>
            <numerusform>%n jam</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n days</source>
        <translation>
            <numerusform>%n hari</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minutes</source>
        <translation>
            <numerusform>%n menit</numerusform>
        </translation>
    </message>
    <message>
        <source>New</source>
        <translation>Baru</translation>
    </message>
    <message>
        <source>Submitted</source>
        <translation>Diajukan</translation>
    </message>
    <message>
        <source>Registered</source>
        <translation>Diregistrasi</translation>
    </message>
    <message>
        <source>Verified</source>
        <translation>Diverifikasi</translation>
    </message>
    <message>
        <source>Entered</source>
        <translation>Dientri</translation>
    </message>
    <message>
        <source>With the Kasi</source>
        <translation>Di Kasi</translation>
    </message>
    <message>
        <source>With the Kabid</source>
        <translation>Di Kabid</translation>
    </message>
    <message>
        <source>With the Kadin</source>
        <translation>Di Kadin</translation>
    </message>
    <message>
        <source>Signed</source>
        <translation>Ditandatangani</translation>
    </message>
    <message>
        <source>Sent by e-mail</source>
        <translation>Terkirim lewat e-mail</translation>
    </message>
    <message>
        <source>Received by the applicant</source>
        <translation>Diterima pemohon</translation>
    </message>
    <message>
        <source>Ready for pick-up</source>
        <translation>Siap diambil</translation>
    </message>
    <message>
        <source>Collected</source>
        <translation>Sudah diambil</translation>
    </message>
    <message>
        <source>Returned to the applicant</source>
        <translation>Dikembalikan ke pemohon</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>Ditolak</translation>
    </message>
    <message>
        <source>With the Operator Editor</source>
        <translation>Di Operator Editor</translation>
    </message>
    <message>
        <source>Returned to the Kasi</source>
        <translation>Dikembalikan ke Kasi</translation>
    </message>
    <message>
        <source>Returned to the Kabid</source>
        <translation>Dikembalikan ke Kabid</translation>
    </message>
    <message>
        <source>E-mail failed</source>
        <translation>Gagal kirim e-mail</translation>
    </message>
    <message>
        <source>Cancelled by the applicant</source>
        <translation>Dibatalkan pemohon</translation>
    </message>
    <message>
        <source>Nobody</source>
        <translation>Tidak ada</translation>
    </message>
    <message>
        <source>Applicant</source>
        <translation>Pemohon</translation>
    </message>
    <message>
        <source>Front Office</source>
        <translation>Front Office</translation>
    </message>
    <message>
        <source>Operator Editor</source>
        <translation>Operator Editor</translation>
    </message>
    <message>
        <source>Section Head (Kasi)</source>
        <translation>Kepala Seksi (Kasi)</translation>
    </message>
    <message>
        <source>Division Head (Kabid)</source>
        <translation>Kepala Bidang (Kabid)</translation>
    </message>
    <message>
        <source>Head of Office (Kadin)</source>
        <translation>Kepala Dinas (Kadin)</translation>
    </message>
    <message>
        <source>Administrator</source>
        <translation>Administrator</translation>
    </message>
    <message>
        <source>System</source>
        <translation>Sistem</translation>
    </message>
    <message>
        <source>Submit</source>
        <translation>Ajukan</translation>
    </message>
    <message>
        <source>Register</source>
        <translation>Registrasi</translation>
    </message>
    <message>
        <source>Berkas are in order</source>
        <translation>Berkas sesuai</translation>
    </message>
    <message>
        <source>Data entered, send resi</source>
        <translation>Data dientri, kirim resi</translation>
    </message>
    <message>
        <source>Hand to the Kasi</source>
        <translation>Serahkan ke Kasi</translation>
    </message>
    <message>
        <source>Ask the applicant for a revision</source>
        <translation>Minta revisi pemohon</translation>
    </message>
    <message>
        <source>Reject</source>
        <translation>Tolak</translation>
    </message>
    <message>
        <source>Resubmit</source>
        <translation>Ajukan ulang</translation>
    </message>
    <message>
        <source>Cancel the application</source>
        <translation>Batalkan permohonan</translation>
    </message>
    <message>
        <source>Receive</source>
        <translation>Terima</translation>
    </message>
    <message>
        <source>Give paraf and ask for the TTE</source>
        <translation>Beri paraf dan minta TTE</translation>
    </message>
    <message>
        <source>Return to the Operator Editor</source>
        <translation>Kembalikan ke Operator Editor</translation>
    </message>
    <message>
        <source>Hand to the Front Office</source>
        <translation>Serahkan ke Front Office</translation>
    </message>
    <message>
        <source>Hand to the Operator Editor</source>
        <translation>Serahkan ke Operator Editor</translation>
    </message>
    <message>
        <source>Return to the Kasi</source>
        <translation>Kembalikan ke Kasi</translation>
    </message>
    <message>
        <source>Return to the Kabid</source>
        <translation>Kembalikan ke Kabid</translation>
    </message>
    <message>
        <source>Sign (TTE)</source>
        <translation>Tanda tangani (TTE)</translation>
    </message>
    <message>
        <source>E-mail accepted</source>
        <translation>E-mail diterima server</translation>
    </message>
    <message>
        <source>E-mail refused</source>
        <translation>E-mail ditolak server</translation>
    </message>
    <message>
        <source>Confirm receipt</source>
        <translation>Konfirmasi penerimaan</translation>
    </message>
    <message>
        <source>Card is ready for pick-up</source>
        <translation>Kartu siap diambil</translation>
    </message>
    <message>
        <source>Hand over the card</source>
        <translation>Serahkan kartu</translation>
    </message>
    <message>
        <source>Correct the e-mail address</source>
        <translation>Perbaiki alamat e-mail</translation>
    </message>
    <message>
        <source>Print at the counter</source>
        <translation>Cetak di loket</translation>
    </message>
    <message>
        <source>Change the data</source>
        <translation>Ubah data</translation>
    </message>
    <message>
        <source>Check the berkas</source>
        <translation>Periksa berkas</translation>
    </message>
    <message>
        <source>Make the draft</source>
        <translation>Buat draf</translation>
    </message>
    <message>
        <source>Application submitted</source>
        <translation>Permohonan diajukan</translation>
    </message>
    <message>
        <source>Berkas verified</source>
        <translation>Berkas diverifikasi</translation>
    </message>
    <message>
        <source>Data entered, resi sent</source>
        <translation>Data dientri, resi dikirim</translation>
    </message>
    <message>
        <source>Handed to the Kasi</source>
        <translation>Diserahkan ke Kasi</translation>
    </message>
    <message>
        <source>Revision asked of the applicant</source>
        <translation>Revisi diminta dari pemohon</translation>
    </message>
    <message>
        <source>Application resubmitted</source>
        <translation>Permohonan diajukan ulang</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Diterima</translation>
    </message>
    <message>
        <source>Paraf given</source>
        <translation>Paraf diberikan</translation>
    </message>
    <message>
        <source>Returned to the Operator Editor</source>
        <translation>Dikembalikan ke Operator Editor</translation>
    </message>
    <message>
        <source>Handed to the Front Office</source>
        <translation>Diserahkan ke Front Office</translation>
    </message>
    <message>
        <source>Handed to the Operator Editor</source>
        <translation>Diserahkan ke Operator Editor</translation>
    </message>
    <message>
        <source>Signed (TTE)</source>
        <translation>Ditandatangani (TTE)</translation>
    </message>
    <message>
        <source>E-mail could not be delivered</source>
        <translation>E-mail gagal terkirim</translation>
    </message>
    <message>
        <source>Card ready for pick-up</source>
        <translation>Kartu siap diambil</translation>
    </message>
    <message>
        <source>Card handed over</source>
        <translation>Kartu diserahkan</translation>
    </message>
    <message>
        <source>E-mail address corrected</source>
        <translation>Alamat e-mail diperbaiki</translation>
    </message>
    <message>
        <source>To be printed at the counter</source>
        <translation>Akan dicetak di loket</translation>
    </message>
    <message>
        <source>Data changed</source>
        <translation>Data diubah</translation>
    </message>
    <message>
        <source>Berkas checked</source>
        <translation>Berkas diperiksa</translation>
    </message>
    <message>
        <source>Draft made</source>
        <translation>Draf dibuat</translation>
    </message>
    <message>
        <source>Not checked yet</source>
        <translation>Belum diperiksa</translation>
    </message>
    <message>
        <source>In order</source>
        <translation>Sesuai</translation>
    </message>
    <message>
        <source>Unreadable</source>
        <translation>Tidak terbaca</translation>
    </message>
    <message>
        <source>Of another person</source>
        <translation>Milik orang lain</translation>
    </message>
    <message>
        <source>Out of date</source>
        <translation>Kedaluwarsa</translation>
    </message>
    <message>
        <source>Incomplete</source>
        <translation>Kurang lengkap</translation>
    </message>
    <message>
        <source>Does not match the data</source>
        <translation>Tidak sesuai data</translation>
    </message>
    <message>
        <source>Not uploaded</source>
        <translation>Belum diunggah</translation>
    </message>
    <message>
        <source>Application</source>
        <translation>Pengajuan</translation>
    </message>
    <message>
        <source>Handed over</source>
        <translation>Penyerahan</translation>
    </message>
    <message>
        <source>Taken over</source>
        <translation>Penerimaan</translation>
    </message>
    <message>
        <source>Work</source>
        <translation>Pekerjaan</translation>
    </message>
    <message>
        <source>Paraf</source>
        <translation>Paraf</translation>
    </message>
    <message>
        <source>TTE</source>
        <translation>TTE</translation>
    </message>
    <message>
        <source>Delivery</source>
        <translation>Pengiriman</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>Selesai</translation>
    </message>
    <message>
        <source>By e-mail</source>
        <translation>Lewat e-mail</translation>
    </message>
    <message>
        <source>Collected at the office</source>
        <translation>Diambil di kantor</translation>
    </message>
    <message>
        <source>Returned</source>
        <translation>Dikembalikan</translation>
    </message>
    <message>
        <source>Pick-up</source>
        <translation>Pengambilan</translation>
    </message>
    <message>
        <source>Sent on</source>
        <translation>Diteruskan</translation>
    </message>
    <message>
        <source>Receive the permohonan first.</source>
        <translation>Terima permohonan ini terlebih dahulu.</translation>
    </message>
    <message>
        <source>Every requirement must be found in order first.</source>
        <translation>Semua persyaratan harus dinyatakan sesuai terlebih dahulu.</translation>
    </message>
    <message>
        <source>The data must be without error first.</source>
        <translation>Data harus tanpa kesalahan terlebih dahulu.</translation>
    </message>
    <message>
        <source>Every dokumen needs a draft of the present data.</source>
        <translation>Setiap dokumen memerlukan draf dari data saat ini.</translation>
    </message>
    <message>
        <source>Say what must be mended.</source>
        <translation>Sebutkan yang harus diperbaiki.</translation>
    </message>
    <message>
        <source>Write the reason.</source>
        <translation>Tulis alasannya.</translation>
    </message>
    <message>
        <source>Confirm your password.</source>
        <translation>Konfirmasikan kata sandi Anda.</translation>
    </message>
    <message>
        <source>You have approved this permohonan at another step already.</source>
        <translation>Anda sudah menyetujui permohonan ini pada langkah lain.</translation>
    </message>
    <message>
        <source>The parafs of Kasi and Kabid are missing.</source>
        <translation>Paraf Kasi dan Kabid belum ada.</translation>
    </message>
    <message>
        <source>Every dokumen needs a signature.</source>
        <translation>Setiap dokumen memerlukan tanda tangan.</translation>
    </message>
    <message>
        <source>Everything that was refused must be renewed.</source>
        <translation>Semua yang ditolak harus diperbarui.</translation>
    </message>
    <message>
        <source>Type the e-mail address to send to.</source>
        <translation>Ketik alamat e-mail tujuan.</translation>
    </message>
    <message>
        <source>Write who collects the card, and the relation.</source>
        <translation>Tulis siapa yang mengambil kartu dan hubungannya.</translation>
    </message>
    <message>
        <source>Choose the dokumen.</source>
        <translation>Pilih dokumennya.</translation>
    </message>
    <message>
        <source>Only for a dokumen that is sent by e-mail.</source>
        <translation>Hanya untuk dokumen yang dikirim lewat e-mail.</translation>
    </message>
    <message>
        <source>Only for a card that is collected.</source>
        <translation>Hanya untuk kartu yang diambil.</translation>
    </message>
    <message>
        <source>This PDF is larger than 20 MB. Make a smaller one in SIAK.</source>
        <translation>PDF ini lebih besar dari 20 MB. Buat yang lebih kecil di SIAK.</translation>
    </message>
    <message>
        <source>This file is not a PDF. Choose the PDF that SIAK made.</source>
        <translation>Berkas ini bukan PDF. Pilih PDF yang dibuat SIAK.</translation>
    </message>
    <message>
        <source>This PDF is damaged. Make it in SIAK once more.</source>
        <translation>PDF ini rusak. Buat sekali lagi di SIAK.</translation>
    </message>
    <message>
        <source>This PDF is cut off, or something stands behind its end. Make it in SIAK once more.</source>
        <translation>PDF ini terpotong atau ada sesuatu di belakang akhirnya. Buat sekali lagi di SIAK.</translation>
    </message>
    <message>
        <source>This PDF has no page, or more than 50. Choose the PDF of this dokumen alone.</source>
        <translation>PDF ini tidak berhalaman atau lebih dari 50 halaman. Pilih PDF untuk dokumen ini saja.</translation>
    </message>
    <message>
        <source>This PDF is encrypted. Make it in SIAK without a password and without restrictions.</source>
        <translation>PDF ini terenkripsi. Buat di SIAK tanpa kata sandi dan tanpa pembatasan.</translation>
    </message>
    <message>
        <source>This PDF has two tables of contents, so that programs may show it differently. Make it in SIAK once more.</source>
        <translation>PDF ini mempunyai dua daftar isi sehingga dapat tampil berbeda di tiap program. Buat sekali lagi di SIAK.</translation>
    </message>
    <message>
        <source>This PDF contains a script or something else that acts by itself, such as JavaScript. Choose the PDF just as SIAK made it.</source>
        <translation>PDF ini berisi skrip atau hal lain yang berjalan sendiri, seperti JavaScript. Pilih PDF asli dari SIAK.</translation>
    </message>
    <message>
        <source>This PDF carries other files inside. Choose the PDF just as SIAK made it.</source>
        <translation>PDF ini membawa berkas lain di dalamnya. Pilih PDF asli dari SIAK.</translation>
    </message>
    <message>
        <source>This PDF is a form that can still be filled in (XFA). Choose the PDF just as SIAK made it.</source>
        <translation>PDF ini formulir yang masih dapat diisi (XFA). Pilih PDF asli dari SIAK.</translation>
    </message>
    <message>
        <source>This PDF takes a part of its content from another file. Choose the PDF just as SIAK made it.</source>
        <translation>Sebagian isi PDF ini diambil dari berkas lain. Pilih PDF asli dari SIAK.</translation>
    </message>
    <message>
        <source>This PDF has layers that can be hidden. Choose the PDF just as SIAK made it.</source>
        <translation>PDF ini mempunyai lapisan yang dapat disembunyikan. Pilih PDF asli dari SIAK.</translation>
    </message>
    <message>
        <source>This PDF is certified against changes, so that it could not be signed here. Make it in SIAK without a certification.</source>
        <translation>PDF ini dikunci dengan sertifikasi sehingga tidak dapat ditandatangani di sini. Buat di SIAK tanpa sertifikasi.</translation>
    </message>
    <message>
        <source>This PDF is signed already. Choose the one without a signature.</source>
        <translation>PDF ini sudah ditandatangani. Pilih yang belum bertanda tangan.</translation>
    </message>
    <message>
        <source>This PDF cannot be signed electronically later. Make it in SIAK once more.</source>
        <translation>PDF ini nanti tidak dapat ditandatangani secara elektronik. Buat sekali lagi di SIAK.</translation>
    </message>
</context>
<context>
    <name>sipenduduk::ActDialog</name>
    <message>
        <source>Cancel</source>
        <translation>Batal</translation>
    </message>
</context>
<context>
    <name>sipenduduk::ActionBar</name>
    <message>
        <source>%1: %2</source>
        <extracomment>An action and the dokumen that it moves: &quot;Card is ready for pick-up: KIA&quot;.</extracomment>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>sipenduduk::ActionFlow</name>
    <message>
        <source>This is not your password. Type it again.</source>
        <translation>Ini bukan kata sandi Anda. Ketik kembali.</translation>
    </message>
</context>
<context>
    <name>sipenduduk::AddressDialog</name>
    <message>
        <source>Send again</source>
        <translation>Kirim ulang</translation>
    </message>
    <message>
        <source>The mail to %1 came back.</source>
        <translation>E-mail ke %1 kembali.</translation>
    </message>
</context>
<context>
    <name>sipenduduk::BerkasModel</name>
    <message>
        <source>%1 (one of several)</source>
        <extracomment>One of several papers of which at least one is needed.</extracomment>
        <translation>%1 (salah satu)</translation>
    </message>
    <message>
        <source>Requirement</source>
        <translation>Persyaratan</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>Hasil</translation>
    </message>
    <message>
        <source>%1 (not needed)</source>
        <translation>%1 (tidak diperlukan)</translation>
    </message>
</context>
<context>
    <name>sipenduduk::BerkasPanel</name>
    <message>
        <source>Questions</source>
        <translation>Pertanyaan</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Questions ✓</source>
        <translation>Pertanyaan ✓</translation>
    </message>
    <message numerus="yes">
        <source>Questions (%n open)</source>
        <translation>
            <numerusform>Pertanyaan (%n terbuka)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sipenduduk::BerkasViewer</name>
    <message>
        <source>Pages of the berkas</source>
        <translation>Halaman berkas</translation>
    </message>
    <message>
        <source>Opening the berkas …</source>
        <translation>Membuka berkas …</translation>
    </message>
</context>
<context>
    <name>sipenduduk::ConnectionBanner</name>
    <message>
        <source>Try now</source>
        <translation>Coba sekarang</translation>
    </message>
    <message>
        <source>%1 What you type is kept, and what you asked for is sent as soon as the line is back. It is tried again by itself.</source>
        <extracomment>%1 is the reason, a sentence.</extracomment>
        <translation>%1 Yang Anda ketik tetap tersimpan di layar, dan yang Anda minta dikirim begitu sambungan pulih. Penyambungan dicoba lagi dengan sendirinya.</translation>
    </message>
</context>
<context>
    <name>sipenduduk::DataPanel</name>
    <message numerus="yes">
        <source>%n error(s) to mend</source>
        <translation>
            <numerusform>%n kesalahan harus diperbaiki</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n warning(s): a reason is needed</source>
        <translation>
            <numerusform>%n peringatan: perlu alasan</numerusform>
        </translation>
    </message>
    <message>
        <source>No errors in the data</source>
        <translation>Tidak ada kesalahan dalam data</translation>
    </message>
    <message numerus="yes">
        <source>%n warning(s), accepted with a reason</source>
        <translation>
            <numerusform>%n peringatan, diterima dengan alasan</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sipenduduk::DefectModel</name>
    <message>
        <source>What</source>
        <translation>Yang mana</translation>
    </message>
    <message>
        <source>Defect</source>
        <translation>Kekurangan</translation>
    </message>
    <message>
        <source>How to mend it</source>
        <translation>Cara memperbaiki</translation>
    </message>
</context>
<context>
    <name>sipenduduk::DokumenModel</name>
    <message>
        <source>No draft yet</source>
        <translation>Belum ada draf</translation>
    </message>
    <message>
        <source>Draft %1, from SIAK</source>
        <translation>Draf %1, dari SIAK</translation>
    </message>
    <message>
        <source>Draft %1</source>
        <translation>Draf %1</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <extracomment>Pages that the officer was shown, of all pages.</extracomment>
        <translation>%1 dari %2</translation>
    </message>
    <message>
        <source>%1: %2, %3</source>
        <translation>%1: %2, %3</translation>
    </message>
    <message>
        <source>Dokumen</source>
        <translation>Dokumen</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Keadaan</translation>
    </message>
    <message>
        <source>Paraf</source>
        <translation>Paraf</translation>
    </message>
    <message>
        <source>Pages seen</source>
        <extracomment>Column: pages of the draft that you were shown.</extracomment>
        <translation>Halaman dilihat</translation>
    </message>
    <message>
        <source>Kasi</source>
        <translation>Kasi</translation>
    </message>
    <message>
        <source>Kabid</source>
        <translation>Kabid</translation>
    </message>
</context>
<context>
    <name>sipenduduk::DraftPreview</name>
    <message>
        <source>Pages of the draft</source>
        <translation>Halaman draf</translation>
    </message>
    <message>
        <source>Opening the document …</source>
        <translation>Membuka dokumen …</translation>
    </message>
</context>
<context>
    <name>sipenduduk::DraftsPanel</name>
    <message>
        <source>This file cannot be read.</source>
        <translation>Berkas ini tidak dapat dibaca.</translation>
    </message>
    <message>
        <source>There is no dokumen yet. The drafts are made after the entry of the data.</source>
        <translation>Belum ada dokumen. Draf dibuat setelah data dientri.</translation>
    </message>
    <message>
        <source>This dokumen has no draft yet.</source>
        <translation>Dokumen ini belum memiliki draf.</translation>
    </message>
    <message>
        <source>Fetching the document …</source>
        <translation>Mengambil dokumen …</translation>
    </message>
    <message>
        <source>PDF that SIAK made</source>
        <translation>PDF buatan SIAK</translation>
    </message>
    <message>
        <source>PDF files (*.pdf)</source>
        <translation>Berkas PDF (*.pdf)</translation>
    </message>
</context>
<context>
    <name>sipenduduk::FieldRow</name>
    <message>
        <source>%1, row %2, %3: %4</source>
        <translation>%1, baris %2, %3: %4</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>A level (Error, Warning, Remark) and what was found.</extracomment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Copy this value</source>
        <translation>Salin isian ini</translation>
    </message>
    <message>
        <source>Copy the value of %1</source>
        <translation>Salin isian %1</translation>
    </message>
    <message>
        <source>%1 *</source>
        <extracomment>Label of a field that must be filled in.</extracomment>
        <translation>%1 *</translation>
    </message>
</context>
<context>
    <name>sipenduduk::KartuKendaliModel</name>
    <message>
        <source>No.</source>
        <extracomment>Column: number of the line.</extracomment>
        <translation>No.</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Waktu</translation>
    </message>
    <message>
        <source>Kind</source>
        <extracomment>Column: what kind of line it is: handed over, taken over, paraf …</extracomment>
        <translation>Jenis</translation>
    </message>
    <message>
        <source>Step</source>
        <extracomment>Column: what was done.</extracomment>
        <translation>Langkah</translation>
    </message>
    <message>
        <source>Officer</source>
        <translation>Petugas</translation>
    </message>
    <message>
        <source>Duty</source>
        <translation>Tugas</translation>
    </message>
    <message>
        <source>To / from</source>
        <extracomment>Column: to whom it was handed, or from whom it was taken over.</extracomment>
        <translation>Kepada / dari</translation>
    </message>
    <message>
        <source>Dokumen</source>
        <translation>Dokumen</translation>
    </message>
    <message>
        <source>Draft</source>
        <extracomment>Column: first digits of the hash of the draft.</extracomment>
        <translation>Draf</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Catatan</translation>
    </message>
    <message>
        <source>SHA-256 of the draft: %1</source>
        <translation>SHA-256 draf: %1</translation>
    </message>
    <message>
        <source>State after it: %1</source>
        <translation>Status setelahnya: %1</translation>
    </message>
</context>
<context>
    <name>sipenduduk::KartuKendaliView</name>
    <message numerus="yes">
        <source>%n lines, oldest first</source>
        <translation>
            <numerusform>%n baris, yang terlama di atas</numerusform>
        </translation>
    </message>
    <message>
        <source>Save the kartu kendali as a PDF</source>
        <translation>Simpan kartu kendali sebagai PDF</translation>
    </message>
    <message>
        <source>Save the kartu kendali for checking</source>
        <translation>Simpan kartu kendali untuk diperiksa</translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation>PDF (*.pdf)</translation>
    </message>
    <message>
        <source>Sealed kartu kendali (*.json)</source>
        <translation>Kartu kendali bersegel (*.json)</translation>
    </message>
    <message>
        <source>Saved as %1</source>
        <translation>Disimpan sebagai %1</translation>
    </message>
    <message>
        <source>The kartu kendali was sent to the printer.</source>
        <translation>Kartu kendali sudah dikirim ke pencetak.</translation>
    </message>
    <message>
        <source>Getting the kartu kendali from the office…</source>
        <translation>Mengambil kartu kendali dari dinas…</translation>
    </message>
    <message>
        <source>The file or the printer cannot be written to.</source>
        <translation>Berkas atau pencetak tidak dapat ditulisi.</translation>
    </message>
</context>
<context>
    <name>sipenduduk::KeyChooser</name>
    <message>
        <source>%1 – %2, valid until %3</source>
        <extracomment>%1 is a person, %2 the name of a token, %3 a date</extracomment>
        <translation>%1 – %2, berlaku sampai %3</translation>
    </message>
    <message>
        <source>This file is no driver of a token (PKCS#11), or it does not start. Choose the one that was installed with the token.</source>
        <translation>Berkas ini bukan driver token (PKCS#11) atau tidak dapat dijalankan. Pilih yang terpasang bersama perangkat lunak token.</translation>
    </message>
    <message>
        <source>The driver of the token is not on this computer. Install the token&apos;s software, or choose another driver.</source>
        <translation>Driver token tidak ada di komputer ini. Pasang perangkat lunak token, atau pilih driver lain.</translation>
    </message>
    <message>
        <source>No token is seen. Plug it in, or put the card into the reader.</source>
        <translation>Token belum terlihat. Pasang token, atau masukkan kartu ke pembaca.</translation>
    </message>
    <message>
        <source>There is no certificate for signatures on this token.</source>
        <translation>Tidak ada sertifikat tanda tangan di token ini.</translation>
    </message>
    <message>
        <source>Key file</source>
        <translation>Berkas kunci</translation>
    </message>
    <message>
        <source>Key files (*.p12 *.pfx)</source>
        <translation>Berkas kunci (*.p12 *.pfx)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Semua berkas (*)</translation>
    </message>
    <message>
        <source>Driver of the token (PKCS#11)</source>
        <translation>Driver token (PKCS#11)</translation>
    </message>
    <message>
        <source>Drivers (*.so)</source>
        <translation>Driver (*.so)</translation>
    </message>
    <message>
        <source>Looking for tokens …</source>
        <translation>Mencari token …</translation>
    </message>
    <message>
        <source>A wrong PIN was given before. Few tries are left before the token locks.</source>
        <translation>PIN pernah salah. Kesempatan tinggal sedikit sebelum token terkunci.</translation>
    </message>
    <message>
        <source>Only one try is left. After another wrong PIN the token is locked.</source>
        <translation>Kesempatan tinggal satu kali. Bila PIN salah lagi, token terkunci.</translation>
    </message>
    <message>
        <source>The token is locked after too many wrong PINs. Unlock it with its PUK in the token&apos;s own software, or ask whoever issued it.</source>
        <translation>Token terkunci karena PIN terlalu sering salah. Buka dengan PUK lewat perangkat lunak token itu, atau tanyakan kepada penerbitnya.</translation>
    </message>
    <message>
        <source>You will type the PIN on the reader itself.</source>
        <translation>PIN diketik di pembaca kartu.</translation>
    </message>
</context>
<context>
    <name>sipenduduk::LoginWindow</name>
    <message>
        <source>The user name or the password is not right.</source>
        <translation>Nama pengguna atau kata sandi salah.</translation>
    </message>
    <message>
        <source>File with the office&apos;s CA certificate</source>
        <translation>Berkas sertifikat CA dinas</translation>
    </message>
    <message>
        <source>Certificates (*.pem *.crt)</source>
        <translation>Sertifikat (*.pem *.crt)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Semua berkas (*)</translation>
    </message>
    <message>
        <source>Logging in…</source>
        <translation>Sedang masuk…</translation>
    </message>
    <message>
        <source>Log in</source>
        <translation>Masuk</translation>
    </message>
</context>
<context>
    <name>sipenduduk::MainWindow</name>
    <message>
        <source>No duty</source>
        <translation>Tanpa tugas</translation>
    </message>
    <message>
        <source>Permohonan</source>
        <translation>Permohonan</translation>
    </message>
    <message>
        <source>SIPENDUDUK – %1</source>
        <extracomment>Title of the window: %1 says which page is shown; no personal data stands there.</extracomment>
        <translation>SIPENDUDUK – %1</translation>
    </message>
    <message numerus="yes">
        <source>Type at least %n characters to search.</source>
        <translation>
            <numerusform>Ketik paling sedikit %n karakter untuk mencari.</numerusform>
        </translation>
    </message>
    <message>
        <source>Unsaved work</source>
        <translation>Pekerjaan belum disimpan</translation>
    </message>
    <message>
        <source>Something you typed was not saved yet. Leave this permohonan and lose it?</source>
        <translation>Ada yang Anda ketik dan belum disimpan. Tinggalkan permohonan ini dan buang yang diketik?</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>Tinggalkan</translation>
    </message>
    <message>
        <source>Stay</source>
        <translation>Tetap di sini</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Pintasan papan ketik</translation>
    </message>
    <message>
        <source>&lt;table cellpadding=&apos;4&apos;&gt;&lt;tr&gt;&lt;td&gt;&lt;b&gt;Ctrl+1 … Ctrl+9&lt;/b&gt;&lt;/td&gt;&lt;td&gt;Show a list&lt;/td&gt;&lt;/tr&gt;&lt;tr&gt;&lt;td&gt;&lt;b&gt;Ctrl+PgUp, Ctrl+PgDown&lt;/b&gt;&lt;/td&gt;&lt;td&gt;List before, next list&lt;/td&gt;&lt;/tr&gt;&lt;tr&gt;&lt;td&gt;&lt;b&gt;Enter&lt;/b&gt;&lt;/td&gt;&lt;td&gt;Open the selected permohonan&lt;/td&gt;&lt;/tr&gt;&lt;tr&gt;&lt;td&gt;&lt;b&gt;F5&lt;/b&gt;&lt;/td&gt;&lt;td&gt;Load the list again&lt;/td&gt;&lt;/tr&gt;&lt;tr&gt;&lt;td&gt;&lt;b&gt;Ctrl+F&lt;/b&gt;&lt;/td&gt;&lt;td&gt;Search&lt;/td&gt;&lt;/tr&gt;&lt;tr&gt;&lt;td&gt;&lt;b&gt;Ctrl+Shift+C&lt;/b&gt;&lt;/td&gt;&lt;td&gt;Copy the number&lt;/td&gt;&lt;/tr&gt;&lt;tr&gt;&lt;td&gt;&lt;b&gt;Ctrl+Enter&lt;/b&gt;&lt;/td&gt;&lt;td&gt;Add the note&lt;/td&gt;&lt;/tr&gt;&lt;tr&gt;&lt;td&gt;&lt;b&gt;Ctrl+Q&lt;/b&gt;&lt;/td&gt;&lt;td&gt;Quit&lt;/td&gt;&lt;/tr&gt;&lt;/table&gt;</source>
        <translation>&lt;table cellpadding=&apos;4&apos;&gt;&lt;tr&gt;&lt;td&gt;&lt;b&gt;Ctrl+1 … Ctrl+9&lt;/b&gt;&lt;/td&gt;&lt;td&gt;Tampilkan sebuah daftar&lt;/td&gt;&lt;/tr&gt;&lt;tr&gt;&lt;td&gt;&lt;b&gt;Ctrl+PgUp, Ctrl+PgDown&lt;/b&gt;&lt;/td&gt;&lt;td&gt;Daftar sebelumnya, daftar berikutnya&lt;/td&gt;&lt;/tr&gt;&lt;tr&gt;&lt;td&gt;&lt;b&gt;Enter&lt;/b&gt;&lt;/td&gt;&lt;td&gt;Buka permohonan yang dipilih&lt;/td&gt;&lt;/tr&gt;&lt;tr&gt;&lt;td&gt;&lt;b&gt;F5&lt;/b&gt;&lt;/td&gt;&lt;td&gt;Muat ulang daftar&lt;/td&gt;&lt;/tr&gt;&lt;tr&gt;&lt;td&gt;&lt;b&gt;Ctrl+F&lt;/b&gt;&lt;/td&gt;&lt;td&gt;Cari&lt;/td&gt;&lt;/tr&gt;&lt;tr&gt;&lt;td&gt;&lt;b&gt;Ctrl+Shift+C&lt;/b&gt;&lt;/td&gt;&lt;td&gt;Salin nomor&lt;/td&gt;&lt;/tr&gt;&lt;tr&gt;&lt;td&gt;&lt;b&gt;Ctrl+Enter&lt;/b&gt;&lt;/td&gt;&lt;td&gt;Tambah catatan&lt;/td&gt;&lt;/tr&gt;&lt;tr&gt;&lt;td&gt;&lt;b&gt;Ctrl+Q&lt;/b&gt;&lt;/td&gt;&lt;td&gt;Tutup program&lt;/td&gt;&lt;/tr&gt;&lt;/table&gt;</translation>
    </message>
    <message>
        <source>About SIPENDUDUK</source>
        <translation>Tentang SIPENDUDUK</translation>
    </message>
    <message>
        <source>SIPENDUDUK %1
Desk of the civil registration office.
Free software under the GPL, version 3 or later.</source>
        <translation>SIPENDUDUK %1
Meja kerja dinas kependudukan dan pencatatan sipil.
Perangkat lunak bebas berlisensi GPL versi 3 atau yang lebih baru.</translation>
    </message>
</context>
<context>
    <name>sipenduduk::NotesModel</name>
    <message>
        <source>%1, %2 – %3
%4</source>
        <extracomment>A note in the list: %1 officer, %2 duty, %3 time; %4 on lines of its own is the text.</extracomment>
        <translation>%1, %2 – %3
%4</translation>
    </message>
</context>
<context>
    <name>sipenduduk::NotesView</name>
    <message>
        <source>%1 of %2 characters</source>
        <translation>%1 dari %2 karakter</translation>
    </message>
</context>
<context>
    <name>sipenduduk::PageBar</name>
    <message>
        <source>Page %1 of %2</source>
        <translation>Hal. %1 dari %2</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
</context>
<context>
    <name>sipenduduk::PageView</name>
    <message>
        <source>This page cannot be shown: it is broken.</source>
        <translation>Halaman ini tidak dapat ditampilkan: rusak.</translation>
    </message>
</context>
<context>
    <name>sipenduduk::PasswordDialog</name>
    <message>
        <source>Give paraf</source>
        <translation>Beri paraf</translation>
    </message>
</context>
<context>
    <name>sipenduduk::PermohonanHeader</name>
    <message>
        <source>%1 · submitted on %2</source>
        <translation>%1 · diajukan %2</translation>
    </message>
    <message>
        <source>%1 · with: %2</source>
        <extracomment>State of the permohonan, and the duty that holds it.</extracomment>
        <translation>%1 · dipegang: %2</translation>
    </message>
    <message>
        <source>This step: %1, the SOP allows %2: late</source>
        <translation>Langkah ini: %1, SOP mengizinkan %2: terlambat</translation>
    </message>
    <message>
        <source>This step: %1, the SOP allows %2</source>
        <translation>Langkah ini: %1, SOP mengizinkan %2</translation>
    </message>
    <message>
        <source>%1 · open at: %2</source>
        <extracomment>State of the permohonan, and the officer who has it on his screen.</extracomment>
        <translation>%1 · dibuka oleh: %2</translation>
    </message>
</context>
<context>
    <name>sipenduduk::PermohonanPage</name>
    <message>
        <source>Unsaved work</source>
        <translation>Pekerjaan belum disimpan</translation>
    </message>
    <message>
        <source>Something that you typed or judged is not saved yet.</source>
        <translation>Ada yang Anda ketik atau nilai dan belum disimpan.</translation>
    </message>
    <message>
        <source>Save and go back</source>
        <translation>Simpan dan kembali</translation>
    </message>
    <message>
        <source>Go back without saving</source>
        <translation>Kembali tanpa menyimpan</translation>
    </message>
    <message>
        <source>Stay</source>
        <translation>Tetap di sini</translation>
    </message>
    <message>
        <source>Drafts</source>
        <translation>Draf</translation>
    </message>
    <message>
        <source>Kartu kendali</source>
        <translation>Kartu kendali</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Catatan</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Coba lagi</translation>
    </message>
    <message>
        <source>Opening the permohonan …</source>
        <translation>Membuka permohonan …</translation>
    </message>
    <message>
        <source>This program does not know the service %1. It must be updated.</source>
        <translation>Program ini tidak mengenal layanan %1. Program harus diperbarui.</translation>
    </message>
    <message>
        <source>Next permohonan</source>
        <translation>Permohonan berikutnya</translation>
    </message>
    <message>
        <source>Done. This permohonan is now: %1.</source>
        <translation>Selesai. Status permohonan ini sekarang: %1.</translation>
    </message>
    <message>
        <source>Another officer changed this permohonan in the meantime. It was loaded again; what you typed is still here. Look at it and repeat the step.</source>
        <translation>Petugas lain sudah mengubah permohonan ini. Permohonan dimuat ulang; yang Anda ketik masih ada. Periksa lalu ulangi langkahnya.</translation>
    </message>
    <message>
        <source>One of the drafts cannot be made from these data, such as a family card whose members only SIAK knows. Upload the PDF that SIAK made for it, then make the drafts of the others.</source>
        <translation>Salah satu draf tidak dapat dibuat dari data ini, misalnya KK yang anggotanya hanya diketahui SIAK. Unggah PDF buatan SIAK untuk dokumen itu, lalu buat draf dokumen lainnya.</translation>
    </message>
    <message>
        <source>%1 was not done. %2</source>
        <extracomment>An action that failed, and why.</extracomment>
        <translation>%1 tidak terlaksana. %2</translation>
    </message>
    <message>
        <source>Nothing was uploaded here.</source>
        <translation>Tidak ada yang diunggah di sini.</translation>
    </message>
    <message>
        <source>Fetching the berkas …</source>
        <translation>Mengambil berkas …</translation>
    </message>
    <message>
        <source>There is no line to the office at the moment.</source>
        <translation>Saat ini tidak ada sambungan ke dinas.</translation>
    </message>
    <message>
        <source>%1 has this permohonan open.</source>
        <translation>%1 sedang membuka permohonan ini.</translation>
    </message>
    <message>
        <source>The office is working on it.</source>
        <translation>Sedang diproses server dinas.</translation>
    </message>
    <message numerus="yes">
        <source>%n page(s) of the drafts were not shown to you yet.</source>
        <translation>
            <numerusform>%n halaman draf belum ditampilkan kepada Anda.</numerusform>
        </translation>
    </message>
    <message>
        <source>Add the note that you were writing, or delete it.</source>
        <translation>Tambahkan catatan yang sedang Anda tulis, atau hapus.</translation>
    </message>
    <message>
        <source>You have received it already.</source>
        <translation>Anda sudah menerimanya.</translation>
    </message>
    <message>
        <source>Say why the warnings about the data are accepted.</source>
        <translation>Tulis alasan peringatan pada data diterima.</translation>
    </message>
    <message>
        <source>Make the drafts of the present data first (Ctrl+D).</source>
        <translation>Buat draf dari data yang sekarang dahulu (Ctrl+D).</translation>
    </message>
</context>
<context>
    <name>sipenduduk::PracticeBanner</name>
    <message>
        <source>PRACTICE MODE – documents made here are not valid</source>
        <extracomment>Striking stripe on every screen of an office that only practises.</extracomment>
        <translation>MODE LATIHAN – dokumen yang dibuat di sini tidak berlaku</translation>
    </message>
</context>
<context>
    <name>sipenduduk::QuestionsPanel</name>
    <message>
        <source>The answers agree with the berkas (Alt+0)</source>
        <translation>Jawaban sesuai dengan berkas (Alt+0)</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Ya</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Tidak</translation>
    </message>
    <message>
        <source>Yes: %1</source>
        <translation>Ya: %1</translation>
    </message>
    <message>
        <source>No: %1</source>
        <translation>Tidak: %1</translation>
    </message>
</context>
<context>
    <name>sipenduduk::QueueModel</name>
    <message>
        <source>Number</source>
        <translation>Nomor</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Layanan</translation>
    </message>
    <message>
        <source>Applicant</source>
        <translation>Pemohon</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Submitted on</source>
        <extracomment>Column: when the citizen sent the application.</extracomment>
        <translation>Diajukan pada</translation>
    </message>
    <message>
        <source>Waiting for</source>
        <extracomment>Column: for how long it has been with its present holder.</extracomment>
        <translation>Menunggu</translation>
    </message>
    <message>
        <source>Time left</source>
        <extracomment>Column: time that the SOP leaves for the present step.</extracomment>
        <translation>Sisa waktu</translation>
    </message>
    <message>
        <source>Opened by</source>
        <extracomment>Column: the officer who has it open.</extracomment>
        <translation>Dibuka oleh</translation>
    </message>
    <message>
        <source>%1 (returned)</source>
        <extracomment>%1 is a status; shown for a permohonan that came back from a later step.</extracomment>
        <translation>%1 (dikembalikan)</translation>
    </message>
    <message>
        <source>Late by %1</source>
        <translation>Terlambat %1</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>%1 lagi</translation>
    </message>
    <message>
        <source>Since %1</source>
        <translation>Sejak %1</translation>
    </message>
    <message>
        <source>Working time of the SOP ends on %1</source>
        <translation>Waktu kerja menurut SOP berakhir %1</translation>
    </message>
    <message>
        <source>The SOP sets no time for this step.</source>
        <translation>SOP tidak menetapkan waktu untuk langkah ini.</translation>
    </message>
</context>
<context>
    <name>sipenduduk::QueuePage</name>
    <message>
        <source>Try again</source>
        <translation>Coba lagi</translation>
    </message>
    <message>
        <source>Number %1 copied</source>
        <translation>Nomor %1 disalin</translation>
    </message>
    <message>
        <source>Loading…</source>
        <translation>Memuat…</translation>
    </message>
    <message numerus="yes">
        <source>First %n permohonan shown</source>
        <translation>
            <numerusform>%n permohonan pertama ditampilkan</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n permohonan</source>
        <translation>
            <numerusform>%n permohonan</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sipenduduk::ReasonDialog</name>
    <message>
        <source>The applicant reads this reason in the e-mail. A rejected permohonan is closed for good.</source>
        <translation>Pemohon membaca alasan ini dalam e-mail. Permohonan yang ditolak ditutup selamanya.</translation>
    </message>
    <message>
        <source>The colleague who takes it over reads this reason.</source>
        <translation>Rekan yang menerimanya membaca alasan ini.</translation>
    </message>
</context>
<context>
    <name>sipenduduk::ReturnDialog</name>
    <message>
        <source>The applicant gets an e-mail with this list and renews exactly what stands in it.</source>
        <translation>Pemohon menerima e-mail berisi daftar ini dan memperbarui tepat yang tertulis di dalamnya.</translation>
    </message>
    <message>
        <source>The colleague who takes it over sees this list and mends what stands in it.</source>
        <translation>Rekan yang menerimanya melihat daftar ini dan memperbaiki yang tertulis di dalamnya.</translation>
    </message>
    <message>
        <source>Draft: %1</source>
        <translation>Draf: %1</translation>
    </message>
    <message>
        <source>Data: %1</source>
        <translation>Data: %1</translation>
    </message>
    <message>
        <source>Berkas: %1</source>
        <translation>Berkas: %1</translation>
    </message>
    <message>
        <source>Something else</source>
        <translation>Hal lain</translation>
    </message>
</context>
<context>
    <name>sipenduduk::SideBar</name>
    <message>
        <source>Shows this list (%1).</source>
        <translation>Menampilkan daftar ini (%1).</translation>
    </message>
    <message>
        <source>%1 permohonan</source>
        <translation>%1 permohonan</translation>
    </message>
</context>
<context>
    <name>sipenduduk::SigningDialog</name>
    <message>
        <source>%1
Issued by %2, valid from %3 until %4</source>
        <translation>%1
Diterbitkan oleh %2, berlaku %3 sampai %4</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Nomor</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Layanan</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Keadaan</translation>
    </message>
    <message>
        <source>Not signed yet</source>
        <translation>Belum ditandatangani</translation>
    </message>
    <message>
        <source>Asking the office for the registered certificate …</source>
        <translation>Menanyakan sertifikat terdaftar kepada dinas …</translation>
    </message>
    <message>
        <source>Signed</source>
        <translation>Ditandatangani</translation>
    </message>
    <message>
        <source>Not signed</source>
        <translation>Tidak ditandatangani</translation>
    </message>
    <message numerus="yes">
        <source>%n dokumen of this permohonan get the signature.</source>
        <translation>
            <numerusform>%n dokumen permohonan ini akan ditandatangani.</numerusform>
        </translation>
    </message>
    <message>
        <source>The office has no certificate registered for you. Ask the administrator to register it.</source>
        <translation>Dinas belum mencatat sertifikat atas nama Anda. Mintalah administrator mendaftarkannya.</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Hentikan</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Tutup</translation>
    </message>
    <message>
        <source>Being signed …</source>
        <translation>Sedang ditandatangani …</translation>
    </message>
    <message>
        <source>Taken out</source>
        <translation>Dikeluarkan</translation>
    </message>
    <message>
        <source>This PIN has served as long as the office allows. Type it again to go on with the rest.</source>
        <translation>Batas satu kali PIN sudah tercapai. Ketik lagi untuk melanjutkan sisanya.</translation>
    </message>
    <message numerus="yes">
        <source>%n permohonan: %1</source>
        <translation>
            <numerusform>%n permohonan: %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n permohonan signed.</source>
        <translation>
            <numerusform>%n permohonan ditandatangani.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n permohonan not signed; they wait as before. Point at a line to see why.</source>
        <translation>
            <numerusform>%n permohonan belum ditandatangani dan tetap menunggu. Arahkan penunjuk ke baris untuk melihat sebabnya.</numerusform>
        </translation>
    </message>
    <message>
        <source>Save the list</source>
        <translation>Simpan daftar</translation>
    </message>
    <message>
        <source>Table (*.csv)</source>
        <translation>Tabel (*.csv)</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Waktu</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Alasan</translation>
    </message>
    <message>
        <source>Saved as %1</source>
        <translation>Disimpan sebagai %1</translation>
    </message>
    <message>
        <source>The list cannot be saved there. Choose another folder.</source>
        <translation>Daftar tidak dapat disimpan di situ. Pilih folder lain.</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Lanjutkan</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Jeda</translation>
    </message>
</context>
<context>
    <name>sipenduduk::SigningJob</name>
    <message>
        <source>Signing …</source>
        <translation>Menandatangani …</translation>
    </message>
    <message>
        <source>Opening the key …</source>
        <translation>Membuka kunci …</translation>
    </message>
    <message>
        <source>Asking the office …</source>
        <translation>Menanyakan kepada dinas …</translation>
    </message>
    <message>
        <source>Fetching the drafts …</source>
        <translation>Mengambil draf …</translation>
    </message>
    <message>
        <source>Handing the signatures to the office …</source>
        <translation>Menyerahkan tanda tangan kepada dinas …</translation>
    </message>
    <message>
        <source>%1 of %2: %3</source>
        <translation>%1 dari %2: %3</translation>
    </message>
</context>
<context>
    <name>sipenduduk::SigningModel</name>
    <message>
        <source>%1 of %2</source>
        <extracomment>pages seen of all pages</extracomment>
        <translation>%1 dari %2</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Nomor</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Layanan</translation>
    </message>
    <message>
        <source>Applicant</source>
        <translation>Pemohon</translation>
    </message>
    <message>
        <source>Waiting for</source>
        <translation>Menunggu</translation>
    </message>
    <message>
        <source>Pages seen</source>
        <translation>Halaman dilihat</translation>
    </message>
    <message>
        <source>Attention</source>
        <translation>Perhatian</translation>
    </message>
</context>
<context>
    <name>sipenduduk::SigningPage</name>
    <message>
        <source>Try again</source>
        <translation>Coba lagi</translation>
    </message>
    <message>
        <source>To be signed</source>
        <translation>Siap ditandatangani</translation>
    </message>
    <message>
        <source>&amp;Sign …</source>
        <translation>&amp;Tanda tangani …</translation>
    </message>
    <message numerus="yes">
        <source>&amp;Sign %n permohonan …</source>
        <translation>
            <numerusform>&amp;Tanda tangani %n permohonan …</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n dokumen get the signature.</source>
        <translation>
            <numerusform>%n dokumen akan ditandatangani.</numerusform>
        </translation>
    </message>
    <message>
        <source>Loading…</source>
        <translation>Memuat…</translation>
    </message>
    <message numerus="yes">
        <source>%n wait, %1 ready</source>
        <translation>
            <numerusform>%n menunggu, %1 siap</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The first %n that wait, %1 ready</source>
        <translation>
            <numerusform>%n pertama yang menunggu, %1 siap</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sipenduduk::StatusPanel</name>
    <message>
        <source>PRACTICE MODE</source>
        <translation>MODE LATIHAN</translation>
    </message>
    <message>
        <source>Server: %1</source>
        <translation>Server: %1</translation>
    </message>
</context>
<context>
    <name>sipenduduk::TableFieldEditor</name>
    <message>
        <source>Remove row</source>
        <translation>Hapus baris</translation>
    </message>
    <message>
        <source>Remove the chosen row</source>
        <translation>Hapus baris yang dipilih</translation>
    </message>
</context>
<context>
    <name>sipenduduk::TakerDialog</name>
    <message>
        <source>Hand over</source>
        <translation>Serahkan</translation>
    </message>
    <message>
        <source>%1 for %2</source>
        <translation>%1 untuk %2</translation>
    </message>
    <message>
        <source>Applicant in person</source>
        <translation>Pemohon sendiri</translation>
    </message>
    <message>
        <source>Husband or wife</source>
        <translation>Suami atau istri</translation>
    </message>
    <message>
        <source>Parent</source>
        <translation>Orang tua</translation>
    </message>
    <message>
        <source>Child</source>
        <translation>Anak</translation>
    </message>
    <message>
        <source>Other member of the family</source>
        <translation>Anggota keluarga lain</translation>
    </message>
    <message>
        <source>Proxy with letter F-1.07</source>
        <translation>Kuasa dengan surat F-1.07</translation>
    </message>
</context>
</TS>
