//! The slip of the pen behind a break: where the text stops being YAML is often not where its writer went wrong.

use super::source::Source;
use crate::diagnostic::{At, Snag};

/// A mark or bracket that is not closed is looked for in so many lines.
const NEAR: u32 = 12;

/// What is wrong, and where, by what the parser noticed and the lines before it.
pub(super) fn slip(snag: Snag, at: At, source: &Source) -> (Snag, At) {
    let found = match snag {
        Snag::Tab => (at.line..at.line + 3).find_map(|line| tab(line, source)).map(|at| (Snag::Tab, at)),
        Snag::Quote => above(at)
            .find_map(|line| open_quote(line, source))
            .or_else(|| above(at).find_map(|line| odd_quote(line, source)))
            .map(|at| (Snag::Quote, at)),
        Snag::Indentation | Snag::Colon => no_break_space(at, source)
            .or_else(|| odd_blank(at, source))
            .or_else(|| nameless_list(at, source))
            .or_else(|| behind_bracket(at, source))
            .or_else(|| dash(at, source))
            .or_else(|| no_space(at, source))
            .or_else(|| odd_quote_in_bracket(at.line.saturating_sub(1), source))
            .or_else(|| open_bracket(at, source).map(|at| (Snag::Bracket, at)))
            .or_else(|| comment(at.line.saturating_sub(1), source))
            .or_else(|| (snag == Snag::Colon).then(|| too_far(at, source))?),
        Snag::Bracket => in_bracket(at, source),
        _ => None,
    };
    found.unwrap_or((snag, at))
}

/// Where a tag is written: before its value, on the same line or on the one above.
pub(super) fn tag(tag: &str, at: At, source: &Source) -> At {
    let on = |line: u32| {
        let text = source.line(line)?;
        let column = text.get(..text.rfind(tag)?)?.chars().count();
        let length = u32::try_from(tag.chars().count()).ok()?;
        Some(At { length, ..here(line, column)? })
    };
    let before = |place: &At| (place.line, place.column) < (at.line, at.column);
    [at.line, at.line.saturating_sub(1)].into_iter().find_map(|line| on(line).filter(before)).unwrap_or(at)
}

/// The line of a place, and those above it.
fn above(at: At) -> impl Iterator<Item = u32> {
    (at.line.saturating_sub(NEAR).max(1)..=at.line).rev()
}

fn here(line: u32, column: usize) -> Option<At> {
    Some(At { line, column: u32::try_from(column + 1).ok()?, length: 1 })
}

/// The characters of a line.
fn chars(line: u32, source: &Source) -> Option<Vec<char>> {
    source.line(line).map(|text| text.chars().collect())
}

fn indent(chars: &[char]) -> usize {
    chars.iter().take_while(|c| **c == ' ').count()
}

/// Where the value of a line begins: behind its dash and its key.
fn value(chars: &[char]) -> usize {
    let mut at = indent(chars);
    while chars.get(at..at + 2) == Some(&['-', ' ']) {
        at += 2;
    }
    let key = chars.iter().skip(at).take_while(|c| c.is_alphanumeric() || matches!(c, '_' | '-')).count();
    match chars.get(at + key..at + key + 2) {
        Some([':', ' ']) if key > 0 => at + key + 2,
        _ => at,
    }
}

fn tab(line: u32, source: &Source) -> Option<At> {
    let chars = chars(line, source)?;
    let blank = chars.iter().take_while(|c| c.is_whitespace()).count();
    here(line, chars.iter().take(blank).position(|c| *c == '\t')?)
}

/// A value that begins with a quotation mark which its line does not close.
fn open_quote(line: u32, source: &Source) -> Option<At> {
    let chars = chars(line, source)?;
    let at = value(&chars);
    let mark = *chars.get(at).filter(|c| matches!(c, '"' | '\''))?;
    let is_open = chars.iter().filter(|c| **c == mark).count() == 1;
    here(line, at).filter(|_| is_open)
}

/// A line with a quotation mark that has no other half: the last one.
fn odd_quote(line: u32, source: &Source) -> Option<At> {
    let chars = chars(line, source)?;
    ['"', '\''].into_iter().find_map(|mark| {
        let places = || (0..chars.len()).filter(|at| chars.get(*at) == Some(&mark));
        here(line, places().next_back().filter(|_| places().count() % 2 == 1)?)
    })
}

/// The same in a value between brackets, where it swallows the closing one.
fn odd_quote_in_bracket(line: u32, source: &Source) -> Option<(Snag, At)> {
    let chars = chars(line, source)?;
    let is_bracket = matches!(chars.get(value(&chars)), Some('[' | '{'));
    Some((Snag::Quote, odd_quote(line, source).filter(|_| is_bracket)?))
}

/// A value above a place that begins with a bracket which no line up to there closes.
fn open_bracket(at: At, source: &Source) -> Option<At> {
    let mut closed = 0;
    above(at).skip(1).find_map(|line| {
        let chars = chars(line, source)?;
        let start = value(&chars);
        let count = |signs: [char; 2]| chars.iter().filter(|c| signs.contains(c)).count();
        let begun = count(['[', '{']);
        closed += count([']', '}']);
        let is_open = matches!(chars.get(start), Some('[' | '{')) && begun > closed;
        closed = closed.saturating_sub(begun);
        here(line, start).filter(|_| is_open)
    })
}

