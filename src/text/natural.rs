//! The order of names as readers have it: `Loket 2` before `Loket 10`.

use super::fold;

/// What names are sorted by: their letters without case and accents, and their numbers by what they mean.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct NaturalKey(Vec<Piece>);

/// A stretch of a name.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
enum Piece {
    /// Digits without leading zeros; the longer are the greater.
    Number(usize, String),
    /// Everything else.
    Text(String),
}

/// The place of a name in that order.
pub fn natural(name: &str) -> NaturalKey {
    let folded = fold(name);
    let mut pieces = Vec::new();
    let mut rest = folded.as_str();
    while let Some(first) = rest.chars().next() {
        let is_number = first.is_ascii_digit();
        let end = rest.find(|c: char| c.is_ascii_digit() != is_number).unwrap_or(rest.len());
        let (piece, behind) = rest.split_at(end);
        pieces.push(if is_number {
            let digits = piece.trim_start_matches('0');
            Piece::Number(digits.len(), digits.to_owned())
        } else {
            Piece::Text(piece.to_owned())
        });
        rest = behind;
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
