//! The city of an organization: what `kota:` knows of hosts and visitors.

use crate::model::{Organization, Visit};
use crate::text::words;

/// Organizations of these kinds are a city or a region themselves.
const CITIES: &[&str] = &["city", "regency", "province", "kota", "kabupaten", "provinsi"];
/// The name of the city begins with one of these words.
const BEFORE: &[&str] = &[
    "kota",
    "kotamadya",
    "kabupaten",
    "kab",
    "provinsi",
    "prov",
    "pemkot",
    "pemkab",
    "pemprov",
    "city",
    "municipality",
    "regency",
    "province",
    "prefecture",
];
/// Or it ends with one of these.
const BEHIND: &[&str] = &["city", "municipality", "regency", "province", "prefecture"];
/// No organization has so many above it.
const HIGHEST: usize = 8;

/// The names of the city or region that an organization is, is a body of, or is below; those of the nearest that has any.
pub(super) fn cities<'v>(visit: &'v Visit, organization: &'v Organization) -> Vec<&'v str> {
    let above = |it: &&'v Organization| it.parent.as_ref().and_then(|id| visit.organization(id));
    let chain = std::iter::successors(Some(organization), above).take(HIGHEST);
    chain.map(own).find(|names| !names.is_empty()).unwrap_or_default()
}

fn own(organization: &Organization) -> Vec<&str> {
    let Organization { name, name_en, name_id, other_names, classification, .. } = organization;
    let names = std::iter::once(name).chain(name_en).chain(name_id).chain(other_names).map(String::as_str);
    if classification.as_deref().is_some_and(|kind| CITIES.contains(&kind)) {
        return names.collect();
    }
    names.filter_map(city_in).collect()
}

/// The part of a name that names a city: `Kota Contoh` of `Dinas Kesehatan Kota Contoh`, `Contoh City` of `Contoh City Council`.
fn city_in(name: &str) -> Option<&str> {
    let found: Vec<_> = words(name).collect();
    let whole = |at: usize| found.get(at).map(|word| word.source(0..word.folded.chars().count()));
    for (at, word) in found.iter().enumerate() {
        let is = |list: &[&str]| list.contains(&word.folded.as_str());
        let is_of = found.get(at + 1).is_some_and(|next| next.folded == "of");
        if at > 0 && is(BEHIND) && !is_of {
            return name.get(..whole(at)?.end);
        }
        if is(BEFORE) && at + 1 < found.len() {
            return name.get(whole(at)?.start..);
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_city_is_read_from_the_names_of_its_bodies() {
        for (name, city) in [
            ("Pemerintah Kota Contoh", Some("Kota Contoh")),
            ("Pemkab Contoh", Some("Pemkab Contoh")),
            ("Dinas Kesehatan Kota Contoh", Some("Kota Contoh")),
            ("City of Contoh", Some("City of Contoh")),
            ("Contoh City Council", Some("Contoh City")),
            ("DPRD Provinsi Contoh Barat", Some("Provinsi Contoh Barat")),
            ("Government of the Province of Contoh", Some("Province of Contoh")),
            ("Kementerian Kesehatan", None),
            ("Persatuan Wali Kota", None),
        ] {
            assert_eq!(city_in(name), city, "{name}");
        }
    }
}
