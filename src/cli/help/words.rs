//! The Indonesian texts of the command line: of commands, arguments and explained values.
//! They are printed in any locale, so all are ASCII.

mod export;

use super::{ArgumentWords, CommandWords, argument};

/// The paths of the records.
const PATHS: ArgumentWords =
    argument("paths", "BERKAS", "Berkas atau folder berisi catatan kunjungan; `-` membaca masukan standar");
/// Records with errors are no failure.
const PARTIAL: ArgumentWords = argument(
    "partial",
    "",
    "Kode keluarnya 0 walaupun ada kunjungan yang tidak disertakan karena kesalahan di dalamnya",
);
/// The output format.
const FORMAT: ArgumentWords = argument("format", "FORMAT", "Bentuk hasilnya");

/// The file to which records are added.
const ADD_FILE: ArgumentWords = argument(
    "file",
    "BERKAS",
    "Berkasnya; jika tidak disebut, `visits.yaml` atau `visits.yml` di folder ini. Berkas baru akan dibuat",
);
const ADD_VISIT: ArgumentWords = argument("visit", "ID", "Kunjungan yang dilengkapi: id atau judulnya");
const NEW_NAMES: ArgumentWords = argument(
    "new_names",
    "",
    "Tambahkan orang, organisasi, dan lokasi yang namanya mirip nama yang sudah dikenal sebagai catatan baru",
);
const DRY_RUN: ArgumentWords =
    argument("dry_run", "", "Tulis catatannya ke keluaran standar, tanpa mengubah apa pun");

