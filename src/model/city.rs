//! The city and the country of stops and organizations: by place, by name, or by parent organization.

use std::collections::BTreeSet;

use super::{Organization, Participant, Side, Stop, Visit};
use crate::text::fold;

/// A city or a regency, identified by its key: `Kota Bogor` equals `Bogor`, but not `Kabupaten Bogor`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct City {
    /// The name.
    pub name: String,
    /// The key for comparison.
    pub key: String,
    kind: GovernmentKind,
    /// The name without the kind.
    bare: String,
}

/// How the keys of regencies begin.
const REGENCY: &str = "kabupaten ";

/// Whether a government is that of a city or of a regency.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum GovernmentKind {
    City,
    Regency,
}

/// Prefixes of government names before the city, longer ones before their own prefixes.
const PREFIXES: &[(&[&str], GovernmentKind)] = &[
    (&["pemerintah", "kota", "administrasi"], GovernmentKind::City),
    (&["pemerintah", "kota", "madya"], GovernmentKind::City),
    (&["pemerintah", "kota"], GovernmentKind::City),
    (&["pemerintah", "kotamadya"], GovernmentKind::City),
    (&["pemerintah", "kabupaten", "administrasi"], GovernmentKind::Regency),
    (&["pemerintah", "kabupaten"], GovernmentKind::Regency),
    (&["pemerintah", "kab"], GovernmentKind::Regency),
    (&["pemkot", "administrasi"], GovernmentKind::City),
    (&["pemkot"], GovernmentKind::City),
    (&["pemkab"], GovernmentKind::Regency),
    (&["balai", "kota"], GovernmentKind::City),
    (&["dewan", "bandaraya"], GovernmentKind::City),
    (&["majlis", "bandaraya"], GovernmentKind::City),
    (&["majlis", "perbandaran"], GovernmentKind::City),
    (&["government", "of", "the", "city", "of"], GovernmentKind::City),
    (&["city", "government", "of"], GovernmentKind::City),
    (&["city", "council", "of"], GovernmentKind::City),
    (&["municipal", "government", "of"], GovernmentKind::City),
    (&["municipality", "of"], GovernmentKind::City),
    (&["government", "of", "the", "regency", "of"], GovernmentKind::Regency),
    (&["regency", "government", "of"], GovernmentKind::Regency),
];

/// Suffixes of government names after the city.
const SUFFIXES: &[(&[&str], GovernmentKind)] = &[
    (&["city", "council"], GovernmentKind::City),
    (&["city", "government"], GovernmentKind::City),
    (&["city", "administration"], GovernmentKind::City),
    (&["city", "hall"], GovernmentKind::City),
    (&["municipal", "council"], GovernmentKind::City),
    (&["municipal", "government"], GovernmentKind::City),
    (&["municipality"], GovernmentKind::City),
    (&["metropolitan", "government"], GovernmentKind::City),
    (&["town", "council"], GovernmentKind::City),
    (&["regency", "government"], GovernmentKind::Regency),
];

/// Prefixes that mark a city or a regency, but may also be part of another name.
const BARE_PREFIXES: &[(&[&str], GovernmentKind)] = &[
    (&["kota", "administrasi"], GovernmentKind::City),
    (&["kotamadya"], GovernmentKind::City),
    (&["kota"], GovernmentKind::City),
    (&["kabupaten", "administrasi"], GovernmentKind::Regency),
    (&["kabupaten"], GovernmentKind::Regency),
    (&["kab"], GovernmentKind::Regency),
    (&["city", "of"], GovernmentKind::City),
    (&["town", "of"], GovernmentKind::City),
    (&["regency", "of"], GovernmentKind::Regency),
];
const BARE_SUFFIXES: &[(&[&str], GovernmentKind)] =
    &[(&["city"], GovernmentKind::City), (&["regency"], GovernmentKind::Regency)];

