//! Text that is not what it seems: characters that are not seen, words that a `#` makes a comment of.

use super::finding::Finding;
use super::node::{Node, Value};
use super::source::Source;
use crate::diagnostic::{At, Warning};
use crate::model::PartialDate;
use crate::text::{Sight, visible};

/// An escape is written with more bytes than the character that it stands for has.
const LONGEST_ESCAPE: usize = 10;

/// Notes such texts below a node.
pub(super) fn hidden(node: &Node, source: &Source, found: &mut Vec<Finding>) {
    match &node.value {
        Value::Scalar { text, plain } => {
            in_text(text, node.at, source, found);
            // A date is never cut, whatever stands behind it; and nearly no file has such comments.
            let is_date = || text.parse::<PartialDate>().is_ok();
            if *plain && !text.is_empty() && source.has_tight_comments() && !is_date() {
                found.extend(comment(node.at, text, source));
            }
        }
        Value::Sequence(items) => items.iter().for_each(|item| hidden(item, source, found)),
        Value::Mapping(entries) => {
            for (key, value) in entries {
                if value.is_null() && source.has_tight_comments() {
                    let behind = At { column: key.at.column + key.at.length, ..key.at };
                    found.extend(comment(behind, ":", source));
                }
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
        found.push(Finding::new(Warning::HiddenCharacter { character, count }, place.unwrap_or(at)));
    }
}

/// A comment behind a text on its line, without a space behind its sign: more likely it was meant to be read.
fn comment(at: At, text: &str, source: &Source) -> Option<Finding> {
    let rest = source.behind(at)?.strip_prefix(text)?.lines().next()?;
    let blanks = rest.chars().take_while(|c| *c == ' ').count();
    let comment = rest.trim();
    let is_close = comment.strip_prefix('#')?.starts_with(|c: char| !c.is_whitespace() && c != '#');
    let number = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
    let column = at.column + number(text.chars().count() + blanks);
    let place = At { column, length: number(comment.chars().count()), ..at };
    (is_close && blanks > 0).then(|| Finding::new(Warning::CommentInText(comment.to_owned()), place))
}
