//! A sheet of 200 visits with every mess that a real one has: what it means is known, so that every row and every value is compared.

use std::collections::BTreeSet;

use lawat::import::{Place, RemarkKind};
use lawat::model::Visit;

use crate::import_tables::{archive, imported, remarks};

/// Numbers that look random and are the same in each run.
struct Random(u64);

impl Random {
    fn below(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % end
    }

    fn pick<T: Clone>(&mut self, of: &[T]) -> T {
        of[self.below(of.len())].clone()
    }
}

/// What a row means.
#[derive(Debug, Default, PartialEq)]
struct Meaning {
    title: String,
    start: Option<String>,
    end: Option<String>,
    date_text: Option<String>,
    visitor: String,
    count: Option<u32>,
    /// The names of people, without groups.
    people: BTreeSet<String>,
    places: BTreeSet<String>,
}

const MONTHS: [&str; 12] = [
    "Januari",
    "Februari",
    "Maret",
    "April",
    "Mei",
    "Juni",
    "Juli",
    "Agustus",
    "September",
    "Oktober",
    "November",
    "Desember",
];
const SHORT: [&str; 12] =
    ["Jan", "Feb", "Mar", "Apr", "Mei", "Jun", "Jul", "Agu", "Sep", "Okt", "Nov", "Des"];
const WEEKDAYS: [&str; 7] = ["Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu"];

/// The weekday of a day of 2026, from 0 for Monday; 1 January was a Thursday.
fn weekday(month: usize, day: usize) -> usize {
    let before: usize = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][..month - 1].iter().sum();
    (before + day - 1 + 3) % 7
}

/// A date as somebody typed it.
fn put_date(random: &mut Random, meaning: &mut Meaning) -> String {
    let (month, day) = (1 + random.below(12), 1 + random.below(26));
    let (name, short) = (MONTHS[month - 1], SHORT[month - 1]);
    let iso = format!("2026-{month:02}-{day:02}");
    let right = WEEKDAYS[weekday(month, day)];
    let kind = random.below(16);
    let text = match kind {
        0 => iso.clone(),
        1 => format!("{day}/{month}/2026"),
        2 => format!("{day:02}-{month:02}-2026"),
        3 => format!("{day}.{month}.2026"),
        4 => format!("{right}, {day} {name} 2026"),
        5 => format!("{right}/{day} {name} 2026"),
        6 => format!("  {day}  {}  2026 ", name.to_uppercase()),
        7 => format!("{day} {short} 26"),
        8 => format!("{day}-{month}-26"),
        9 => format!("{day} s.d. {} {name} 2026", day + 2),
        10 => format!("{day}-{} {name} 2026", day + 2),
        11 => format!("{}, {day} {name} 2026", WEEKDAYS[(weekday(month, day) + 1) % 7]),
        12 => (46_022 + weekday(month, day)).to_string(),
        13 => random.pick(&["minggu depan", "akhir tahun", "menyusul", "31 April 2026"]).to_owned(),
        14 => format!("{right}, {day} {name} 2026 pukul 09.00 WIB"),
        _ => String::new(),
    };
    meaning.start = Some(iso.clone());
    match kind {
        9 | 10 => meaning.end = Some(format!("2026-{month:02}-{:02}", day + 2)),
        11..=13 => (meaning.start, meaning.date_text) = (None, Some(text.clone())),
        14 => meaning.start = Some(format!("{iso}T09:00+07:00")),
        15 => meaning.start = None,
        _ => {}
    }
    text
}

/// The people that receive the visitors.
fn put_people(random: &mut Random, meaning: &mut Meaning) -> String {
    const NAMES: [&str; 6] =
        ["Ratna Contoh", "Bima Misal", "Sari Umpama", "Wulan Andai", "Joko Seandainya", "Tini Ibarat"];
    let first = random.below(4);
    let [a, b, c] = [NAMES[first], NAMES[first + 1], NAMES[first + 2]];
    let (text, names): (String, Vec<String>) = match random.below(11) {
        0 => (a.to_owned(), vec![a.into()]),
        1 => (format!("{a} dan {b}"), vec![a.into(), b.into()]),
        2 => (format!("{a}, {b} dan {c}"), vec![a.into(), b.into(), c.into()]),
        3 => (format!("1. {a}\n2. {b}"), vec![a.into(), b.into()]),
        4 => (format!("{a}; {b} ; {c}"), vec![a.into(), b.into(), c.into()]),
        5 => (format!("{a} / {b}"), vec![a.into(), b.into()]),
        6 => (format!("{a} (Kepala Dinas Pemuda dan Olahraga)"), vec![a.into()]),
        7 => (format!("{a}, Kepala Dinas Kesehatan"), vec![a.into()]),
        8 => (format!("Kepala Dinas Sosial ({b})"), vec![b.into()]),
        9 => (format!("{a} dan rombongan"), vec![format!("{a} dan rombongan")]),
        _ => (String::new(), Vec::new()),
    };
    meaning.people.extend(names);
    text
}

fn put_places(random: &mut Random, meaning: &mut Meaning) -> String {
    let (text, places): (&str, &[&str]) = random.pick(&[
        ("Mal Pelayanan Publik", &["Mal Pelayanan Publik"][..]),
        ("1. MPP\n2. RSUD Contoh", &["MPP", "RSUD Contoh"]),
        ("Balai Kota; Museum", &["Balai Kota", "Museum"]),
        ("- Pasar\n- Terminal", &["Pasar", "Terminal"]),
        ("", &[]),
    ]);
    meaning.places.extend(places.iter().map(|&place| place.to_owned()));
    text.to_owned()
}

