//! What somebody means who writes a record in everyday words: dates as they are printed, Indonesian names of fields.

use super::dates::{MONTHS, WEEKDAYS};
use crate::model::PartialDate;
use crate::text::fold;

/// Indonesian words, and the names in the format that they may stand for.
const WORDS: &[(&str, &[&str])] = &[
    ("alamat", &["address"]),
    ("bahasa", &["language"]),
    ("berita", &["news"]),
    ("biaya", &["expenses"]),
    ("catatan", &["notes", "note"]),
    ("dibatalkan", &["cancelled"]),
    ("dikunjungi", &["visited"]),
    ("direncanakan", &["planned"]),
    ("ditandatangani", &["signed"]),
    ("diumumkan", &["announced"]),
    ("hadir", &["attendance"]),
    ("hasil", &["outcomes"]),
    ("isi", &["text"]),
    ("jabatan", &["post"]),
    ("jadwal", &["itinerary"]),
    ("jenis", &["type", "classification"]),
    ("judul", &["title"]),
    ("jumlah", &["count", "amount"]),
    ("kegiatan", &["activities"]),
    ("kota", &["locality"]),
    ("kunjungan", &["visits", "visit"]),
    ("kunjungan_kerja", &["working_visit"]),
    ("kutipan", &["quote", "statements"]),
    ("mata_uang", &["currency"]),
    ("nama", &["name"]),
    ("negara", &["country"]),
    ("organisasi", &["organization", "organizations"]),
    ("orang", &["person"]),
    ("parafrasa", &["paraphrase"]),
    ("pembicara", &["speaker"]),
    ("penerbit", &["publisher"]),
    ("penulis", &["author"]),
    ("peran", &["role"]),
    ("pernyataan", &["statements", "quote"]),
    ("persinggahan", &["itinerary", "stop"]),
    ("peserta", &["participants", "member"]),
    ("pihak", &["side"]),
    ("provinsi", &["region"]),
    ("rapat", &["meeting"]),
    ("ringkasan", &["summary"]),
    ("rombongan", &["group"]),
    ("selesai", &["passed", "done", "end_date"]),
    ("siaran_pers", &["press_release"]),
    ("singkatan", &["short_name"]),
    ("studi_tiru", &["study_visit"]),
    ("studi_banding", &["study_visit"]),
    ("sumber", &["sources", "source"]),
    ("tamu", &["visitor"]),
    ("tanggal", &["start_date", "date"]),
    ("teks", &["text"]),
    ("tempat", &["place", "stop", "itinerary"]),
    ("topik", &["topics"]),
    ("transkrip", &["transcript"]),
    ("tuan_rumah", &["host"]),
    ("tujuan", &["objectives"]),
    ("zona_waktu", &["timezone"]),
];

/// The one of the known names that an Indonesian word stands for.
pub fn name_meant(word: &str, known: &[&'static str]) -> Option<&'static str> {
    let word = fold(word.trim()).replace([' ', '-'], "_");
    let (_, names) = WORDS.iter().find(|(other, _)| *other == word)?;
    names.iter().find_map(|name| known.iter().find(|known| *known == name).copied())
}

/// A date of the format for one that is written as people do: `10/1/2026` (the day first), `Sabtu, 10 Januari 2026`,
/// `2026-1-10`, `2026-01-10 09.30`.
pub fn date_meant(text: &str) -> Option<PartialDate> {
    let text = fold(text);
    let (days, time) = match text
        .split_once([' ', 't'])
        .filter(|(days, _)| days.starts_with(|c: char| c.is_ascii_digit()))
    {
        Some((days, time)) if time.contains(['.', ':']) => (days, Some(time.trim().replace('.', ":"))),
        _ => (text.as_str(), None),
    };
    let words: Vec<&str> =
        days.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let is_weekday = |word: &&str| WEEKDAYS.iter().flatten().any(|day| fold(day) == *word);
    let words: Vec<&str> = words.into_iter().filter(|word| !is_weekday(word)).collect();
    let month = |word: &str| {
        let place = |months: &[&str; 12]| months.iter().position(|month| fold(month) == word);
        MONTHS.iter().find_map(place).map(|place| place + 1)
    };
    let number = |word: &str| word.parse::<usize>().ok();
    let is_year = |word: &str| word.len() == 4 && number(word).is_some();
    let written = match words.as_slice() {
        [day, name, year] if is_year(year) && month(name).is_some() => {
            format!("{year}-{:02}-{:02}", month(name)?, number(day)?)
        }
        [name, year] if is_year(year) && month(name).is_some() => format!("{year}-{:02}", month(name)?),
        [year, month, day] if is_year(year) => format!("{year}-{:02}-{:02}", number(month)?, number(day)?),
        [day, month, year] if is_year(year) => format!("{year}-{:02}-{:02}", number(month)?, number(day)?),
        [month, year] if is_year(year) => format!("{year}-{:02}", number(month)?),
        [year, month] if is_year(year) => format!("{year}-{:02}", number(month)?),
        [all] if all.len() == 8 && number(all).is_some() => {
            format!("{}-{}-{}", all.get(..4)?, all.get(4..6)?, all.get(6..)?)
        }
        _ => return None,
    };
    let time = time.map(|time| format!("T{time}")).unwrap_or_default();
    format!("{written}{time}").parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_read_as_people_write_them() {
        for (text, meant) in [
            ("10/1/2026", "2026-01-10"),
            ("10-01-2026", "2026-01-10"),
            ("Sabtu, 10 Januari 2026", "2026-01-10"),
            ("10 January 2026", "2026-01-10"),
            ("Januari 2026", "2026-01"),
            ("2026-1-10", "2026-01-10"),
            ("2026/01/10", "2026-01-10"),
            ("2026-01-10 09:30", "2026-01-10T09:30"),
            ("2026-01-10T09.30", "2026-01-10T09:30"),
            ("20260110", "2026-01-10"),
        ] {
            assert_eq!(date_meant(text).map(|date| date.to_string()).as_deref(), Some(meant), "{text}");
        }
        for text in ["kemarin", "31/4/2026", "2026-30-02", "10 s.d. 12 Januari 2026", "", "1/2"] {
            assert_eq!(date_meant(text), None, "{text}");
        }
    }

    #[test]
    fn indonesian_names_are_known_where_they_fit() {
        assert_eq!(name_meant("Judul", &["id", "title"]), Some("title"));
        assert_eq!(name_meant("tuan rumah", &["visitor", "host"]), Some("host"));
        assert_eq!(name_meant("judul", &["id", "name"]), None);
    }
}
