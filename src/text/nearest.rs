//! "Did you mean": the most similar known name.

use super::fold;

/// The maximum length of compared names: the comparison is quadratic.
const LONGEST: usize = 100;
/// The maximum difference in hyphens and other punctuation.
const SIGNS: usize = 6;

/// The candidate most similar to `name`, if at most a third of its letters differ.
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
        // A name of very different length is not a typo of this one.
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

    #[test]
    fn a_name_may_have_six_signs_more() {
        let with_signs = |number: usize| format!("abcdefgh{}", "-".repeat(number));
        let (most, more) = (with_signs(2 + 6), with_signs(2 + 7));
        assert_eq!(nearest("abcdefgh", [most.as_str()]), Some(most.as_str()));
        assert_eq!(nearest("abcdefgh", [more.as_str()]), None);
    }

    #[test]
    fn a_long_name_is_compared_with_none() {
        let longest = "a".repeat(100);
        assert_eq!(nearest(&longest, [longest.as_str()]), Some(longest.as_str()));
        for length in [101, 102] {
            let longer = "a".repeat(length);
            assert_eq!(nearest(&longer, [longer.as_str()]), None, "{length}");
        }
    }
}
