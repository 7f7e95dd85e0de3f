//! Abbreviations in Indonesian administration. The index stores the short form as a synonym of the long one and the other way
//! round, so that a query for either finds both.

/// The short form and the words of the long form, folded.
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

/// The synonyms of the text at position `at`: the short form of a long form that starts there, and the words of the long form
/// of a short form.
pub(super) fn synonyms<'w>(at: usize, word: impl Fn(usize) -> Option<&'w str>) -> Vec<&'static str> {
    let mut added = Vec::new();
    let Some(first) = word(at) else { return added };
    for (short, long) in TABLE {
        if first == *short {
            added.extend(long.iter().copied());
        }
        if long.first() == Some(&first) && (at..).zip(*long).all(|(at, expected)| word(at) == Some(*expected))
        {
            added.push(*short);
        }
    }
    added
}

/// The alternatives for the first words: the long form of an abbreviation or the other way round, each with the number of words
/// that it replaces.
pub(super) fn replacements(words: &[String]) -> impl Iterator<Item = (Vec<String>, usize)> {
    TABLE.iter().filter_map(move |(short, long)| {
        if words.first().is_some_and(|word| word == short) {
            return Some((long.iter().map(|word| (*word).to_owned()).collect(), 1));
        }
        let is_long = words.len() >= long.len() && words.iter().zip(*long).all(|(word, of)| word == of);
        is_long.then(|| (vec![(*short).to_owned()], long.len()))
    })
}

/// The words at which [`synonyms`] can find something: the short forms and the first words of the long forms.
pub(super) fn trigger_words() -> impl Iterator<Item = &'static str> {
    TABLE.iter().flat_map(|(short, long)| std::iter::once(*short).chain(long.first().copied()))
}

/// The initials of a name of several words.
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
    fn synonyms_work_both_ways() {
        let synonyms = |text, at: usize| synonyms(at, |at| words(text).get(at).copied());
        assert_eq!(synonyms("sekretaris daerah kota", 0), ["sekda"]);
        assert_eq!(synonyms("sekretaris daerah kota", 1), [""; 0]);
        assert_eq!(synonyms("kota sekda", 1), ["sekretaris", "daerah"]);
        assert!(synonyms("wakil wali kota", 0).contains(&"wawali"));
        assert!(synonyms("wakil wali kota", 1).contains(&"walkot"));
        assert_eq!(synonyms("sekretaris", 0), [""; 0]);
    }

    #[test]
    fn initials_of_names() {
        assert_eq!(initials(&words("mal pelayanan publik")).as_deref(), Some("mpp"));
        assert_eq!(initials(&words("amirullah")), None);
    }
}
