//! Diagnosis of syntax errors: finds the likely mistake, which is often before the place where the parser fails.

use super::text_file::TextFile;
use crate::diagnostic::{SourceSpan, SyntaxError, is_colon_lookalike};
use crate::model::is_field;

/// How many lines are searched for an unclosed quotation mark or bracket.
const NEAR: u32 = 12;

/// The likely cause and its span, from the parser's error and the lines before it.
pub(super) fn diagnose(error: SyntaxError, at: SourceSpan, source: &TextFile) -> (SyntaxError, SourceSpan) {
    let may_be_separator = matches!(
        error,
        SyntaxError::Indentation
            | SyntaxError::UnexpectedColon
            | SyntaxError::ReservedCharacter
            | SyntaxError::UnknownAlias
    );
    if let Some(at) = separator(at, source).filter(|_| may_be_separator) {
        return (SyntaxError::NotASeparator, at);
    }
    let found = match error {
        SyntaxError::Tab => {
            (at.line..at.line + 3).find_map(|line| tab(line, source)).map(|at| (SyntaxError::Tab, at))
        }
        SyntaxError::UnclosedQuote => lines_above(at)
            .find_map(|line| unclosed_quote(line, source))
            .or_else(|| lines_above(at).find_map(|line| unmatched_quote(line, source)))
            .map(|at| (SyntaxError::UnclosedQuote, at)),
        SyntaxError::Indentation | SyntaxError::UnexpectedColon => no_break_space(at, source)
            .or_else(|| non_ascii_space(at, source))
            .or_else(|| unnamed_list(at, source))
            .or_else(|| text_after_bracket(at, source))
            .or_else(|| not_a_hyphen(at, source))
            .or_else(|| not_a_colon(at, source))
            .or_else(|| missing_space(at, source))
            .or_else(|| unmatched_quote_in_brackets(at.line.saturating_sub(1), source))
            .or_else(|| unclosed_bracket(at, source).map(|at| (SyntaxError::UnclosedBracket, at)))
            .or_else(|| comment_in_brackets(at.line.saturating_sub(1), source))
            .or_else(|| (error == SyntaxError::UnexpectedColon).then(|| too_indented(at, source))?),
        SyntaxError::UnclosedBracket => in_flow_collection(at, source),
        _ => None,
    };
    found.unwrap_or((error, at))
}

/// The span of a tag, which is before its value on the same line or the line above.
pub(super) fn tag_span(tag: &str, at: SourceSpan, source: &TextFile) -> SourceSpan {
    let on = |line: u32| {
        let text = source.line(line)?;
        let column = text.get(..text.rfind(tag)?)?.chars().count();
        let length = u32::try_from(tag.chars().count()).ok()?;
        Some(SourceSpan { length, ..span_at(line, column)? })
    };
    let before = |place: &SourceSpan| (place.line, place.column) < (at.line, at.column);
    [at.line, at.line.saturating_sub(1)].into_iter().find_map(|line| on(line).filter(before)).unwrap_or(at)
}

/// The anchor of a value and its span. It is on the same line or the last non-blank line above.
pub(super) fn anchor(at: SourceSpan, source: &TextFile) -> Option<(String, SourceSpan)> {
    let limit =
        |line: u32| if line == at.line { usize::try_from(at.column - 1).ok() } else { Some(usize::MAX) };
    [Some(at.line), last_line_above(at, source)].into_iter().flatten().find_map(|line| {
        let chars = chars(line, source)?;
        let is_anchor = |place: &usize| {
            let before = place.checked_sub(1).and_then(|at| chars.get(at));
            chars.get(*place) == Some(&'&') && !before.is_some_and(|c| c.is_alphanumeric())
        };
        let column = (0..chars.len().min(limit(line)?)).rev().find(is_anchor)?;
        let is_name = |c: &&char| !c.is_whitespace() && !matches!(c, ',' | '[' | ']' | '{' | '}');
        let name: String = chars.iter().skip(column).take_while(is_name).collect();
        let length = u32::try_from(name.chars().count()).ok()?;
        Some((name, SourceSpan { length, ..span_at(line, column)? }))
    })
}

/// The line of a span and the lines above it, nearest first.
fn lines_above(at: SourceSpan) -> impl Iterator<Item = u32> {
    (at.line.saturating_sub(NEAR).max(1)..=at.line).rev()
}

fn span_at(line: u32, column: usize) -> Option<SourceSpan> {
    Some(SourceSpan { line, column: u32::try_from(column + 1).ok()?, length: 1 })
}

/// The characters of a line.
fn chars(line: u32, source: &TextFile) -> Option<Vec<char>> {
    source.line(line).map(|text| text.chars().collect())
}

fn indent(chars: &[char]) -> usize {
    chars.iter().take_while(|c| **c == ' ').count()
}

