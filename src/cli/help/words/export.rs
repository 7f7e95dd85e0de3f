//! The Indonesian texts of `lawat export`.

use super::{PARTIAL, PATHS};
use crate::cli::help::{CommandWords, argument};

/// The texts of the command.
pub(super) const EXPORT: CommandWords = CommandWords {
    path: "export",
    about: "Ekspor kunjungan: sebagai data, tabel, halaman siap terbit, atau kalender",
    more: "json memuat catatan seperti saat dimuat dan dapat dimuat kembali; csv punya satu tabel untuk setiap jenis catatan; html ialah satu halaman yang tidak memerlukan berkas lain; ics memuat satu acara untuk setiap kunjungan dan lokasi yang harinya diketahui; jsonld memakai istilah schema.org, yang tidak punya istilah untuk hasil, media, biaya, dan catatan penyusun; sql dimuat oleh psql, dan skema lawat di basis datanya dihapus lalu dibuat lagi; site ialah folder berisi halaman-halaman dengan pencarian, atau satu berkas jika nama keluarannya berakhiran .html; quotes dan briefing berupa HTML, atau Markdown jika nama keluarannya berakhiran .md.

Folder untuk situs harus baru, kosong, atau ditulis oleh ekspor sebelumnya; berkas lain tidak pernah diubah.

Dengan --query, yang diekspor hanya kunjungan yang cocok persis, bukan yang tanggalnya baru mungkin cocok; format yang mendaftar pernyataan hanya memuat pernyataan yang cocok. Jika yang cocok ialah lokasi, orang, atau judul, semua pernyataan kunjungan itu diekspor. Catatan dalam json dan jsonl selalu lengkap.

Kode keluarnya 0 jika sudah ditulis, 1 jika tidak ada yang dapat ditulis atau ada kunjungan yang tidak disertakan karena kesalahan, dan 2 jika tidak dapat ditulis.",
    after: "Contoh:
  lawat export --format csv > pernyataan.csv
  lawat export --format csv --table stops catatan/ --output lokasi.csv
  lawat export --format csv --bom --delimiter ';' --output pernyataan.csv
  lawat export --format xlsx --output kunjungan.xlsx catatan/
  lawat export --format html --output kunjungan.html --lang id
  lawat export --output kunjungan.html --lang id catatan/
  lawat export --format quotes --title 'Kata tamu' --select kunjungan#q3 --select kunjungan#q1 --output kutipan.md
  lawat export --format briefing --select kunjungan --output protokol.html
  lawat export --format site --output situs/ --base-url https://contoh.id/kunjungan/ catatan/
  lawat export --format ics catatan/ --output-dir kalender/
  lawat export --format sql catatan/ | psql -v ON_ERROR_STOP=1 -d kunjungan
  lawat export --format md --query 'antrean tgl:2024' catatan/",
    arguments: &[
        PATHS,
        PARTIAL,
        argument("format", "FORMAT", "Format ekspor; jika tidak disebut, menurut nama berkas keluaran").values(&[
            ("txt", "Lembar kutipan beserta sumbernya, sebagai teks"),
            ("json", "Catatan seperti saat dimuat, sebagai JSON"),
            ("jsonl", "Satu kunjungan per baris, sebagai JSON"),
            ("csv", "Satu tabel, untuk lembar kerja dan statistik"),
            ("xlsx", "Semua tabel, masing-masing satu lembar, untuk Excel dan sejenisnya"),
            ("md", "Satu halaman untuk setiap kunjungan, sebagai Markdown"),
            ("html", "Halaman untuk diterbitkan atau dicetak"),
            ("quotes", "Kumpulan kutipan menurut urutan Anda, sebagai halaman untuk diterbitkan atau dicetak"),
            ("quotes-md", "Sama, sebagai Markdown, misalnya untuk pandoc"),
            ("briefing", "Lembar protokol untuk setiap kunjungan, untuk dicetak"),
            ("briefing-md", "Sama, sebagai Markdown"),
            ("ics", "Kunjungan dan lokasi sebagai acara kalender"),
            ("jsonld", "Data bertaut dengan istilah schema.org"),
            ("sql", "Skrip yang membuat basis data PostgreSQL dari semua tabel, dengan pencarian"),
            ("site", "Situs untuk diterbitkan, dengan halaman-halaman dan pencarian"),
        ]),
        argument(
            "table",
            "TABEL",
            "Tabel untuk csv: jika tidak disebut, tabel pernyataan; jika tidak ada pernyataan, tabel lokasi, peserta, atau kunjungan",
        ),
        argument(
            "delimiter",
            "KARAKTER",
            "Pemisah antarsel csv: satu karakter, atau tab. Excel berbahasa Indonesia meminta titik koma",
        ),
        argument("bom", "", "Tulis tanda urutan byte di awal csv, agar Excel mengenalinya sebagai UTF-8"),
        argument("query", "KUERI", "Hanya yang ditemukan kueri ini, dengan aturan lawat search"),
        argument(
            "select",
            "KODE",
            "Hanya kunjungan dan pernyataan (kunjungan#pernyataan) ini, kutipan menurut urutan ini; boleh diulang",
        ),
        argument(
            "basket",
            "NAMA",
            "Hanya pernyataan dari keranjang yang disimpan di penjelajah, menurut urutannya, dengan judul dan pengantarnya",
        ),
        argument("title", "TEKS", "Judul kumpulan kutipan"),
        argument("lead", "TEKS", "Alinea pembuka kumpulan kutipan, dipisahkan baris kosong"),
        argument(
            "output",
            "BERKAS",
            "Tulis ke berkas ini, bukan ke keluaran standar; `-` berarti keluaran standar",
        ),
        argument(
            "output_dir",
            "FOLDER",
            "Tulis satu berkas per kunjungan ke folder ini, yang dibuat jika belum ada",
        ),
        argument(
            "base_url",
            "URL",
            "Alamat tempat situs akan diterbitkan, untuk peta situs, umpan, dan pratinjau tautannya",
        ),
        argument("force", "", "Timpa berkas yang sudah ada, tetapi tidak pernah berkas yang dibaca"),
    ],
};
