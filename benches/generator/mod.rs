//! Generates archives of any size, the same for the same seed: visits with recurring people and places, and statements of
//! fifteen to forty words with the word frequencies of a natural language, with affixes and typos.

use std::fmt::Write as _;

/// Statements per visit.
pub(crate) const A_VISIT: usize = 100;
const STOPS: usize = 5;
const PEOPLE: usize = 8;
/// One word in this many has a typo: 0.4 %.
const TYPO_RATE: u64 = 250;
/// The number of roots in addition to the common words.
const ROOTS: usize = 30_000;

/// The most frequent words, in order.
const COMMON: &[&str] = &[
    "yang",
    "dan",
    "di",
    "untuk",
    "dengan",
    "kami",
    "dari",
    "ini",
    "warga",
    "pelayanan",
    "kita",
    "tidak",
    "itu",
    "pada",
    "akan",
    "sudah",
    "kota",
    "publik",
    "bisa",
    "lebih",
    "juga",
    "dalam",
    "masyarakat",
    "ada",
    "daerah",
    "karena",
    "agar",
    "oleh",
    "mutu",
    "sebagai",
    "harus",
    "bagi",
    "semua",
    "layanan",
    "setiap",
    "petugas",
    "kesehatan",
    "banyak",
    "atau",
    "satu",
    "hari",
    "antrean",
    "loket",
    "inspirasi",
    "belajar",
    "belum",
    "usaha",
    "baik",
    "saya",
    "kerja",
    "mereka",
    "cepat",
    "terpadu",
    "gedung",
    "dinas",
    "data",
    "lagi",
    "sini",
    "dapat",
    "datang",
    "mal",
    "pintu",
    "instansi",
    "kecil",
    "rumah",
    "sakit",
    "wali",
    "jadi",
    "hanya",
    "tahun",
    "digital",
    "dokter",
    "pasien",
    "obat",
    "desa",
    "pasar",
    "mpp",
    "rsud",
    "umkm",
    "sekolah",
    "anak",
    "ibu",
    "air",
    "jalan",
    "sampah",
    "taman",
    "arsip",
    "surat",
    "izin",
    "pajak",
    "anggaran",
    "program",
    "sistem",
    "aplikasi",
    "pegawai",
    "kepala",
    "sekretaris",
    "wakil",
    "motivasi",
    "sinergi",
    "inovasi",
    "koperasi",
    "produk",
    "halal",
    "ekspor",
    "wisata",
    "budaya",
    "sungai",
    "jembatan",
    "pelabuhan",
    "khatulistiwa",
    "tugu",
    "museum",
    "perpustakaan",
    "keluhan",
    "pengaduan",
    "waktu",
    "tunggu",
    "menit",
    "jam",
    "pagi",
    "malam",
    "biaya",
    "gratis",
    "murah",
    "mudah",
    "sulit",
    "penting",
    "utama",
    "bersama",
    "a",
    "sama",
    "kunjungan",
    "studi",
    "tiru",
    "balikpapan",
    "pontianak",
    "kalimantan",
    "rapat",
];

const FIRSTS: &[&str] =
    &["", "b", "c", "d", "g", "h", "j", "k", "l", "m", "n", "p", "r", "s", "t", "w", "y", "ng", "ny"];
const VOWELS: &[&str] = &["a", "a", "a", "i", "i", "u", "u", "e", "e", "o", "ai", "au"];
const LASTS: &[&str] = &["", "", "", "", "n", "ng", "r", "s", "t", "k", "l", "m", "h", "p"];

/// A pseudorandom generator with the same sequence everywhere (`SplitMix64`).
#[derive(Debug, Clone)]
pub(crate) struct Random(u64);

impl Random {
    /// A generator with a seed.
    pub(crate) fn new(seed: u64) -> Self {
        Self(seed)
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// A number below `end`.
    pub(crate) fn below(&mut self, end: usize) -> usize {
        usize::try_from(self.next() % u64::try_from(end.max(1)).unwrap_or(1)).unwrap_or_default()
    }

    fn one<'a>(&mut self, of: &[&'a str]) -> &'a str {
        of.get(self.below(of.len())).copied().unwrap_or_default()
    }
}

