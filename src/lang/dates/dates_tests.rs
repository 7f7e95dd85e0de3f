//! Dates in words, in both languages.

use super::*;

fn date(text: &str) -> PartialDate {
    text.parse().expect(text)
}

#[test]
fn dates_in_words() {
    for (text, id, en) in [
        ("2026-01-10", "Sabtu, 10 Januari 2026", "Saturday, 10 January 2026"),
        ("2026-08", "Agustus 2026", "August 2026"),
        ("2026", "2026", "2026"),
        ("2024-03~", "sekitar Maret 2024", "about March 2024"),
        ("2024?", "2024 (?)", "2024 (?)"),
        ("XXXX-10-19", "19 Oktober, tahun tidak diketahui", "19 October, year unknown"),
        ("2024-05-XX", "Mei 2024", "May 2024"),
        ("2024-XX", "2024", "2024"),
        ("202X", "tahun 2020-an", "the 2020s"),
        ("199X~", "sekitar tahun 1990-an", "about the 1990s"),
        ("19XX", "antara 1900 dan 1999", "between 1900 and 1999"),
        ("2012-06-2X", "antara 20 dan 29 Juni 2012", "between 20 and 29 June 2012"),
        ("2012-1X", "antara Oktober dan Desember 2012", "between October and December 2012"),
        ("2012-06-X5", "2012-06-X5", "2012-06-X5"),
        ("2012-XX-10", "tanggal 10, bulan tidak diketahui, 2012", "day 10, month unknown, 2012"),
        ("XXXX-08", "Agustus, tahun tidak diketahui", "August, year unknown"),
        ("XXXX", "tahun tidak diketahui", "year unknown"),
        ("2020-21", "musim semi 2020", "spring 2020"),
        ("2020-24?", "musim dingin 2020 (?)", "winter 2020 (?)"),
        ("2020-33", "triwulan I 2020", "first quarter of 2020"),
        ("2020-40", "semester I 2020", "first half of 2020"),
        ("2024-03-01/2024-03-05", "1–5 Maret 2024", "1–5 March 2024"),
        ("2024-06-28/2024-07-03", "28 Juni – 3 Juli 2024", "28 June – 3 July 2024"),
        ("2020-21/2020-23", "musim semi 2020 – musim gugur 2020", "spring 2020 – autumn 2020"),
        ("2024-03-12/2024-03-12", "12 Maret 2024", "12 March 2024"),
        ("2024/2024", "2024", "2024"),
        ("2019/..", "sejak 2019", "since 2019"),
        ("../2020", "sampai 2020", "until 2020"),
        ("2019/", "dari 2019, akhirnya tidak diketahui", "from 2019, end unknown"),
        ("/2020", "sampai 2020, awalnya tidak diketahui", "until 2020, beginning unknown"),
        ("..", "terbuka", "open"),
        ("[2020-06-06,2020-06-08]", "6 atau 8 Juni 2020", "6 or 8 June 2020"),
        ("[2020-06-06,2020-06-08,2020-07-01]", "6, 8 Juni, atau 1 Juli 2020", "6, 8 June or 1 July 2020"),
        ("{2020-06-06,2020-06-08}", "6 dan 8 Juni 2020", "6 and 8 June 2020"),
        ("{2020,2021,2023?}", "2020, 2021, dan 2023 (?)", "2020, 2021 and 2023 (?)"),
        ("[1667,1670..1672]", "1667 atau antara 1670 dan 1672", "1667 or between 1670 and 1672"),
        ("{1667,1670..1672}", "1667 dan 1670 – 1672", "1667 and 1670 – 1672"),
        ("[2020-06-06..2020-06-08]", "antara 6 dan 8 Juni 2020", "between 6 and 8 June 2020"),
        ("[..1760-12-03]", "paling lambat 3 Desember 1760", "3 December 1760 or earlier"),
        ("-0044-03-15", "15 Maret 45 SM", "15 March 45 BC"),
        ("0000", "1 SM", "1 BC"),
    ] {
        assert_eq!(date_long(Lang::Id, &date(text)), id);
        assert_eq!(date_long(Lang::En, &date(text)), en);
    }
}

#[test]
fn spans_say_nothing_twice() {
    for (from, to, short) in [
        ("2024-03-12", "2024-03-13", "12–13 Mar 2024"),
        ("2024-03-31", "2024-04-02", "31 Mar – 2 Apr 2024"),
        ("2024-12-31", "2025-01-02", "31 Des 2024 – 2 Jan 2025"),
        ("2024-03-12", "2024-03-12", "12 Mar 2024"),
        ("2024-03", "2024-04", "Mar – Apr 2024"),
        ("2024", "2025", "2024 – 2025"),
        ("2024-03-12", "2024-04", "12 Mar 2024 – Apr 2024"),
        ("1950~", "..", "sejak sekitar 1950"),
        ("..", "2020-05", "sampai Mei 2020"),
        ("2024-03-12?", "2024-03-13", "12 Mar 2024 (?) – 13 Mar 2024"),
    ] {
        assert_eq!(span_short(Lang::Id, &date(from), Some(&date(to))), short);
    }
}

#[test]
fn the_clock_names_the_zones_of_indonesia() {
    let at = date("2026-01-10T09:05");
    assert_eq!(clock(Lang::Id, &at, Some("Asia/Pontianak")).as_deref(), Some("09.05 WIB"));
    assert_eq!(clock(Lang::En, &at, Some("Europe/Paris")).as_deref(), Some("09:05"));
    let with_offset = date("2026-01-10T09:05+09:00");
    assert_eq!(clock(Lang::En, &with_offset, Some("Asia/Jayapura")).as_deref(), Some("09:05 WIT"));
    assert_eq!(clock(Lang::En, &with_offset, Some("Asia/Tokyo")).as_deref(), Some("09:05 UTC+09:00"));
}
