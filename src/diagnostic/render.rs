//! A diagnostic as lines to read: in full with its piece of source and a caret, or in one line.

use super::{Diagnostic, Spot};
use crate::lang::Lang;
use crate::text::{Line, Role, wrap, wrap_text};

/// The widest number of a line in the margin.
const MARGIN: usize = 6;

/// `file:line:column: severity[code]: message`, with the other place behind it when that is in another file.
pub fn concise(diagnostic: &Diagnostic, lang: Lang) -> String {
    let code = diagnostic.code();
    let message = diagnostic.fault.message(lang);
    let here = diagnostic.spot.place();
    let elsewhere = diagnostic.other.as_ref().filter(|other| other.file != diagnostic.spot.file);
    let elsewhere = elsewhere.map(|other| format!(" ({})", other.place())).unwrap_or_default();
    format!("{here}: {}[{}]: {message}{elsewhere}", code.severity().name(), code.name())
}

/// The place, the source with a caret under the fault, the message, the other place and the remedy, in rows of
/// `columns`.
pub fn full(diagnostic: &Diagnostic, lang: Lang, columns: usize) -> Vec<Line> {
    let code = diagnostic.code();
    let mut lines = vec![Line::of(&diagnostic.spot.place(), Role::Strong)];
    let head = Line::of(&format!("{}[{}] ", code.severity().name(), code.name()), Role::Warning)
        .with(&diagnostic.fault.message(lang), Role::Plain);
    lines.extend(wrap(&head, columns));
    lines.extend(excerpt(&diagnostic.spot, Mark { sign: "^", role: Role::Warning }, columns));
    if let Some(other) = &diagnostic.other {
        let head = format!("{} {}", diagnostic.fault.other_place(lang), other.place());
        lines.extend(wrap_text(&head, Role::Plain, &[], columns));
        lines.extend(excerpt(other, Mark { sign: "-", role: Role::Dim }, columns));
    }
    if let Some(remedy) = diagnostic.fault.remedy(lang) {
        lines.extend(wrap_text(&remedy, Role::Accent, &[], columns));
    }
    lines
}

/// What stands under the characters that are meant.
#[derive(Clone, Copy)]
struct Mark {
    sign: &'static str,
    role: Role,
}

/// The lines of source, the last one shifted so that the marks under it are in sight.
fn excerpt(spot: &Spot, mark: Mark, columns: usize) -> Vec<Line> {
    let Some((at, (_, marked))) = spot.at.zip(spot.source.last()) else { return Vec::new() };
    // Of a file with nothing in it there is nothing to show.
    if spot.source.iter().all(|(_, text)| text.trim().is_empty()) {
        return Vec::new();
    }
    let room = columns.saturating_sub(MARGIN + 2).max(1);
    let offset = |chars: u32| usize::try_from(chars).unwrap_or(usize::MAX);
    let before = at.column.saturating_sub(spot.source_from.max(1));
    let before: String = marked.chars().take(offset(before)).collect();
    let under: String = marked.chars().skip(before.chars().count()).take(offset(at.length)).collect();
    let start = Line::of(&before, Role::Plain).width();
    let length = Line::of(&under, Role::Plain).width().max(1);
    // Keep two thirds of the row for what stands before the marks, when not all of it fits.
    let shift = if start + length >= room { start.saturating_sub(room * 2 / 3) } else { 0 };
    let last = spot.source.len() - 1;
    let row = |(at, (number, text)): (usize, &(u32, String))| {
        let mut line = Line::of(&format!("{number:>MARGIN$}│ "), Role::Dim);
        let text = Line::of(text, Role::Plain);
        if at == last && shift > 0 {
            line.push("…", Role::Dim);
            line.append(&text.skip(shift + 1).cut(room - 1));
        } else {
            line.append(&text.cut(room));
        }
        line
    };
    let mut lines: Vec<Line> = spot.source.iter().enumerate().map(row).collect();
    let marks = mark.sign.repeat(length.min(room.saturating_sub(start - shift).max(1)));
    lines.push(
        Line::of(&format!("{:MARGIN$}│ {}", "", " ".repeat(start - shift)), Role::Dim)
            .with(&marks, mark.role),
    );
    lines
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::{At, Fault};

    fn rendered(source: &str, at: At, columns: usize) -> Vec<String> {
        let diagnostic = Diagnostic {
            fault: Fault::BadDate("kemarin".to_owned()),
            spot: Spot {
                file: "a.yaml".to_owned(),
                at: Some(at),
                source: vec![(at.line, source.to_owned())],
                source_from: 1,
            },
            other: None,
            visit: None,
        };
        full(&diagnostic, Lang::En, columns).iter().map(Line::plain).collect()
    }

    #[test]
    fn the_caret_stands_under_its_place() {
        let rows = rendered("  start_date: kemarin", At { line: 7, column: 15, length: 7 }, 60);
        assert_eq!(
            rows,
            [
                "a.yaml:7:15",
                "error[bad-date] “kemarin” is not a valid date",
                "     7│   start_date: kemarin",
                "      │               ^^^^^^^",
                "Write year-month-day, such as 2026-01-10; 2026-01 or 2026",
                "will do, too.",
            ]
        );
    }

    #[test]
    fn also_behind_tabs_and_wide_characters() {
        let rows = rendered("\t政府: kemarin", At { line: 1, column: 6, length: 7 }, 60);
        assert_eq!(rows[2..4], ["     1│     政府: kemarin", "      │           ^^^^^^^"]);
        let rows = rendered("e\u{301}te\u{301}: kemarin", At { line: 1, column: 8, length: 7 }, 60);
        assert_eq!(rows[2..4], ["     1│ e\u{301}te\u{301}: kemarin", "      │      ^^^^^^^"]);
    }

    #[test]
    fn a_long_line_is_shifted_until_the_caret_is_seen() {
        let source = format!("{}kemarin", "x".repeat(200));
        for row in rendered(&source, At { line: 1, column: 201, length: 7 }, 40) {
            assert!(crate::text::width(&row) <= 40, "{row}");
        }
        let rows = rendered(&source, At { line: 1, column: 201, length: 7 }, 40);
        let column = |row: &str, what: &str| row.split_once(what).map(|(before, _)| before.chars().count());
        assert_eq!(column(&rows[3], "^"), column(&rows[2], "kemarin"));
    }
}