/// Generates visits.
#[derive(Debug)]
pub(crate) struct Generator {
    random: Random,
    roots: Vec<String>,
    /// For each rank, the cumulative frequency of the words up to this rank.
    shares: Vec<f64>,
    people: usize,
    places: usize,
    /// The number of the next visit.
    visit: usize,
}

impl Generator {
    /// A generator for an archive of about `statements` statements.
    pub(crate) fn new(seed: u64, statements: usize) -> Self {
        let mut random = Random::new(seed);
        let roots: Vec<String> = COMMON
            .iter()
            .map(|word| (*word).to_owned())
            .chain((0..ROOTS).map(|_| root(&mut random)))
            .collect();
        let mut sum = 0.0;
        let shares = (0..roots.len())
            .map(|rank| {
                #[expect(clippy::cast_precision_loss, reason = "a few ten thousand")]
                let rank = rank as f64;
                sum += 1.0 / (rank + 2.7);
                sum
            })
            .collect();
        Self { random, roots, shares, people: statements / 60 + 40, places: statements / 400 + 20, visit: 0 }
    }

    /// The beginning of every file.
    pub(crate) const HEAD: &'static str = "schema_version: '1.0'\nvisits:\n";

    /// Writes the next visit with a number of statements.
    pub(crate) fn visit(&mut self, out: &mut String, statements: usize) {
        let (visit, random) = (self.visit, &mut self.random);
        self.visit += 1;
        let date =
            format!("{}-{:02}-{:02}", 2000 + random.below(26), 1 + random.below(12), 1 + random.below(28));
        let city = name_of(random.below(400));
        let _ = writeln!(
            out,
            "  - id: v{visit}\n    title: Kunjungan kerja {visit} ke Kota {city}\n    start_date: {date}"
        );
        out.push_str("    organizations:\n");
        let _ = writeln!(out, "      - {{id: o{visit}, name: Pemerintah Kota {city}}}");
        out.push_str("    participants:\n");
        let people: Vec<usize> =
            (0..PEOPLE).map(|place| random.below(self.people / PEOPLE) * PEOPLE + place).collect();
        for (place, person) in people.iter().enumerate() {
            let side = ["visitor", "host"].get(place % 2).copied().unwrap_or_default();
            let post = ["Kepala Dinas", "Sekretaris Daerah", "Wakil Wali Kota", "Kepala Bidang"];
            let _ = writeln!(
                out,
                "      - {{id: p{person}, name: {} {}, post: {} {}, side: {side}, organization: o{visit}}}",
                name_of(person * 7 + 3),
                name_of(person * 13 + 1),
                post.get(person % post.len()).copied().unwrap_or_default(),
                name_of(person % 40),
            );
        }
        out.push_str("    itinerary:\n");
        for stop in 0..STOPS {
            let place = random.below(self.places);
            let what = ["Mal Pelayanan Publik", "RSUD", "Puskesmas", "Galeri UMKM", "Balai Kota", "Museum"];
            let what = what.get(place % what.len()).copied().unwrap_or_default();
            let _ = writeln!(
                out,
                "      - {{id: s{stop}, name: {what} {}, place: {{locality: {city}}}}}",
                name_of(place * 3 + 2)
            );
        }
        out.push_str("    statements:\n");
        for statement in 0..statements {
            let kind =
                ["quote", "quote", "paraphrase"].get(self.random.below(3)).copied().unwrap_or_default();
            let speaker = people.get(self.random.below(people.len())).copied().unwrap_or_default();
            let (stop, topic) = (self.random.below(STOPS), self.random.below(20));
            let _ = write!(
                out,
                "      - {{id: q{statement}, type: {kind}, speaker: p{speaker}, stop: s{stop}, topics: [topik {topic}], text: '"
            );
            self.text(out);
            let _ = writeln!(out, "', sources: [{{id: siaran, locator: paragraf {}}}]}}", statement + 1);
        }
        let _ = writeln!(
            out,
            "    sources:\n      - {{id: siaran, type: press_release, publisher: Pemerintah Kota {city}}}"
        );
    }