/// Prefixes of names of local government bodies, which end with the city.
const BODIES: &[&str] = &[
    "badan",
    "bagian",
    "bappeda",
    "bpbd",
    "dinas",
    "disdukcapil",
    "dprd",
    "inspektorat",
    "kantor",
    "mal",
    "mpp",
    "puskesmas",
    "rsud",
    "satpol",
    "sekretariat",
];

/// The kind of government by classification.
fn kind_of(classification: Option<&str>) -> Option<GovernmentKind> {
    match classification?.to_ascii_lowercase().as_str() {
        "city" | "municipality" | "town" | "kota" => Some(GovernmentKind::City),
        "regency" | "kabupaten" => Some(GovernmentKind::Regency),
        _ => None,
    }
}

impl City {
    /// The city with a name as written in a record.
    pub fn called(name: &str) -> Self {
        let name = name.trim();
        let (kind, of) = bare(name).unwrap_or_else(|| (GovernmentKind::City, name.to_owned()));
        Self::new(name.to_owned(), kind, of)
    }

    /// The key of a city, or of the city of whose name a regency is.
    pub fn key_without_kind(key: &str) -> &str {
        key.strip_prefix(REGENCY).unwrap_or(key)
    }

    fn new(name: String, kind: GovernmentKind, bare: String) -> Self {
        let key = match kind {
            GovernmentKind::City => fold(&bare),
            GovernmentKind::Regency => format!("{REGENCY}{}", fold(&bare)),
        };
        Self { name, key, kind, bare }
    }

    /// The name with the kind: `Kota Bogor` for `Bogor`, `Kabupaten Bogor` for `Kab. Bogor`.
    pub fn with_kind(&self) -> String {
        match self.kind {
            GovernmentKind::City => format!("Kota {}", self.bare),
            GovernmentKind::Regency => format!("Kabupaten {}", self.bare),
        }
    }

    /// All names: of a city also the one without the kind, which of a regency would be the city.
    pub fn names(&self) -> impl Iterator<Item = String> {
        let bare = (self.kind == GovernmentKind::City).then(|| self.bare.clone());
        bare.into_iter().chain([self.with_kind()])
    }

    /// The city of a government or a local government body with this name.
    pub fn governed_by(name: &str, classification: Option<&str>) -> Option<Self> {
        let kind = kind_of(classification);
        let words: Vec<&str> = head(name).split_whitespace().collect();
        let named = of_government(&words)
            .or_else(|| bare(name).filter(|_| classification.is_none() || kind.is_some()))
            .or_else(|| of_body(&words));
        match (named, kind) {
            (Some((GovernmentKind::City, of)), _) => Some(Self::called(&of)),
            (Some((GovernmentKind::Regency, of)), _) => {
                Some(Self::new(format!("Kabupaten {of}"), GovernmentKind::Regency, of))
            }
            (None, Some(kind)) => Some(Self::new(name.to_owned(), kind, name.to_owned())),
            (None, None) => None,
        }
    }
}

/// The name without an addition in parentheses or after a comma.
fn head(name: &str) -> &str {
    name.split([',', '(']).next().unwrap_or_default()
}

/// Strips the listed prefixes or suffixes from a name.
fn without(
    words: &[&str],
    prefixes: &[(&[&str], GovernmentKind)],
    suffixes: &[(&[&str], GovernmentKind)],
) -> Option<(GovernmentKind, String)> {
    let folded: Vec<String> = words.iter().map(|word| fold(word.trim_end_matches('.'))).collect();
    let starts = |of: &[&str]| folded.len() > of.len() && folded.iter().zip(of).all(|(word, it)| word == it);
    let ends = |of: &[&str]| {
        folded.len() > of.len() && folded.iter().rev().zip(of.iter().rev()).all(|(word, it)| word == it)
    };
    let before = prefixes.iter().find(|(of, _)| starts(of));
    let after = || suffixes.iter().find(|(of, _)| ends(of));
    let (kind, rest) = match before {
        Some((of, kind)) => (*kind, words.get(of.len()..)?),
        None => after().and_then(|(of, kind)| Some((*kind, words.get(..words.len() - of.len())?)))?,
    };
    Some((kind, rest.join(" ")))
}