/// The column index of the value in a line, after its dash and its key.
fn value_column(chars: &[char]) -> usize {
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

fn tab(line: u32, source: &TextFile) -> Option<SourceSpan> {
    let chars = chars(line, source)?;
    let blank = chars.iter().take_while(|c| c.is_whitespace()).count();
    span_at(line, chars.iter().take(blank).position(|c| *c == '\t')?)
}

/// A value with an unclosed quotation mark at its start.
fn unclosed_quote(line: u32, source: &TextFile) -> Option<SourceSpan> {
    let chars = chars(line, source)?;
    let at = value_column(&chars);
    let mark = *chars.get(at).filter(|c| matches!(c, '"' | '\''))?;
    let is_open = chars.iter().filter(|c| **c == mark).count() == 1;
    span_at(line, at).filter(|_| is_open)
}

/// The last quotation mark in a line with an odd number of them.
fn unmatched_quote(line: u32, source: &TextFile) -> Option<SourceSpan> {
    let chars = chars(line, source)?;
    ['"', '\''].into_iter().find_map(|mark| {
        let places = || (0..chars.len()).filter(|at| chars.get(*at) == Some(&mark));
        span_at(line, places().next_back().filter(|_| places().count() % 2 == 1)?)
    })
}

/// The same in a flow collection, where the mark hides the closing bracket.
fn unmatched_quote_in_brackets(line: u32, source: &TextFile) -> Option<(SyntaxError, SourceSpan)> {
    let chars = chars(line, source)?;
    let is_bracket = matches!(chars.get(value_column(&chars)), Some('[' | '{'));
    Some((SyntaxError::UnclosedQuote, unmatched_quote(line, source).filter(|_| is_bracket)?))
}

/// A flow collection above the error that is not closed before it.
fn unclosed_bracket(at: SourceSpan, source: &TextFile) -> Option<SourceSpan> {
    let mut closed = 0;
    lines_above(at).skip(1).find_map(|line| {
        let chars = chars(line, source)?;
        let start = value_column(&chars);
        let count = |signs: [char; 2]| chars.iter().filter(|c| signs.contains(c)).count();
        let begun = count(['[', '{']);
        closed += count([']', '}']);
        let is_open = matches!(chars.get(start), Some('[' | '{')) && begun > closed;
        closed = closed.saturating_sub(begun);
        span_at(line, start).filter(|_| is_open)
    })
}

/// A no-break space in the indentation of the line or the line above.
fn no_break_space(at: SourceSpan, source: &TextFile) -> Option<(SyntaxError, SourceSpan)> {
    [at.line, at.line.checked_sub(1)?].into_iter().find_map(|line| {
        let chars = chars(line, source)?;
        let blanks = chars.iter().take_while(|c| c.is_whitespace());
        Some((
            SyntaxError::NoBreakSpaceIndentation,
            span_at(line, blanks.clone().position(|c| *c == '\u{a0}')?)?,
        ))
    })
}

/// White space other than an ASCII space after a key or a dash, on this line or the last non-blank line above.
fn non_ascii_space(at: SourceSpan, source: &TextFile) -> Option<(SyntaxError, SourceSpan)> {
    [Some(at.line), last_line_above(at, source)].into_iter().flatten().find_map(|line| {
        let chars = chars(line, source)?;
        let start = indent(&chars);
        let is_name = |c: &char| c.is_alphanumeric() || matches!(c, '_' | '-' | ' ');
        let end = start + chars.iter().skip(start).take_while(|c| is_name(c)).count();
        let sign = if chars.get(end) == Some(&':') { end } else { end.checked_sub(1)? };
        let is_sign = matches!(chars.get(sign), Some(':' | '-'));
        let is_non_ascii = chars.get(sign + 1).is_some_and(|c| c.is_whitespace() && !c.is_ascii());
        Some((SyntaxError::NonAsciiSpace, span_at(line, sign + 1).filter(|_| is_sign && is_non_ascii)?))
    })
}

/// A list item below a field that already has a value.
fn unnamed_list(at: SourceSpan, source: &TextFile) -> Option<(SyntaxError, SourceSpan)> {
    let (this, above) = (chars(at.line, source)?, chars(last_line_above(at, source)?, source)?);
    let start = indent(&this);
    let is_item = this.get(start..start + 2) == Some(&['-', ' ']);
    let is_field = value_column(&above) > indent(&above) && above.get(indent(&above)) != Some(&'-');
    (is_item && is_field && indent(&above) == start)
        .then_some((SyntaxError::UnnamedList, span_at(at.line, start)?))
}

/// The last non-blank line above a span.
fn last_line_above(at: SourceSpan, source: &TextFile) -> Option<u32> {
    (1..at.line).rev().find(|line| source.line(*line).is_some_and(|text| !text.trim().is_empty()))
}

/// `[Rilis] Judul`.
fn text_after_bracket(at: SourceSpan, source: &TextFile) -> Option<(SyntaxError, SourceSpan)> {
    let chars = chars(at.line, source)?;
    let start = value_column(&chars);
    let is_bracket = matches!(chars.get(start), Some('[' | '{'));
    let before: String = chars.get(start..usize::try_from(at.column).ok()?.checked_sub(1)?)?.iter().collect();
    let is_closed = before.trim_end().ends_with([']', '}']);
    (is_bracket && is_closed).then_some((SyntaxError::TextAfterBracket, at))
}

/// The line, or the line above, starts with a typographic dash or bullet.
fn not_a_hyphen(at: SourceSpan, source: &TextFile) -> Option<(SyntaxError, SourceSpan)> {
    [at.line, at.line.checked_sub(1)?].into_iter().find_map(|line| {
        let chars = chars(line, source)?;
        let start = indent(&chars);
        let is_dash = matches!(chars.get(start), Some('–' | '—' | '−' | '•'));
        Some((SyntaxError::NotAHyphen, span_at(line, start).filter(|_| is_dash)?))
    })
}

/// The line, or the line above, lacks a space after the colon: `title:Judul`.
fn missing_space(at: SourceSpan, source: &TextFile) -> Option<(SyntaxError, SourceSpan)> {
    [at.line, at.line.checked_sub(1)?].into_iter().find_map(|line| {
        let chars = chars(line, source)?;
        let colon = chars.iter().position(|c| *c == ':')?;
        let is_key = chars.iter().take(colon).all(|c| c.is_ascii_lowercase() || matches!(c, '_' | ' ' | '-'));
        let is_close = chars.get(colon + 1).is_some_and(|c| !c.is_whitespace() && *c != '/');
        Some((SyntaxError::MissingSpace, span_at(line, colon).filter(|_| is_key && is_close)?))
    })
}

/// A line of dashes or other characters that is meant to separate archives, but is not `---`.
fn separator(at: SourceSpan, source: &TextFile) -> Option<SourceSpan> {
    [Some(at.line), last_line_above(at, source)].into_iter().flatten().find_map(|line| {
        let text = source.line(line)?.trim_end();
        let first = text.chars().next()?;
        let count = text.chars().filter(|c| *c == first).count();
        let is_separator = matches!(first, '-' | '–' | '—' | '=' | '*' | '_' | '~')
            && count > 1
            && text.chars().all(|c| c == first || c == ' ')
            && text != "---";
        let length = u32::try_from(text.chars().count()).ok()?;
        Some(SourceSpan { length, ..span_at(line, 0)? }).filter(|_| is_separator)
    })
}

/// The line, or the last non-blank line above, has a character that looks like a colon after its key.
fn not_a_colon(at: SourceSpan, source: &TextFile) -> Option<(SyntaxError, SourceSpan)> {
    [Some(at.line), last_line_above(at, source)].into_iter().flatten().find_map(|line| {
        let chars = chars(line, source)?;
        let is_key = |c: &char| c.is_ascii_lowercase() || matches!(c, '_' | ' ' | '-');
        let colon = chars.iter().take_while(|c| is_key(c)).count();
        let c = *chars.get(colon).filter(|c| is_colon_lookalike(**c))?;
        Some((SyntaxError::NotAColon(c), span_at(line, colon)?))
    })
}

/// A line that is indented more than the field above, which already has a value: a field, or text with a colon.
fn too_indented(at: SourceSpan, source: &TextFile) -> Option<(SyntaxError, SourceSpan)> {
    let (this, above) = (chars(at.line, source)?, chars(at.line.checked_sub(1)?, source)?);
    let is_first = usize::try_from(at.column).ok()? <= value_column(&this);
    let start = indent(&this);
    let is_further = start > indent(&above) && above.last().is_some_and(|c| *c != ':');
    let key: String = this.iter().skip(start).take_while(|c| **c != ':').collect();
    let (error, column) = if is_field(&key) {
        (SyntaxError::Indentation, start)
    } else {
        (SyntaxError::UnexpectedColon, start + key.chars().count())
    };
    Some((error, span_at(at.line, column).filter(|_| is_first && is_further)?))
}

/// An unquoted special character in a flow collection or at the start of a value.
fn in_flow_collection(at: SourceSpan, source: &TextFile) -> Option<(SyntaxError, SourceSpan)> {
    let chars = chars(at.line, source)?;
    let column = usize::try_from(at.column).ok()?.checked_sub(1)?;
    match chars.get(column) {
        Some(':') => return Some((SyntaxError::UnexpectedColon, at)),
        Some(']' | '}') if column == value_column(&chars) => {
            return Some((SyntaxError::ReservedCharacter, at));
        }
        _ => {}
    }
    comment_in_brackets(at.line, source)
}

/// A comment in a line whose value starts with a bracket.
fn comment_in_brackets(line: u32, source: &TextFile) -> Option<(SyntaxError, SourceSpan)> {
    let chars = chars(line, source)?;
    let start = value_column(&chars);
    chars.get(start).filter(|c| matches!(c, '[' | '{'))?;
    let comment = chars.windows(3).position(|three| matches!(three, [' ', '#', c] if *c != ' '))?;
    Some((SyntaxError::CommentInBrackets, span_at(line, comment + 1)?))
}
