//! Dates as people write them, and how they are parsed.

use super::*;

fn read(text: &str) -> Vec<String> {
    date_readings(text).iter().map(|reading| reading.date.to_string()).collect()
}

#[test]
fn dates_are_read_as_people_write_them() {
    for (text, meant) in [
        ("25/03/2025", "2025-03-25"),
        ("10-13-2026", "2026-10-13"),
        ("13.1.2026", "2026-01-13"),
        ("3/3/2025", "2025-03-03"),
        ("Sabtu, 10 Januari 2026", "2026-01-10"),
        ("Sabtu (13/1/2026)", "2026-01-13"),
        ("10 January 2026", "2026-01-10"),
        ("January 10, 2026", "2026-01-10"),
        ("Jan. 10th 2026", "2026-01-10"),
        ("the 12th of March, 2024", "2024-03-12"),
        ("12-Mar-2024", "2024-03-12"),
        ("12 maret 2024", "2024-03-12"),
        ("17 Agst 1945", "1945-08-17"),
        ("Januari 2026", "2026-01"),
        ("jan 2025", "2025-01"),
        ("bulan Mei tahun 2024", "2024-05"),
        ("01/2025", "2025-01"),
        ("2026-1", "2026-01"),
        ("2026-1-10", "2026-01-10"),
        ("2026/01/10", "2026-01-10"),
        ("2025-20-08", "2025-08-20"),
        ("2026-01-10 09.30", "2026-01-10T09:30"),
        ("2026-01-10T09.30", "2026-01-10T09:30"),
        ("10 Januari 2026 pukul 9.30 WIB", "2026-01-10T09:30+07:00"),
        ("20260110", "2026-01-10"),
        ("Q1 2025", "2025-33"),
        ("2025-Q4", "2025-36"),
        ("2025 Q2", "2025-34"),
        ("triwulan III 2025", "2025-35"),
        ("kuartal kedua tahun 2025", "2025-34"),
        ("first quarter of 2025", "2025-33"),
        ("1st quarter 2025", "2025-33"),
        ("semester II 2025", "2025-41"),
        ("Spring 2020", "2020-21"),
        ("Fall of 2020", "2020-23"),
        ("musim dingin 2020", "2020-24"),
        ("1990s", "199X"),
        ("the 1990s", "199X"),
        ("tahun 1990-an", "199X"),
        ("198x", "198X"),
        ("sekitar Maret 2024", "2024-03~"),
        ("10 s.d. 12 Januari 2026", "2026-01-10/2026-01-12"),
        ("10 sampai dengan 12 Januari 2026", "2026-01-10/2026-01-12"),
        ("10-12 Januari 2026", "2026-01-10/2026-01-12"),
        ("January 10–12, 2026", "2026-01-10/2026-01-12"),
        ("12 dan 13 Maret 2024", "2024-03-12/2024-03-13"),
        ("28 Juni – 3 Juli 2024", "2024-06-28/2024-07-03"),
        ("31 Desember - 2 Januari 2025", "2024-12-31/2025-01-02"),
        ("Januari–Maret 2025", "2025-01/2025-03"),
        ("13/1/2025 - 30/6/2025", "2025-01-13/2025-06-30"),
        ("13-14/3/2026", "2026-03-13/2026-03-14"),
        ("2024–2025", "2024/2025"),
        ("10 Januari", "XXXX-01-10"),
        ("januari", "XXXX-01"),
    ] {
        assert_eq!(read(text), [meant], "{text}");
    }
}

