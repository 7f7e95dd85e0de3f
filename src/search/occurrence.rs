//! Where the words of a query occur in the texts of a record.

/// A word in a text of the record that matches words of the query.
#[derive(Clone, Copy)]
pub(super) struct Occurrence {
    /// The number of the text.
    pub(super) text: u32,
    /// The position in the text, in words.
    pub(super) position: u32,
    /// The index of its first match.
    pub(super) matches: u32,
}

/// Whether occurrences follow each other in one text.
pub(super) fn is_run(occurrences: &[Occurrence]) -> bool {
    let follow =
        |pair: &[Occurrence]| matches!(pair, [a, b] if a.text == b.text && a.position + 1 == b.position);
    occurrences.windows(2).all(follow)
}
