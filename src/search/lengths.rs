//! What bounds what the own texts of records contribute to their scores: the lengths of the texts, and their fields.

use borsh::{BorshDeserialize, BorshSerialize};

/// The lengths of the own texts of a record, at most 255 each. A synonym counts twice the length of its text.
#[derive(Debug, Clone, Copy, Default, BorshSerialize, BorshDeserialize)]
pub(super) struct TextLengths {
    pub(super) main: u8,
    /// The shortest other text; 0 if there is none.
    pub(super) others: u8,
    /// How many words occur again in the main text, and in the others.
    pub(super) repeated: [u8; 2],
}

/// The fields that occur in the own texts of records of one kind, with a bit for each.
#[derive(Debug, Clone, Copy, Default, BorshSerialize, BorshDeserialize)]
pub(super) struct OwnFields {
    pub(super) main: u32,
    pub(super) others: u32,
}
