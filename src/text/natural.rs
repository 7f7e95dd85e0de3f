//! Natural sort order: `Loket 2` before `Loket 10`.

use super::fold;

/// A sort key: folded text, with numbers by value.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct NaturalKey(Vec<NaturalPart>);

/// A part of a name.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
enum NaturalPart {
    /// Digits without leading zeros; longer numbers are greater.
    Number(usize, String),
    /// Everything else.
    Text(String),
}

/// The natural sort key of a name.
pub fn natural(name: &str) -> NaturalKey {
    let folded = fold(name);
    let mut pieces = Vec::new();
    let mut rest = folded.as_str();
    while let Some(first) = rest.chars().next() {
        let is_number = first.is_ascii_digit();
        let end = rest.find(|c: char| c.is_ascii_digit() != is_number).unwrap_or(rest.len());
        let (piece, after) = rest.split_at(end);
        pieces.push(if is_number {
            let digits = piece.trim_start_matches('0');
            NaturalPart::Number(digits.len(), digits.to_owned())
        } else {
            NaturalPart::Text(piece.to_owned())
        });
        rest = after;
    }
    NaturalKey(pieces)
}

#[cfg(test)]
mod tests {
    use super::natural;

    #[test]
    fn numbers_count_by_what_they_mean() {
        let mut names = ["Loket 10", "loket 2", "Éclair", "Loket", "Zebra", "2024-10", "2024-9", "Loket 02b"];
        names.sort_by_key(|name| natural(name));
        assert_eq!(
            names,
            ["2024-9", "2024-10", "Éclair", "Loket", "loket 2", "Loket 02b", "Loket 10", "Zebra"]
        );
    }
}
