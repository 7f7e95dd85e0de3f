//! Renders a diagnostic as text: in full, with a source excerpt and a caret, or as one line.

use super::location::Location;
use super::report::Diagnostic;
use crate::lang::Lang;
use crate::text::{Line, TextRole, wrap, wrap_text};

/// Columns for the line number in the margin.
const MARGIN: usize = 6;

/// `file:line:column: severity[code]: message`, with the related location if it is in another file. The severity is in English in
/// every language, because editors parse these lines.
pub fn concise(diagnostic: &Diagnostic, lang: Lang) -> String {
    one_line(diagnostic, diagnostic.code().severity().name(), lang)
}

/// The same for readers: with the severity in their language.
pub fn concise_in_words(diagnostic: &Diagnostic, lang: Lang) -> String {
    one_line(diagnostic, diagnostic.code().severity().word(lang), lang)
}

fn one_line(diagnostic: &Diagnostic, severity: &str, lang: Lang) -> String {
    let code = diagnostic.code();
    let message = diagnostic.problem.message(lang);
    let here = diagnostic.location.place();
    let elsewhere = diagnostic.related.as_ref().filter(|other| other.file != diagnostic.location.file);
    let elsewhere = elsewhere.map(|other| format!(" ({})", other.place())).unwrap_or_default();
    format!("{here}: {severity}[{}]: {message}{elsewhere}", code.name())
}

/// The location, the message, the source with a caret under the problem, the related location and the help, wrapped to
/// `columns`.
pub fn full(diagnostic: &Diagnostic, lang: Lang, columns: usize) -> Vec<Line> {
    let code = diagnostic.code();
    let mut lines = vec![Line::of(&diagnostic.location.place(), TextRole::Strong)];
    let head = Line::of(&format!("{}[{}] ", code.severity().word(lang), code.name()), TextRole::Warning)
        .with(&diagnostic.problem.message(lang), TextRole::Plain);
    lines.extend(wrap(&head, columns));
    lines.extend(excerpt(&diagnostic.location, Underline { sign: "^", role: TextRole::Warning }, columns));
    if let Some(other) = &diagnostic.related {
        let head = format!("{} {}", diagnostic.problem.related_label(lang), other.place());
        lines.extend(wrap_text(&head, TextRole::Plain, &[], columns));
        lines.extend(excerpt(other, Underline { sign: "-", role: TextRole::Dim }, columns));
    }
    if let Some(help) = diagnostic.problem.help(lang) {
        lines.extend(wrap_text(&help, TextRole::Accent, &[], columns));
    }
    lines
}

/// How characters of an excerpt are underlined.
#[derive(Clone, Copy)]
struct Underline {
    sign: &'static str,
    role: TextRole,
}

/// The source lines. The last one is scrolled horizontally so that the underline is visible.
fn excerpt(location: &Location, mark: Underline, columns: usize) -> Vec<Line> {
    let Some((at, (_, marked))) = location.at.zip(location.source.last()) else { return Vec::new() };
    // An empty file has no line to show.
    if location.source.iter().all(|(_, text)| text.trim().is_empty()) {
        return Vec::new();
    }
    let room = columns.saturating_sub(MARGIN + 2).max(1);
    let offset = |chars: u32| usize::try_from(chars).unwrap_or(usize::MAX);
    let before = at.column.saturating_sub(location.source_from.max(1));
    let before: String = marked.chars().take(offset(before)).collect();
    let under: String = marked.chars().skip(before.chars().count()).take(offset(at.length)).collect();
    let start = Line::of(&before, TextRole::Plain).width();
    let length = Line::of(&under, TextRole::Plain).width().max(1);
    // If the row is too narrow, keep two thirds of it for the text before the underline.
    let shift = if start + length >= room { start.saturating_sub(room * 2 / 3) } else { 0 };
    let last = location.source.len() - 1;
    let row = |(at, (number, text)): (usize, &(u32, String))| {
        let mut line = Line::of(&format!("{number:>MARGIN$}│ "), TextRole::Dim);
        let text = Line::of(text, TextRole::Plain);
        if at == last && shift > 0 {
            line.push("…", TextRole::Dim);
            line.append(&text.skip(shift + 1).cut(room - 1));
        } else {
            line.append(&text.cut(room));
        }
        line
    };
    let mut lines: Vec<Line> = location.source.iter().enumerate().map(row).collect();
    let marks = mark.sign.repeat(length.min(room.saturating_sub(start - shift).max(1)));
    lines.push(
        Line::of(&format!("{:MARGIN$}│ {}", "", " ".repeat(start - shift)), TextRole::Dim)
            .with(&marks, mark.role),
    );
    lines
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::{Problem, SourceSpan};

    fn rendered(source: &str, at: SourceSpan, columns: usize) -> Vec<String> {
        let diagnostic = Diagnostic {
            problem: Problem::BadDate("kemarin".to_owned()),
            location: Location {
                file: "a.yaml".to_owned(),
                at: Some(at),
                source: vec![(at.line, source.to_owned())],
                source_from: 1,
            },
            related: None,
            visit: None,
        };
        full(&diagnostic, Lang::En, columns).iter().map(Line::plain).collect()
    }

    #[test]
    fn the_caret_points_at_the_problem() {
        let rows = rendered("  start_date: kemarin", SourceSpan { line: 7, column: 15, length: 7 }, 60);
        assert_eq!(
            rows,
            [
                "a.yaml:7:15",
                "error[bad-date] “kemarin” is not a valid date",
                "     7│   start_date: kemarin",
                "      │               ^^^^^^^",
                "Write year-month-day, for example 2026-01-10; 2026-01 or",
                "2026 is also valid.",
            ]
        );
    }

    #[test]
    fn the_caret_is_aligned_after_tabs_and_wide_characters() {
        let rows = rendered("\t政府: kemarin", SourceSpan { line: 1, column: 6, length: 7 }, 60);
        assert_eq!(rows[2..4], ["     1│     政府: kemarin", "      │           ^^^^^^^"]);
        let rows = rendered("e\u{301}te\u{301}: kemarin", SourceSpan { line: 1, column: 8, length: 7 }, 60);
        assert_eq!(rows[2..4], ["     1│ e\u{301}te\u{301}: kemarin", "      │      ^^^^^^^"]);
    }

    #[test]
    fn a_long_line_is_scrolled_until_the_caret_is_visible() {
        let source = format!("{}kemarin", "x".repeat(200));
        for row in rendered(&source, SourceSpan { line: 1, column: 201, length: 7 }, 40) {
            assert!(crate::text::width(&row) <= 40, "{row}");
        }
        let rows = rendered(&source, SourceSpan { line: 1, column: 201, length: 7 }, 40);
        let column = |row: &str, what: &str| row.split_once(what).map(|(before, _)| before.chars().count());
        assert_eq!(column(&rows[3], "^"), column(&rows[2], "kemarin"));
    }
}
