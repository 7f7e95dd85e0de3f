//! Characters that are not seen, or that act on whoever reads them.

use super::finding::Finding;
use super::node::{Node, Value};
use super::source::Source;
use crate::diagnostic::{At, Fault};
use crate::text::{Sight, visible};

/// An escape is written with more bytes than the character that it stands for has.
const LONGEST_ESCAPE: usize = 10;

/// Notes the texts below a node that hold such characters, each with the place of the first.
pub(super) fn hidden(node: &Node, source: &Source, found: &mut Vec<Finding>) {
    match &node.value {
        Value::Scalar { text, .. } => in_text(text, node.at, source, found),
        Value::Sequence(items) => items.iter().for_each(|item| hidden(item, source, found)),
        Value::Mapping(entries) => {
            for (key, value) in entries {
                hidden(key, source, found);
                hidden(value, source, found);
            }
        }
        Value::Hole => {}
    }
}

fn in_text(text: &str, at: At, source: &Source, found: &mut Vec<Finding>) {
    // Nearly every text is made of these.
    if text.bytes().all(|byte| matches!(byte, b' '..=b'~' | b'\n' | b'\t')) {
        return;
    }
    let marked = visible(text).into_iter().filter(|piece| piece.sight == Sight::Mark);
    let mut characters =
        marked.filter_map(|piece| text.get(piece.source)?.chars().find(|c| crate::text::is_hidden(*c)));
    if let Some(character) = characters.next() {
        let count = 1 + characters.count();
        // Where it is written as an escape, the text as a whole is the place.
        let is_within =
            |place: &At| at.length <= 1 || (place.line == at.line && place.column < at.column + at.length);
        let place = source.find(character, at, text.len() * LONGEST_ESCAPE).filter(is_within);
        found.push(Finding::new(Fault::HiddenCharacter { character, count }, place.unwrap_or(at)));
    }
}