/// Blanks from a web page at the beginning of the line, or of the one above.
fn no_break_space(at: At, source: &Source) -> Option<(Snag, At)> {
    [at.line, at.line.checked_sub(1)?].into_iter().find_map(|line| {
        let chars = chars(line, source)?;
        let blanks = chars.iter().take_while(|c| c.is_whitespace());
        Some((Snag::NoBreakSpace, here(line, blanks.clone().position(|c| *c == '\u{a0}')?)?))
    })
}

/// `title:` and a blank from a web page behind it, or a dash and such a blank, on this line or on the last one above with
/// anything on it.
fn odd_blank(at: At, source: &Source) -> Option<(Snag, At)> {
    [Some(at.line), last_above(at, source)].into_iter().flatten().find_map(|line| {
        let chars = chars(line, source)?;
        let start = indent(&chars);
        let is_name = |c: &char| c.is_alphanumeric() || matches!(c, '_' | '-' | ' ');
        let end = start + chars.iter().skip(start).take_while(|c| is_name(c)).count();
        let sign = if chars.get(end) == Some(&':') { end } else { end.checked_sub(1)? };
        let is_sign = matches!(chars.get(sign), Some(':' | '-'));
        let is_odd = chars.get(sign + 1).is_some_and(|c| c.is_whitespace() && !c.is_ascii());
        Some((Snag::OddBlank, here(line, sign + 1).filter(|_| is_sign && is_odd)?))
    })
}

/// An item of a list below a field that has a value already.
fn nameless_list(at: At, source: &Source) -> Option<(Snag, At)> {
    let (this, above) = (chars(at.line, source)?, chars(last_above(at, source)?, source)?);
    let start = indent(&this);
    let is_item = this.get(start..start + 2) == Some(&['-', ' ']);
    let is_field = value(&above) > indent(&above) && above.get(indent(&above)) != Some(&'-');
    (is_item && is_field && indent(&above) == start).then_some((Snag::NamelessList, here(at.line, start)?))
}

/// The last line above a place with anything on it.
fn last_above(at: At, source: &Source) -> Option<u32> {
    (1..at.line).rev().find(|line| source.line(*line).is_some_and(|text| !text.trim().is_empty()))
}

/// `[Rilis] Judul`.
fn behind_bracket(at: At, source: &Source) -> Option<(Snag, At)> {
    let chars = chars(at.line, source)?;
    let start = value(&chars);
    let is_bracket = matches!(chars.get(start), Some('[' | '{'));
    let before: String = chars.get(start..usize::try_from(at.column).ok()?.checked_sub(1)?)?.iter().collect();
    let is_closed = before.trim_end().ends_with([']', '}']);
    (is_bracket && is_closed).then_some((Snag::BehindBracket, at))
}

/// The line above, or this one, begins with a dash as word processors write it.
fn dash(at: At, source: &Source) -> Option<(Snag, At)> {
    [at.line, at.line.checked_sub(1)?].into_iter().find_map(|line| {
        let chars = chars(line, source)?;
        let start = indent(&chars);
        let is_dash = matches!(chars.get(start), Some('–' | '—' | '−' | '•'));
        Some((Snag::Dash, here(line, start).filter(|_| is_dash)?))
    })
}

/// The line above, or this one, is `title:Judul`.
fn no_space(at: At, source: &Source) -> Option<(Snag, At)> {
    [at.line, at.line.checked_sub(1)?].into_iter().find_map(|line| {
        let chars = chars(line, source)?;
        let colon = chars.iter().position(|c| *c == ':')?;
        let is_key = chars.iter().take(colon).all(|c| c.is_ascii_lowercase() || matches!(c, '_' | ' ' | '-'));
        let is_close = chars.get(colon + 1).is_some_and(|c| !c.is_whitespace() && *c != '/');
        Some((Snag::NoSpace, here(line, colon).filter(|_| is_key && is_close)?))
    })
}

/// A field that stands further right than the one above it, which has a value.
fn too_far(at: At, source: &Source) -> Option<(Snag, At)> {
    let (this, above) = (chars(at.line, source)?, chars(at.line.checked_sub(1)?, source)?);
    let is_first = usize::try_from(at.column).ok()? <= value(&this);
    let start = indent(&this);
    let is_further = start > indent(&above) && above.last().is_some_and(|c| *c != ':');
    Some((Snag::Indentation, here(at.line, start).filter(|_| is_first && is_further)?))
}

/// What was meant as text within brackets, or at the beginning of a value.
fn in_bracket(at: At, source: &Source) -> Option<(Snag, At)> {
    let chars = chars(at.line, source)?;
    let column = usize::try_from(at.column).ok()?.checked_sub(1)?;
    match chars.get(column) {
        Some(':') => return Some((Snag::Colon, at)),
        Some(']' | '}') if column == value(&chars) => return Some((Snag::Sign, at)),
        _ => {}
    }
    comment(at.line, source)
}

/// A comment behind the bracket that a value begins with.
fn comment(line: u32, source: &Source) -> Option<(Snag, At)> {
    let chars = chars(line, source)?;
    let start = value(&chars);
    chars.get(start).filter(|c| matches!(c, '[' | '{'))?;
    let comment = chars.windows(3).position(|three| matches!(three, [' ', '#', c] if *c != ' '))?;
    Some((Snag::Comment, here(line, comment + 1)?))
}