fn of_government(words: &[&str]) -> Option<(GovernmentKind, String)> {
    without(words, PREFIXES, SUFFIXES)
}

fn bare(name: &str) -> Option<(GovernmentKind, String)> {
    let words: Vec<&str> = head(name).split_whitespace().collect();
    without(&words, BARE_PREFIXES, BARE_SUFFIXES)
}

/// `Dinas Kesehatan Kota Bogor`, but not `Museum Kota Tua`.
fn of_body(words: &[&str]) -> Option<(GovernmentKind, String)> {
    let folded: Vec<String> = words.iter().map(|word| fold(word.trim_end_matches('.'))).collect();
    if !folded.first().is_some_and(|first| BODIES.contains(&first.as_str())) {
        return None;
    }
    let kind = |word: &str| match word {
        "kota" => Some(GovernmentKind::City),
        "kabupaten" | "kab" => Some(GovernmentKind::Regency),
        _ => None,
    };
    let (at, kind) = folded.iter().enumerate().rev().find_map(|(at, word)| Some((at, kind(word)?)))?;
    let after = words.iter().zip(&folded).skip(at + 1);
    let of: Vec<&str> =
        after.take_while(|(_, folded)| folded.as_str() != "provinsi").map(|(word, _)| *word).collect();
    (!of.is_empty()).then(|| (kind, of.join(" ")))
}

impl Visit {
    /// An organization, its parent, and so on.
    fn upwards<'a>(&'a self, organization: &'a Organization) -> impl Iterator<Item = &'a Organization> {
        let mut met = BTreeSet::new();
        let next = |it: &&'a Organization| it.parent.as_ref().and_then(|id| self.organization(id));
        std::iter::successors(Some(organization), next).take_while(move |it| met.insert(&it.id))
    }

    /// The city of an organization: by its place, else by its name, else that of its parent.
    pub fn city_of(&self, organization: &Organization) -> Option<City> {
        self.upwards(organization).find_map(|it| {
            let place = it.place.as_ref().and_then(|place| place.locality.as_deref());
            let locality = place.filter(|name| !name.trim().is_empty()).map(City::called);
            locality.or_else(|| City::governed_by(&it.name, it.classification.as_deref()))
        })
    }

    /// The country of an organization, as written.
    pub fn country_of<'a>(&'a self, organization: &'a Organization) -> Option<&'a str> {
        self.upwards(organization).find_map(|it| {
            let place = it.place.as_ref().and_then(|place| place.country.as_deref());
            place.or_else(|| (it.classification.as_deref() == Some("country")).then_some(it.name.as_str()))
        })
    }

    /// The city of a stop: by its place, else that of the visited organization.
    pub fn city_of_stop(&self, stop: &Stop) -> Option<City> {
        let place = stop.place.iter().find_map(|place| place.locality.as_deref());
        let locality = place.filter(|name| !name.trim().is_empty()).map(City::called);
        locality.or_else(|| self.city_of(self.organization(stop.organization.as_ref()?)?))
    }

    /// The country of a stop, by its place or the visited organization.
    pub fn country_of_stop<'a>(&'a self, stop: &'a Stop) -> Option<&'a str> {
        let place = stop.place.iter().find_map(|place| place.country.as_deref());
        place.or_else(|| self.country_of(self.organization(stop.organization.as_ref()?)?))
    }

    /// The organizations of the hosts and the visitors; not those of third parties.
    pub fn parties(&self) -> impl Iterator<Item = &Organization> {
        self.organizations.iter().filter(|it| it.side() != Some(Side::ThirdParty))
    }