#[test]
fn times_lists_and_eras_are_read_as_people_write_them() {
    for (text, meant) in [
        ("44 BC", "-0043"),
        ("tahun 44 SM", "-0043"),
        ("1 SM", "0000"),
        ("79 AD", "0079"),
        ("15 March 45 B.C.", "-0044-03-15"),
        ("Maret 44 SM", "-0043-03"),
        ("12 dan 14 Maret 2024", "{2024-03-12,2024-03-14}"),
        ("10–12 dan 14 Maret 2024", "{2024-03-10..2024-03-12,2024-03-14}"),
        ("12 atau 13 Maret 2024", "[2024-03-12,2024-03-13]"),
        ("2020-06-06 or 2020-06-08", "[2020-06-06,2020-06-08]"),
        ("28 Juni, 30 Juni, dan 3 Juli 2024", "{2024-06-28,2024-06-30,2024-07-03}"),
        ("2019 atau 2020", "[2019,2020]"),
        ("2019-06-01..2019-06-03", "2019-06-01/2019-06-03"),
        ("since March 2020", "2020-03/.."),
        ("sejak sekitar 2019", "2019~/.."),
        ("sejak 2019 sampai sekarang", "2019/.."),
        ("sampai dengan 12 Maret 2024", "../2024-03-12"),
        ("2019–sekarang", "2019/.."),
        ("12 Maret 2024 - now", "2024-03-12/.."),
        ("dari 28 Juni hingga 3 Juli 2024", "2024-06-28/2024-07-03"),
        ("between 10 and 12 March 2024", "[2024-03-10..2024-03-12]"),
        ("Winter 2020-21", "2020-24"),
        ("musim dingin 2020/2021", "2020-24"),
        ("kira-kira Maret 2024", "2024-03~"),
        ("c. 1950", "1950~"),
        ("12 Desember 2024 (?)", "2024-12-12?"),
        ("sekitar 10–12 Maret 2024?", "2024-03-10%/2024-03-12%"),
        ("2026年1月11日", "2026-01-11"),
        ("2026年1月10日至12日", "2026-01-10/2026-01-12"),
    ] {
        assert_eq!(read(text), [meant], "{text}");
    }
}

#[test]
fn what_has_two_readings_has_both_and_the_day_comes_first() {
    assert_eq!(read("03/07/2025"), ["2025-07-03", "2025-03-07"]);
    assert_eq!(read("3.7.2025"), ["2025-07-03", "2025-03-07"]);
    assert_eq!(read("01/02/2025-03/04/2025"), ["2025-02-01/2025-04-03", "2025-01-02/2025-03-04"]);
    assert_eq!(date_readings("12/31/2025").first().map(|it| it.order), Some(DateOrder::MonthFirst));
    assert_eq!(date_readings("31/12/2025").first().map(|it| it.order), Some(DateOrder::DayFirst));
}

#[test]
fn what_is_no_date_is_not_read() {
    for text in [
        "",
        "kemarin",
        "31/4/2026",
        "2026-30-02",
        "2026-13",
        "dari 2019",
        "0 SM",
        "pukul 09.00",
        "10 Januari 2026 malam",
        "10/1/26",
        "Q5 2025",
        "Q1",
        "semester III 2025",
        "2026-01-10 25.00",
        "1 2 3",
    ] {
        assert_eq!(read(text), [""; 0], "{text}");
    }
}

#[test]
fn dates_are_found_within_texts() {
    let found = |text: &str| -> Vec<(String, String)> {
        let show = |found: FoundDate| {
            let dates: Vec<String> = found.dates.iter().map(PartialDate::to_string).collect();
            (text.get(found.at).unwrap_or_default().to_owned(), dates.join(" "))
        };
        dates_within(text).into_iter().map(show).collect()
    };
    let one = |text: &str, printed: &str, dates: &str| {
        assert_eq!(found(text), [(printed.to_owned(), dates.to_owned())]);
    };
    one("Sabtu (10/1/2026)", "10/1/2026", "2026-01-10 2026-10-01");
    one("Sabtu (13/1)", "13/1", "XXXX-01-13");
    one("Sabtu, 10 Januari 2026 pukul 09.00 WIB", "10 Januari 2026", "2026-01-10");
    one("dari 28 Juni hingga 3 Juli 2024", "28 Juni hingga 3 Juli 2024", "2024-06-28/2024-07-03");
    one("on January 10, 2026, in the morning", "January 10, 2026", "2026-01-10");
    one("15 March 45 BC", "15 March 45 BC", "-0044-03-15");
    one("pekan ke-3 Maret 2024", "Maret 2024", "2024-03");
    one("9 dan 11 Januari 2026", "9 dan 11 Januari 2026", "{2026-01-09,2026-01-11}");
    one("terbit 10/1/26.", "10/1/26", "2026-01-10 1926-01-10 2026-10-01 1926-10-01");
    one("于2026年1月11日访问", "2026年1月11日", "2026-01-11");
    for nothing in [
        "pekan ke-3 Maret",
        "week 3 of March",
        "pukul 09.00–10.30",
        "halaman 3/4",
        "Nomor 800/12/2024",
        "tahun 2024",
        "mulai Mei",
    ] {
        assert_eq!(found(nothing), [], "{nothing}");
    }
}
