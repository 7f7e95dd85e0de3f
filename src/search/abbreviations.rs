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

/// The words to put beside a text because of its word at `at`, if that is special: the short form of the long one that
/// begins there, and the words of the short one that it is.
pub(super) fn beside<'w>(at: usize, word: impl Fn(usize) -> Option<&'w str>) -> Vec<&'static str> {
    let mut added = Vec::new();
    for (short, long) in TABLE {
        if word(at) == Some(*short) {
            added.extend(long.iter().copied());
        }
        if (at..).zip(*long).all(|(at, wanted)| word(at) == Some(*wanted)) {
            added.push(*short);
        }
    }
    added
}

/// The words that can be an abbreviation, or the beginning of what one stands for; no others need be asked about.
pub(super) fn special() -> impl Iterator<Item = &'static str> {
    TABLE.iter().flat_map(|(short, long)| std::iter::once(*short).chain(long.first().copied()))
}

/// The first letters of a name of several words.
pub(super) fn initials(words: &[&str]) -> Option<String> {
    let initials: String = words.iter().filter_map(|word| word.chars().next()).collect();
    (words.len() > 1).then_some(initials)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> Vec<&str> {
        text.split(' ').collect()
    }

    #[test]
    fn both_ways() {
        let beside = |text, at: usize| beside(at, |at| words(text).get(at).copied());
        assert_eq!(beside("sekretaris daerah kota", 0), ["sekda"]);
        assert_eq!(beside("sekretaris daerah kota", 1), [""; 0]);
        assert_eq!(beside("kota sekda", 1), ["sekretaris", "daerah"]);
        assert!(beside("wakil wali kota", 0).contains(&"wawali"));
        assert!(beside("wakil wali kota", 1).contains(&"walkot"));
        assert_eq!(beside("sekretaris", 0), [""; 0]);
    }

    #[test]
    fn initials_of_names() {
        assert_eq!(initials(&words("mal pelayanan publik")).as_deref(), Some("mpp"));
        assert_eq!(initials(&words("amirullah")), None);
    }
}
