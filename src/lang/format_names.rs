//! Indonesian words for names in the record format, used for suggestions.

use crate::text::fold;

/// Indonesian words (folded), and the names in the format that they may mean.
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
    ("hadir", &["attendance", "present"]),
    ("hasil", &["outcomes"]),
    ("izin", &["apologies"]),
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
    ("lokasi", &["itinerary", "stop", "place"]),
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
    ("tidak_hadir", &["absent"]),
    ("tuan_rumah", &["host"]),
    ("tujuan", &["objectives"]),
    ("zona_waktu", &["timezone"]),
];

/// The known name that an Indonesian word may mean.
pub fn format_name(word: &str, known: &[&'static str]) -> Option<&'static str> {
    let word = fold(word.trim()).replace([' ', '-'], "_");
    let (_, names) = WORDS.iter().find(|(other, _)| *other == word)?;
    names.iter().find_map(|name| known.iter().find(|known| *known == name).copied())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn indonesian_names_are_known_where_they_fit() {
        assert_eq!(format_name("Judul", &["id", "title"]), Some("title"));
        assert_eq!(format_name("tuan rumah", &["visitor", "host"]), Some("host"));
        assert_eq!(format_name("judul", &["id", "name"]), None);
    }
}