fn put_count(random: &mut Random, meaning: &mut Meaning) -> String {
    let number = 2 + u32::try_from(random.below(60)).unwrap();
    match random.below(5) {
        0 => {
            meaning.count = Some(number);
            number.to_string()
        }
        1 => {
            meaning.count = Some(number);
            format!("{number} orang")
        }
        2 => {
            meaning.count = Some(number);
            format!(" {number} (sekian) org ")
        }
        3 => format!("±{number} orang"),
        _ => String::new(),
    }
}

/// The sheet, what its visits mean, and the numbers of the rows that are no visits.
struct Mess {
    text: String,
    visits: Vec<(usize, Meaning)>,
    others: BTreeSet<usize>,
}

const HEADINGS: [&str; 8] = [
    "No",
    "Hari/Tgl",
    "Nama Kegiatan",
    "Asal Instansi",
    "Jml Peserta",
    "Pejabat Penerima",
    "Lokasi",
    "Keterangan",
];

fn mess(seed: u64) -> Mess {
    let mut random = Random(seed);
    let mut out = csv::WriterBuilder::new().delimiter(b';').from_writer(Vec::new());
    let (mut row, mut visits, mut others) = (0, Vec::new(), BTreeSet::new());
    let mut write = |cells: [&str; 8]| {
        out.write_record(cells).unwrap();
        row += 1;
        row
    };
    others.insert(write(["REKAPITULASI KUNJUNGAN TAHUN 2026", "", "", "", "", "", "", ""]));
    write([""; 8]);
    write(HEADINGS);
    others.insert(write(["1", "2", "3", "4", "5", "6", "7", "8"]));
    for number in 1..=200 {
        let mut meaning = Meaning {
            visitor: random.pick(&["Pemkot Randu", "DPRD Kota Cemara", ""]).into(),
            ..Meaning::default()
        };
        meaning.title =
            format!("{} {number}", random.pick(&["Studi tiru", "Rapat “koordinasi”", "Kunjungan; kerja"]));
        let date = put_date(&mut random, &mut meaning);
        let people = put_people(&mut random, &mut meaning);
        let places = put_places(&mut random, &mut meaning);
        let count = put_count(&mut random, &mut meaning);
        let note = random.pick(&["", "", "Lunas", "=1+1"]);
        let visitor = format!(" {} ", meaning.visitor);
        let typed = [&number.to_string(), &date, &meaning.title, &visitor, &count, &people, &places, note];
        visits.push((write(typed), meaning));
        match random.below(24) {
            0 => drop(write([""; 8])),
            1 => drop(write([" ", "", "", "", "", "", "", " "])),
            2 => {
                others.insert(write(["Jumlah", "", "", "", "1.234", "", "", ""]));
                others.insert(write(HEADINGS));
                others.insert(write(["1", "2", "3", "4", "5", "6", "7", "8"]));
            }
            3 => drop(others.insert(write([&(number + 1).to_string(), "", "", "", "", "", "", ""]))),
            _ => {}
        }
    }
    write([""; 8]);
    for line in ["Mengetahui,", "Kepala Bagian Umum", "NIP 1970"] {
        others.insert(write([line, "", "", "", "", "", "", ""]));
    }
    Mess { text: String::from_utf8(out.into_inner().unwrap()).unwrap(), visits, others }
}

fn meaning_of(visit: &Visit) -> Meaning {
    let is_person =
        |it: &&lawat::model::Participant| it.id.as_str() != format!("rombongan-{}", visit.id).as_str();
    let people = visit.participants.iter().filter(|it| it.count.is_none()).filter(is_person);
    Meaning {
        title: visit.title.clone(),
        start: visit.start_date.map(|it| it.to_string()),
        end: visit.end_date.map(|it| it.to_string()),
        date_text: visit.date_text.clone().filter(|_| visit.start_date.is_none()),
        visitor: visit.organizations.first().map(|it| it.name.clone()).unwrap_or_default(),
        count: visit.participants.iter().find_map(|it| it.count),
        people: people.filter(|it| it.kind.is_none()).filter_map(|it| it.name.clone()).collect(),
        places: visit.itinerary.iter().map(|it| it.name.clone()).collect(),
    }
}

#[test]
fn every_row_of_a_messy_sheet_is_taken_as_it_was_meant_or_told() {
    for seed in 1..=5 {
        let mess = mess(seed);
        let import = imported(&mess.text, "");
        let told = remarks(&import).join("\n");
        let rows: Vec<String> = mess.visits.iter().map(|(row, _)| format!("row {row}")).collect();
        assert_eq!(import.records.places, rows, "{told}");
        let left_out =
            import.records.remarks.iter().filter_map(|remark| match (&remark.place, &remark.what) {
                (Place::Row { row, .. }, RemarkKind::LeftOut(_)) => Some(*row),
                _ => None,
            });
        assert_eq!(left_out.collect::<BTreeSet<_>>(), mess.others, "{told}");
        let archive = archive(&import);
        assert_eq!(archive.visits.len(), 200);
        for (visit, (row, expected)) in archive.visits.iter().zip(&mess.visits) {
            assert_eq!(meaning_of(visit), *expected, "seed {seed}, row {row}\n{told}");
        }
        for (row, meaning) in &mess.visits {
            let is_told = |what: &str| told.lines().any(|line| line.contains(&format!("{row}: “{what}”")));
            if let Some(text) = meaning.date_text.as_deref() {
                assert!(is_told(text), "seed {seed}, row {row}: {text}\n{told}");
            }
            for name in meaning.people.iter().filter(|name| name.ends_with("rombongan")) {
                assert!(is_told(name), "seed {seed}, row {row}: {name}\n{told}");
            }
        }
    }
}