    /// The organizations of a side: by their role, or by the side of their participants.
    pub fn organizations_of(&self, side: Side) -> Vec<&Organization> {
        let is_one = |it: &Participant| it.side == Some(side);
        let of_people: BTreeSet<_> =
            self.participants.iter().filter(|it| is_one(it)).flat_map(Participant::organizations).collect();
        let is_meant = |it: &&Organization| match it.side() {
            Some(own) => own == side,
            None => of_people.contains(&it.id),
        };
        self.organizations.iter().filter(is_meant).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::City;
    use crate::load::load_text;

    #[test]
    fn the_name_of_a_government_holds_that_of_its_city() {
        for (name, city) in [
            ("Pemerintah Kota Bogor", "Bogor"),
            ("Pemkot Bogor", "Bogor"),
            ("PEMKOT  Bogor, Jawa Barat", "Bogor"),
            ("Kota Bogor", "Bogor"),
            ("Pemerintah Kota Administrasi Jakarta Pusat", "Jakarta Pusat"),
            ("Pemerintah Kabupaten Sleman", "Kabupaten Sleman"),
            ("Pemkab Sleman", "Kabupaten Sleman"),
            ("Kab. Sleman", "Kabupaten Sleman"),
            ("Dinas Kesehatan Kota Bogor", "Bogor"),
            ("DPRD Kabupaten Sleman Provinsi DIY", "Kabupaten Sleman"),
            ("City of Springfield", "Springfield"),
            ("Springfield City Council", "Springfield"),
            ("Kota Kinabalu City Council", "Kota Kinabalu"),
            ("City of Kota Kinabalu", "Kota Kinabalu"),
            ("Municipality of Example", "Example"),
        ] {
            let found = City::governed_by(name, None).map(|it| it.name);
            assert_eq!(found.as_deref(), Some(city), "{name}");
        }
        for (name, classification) in [
            ("Museum Kota Tua", None),
            ("Kota Satu Properti", Some("company")),
            ("Kementerian Kesehatan", Some("ministry")),
            ("Pemerintah Provinsi Jawa Barat", None),
            ("Kota", None),
        ] {
            assert_eq!(City::governed_by(name, classification), None, "{name}");
        }
        assert_eq!(City::governed_by("Bogor", Some("city")).map(|it| it.name).as_deref(), Some("Bogor"));
    }

    #[test]
    fn a_city_is_told_from_a_regency_by_its_whole_name() {
        for (name, names) in [
            ("Bogor", &["Bogor", "Kota Bogor"][..]),
            ("Kota Bogor", &["Bogor", "Kota Bogor"]),
            ("City of Springfield", &["Springfield", "Kota Springfield"]),
            ("Kab. Bogor", &["Kabupaten Bogor"]),
            ("Bogor Regency", &["Kabupaten Bogor"]),
        ] {
            assert_eq!(City::called(name).names().collect::<Vec<_>>(), names, "{name}");
        }
        let regency = City::governed_by("Bogor", Some("regency")).map(|it| it.with_kind());
        assert_eq!(regency.as_deref(), Some("Kabupaten Bogor"));
    }

    #[test]
    fn a_city_is_not_the_regency_around_it() {
        let key = |name| City::called(name).key;
        assert_eq!(key("Kota Bogor"), key("bogor"));
        assert_eq!(key("Kabupaten Bogor"), key("Kab. Bogor"));
        assert_ne!(key("Kabupaten Bogor"), key("Bogor"));
    }

    #[test]
    fn what_belongs_to_a_city_is_there_and_a_circle_ends() {
        let text = "schema_version: '1.0'\nvisits: [{id: a, title: A, organizations: [{id: mpp, name: Mal, parent: dinas}, {id: dinas, name: Urusan, parent: kota}, {id: kota, name: Pemkot Awan, place: {country: ID}}, {id: x, name: X, parent: y}, {id: y, name: Y, parent: x}]}]\n";
        let archive = load_text("a.yaml", text.into()).archive;
        let visit = &archive.visits[0];
        let of = |at: usize| visit.city_of(&visit.organizations[at]).map(|it| it.name);
        assert_eq!((of(0).as_deref(), of(3)), (Some("Awan"), None));
        assert_eq!(visit.country_of(&visit.organizations[0]), Some("ID"));
    }
}
