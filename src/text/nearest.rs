//! "Did you mean": the known name that a misspelt one is closest to.

use super::fold;

/// Comparing takes the product of the lengths; no name that people type is longer.
const LONGEST: usize = 100;
/// So many hyphens and the like may stand in one name and not in the other.
const SIGNS: usize = 6;

/// The candidate nearest to `name`, if one is near enough to be worth offering: a third of its letters may differ.
pub fn nearest<'a>(name: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let plain = |text: &str| fold(text).replace(['-', '_', ' ', '.'], "");
    let name = plain(name);
    let length = name.chars().count();
    let allowed = (length / 3).max(1);
    if length > LONGEST {
        return None;
    }
    candidates
        .into_iter()
        // A name of quite another length is no typo of this one, and need not be compared.
        .filter(|candidate| candidate.chars().count().abs_diff(length) <= allowed + SIGNS)
        .map(|candidate| (strsim::damerau_levenshtein(&name, &plain(candidate)), candidate))
        .filter(|&(distance, _)| distance <= allowed)
        .min_by_key(|&(distance, _)| distance)
        .map(|(_, candidate)| candidate)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_typo_finds_its_name_and_a_stranger_does_not() {
        let known = ["start_date", "end_date", "statements", "mpp-kota-b"];
        assert_eq!(nearest("startdate", known), Some("start_date"));
        assert_eq!(nearest("statments", known), Some("statements"));
        assert_eq!(nearest("mpp kota b", known), Some("mpp-kota-b"));
        assert_eq!(nearest("weather", known), None);
    }
}
