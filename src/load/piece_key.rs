//! Tells the pieces of a long file that are as they were before: only the others are read again.

use sha2::{Digest as _, Sha256};

use super::cut::{Piece, Section};
use super::text_file::TextFile;
use crate::parallel::run_on;

/// All that the contents of a piece depend on in the same file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) struct PieceKey {
    bytes: Sha,
    lines_before: u32,
    /// Of an item of a list: the bytes before the list, where its visits have inherited from.
    head: Option<Sha>,
}

/// A checksum of bytes (SHA-256).
type Sha = [u8; 32];

/// The key of each part of a file, in order.
pub(super) fn piece_keys(threads: usize, source: &TextFile, sections: &[Section]) -> Vec<PieceKey> {
    let sum =
        |piece: &Piece| Sha::from(Sha256::digest(source.text.get(piece.bytes.clone()).unwrap_or_default()));
    let mut pieces: Vec<(&Piece, Option<Sha>)> = Vec::new();
    for section in sections {
        match section {
            Section::Documents(piece) => pieces.push((piece, None)),
            Section::List(list) => {
                let head = sum(&list.head);
                pieces.extend(list.items.iter().map(|piece| (piece, Some(head))));
            }
        }
    }
    run_on(threads, &pieces, |(piece, head)| PieceKey {
        bytes: sum(piece),
        lines_before: piece.lines_before,
        head: *head,
    })
}
