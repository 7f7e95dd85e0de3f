//! The authors of a source as APA names them: people by family name and initials, institutions as they are.

use crate::lang::Lang;
use crate::text::fold;

/// The authors of a source.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Authors(Vec<Author>);

/// One author.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Author {
    /// A name that is not inverted: of an institution, a single name, or in another script.
    AsWritten(String),
    /// A person with a family name and given names.
    Person {
        family: String,
        given: String,
        /// The name as written, if it is written in natural order.
        written: Option<String>,
    },
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
    /// Parses the field `author`. `is_institution` recognizes names of institutions.
    pub(super) fn read(text: &str, is_institution: impl Fn(&str) -> bool) -> Self {
        let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
        let pieces = text.split(';').map(str::trim).flat_map(|piece| conjoined(piece, &is_institution));
        let is_listed = text.contains(';');
        Self(pieces.flat_map(|piece| in_commas(piece, is_listed, &is_institution)).collect())
    }

    /// The authors; perhaps none.
    pub(super) fn each(&self) -> &[Author] {
        &self.0
    }

    /// As in running text: `Ratna Contoh dan Bima Misal`.
    pub(super) fn named(&self, lang: Lang) -> String {
        lang.all_of(&self.0.iter().map(Author::named).collect::<Vec<_>>())
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

/// The separators of authors other than a semicolon and a comma.
const CONJUNCTIONS: [&str; 3] = [" & ", " dan ", " and "];

/// Splits names at conjunctions, but not within the name of an institution, unless another name begins after the conjunction.
fn conjoined<'t>(text: &'t str, is_institution: &impl Fn(&str) -> bool) -> Vec<&'t str> {
    let cuts = CONJUNCTIONS.iter().filter_map(|sign| text.split_once(sign));
    let Some((first, rest)) = cuts.min_by_key(|(first, _)| first.len()) else { return vec![text] };
    let begins = |name: &str| fold(name.split(' ').next().unwrap_or_default());
    let is_person = || first.contains(' ') && !is_institution(first);
    let begins_anew = || {
        let beginning = begins(rest);
        names_institution(&beginning) && (is_person() || beginning == begins(first))
    };
    if is_institution(text) && !begins_anew() {
        return vec![text];
    }
    [vec![first], conjoined(rest, is_institution)].concat()
}

/// Splits names at commas: `Ratna Contoh, Bima Misal` are two people, `Contoh, Ratna` is one, and degrees are part of a name. In
/// a list with semicolons a comma always follows a family name.
fn in_commas(text: &str, is_listed: bool, is_institution: &impl Fn(&str) -> bool) -> Vec<Author> {
    let text = text.trim_matches([',', ' ']);
    if is_institution(text) {
        return vec![Author::AsWritten(text.to_owned())];
    }
    let parts: Vec<&str> =
        text.split(',').map(str::trim).filter(|part| !part.is_empty() && !is_degree(part)).collect();
    let is_pair = |pair: &[&str]| matches!(pair, [_, given] if is_initials(given));
    match parts.as_slice() {
        [] => Vec::new(),
        [name] => vec![Author::read(name, text)],
        pairs if pairs.chunks(2).all(is_pair) => {
            pairs.chunks(2).filter_map(|pair| Some(Author::inverted(pair.first()?, pair.get(1)?))).collect()
        }
        [family, given]
            if is_listed || begins_family(family) || !family.contains(' ') || !given.contains(' ') =>
        {
            vec![Author::inverted(family, given)]
        }
        names => names.iter().map(|name| Author::read(name, name)).collect(),
    }
}

/// Whether a part consists of initials: `R. D.`, `J.-P.`
fn is_initials(name: &str) -> bool {
    name.contains('.') && name.split(['.', ' ', '-']).all(|it| it.chars().count() <= 1)
}

fn begins_family(name: &str) -> bool {
    name.split(' ').next().is_some_and(is_particle)
}

fn is_particle(word: &str) -> bool {
    PARTICLES.contains(&fold(word).as_str())
}