/// The texts of each command, in the order of the help.
pub(super) const COMMANDS: &[CommandWords] = &[
    CommandWords {
        path: "",
        about: "Penjelajah kunjungan pelayanan publik di terminal: rutenya, orang-orangnya, dan ucapan mereka",
        more: "",
        after: "Contoh:
  lawat                                         ./visits.yaml, atau contoh bawaan
  lawat catatan/                                semua catatan dalam sebuah folder
  lawat search 'antrean siapa:ratna' catatan/   ucapan seseorang beserta kodenya
  lawat cite kota-a-kota-b#q1 catatan/          kutipan beserta atribusinya
  lawat export --format html -o kunjungan.html  halaman siap terbit
  lawat check catatan/                          masalah dalam catatan

Di dalam penjelajah, ? menampilkan semua tombol. Hasil ditulis ke keluaran standar, sedangkan pemberitahuan
ke keluaran kesalahan standar. Kode keluarnya 0 jika berhasil, 1 jika tidak ada yang ditemukan atau ada
kesalahan dalam data, dan 2 jika perintah tidak dapat dijalankan.",
        arguments: &[
            PATHS.more(
                "Jika tidak disebut: `visits.yaml` atau `visits.yml` di folder ini, atau contoh bawaan jika keduanya tidak ada.",
            ),
            argument("lang", "BAHASA", "Bahasa antarmuka (jika tidak disebut, mengikuti bahasa sistem)")
                .values(&[("id", "Bahasa Indonesia"), ("en", "Bahasa Inggris")]),
            argument("theme", "TEMA", "Warna penjelajah (jika tidak disebut, menyesuaikan latar terminal)"),
            argument("color", "KAPAN", "Kapan keluaran teks diberi warna").values(&[
                (
                    "auto",
                    "Di terminal yang mendukungnya, kecuali jika `NO_COLOR` atau `CLICOLOR=0` disetel; dengan `CLICOLOR_FORCE=1` di mana saja",
                ),
                ("always", "Juga ke berkas dan pipa"),
                ("never", "Tidak pernah"),
            ]),
            argument("fresh", "", "Mulai dari awal, bukan dari keadaan terakhir saat berkas yang sama ditinggalkan"),
            argument("no_cache", "", "Baca semua catatan dari awal, dan jangan simpan apa pun untuk lain kali"),
            argument(
                "plain",
                "",
                "Pakai percakapan dengan baris bernomor: tanpa layar penuh, tanpa warna, tidak ada yang digambar atau digeser",
            )
            .more(
                "Untuk pembaca layar, log, sambungan lambat, dan terminal di dalam editor; dipilih dengan sendirinya jika TERM bernilai dumb atau tidak disetel. Perintahnya boleh juga masuk lewat pipa.",
            ),
        ],
    },
    CommandWords {
        path: "search",
        about: "Cari kunjungan, lokasi, peserta, organisasi, dan pernyataan",
        more: "Semua kata yang dipisahkan spasi harus ada. Bisa juga: \"frasa persis\", 'persis, ^awalan, akhiran$, -tanpa, ini | itu, dan bidang seperti siapa:ratna, di:mpp, tgl:2024-03, jenis:kutipan (who: stop: date: type:).

Bidang yang ada: siapa: jabatan: tuanrumah: tamu: org: peran: di: kota: negara: jenistempat: kunjungan: status: tgl: jenis: topik: hasil: sumber: penulis: (who: post: host: visitor: org: role: stop: city: country: class: visit: status: date: type: topic: outcome: source: author:). Kata lain di depan titik dua dianggap teks biasa.

Tanggal ditulis 2024-03-12, 2024-03, 2024, 2023..2024, >2024-03-12, \"januari 2024\", Q1 2024, atau 12/3/2024 (hari lebih dahulu). Yang cocok ialah semua yang waktunya bersinggungan; yang belum pasti karena tanggalnya kurang jelas menyusul di bawah judul 'tanggalnya mungkin cocok'. tgl:=2024-03 hanya mengambil yang seluruhnya ada di dalamnya.

Kode keluarnya 0 jika ada yang ditemukan, 1 jika tidak ada atau ada kunjungan yang tidak disertakan karena kesalahan, dan 2 jika pencarian tidak dapat dilakukan.",
        after: "",
        arguments: &[
            argument("query", "KUERI", "Yang dicari; boleh diawali tanda hubung"),
            PATHS,
            PARTIAL,
            argument("kind", "JENIS", "Hanya hasil jenis ini; boleh diberikan beberapa kali"),
            argument(
                "limit",
                "JUMLAH",
                "Jumlah hasil paling banyak; 0 untuk semua yang cocok persis, termasuk yang tanggalnya mungkin cocok. Hasil yang mirip selalu dibatasi 100",
            ),
            FORMAT.values(&[
                ("text", "Untuk dibaca"),
                ("json", "Satu larik JSON"),
                ("jsonl", "Satu objek JSON per baris"),
                ("csv", "Tabel dengan baris judul"),
            ]),
        ],
    },
    CommandWords {
        path: "list",
        about: "Tampilkan daftar kunjungan, lokasi, orang, organisasi, atau pernyataan beserta id-nya, mulai dari kunjungan terbaru",
        more: "Kode keluarnya 0 jika ada isinya, 1 jika kosong atau ada kunjungan yang tidak disertakan karena kesalahan, dan 2 jika data tidak dapat dibaca.",
        after: "",
        arguments: &[
            PATHS,
            PARTIAL,
            argument(
                "kind",
                "JENIS",
                "Yang didaftar. Orang atau organisasi yang ada di beberapa kunjungan ditulis satu kali",
            ),
            FORMAT.values(&[
                ("text", "Untuk dibaca"),
                ("json", "Satu larik JSON"),
                ("jsonl", "Satu objek JSON per baris"),
            ]),
        ],
    },
    CommandWords {
        path: "show",
        about: "Tampilkan satu kunjungan, orang, organisasi, lokasi, atau pernyataan dengan semua yang diketahui tentangnya",
        more: "Kode keluarnya 0 jika ada, 1 jika tidak ada, beberapa catatan memakai id itu, atau ada kunjungan yang tidak disertakan karena kesalahan, dan 2 jika data tidak dapat dibaca.",
        after: "",
        arguments: &[
            argument(
                "id",
                "ID",
                "Id kunjungan atau orang, atau kode seperti id-kunjungan#id (`#` boleh ditulis `/` atau `:`)",
            ),
            PATHS,
            PARTIAL,
        ],
    },
    CommandWords {
        path: "cite",
        about: "Kutip sebuah pernyataan dengan pembicara, tanggal, dan sumbernya, sejauh disebut catatan",
        more: "Parafrasa tidak pernah diapit tanda kutip, terjemahan disebut sebagai terjemahan, dan yang tidak diketahui tidak ditulis. Kata-katanya tidak diubah; --lang menentukan bahasa bagian lainnya.

Kode keluarnya 0 jika ada, 1 jika tidak ada, bukan pernyataan, atau ada kunjungan yang tidak disertakan karena kesalahan, dan 2 jika data tidak dapat dibaca.",
        after: "Contoh:
  lawat cite balikpapan-pontianak-2026#q1
  lawat cite balikpapan-pontianak-2026#q1 --style bibtex >> sumber.bib
  lawat cite kota-a-kota-b#q1 catatan/ --style apa --lang en",
        arguments: &[
            argument(
                "id",
                "ID",
                "Kode pernyataan, id-kunjungan#id-pernyataan (`#` boleh ditulis `/` atau `:`), atau id-nya saja jika hanya satu pernyataan yang memakainya",
            ),
            PATHS,
            PARTIAL,
            argument("style", "GAYA", "Gaya pengutipan").values(&[
                ("press", "kutipan + atribusi"),
                ("text", "teks saja"),
                ("card", "kartu kutipan"),
                ("reference", "kode"),
                ("apa", "APA"),
                ("chicago", "Chicago"),
                ("markdown", "Markdown"),
                ("bibtex", "BibTeX"),
                ("ris", "RIS"),
                ("csl-json", "CSL-JSON"),
            ]),
            argument("translation", "BAHASA", "Pakai kata-kata terjemahannya ke bahasa ini, misalnya en"),
        ],
    },
    CommandWords {
        path: "stats",
        about: "Hitung kunjungan, orang, lokasi, atau pernyataan menurut kota, orang, tuan rumah, bulan, dan lain-lain",
        more: "Tanpa --count yang dihitung ialah pernyataan, atau kunjungan jika tidak ada pernyataan. Yang punya beberapa topik, tuan rumah, atau kota dihitung pada masing-masing, tetapi hanya sekali dalam jumlah seluruhnya; kota dan negara ialah milik lokasi, tuan rumah, dan tamu. Pernyataan atau lokasi tanpa tanggal masuk ke bulan lokasi atau kunjungannya, dan yang mungkin jatuh di beberapa bulan masuk ke tahunnya. Tahun dan bulan yang kosong ditulis dengan angka 0. Jika --by diberikan dua kali, hasilnya tabel silang.

Dengan --view keseluruhannya ditampilkan dengan cara lain: ikhtisar, garis waktu, peta, matriks dengan arsiran, atau perbandingan. --of dan --during membatasinya pada sebagian catatan. Dengan --format svg hasilnya gambar untuk laporan.

Kode keluarnya 0 jika penghitungan selesai, juga jika hasilnya kosong, 1 jika ada kunjungan yang tidak disertakan karena kesalahan, dan 2 jika tidak dapat dilakukan.",
        after: "Contoh:
  lawat stats --by month catatan/
  lawat stats --count visit --by city catatan/
  lawat stats --count visit --by host --by year --format csv catatan/
  lawat stats --view overview --during 2024..2025 catatan/
  lawat stats --view map --of id-kunjungan --format svg catatan/ > peta.svg
  lawat stats --view compare --by person --of ratna --of sari catatan/",
        arguments: &[
            PATHS,
            PARTIAL,
            argument("view", "TAMPILAN", "Yang ditampilkan").values(&[
                ("counts", "Jumlah menurut satu atau dua dasar"),
                ("overview", "Berapa, kapan, siapa, ke mana, tentang apa, dan apa yang belum tercatat"),
                ("timeline", "Waktu kunjungan; jika hanya satu kunjungan, hari dan jamnya"),
                ("map", "Letak lokasi kunjungan"),
                ("matrix", "Jumlah menurut dua dasar, dengan arsiran"),
                ("compare", "Beberapa nilai berdampingan"),
            ]),
            argument("count", "JENIS", "Yang dihitung").values(&[
                ("visit", "Kunjungan"),
                ("person", "Orang dan rombongan, masing-masing sekali walaupun ada di banyak kunjungan"),
                ("stop", "Lokasi kunjungan"),
                ("statement", "Pernyataan"),
            ]),
            argument("by", "DASAR", "Dasar barisnya; jika diberikan dua kali, dasar baris dan kolom").values(&[
                ("person", "Orang dan rombongan"),
                ("organization", "Organisasi"),
                ("host", "Organisasi tuan rumah, atau tuan rumahnya sendiri jika tidak ada"),
                ("visitor", "Organisasi tamu, atau tamunya sendiri jika tidak ada"),
                ("pair", "Setiap tamu dengan setiap tuan rumah"),
                ("stop", "Lokasi kunjungan"),
                ("city", "Kota"),
                ("country", "Negara"),
                ("year", "Tahun"),
                ("month", "Bulan"),
                ("topic", "Topik"),
                ("kind", "Jenis pernyataan dan orang, atau klasifikasi bagi yang lain"),
                ("classification", "Klasifikasi"),
                ("status", "Status"),
                ("visit", "Kunjungan"),
            ]),
            argument(
                "of",
                "NILAI",
                "Hanya catatan dengan nilai ini, menurut kunci atau namanya; milik --by yang pertama, atau milik kunjungan. Boleh diberikan beberapa kali",
            ),
            argument("during", "HARI", "Hanya catatan yang mungkin terjadi pada hari-hari ini: `2024`, `2024-03..2024-06`"),
            argument("top", "JUMLAH", "Jumlah baris paling banyak untuk setiap jenis"),
            FORMAT.values(&[
                ("text", "Tabel untuk dibaca, dengan batang di terminal"),
                ("json", "Satu larik JSON; untuk tabel silang dan tampilan lain satu objek"),
                ("csv", "Tabel dengan baris judul"),
                ("md", "Tabel Markdown"),
                ("svg", "Gambar dengan teks pengganti, untuk layar terang dan gelap serta untuk dicetak"),
            ]),
        ],
    },
    export::EXPORT,
    CommandWords {
        path: "check",
        about: "Periksa catatan kunjungan: semua masalah di semua berkas, dengan letak dan cara memperbaikinya",
        more: "Kode keluarnya 0 jika tidak ada kesalahan, 1 jika ada, dan 2 jika pemeriksaan tidak dapat dilakukan. Peringatan baru dihitung dengan --strict.",
        after: "",
        arguments: &[
            PATHS.more("Jika tidak disebut: `visits.yaml` atau `visits.yml` di folder ini."),
            argument("format", "FORMAT", "Format keluaran").values(&[
                ("full", "Dengan baris berkasnya, tanda di bawah letaknya, dan cara memperbaikinya"),
                ("concise", "Satu baris untuk masing-masing, diawali `berkas:baris:kolom` seperti yang dibaca editor"),
                ("json", "Satu larik JSON"),
            ]),
            argument("strict", "", "Peringatan ikut dihitung"),
            argument(
                "texts",
                "BERKAS",
                "Periksa apakah setiap kutipan ada dalam teks sumber ini, di antara tanda kutip. Satu berkas teks, atau beberapa",
            ),
            argument("explain", "KODE", "Jelaskan sebuah kode, misalnya bad-date, tanpa memeriksa"),
        ],
    },
    CommandWords {
        path: "draft",
        about: "Susun draf catatan dari teks artikel atau siaran pers: kutipan langsung, pembicara, lokasi, dan tanggal",
        more: "Hanya dengan aturan: teks yang sama selalu menghasilkan draf yang sama. Kutipan disalin huruf demi huruf, dengan nomor paragrafnya. Pembicara dicatat sebagai tersurat hanya bila artikel menyebut namanya di dekat kutipan. Yang belum pasti menjadi pertanyaan dalam komentar, `# ?`. Draf ditulis ke keluaran standar, untuk artikel berbahasa Indonesia dan Inggris.",
        after: "Contoh:
  lawat draft artikel.txt > visits.yaml       catatan untuk dilengkapi
  lawat check --text artikel.txt visits.yaml  membuktikan setiap kutipan
  lawat draft --into visits.yaml lagi.txt     menambahkan kunjungan; selebihnya berkas itu tidak berubah
  pdftotext laporan.pdf - | lawat draft -     dari masukan standar",
        arguments: &[
            argument("articles", "ARTIKEL", "Teks biasa, satu kunjungan untuk setiap berkas; `-` membaca masukan standar"),
            argument("into", "BERKAS", "Tambahkan kunjungannya ke berkas ini, alih-alih menulis catatan baru"),
        ],
    },
    CommandWords {
        path: "add",
        about: "Tambahkan kunjungan, lokasi, orang, atau pernyataan ke sebuah berkas: dengan tanya jawab, atau dengan opsi",
        more: "Di terminal, tanpa opsi isian, setiap jawaban langsung diperiksa, nama dilengkapi dari berkas itu, dan baris yang akan ditulis ditampilkan lebih dulu. Selain itu, opsi isianlah jawabannya. Bagian lain berkas itu tidak berubah satu bita pun. Beberapa nama atau topik dipisahkan titik koma.

Kode keluarnya 0 jika catatan ditulis, 1 jika tidak, yaitu setelah Ctrl-C atau jawaban tidak, dan 2 jika gagal.",
        after: "Contoh:
  lawat add visit                                  tanya jawab; visits.yaml dibuat jika belum ada
  lawat add statement catatan/2026.yaml
  lawat add statement --visit kota-a-kota-b --speaker 'Ratna K.' --text 'Satu pintu'
  lawat add person --name 'Ratna K.' --post 'Kepala MPP' --dry-run
  lawat add statement --text - < kutipan.txt       dari masukan standar",
        arguments: &[],
    },
    CommandWords {
        path: "add visit",
        about: "Tambahkan kunjungan",
        more: "",
        after: "",
        arguments: &[ADD_FILE, NEW_NAMES, DRY_RUN],
    },
    CommandWords {
        path: "add stop",
        about: "Tambahkan lokasi ke sebuah kunjungan",
        more: "",
        after: "",
        arguments: &[ADD_FILE, ADD_VISIT, NEW_NAMES, DRY_RUN],
    },
    CommandWords {
        path: "add person",
        about: "Tambahkan orang atau rombongan ke sebuah kunjungan",
        more: "",
        after: "",
        arguments: &[ADD_FILE, ADD_VISIT, NEW_NAMES, DRY_RUN],
    },
    CommandWords {
        path: "add statement",
        about: "Tambahkan pernyataan ke sebuah kunjungan",
        more: "",
        after: "",
        arguments: &[ADD_FILE, ADD_VISIT, NEW_NAMES, DRY_RUN],
    },
    CommandWords {
        path: "import",
        about: "Impor catatan dari tabel kantor (CSV, Excel, OpenDocument), hasil ekspor lawat, kalender, transkrip, dan JSON",
        more: "Satu baris tabel adalah satu kunjungan, lokasi, orang, pernyataan, atau catatan lain. Judul kolom dikenali dalam bahasa Indonesia dan Inggris; --dry-run menunjukkan arti setiap kolom, --map-out menuliskannya ke berkas untuk diubah, dan --map membaca berkas itu. Kolom yang tidak dikenal menjadi isian berawalan x-. Tanggal yang tidak terbaca tetap di date_text. Nama yang berbeda satu huruf atau gelarnya tidak pernah disatukan sendiri, hanya ditunjukkan. Setiap baris yang tidak diambil disebut nomor dan alasannya.

Masukan yang sama menghasilkan ID yang sama, sehingga impor kedua dengan --into memperbarui catatan.

Kode keluarnya 0 jika ada yang diimpor, 1 jika tidak ada atau sebagian bermasalah, 2 jika berkas tidak dapat dibaca atau ditulis.",
        after: "Contoh:
  lawat import --template kunjungan.xlsx         lembar kerja untuk diisi
  lawat import --dry-run rekap.xlsx              apa yang akan diimpor
  lawat import rekap.xlsx > visits.yaml          catatannya
  lawat import --map-out peta.toml rekap.xlsx    arti kolom, untuk diubah; lalu:
  lawat import --map peta.toml rekap.xlsx --into visits.yaml",
        arguments: &[
            argument("files", "BERKAS", "Berkas yang diimpor; `-` membaca masukan standar"),
            argument("format", "FORMAT", "Bentuk masukannya (jika tidak disebut, dikenali dari isinya)").values(&[
                ("csv", "Tabel sebagai teks: koma, titik koma, tab; UTF-8, UTF-16, atau Windows-1252"),
                ("xlsx", "Buku kerja Excel"),
                ("ods", "Lembar kerja OpenDocument"),
                ("json", "Hasil ekspor lawat, daftar orang dan organisasi Popolo, atau baris"),
                ("jsonl", "Satu kunjungan atau satu baris data di setiap baris"),
                ("ics", "Kalender"),
                ("akn", "Risalah dalam Akoma Ntoso"),
                ("tei", "Transkrip TEI, seperti ParlaMint"),
            ]),
            argument("map", "PETA", "Baca dari berkas ini arti setiap kolom, dan nama mana yang sama"),
            argument("map_out", "PETA", "Tulis arti kolom yang dikenali ke berkas ini, tanpa mengimpor"),
            argument(
                "into",
                "BERKAS",
                "Tambahkan ke berkas ini: yang baru ditambahkan, yang ID-nya sama diperbarui, selebihnya tidak berubah",
            ),
            argument("dry_run", "", "Tunjukkan apa yang akan diimpor, tanpa menulis apa pun"),
            argument("template", "BERKAS", "Tulis lembar untuk diisi ke berkas ini, .xlsx atau .csv, tanpa mengimpor"),
            argument("force", "", "Timpa berkas --template atau --map-out"),
        ],
    },
    CommandWords {
        path: "init",
        about: "Tulis catatan kecil berisi penjelasan sebagai awal, dalam bahasa yang dipilih; tidak pernah menimpa berkas",
        more: "Skema formatnya ditulis di sampingnya sebagai visits.schema.json, agar editor melengkapi dan memeriksa selagi Anda mengetik.",
        after: "",
        arguments: &[argument("file", "BERKAS", "Berkas yang dibuat")],
    },
    CommandWords {
        path: "keys",
        about: "Tampilkan daftar tombol penjelajah",
        more: "",
        after: "Contoh:
  lawat keys                    tombol penjelajah
  lawat keys --format md        sebagai halaman Markdown
  lawat --lang en keys          dalam bahasa Inggris",
        arguments: &[argument("format", "FORMAT", "Bentuk daftarnya").values(&[
            ("text", "Kolom-kolom untuk dibaca"),
            ("md", "Halaman Markdown dengan kata-kata kedua bahasa"),
        ])],
    },
    CommandWords {
        path: "config",
        about: "Tampilkan pengaturan, dan buat berkasnya",
        more: "Pengaturan berasal dari argumen, dari variabel lingkungan (`LAWAT_THEME` untuk `theme`), dan dari berkas: lawat/config.toml di folder pengaturan, ~/.config, atau berkas yang disebut `LAWAT_CONFIG`.",
        after: "Contoh:
  lawat config init             tulis berkas pengaturan berisi penjelasan
  lawat config show             pengaturan yang berlaku, dan asalnya
  LAWAT_KEYS='panes.search = [\"/\", \"ctrl-s\"]' lawat",
        arguments: &[],
    },
    CommandWords {
        path: "config path",
        about: "Tulis lokasi berkas pengaturan, ada ataupun tidak",
        more: "",
        after: "",
        arguments: &[],
    },
    CommandWords {
        path: "config show",
        about: "Tulis pengaturan yang berlaku sebagai TOML, dengan asalnya masing-masing; kode keluarnya 1 jika ada yang salah",
        more: "",
        after: "",
        arguments: &[],
    },
    CommandWords {
        path: "config init",
        about: "Tulis berkas pengaturan berisi penjelasan sebagai awal, dalam bahasa yang dipilih",
        more: "",
        after: "",
        arguments: &[argument("force", "", "Timpa berkas yang sudah ada")],
    },
    CommandWords {
        path: "cache",
        about: "Tampilkan folder cache, atau kosongkan",
        more: "Jika ukuran berkas seluruhnya lebih dari 2 MB, isinya disimpan di folder cache, biasanya ~/.cache/lawat, agar lain kali cepat terbuka. Simpanan itu hanya dipakai jika tidak satu bita pun berubah di berkasnya, dan dihapus setelah 90 hari. Untuk tidak memakainya: --no-cache, atau `cache = false` di pengaturan.",
        after: "Contoh:
  lawat cache path              foldernya, biasanya ~/.cache/lawat
  lawat cache clear             hapus isinya",
        arguments: &[],
    },
    CommandWords {
        path: "cache path",
        about: "Tulis letak foldernya, sudah ada atau belum",
        more: "",
        after: "",
        arguments: &[],
    },
    CommandWords {
        path: "cache clear",
        about: "Hapus isinya; catatan Anda tidak ikut terhapus",
        more: "",
        after: "",
        arguments: &[],
    },
    CommandWords {
        path: "schema",
        about: "Tulis JSON Schema format catatan, agar editor melengkapi dan memeriksa selagi Anda mengetik",
        more: "",
        after: "",
        arguments: &[],
    },
    CommandWords {
        path: "completions",
        about: "Tulis skrip pelengkapan argumen lawat untuk shell",
        more: "Yang dilengkapi: perintah, opsi, berkas, dan id catatan Anda, yaitu dari visits.yaml di folder ini atau dari contoh bawaan; dari berkas besar yang belum ada di cache, hanya yang paling depan. Untuk nushell, id tidak dilengkapi.",
        after: "Contoh:
  lawat completions bash > ~/.local/share/bash-completion/completions/lawat
  lawat completions zsh > ~/.zfunc/_lawat
  lawat completions fish > ~/.config/fish/completions/lawat.fish
  lawat completions powershell >> $PROFILE
  lawat completions nushell > ~/.config/nushell/completions/lawat.nu",
        arguments: &[argument("shell", "SHELL", "Shell yang dipakai")],
    },
    CommandWords {
        path: "demo",
        about: "Ikuti tur satu menit dengan contoh bawaan: penjelajah menunjukkan tombol yang perlu ditekan",
        more: "",
        after: "",
        arguments: &[],
    },
    CommandWords {
        path: "man",
        about: "Tulis halaman manual (berbahasa Inggris): lawat man | man -l -",
        more: "",
        after: "",
        arguments: &[],
    },
];
