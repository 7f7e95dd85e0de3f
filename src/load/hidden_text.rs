//! Checks for hidden text: invisible characters, and text cut off by a `#` comment.

use super::node::{Node, NodeValue};
use super::problem::LocatedProblem;
use super::text_file::TextFile;
use crate::diagnostic::{SourceSpan, Warning};
use crate::model::PartialDate;
use crate::text::{Visibility, visible};

/// The most bytes an escape sequence takes for one byte of text.
const LONGEST_ESCAPE: usize = 10;

/// Checks all text below a node.
pub(super) fn check_hidden_text(node: &Node, source: &TextFile, found: &mut Vec<LocatedProblem>) {
    match &node.value {
        NodeValue::Scalar { text, plain } => {
            in_text(text, node.at, source, found);
            // A date cannot be cut off by a comment. The cheap test comes first: few files have such comments.
            let is_date = || text.parse::<PartialDate>().is_ok();
            if *plain && !text.is_empty() && source.has_tight_comments() && !is_date() {
                found.extend(comment(node.at, text, source));
            }
        }
        NodeValue::Sequence(items) => items.iter().for_each(|item| check_hidden_text(item, source, found)),
        NodeValue::Mapping(entries) => {
            for (key, value) in entries {
                if value.is_null() && source.has_tight_comments() {
                    let after = SourceSpan { column: key.at.column + key.at.length, ..key.at };
                    found.extend(comment(after, ":", source));
                }
                check_hidden_text(key, source, found);
                check_hidden_text(value, source, found);
            }
        }
        NodeValue::Poisoned => {}
    }
}

fn in_text(text: &str, at: SourceSpan, source: &TextFile, found: &mut Vec<LocatedProblem>) {
    // Most texts contain only these characters. All bytes are looked at, many at once, which is faster than stopping early.
    if text.bytes().fold(true, |are, byte| are & matches!(byte, b' '..=b'~' | b'\n' | b'\t')) {
        return;
    }
    let marked = visible(text).into_iter().filter(|piece| piece.visibility == Visibility::Mark);
    let mut characters =
        marked.filter_map(|piece| text.get(piece.source)?.chars().find(|c| crate::text::is_hidden(*c)));
    if let Some(character) = characters.next() {
        let count = 1 + characters.count();
        // If the character is written as an escape sequence, the span is that of the whole text.
        let is_within = |place: &SourceSpan| {
            at.length <= 1 || (place.line == at.line && place.column < at.column + at.length)
        };
        let place = source.find(character, at, text.len() * LONGEST_ESCAPE).filter(is_within);
        found.push(LocatedProblem::new(Warning::HiddenCharacter { character, count }, place.unwrap_or(at)));
    }
}

/// A comment after a text on the same line, without a space after `#`: probably meant as part of the text.
fn comment(at: SourceSpan, text: &str, source: &TextFile) -> Option<LocatedProblem> {
    let rest = source.text_from(at)?.strip_prefix(text)?.lines().next()?;
    let blanks = rest.chars().take_while(|c| *c == ' ').count();
    let comment = rest.trim();
    let is_close = comment.strip_prefix('#')?.starts_with(|c: char| !c.is_whitespace() && c != '#');
    let number = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
    let column = at.column + number(text.chars().count() + blanks);
    let place = SourceSpan { column, length: number(comment.chars().count()), ..at };
    (is_close && blanks > 0).then(|| LocatedProblem::new(Warning::CommentInText(comment.to_owned()), place))
}
