//! Tells the pieces of a long file that are as they were before: only the others are read again.

use memchr::memrchr_iter;
use sha2::{Digest as _, Sha256};

use super::cut::{Piece, Section, fields_before_list};
use super::text_file::{LINES_ABOVE, TextFile};
use crate::parallel::run_on;

/// All that the contents of a piece depend on in the same file. They have positions, so if a line is added, all that follows is
/// read again.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) struct PieceKey {
    /// Of the piece, and of the lines above it that problems show.
    bytes: Sha,
    lines_before: u32,
    /// Of an item of a list: of the fields before the list, from which its visits have inherited.
    fields: Option<Sha>,
}

/// A checksum of bytes (SHA-256).
type Sha = [u8; 32];

/// The key of each part of a file, in order.
pub(super) fn piece_keys(threads: usize, source: &TextFile, sections: &[Section]) -> Vec<PieceKey> {
    let text = source.text.as_bytes();
    let mut pieces: Vec<(&Piece, Option<Sha>)> = Vec::new();
    for section in sections {
        match section {
            Section::Documents(piece) => pieces.push((piece, None)),
            Section::List(list) => {
                let fields = text.get(list.head.bytes.clone()).and_then(fields_before_list);
                let fields = Sha::from(Sha256::digest(fields.unwrap_or_default()));
                pieces.extend(list.items.iter().map(|piece| (piece, Some(fields))));
            }
        }
    }
    run_on(threads, &pieces, |(piece, fields)| {
        let before = text.get(..piece.bytes.start).unwrap_or_default();
        let above = memrchr_iter(b'\n', before).nth(LINES_ABOVE as usize).map_or(0, |end| end + 1);
        PieceKey {
            bytes: Sha256::digest(text.get(above..piece.bytes.end).unwrap_or_default()).into(),
            lines_before: piece.lines_before,
            fields: *fields,
        }
    })
}
