//! States in which something lies on the panes: the search, help, menus, pages and texts.

use super::states::{BROKEN, DOZEN_START, OPEN, START, State, data};

/// Every one of them.
pub const OVERLAYS: &[State] = &[
    State {
        name: "search",
        keys: "/layanan",
        title: ("Cari", "Search"),
        words: &[
            data("> layanan"),
            ("lingkup: semua ┓", "scope: all visits ┓"),
            ("┌ Hasil ─", "┌ Results ─"),
            data("─ 16 ┐"),
            ("PALING COCOK", "BEST MATCH"),
            ("│ PERNYATAAN", "│ STATEMENTS"),
            ("PARAFRASA · Bagus Susetyo · MPP?", "PARAPHRASE · Bagus Susetyo · MPP?"),
            data("1/16 ↓"),
        ],
        wide: &[("┌ Pratinjau ─", "┌ Preview ─")],
        footer: OPEN,
        ..START
    },
    State {
        name: "nothing_found",
        keys: "/zebra",
        title: ("Cari", "Search"),
        words: &[("Tidak ada yang cocok dengan “zebra”.", "Nothing matches “zebra”."), data("─ 0 ┐")],
        footer: OPEN,
        has_choice: false,
        ..START
    },
    State {
        name: "help",
        keys: "?",
        title: ("Bantuan", "Help"),
        words: &[
            ("Navigasi", "Navigation"),
            ("▌j  ↓              ", "▌j  ↓              "),
            ("Baris berikutnya", "Next row"),
            ("Setengah halaman", "Half a page down"),
            data(" ↓ ─"),
        ],
        wide: &[("/ mencari, ↵ menjalankan", "/ searches, ↵ runs"), ("Panel berikutnya", "Next pane")],
        footer: ("↵ jalankan  ", "↵ run  "),
        ..START
    },
    State {
        name: "help_typed",
        keys: "4?/salin",
        title: ("Bantuan", "Help"),
        words: &[data("> salin"), ("Salin dalam bentuk", "Copy in the last")],
        footer: ("↵ jalankan  Esc tutup", "↵ run  Esc close"),
        ..START
    },
    State {
        name: "palette",
        keys: "4:",
        title: ("Perintah", "Commands"),
        words: &[
            ("▌Tab", "▌Tab"),
            ("Pindah panel", "Panes"),
            ("Ke panel peserta", "Go to the"),
            data(" ↓ ─"),
        ],
        footer: ("↵ jalankan  Esc tutup", "↵ run  Esc close"),
        ..START
    },
    State {
        name: "palette_typed",
        keys: "4:sal",
        title: ("Perintah", "Commands"),
        words: &[data("> sal"), ("Salin teks atau", "Copy only the text"), data(" ↓ ─")],
        footer: ("↵ jalankan  Esc tutup", "↵ run  Esc close"),
        ..START
    },
    State {
        name: "filter_menu",
        keys: "4<enter><enter>",
        title: ("Saring menurut …", "Filter by …"),
        words: &[
            ("pernyataan ┓", "statements ┓"),
            ("▌  jenis: parafrasa", "▌  type: paraphrase"),
            ("siapa: Bagus Susetyo", "who: Bagus Susetyo"),
            ("organisasi: Pemerintah Kota", "organization: Pemerintah Kota"),
            ("pihak: delegasi", "side: delegation"),
            ("lokasi: tidak disebut", "stop: not stated"),
            ("hari: 10 Jan 2026", "day: 10 Jan 2026"),
            ("topik: pelayanan publik", "topic: pelayanan publik"),
        ],
        wide: &[("+ saring juga", "+ filter too")],
        footer: ("↵ saring", "↵ filter"),
        ..START
    },
    State {
        name: "copy_menu",
        keys: "y",
        title: ("Salin …", "Copy …"),
        words: &[
            ("tekan huruf, atau ↵ ┓", "press a letter, or ↵ ┓"),
            ("▌y  kutipan + atribusi", "▌y  quote + attribution"),
            ("t  teks saja", "t  text only"),
            ("f  kartu kutipan", "f  quote card"),
            data("a  APA"),
            data("d  JSON-LD"),
            ("┌ Pratinjau ─", "┌ Preview ─"),
            ("menurut Wakil", "according to Bagus Susetyo"),
        ],
        wide: &[("p  berkas:baris", "p  file:line"), ("c cetak", "c print"), ("e ekspor", "e export")],
        footer: ("↵ salin", "↵ copy"),
        ..START
    },
    State {
        name: "export_menu",
        keys: "ye<down>",
        title: ("Ekspor yang tampak …", "Export what is visible …"),
        words: &[
            ("t  Teks: lembar kutipan", "t  Text: a quote sheet"),
            ("▌n  JSON: catatan utuh", "▌n  JSON: complete records"),
            ("c  CSV: tabel untuk lembar kerja", "c  CSV: a table for spreadsheets"),
            ("x  XLSX: semua tabel, untuk Excel", "x  XLSX: all tables, for Excel"),
            ("m  Markdown: halaman kunjungan", "m  Markdown: a page about each visit"),
            data("→ balikpapan-pontianak-2026.json"),
            ("1 kunjungan, 13 pernyataan", "1 visit, 13 statements"),
        ],
        footer: ("↵ tulis  Esc tutup", "↵ write  Esc close"),
        ..START
    },
    State {
        name: "problems",
        records: BROKEN,
        keys: "p",
        title: ("Pemeriksaan data", "Data check"),
        words: &[
            ("Tidak ada kunjungan yang dapat", "No visit can be used."),
            ("kesalahan[bad-date] “kemarin” bukan", "error[bad-date] “kemarin” is not a"),
            data("5│     start_date: kemarin"),
            data("│                 ^^^^^^^"),
            ("2026-01-10; 2026-01 atau 2026 juga", "2026-01-10; 2026-01 or 2026 is also"),
            data("visits.yaml:7:57"),
        ],
        footer: ("e sunting", "e edit"),
        has_choice: false,
        ..START
    },
    State {
        name: "person",
        keys: "/satu pintu<enter>vp",
        title: data("Ratna Kencana"),
        words: &[
            ("4 pernyataan ┓", "4 statements ┓"),
            ("▌3 kunjungan, 4 pernyataan", "▌3 visits, 4 statements"),
            data("3 Feb 2026  Kota Batu ke Kota Awan"),
            data("Sekretaris Daerah Kota Batu"),
            ("Mei 2025  Kabupaten Cadas melihat", "May 2025  Kabupaten Cadas melihat"),
        ],
        footer: OPEN,
        ..DOZEN_START
    },
    State {
        name: "context",
        keys: "/meniru<enter>vc",
        title: (
            "Dalam konteks: Mal Pelayanan Publik Kota Batu",
            "In context: Mal Pelayanan Publik Kota Batu",
        ),
        words: &[
            ("5 pernyataan ┓", "5 statements ┓"),
            ("▌KUTIPAN  Sari Wangi · MPP", "▌QUOTE  Sari Wangi · MPP"),
            ("NARASI  pembicara tidak disebut", "NARRATIVE  speaker not stated"),
        ],
        footer: OPEN,
        ..DOZEN_START
    },
    State {
        name: "variants",
        keys: "/loket ini milik<enter>vv",
        title: ("Varian", "Variants"),
        words: &[
            ("Bagian yang ditandai berbeda dari", "Marked passages differ from the"),
            ("asli · KUTIPAN", "asli · QUOTE"),
            ("lain · KUTIPAN", "lain · QUOTE"),
            ("tanpa sumber", "no source"),
            data("“Loket ini milik warga”"),
        ],
        footer: ("y salin", "y copy"),
        has_choice: false,
        ..DOZEN_START
    },
    State {
        name: "provenance",
        keys: "/meniru<enter>i",
        title: ("Asal pernyataan", "Provenance"),
        words: &[
            ("Sumber 1", "Source 1"),
            ("Jenis  ", "Type  "),
            ("siaran pers", "press release"),
            ("Penerbit  ", "Publisher  "),
            ("Paragraf/halaman", "Page/paragraph"),
            ("tidak disebut", "not stated"),
            ("Dalam catatan", "In the records"),
            ("Berkas  ", "File  "),
            data("visits.yaml:37"),
            data("visits.yaml:30"),
            ("Kode  ", "Reference  "),
            data("tiga-hari#q2"),
        ],
        footer: ("y salin", "y copy"),
        has_choice: false,
        ..DOZEN_START
    },
    State {
        name: "basket",
        keys: "/satu pintu<enter>  /lebih tertib<enter> b",
        title: ("Keranjang", "Basket"),
        words: &[
            ("3 pernyataan ┓", "3 statements ┓"),
            ("▌ 1  KUTIPAN  Ratna Kencana · MPP", "▌ 1  QUOTE  Ratna Kencana · MPP"),
            ("2  KUTIPAN  Sari Wangi · MPP", "2  QUOTE  Sari Wangi · MPP"),
            ("3  KUTIPAN  Ratna Kencana", "3  QUOTE  Ratna Kencana"),
            data("Tiga hari di Kota Batu · 12–1"),
        ],
        wide: &[
            ("12 Mar 2024, 09.10 WIB", "12 Mar 2024, 09:10 WIB"),
            ("Space lepas tanda", "Space unmark"),
            ("J geser", "J move"),
        ],
        footer: OPEN,
        ..DOZEN_START
    },
    State {
        name: "form",
        keys: "4a Satu pintu<enter>para<enter>bag",
        title: ("Pernyataan baru", "New statement"),
        words: &[
            ("Pernyataan *", "Statement *"),
            data("Satu pintu"),
            data("› Bagus Susetyo  Wakil Wali"),
            ("Sebutan dalam sumber", "As the source names them"),
            ("▌Pembicara", "▌Speaker"),
        ],
        wide: &[
            data("visits.yaml ┓"),
            ("+ 13 isian lain", "+ 13 more fields"),
            ("Simpan  visits.yaml", "Save  visits.yaml"),
        ],
        footer: ("Ctrl-S simpan  ", "Ctrl-S save  "),
        ..START
    },
    State {
        name: "form_checked",
        keys: "1a<tab>kemarin<tab><tab>Kota Contoh<tab>",
        title: ("Kunjungan baru", "New visit"),
        words: &[
            ("“kemarin” bergantung pada hari", "“kemarin” depends on today; write"),
            data("Kota Contoh"),
            ("Tuan rumah", "Host"),
        ],
        footer: ("Ctrl-S simpan  ", "Ctrl-S save  "),
        ..START
    },
    State {
        name: "kind_menu",
        keys: "5a",
        title: ("Tambah", "Add"),
        words: &[
            ("Lokasi kunjungan", "Stop"),
            ("Orang atau kelompok", "Person or group"),
            ("▌Pernyataan", "▌Statement"),
        ],
        footer: ("↵ pilih  Esc", "↵ choose  Esc"),
        ..START
    },
    State {
        name: "theme_menu",
        keys: "T",
        title: ("Tema", "Theme"),
        words: &[
            data("dark "),
            data("high-contrast"),
            ("Ramah buta warna", "Colour-blind safe"),
            ("▌plain          Tanpa warna", "▌plain          No colours"),
        ],
        footer: ("↵ pilih  Esc", "↵ choose  Esc"),
        ..START
    },
    State {
        name: "overview",
        keys: "vo",
        title: ("Jumlah", "Counts"),
        words: &[
            ("[Ikhtisar]", "[Overview]"),
            (" · 21 pernyataan", " · 21 statements"),
            ("Kunjungan menurut tahun", "Visits by year"),
            data("▌2019 "),
            data("███"),
        ],
        wide: &[("· Garis waktu · Peta · Matriks", "· Timeline · Map · Matrix")],
        footer: OPEN,
        ..DOZEN_START
    },
    State {
        name: "overview_filtered",
        keys: "vojjjjjf",
        title: ("Jumlah", "Counts"),
        words: &[("[tahun: 2024]", "[year: 2024]"), ("3 kunjungan", "3 visits")],
        footer: OPEN,
        ..DOZEN_START
    },
    State {
        name: "timeline",
        keys: "vt",
        title: ("Kunjungan", "Visits"),
        words: &[
            ("12 kunjungan ┓", "12 visits ┓"),
            data("▌Kota Batu ke Kota Awan"),
            data("╵2022"),
            data("╌"),
            data("━"),
        ],
        wide: &[("+ perbesar", "+ zoom in")],
        footer: OPEN,
        ..DOZEN_START
    },
    State {
        name: "days",
        keys: "1g/Tiga hari<enter>vt<enter>",
        title: data("Tiga hari di Kota Batu"),
        words: &[("Selasa, 12 Maret 2024", "Tuesday, 12 March 2024"), data("Mal Pelayanan")],
        footer: OPEN,
        ..DOZEN_START
    },
    State {
        name: "map",
        keys: "vm",
        title: ("Lokasi", "Places"),
        words: &[
            ("[Peta]", "[Map]"),
            ("4 tempat di peta", "4 places on the map"),
            data("▌  1  Mal Pelayanan Publik"),
            data("1–4"),
            data("├─"),
            data("⠉"),
        ],
        footer: OPEN,
        ..START
    },
    State {
        name: "matrix",
        keys: "vxl",
        title: ("Pernyataan menurut peserta dan lokasi", "Statements by participant and stop"),
        words: &[data("▌Ratna Kencana"), data("[·]"), data("██")],
        wide: &[
            ("Ratna Kencana × Loket Desa: 0", "Ratna Kencana × Loket Desa: 0"),
            ("r baris  c kolom", "r rows  c columns"),
        ],
        footer: OPEN,
        ..DOZEN_START
    },
    State {
        name: "comparison",
        keys: "vx  m",
        title: ("Perbandingan: peserta", "Comparison: participant"),
        words: &[data("Ratna"), data("Sari"), ("Kunjungan pertama", "First visit")],
        footer: ("/ cari  ", "/ search  "),
        ..DOZEN_START
    },
];
