//! The authors of a source as APA names them: people by family name and initials, institutions as they are.

use crate::text::fold;

/// The authors of a source.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Authors(Vec<Author>);

/// One author.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Author {
    /// A name that is not inverted: of an institution, a single name, or in another script.
    AsWritten(String),
    /// The family name, and the initials of the given names.
    Person { family: String, initials: String },
}

/// Words that occur only in names of institutions, folded.
const INSTITUTIONS: &[&str] = &[
    "admin",
    "agency",
    "antaranews",
    "association",
    "badan",
    "bagian",
    "balai",
    "bidang",
    "biro",
    "board",
    "bureau",
    "center",
    "centre",
    "city",
    "commission",
    "committee",
    "company",
    "council",
    "county",
    "daily",
    "department",
    "desk",
    "dewan",
    "dinas",
    "direktorat",
    "diskominfo",
    "dpr",
    "dprd",
    "editorial",
    "embassy",
    "foundation",
    "fraksi",
    "government",
    "hospital",
    "humas",
    "institute",
    "kabupaten",
    "kantor",
    "kedutaan",
    "kementerian",
    "kominfo",
    "koran",
    "kota",
    "lembaga",
    "limited",
    "ltd",
    "majalah",
    "media",
    "ministry",
    "news",
    "newspaper",
    "office",
    "pemerintah",
    "pemkab",
    "pemkot",
    "pemprov",
    "perusahaan",
    "portal",
    "press",
    "prokopim",
    "protokol",
    "provinsi",
    "pt",
    "puskesmas",
    "radio",
    "redaksi",
    "regency",
    "rsud",
    "sekretariat",
    "setda",
    "staff",
    "tabloid",
    "team",
    "televisi",
    "tim",
    "times",
    "tv",
    "universitas",
    "university",
    "yayasan",
];

/// Forms of address and degrees before a name, folded and without full stops.
const TITLES: &[&str] = &[
    "dr", "dra", "drg", "drs", "h", "hj", "ir", "kh", "mr", "mrs", "ms", "ny", "prof", "sir", "tn", "ustaz",
];

/// Particles that begin a family name, folded.
const PARTICLES: &[&str] =
    &["al", "bin", "binti", "da", "de", "del", "den", "der", "di", "el", "la", "van", "von"];

impl Authors {
    /// Parses the field `author`. `is_institution` tells whether a name is that of an institution.
    pub(super) fn read(text: &str, is_institution: impl Fn(&str) -> bool) -> Self {
        let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
        if is_institution(&text) {
            return Self(vec![Author::AsWritten(text)]);
        }
        let several = [";", " & ", " dan ", " and "];
        let mut names = vec![text];
        for sign in several {
            let cut = |name: String| name.split(sign).map(|it| it.trim().to_owned()).collect::<Vec<_>>();
            names = names.into_iter().flat_map(cut).collect();
        }
        let authors = names.iter().flat_map(|name| in_commas(name)).filter(|name| !name.is_empty());
        Self(authors.map(|name| Author::read(&name, &is_institution)).collect())
    }

    /// As in a reference list: `Contoh, R., & Misal, B.`
    pub(super) fn listed(&self) -> String {
        let names: Vec<String> = self.0.iter().map(Author::listed).collect();
        match names.as_slice() {
            [] => String::new(),
            [one] => one.clone(),
            [firsts @ .., last] => format!("{}, & {last}", firsts.join(", ")),
        }
    }

    /// As in an in-text citation: `Contoh & Misal`; for three or more, the first followed by `and_others`.
    pub(super) fn in_text(&self, and_others: &str) -> String {
        match self.0.as_slice() {
            [] => String::new(),
            [one] => one.family().to_owned(),
            [one, other] => format!("{} & {}", one.family(), other.family()),
            [first, ..] => format!("{} {and_others}", first.family()),
        }
    }
}

/// Splits names at commas: `Ratna Contoh, Bima Misal` are two people, `Contoh, Ratna` is one, and degrees are part of a name.
fn in_commas(name: &str) -> Vec<String> {
    let parts: Vec<&str> = name.split(',').map(str::trim).filter(|part| !is_degree(part)).collect();
    match parts.as_slice() {
        [family, given] if !family.contains(' ') => vec![format!("{family}, {given}")],
        parts => parts.iter().map(|part| (*part).to_owned()).collect(),
    }
}

/// Whether a part is an academic degree (`M.Si.`, `S.H.`, `PhD`): letters with inner full stops, or a few letters with several capitals.
fn is_degree(part: &str) -> bool {
    let letters = part.chars().filter(|c| c.is_alphabetic()).count();
    let large = part.chars().filter(|c| c.is_uppercase()).count();
    let is_initials = part.split(['.', ' ', '-']).all(|it| it.chars().count() <= 1);
    !part.contains(' ') && !is_initials && (part.contains('.') || (letters <= 4 && large > 1))
}

