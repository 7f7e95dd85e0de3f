//! The states of the explorer whose screens are checked: the keys that lead to each, and what it shows in both languages.
//! Here are the states of the panes.

use lawat::load::EXAMPLE;

use super::overlays::OVERLAYS;
use crate::session::DOZEN;

/// Records with two errors and nothing that can be shown.
pub const BROKEN: &str = "schema_version: '1.0'\nvisits:\n  - id: v\n    title: Kunjungan contoh\n    start_date: kemarin\n    \
                          itinerary: [{id: mpp-kota, name: MPP}]\n    statements: [{id: s, type: quote, text: Halo, stop: mpp}]\n";

/// The same words in Indonesian and in English.
pub type Words = (&'static str, &'static str);

/// Text of the records, which no language changes.
pub const fn data(text: &'static str) -> Words {
    (text, text)
}

/// A state of the explorer.
pub struct State {
    pub name: &'static str,
    pub records: &'static str,
    /// The keys that lead there from the start.
    pub keys: &'static str,
    /// The title of the box that has the focus.
    pub title: Words,
    /// The title of the second pane.
    pub stops: Words,
    /// The counts in the titles of the first four panes. A pane without records may be missing.
    pub counts: [&'static str; 4],
    /// What the screen shows at every size.
    pub words: &'static [Words],
    /// What it shows from 80 columns on.
    pub wide: &'static [Words],
    /// What the last line begins with.
    pub footer: Words,
    /// Whether a row is chosen.
    pub has_choice: bool,
}

const STATEMENTS: Words = ("Pernyataan", "Statements");
const DETAIL: Words = ("Rincian", "Detail");
const STOPS: Words = ("Lokasi kunjungan", "Stops");
const PLACES: Words = ("Lokasi", "Places");
pub const OPEN: Words = ("↵ buka", "↵ open");
const READ: Words = ("↵ baca  / cari  q keluar", "↵ read  / search  q quit");
const FILTER: Words = ("↵ saring  / cari  q keluar", "↵ filter  / search  q quit");

/// The example as it opens: what most of the states differ from in a few fields.
pub const START: State = State {
    name: "start",
    records: EXAMPLE,
    keys: "",
    title: STATEMENTS,
    stops: STOPS,
    counts: ["1/1", "4/4", "4/4", "13/13"],
    words: &[],
    wide: &[],
    footer: READ,
    has_choice: true,
};

/// The visit of three days among twelve, with the focus on its stops.
pub const DOZEN_START: State = State { records: DOZEN, counts: ["12/12", "4/4", "5/5", "8/8"], ..START };

/// Every state.
pub fn all() -> impl Iterator<Item = &'static State> {
    PANES.iter().chain(OVERLAYS)
}

