//! Editing the text of an input.

use crate::app::input::command::Edit;
use tui_input::{Input, InputRequest};

/// The maximum number of characters in an input.
const MAX_CHARS: usize = 1_024;

/// Inserts a text at the cursor, up to the maximum length.
pub(in crate::app) fn insert(input: &mut Input, text: &str) {
    let room = MAX_CHARS.saturating_sub(input.value().chars().count());
    for c in text.chars().filter(|c| !c.is_control()).take(room) {
        input.handle(InputRequest::InsertChar(c));
    }
}

/// The maximum number of characters in a field of a form.
pub(in crate::app) const MAX_FIELD_CHARS: usize = 20_000;

/// Inserts a text at the cursor, with its line breaks. Returns false, with nothing inserted, if it is too long.
pub(in crate::app) fn insert_text(input: &mut Input, text: &str) -> bool {
    let cursor = input.cursor();
    let inserted: Vec<char> = text.chars().filter(|c| *c == '\n' || !c.is_control()).collect();
    let value: Vec<char> = input.value().chars().collect();
    if value.len() + inserted.len() > MAX_FIELD_CHARS {
        return false;
    }
    let (before, after) = value.split_at(cursor.min(value.len()));
    let text = before.iter().chain(&inserted).chain(after).collect();
    *input = Input::new(text).with_cursor(cursor + inserted.len());
    true
}

/// Edits the text, or moves the cursor.
pub(in crate::app) fn edit_text(input: &mut Input, edit: Edit) {
    input.handle(match edit {
        Edit::Left => InputRequest::GoToPrevChar,
        Edit::Right => InputRequest::GoToNextChar,
        Edit::WordLeft => InputRequest::GoToPrevWord,
        Edit::WordRight => InputRequest::GoToNextWord,
        Edit::Start => InputRequest::GoToStart,
        Edit::End => InputRequest::GoToEnd,
        Edit::DeleteLeft => InputRequest::DeletePrevChar,
        Edit::DeleteRight => InputRequest::DeleteNextChar,
        Edit::DeleteWord => InputRequest::DeletePrevWord,
        Edit::DeleteWordRight => InputRequest::DeleteNextWord,
        Edit::Clear => InputRequest::DeleteLine,
    });
}

/// A text with line breaks and tabs as spaces, without those at the end.
pub(in crate::app) fn to_single_line(text: &str) -> String {
    let is_break =
        |c: char| matches!(c, '\n' | '\r' | '\t' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}');
    text.trim_end_matches(is_break).replace("\r\n", "\n").replace(is_break, " ")
}

/// A text whose line breaks are line feeds, with tabs as spaces.
pub(in crate::app) fn to_lines(text: &str) -> String {
    text.replace("\r\n", "\n")
        .replace(['\r', '\u{b}', '\u{c}', '\u{85}', '\u{2028}', '\u{2029}'], "\n")
        .replace('\t', " ")
}