/// Whether the name has a word that occurs only in names of institutions.
pub(super) fn names_institution(name: &str) -> bool {
    let is_word = |word: &str| INSTITUTIONS.contains(&fold(word).as_str());
    name.chars().any(|c| c.is_ascii_digit()) || name.split(|c: char| !c.is_alphanumeric()).any(is_word)
}

impl Author {
    fn read(name: &str, is_institution: impl Fn(&str) -> bool) -> Self {
        if is_institution(name) || !is_latin(name) {
            return Self::AsWritten(name.to_owned());
        }
        if let Some((family, given)) = name.split_once(',') {
            return Self::person(family.trim(), given.split_whitespace());
        }
        let is_title =
            |word: &&str| word.ends_with('.') && TITLES.contains(&fold(word).trim_end_matches('.'));
        let words: Vec<&str> = name.split_whitespace().skip_while(is_title).collect();
        let is_particle = |word: &&str| PARTICLES.contains(&fold(word).as_str());
        let from =
            words.iter().skip(1).position(is_particle).map_or(words.len().saturating_sub(1), |at| at + 1);
        let (given, family) = words.split_at(from);
        Self::person(&family.join(" "), given.iter().copied())
    }

    fn person<'a>(family: &str, given: impl Iterator<Item = &'a str>) -> Self {
        let initials: Vec<String> = given.map(initial).filter(|it| !it.is_empty()).collect();
        if initials.is_empty() {
            return Self::AsWritten(family.to_owned());
        }
        Self::Person { family: family.to_owned(), initials: initials.join(" ") }
    }

    fn listed(&self) -> String {
        match self {
            Self::AsWritten(name) => name.clone(),
            Self::Person { family, initials } => format!("{family}, {initials}"),
        }
    }

    fn family(&self) -> &str {
        match self {
            Self::AsWritten(name) => name,
            Self::Person { family, .. } => family,
        }
    }
}

/// The initial of a name: `R.`; of a hyphenated name `J.-P.`
fn initial(word: &str) -> String {
    let of_part = |part: &str| {
        let first = part.chars().find(|c| c.is_alphabetic())?;
        Some(format!("{}.", first.to_uppercase()))
    };
    word.split('-').filter_map(of_part).collect::<Vec<_>>().join("-")
}

/// Whether a text is in Latin script.
pub(super) fn is_latin(text: &str) -> bool {
    text.chars().all(|c| !c.is_alphabetic() || c <= '\u{24f}')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Authors {
        Authors::read(text, |name| name == "Harian Contoh" || names_institution(name))
    }

    #[test]
    fn people_are_listed_by_family_name() {
        for (written, listed, in_text) in [
            ("Ratna Contoh", "Contoh, R.", "Contoh"),
            ("Ratna Dewi Contoh", "Contoh, R. D.", "Contoh"),
            ("Contoh, Ratna", "Contoh, R.", "Contoh"),
            ("Contoh, R. D.", "Contoh, R. D.", "Contoh"),
            ("Ratna", "Ratna", "Ratna"),
            ("Dr. Hj. Ratna Contoh, M.Si.", "Contoh, R.", "Contoh"),
            ("Jean-Paul Misal", "Misal, J.-P.", "Misal"),
            ("Ahmad bin Umar", "bin Umar, A.", "bin Umar"),
            ("Ratna Contoh dan Bima Misal", "Contoh, R., & Misal, B.", "Contoh & Misal"),
            ("Ratna Contoh, Bima Misal", "Contoh, R., & Misal, B.", "Contoh & Misal"),
            ("A Satu; B Dua; C Tiga", "Satu, A., Dua, B., & Tiga, C.", "Satu dkk."),
            ("Ratna Contoh & Amir", "Contoh, R., & Amir", "Contoh & Amir"),
        ] {
            let authors = read(written);
            assert_eq!((authors.listed().as_str(), authors.in_text("dkk.").as_str()), (listed, in_text));
        }
    }

    #[test]
    fn institutions_and_other_scripts_stay_as_written() {
        for written in [
            "Humas Pemkot Contoh",
            "Dinas Komunikasi dan Informatika Kota Contoh",
            "Harian Contoh",
            "The Jakarta Post Staff",
            "Ministry of Health",
            "محمد العربي",
            "王小明",
            "Kanal 24",
        ] {
            assert_eq!(read(written).listed(), written);
        }
    }
}