/// States in which the panes have the keys.
const PANES: &[State] = &[
    State {
        words: &[
            data("Studi tiru Balikpapan ke Pontianak"),
            ("PARAFRASA  Bagus Susetyo", "PARAPHRASE  Bagus Susetyo"),
            ("PARAFRASA  Bagus Susetyo (disimpul", "PARAPHRASE  Bagus Susetyo (inferred)"),
            data("1/13 ↓"),
        ],
        wide: &[
            data(" lawat  Studi tiru Balikpapan ke Pontianak, 10 Jan 2026?"),
            data("◆Studi tiru"),
            ("2026 (disimpulkan)", "2026 (inferred)"),
            ("Tanggal tidak disebut", "Date not stated"),
            ("lokasi tidak disebut", "stop not stated"),
            ("Delegasi", "Delegation"),
            ("Tuan rumah", "Hosts"),
            ("Atribusi      “Wakil Wali Kota", "Attribution   “Wakil Wali Kota"),
        ],
        ..START
    },
    State {
        name: "quote",
        keys: "jj<enter>",
        title: DETAIL,
        words: &[
            ("PARAFRASA", "PARAPHRASE"),
            data("Konsep pelayanan terpadu MPP"),
            data("— Bagus Susetyo, Wakil Wali Kota"),
            ("Atribusi      “Menurut Bagus”", "Attribution   “Menurut Bagus”"),
            ("Lokasi        Mal Pelayanan Publik", "Stop          Mal Pelayanan Publik"),
            ("(disimpulkan)", "(inferred)"),
            ("Tanggal       Sabtu, 10 Januari", "Date          Saturday, 10 January"),
        ],
        footer: ("↵ saring menurut  / cari", "↵ filter by  / search"),
        ..START
    },
    State {
        name: "visit",
        keys: "15",
        title: DETAIL,
        words: &[
            data("Studi tiru Balikpapan ke Pontianak"),
            ("[artikel (berita), paragraf 1–2;", "[artikel (news article), paragraf"),
        ],
        footer: ("↵ saring menurut  / cari", "↵ filter by  / search"),
        has_choice: false,
        ..START
    },
    State {
        name: "stops",
        keys: "2",
        title: STOPS,
        words: &[
            ("(disimpulkan)", "(inferred)"),
            ("Tidak disebut", "Not stated"),
            ("lokasi tidak disebut", "stop not stated"),
        ],
        wide: &[("Status        dikunjungi", "Status        visited")],
        footer: FILTER,
        ..START
    },
    State {
        name: "stop_chosen",
        keys: "2<enter>",
        counts: ["1/1", "2/4", "2/4", "5/13"],
        words: &[
            data("› MPP"),
            ("KUTIPAN  Bagus Susetyo (disimpulkan)", "QUOTE  Bagus Susetyo (inferred)"),
            data("1/5 ↓"),
        ],
        wide: &[
            ("5 dari 13 pernyataan · id", "5 of 13 statements · en"),
            ("Saringan: [1 lokasi: MPP ×]", "Filters: [1 stop: MPP ×]"),
            data("◆MPP "),
        ],
        ..START
    },
    State {
        name: "outside_hidden",
        keys: "2<enter>2",
        title: STOPS,
        counts: ["1/1", "2/4", "2/4", "5/13"],
        words: &[("2 tersembunyi · . lihat", "2 hidden · . show")],
        wide: &[("2 tersembunyi · . lihat", "2 hidden · . show")],
        footer: ("↵ lepas  / cari", "↵ remove  / search"),
        ..START
    },
    State {
        name: "participants",
        keys: "3",
        title: ("Peserta", "Participants"),
        words: &[
            ("Delegasi", "Delegation"),
            ("Tuan rumah", "Hosts"),
            ("Organisasi", "Organizations"),
            data("Direktur RSUD SSMA"),
        ],
        wide: &[("Jabatan       Wakil Wali Kota", "Title         Wakil Wali Kota")],
        footer: FILTER,
        ..START
    },
    State {
        name: "person_chosen",
        keys: "3<enter>",
        counts: ["1/1", "2/4", "2/4", "10/13"],
        words: &[data("Bagus Susetyo ×")],
        wide: &[
            ("10 dari 13 pernyataan · id", "10 of 13 statements · en"),
            ("Saringan: [1 siapa: Bagus Susetyo ×]", "Filters: [1 who: Bagus Susetyo ×]"),
        ],
        ..START
    },
    State {
        name: "zoomed",
        keys: "4z",
        words: &[("PARAFRASA  Bagus Susetyo", "PARAPHRASE  Bagus Susetyo")],
        wide: &[("z kecilkan", "z zoom out")],
        ..START
    },
    State {
        name: "sorted",
        keys: "4sn",
        words: &[("urut: pembicara ↑", "sort: speaker ↑"), data("4/13")],
        ..START
    },
    State {
        name: "one_line",
        keys: "4w",
        words: &[data(" …"), data("1/13 ↓")],
        footer: ("pernyataan ditampilkan satu baris", "statements are shown on one line"),
        ..START
    },
    State {
        name: "first_key",
        keys: "2<enter>x",
        title: data("x"),
        counts: ["1/1", "4/4", "4/4", "5/13"],
        words: &[
            ("▌x  Lepas saringan terakhir", "▌x  Remove the last filter"),
            ("1  lokasi: MPP", "1  stop: MPP"),
        ],
        footer: data("x …"),
        ..START
    },
    State {
        name: "finding_in_pane",
        keys: "4fwarga",
        counts: ["1/1", "4/4", "4/4", "0/13"],
        words: &[("13 tersembunyi · Esc batal", "13 hidden · Esc cancel")],
        wide: &[("↵ simpan", "↵ keep"), ("Esc batal", "Esc cancel")],
        footer: ("cari di panel › warga", "find in pane › warga"),
        has_choice: false,
        ..START
    },
    State {
        name: "found_in_pane",
        keys: "4fmpp<enter>",
        counts: ["1/1", "2/4", "2/4", "10/13"],
        wide: &[("Saringan: [1 teks: mpp ×]", "Filters: [1 text: mpp ×]")],
        ..START
    },
    State {
        name: "no_match",
        keys: "2<enter>4fxyzzy<enter>",
        counts: ["1/1", "1/4", "2/4", "0/13"],
        words: &[
            ("Tidak ada pernyataan yang cocok", "No statement matches all filters."),
            ("13 tersembunyi · X lepas semua", "13 hidden · X remove all filters"),
            ("[1 lokasi: MPP ×]", "[1 stop: MPP ×]"),
            ("[2 teks: xyzzy ×]", "[2 text: xyzzy ×]"),
            ("bila dilepas: 5", "without it: 5"),
        ],
        wide: &[
            ("0 dari 13 pernyataan · id", "0 of 13 statements · en"),
            ("Belum ada yang dipilih.", "Nothing is selected yet."),
        ],
        has_choice: false,
        ..START
    },
    State {
        name: "broken",
        records: BROKEN,
        title: ("Kunjungan", "Visits"),
        counts: ["0/0", "", "", ""],
        words: &[
            ("! 2 kesalahan (p)", "! 2 errors (p)"),
            data("▌! Kunjungan contoh"),
            ("▌  baris 5", "▌  line 5"),
        ],
        wide: &[
            data("visits.yaml:5:17"),
            ("kesalahan[bad-date] “kemarin” bukan", "error[bad-date] “kemarin” is not"),
            ("Maksudnya “mpp-kota”?", "Did you mean “mpp-kota”?"),
        ],
        footer: OPEN,
        ..START
    },
    State {
        name: "all_visits",
        keys: "1g<enter>",
        title: PLACES,
        stops: PLACES,
        counts: ["12/12", "7/7", "13/13", "21/21"],
        words: &[
            ("Semua kunjungan", "All visits"),
            ("7 peringatan (p)", "7 warnings (p)"),
            ("(dibatalkan) Pasar Lama", "(cancelled) Pasar Lama"),
        ],
        wide: &[
            ("◆Semua kunjungan ", "◆All visits "),
            ("┌ 3 Peserta ─", "┌ 3 Participants ─"),
            ("Kode          kunjungan-balasan#galeri", "Reference     kunjungan-balasan#galeri"),
        ],
        footer: FILTER,
        ..DOZEN_START
    },
    State {
        name: "all_statements",
        keys: "1g<enter>4",
        stops: PLACES,
        counts: ["12/12", "7/7", "13/13", "21/21"],
        words: &[
            ("KUTIPAN  Ratna Kencana", "QUOTE  Ratna Kencana"),
            data("“Antrean di sini lebih tertib”"),
            data("Kota Batu ke Kota Awan · 3 Feb"),
            ("NARASI  pembicara tidak disebut", "NARRATIVE  speaker not stated"),
        ],
        ..DOZEN_START
    },
    State {
        name: "filtered",
        keys: "/tiga hari<enter><enter><enter>3j<enter>",
        counts: ["12/12", "1/4", "3/5", "2/8"],
        words: &[
            data("Tiga hari di"),
            data("“Satu pintu untuk semua"),
            ("PARAFRASA  Ratna Kencana · MPP?", "PARAPHRASE  Ratna Kencana · MPP?"),
        ],
        wide: &[
            ("2 dari 8 pernyataan", "2 of 8 statements"),
            ("[1 lokasi: MPP ×] [2 siapa: Ratna Kencana ×]", "[1 stop: MPP ×] [2 who: Ratna Kencana ×]"),
            ("◆08.30 MPP", "◆08:30 MPP"),
        ],
        ..DOZEN_START
    },
    State {
        name: "nothing_left",
        keys: "/tiga hari<enter><enter>.<enter>3j<enter>2Gk<enter>",
        counts: ["12/12", "4/4", "5/5", "0/8"],
        words: &[
            ("8 tersembunyi · X lepas semua", "8 hidden · X remove all filters"),
            ("bila dilepas: 2", "without it: 2"),
            ("bila dilepas: 1", "without it: 1"),
        ],
        has_choice: false,
        ..DOZEN_START
    },
    State {
        name: "first_key_of_views",
        keys: "/satu pintu<enter>v",
        title: data("v"),
        words: &[
            ("▌p  Halaman orang, organisasi, atau", "▌p  Page of this person, organizatio"),
            ("c  Baca dalam konteks: pernyataan", "c  Read in context: the statements"),
        ],
        footer: data("v …"),
        ..DOZEN_START
    },
    State {
        name: "marked",
        keys: "/satu pintu<enter>  /lebih tertib<enter> ",
        counts: ["12/12", "1/1", "2/2", "2/2"],
        words: &[data("✓ ┃"), data("▌  “Kami belajar dari Kota Batu”"), data("✓ 3")],
        wide: &[("7 peringatan (p) · ✓ 3 ditandai · id", "7 warnings (p) · ✓ 3 marked · en")],
        footer: ("3 di keranjang; b untuk melihat", "3 in the basket; b to view"),
        ..DOZEN_START
    },
];
