//! What is done to the text of an input, whichever it is.

use crate::app::input::command::Edit;
use tui_input::{Input, InputRequest};

/// Longer texts are not typed by anybody.
const LONGEST: usize = 1_024;

/// Types a text where the cursor is, as far as there is room.
pub(in crate::app) fn insert(input: &mut Input, text: &str) {
    let room = LONGEST.saturating_sub(input.value().chars().count());
    for c in text.chars().filter(|c| !c.is_control()).take(room) {
        input.handle(InputRequest::InsertChar(c));
    }
}

/// Changes the text, or moves in it.
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

/// A text as it is typed into an input: the ends of its lines and its tabs are spaces, and behind its end there is nothing.
pub(in crate::app) fn in_one_line(text: &str) -> String {
    let is_break =
        |c: char| matches!(c, '\n' | '\r' | '\t' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}');
    text.trim_end_matches(is_break).replace("\r\n", "\n").replace(is_break, " ")
}
