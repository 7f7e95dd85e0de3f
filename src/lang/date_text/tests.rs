//! What people write, and what it means.

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
fn ambiguous_dates_have_both_readings_day_first() {
    assert_eq!(read("03/07/2025"), ["2025-07-03", "2025-03-07"]);
    assert_eq!(read("3.7.2025"), ["2025-07-03", "2025-03-07"]);
    assert_eq!(read("01/02/2025-03/04/2025"), ["2025-02-01/2025-04-03", "2025-01-02/2025-03-04"]);
    assert_eq!(date_readings("12/31/2025").first().map(|it| it.order), Some(DateOrder::MonthFirst));
    assert_eq!(date_readings("31/12/2025").first().map(|it| it.order), Some(DateOrder::DayFirst));
}

#[test]
fn text_that_is_not_a_date_has_no_reading() {
    for text in [
        "",
        "kemarin",
        "31/4/2026",
        "2026-30-02",
        "2026-13",
        "12 dan 14 Maret 2024",
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
    for nothing in ["pukul 09.00–10.30", "halaman 3/4", "Nomor 800/12/2024", "tahun 2024", "mulai Mei"] {
        assert_eq!(found(nothing), [], "{nothing}");
    }
}
