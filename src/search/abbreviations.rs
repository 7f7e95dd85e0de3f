//! Abbreviations of Indonesian officialdom, so that who types one finds the other: the short form stands in the index
//! beside the long one, and the other way round.

/// The short form, and the words of the long one, folded.
const TABLE: &[(&str, &[&str])] = &[
    ("sekda", &["sekretaris", "daerah"]),
    ("sekwan", &["sekretaris", "dewan"]),
    ("wawali", &["wakil", "wali", "kota"]),
    ("wawako", &["wakil", "wali", "kota"]),
    ("walkot", &["wali", "kota"]),
    ("walikota", &["wali", "kota"]),
    ("wabup", &["wakil", "bupati"]),
    ("wagub", &["wakil", "gubernur"]),
    ("pemkot", &["pemerintah", "kota"]),
    ("pemkab", &["pemerintah", "kabupaten"]),
    ("pemprov", &["pemerintah", "provinsi"]),
    ("pemda", &["pemerintah", "daerah"]),
    ("kadis", &["kepala", "dinas"]),
    ("kabid", &["kepala", "bidang"]),
    ("kabag", &["kepala", "bagian"]),
    ("kades", &["kepala", "desa"]),
    ("dinkes", &["dinas", "kesehatan"]),
    ("disdik", &["dinas", "pendidikan"]),
    ("dishub", &["dinas", "perhubungan"]),
    ("diskominfo", &["dinas", "komunikasi", "dan", "informatika"]),
    ("disdukcapil", &["dinas", "kependudukan", "dan", "pencatatan", "sipil"]),
    ("dpmptsp", &["dinas", "penanaman", "modal", "dan", "pelayanan", "terpadu", "satu", "pintu"]),
    ("puskesmas", &["pusat", "kesehatan", "masyarakat"]),
    ("rsud", &["rumah", "sakit", "umum", "daerah"]),
    ("mpp", &["mal", "pelayanan", "publik"]),
    ("umkm", &["usaha", "mikro", "kecil", "dan", "menengah"]),
    ("dprd", &["dewan", "perwakilan", "rakyat", "daerah"]),
    ("asn", &["aparatur", "sipil", "negara"]),
];

/// The words to put beside a text of these words: the short form of each long one, and the words of each short one.
pub(super) fn beside(words: &[String]) -> Vec<&'static str> {
    let mut added = Vec::new();
    for (short, long) in TABLE {
        if words.iter().any(|word| word == short) {
            added.extend(long.iter().copied());
        }
        if words.windows(long.len()).any(|window| window.iter().map(String::as_str).eq(long.iter().copied()))
        {
            added.push(*short);
        }
    }
    added
}

/// Whether a word can be part of an abbreviation or of what it stands for; most cannot.
pub(super) fn is_special(word: &str) -> bool {
    TABLE.iter().any(|(short, long)| *short == word || long.first() == Some(&word))
}

/// The first letters of a name of several words.
pub(super) fn initials(words: &[String]) -> Option<String> {
    let initials: String = words.iter().filter_map(|word| word.chars().next()).collect();
    (words.len() > 1).then_some(initials)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> Vec<String> {
        text.split(' ').map(str::to_owned).collect()
    }

    #[test]
    fn both_ways() {
        assert_eq!(beside(&words("sekretaris daerah kota")), ["sekda"]);
        assert_eq!(beside(&words("sekda kota")), ["sekretaris", "daerah"]);
        assert!(beside(&words("wakil wali kota")).contains(&"wawali"));
        assert_eq!(beside(&words("kota")), [""; 0]);
    }

    #[test]
    fn initials_of_names() {
        assert_eq!(initials(&words("mal pelayanan publik")).as_deref(), Some("mpp"));
        assert_eq!(initials(&words("amirullah")), None);
    }
}