    fn text(&mut self, out: &mut String) {
        let words = 15 + self.random.below(26);
        let start = out.len();
        for at in 0..words {
            if at > 0 {
                out.push_str(if self.random.below(14) == 0 { ", " } else { " " });
            }
            self.word(out);
        }
        if let Some(first) = out.get(start..start + 1).map(str::to_uppercase) {
            out.replace_range(start..=start, &first);
        }
        out.push('.');
    }

    /// Writes a word by frequency; half of the rare words have affixes.
    fn word(&mut self, out: &mut String) {
        let whole = self.shares.last().copied().unwrap_or(1.0);
        #[expect(clippy::cast_precision_loss, reason = "a random number needs no last digit")]
        let at = whole * (self.random.next() >> 11) as f64 / (1_u64 << 53) as f64;
        let rank = self.shares.partition_point(|share| *share < at);
        let Some(root) = self.roots.get(rank) else { return };
        let start = out.len();
        if rank < COMMON.len() || self.random.below(2) == 0 {
            out.push_str(root);
        } else {
            with_affixes(root, self.random.below(12), out);
        }
        if self.random.next().is_multiple_of(TYPO_RATE) {
            add_typo(out, start, &mut self.random);
        }
    }
}

fn root(random: &mut Random) -> String {
    let mut root = String::new();
    for _ in 0..2 + usize::from(random.below(4) == 0) {
        root.push_str(random.one(FIRSTS));
        root.push_str(random.one(VOWELS));
    }
    root.push_str(random.one(LASTS));
    root
}

/// Writes a root with an affix, by the nasal rule of me- and pe- where it applies.
fn with_affixes(root: &str, which: usize, out: &mut String) {
    let (nasal, rest) = match root.chars().next() {
        Some('t') => ("n", 1),
        Some('s') => ("ny", 1),
        Some('p') => ("m", 1),
        Some('k') => ("ng", 1),
        Some('b') => ("m", 0),
        Some('c' | 'd' | 'j') => ("n", 0),
        Some('a' | 'e' | 'g' | 'h' | 'i' | 'o' | 'u') => ("ng", 0),
        _ => ("", 0),
    };
    let (before, after) = [
        ("me", ""),
        ("me", "kan"),
        ("me", "i"),
        ("pe", "an"),
        ("pe", ""),
        ("di", ""),
        ("di", "kan"),
        ("ber", ""),
        ("ter", ""),
        ("ke", "an"),
        ("", "an"),
        ("", "nya"),
    ]
    .get(which)
    .copied()
    .unwrap_or_default();
    out.push_str(before);
    if matches!(before, "me" | "pe") {
        out.push_str(nasal);
        out.push_str(root.get(rest..).unwrap_or_default());
    } else {
        out.push_str(root);
    }
    out.push_str(after);
}

/// Adds a typo: two letters exchanged, one omitted or one doubled. Words are ASCII here.
fn add_typo(out: &mut String, start: usize, random: &mut Random) {
    let length = out.len() - start;
    if length < 4 {
        return;
    }
    let at = start + 1 + random.below(length - 2);
    let letter = out.remove(at);
    match random.below(3) {
        0 => out.insert(at - 1, letter),
        1 => {
            out.insert(at, letter);
            out.insert(at, letter);
        }
        _ => {}
    }
}

/// An invented name, the same for the same number.
fn name_of(number: usize) -> String {
    let mut random = Random::new(u64::try_from(number).unwrap_or_default().wrapping_mul(31) + 17);
    let name = root(&mut random);
    let mut letters = name.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}