fn is_title(word: &str) -> bool {
    word.ends_with('.') && TITLES.contains(&fold(word).trim_end_matches('.'))
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
    /// Parses a name in natural order; `written` is the name with its degrees.
    fn read(name: &str, written: &str) -> Self {
        if !is_latin(name) {
            return Self::AsWritten(written.to_owned());
        }
        let words: Vec<&str> = name.split(' ').skip_while(|word| is_title(word)).collect();
        let from = match words.as_slice() {
            [first, second, ..] if is_particle(first) && is_particle(second) => 0,
            _ => {
                let particle = words.iter().skip(1).position(|word| is_particle(word));
                particle.map_or(words.len().saturating_sub(1), |at| at + 1)
            }
        };
        let (given, family) = words.split_at(from);
        match given {
            [] => Self::AsWritten(written.to_owned()),
            _ => Self::Person {
                family: family.join(" "),
                given: given.join(" "),
                written: Some(written.to_owned()),
            },
        }
    }

    /// A name with the family name first.
    fn inverted(family: &str, given: &str) -> Self {
        Self::Person { family: family.to_owned(), given: given.to_owned(), written: None }
    }

    /// The name in natural order.
    pub(super) fn named(&self) -> String {
        match self {
            Self::AsWritten(name) | Self::Person { written: Some(name), .. } => name.clone(),
            Self::Person { family, given, written: None } => format!("{given} {family}"),
        }
    }

    fn listed(&self) -> String {
        match self {
            Self::AsWritten(name) => name.clone(),
            Self::Person { family, given, .. } => {
                let names = given.split(' ').skip_while(|word| is_title(word));
                let initials: Vec<String> = names.map(initials).filter(|it| !it.is_empty()).collect();
                [vec![format!("{family},")], initials].concat().join(" ")
            }
        }
    }

    fn family(&self) -> &str {
        match self {
            Self::AsWritten(name) => name,
            Self::Person { family, .. } => family,
        }
    }
}

/// The initials of a name: `R.`; of a hyphenated name `J.-P.`, of initials without a space `R. D.`
fn initials(word: &str) -> String {
    let of_part = |part: &str| {
        let first = part.chars().find(|c| c.is_alphabetic())?;
        Some(format!("{}.", first.to_uppercase()))
    };
    let of_word = |word: &str| word.split('-').filter_map(of_part).collect::<Vec<_>>().join("-");
    if is_initials(word) && !word.contains('-') {
        return word.split('.').map(of_word).filter(|it| !it.is_empty()).collect::<Vec<_>>().join(" ");
    }
    of_word(word)
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
            (
                "Van der Umpama, Budi; Siti Rekaan",
                "Van der Umpama, B., & Rekaan, S.",
                "Van der Umpama & Rekaan",
            ),
            (
                "Contoh Besar, Ratna Dewi; Misal, B.",
                "Contoh Besar, R. D., & Misal, B.",
                "Contoh Besar & Misal",
            ),
            ("Contoh, Ratna and Misal, Bima", "Contoh, R., & Misal, B.", "Contoh & Misal"),
            ("Contoh, R., Misal, B., & Tiga, C.D.", "Contoh, R., Misal, B., & Tiga, C. D.", "Contoh dkk."),
            ("Ratna Contoh, Bima Misal, dan Cici Tiga", "Contoh, R., Misal, B., & Tiga, C.", "Contoh dkk."),
            ("Contoh, R., Misal, J.-P.", "Contoh, R., & Misal, J.-P.", "Contoh & Misal"),
            ("Ratna Contoh, Bima M. Misal", "Contoh, R., & Misal, B. M.", "Contoh & Misal"),
            ("Ratna Contoh, PhD", "Contoh, R.", "Contoh"),
            ("Van der Umpama, Budi Anto", "Van der Umpama, B. A.", "Van der Umpama"),
            ("Van der Umpama", "Van der Umpama", "Van der Umpama"),
            ("Umpama, Dr. Budi", "Umpama, B.", "Umpama"),
            (
                "Budi Umpama; Dinas Kesehatan, Kota Rekaan",
                "Umpama, B., & Dinas Kesehatan, Kota Rekaan",
                "Umpama & Dinas Kesehatan, Kota Rekaan",
            ),
            (
                "Budi Umpama dan Dinas Komunikasi dan Informatika",
                "Umpama, B., & Dinas Komunikasi dan Informatika",
                "Umpama & Dinas Komunikasi dan Informatika",
            ),
        ] {
            let authors = read(written);
            assert_eq!((authors.listed().as_str(), authors.in_text("dkk.").as_str()), (listed, in_text));
        }
    }

    #[test]
    fn in_running_text_a_name_begins_with_the_first() {
        for (written, named) in [
            ("Tulisan, Sari", "Sari Tulisan"),
            ("Dr. Hj. Ratna Contoh, M.Si.", "Dr. Hj. Ratna Contoh, M.Si."),
            ("Van der Umpama, Budi; Siti Rekaan", "Budi Van der Umpama dan Siti Rekaan"),
            ("Dinas Kesehatan, Kota Rekaan", "Dinas Kesehatan, Kota Rekaan"),
            ("A Satu; B Dua; C Tiga", "A Satu, B Dua, dan C Tiga"),
        ] {
            assert_eq!(read(written).named(Lang::Id), named);
        }
        assert!(read(" ; ").each().is_empty());
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
            "Dinas Komunikasi, Informatika, dan Statistik",
            "Humas dan Protokol Kota Contoh",
            "Dinas Pemuda dan Bidang Olahraga Kota Contoh",
        ] {
            assert_eq!(read(written).listed(), written);
        }
    }
}
